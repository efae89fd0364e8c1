'use strict';
// The vectors in tests/conformance, by the library's face for Node. What is expected stands in what was found.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { Ballot, BusinessCalendar, Cmdb, ItsmError, Lifecycle, PriorityMatrix, ServiceManagementSystem, SlaPolicy, codes, schema } = require('..');
const { readCheckpoint, readNote, verifyConsistency, verifyInclusion } = require('..');

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

/** Runs every vector of a file and names those that fail, with what was expected and what was found. */
function run(name, least, answer) {
  const all = vectors(name);
  assert.equal(all.format, 1);
  const failing = all.vectors
    .map((vector) => ({ ...vector, found: answered(() => answer(vector.given, vector.when)) }))
    .filter(({ then, found }) => !holds(then, found))
    .map(({ id, rule, then, found }) => `${id} ${rule}\n  expected ${JSON.stringify(then)}\n  found    ${JSON.stringify(found)}`);
  console.log(`${name}: ${all.vectors.length} vectors`);
  assert.ok(failing.length === 0, `${name}:\n${failing.join('\n')}`);
  assert.ok(all.vectors.length >= least, `${name} has lost vectors`);
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

function clocks(given, when) {
  const desk = given.text ? SlaPolicy.fromJson(given.text) : new SlaPolicy({ policies: given.policies, calendars: given.calendars });
  if (!given.history && !given.clocks) return {};
  const asOf = date(when.as_of);
  const { clocks, next_due } = given.history ? desk.clocks(given.history, asOf) : desk.observe(given.clocks, asOf);
  return { clocks: Object.fromEntries(clocks.map((clock) => [clock.metric, clock])), next_due };
}

function impact(given, when) {
  const register = new Cmdb(given.cmdb);
  switch (when.ask) {
    case 'impact_of':
      return register.impactOf(when.sources, when.options);
    case 'witnesses':
      return { witnesses: register.witnesses(when.sources, when.items, when.options) };
    case 'depends_on':
      return { neighbours: register.dependsOn(when.item) };
    case 'dependents':
      return { neighbours: register.dependents(when.item) };
    case 'root_candidates':
      return { first: register.rootCandidates(when.symptoms, 100_000)[0] };
    case 'single_points_of_failure':
      return register.singlePointsOfFailure(when.service, when.options);
    case 'minimal_cut_sets':
      return { sets: register.minimalCutSets(when.service, when.search, when.options) };
    case 'availability':
      return register.availability(when.service, when.up_ppm, when.options, 100_000);
  }
  throw new Error(`no question ${when.ask}`);
}

function approval(given, when) {
  const outcomes = [];
  const { error } = answered(() => {
    let ballot = new Ballot(given.opening, date(given.opened_at));
    for (const vote of when.votes) {
      ballot = ballot.vote(vote, date(vote.at));
      outcomes.push(ballot.outcome.kind);
      assert.deepEqual(Ballot.fromDocument(ballot.document).document, ballot.document);
    }
    return {};
  });
  return { outcomes, error: error && { ...error, path: '' } };
}

const desk = ServiceManagementSystem.replay(journal);

function proof(given, when) {
  switch (when.ask) {
    case 'checkpoint':
      return { text: desk.checkpoint(when.origin) };
    case 'inclusion_proof':
      return desk.inclusionProof(when.index, when.size);
    case 'consistency_proof':
      return desk.consistencyProof(when.from, when.to);
    case 'verify_inclusion':
      return verifyInclusion(when.entry_text ?? journal.split('\n')[when.entry], when.proof, given.head) ?? {};
    case 'verify_consistency':
      return verifyConsistency(when.proof, given.old, given.new) ?? {};
    case 'read_checkpoint':
      return readCheckpoint(given.text);
    case 'read_note':
      return readNote(given.text);
  }
  throw new Error(`no question ${when.ask}`);
}

test('calendars answer as the vectors say', () => run('calendars.json', 36, calendar));

test('clocks stand as the vectors say', () => run('clocks.json', 45, clocks));
test('matrices answer as the vectors say', () => run('matrices.json', 16, matrix));
test('failures travel as the vectors say', () => run('impact.json', 36, impact));
test('approvals end as the vectors say', () => run('approvals.json', 11, approval));
test('proofs are made and judged as the vectors say', () => run('proofs.json', 102, proof));

test('no file of vectors is forgotten', () => {
  const own = ['approvals.json', 'calendars.json', 'clocks.json', 'impact.json', 'journals.json', 'lifecycles.json', 'matrices.json', 'proofs.json'];
  const files = fs.readdirSync(path.join(root, 'tests/conformance')).filter((name) => name.endsWith('.json'));
  assert.deepEqual(files.sort(), own);
});

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
  assert.deepEqual(Lifecycle.all().map(({ process }) => process).sort(), Object.keys(lifecycles).sort());
  console.log(`lifecycles.json: ${Object.values(lifecycles).flatMap(({ moves }) => moves).length} moves`);
});

test('a journal folds to the digest that every language has', () => {
  const { journals } = vectors('journals.json');
  console.log(`journals.json: ${journals.reduce((sum, { entries }) => sum + entries, 0)} entries`);
  assert.ok(journals.length > 0);
  for (const { file, entries, digest, root } of journals) {
    const lines = read(`tests/conformance/${file}`);
    const desk = ServiceManagementSystem.replay(lines);
    assert.deepEqual([desk.length, desk.digest()], [entries, digest]);
    assert.equal(readCheckpoint(desk.checkpoint('example.com/desk')).head.root, root);
    assert.equal(desk.journal(), lines);
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

test('a column answers what its rows answer, on the event loop and off it', async () => {
  const calendar = new BusinessCalendar({ zone: 'Asia/Shanghai', week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] } });
  const first = Date.parse('2026-11-23T00:00:00Z');
  const starts = Float64Array.from({ length: 2_500 }, (_, i) => first + i * 3_600_123);
  const seconds = Float64Array.from({ length: 2_500 }, (_, i) => (i - 100) * 600);
  const due = calendar.addMany(starts, seconds);
  due.forEach((at, i) => assert.equal(at, calendar.add(new Date(starts[i]), seconds[i]).getTime()));
  const working = calendar.betweenMany(starts, due);
  working.forEach((s, i) => assert.equal(s, calendar.between(new Date(starts[i]), new Date(due[i]))));
  assert.deepEqual(await calendar.addManyAsync(starts, seconds), due);
  assert.deepEqual(await calendar.betweenManyAsync(starts, due), working);

  // One amount for all rows; a part of a buffer; none.
  assert.deepEqual(calendar.addMany(starts, 600), calendar.addMany(starts, new Float64Array(2_500).fill(600)));
  assert.deepEqual(calendar.betweenMany(starts, first), calendar.betweenMany(starts, new Float64Array(2_500).fill(first)));
  assert.deepEqual(calendar.addMany(starts.subarray(7, 9), seconds.subarray(7, 9)), due.slice(7, 9));
  assert.equal(calendar.addMany(new Float64Array(), 600).length, 0);
});

test('a column that does not hold says where', async () => {
  const calendar = new BusinessCalendar({ zone: 'UTC', week: { mon: [['09:00', '18:00']] } });
  const first = Date.parse('2026-11-23T00:00:00Z');
  const columns = () => [new Float64Array(2_500).fill(first), new Float64Array(2_500).fill(600)];
  const refused = (change) => {
    const [starts, seconds] = columns();
    change(starts, seconds);
    return answered(() => calendar.addMany(starts, seconds)).error;
  };
  assert.deepEqual(refused((_, seconds) => (seconds[7] = 0.5)), { code: 'document.not_an_integer', path: '[7]' });
  assert.deepEqual(refused((starts) => (starts[1_500] = NaN)), { code: 'value.instant', path: '[1500]' });
  assert.deepEqual(refused((starts) => (starts[2_499] = -1)), { code: 'calendar.out_of_range', path: '[2499]' });
  assert.deepEqual(refused((starts) => (starts[0] = 8.64e15)), { code: 'calendar.out_of_range', path: '[0]' });
  const [starts, seconds] = columns();
  const lengths = { code: 'calendar.lengths', path: '[2499]' };
  assert.deepEqual(answered(() => calendar.addMany(starts, seconds.subarray(1))).error, lengths);
  await assert.rejects(calendar.addManyAsync(starts, seconds.subarray(1)), lengths);
  for (const strange of [[first], new BigInt64Array(1), new Float32Array(1), null, {}]) {
    assert.deepEqual(answered(() => calendar.addMany(strange, seconds)).error, { code: 'document.shape', path: 'starts' });
    await assert.rejects(calendar.betweenManyAsync(starts, strange), { code: 'document.shape', path: 'to' });
  }
});

test('answers are written into the column of the caller', () => {
  const calendar = new BusinessCalendar({ zone: 'Asia/Shanghai', week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] } });
  const starts = Float64Array.from({ length: 2_500 }, (_, i) => Date.parse('2026-11-23T08:00:00Z') + i * 3_600_123);
  const due = calendar.addMany(starts, 600);
  const working = calendar.betweenMany(starts, due);
  const out = new Float64Array(2_500);
  assert.equal(calendar.addMany(starts, 600, out), out);
  assert.deepEqual(out, due);
  assert.equal(calendar.betweenMany(starts, due, out), out);
  assert.deepEqual(out, working);

  // In the memory that is read: as if it had been read before.
  const both = new Float64Array(5_000);
  both.set(starts, 1);
  assert.deepEqual(calendar.addMany(both.subarray(1, 2_501), 600, both.subarray(0, 2_500)), due);
  const ends = due.slice();
  assert.deepEqual(calendar.betweenMany(starts, ends, ends), working);

  const refused = (given) => answered(() => calendar.addMany(starts, 600, given)).error;
  const fault = { code: 'document.shape', path: 'out' };
  const gone = new Float64Array(2_500);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const shared = new Float64Array(new SharedArrayBuffer(2_500 * 8));
  const disguised = Object.defineProperty(new Float64Array(new SharedArrayBuffer(2_500 * 8)), 'buffer', { value: out.buffer });
  for (const strange of [new Float64Array(2_499), new Float64Array(2_501), new Float32Array(2_500), [], 7, null, gone, shared, disguised]) {
    assert.deepEqual(refused(strange), fault);
  }
  assert.throws(() => calendar.betweenMany(starts, due, shared), fault);
  assert.equal(calendar.addMany(new Float64Array(), 600, new Float64Array()).length, 0);
});

test('a column may lie where another thread writes, and may have gone', async () => {
  const calendar = new BusinessCalendar({ zone: 'UTC', week: { mon: [['09:00', '18:00']] } });
  const first = Date.parse('2026-11-23T00:00:00Z');
  const shared = new Float64Array(new SharedArrayBuffer(16)).fill(first);
  assert.deepEqual(calendar.addMany(shared, 600), calendar.addMany(Float64Array.of(first, first), 600));
  const [starts, due] = [Float64Array.of(first), calendar.add(new Date(first), 600).getTime()];
  const promise = calendar.addManyAsync(starts, 600);
  starts[0] = NaN;
  assert.deepEqual(await promise, Float64Array.of(due), 'what was asked, and not what stands there since');
  structuredClone(starts.buffer, { transfer: [starts.buffer] });
  assert.throws(() => calendar.addMany(starts, 600), { code: 'document.shape', path: 'starts' }, 'a buffer that was handed on');
});

test('what the vectors leave open: agreements', async () => {
  const day = [['09:00', '18:00']];
  const desk = new SlaPolicy({
    policies: [{ id: 'sla', version: 1, effective_from: '2026-01-01T00:00:00Z', document: { name: 'desk', precedence: 1, selection: 'precedence',
      clauses: [{ id: 'p3', metric: 'resolution', target: { unit: 'working', seconds: 14_400 }, calendar: 'office', pause_reasons: ['user'] }] } }],
    calendars: [{ id: 'office', version: 1, effective_from: '2026-01-01T00:00:00Z', document: { zone: 'UTC', week: { mon: day, tue: day } } }],
  });
  assert.deepEqual(SlaPolicy.fromJson(JSON.stringify(desk.document)).document, desk.document);
  const ticket = { kind: 'incident', priority: 3 };
  const opened = date('2026-11-23T10:00:00Z');
  const history = { ticket, entries: [{ at: opened, stimulus: { stimulus: 'opened' } }] };
  const answer = desk.clocks(history, date('2026-11-23T11:00:00.999Z'));
  assert.equal(answer.clocks[0].due_at, '2026-11-23T14:00:00Z');
  assert.equal(desk.readings(history, date('2026-11-23T11:00:00Z')).resolution.remaining_s, 10_800);
  const why = desk.whyDue(history, opened, 'resolution');
  assert.equal(why.why.due_at, '2026-11-23T14:00:00Z');
  assert.match(why.text_zh, /\p{Script=Han}/u);
  assert.equal(desk.whyDue(history, opened, 'response'), null);
  assert.deepEqual(desk.clocksMany([history, history], opened), [desk.clocks(history, opened), desk.clocks(history, opened)]);
  assert.deepEqual(await desk.clocksManyAsync([history], opened), [desk.clocks(history, opened)]);

  // Who keeps the clocks has the same as who keeps the history.
  const driven = desk.stimulate(null, ticket, { stimulus: 'opened' }, opened);
  assert.deepEqual(driven.clocks, desk.clocks(history, opened).clocks);
  const late = date('2026-11-23T15:00:00Z');
  assert.deepEqual(desk.observe(driven.clocks, late).clocks, desk.clocks(history, late).clocks);
  assert.equal(desk.observe(driven.clocks, late).clocks[0].breached_at, '2026-11-23T14:00:01Z');
  const paths = (question) => answered(question).error;
  assert.deepEqual(paths(() => desk.clocksMany([history, { ...history, entries: 7 }], opened)), { code: 'document.shape', path: '[1].entries' });
  assert.equal(paths(() => desk.whyDue(history, opened, 'resolutoin')).code, 'value.unknown');
  await assert.rejects(desk.clocksManyAsync([7], opened), { code: 'document.shape', path: '[0]' });
});

test('what the vectors leave open: ballots', () => {
  const [opened, later] = [date('2026-11-23T08:00:00Z'), date('2026-11-23T09:00:00Z')];
  const subject = '0'.repeat(64);
  const voters = ['a', 'b'].map((person) => ({ person, roles: [] }));
  const ballot = new Ballot({ subject, rule: { threshold: { percent: 60 } }, voters }, opened);
  assert.deepEqual(ballot.outstanding, ['a', 'b']);
  const vote = (by, cast_by = by) => ({ by, cast_by, decision: 'approve', at: later });
  const one = ballot.vote(vote('a'), later);
  assert.deepEqual([ballot.outstanding, one.outstanding, one.outcome.kind], [['a', 'b'], ['b'], 'waiting'], 'a ballot does not change');
  const both = one.delegate('b', 'c', later).vote(vote('b', 'c'), later);
  assert.deepEqual([both.outcome.kind, both.inForce(subject, later), both.inForce('1'.repeat(64), later)], ['accepted', true, false]);
  const codeOf = (question) => answered(question).error.code;
  assert.equal(codeOf(() => both.vote(vote('a'), later)), 'ballot.closed');
  assert.equal(codeOf(() => one.vote(vote('a'), later)), 'ballot.already_voted');
  assert.equal(codeOf(() => one.inForce('0', later)), 'value.digest');
  assert.equal(codeOf(() => Ballot.fromDocument({ ...both.document, outcome: { kind: 'waiting' } })), 'document.shape');
});
