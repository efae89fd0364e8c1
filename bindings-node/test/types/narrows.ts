// Compiled and not run: what the types let through, and what they do not.
import { BusinessCalendar, ItsmError, Lifecycle, ServiceManagementSystem } from 'itsm';
import type { Command, Event } from 'itsm';

/** The kind of an event narrows its body. */
export function group(event: Event): string | null {
  switch (event.kind) {
    case 'incident.assigned':
      return event.body.assignment.group;
    case 'incident.closed':
      // @ts-expect-error a closing assigns nobody
      return event.body.assignment;
    default:
      return null;
  }
}

export const assign: Command = { kind: 'incident.assign', record: 'INC-1', body: { group: 'network' } };
// @ts-expect-error no such command
export const wrong: Command = { kind: 'incident.asign', record: 'INC-1', body: { group: 'network' } };
// @ts-expect-error a command admits no unknown field
export const more: Command = { kind: 'incident.assign', record: 'INC-1', body: { group: 'network', groop: 'network' } };

const calendar = new BusinessCalendar({ zone: 'UTC', week: { mon: [['09:00', '17:00']] } });
export const due: Date = calendar.add(new Date(0), 60);
// @ts-expect-error instants are dates
calendar.add('2026-11-23T09:00:00Z', 60);
// @ts-expect-error no such process
Lifecycle.of('incidnet');

try {
  new ServiceManagementSystem().execute(assign, { now: new Date(0), actor: { id: 'p-1', roles: ['sd'] } });
} catch (fault) {
  if (fault instanceof ItsmError && fault.kind === 'refused') console.log(fault.guard, fault.refusal?.missing);
}
