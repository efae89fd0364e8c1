'use strict';
// Worker threads, the event loop, and memory.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { BusinessCalendar, ItsmError, Lifecycle, PriorityMatrix, ServiceManagementSystem } = require('..');

const journal = fs.readFileSync(path.join(__dirname, '../../tests/conformance/journal.jsonl'), 'utf8');

test('threads fold the same journal to the same state, beside this one', async () => {
  const digest = ServiceManagementSystem.replay(journal).digest();
  const workers = Array.from({ length: 4 }, () => new Worker(path.join(__dirname, 'worker.js'), { workerData: journal }));
  const answers = await Promise.all(
    workers.map(async (worker) => {
      const [[answer], [code]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
      return { ...answer, code };
    }),
  );
  for (const answer of answers) assert.deepEqual(answer, { digest, refused: 'calendar.unknown_zone', code: 0 });
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

const OFFICE = { zone: 'UTC', week: { mon: [['09:00', '17:00']] } };
const MATRIX = PriorityMatrix.preset('iso').document;
const CONTEXT = { now: '2026-11-23T09:00:00Z', actor: { id: 'p-1', roles: ['po'] } };
const publish = { kind: 'policy.publish', record: 'office', body: { version: 1, effective_from: '2026-01-01T00:00:00Z', document: { calendar: OFFICE } } };
const start = new Date('2026-11-23T09:00:00Z');

/** What is called once of every five hundred calls; the rest are due times. */
const CALLS = [
  () => new BusinessCalendar(OFFICE).between(start, start),
  () => new PriorityMatrix(MATRIX).explain(1, 2),
  () => assert.throws(() => PriorityMatrix.preset('none'), ItsmError),
  () => Lifecycle.of('incident').allowed(null),
  () => new ServiceManagementSystem().execute(publish, CONTEXT),
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
