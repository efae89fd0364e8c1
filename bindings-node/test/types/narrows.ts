// Compiled and not run: what the types let through, and what they do not.
import { Ballot, BusinessCalendar, ItsmError, Lifecycle, ServiceManagementSystem, SlaPolicy, verifyInclusion } from 'itsm';
import type { Agreement, BallotDocument, Command, Context, Event, PromisedSystem, Stretch, TicketHistory, TreeHead } from 'itsm';

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

/** What a stretch of a clock's life has by its kind. */
export const reason = (stretch: Stretch): string => (stretch.kind === 'paused' ? stretch.reason : stretch.from);

const desk: Agreement = { name: 'desk', precedence: 1, selection: 'precedence', clauses: [] };
const book = new SlaPolicy({ policies: [{ id: 'sla', version: 1, effective_from: '2026-01-01T00:00:00Z', document: desk }] });
const history: TicketHistory = { ticket: { kind: 'incident' }, entries: [{ at: new Date(0), stimulus: { stimulus: 'opened' } }] };
export const left: number | null | undefined = book.readings(history, new Date(0)).resolution?.remaining_s;
export const said: string | undefined = book.whyDue(history, new Date(0), 'response')?.text_zh;
// @ts-expect-error no such stimulus
book.stimulate(null, { kind: 'incident' }, { stimulus: 'opend' }, new Date(0));

/** A ballot from its document, which is of another type than the class. */
export const again = (document: BallotDocument): Ballot => Ballot.fromDocument(document);
export const accepted = (ballot: Ballot): string | null => (ballot.outcome.kind === 'accepted' ? ballot.outcome.at : null);

const calendar = new BusinessCalendar({ zone: 'UTC', week: { mon: [['09:00', '17:00']] } });
export const due: Date = calendar.add(new Date(0), 60);
export const column: Promise<Float64Array> = calendar.addManyAsync(new Float64Array(2), 60);
// @ts-expect-error no such weekday
export const office = new BusinessCalendar({ zone: 'UTC', week: { monday: [['09:00', '17:00']] } });
export const filled: Float64Array = calendar.addMany(new Float64Array(2), 60, new Float64Array(2));
// @ts-expect-error instants are dates
calendar.add('2026-11-23T09:00:00Z', 60);
// @ts-expect-error no such process
Lifecycle.of('incidnet');

try {
  new ServiceManagementSystem().execute(assign, { now: new Date(0), actor: { id: 'p-1', roles: ['sd'] } });
} catch (fault) {
  if (fault instanceof ItsmError && fault.kind === 'refused') console.log(fault.guard, fault.refusal?.missing);
}

/** A file answers at once, a client of PostgreSQL later. */
declare const sqlite: { prepare(sql: string): object; exec(sql: string): void };
declare const client: { query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
export const kept: Event[] = ServiceManagementSystem.open('desk.db', { tenant: 'one' }).execute(assign, { now: new Date(0), actor: { id: 'p-1', roles: ['sd'] } });
export const size: number = ServiceManagementSystem.open(sqlite).verify().size;
export const later: Promise<PromisedSystem> = ServiceManagementSystem.open(client, { prefix: 'desk_' });
export const told = async (command: Command, context: Context): Promise<Event[]> => (await later).execute(command, context);
export const proved = (line: string, head: TreeHead): void => verifyInclusion(line, ServiceManagementSystem.open('desk.db').inclusionProof(0, head.size), head);
// @ts-expect-error a number is no database
ServiceManagementSystem.open(7);
// @ts-expect-error what is promised is no list
later.then((desk) => desk.execute(assign, { now: new Date(0), actor: { id: 'p-1', roles: ['sd'] } }).length);
export const later_than = (fault: ItsmError): boolean => fault.kind === 'unavailable' && fault.retry === 'later';
