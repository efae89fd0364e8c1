'use strict';
// PostgreSQL, over a client of pg: runs what it is told, and says what kind of fault it was.

/** What PostgreSQL calls a fault, as the core reads it; without a state, it was the connection. */
function postgresFault(cause) {
  return { kind: `postgres:${cause?.severity ? cause.code : ''}`, message: String(cause?.message), cause };
}

const INTEGERS = [20, 21, 23];
const types = { getTypeParser: (oid) => (INTEGERS.includes(oid) ? Number : String) };

/** What is known of a client: who comes next, what was prepared on it, and whether it is within a transaction. */
const lanes = new WeakMap();

function laneOf(client) {
  if (!lanes.has(client)) {
    const lane = { last: Promise.resolve(), names: new Map(), within: false };
    client.connection.on('readyForQuery', ({ status }) => (lane.within = status !== 'I'));
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

  /** Whether a transaction is open on the client, asked in its turn. */
  begun() {
    return this.#lane.within;
  }

  async run({ sql, parameters, asks }) {
    // PostgreSQL would only warn, and our COMMIT would be that of the host's transaction.
    if (sql.startsWith('BEGIN') && this.#lane.within) return { kind: 'busy', message: 'a transaction is begun on this client already' };
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

module.exports = { Postgres };
