'use strict';
// Worker threads, the event loop, and memory.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { Ballot, BusinessCalendar, ItsmError, Lifecycle, PriorityMatrix, ServiceManagementSystem, SlaPolicy } = require('..');
const { Database } = require('./desks.js');

const journal = fs.readFileSync(path.join(__dirname, '../../tests/conformance/journal.jsonl'), 'utf8');

const OFFICE = { zone: 'UTC', week: { mon: [['09:00', '17:00']] } };
const MATRIX = PriorityMatrix.preset('iso').document;
const CONTEXT = { now: '2026-11-23T09:00:00Z', actor: { id: 'p-1', roles: ['po'] } };
const publish = { kind: 'policy.publish', record: 'office', body: { version: 1, effective_from: '2026-01-01T00:00:00Z', document: { calendar: OFFICE } } };
const AGREEMENTS = {
  policies: [{ id: 'sla', version: 1, effective_from: '2026-01-01T00:00:00Z', document: { name: 'desk', precedence: 1, selection: 'precedence',
    clauses: [{ id: 'all', metric: 'resolution', target: { unit: 'elapsed', seconds: 3600 } }] } }],
};
const HISTORY = { ticket: { kind: 'incident' }, entries: [{ at: '2026-11-23T08:00:00Z', stimulus: { stimulus: 'opened' } }] };
const OPENING = { subject: '0'.repeat(64), rule: { threshold: { percent: 60 } }, voters: [{ person: 'a', roles: [] }] };
const VOTE = { by: 'a', cast_by: 'a', decision: 'approve', at: '2026-11-23T09:00:00Z' };
const COLUMN = new Float64Array(1_100).fill(Date.parse('2026-11-23T09:00:00Z'));
const start = new Date('2026-11-23T09:00:00Z');
const kept = Database && ServiceManagementSystem.open(':memory:');

test('threads fold the same journal to the same state, beside this one', async () => {
  const digest = ServiceManagementSystem.replay(journal).digest();
  const workerData = { journal, office: OFFICE, agreements: AGREEMENTS, history: HISTORY, opening: OPENING, vote: VOTE };
  const workers = Array.from({ length: 4 }, () => new Worker(path.join(__dirname, 'worker.js'), { workerData }));
  const answers = await Promise.all(
    workers.map(async (worker) => {
      const [[answer], [code]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
      return { ...answer, code };
    }),
  );
  const same = { digest, refused: 'calendar.unknown_zone', due: '2026-11-23T09:00:00Z', outcome: 'accepted', column: start.getTime() + 60_000, code: 0 };
  for (const answer of answers) assert.deepEqual(answer, same);
});

test('the event loop turns while promises are answered', async () => {
  let turned = false;
  setImmediate(() => (turned = true));
  const desks = await Promise.all(Array.from({ length: 8 }, () => ServiceManagementSystem.replayAsync(journal)));
  assert.ok(turned);
  assert.equal(new Set(desks.map((desk) => desk.digest())).size, 1);
});

// The finalizers of handles run once the loop turns.
async function settled() {
  for (let i = 0; i < 5; i += 1) {
    gc();
    await new Promise(setImmediate);
  }
  return process.memoryUsage.rss();
}

/** What is called once of every five hundred calls; the rest are due times. */
const CALLS = [
  () => new BusinessCalendar(OFFICE).between(start, start),
  () => new PriorityMatrix(MATRIX).explain(1, 2),
  () => assert.throws(() => PriorityMatrix.preset('none'), ItsmError),
  () => Lifecycle.of('incident').allowed(null),
  () => new ServiceManagementSystem().execute(publish, CONTEXT),
  () => new SlaPolicy(AGREEMENTS).clocks(HISTORY, start),
  () => new Ballot(OPENING, start).vote(VOTE, start).document,
  () => assert.throws(() => new Ballot(OPENING, start).vote({ ...VOTE, by: 'b' }, start), ItsmError),
  () => new BusinessCalendar(OFFICE).addMany(COLUMN, 60),
  () => kept?.catchUp(),
];

test('a million calls leave nothing behind', async () => {
  assert.equal(typeof gc, 'function', 'run with --expose-gc');
  const calendar = new BusinessCalendar(OFFICE);
  const round = () => {
    for (let i = 0; i < 100_000; i += 1) (CALLS[i % 500] ?? (() => calendar.add(start, i)))();
    return settled();
  };
  for (let i = 0; i < 3; i += 1) await round();
  const before = await settled();
  for (let i = 0; i < 10; i += 1) await round();
  const grown = (await settled()) - before;
  assert.ok(grown < 8 * 1024 * 1024, `${grown} bytes more`);
});
