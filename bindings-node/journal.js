'use strict';
// A system on a journal. What the core wants run, the host's own SQLite or PostgreSQL runs here; no statement is made here, and nothing is
// decided. A second SQLite beside the host's, on the same file, would lose data: so the addon has none.

const addon = require('./itsm.node');
const { ItsmError, ask, failed, shape } = require('./failure.js');

/** How long a connection of our own waits for another writer. */
const PATIENCE_MS = 10_000;

const notOpen = () =>
  new ItsmError({ code: 'store.not_open', kind: 'missing', retry: 'after_change', message: 'the system stands on no journal, or it was closed' });

/** The SQLite that is there: `node:sqlite` since Node 22.13, else the peer. */
function sqlite() {
  try {
    return require('node:sqlite').DatabaseSync;
  } catch {
    try {
      return require('better-sqlite3');
    } catch (fault) {
      const words = `Node ${process.versions.node} has no node:sqlite: install the package better-sqlite3, or open a connection of your own`;
      throw new Error(words, { cause: fault });
    }
  }
}

/** What SQLite's primary codes mean to the core, and how better-sqlite3 names them. */
const SQLITE = { 3: 'read_only', 5: 'busy', 6: 'busy', 8: 'read_only', 11: 'corrupt', 13: 'full', 26: 'corrupt' };
const NAMES = { PERM: 3, BUSY: 5, LOCKED: 6, READONLY: 8, CORRUPT: 11, FULL: 13, NOTADB: 26 };

function sqliteFault(cause) {
  const message = String(cause?.message);
  // A transaction that the host has begun ends when the host ends it.
  if (message.includes('within a transaction')) return { kind: 'busy', message, cause };
  const [, name] = String(cause?.code).match(/^SQLITE_([A-Z]+)/) ?? [];
  return { kind: SQLITE[name ? NAMES[name] : cause?.errcode & 0xff] ?? 'other', message, cause };
}

/** SQLite, which answers at once. */
class Sqlite {
  engine = 'sqlite';
  later = false;
  #path;
  #database;
  #prepared = new Map();

  constructor(database) {
    this.own = typeof database === 'string';
    if (this.own) this.#path = database;
    else this.#database = database;
  }

  #opened() {
    if (!this.#database) {
      this.#database = new (sqlite())(this.#path);
      this.#database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    }
    return this.#database;
  }

  /** Rows come as lists and integers as numbers, however the host has set its connection. */
  #statement(sql) {
    const kept = this.#prepared.get(sql);
    if (kept) return kept;
    const statement = this.#opened().prepare(sql);
    const answers = statement.reader ?? true;
    if (statement.safeIntegers) statement.safeIntegers(false);
    else statement.setReadBigInts(false);
    if (!statement.raw) statement.setReturnArrays?.(true);
    else if (answers) statement.raw(true);
    this.#prepared.set(sql, { statement, answers });
    return { statement, answers };
  }

  run({ sql, parameters, asks }) {
    try {
      const { statement, answers } = this.#statement(sql);
      if (!asks || !answers) return { rows: [], changed: statement.run(...parameters).changes };
      const rows = statement.all(...parameters);
      return { rows: rows.map((row) => (Array.isArray(row) ? row : Object.values(row))), changed: 0 };
    } catch (fault) {
      return sqliteFault(fault);
    }
  }

  pause(ms) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  }

  /** A connection of the host's stays open. */
  close() {
    this.#prepared.clear();
    if (this.own) this.#database?.close();
  }
}

/** What PostgreSQL's codes mean to the core; without one, it was the connection. */
function postgresFault(cause) {
  const [message, state] = [String(cause?.message), cause?.severity ? String(cause.code) : undefined];
  const fault = (kind) => ({ kind, message, cause });
  if (state === undefined || /^(08|57P)/.test(state)) return fault('lost');
  if (/^(40001|40P01)$/.test(state)) return fault('contended');
  if (/^(55P03|57014)$/.test(state)) return fault('busy');
  if (/^(53100|53200)$/.test(state)) return fault('full');
  if (/^(25006|42501)$/.test(state)) return fault('read_only');
  return fault(/^(XX001|XX002)$/.test(state) ? 'corrupt' : 'other');
}

const INTEGERS = [20, 21, 23];
const types = { getTypeParser: (oid) => (INTEGERS.includes(oid) ? Number : String) };

/** What is known of a client: who comes next, what was prepared on it, and whether it is within a transaction. */
const lanes = new WeakMap();

function laneOf(client) {
  if (!lanes.has(client)) {
    const lane = { last: Promise.resolve(), names: new Map(), within: false };
    client.connection?.on('readyForQuery', ({ status }) => (lane.within = status !== 'I'));
    lanes.set(client, lane);
  }
  return lanes.get(client);
}

/** PostgreSQL, which answers later. The exchanges of a client come one after another, whichever systems they are of. */
class Postgres {
  engine = 'postgres';
  later = true;
  own = false;
  #client;
  #lane;

  constructor(client) {
    this.#client = client;
    this.#lane = laneOf(client);
  }

  inTurn(work) {
    const done = this.#lane.last.then(work);
    this.#lane.last = done.catch(() => {});
    return done;
  }

  #query(sql, values, asks) {
    if (values.length === 0 && !asks) return { text: sql };
    const { names } = this.#lane;
    if (!names.has(sql)) names.set(sql, `itsm_${names.size}`);
    return { text: sql, values, name: names.get(sql), rowMode: 'array', types };
  }

  async run({ sql, parameters, asks }) {
    // PostgreSQL would only warn, and our COMMIT would be that of the host's transaction.
    if (sql === 'BEGIN' && this.#lane.within) return { kind: 'busy', message: 'a transaction is begun on this client already' };
    try {
      const { rows, rowCount } = await this.#client.query(this.#query(sql, parameters, asks));
      return asks ? { rows, changed: 0 } : { rows: [], changed: rowCount ?? 0 };
    } catch (fault) {
      return postgresFault(fault);
    }
  }

  pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  close() {}
}

function driverOf(database) {
  if (typeof database === 'string' && database.isWellFormed()) return new Sqlite(database);
  if (typeof database?.prepare === 'function' && typeof database.exec === 'function') return new Sqlite(database);
  if (typeof database?.query !== 'function') throw shape('database', '`database` is no path, and no connection that is known here');
  if ('totalCount' in database) throw shape('database', '`database` is a pool: hand in one of its clients, to be kept');
  return new Postgres(database);
}

/** What the core wants next, after what came of its last wish. */
function next(exchange, came, cause) {
  try {
    return JSON.parse(came?.kind ? exchange.fault(came.kind, came.message) : exchange.step(came?.rows, came?.changed));
  } catch (thrown) {
    const failure = failed(thrown);
    if (cause) failure.cause = cause;
    throw failure;
  }
}

const wish = (driver, { pause, run }) => (run ? driver.run(run) : driver.pause(pause));

function ended(exchange, driver) {
  let [step, cause] = [next(exchange)];
  while (!('done' in step)) {
    const came = wish(driver, step);
    cause = came?.cause ?? cause;
    step = next(exchange, came, cause);
  }
  return step.done;
}

async function endedLater(exchange, driver) {
  let [step, cause] = [next(exchange)];
  while (!('done' in step)) {
    const came = await wish(driver, step);
    cause = came?.cause ?? cause;
    step = next(exchange, came, cause);
  }
  return step.done;
}

/** The journal of a system. What it is asked, it answers at once or promises, as its driver does. */
class Journal {
  #own;
  #driver;
  #report = null;

  constructor(database, prefix, tenant) {
    this.#driver = driverOf(database);
    this.#own = ask(() => new addon.Journal(this.#driver.engine, prefix, tenant));
  }

  /** Opens the tables and folds the log; what `made` makes of the system then. */
  open(made) {
    const opened = (report) => {
      this.#report = report;
      return made(this.#own.system());
    };
    const exchange = this.#own.open(this.#driver.own);
    if (this.#driver.later) return this.#driver.inTurn(() => endedLater(exchange, this.#driver)).then(opened);
    try {
      return opened(ended(exchange, this.#driver));
    } catch (fault) {
      this.#driver.close();
      throw fault;
    }
  }

  /** Takes the exchange that `begun` begins to its end. */
  ends(begun) {
    const exchange = () => {
      if (this.#report === null) throw notOpen();
      return ask(() => begun(this.#own));
    };
    if (!this.#driver.later) return ended(exchange(), this.#driver);
    return new Promise((resolve) => {
      const own = exchange();
      resolve(this.#driver.inTurn(() => endedLater(own, this.#driver)));
    });
  }

  get report() {
    if (this.#report === null) throw notOpen();
    return this.#report;
  }

  close() {
    if (this.#report === null) return;
    this.#report = null;
    this.#driver.close();
  }
}

module.exports = { Journal, notOpen };
