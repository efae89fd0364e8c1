// The helpdesk's own table of tickets, and the library beside it: every change of a row is a decision of the lifecycle of incidents.

import { randomBytes } from 'node:crypto';
import { Lifecycle } from 'itsm';
import { opened, together } from '../sqlite.mjs';
import { rules } from './rules.mjs';

const incidents = Lifecycle.of('incident');

// Of the record only the library knows the inside. What the helpdesk searches and shows has columns of its own.
const TABLES = `
  CREATE TABLE IF NOT EXISTS ticket (
    number INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL, priority INTEGER, due_at TEXT, wakes_at TEXT,
    record TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS ticket_wakes ON ticket (wakes_at);
  CREATE TABLE IF NOT EXISTS ticket_event (
    ticket INTEGER NOT NULL REFERENCES ticket, version INTEGER NOT NULL, kind TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (ticket, version));`;

/** When the solution is due. */
const due = ({ clocks = [] }) => clocks.find(({ metric }) => metric === 'resolution')?.due_at ?? null;

export class Tickets {
  #database;
  #now;

  /** `now` is the clock; the library has none. */
  constructor(path, now = () => new Date()) {
    this.#database = opened(path, TABLES);
    this.#now = now;
  }

  close() {
    this.#database.close();
  }

  /** Every ticket, the next due first. */
  all() {
    const rows = this.#database.prepare('SELECT * FROM ticket ORDER BY due_at IS NULL, due_at, number').all();
    return rows.map((row) => this.#shown(row));
  }

  /** A ticket, or nothing. */
  get(number) {
    const row = this.#row(number);
    return row && this.#shown(row);
  }

  /** Logs a ticket. */
  log(actor, body) {
    return together(this.#database, () => {
      const { last } = this.#database.prepare('SELECT coalesce(max(number), 0) AS last FROM ticket').get();
      this.#decide(last + 1, null, 'log', actor, body);
      return this.get(last + 1);
    });
  }

  /** Carries a command out on a ticket that exists; nothing, if it does not. */
  command(number, what, actor, body) {
    return together(this.#database, () => {
      const row = this.#row(number);
      if (!row) return undefined;
      this.#decide(number, JSON.parse(row.record), what, actor, body);
      return this.get(number);
    });
  }

  /** Fires the timers that are due: breaches, warnings, closings. To be called now and then. */
  tick() {
    const now = this.#now();
    const waking = this.#database.prepare('SELECT number FROM ticket WHERE wakes_at <= ?').all(now.toISOString());
    for (const { number } of waking) {
      together(this.#database, () => {
        const record = JSON.parse(this.#row(number).record);
        this.#store(number, incidents.fire(record, { now, actor: { id: 'timer', roles: ['system'] } }, rules));
      });
    }
  }

  #row(number) {
    return this.#database.prepare('SELECT * FROM ticket WHERE number = ?').get(number);
  }

  #decide(number, record, what, actor, body) {
    const context = { now: this.#now(), actor, entropy: randomBytes(32).toString('hex') };
    const command = { kind: `incident.${what}`, record: `T-${number}`, body };
    // Personal texts stand in the record as commitments; the title is the helpdesk's own copy.
    this.#store(number, incidents.decide(record, command, context, rules), body?.symptom);
  }

  #store(number, { record, events }, title = '') {
    const row = [record.state.kind, record.priority ?? null, due(record), incidents.due(record)?.toISOString() ?? null, JSON.stringify(record)];
    this.#database
      .prepare(
        `INSERT INTO ticket (number, title, state, priority, due_at, wakes_at, record) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number)
         DO UPDATE SET (state, priority, due_at, wakes_at, record) =
           (excluded.state, excluded.priority, excluded.due_at, excluded.wakes_at, excluded.record)`,
      )
      .run(number, title, ...row);
    const kept = this.#database.prepare('INSERT INTO ticket_event VALUES (?, ?, ?, ?)');
    for (const event of events) kept.run(number, event.version, event.kind, JSON.stringify(event));
  }

  #shown({ number, title, state, priority, due_at, record }) {
    const clocks = JSON.parse(record).clocks ?? [];
    const breached = clocks.filter((clock) => clock.breached_at).map(({ metric }) => metric);
    return { number, title, state, priority, due_at, breached, allowed: incidents.allowed(state) };
  }
}
