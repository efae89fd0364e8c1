'use strict';
// One error for everything that goes wrong, and nothing that a caller hands in brings the process down.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const itsm = require('..');
const { Ballot, BusinessCalendar, Cmdb, ItsmError, Lifecycle, Plan, Policies, PriorityMatrix, ServiceManagementSystem, SlaPolicy } = itsm;

const OFFICE = { zone: 'UTC', week: { mon: [['09:00', '17:00']] } };
const CONTEXT = { now: '2026-01-05T01:00:00Z', actor: { id: 'p-1', roles: ['po'] } };
const publish = (document) => ({
  kind: 'policy.publish',
  record: 'office',
  body: { version: 1, effective_from: '2026-01-01T00:00:00Z', document },
});

function thrown(question) {
  try {
    question();
  } catch (fault) {
    return fault;
  }
  return assert.fail('nothing was thrown');
}

/** The code and path of what is thrown, which is an ItsmError and an ordinary Error. */
function refused(question) {
  const fault = thrown(question);
  assert.ok(fault instanceof ItsmError && fault instanceof Error, fault);
  assert.equal(fault.name, 'ItsmError');
  assert.match(fault.stack, /ItsmError: /);
  assert.ok(fault.kind && fault.retry && fault.message);
  return [fault.code, fault.path];
}

test('a fault in a document has its code, its kind and its path', () => {
  const fault = thrown(() => new BusinessCalendar({ zone: 'Mars/Base', week: {} }));
  assert.deepEqual([fault.code, fault.kind, fault.retry], ['calendar.unknown_zone', 'invalid', 'never']);
  assert.deepEqual(refused(() => new ServiceManagementSystem().execute({ kind: 'incident.assign', record: 'INC-1', body: { group: 7 } }, CONTEXT)),
    ['document.shape', 'body.group']);
});

test('a refusal names its guard, what is missing, and says so in Chinese', () => {
  const record = { kind: 'incident.log', record: 'INC-1', body: { channel: 'phone', symptom: 'slow', occurred_at: '2026-01-05T00:30:00Z', service: { known: 'vpn' }, requester: 'u-1' } };
  const matrix = { matrix: PriorityMatrix.preset('iso').document };
  const policies = new Policies([
    { id: 'office', version: 1, effective_from: '2026-01-01T00:00:00Z', document: { calendar: OFFICE } },
    { id: 'matrix', version: 1, effective_from: '2026-01-01T00:00:00Z', document: matrix },
    { id: 'rules', version: 1, effective_from: '2026-01-01T00:00:00Z', document: { desk: { calendar: 'office' } } },
  ]);
  const incidents = Lifecycle.of('incident');
  const context = { now: new Date('2026-01-05T01:00:00.999Z'), actor: { id: 'p-sd', roles: ['sd'], unit: 'network' }, entropy: '07'.repeat(32) };
  const logged = incidents.decide(null, record, context, policies);
  assert.equal(logged.events[0].at, '2026-01-05T01:00:00Z', 'milliseconds are floored');
  assert.deepEqual(logged.events.reduce((before, event) => incidents.apply(before, event), null), logged.record);
  assert.ok(incidents.due(logged.record) === null || incidents.due(logged.record) instanceof Date);
  assert.deepEqual(incidents.fire(logged.record, context, policies).record, logged.record);
  assert.ok(Array.isArray(incidents.needs(logged.record, { ...record, kind: 'incident.assign', body: { group: 'network' } })));
  assert.match(incidents.mermaid, /^stateDiagram-v2/);

  const close = { kind: 'incident.close', record: 'INC-1', body: { code: 'done', category_verified: true } };
  const fault = thrown(() => incidents.decide(logged.record, close, context, policies));
  assert.deepEqual([fault.code, fault.kind, fault.retry], ['incident.close', 'refused', 'after_change']);
  assert.ok(fault.guard && fault.refusal.legal.includes('incident.classify'));
  assert.match(fault.messageZh, /\p{Script=Han}/u);
  assert.equal(thrown(() => incidents.decide(null, record, context)).code, 'command.no_policy');
  assert.deepEqual(refused(() => Lifecycle.of('change').decide(null, close, context)), ['command.unknown_kind', undefined]);
});

test('a plan is confirmed once, and is a conflict when the system has moved on', () => {
  const desk = new ServiceManagementSystem();
  const [first, second] = [1, 2].map(() => desk.plan(publish({ calendar: OFFICE }), CONTEXT));
  assert.equal(desk.length, 0);
  assert.equal(first.events[0].kind, 'policy.published');
  assert.deepEqual(desk.confirm(first), first.events);
  const fault = thrown(() => desk.confirm(second));
  assert.deepEqual([fault.kind, fault.retry, desk.length], ['conflict', 'after_reload', 1]);
  assert.equal(ServiceManagementSystem.replay(desk.journal()).digest(), desk.digest());
  for (const strange of [{}, null, first.events, Object.create(Plan.prototype), new Policies()]) {
    assert.deepEqual(refused(() => desk.confirm(strange)), ['document.shape', 'plan']);
  }
  assert.throws(() => new Plan({}), ItsmError);
  assert.throws(() => Lifecycle.of('incident').decide(null, {}, {}, {}), { code: 'document.shape', path: 'policies' });
});

test('what is no document is refused, and the process goes on', () => {
  let deep = {};
  for (let i = 0; i < 200_000; i += 1) deep = { deep };
  const cyclic = { ...OFFICE };
  cyclic.week = cyclic;
  const shallow = JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40));
  for (const [document, code, path] of [
    [deep, 'document.too_deep', 'calendar'],
    [shallow, 'document.too_deep'],
    [cyclic, 'document.shape', 'calendar'],
    [undefined, 'document.shape', 'calendar'],
    [null, 'document.shape', 'calendar'],
    ['{}', 'document.shape', 'calendar'],
    [7, 'document.shape', 'calendar'],
    [() => OFFICE, 'document.shape', 'calendar'],
    [[], 'document.shape'],
    [{ ...OFFICE, zone: 7n }, 'document.shape', 'zone'],
    [{ ...OFFICE, covers: NaN }, 'document.shape', 'covers'],
    [{ ...OFFICE, covers: -Infinity }, 'document.shape', 'covers'],
    [{ ...OFFICE, zone: 1.5 }, 'document.not_an_integer'],
    [{ ...OFFICE, zone: Symbol('UTC') }, 'document.shape', 'zone'],
    [{ ...OFFICE, zone: () => 'UTC' }, 'document.shape', 'zone'],
    [{ ...OFFICE, week: new Map([['mon', []]]) }, 'document.shape', 'week'],
    [{ ...OFFICE, holidays: [undefined] }, 'document.shape', '0'],
    [{ ...OFFICE, zone: '\ud800' }, 'document.syntax'],
    [{ ...OFFICE, zone: new Date(NaN) }, 'value.instant'],
    [JSON.parse('{"zone": "UTC", "week": {}, "__proto__": {"zone": "UTC"}}'), 'document.shape', '__proto__'],
    [new Proxy(new Map(), {}), 'document.shape', ''],
  ]) {
    const [given, where] = refused(() => new BusinessCalendar(document));
    assert.equal(given, code, String(path));
    if (path !== undefined) assert.equal(where ?? '', path);
  }
  assert.equal({}.zone, undefined, 'no prototype was touched');
});

test('every door to every handle refuses what is no document', () => {
  let deep = {};
  for (let i = 0; i < 200_000; i += 1) deep = { deep };
  const cyclic = {};
  cyclic.cyclic = cyclic;
  const hostile = [
    ...[deep, cyclic, 7, '{}', () => ({}), Symbol('s'), 7n, true, new Map(), new Date(0), new Proxy(new Map(), {})],
    ...[{ a: NaN }, { a: 7n }, [undefined], { a: new Set() }, { zone: '\ud800' }, JSON.parse('['.repeat(40) + ']'.repeat(40))],
    ...[JSON.parse('{"__proto__": 1}'), { strange: 'field' }, { constructor: 1 }, 'x'.repeat(1_000)],
  ];
  const now = new Date('2026-11-23T09:00:00Z');
  const opening = { subject: '0'.repeat(64), rule: { threshold: { percent: 60 } }, voters: [{ person: 'a', roles: [] }] };
  const [ballot, book] = [new Ballot(opening, now), new SlaPolicy({ policies: [] })];
  const cmdb = new Cmdb({ kinds: {}, service_types: [], items: [], relations: [] });
  const incidents = Lifecycle.of('incident');
  const desk = new ServiceManagementSystem();
  const doors = [
    (given) => new BusinessCalendar(given),
    (given) => new PriorityMatrix(given),
    (given) => new Policies(given),
    (given) => new SlaPolicy(given),
    (given) => book.clocks(given, now),
    (given) => book.clocksMany(given, now),
    (given) => book.readings(given, now),
    (given) => book.whyDue(given, now, 'response'),
    (given) => book.stimulate(given, {}, {}, now),
    (given) => book.observe(given, now),
    (given) => new Ballot(given, now),
    (given) => new Ballot(opening, now, given),
    (given) => Ballot.fromDocument(given),
    (given) => ballot.vote(given, now),
    (given) => ballot.vote({ by: 'a', cast_by: 'a', decision: 'approve', at: now }, now, given),
    (given) => new Cmdb(given),
    (given) => cmdb.impactOf(given),
    (given) => cmdb.impactOf([], given),
    (given) => cmdb.witnesses([], given),
    (given) => cmdb.simulate([], given),
    (given) => incidents.decide(given, publish({}), CONTEXT),
    (given) => incidents.decide(null, given, CONTEXT),
    (given) => incidents.decide(null, publish({}), given),
    (given) => incidents.apply(null, given),
    (given) => incidents.due(given),
    (given) => desk.execute(given, CONTEXT),
    (given) => desk.plan(publish({ calendar: OFFICE }), given),
    (given) => desk.kpis(given, now),
  ];
  for (const door of doors) {
    for (const given of hostile) {
      const fault = thrown(() => door(given));
      assert.ok(fault instanceof ItsmError, `${door}: ${fault.stack}`);
      assert.ok(['invalid', 'limit'].includes(fault.kind), `${door}: ${fault.kind} ${fault.message}`);
    }
  }
  assert.equal(desk.length, 0);
  assert.equal(ballot.outcome.kind, 'waiting');
});

test('an instant of a handle is a date', () => {
  const book = new SlaPolicy({ policies: [] });
  const opening = { subject: '0'.repeat(64), rule: { threshold: { percent: 60 } }, voters: [{ person: 'a', roles: [] }] };
  const ballot = new Ballot(opening, new Date('2026-11-23T09:00:00Z'));
  for (const [at, code] of [[new Date(NaN), 'value.instant'], [new Date(8.64e15), 'value.instant'], ['2026-11-23T09:00:00Z', 'document.shape'], [undefined, 'document.shape']]) {
    assert.deepEqual(refused(() => book.clocks({ ticket: { kind: 'incident' }, entries: [] }, at))[0], code);
    assert.deepEqual(refused(() => book.observe([], at))[0], code);
    assert.deepEqual(refused(() => new Ballot(opening, at))[0], code);
    assert.deepEqual(refused(() => ballot.delegate('a', 'b', at))[0], code);
    assert.deepEqual(refused(() => ballot.inForce('0'.repeat(64), at))[0], code);
  }
});

test('what the caller throws is his own', () => {
  const own = new Error('own');
  const getter = { get zone() { throw own; }, week: {} };
  const json = { toJSON() { throw own; } };
  const proxy = new Proxy({}, { ownKeys() { throw own; } });
  for (const document of [getter, json, proxy]) assert.equal(thrown(() => new BusinessCalendar(document)), own);
});

test('a document without a prototype or from another realm is one; what is undefined is absent', () => {
  const bare = Object.assign(Object.create(null), OFFICE);
  const foreign = vm.runInNewContext(`(${JSON.stringify(OFFICE)})`);
  for (const document of [bare, foreign, { ...OFFICE, holidays: undefined }]) {
    assert.equal(new BusinessCalendar(document).document.zone, 'UTC');
  }
  const calendar = new BusinessCalendar(OFFICE);
  assert.equal(calendar.isOpen(vm.runInNewContext('new Date("2026-11-23T09:00:00Z")')), true);
});

test('instants are dates of whole seconds, floored', () => {
  const calendar = new BusinessCalendar(OFFICE);
  const at = (ms) => new Date(Date.parse('2026-11-23T09:00:00Z') + ms);
  assert.deepEqual(calendar.add(at(999), 60), at(60_000));
  assert.equal(calendar.isOpen(at(-1)), false, 'floored and not rounded');
  assert.equal(calendar.between(at(0), at(1_999)), 1);
  for (const [start, code] of [
    [new Date(NaN), 'value.instant'],
    [new Date(8.64e15), 'calendar.out_of_range'],
    [new Date(-1), 'calendar.out_of_range'],
    ['2026-11-23T09:00:00Z', 'document.shape'],
    [0, 'document.shape'],
    [0n, 'document.shape'],
    [undefined, 'document.shape'],
    [Object.create(Date.prototype), 'document.shape'],
  ]) {
    assert.equal(refused(() => calendar.add(start, 60))[0], code, String(code));
    assert.equal(refused(() => calendar.nextOpen(start))[0], code);
  }
  assert.equal(refused(() => new ServiceManagementSystem().advance(new Date(NaN)))[0], 'value.instant');
});

test('seconds are whole numbers', () => {
  const calendar = new BusinessCalendar(OFFICE);
  for (const [seconds, code] of [
    [0.5, 'document.not_an_integer'],
    [NaN, 'document.not_an_integer'],
    [Infinity, 'document.not_an_integer'],
    [2 ** 53, 'document.not_an_integer'],
    [60n, 'document.shape'],
    ['60', 'document.shape'],
    [undefined, 'document.shape'],
  ]) {
    assert.deepEqual(refused(() => calendar.add(new Date(0), seconds)), [code, 'seconds']);
  }
  assert.deepEqual(refused(() => calendar.addWorkingDays(new Date(0), -1)), ['document.shape', 'days']);
  assert.deepEqual(refused(() => PriorityMatrix.preset('iso').priority(300, 1)), ['document.shape', 'impact']);
  assert.equal(refused(() => PriorityMatrix.preset('iso').priority(9, 1))[0], 'matrix.unknown_impact');
  assert.equal(refused(() => calendar.addMany([0], [1]))[0], 'document.shape');
});

test('a code that the library does not have is missing', () => {
  const desk = new ServiceManagementSystem();
  for (const question of [
    () => Lifecycle.of('incidnet'),
    () => PriorityMatrix.preset('isso'),
    () => Lifecycle.of('incident').allowed('opn'),
    () => desk.records('incidnet'),
    () => new BusinessCalendar(OFFICE).add(new Date(0), 1, { boundary: 'somewhere' }),
  ]) {
    const fault = thrown(question);
    assert.deepEqual([fault.code, fault.kind], ['value.unknown', 'missing']);
  }
  assert.equal(refused(() => new ServiceManagementSystem(7))[0], 'document.shape');
  assert.equal(refused(() => new BusinessCalendar(OFFICE).add(new Date(0), 1, { boundary: 7 }))[0], 'document.shape');
  assert.deepEqual(refused(() => ServiceManagementSystem.replay('{')), ['document.syntax', '[0]']);
});

test('a method without its object is an ordinary error', () => {
  const { add } = new BusinessCalendar(OFFICE);
  assert.throws(() => add(new Date(0), 1), TypeError);
  assert.throws(() => BusinessCalendar(OFFICE), TypeError);
});

test('a panic is an error, on the event loop and off it', async () => {
  const said = { name: 'ItsmError', code: 'internal.panic', kind: 'internal', retry: 'never', message: 'for the test' };
  assert.throws(() => itsm._panicForTest(), said);
  await assert.rejects(itsm._panicForTestAsync(), said);
});

test('a promise is rejected with the same error', async () => {
  await assert.rejects(ServiceManagementSystem.replayAsync('{'), ItsmError);
  await assert.rejects(ServiceManagementSystem.replayAsync(7), { code: 'document.shape', path: 'lines' });
  await assert.rejects(new ServiceManagementSystem().kpisAsync({}, new Date(0)), { code: 'document.shape' });
});

test('every export of the addon catches a panic', () => {
  const folder = path.join(__dirname, '../src');
  const exports = fs.readdirSync(folder).flatMap((file) =>
    [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/#\[napi(.*)\]\n(?: *(?:#\[|\/\/).*\n)* *pub (fn|struct) (\w+)/g)],
  );
  const functions = exports.filter(([, , what]) => what === 'fn');
  assert.ok(functions.length > 60, `${functions.length} functions`);
  assert.deepEqual(functions.filter(([, how]) => !how.includes('catch_unwind')).map(([, , , name]) => name), []);
});

test('a document that holds itself a billion times is counted as it is written', () => {
  let shared = [1];
  for (let level = 0; level < 30; level += 1) shared = [shared, shared];
  const started = Date.now();
  assert.throws(() => new PriorityMatrix({ cells: shared }), { code: 'document.too_large', path: 'matrix' });
  assert.ok(Date.now() - started < 20_000);
});

test('what a getter throws comes through as it is', () => {
  const own = new RangeError('mine');
  const document = { get zone() { throw own; } };
  assert.throws(() => new BusinessCalendar(document), (fault) => fault === own);
});

test('half of a surrogate pair is no text', () => {
  assert.throws(() => BusinessCalendar.fromJson('{"zone": "\ud800"}'), { code: 'document.shape' });
});

test('a column that has lost its buffer is none', () => {
  const office = new BusinessCalendar({ zone: 'UTC', week: { mon: [['09:00', '17:00']] } });
  const column = new Float64Array(3);
  structuredClone(column.buffer, { transfer: [column.buffer] });
  assert.throws(() => office.addMany(column, 60), { code: 'document.shape', path: 'starts' });
  assert.strictEqual(office.addMany(new Float64Array(0), 60).length, 0);
});
