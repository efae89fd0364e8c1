'use strict';
// The library itsm for Node: classes, dates and errors over the addon, which takes and gives texts and numbers. Nothing is decided here.

const { isDate } = require('node:util').types;
const addon = require('./itsm.node');
const { ItsmError, ask, failed, shape } = require('./failure.js');
const { Journal, appendInstead, notOpen } = require('./journal.js');

const answer = (question) => JSON.parse(ask(question));
const promised = (promise) => promise.catch((fault) => Promise.reject(failed(fault)));

/** Milliseconds of a date; whether they are an instant, the core says. */
function ms(path, date) {
  if (!isDate(date)) throw shape(path, `\`${path}\` is no Date`);
  return Date.prototype.getTime.call(date);
}

const instant = (path, date) => {
  const at = ms(path, date);
  return ask(() => addon.instant(at));
};

const dated = (at) => (at === null ? null : new Date(at));

function number(path, value) {
  if (typeof value !== 'number') throw shape(path, `\`${path}\` is a ${typeof value} and no number`);
  return value;
}

function string(path, value) {
  if (typeof value !== 'string') throw shape(path, `\`${path}\` is no text`);
  if (!value.isWellFormed()) throw shape(path, `\`${path}\`: half of a surrogate pair is no text`);
  return value;
}

/** A text, or none. */
const perhaps = (path, value) => (value === undefined || value === null ? null : string(path, value));

/** The memory of a column, whatever its owner calls so. */
const memory = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float64Array.prototype), 'buffer').get;

/** Whether an empty column is one whose buffer was handed to another thread or shrunk: every method refuses it then. */
function lost(values) {
  try {
    Float64Array.prototype.keys.call(values);
    return false;
  } catch {
    return true;
  }
}

/** A column of numbers whose memory is there. */
function column(path, values) {
  if (!(values instanceof Float64Array)) throw shape(path, `\`${path}\` is no Float64Array`);
  if (values.length === 0 && lost(values)) throw shape(path, `\`${path}\` has lost its buffer`);
  return values;
}

/** A column that is read; a number stands for a column of one. What another thread may write meanwhile is copied. */
function numbers(path, values) {
  if (typeof values === 'number') return Float64Array.of(values);
  return memory.call(column(path, values)) instanceof SharedArrayBuffer ? values.slice() : values;
}

/** A column in which anything may stand: every row is written before somebody sees it. */
const blank = (length) => new Float64Array(Buffer.allocUnsafeSlow(length * 8).buffer);

/** The columns of a question and one for its answers, in this order. What lies in the memory of the answers is read from a copy. */
function columns(rows, amounts, out = blank(rows.length)) {
  const own = memory.call(column('out', out));
  if (own instanceof SharedArrayBuffer) throw shape('out', '`out` lies in memory that threads share');
  const apart = (values) => (memory.call(values) === own ? values.slice() : values);
  return [apart(rows), apart(amounts), out];
}

const plain = (object) => {
  const above = Object.getPrototypeOf(object);
  return above === null || Array.isArray(object) || Object.getPrototypeOf(above) === null;
};

/** What JSON would change in silence is refused; a date is the instant that it says. */
function checked(key, value) {
  const given = this[key];
  if (isDate(given)) return instant(key, given);
  if (typeof value === 'number' && !Number.isFinite(value)) throw shape(key, `\`${key}\` is \`${value}\``);
  if (value === undefined && !Array.isArray(this) && key !== '') return undefined;
  if (value === undefined || ['bigint', 'function', 'symbol'].includes(typeof value)) {
    throw shape(key, `\`${key}\` is a value that no document has: ${typeof value}`);
  }
  if (typeof value === 'object' && value !== null && !plain(value)) {
    throw shape(key, `\`${key}\` is no plain object`);
  }
  return value;
}

/** A document that is text already. */
class Json {
  constructor(text) {
    this.text = string('text', text);
  }
}

/** Values of a document of 4 MiB, the limit of all but registers and histories: each takes two bytes. */
const VALUES = 2 * 1024 * 1024;

/** A document as text, of at most so many values. What a getter or `toJSON` of the caller throws is his own. */
function text(path, document, most = VALUES) {
  if (document instanceof Json) return document.text;
  if (typeof document !== 'object' || document === null) throw shape(path, `\`${path}\` is no document`);
  let values = 0;
  try {
    return JSON.stringify(document, function counted(key, value) {
      // A list that stands in itself many times is a large document: it is counted as it is written.
      values += 1;
      if (values > most) throw tooLarge(path);
      return checked.call(this, key, value);
    });
  } catch (fault) {
    const said = String(fault?.message);
    if (fault instanceof RangeError && said.startsWith('Maximum call stack')) throw tooDeep(path);
    if (fault instanceof RangeError && said.startsWith('Invalid string length')) throw tooLarge(path);
    if (fault instanceof TypeError && said.startsWith('Converting circular structure')) throw shape(path, `\`${path}\` holds itself`);
    throw fault;
  }
}

const tooDeep = (path) =>
  new ItsmError({ code: 'document.too_deep', kind: 'limit', retry: 'never', path, message: `\`${path}\` is nested too deep` });

const tooLarge = (path) =>
  new ItsmError({ code: 'document.too_large', kind: 'limit', retry: 'never', path, message: `\`${path}\` is too large` });

const some = (path, document) => (document === undefined || document === null ? null : text(path, document));

/** Working time by the windows, holidays and zone of a document. */
class BusinessCalendar {
  #own;
  constructor(document, { repairEndOfDay = false } = {}) {
    const given = text('calendar', document);
    this.#own = ask(() => new addon.BusinessCalendar(given, repairEndOfDay));
  }
  static fromJson(text, options) { return new BusinessCalendar(new Json(text), options); }
  get document() { return answer(() => this.#own.document()); }
  get tzdbVersion() { return this.#own.tzdbVersion(); }
  get zone() { return this.#own.zone(); }
  add(start, seconds, { boundary } = {}) {
    const given = [ms('start', start), number('seconds', seconds)];
    return new Date(ask(() => (boundary === undefined ? this.#own.add(...given) : this.#own.addUnder(...given, boundary))));
  }
  subtract(end, seconds) {
    return new Date(ask(() => this.#own.subtract(ms('end', end), number('seconds', seconds))));
  }
  between(from, to) { return ask(() => this.#own.between(ms('from', from), ms('to', to))); }
  isOpen(at) { return ask(() => this.#own.isOpen(ms('at', at))); }
  nextOpen(at) { return dated(ask(() => this.#own.nextOpen(ms('at', at)))); }
  nextClose(at) { return dated(ask(() => this.#own.nextClose(ms('at', at)))); }
  workingDaysBetween(from, to) { return ask(() => this.#own.workingDaysBetween(ms('from', from), ms('to', to))); }
  addWorkingDays(start, days, { convention = 'keep_time' } = {}) {
    return new Date(ask(() => this.#own.addWorkingDays(ms('start', start), number('days', days), convention)));
  }
  ledger(from, to, { chinese = false } = {}) { return ask(() => this.#own.ledger(ms('from', from), ms('to', to), chinese)); }
  addMany(starts, seconds, out) {
    const given = columns(numbers('starts', starts), numbers('seconds', seconds), out);
    ask(() => this.#own.addMany(...given));
    return given[2];
  }
  async addManyAsync(starts, seconds) {
    const given = [numbers('starts', starts), numbers('seconds', seconds)];
    return promised(ask(() => this.#own.addManyAsync(...given)));
  }
  betweenMany(from, to, out) {
    const given = columns(numbers('from', from), numbers('to', to), out);
    ask(() => this.#own.betweenMany(...given));
    return given[2];
  }
  async betweenManyAsync(from, to) {
    const given = [numbers('from', from), numbers('to', to)];
    return promised(ask(() => this.#own.betweenManyAsync(...given)));
  }
}

/** A book of service level agreements: what clocks a ticket has, where they stand, and why. */
class SlaPolicy {
  #own;
  constructor(document) {
    const given = text('agreements', document);
    this.#own = ask(() => new addon.SlaPolicy(given));
  }
  static fromJson(text) { return new SlaPolicy(new Json(text)); }
  get document() { return answer(() => this.#own.document()); }
  clocks(history, asOf) {
    const given = [text('history', history), instant('asOf', asOf)];
    return answer(() => this.#own.clocks(...given));
  }
  clocksMany(histories, asOf) {
    const given = [text('histories', histories, 16 * VALUES), instant('asOf', asOf)];
    return answer(() => this.#own.clocksMany(...given));
  }
  async clocksManyAsync(histories, asOf) {
    const given = [text('histories', histories, 16 * VALUES), instant('asOf', asOf)];
    return JSON.parse(await promised(ask(() => this.#own.clocksManyAsync(...given))));
  }
  readings(history, asOf) {
    const given = [text('history', history), instant('asOf', asOf)];
    return answer(() => this.#own.readings(...given));
  }
  whyDue(history, asOf, metric) {
    const given = [text('history', history), instant('asOf', asOf), string('metric', metric)];
    return answer(() => this.#own.whyDue(...given));
  }
  stimulate(clocks, ticket, stimulus, at) {
    const given = [some('clocks', clocks), text('ticket', ticket), text('stimulus', stimulus), instant('at', at)];
    return answer(() => this.#own.stimulate(...given));
  }
  observe(clocks, now) {
    const given = [text('clocks', clocks), instant('now', now)];
    return answer(() => this.#own.observe(...given));
  }
}

/** A vote of several persons on one content; each vote makes the next one. */
class Ballot {
  #own;
  constructor(opening, now, waivers) {
    if (opening instanceof addon.Ballot) {
      this.#own = opening;
      return;
    }
    const given = [text('opening', opening), instant('now', now), some('waivers', waivers)];
    this.#own = ask(() => new addon.Ballot(...given));
  }
  static fromDocument(document) {
    const given = text('ballot', document);
    return new Ballot(ask(() => addon.Ballot.fromDocument(given)));
  }
  get document() { return answer(() => this.#own.document()); }
  get outcome() { return answer(() => this.#own.outcome()); }
  get outstanding() { return ask(() => this.#own.outstanding()); }
  vote(vote, now, waivers) {
    const given = [text('vote', vote), instant('now', now), some('waivers', waivers)];
    return new Ballot(ask(() => this.#own.vote(...given)));
  }
  delegate(from, to, now) {
    const given = [string('from', from), string('to', to), instant('now', now)];
    return new Ballot(ask(() => this.#own.delegate(...given)));
  }
  inForce(content, now) {
    const given = [string('content', content), instant('now', now)];
    return ask(() => this.#own.inForce(...given));
  }
}

/** Which ticket comes first, and why. */
class PriorityMatrix {
  #own;
  constructor(document) {
    const given = document instanceof addon.PriorityMatrix ? null : text('matrix', document);
    this.#own = given === null ? document : ask(() => new addon.PriorityMatrix(given));
  }
  static fromJson(text) { return new PriorityMatrix(new Json(text)); }
  static preset(code) { return new PriorityMatrix(ask(() => addon.PriorityMatrix.preset(string('code', code)))); }
  get document() { return answer(() => this.#own.document()); }
  priority(impact, urgency) {
    return ask(() => this.#own.priority(number('impact', impact), number('urgency', urgency)));
  }
  explain(impact, urgency) {
    return answer(() => this.#own.explain(number('impact', impact), number('urgency', urgency)));
  }
  lint() { return answer(() => this.#own.lint()); }
}

/** Visits of a search where the caller states no budget. */
const BUDGET = 1_000_000;

/** A register of configuration items. */
class Cmdb {
  #own;
  constructor(document) {
    const given = text('cmdb', document, 256 * VALUES);
    this.#own = ask(() => new addon.Cmdb(given));
  }
  static fromJson(text) { return new Cmdb(new Json(text)); }
  get document() { return answer(() => this.#own.document()); }
  impactOf(sources, options) {
    const given = [text('sources', sources), some('options', options)];
    return answer(() => this.#own.impactOf(...given));
  }
  witnesses(sources, items, options) {
    const given = [text('sources', sources), text('items', items), some('options', options)];
    return answer(() => this.#own.witnesses(...given));
  }
  dependsOn(item) { return answer(() => this.#own.dependsOn(string('item', item))); }
  dependents(item) { return answer(() => this.#own.dependents(string('item', item))); }
  rootCandidates(symptoms, budget = BUDGET) {
    const given = text('symptoms', symptoms);
    return answer(() => this.#own.rootCandidates(given, number('budget', budget)));
  }
  singlePointsOfFailure(service, options) {
    const given = some('options', options);
    return answer(() => this.#own.singlePointsOfFailure(string('service', service), given));
  }
  minimalCutSets(service, search, options) {
    const given = [text('search', search), some('options', options)];
    return answer(() => this.#own.minimalCutSets(string('service', service), ...given));
  }
  availability(service, upPpm, options, budget = BUDGET) {
    const [up, given] = [text('upPpm', upPpm), some('options', options)];
    return answer(() => this.#own.availability(string('service', service), up, number('budget', budget), given));
  }
  simulate(overlays, options) {
    const given = [text('overlays', overlays), text('options', options)];
    return answer(() => this.#own.simulate(...given));
  }
  async simulateAsync(overlays, options) {
    const given = [text('overlays', overlays), text('options', options)];
    return JSON.parse(await promised(ask(() => this.#own.simulateAsync(...given))));
  }
}

/** Hands out the addon's own object of a handle. */
let ownPolicies;
let ownPlan;

/** Policies compiled for decisions beside a host's own tables. */
class Policies {
  #own;
  constructor(list = []) {
    const given = text('policies', list);
    this.#own = ask(() => new addon.Policies(given));
  }
  static {
    ownPolicies = (policies) => {
      if (typeof policies !== 'object' || policies === null || !(#own in policies)) {
        throw shape('policies', '`policies` are no Policies');
      }
      return policies.#own;
    };
  }
}

/** The lifecycle of one process: its states, its table, its decisions. */
class Lifecycle {
  #own;
  constructor(process) {
    this.#own = ask(() => new addon.Lifecycle(string('process', process)));
  }
  static of(process) { return new Lifecycle(process); }
  static all() { return addon.Lifecycle.processes().map((process) => new Lifecycle(process)); }
  get process() { return this.#own.process(); }
  get label() { return answer(() => this.#own.label()); }
  get states() { return answer(() => this.#own.states()); }
  allowed(state) { return answer(() => this.#own.allowed(perhaps('state', state))); }
  get table() { return answer(() => this.#own.table()); }
  get mermaid() { return ask(() => this.#own.mermaid()); }
  needs(record, command) {
    const given = [some('record', record), text('command', command)];
    return answer(() => this.#own.needs(...given));
  }
  decide(record, command, context, policies = new Policies()) {
    const given = [some('record', record), text('command', command), text('context', context), ownPolicies(policies)];
    return answer(() => this.#own.decide(...given));
  }
  due(record) {
    const given = text('record', record);
    return dated(ask(() => this.#own.due(given)));
  }
  fire(record, context, policies = new Policies()) {
    const given = [text('record', record), text('context', context), ownPolicies(policies)];
    return answer(() => this.#own.fire(...given));
  }
  apply(record, event) {
    const given = [some('record', record), text('event', event)];
    return answer(() => this.#own.apply(...given));
  }
}

/** A plan that waits to be persisted and confirmed. */
class Plan {
  #own;
  constructor(own) {
    if (!(own instanceof addon.Plan)) throw shape('', 'a plan is made by `plan`');
    this.#own = own;
  }
  static {
    ownPlan = (plan) => {
      if (typeof plan !== 'object' || plan === null || !(#own in plan)) throw shape('plan', '`plan` is no Plan');
      return plan.#own;
    };
  }
  get events() { return answer(() => this.#own.events()); }
}

/** A service management system whose commands, contexts and answers are documents; on a journal, what it says has happened is kept. */
class ServiceManagementSystem {
  #own;
  #journal;
  constructor(tenant, journal) {
    this.#own =
      tenant instanceof addon.ServiceManagementSystem
        ? tenant
        : ask(() => new addon.ServiceManagementSystem(perhaps('tenant', tenant)));
    this.#journal = journal instanceof Journal ? journal : null;
  }
  static open(database, { prefix, tenant } = {}) {
    const journal = new Journal(database, perhaps('prefix', prefix), perhaps('tenant', tenant));
    return journal.open((own) => new ServiceManagementSystem(own, journal));
  }
  static replay(lines, tenant) {
    return new ServiceManagementSystem(
      ask(() => addon.ServiceManagementSystem.replay(string('lines', lines), perhaps('tenant', tenant))),
    );
  }
  static async replayAsync(lines, tenant) {
    const given = [string('lines', lines), perhaps('tenant', tenant)];
    return new ServiceManagementSystem(await promised(ask(() => addon.ServiceManagementSystem.replayAsync(...given))));
  }
  get #kept() {
    if (this.#journal === null) throw notOpen();
    return this.#journal;
  }
  execute(command, context) {
    const given = () => [text('command', command), text('context', context)];
    if (this.#journal) return this.#journal.ends('execute', given);
    const words = given();
    return answer(() => this.#own.execute(...words));
  }
  plan(command, context) {
    const given = [text('command', command), text('context', context)];
    return new Plan(ask(() => this.#own.plan(...given)));
  }
  confirm(plan) {
    const given = ownPlan(plan);
    if (this.#journal) throw appendInstead();
    return answer(() => this.#own.confirm(given));
  }
  append(plan) { return this.#kept.ends('append', () => [ownPlan(plan)]); }
  catchUp() { return this.#kept.ends('catchUp'); }
  verify() { return this.#kept.ends('verify'); }
  report() { return this.#kept.report; }
  close() { this.#journal?.close(); }
  advance(now) {
    const given = () => [instant('now', now)];
    return this.#journal ? this.#journal.ends('advance', given) : answer(() => this.#own.advance(...given()));
  }
  nextWakeup() { return dated(ask(() => this.#own.nextWakeup())); }
  record(process, id) { return answer(() => this.#own.record(string('process', process), string('id', id))); }
  records(process) { return answer(() => this.#own.records(string('process', process))); }
  allowed(process, id) { return answer(() => this.#own.allowed(string('process', process), string('id', id))); }
  nextSteps(process, id, context) {
    const given = text('context', context);
    return answer(() => this.#own.nextSteps(string('process', process), string('id', id), given));
  }
  kpis(period, now) {
    const given = [text('period', period), instant('now', now)];
    return answer(() => this.#own.kpis(...given));
  }
  async kpisAsync(period, now) {
    const given = [text('period', period), instant('now', now)];
    return JSON.parse(await promised(ask(() => this.#own.kpisAsync(...given))));
  }
  cmdb() { return answer(() => this.#own.cmdb()); }
  asOf(recordedAt) { return new ServiceManagementSystem(ask(() => this.#own.asOf(instant('recordedAt', recordedAt)))); }
  journal() { return ask(() => this.#own.journal()); }
  events(first = 0, most = 1_000) {
    return answer(() => this.#own.events(number('first', first), number('most', most)));
  }
  checkpoint(origin) { return ask(() => this.#own.checkpoint(string('origin', origin))); }
  inclusionProof(index, size) {
    return answer(() => this.#own.inclusionProof(number('index', index), number('size', size)));
  }
  consistencyProof(from, to) {
    return answer(() => this.#own.consistencyProof(number('from', from), number('to', to)));
  }
  digest() { return ask(() => this.#own.digest()); }
  get length() { return ask(() => this.#own.length()); }
}

module.exports = {
  Ballot,
  BusinessCalendar,
  Cmdb,
  ItsmError,
  Lifecycle,
  Plan,
  Policies,
  PriorityMatrix,
  ServiceManagementSystem,
  SlaPolicy,
  codes: () => answer(() => addon.codes()),
  readCheckpoint: (checkpoint) => answer(() => addon.readCheckpoint(string('checkpoint', checkpoint))),
  readNote: (note) => answer(() => addon.readNote(string('note', note))),
  schema: () => answer(() => addon.schema()),
  verifyConsistency(proof, old, now) {
    const given = [text('proof', proof), text('old', old), text('now', now)];
    ask(() => addon.verifyConsistency(...given));
  },
  verifyInclusion(entry, proof, head) {
    const given = [string('entry', entry), text('proof', proof), text('head', head)];
    ask(() => addon.verifyInclusion(...given));
  },
  version: addon.version(),
  _panicForTest: () => ask(() => addon.panicForTest()),
  _panicForTestAsync: () => promised(ask(() => addon.panicForTestAsync())),
};
