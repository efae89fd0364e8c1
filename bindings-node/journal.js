'use strict';
// A system on a journal. What the core wants run, the host's own SQLite or PostgreSQL runs here; no statement is made here, and nothing is
// decided. A second SQLite beside the host's, on the same file, would lose data: so the addon has none.

const addon = require('./itsm.node');
const { ItsmError, ask, failed, shape } = require('./failure.js');
const { Postgres } = require('./postgres.js');
const { Sqlite } = require('./sqlite.js');

const notOpen = () =>
  new ItsmError({ code: 'store.not_open', kind: 'missing', retry: 'after_change', message: 'the system stands on no journal, or it was closed' });

const appendInstead = () => {
  const message = 'only a system on no journal confirms a plan: `append` carries it out in your transaction, `catchUp` folds it';
  return new ItsmError({ code: 'store.append_instead', kind: 'invalid', retry: 'never', message });
};

function driverOf(database) {
  if (typeof database === 'string' && database.isWellFormed()) return new Sqlite(database);
  if (typeof database?.prepare === 'function' && typeof database.exec === 'function') return new Sqlite(database);
  if (typeof database?.totalCount === 'number') throw shape('database', '`database` is a pool: hand in one of its clients, to be kept');
  // Whether a transaction is begun on a client, its connection tells; a native one does not.
  if (typeof database?.query === 'function' && typeof database.connection?.on === 'function') return new Postgres(database);
  throw shape('database', '`database` is no path, and no connection that is known here');
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

/** Refuses what would end a transaction of the host's, and what has none to stand in; a driver that cannot tell says `undefined`. */
function begins(exchange, driver) {
  const transaction = driver.begun();
  if (transaction !== undefined) ask(() => exchange.begins(transaction));
}

function ended(exchange, driver) {
  begins(exchange, driver);
  let [step, cause] = [next(exchange)];
  while (!('done' in step)) {
    const came = wish(driver, step);
    cause = came?.cause ?? cause;
    step = next(exchange, came, cause);
  }
  return step.done;
}

async function endedLater(exchange, driver) {
  begins(exchange, driver);
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

  /** Takes the exchange of a question to its end; what `given` throws is thrown or promised as the answer would be. */
  ends(question, given = () => []) {
    const begun = () => {
      if (this.#report === null) throw notOpen();
      const words = given();
      return ask(() => this.#own[question](...words));
    };
    if (!this.#driver.later) return ended(begun(), this.#driver);
    return new Promise((resolve) => {
      const exchange = begun();
      resolve(this.#driver.inTurn(() => endedLater(exchange, this.#driver)));
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

module.exports = { Journal, appendInstead, notOpen };
