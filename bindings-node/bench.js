'use strict';
// What crossing costs: one due time and one of many, a decision, the journal folded. For figures build with PROFILE=release:
//     node bench.js [--json]

const fs = require('node:fs');
const path = require('node:path');
const { BusinessCalendar, Lifecycle, Policies, PriorityMatrix, ServiceManagementSystem } = require('.');

const COUNT = 1_000_000;
const day = [['09:00', '12:00'], ['13:00', '18:00']];
const office = { zone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
const calendar = new BusinessCalendar(office);
const first = Date.parse('2026-01-05T01:00:00Z');
const starts = Float64Array.from({ length: COUNT }, (_, i) => first + ((i * 7919) % 31_536_000) * 1000);
const seconds = new Float64Array(COUNT).fill(4 * 3600);
const ends = calendar.addMany(starts, seconds);
const dates = Array.from(starts.subarray(0, 4096), (ms) => new Date(ms));

const rules = new Policies(
  Object.entries({
    office: { calendar: office },
    matrix: { matrix: PriorityMatrix.preset('iso').document },
    rules: { desk: { calendar: 'office' } },
  }).map(([id, document]) => ({ id, version: 1, effective_from: '2026-01-01T00:00:00Z', document })),
);
const incidents = Lifecycle.of('incident');
const body = { channel: 'phone', symptom: 'no VPN', occurred_at: '2026-11-23T01:30:00Z', service: { known: 'vpn' }, requester: 'u-1' };
const log = { kind: 'incident.log', record: 'T-1', body };
const context = { now: '2026-11-23T02:00:00Z', actor: { id: 'sam', roles: ['sd'] }, entropy: '07'.repeat(32) };
const journal = fs.readFileSync(path.join(__dirname, '../tests/conformance/journal.jsonl'), 'utf8');

const often = (times, question) => () => {
  for (let i = 0; i < times; i += 1) question(i);
};

/** Each with how many it asks in a round. */
const QUESTIONS = [
  ['a due time', 200_000, often(200_000, (i) => calendar.add(dates[i & 4095], 14_400))],
  ['working time', 200_000, often(200_000, (i) => calendar.between(dates[i & 4095], dates[(i + 1) & 4095]))],
  ['a due time, each of a million', COUNT, () => calendar.addMany(starts, seconds)],
  ['the same as a promise', COUNT, () => calendar.addManyAsync(starts, seconds)],
  ['working time, each of a million', COUNT, () => calendar.betweenMany(starts, ends)],
  ['a decision', 2_000, often(2_000, () => incidents.decide(null, log, context, rules))],
  ['an entry of a journal, folded', 455, () => ServiceManagementSystem.replay(journal)],
];

/** The rounds of a question in nanoseconds for each that is asked, the fastest first. */
async function rounds(each, round) {
  const found = [];
  for (let i = 0; i < 15; i += 1) {
    const started = process.hrtime.bigint();
    await round();
    found.push(Number(process.hrtime.bigint() - started) / each);
  }
  return found.sort((a, b) => a - b);
}

async function main() {
  const table = {};
  for (const [name, each, round] of QUESTIONS) {
    const found = await rounds(each, round);
    const [fastest, median] = [found[0], found[7]].map((ns) => Math.round(ns * 10) / 10);
    table[name] = { median_ns: median, fastest_ns: fastest };
    if (!process.argv.includes('--json')) console.log(`${name}: ${median} ns (fastest ${fastest})`);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(table));
}

main();
