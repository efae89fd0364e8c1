'use strict';
// The examples run and say what they promise; the helpdesk answers real requests.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');

const examples = path.join(__dirname, '../../examples/node');
const load = (name) => import(pathToFileURL(path.join(examples, name)));
const said = (name, ...args) => {
  const stdio = ['ignore', 'pipe', 'inherit'];
  return execFileSync(process.execPath, [path.join(examples, name), ...args], { encoding: 'utf8', stdio }).trimEnd().split('\n');
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'itsm-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

test('a ticket has a due time, a clock, and a calculation behind it', () => {
  const lines = said('due-time.mjs');
  assert.deepEqual(lines.slice(0, 3), [
    'due 2026-10-08 13:30:00',
    'at 2026-10-08 16:00:00 it is running and in time: 60 minutes left',
    'due 2026-10-08 17:00:00',
  ]);
  assert.ok(lines.includes('paused   2026-10-08 10:00:00 +08:00  2026-10-08 14:30:00 +08:00      0:00:00  user'));
  assert.equal(lines.at(-2), 'due      2026-10-08 17:00:00 +08:00');
});

test('a change is judged by the register and by the schedule', () => {
  assert.deepEqual(said('go-live.mjs'), [
    'node-1 down: cluster is down with 1 more',
    'node-1 and node-2 down: banking is down',
    'CHG-1 at 22:00: scheduled',
    'CHG-2 at 22:30: refused by T-CHG-17: no hard conflict stands, or it is waived for this window (gate with CHG-1 over banking)',
    'CHG-2 at 23:30: scheduled',
  ]);
});

test('with SQLite', async (t) => {
  const sqlite = await load('sqlite.mjs').catch((fault) => {
    assert.equal(fault.code, 'ERR_MODULE_NOT_FOUND', fault);
    assert.ok(Number.parseInt(process.versions.node) < 24, 'Node has SQLite itself');
  });
  if (!sqlite) return t.skip(`NOT RUN: Node ${process.versions.node} has no SQLite, and better-sqlite3 is not installed`);

  await t.test("a ticket is driven beside a host's own table", () => {
    const file = path.join(folder, 'host.db');
    const lines = said('ticket-beside-table.mjs', file);
    assert.match(lines[3], /acknowledge {2}-> in_progress/);
    assert.match(lines[4], /`incident.close` is refused by T-INC-09/);
    assert.equal(lines.at(-1), 'the events fold to what the table holds: true');
    const database = sqlite.opened(file, '');
    const kinds = database.prepare('SELECT kind FROM ticket_event ORDER BY version').all().map(({ kind }) => kind);
    assert.equal(kinds[0], 'incident.logged');
    assert.ok(!kinds.includes('incident.closed'));
    assert.equal(database.prepare('SELECT state FROM ticket').get().state, 'in_progress');
    database.close();
  });

  await t.test('a helpdesk answers', (t) => helpdesk(t));
});

/** From the call to the solution over HTTP, with everything that can go wrong on the way. */
async function helpdesk(t) {
  const [{ Tickets }, { helpdesk }] = await Promise.all([load('helpdesk/tickets.mjs'), load('helpdesk/server.mjs')]);
  let now = new Date('2026-11-23T02:00:00Z');
  const file = path.join(folder, 'helpdesk.db');
  const tickets = new Tickets(file, () => now);
  const server = helpdesk(tickets).listen(0);
  t.after(() => {
    server.close();
    tickets.close();
  });
  const ask = async (person, page, body) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'x-person': person, 'content-type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`http://localhost:${server.address().port}${page}`, { method, headers, body: sent });
    const kind = answer.status < 400 ? 'application/json' : 'application/problem+json';
    assert.equal(answer.headers.get('content-type'), `${kind}; charset=utf-8`);
    return { status: answer.status, ...(await answer.json()) };
  };
  const call = { channel: 'phone', symptom: 'no VPN', occurred_at: '2026-11-23T01:30:00Z', service: { known: 'vpn' }, requester: 'u-1' };
  const fixed = { code: 'fixed', text: 'restarted', kind: 'permanent', level: 'l2', restored_at: '2026-11-23T02:00:00Z' };

  const logged = await ask('sam', '/tickets', call);
  assert.deepEqual([logged.status, logged.number, logged.title, logged.state], [201, 1, 'no VPN', 'logged']);
  assert.ok(logged.allowed.includes('incident.classify') && !logged.allowed.includes('incident.resolve'));

  // A refusal says what is missing and what would be legal; a document that cannot be read, where the fault is.
  const early = await ask('nina', '/tickets/1/resolve', { resolution: fixed });
  assert.deepEqual([early.status, early.code, early.guard, early.missing[0].value], [409, 'incident.resolve', 'T-INC-08', 'logged']);
  assert.deepEqual(early.legal, logged.allowed);
  const misspelt = await ask('sam', '/tickets', { ...call, chanel: 'phone' });
  assert.deepEqual([misspelt.status, misspelt.code, misspelt.path], [400, 'document.shape', 'body.chanel']);
  assert.equal((await ask('sam', '/tickets/1/explode', {})).code, 'command.unknown_kind');
  for (const [status, ...asked] of [
    [401, 'eve', '/tickets'],
    [401, 'constructor', '/tickets'],
    [404, 'sam', '/tickets/2'],
    [404, 'sam', '/tickets/2/assign', {}],
    [404, 'sam', '/'],
    [400, 'sam', '/tickets', '{'],
    [413, 'sam', '/tickets', { ...call, symptom: 'x'.repeat(300_000) }],
  ]) {
    assert.equal((await ask(...asked)).status, status, asked.join(' '));
  }
  assert.deepEqual(tickets.all().map(({ state }) => state), ['logged'], 'nothing of that left a trace');

  // Eight working hours from ten o'clock in Shanghai.
  const classified = await ask('sam', '/tickets/1/classify', { category: 'net/vpn', impact: 2, urgency: 2, known_error: 'none' });
  assert.deepEqual([classified.priority, classified.due_at], [2, '2026-11-23T10:00:00Z']);
  assert.equal((await ask('sam', '/tickets/1/assign', { group: 'network' })).state, 'assigned');

  // Nobody answers within the hour: the timer says so.
  now = new Date('2026-11-23T03:30:00Z');
  tickets.tick();
  assert.deepEqual((await ask('sam', '/tickets/1')).breached, ['response']);
  assert.equal((await ask('nina', '/tickets/1/acknowledge', {})).state, 'in_progress');
  const resolved = await ask('nina', '/tickets/1/resolve', { resolution: fixed });
  assert.deepEqual([resolved.status, resolved.state, resolved.breached], [200, 'resolved', ['response']]);

  // Another process finds the same.
  const other = new Tickets(file, () => now);
  assert.deepEqual(other.get(1), tickets.get(1));
  other.close();
  assert.equal((await ask('sam', '/tickets'))[0].state, 'resolved');
}
