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

/** What SQLite's primary codes mean to the core, and how better-sqlite3 names them. Of a commit that the disk did not confirm nobody knows. */
const SQLITE = { 3: 'read_only', 5: 'busy', 6: 'busy', 8: 'read_only', 10: 'lost', 11: 'corrupt', 13: 'full', 26: 'corrupt' };
const NAMES = { PERM: 3, BUSY: 5, LOCKED: 6, READONLY: 8, IOERR: 10, CORRUPT: 11, FULL: 13, NOTADB: 26 };

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
      // Elsewhere a savepoint would be a transaction of its own, which ends beside the host's rows.
      const within = this.#opened().isTransaction ?? this.#opened().inTransaction;
      if (within === false && sql.startsWith('SAVEPOINT')) return { kind: 'other', message: 'no transaction is begun on this connection' };
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
