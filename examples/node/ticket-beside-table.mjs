// A ticket driven beside a host's own table.
//
//     node examples/node/ticket-beside-table.mjs [DATABASE]
//
// The host keeps its table and adds a column for the record as the library has it, and a table for what happened. Each command is one
// transaction: read, decide, write the record and its events. What is refused leaves no trace.

import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ItsmError, Lifecycle, Policies, PriorityMatrix } from 'itsm';
import { opened, together } from './sqlite.mjs';

const incidents = Lifecycle.of('incident');
const day = [['09:00', '18:00']];
const rules = new Policies(
  Object.entries({
    office: { calendar: { zone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } } },
    matrix: { matrix: PriorityMatrix.preset('iso').document },
    rules: { desk: { calendar: 'office' } },
  }).map(([id, document]) => ({ id, version: 1, effective_from: '2026-01-01T00:00:00Z', document })),
);
const database = opened(
  process.argv[2] ?? ':memory:',
  `CREATE TABLE IF NOT EXISTS ticket (
     id TEXT PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL, record TEXT NOT NULL);
   CREATE TABLE IF NOT EXISTS ticket_event (
     ticket TEXT NOT NULL REFERENCES ticket, version INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL,
     PRIMARY KEY (ticket, version));`,
);

/** Carries a command out on a ticket, all of it or nothing, and answers the ticket's new state. */
function command(id, title, [person, role], now, what, body) {
  return together(database, () => {
    const row = database.prepare('SELECT record FROM ticket WHERE id = ?').get(id);
    const context = { now, actor: { id: person, roles: [role], unit: 'network' }, entropy: randomBytes(32).toString('hex') };
    const order = { kind: `incident.${what}`, record: id, body };
    const { record, events } = incidents.decide(row ? JSON.parse(row.record) : null, order, context, rules);
    database
      .prepare('INSERT INTO ticket VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, record = excluded.record')
      .run(id, title, record.state.kind, JSON.stringify(record));
    const kept = database.prepare('INSERT INTO ticket_event VALUES (?, ?, ?, ?)');
    for (const event of events) kept.run(id, event.version, event.kind, JSON.stringify(event));
    return record.state.kind;
  });
}

// A ticket from the call to the work on it, and one command too early.
const [desk, network] = [['sam', 'sd'], ['nina', 'l2']];
const call = { channel: 'phone', symptom: 'no VPN', occurred_at: '2026-11-23T01:30:00Z' };
let now = Date.parse('2026-11-23T02:00:00Z');
for (const [who, what, body] of [
  [desk, 'log', { ...call, service: { known: 'vpn' }, requester: 'u-1' }],
  [desk, 'classify', { category: 'net/vpn', impact: 2, urgency: 2, known_error: 'none' }],
  [desk, 'assign', { group: 'network', no_sla_reason: 'none was agreed' }],
  [network, 'acknowledge', {}],
  [desk, 'close', { code: 'done', category_verified: true }],
]) {
  const line = `${new Date(now).toISOString().slice(11, 16)}  ${who[0].padEnd(5)} ${what.padEnd(12)}`;
  try {
    console.log(`${line} -> ${command('T-1', 'no VPN', who, new Date(now), what, body)}`);
  } catch (fault) {
    if (!(fault instanceof ItsmError && fault.kind === 'refused')) throw fault;
    console.log(`${line} ${fault.message}`);
  }
  now += 300_000;
}

// What happened is enough to have the record again.
const events = database.prepare("SELECT document FROM ticket_event WHERE ticket = 'T-1' ORDER BY version").all();
const folded = events.reduce((record, { document }) => incidents.apply(record, JSON.parse(document)), null);
const { record } = database.prepare("SELECT record FROM ticket WHERE id = 'T-1'").get();
console.log('the events fold to what the table holds:', isDeepStrictEqual(folded, JSON.parse(record)));
