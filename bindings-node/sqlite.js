'use strict';
// SQLite, of Node itself or of the peer better-sqlite3: runs what it is told, and says what kind of fault it was.

/** How long a connection of our own waits for another writer. */
const PATIENCE_MS = 10_000;

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

/** SQLite's codes by the names that better-sqlite3 has for them; what they mean, the core knows. */
const NAMES = { PERM: 3, BUSY: 5, LOCKED: 6, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26, IOERR_DATA: 8202, IOERR_CORRUPTFS: 8458 };

function sqliteFault(cause) {
  const message = String(cause?.message);
  // A transaction that the host has begun ends when the host ends it.
  if (message.includes('within a transaction')) return { kind: 'busy', message, cause };
  // better-sqlite3 looks itself whether the folder is there.
  if (message.includes('directory does not exist')) return { kind: `sqlite:${NAMES.CANTOPEN}`, message, cause };
  const [, name, primary] = String(cause?.code).match(/^SQLITE_(([A-Z]+).*)/) ?? [];
  return { kind: `sqlite:${name ? (NAMES[name] ?? NAMES[primary]) : cause?.errcode}`, message, cause };
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

  /** Whether a transaction is open on the connection; `node:sqlite` can tell from Node 22.16 on. */
  begun() {
    return this.#database ? (this.#database.isTransaction ?? this.#database.inTransaction) : false;
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

module.exports = { Sqlite };
