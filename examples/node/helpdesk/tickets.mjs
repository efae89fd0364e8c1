// The helpdesk's own table of tickets, and the library's journal beside it in the same file. What a request does to both is one transaction.

import { randomBytes } from 'node:crypto';
import { ItsmError, ServiceManagementSystem } from 'itsm';
import { opened, together } from '../sqlite.mjs';
import { owner, rules } from './rules.mjs';

// What happens to a ticket stands in the journal; here is what only the helpdesk knows: its number, its title in plain words, who asked.
const TABLES = `
  CREATE TABLE IF NOT EXISTS ticket (number INTEGER PRIMARY KEY, title TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS request (
    ticket INTEGER NOT NULL REFERENCES ticket, person TEXT NOT NULL, command TEXT NOT NULL, at TEXT NOT NULL);`;

/** How often a request is looked at again before it is given up. */
const TIMES = 10;

export class Tickets {
  #database;
  #desk;
  #now;

  /** `now` is the clock; the library has none. */
  constructor(path, now = () => new Date()) {
    this.#database = opened(path, TABLES);
    this.#desk = ServiceManagementSystem.open(this.#database);
    this.#now = now;
    // A command that was carried out before under the same id changes nothing: at the next start they are all there.
    for (const rule of rules) this.#desk.execute(rule, { now: now(), actor: owner, command_id: `helpdesk-${rule.record}` });
  }

  close() {
    this.#desk.close();
    this.#database.close();
  }

  /** Every ticket, the next due first. */
  all() {
    this.#desk.catchUp();
    const tickets = this.#database.prepare('SELECT * FROM ticket ORDER BY number').all().map((row) => this.#shown(row));
    return tickets.sort((one, other) => (one.due_at ?? '9').localeCompare(other.due_at ?? '9'));
  }

  /** A ticket, or nothing. */
  get(number) {
    this.#desk.catchUp();
    const row = this.#row(number);
    return row && this.#shown(row);
  }

  /** Logs a ticket. */
  log(actor, body) {
    return this.get(
      this.#decided(() => {
        const { last } = this.#database.prepare('SELECT coalesce(max(number), 0) AS last FROM ticket').get();
        // Personal texts stand in the journal as commitments; the title is the helpdesk's own copy.
        this.#database.prepare('INSERT INTO ticket VALUES (?, ?)').run(last + 1, String(body?.symptom ?? ''));
        this.#carryOut(last + 1, 'log', actor, body);
        return last + 1;
      }),
    );
  }

  /** Carries a command out on a ticket that exists; nothing, if it does not. */
  command(number, what, actor, body) {
    const done = this.#decided(() => {
      if (!this.#row(number)) return false;
      this.#carryOut(number, what, actor, body);
      return true;
    });
    return done ? this.get(number) : undefined;
  }

  /** Fires the timers that are due: breaches, warnings, closings. To be called now and then. */
  tick() {
    this.#desk.advance(this.#now());
  }

  /** Whether every entry of the journal is what it was. */
  verify() {
    return this.#desk.verify();
  }

  #row(number) {
    return this.#database.prepare('SELECT * FROM ticket WHERE number = ?').get(number);
  }

  /** All that `work` does, once: where another process was faster, everything is looked at again. */
  #decided(work) {
    for (let times = 1; ; times += 1) {
      this.#desk.catchUp();
      try {
        return together(this.#database, work);
      } catch (fault) {
        if (!(fault instanceof ItsmError && fault.kind === 'conflict' && times < TIMES)) throw fault;
      }
    }
  }

  #carryOut(number, what, actor, body) {
    const now = this.#now();
    const context = { now, actor, entropy: randomBytes(32).toString('hex') };
    const plan = this.#desk.plan({ kind: `incident.${what}`, record: `T-${number}`, body }, context);
    this.#desk.append(plan);
    this.#database.prepare('INSERT INTO request VALUES (?, ?, ?, ?)').run(number, actor.id, what, now.toISOString());
  }

  #shown({ number, title }) {
    const { state, priority = null, clocks = [] } = this.#desk.record('incident', `T-${number}`);
    const due_at = clocks.find(({ metric }) => metric === 'resolution')?.due_at ?? null;
    const breached = clocks.filter((clock) => clock.breached_at).map(({ metric }) => metric);
    return { number, title, state: state.kind, priority, due_at, breached, allowed: this.#desk.allowed('incident', `T-${number}`) };
  }
}
