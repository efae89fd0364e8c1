'use strict';
// Worker threads, the event loop, and memory.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { BusinessCalendar, PriorityMatrix, ServiceManagementSystem } = require('..');

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

test('a promise leaves the event loop free', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  await ServiceManagementSystem.replayAsync(journal);
  clearInterval(turning);
  const started = performance.now();
  ServiceManagementSystem.replay(journal);
  const blocked = performance.now() - started;
  assert.ok(turns > 0 || blocked < 5, `${turns} turns, ${blocked} ms`);
});

test('a hundred thousand calls leave nothing behind', () => {
  assert.equal(typeof gc, 'function', 'run with --expose-gc');
  const matrix = PriorityMatrix.preset('iso').document;
  const round = (calls) => {
    const office = { zone: 'UTC', week: { mon: [['09:00', '17:00']] } };
    const calendar = new BusinessCalendar(office);
    const start = new Date('2026-11-23T09:00:00Z');
    for (let i = 0; i < calls; i += 1) {
      calendar.add(start, i);
      if (i % 10 === 0) calendar.document;
      if (i % 10 === 1) new PriorityMatrix(matrix).explain(1, 2);
      if (i % 10 === 2) assert.throws(() => calendar.add(start, 0.5));
    }
  };
  // The finalizers of handles run once the loop turns.
  const settled = async () => {
    for (let i = 0; i < 5; i += 1) {
      gc();
      await new Promise(setImmediate);
    }
    return process.memoryUsage.rss();
  };
  return (async () => {
    for (let i = 0; i < 5; i += 1) {
      round(10_000);
      await settled();
    }
    const before = await settled();
    for (let i = 0; i < 10; i += 1) {
      round(10_000);
      await settled();
    }
    const grown = (await settled()) - before;
    assert.ok(grown < 8 * 1024 * 1024, `${grown} bytes more`);
  })();
});
