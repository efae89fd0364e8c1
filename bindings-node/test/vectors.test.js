'use strict';
// The vectors in tests/conformance, by the library's face for Node. What is expected stands in what was found.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { BusinessCalendar, Cmdb, ItsmError, Lifecycle, PriorityMatrix, ServiceManagementSystem, codes, schema } = require('..');

const root = path.join(__dirname, '../..');
const read = (name) => fs.readFileSync(path.join(root, name), 'utf8');
const vectors = (name) => JSON.parse(read(`tests/conformance/${name}`));
const journal = read('tests/conformance/journal.jsonl');

function holds(expected, found) {
  if (Array.isArray(expected)) {
    return Array.isArray(found) && expected.length === found.length && expected.every((one, i) => holds(one, found[i]));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return false;
    return Object.entries(expected).every(([key, value]) => holds(value, found[key] ?? null));
  }
  return expected === found;
}

const date = (text) => new Date(text);
const words = (at) => (at === null ? null : at.toISOString().replace('.000Z', 'Z'));

function answered(question) {
  try {
    return question();
  } catch (fault) {
    assert.ok(fault instanceof ItsmError, fault);
    return { error: { code: fault.code, path: fault.path ?? '' } };
  }
}

function run(name, least, answer) {
  const all = vectors(name);
  assert.equal(all.format, 1);
  assert.ok(all.vectors.length >= least, `${name} has lost vectors`);
  const failing = all.vectors
    .map((vector) => ({ ...vector, found: answered(() => answer(vector.given, vector.when)) }))
    .filter(({ then, found }) => !holds(then, found));
  assert.deepEqual(failing.map(({ id, then, found }) => ({ id, then, found })), []);
}

function calendar(given, when) {
  const options = { repairEndOfDay: when.repair_end_of_day === true };
  const calendar = given.text
    ? BusinessCalendar.fromJson(given.text, options)
    : new BusinessCalendar(given.calendar, options);
  switch (when.ask) {
    case 'compile':
      return {};
    case 'add':
      return { at: words(calendar.add(date(when.start), when.seconds, { boundary: when.boundary })) };
    case 'subtract':
      return { at: words(calendar.subtract(date(when.end), when.seconds)) };
    case 'between':
      return { seconds: calendar.between(date(when.from), date(when.to)) };
    case 'is_open':
      return { open: calendar.isOpen(date(when.at)) };
    case 'next_open':
      return { at: words(calendar.nextOpen(date(when.at))) };
    case 'next_close':
      return { at: words(calendar.nextClose(date(when.at))) };
    case 'add_working_days':
      return { at: words(calendar.addWorkingDays(date(when.start), when.days, { convention: when.convention })) };
  }
  throw new Error(`no question ${when.ask}`);
}

function matrix(given, when) {
  const matrix = given.preset ? PriorityMatrix.preset(given.preset) : new PriorityMatrix(given.matrix);
  if (when.ask === 'lint') return { findings: matrix.lint().map(({ code }) => code) };
  if (when.ask === 'priority') return { priority: matrix.priority(when.impact, when.urgency) };
  const levels = (scale) => scale.levels.map(({ level }) => level);
  const { impact, urgency } = matrix.document;
  return { table: levels(impact).map((row) => levels(urgency).map((column) => matrix.priority(row, column))) };
}

test('calendars answer as the vectors say', () => run('calendars.json', 36, calendar));

// A document that does not compile has its faults found all the same, which the class cannot do.
test('matrices answer as the vectors say', () => run('matrices.json', 16, matrix));

test('a runner that expects something else fails', () => {
  assert.ok(holds({ a: null, b: [1] }, { b: [1], c: 2 }));
  for (const found of [{ a: 1, b: [1] }, { b: [1, 2] }, { b: [2] }, null]) {
    assert.ok(!holds({ a: null, b: [1] }, found));
  }
});

test('lifecycles are the exported tables', () => {
  const { lifecycles } = vectors('lifecycles.json');
  for (const [process, { states, moves }] of Object.entries(lifecycles)) {
    const lifecycle = Lifecycle.of(process);
    assert.deepEqual(lifecycle.states.map(({ code }) => code), states);
    assert.deepEqual(lifecycle.table.map(({ guard, from, command, to }) => ({ guard, from: from ?? null, command, to })), moves);
    for (const state of [null, ...states]) {
      const legal = new Set(moves.filter((move) => move.from === state).map((move) => move.command));
      assert.deepEqual(new Set(lifecycle.allowed(state)), legal, `${process} ${state}`);
    }
  }
  const all = Lifecycle.all().map(({ process }) => process);
  assert.ok(Object.keys(lifecycles).every((process) => all.includes(process)));
});

test('a journal folds to the digest that every language has', () => {
  const { journals } = vectors('journals.json');
  assert.ok(journals.length > 0);
  for (const { file, entries, digest } of journals) {
    const desk = ServiceManagementSystem.replay(read(`tests/conformance/${file}`));
    assert.deepEqual([desk.length, desk.digest()], [entries, digest]);
    assert.equal(desk.journal().trimEnd(), journal.trimEnd());
  }
});

test('what the vectors leave open: queries of the whole', async () => {
  const desk = ServiceManagementSystem.replay(journal);
  const other = await ServiceManagementSystem.replayAsync(journal);
  assert.equal(other.digest(), desk.digest());

  assert.deepEqual(desk.events(3, 2), journal.trimEnd().split('\n').slice(3, 5).map((line) => JSON.parse(line)));
  const incidents = desk.records('incident');
  assert.ok(incidents.length > 0);
  assert.deepEqual(desk.record('incident', incidents[0].id ?? incidents[0].envelope.id), incidents[0]);
  assert.equal(desk.record('incident', 'INC-none'), null);
  assert.ok(desk.nextWakeup() === null || desk.nextWakeup() instanceof Date);

  const last = desk.events(desk.length - 1)[0];
  const now = new Date(Date.parse(last.recorded_at) + 999);
  const period = { from: date('2026-09-01T00:00:00Z'), to: '2026-10-01T00:00:00Z', zone: 'Asia/Shanghai' };
  const kpis = desk.kpis(period, now);
  assert.ok(kpis.length > 10);
  assert.deepEqual(await desk.kpisAsync(period, now), kpis);

  const before = desk.asOf(date(desk.events(0, 1)[0].recorded_at));
  assert.ok(before.length > 0 && before.length < desk.length);
  assert.equal(new Cmdb(desk.cmdb()).document.items.length, desk.cmdb().items.length);
  assert.deepEqual(desk.advance(now).stuck, []);
});

test('schema and codes are the committed ones', () => {
  assert.deepEqual(schema(), JSON.parse(read('schema/itsm.schema.json')));
  assert.deepEqual(codes(), JSON.parse(read('schema/codes.json')).codes);
});

test('a register answers', async () => {
  const cmdb = new Cmdb({
    kinds: { runs_on: { failure: 'target_to_source', strength: 'hard' } },
    service_types: ['service'],
    items: [{ id: 'mail', type: 'service' }, { id: 'vm', type: 'vm' }],
    relations: [{ from: 'mail', to: 'vm', kind: 'runs_on' }],
  });
  assert.equal(cmdb.impactOf([{ item: 'vm' }]).items[0].item, 'mail');
  assert.deepEqual(cmdb.dependsOn('mail').map(({ item }) => item), ['vm']);
  assert.deepEqual(cmdb.dependents('vm').map(({ item }) => item), ['mail']);
  assert.deepEqual(cmdb.rootCandidates([{ item: 'mail' }]).map(({ item }) => item).sort(), ['mail', 'vm']);
  assert.deepEqual(cmdb.singlePointsOfFailure('mail').down, ['vm']);
  assert.deepEqual(cmdb.minimalCutSets('mail', { state: 'down', up_to: 2, budget: 1000 }), [['vm']]);
  assert.ok(cmdb.availability('mail', { mail: 1_000_000, vm: 990_000 }));
  const overlay = { id: 'CHG-1', kind: 'change', items: ['vm'], effect: 'down', from: date('2026-11-23T00:00:00Z'), until: date('2026-11-23T01:00:00Z') };
  const options = { from: date('2026-11-22T00:00:00Z'), until: date('2026-11-24T00:00:00Z'), always: {}, together: 2, budget: 1000 };
  const simulated = cmdb.simulate([overlay], options);
  assert.deepEqual(Object.keys(simulated.services), ['mail']);
  assert.deepEqual(await cmdb.simulateAsync([overlay], options), simulated);
  assert.equal(answered(() => cmdb.impactOf([{ item: 'vn' }])).error.code, 'cmdb.unknown_items');
});

test('many answers are the single ones', () => {
  const calendar = new BusinessCalendar({ zone: 'Asia/Shanghai', week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] } });
  const first = Date.parse('2026-11-23T00:00:00Z');
  const starts = Float64Array.from({ length: 500 }, (_, i) => first + i * 3_600_123);
  const seconds = Float64Array.from({ length: 500 }, (_, i) => (i - 100) * 600);
  const due = calendar.addMany(starts, seconds);
  due.forEach((at, i) => assert.equal(at, calendar.add(new Date(starts[i]), seconds[i]).getTime()));
  const working = calendar.betweenMany(starts, due);
  working.forEach((s, i) => assert.equal(s, calendar.between(new Date(starts[i]), new Date(due[i]))));
  seconds[7] = 0.5;
  assert.deepEqual(answered(() => calendar.addMany(starts, seconds)).error, { code: 'document.not_an_integer', path: '[7]' });
  assert.equal(answered(() => calendar.addMany(starts, seconds.subarray(1))).error.code, 'document.shape');
});
