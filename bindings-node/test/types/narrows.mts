// The same from a module.
import { version, type Event } from 'itsm';
export const kind: (event: Event) => string = (event) => `${version} ${event.kind}`;
