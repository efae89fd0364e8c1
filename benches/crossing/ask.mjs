// The questions of `run.sh`, asked from Node.

import { readFileSync } from 'node:fs';
import { BusinessCalendar, Lifecycle, Policies } from '../../bindings-node/index.mjs';

const asked = JSON.parse(readFileSync(new URL('questions.json', import.meta.url), 'utf8'));
const SCALARS = 200_000;
const DECISIONS = 2_000;

function say(question, count, round) {
  const rounds = [];
  let check;
  for (let i = 0; i < 15; i += 1) {
    const began = process.hrtime.bigint();
    check = round();
    rounds.push(Number(process.hrtime.bigint() - began) / count);
  }
  rounds.sort((a, b) => a - b);
  if (typeof check === 'function') check = check();
  console.log(JSON.stringify({ language: 'Node', question, ns: rounds[7], check }));
}

const office = new BusinessCalendar(asked.calendar);
const { first_s: first, seconds, batch } = asked;
const starts = Float64Array.from({ length: batch }, (_, row) => (first + ((row * asked.step_s) % asked.span_s)) * 1000);
const dates = Array.from(starts.subarray(0, 4096), (ms) => new Date(ms));

say('one due time', SCALARS, () => {
  let check = 0;
  for (let place = 0; place < SCALARS; place += 1) check += office.add(dates[place & 4095], seconds).getTime() / 1000 - first;
  return check;
});

say('one of a million due times', batch, () => {
  const due = office.addMany(starts, seconds);
  return () => due.reduce((sum, ms) => sum + ms / 1000 - first, 0);
});

const incidents = new Lifecycle('incident');
const policies = new Policies(asked.policies);
say('one decision from documents', DECISIONS, () => {
  let check = 0;
  for (let i = 0; i < DECISIONS; i += 1) check += incidents.decide(null, asked.command, asked.context, policies).events.length;
  return check;
});
