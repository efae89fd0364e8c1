'use strict';
// What one due time costs from JavaScript, and one of many; the journal folded on and off the event loop: node bench.js

const fs = require('node:fs');
const path = require('node:path');
const { BusinessCalendar, ServiceManagementSystem } = require('.');

const day = [['09:00', '12:00'], ['13:00', '18:00']];
const calendar = new BusinessCalendar({ zone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } });
const COUNT = 1_000_000;
const first = Date.parse('2026-01-05T01:00:00Z');
const starts = Float64Array.from({ length: COUNT }, (_, i) => first + ((i * 7919) % 31_536_000) * 1000);
const seconds = new Float64Array(COUNT).fill(4 * 3600);
const dates = Array.from(starts.subarray(0, 4096), (ms) => new Date(ms));
const journal = fs.readFileSync(path.join(__dirname, '../tests/conformance/journal.jsonl'), 'utf8');

/** The median of nine rounds, in nanoseconds for each of so many. */
function measured(name, each, round) {
  const rounds = Array.from({ length: 9 }, () => {
    const started = process.hrtime.bigint();
    round();
    return Number(process.hrtime.bigint() - started) / each;
  }).sort((a, b) => a - b);
  console.log(`${name}: ${rounds[4].toFixed(0)} ns (${rounds[0].toFixed(0)} to ${rounds[8].toFixed(0)})`);
}

measured('add', 200_000, () => {
  for (let i = 0; i < 200_000; i += 1) calendar.add(dates[i & 4095], 14_400);
});
measured('between', 200_000, () => {
  for (let i = 0; i < 200_000; i += 1) calendar.between(dates[i & 4095], dates[(i + 1) & 4095]);
});
measured('addMany, each of a million', COUNT, () => calendar.addMany(starts, seconds));
measured('replay, each of 455 entries', 455, () => ServiceManagementSystem.replay(journal));
