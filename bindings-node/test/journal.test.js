'use strict';
// A system on a journal in SQLite: what it says has happened is kept, whoever is killed, in the way, or faster.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync, spawn } = require('node:child_process');
const { once } = require('node:events');
const { Worker } = require('node:worker_threads');
const { ItsmError, ServiceManagementSystem, codes, readCheckpoint, verifyConsistency, verifyInclusion } = require('..');
const { Database, context, drivers, file, publish, skip } = require('./desks.js');

function thrown(question) {
  try {
    question();
  } catch (fault) {
    assert.ok(fault instanceof ItsmError, fault);
    return fault;
  }
  return assert.fail('nothing was thrown');
}

const codeOf = (question) => thrown(question).code;

/** What closes when the test ends. */
function opened(t, ...given) {
  const desk = ServiceManagementSystem.open(...given);
  t.after(() => desk.close());
  return desk;
}

function hosted(t, at, Driver = Database) {
  const database = new Driver(at);
  t.after(() => database.close());
  return database;
}

test('what was carried out is there when the file is opened again', { skip }, (t) => {
  const at = file(t);
  const desk = opened(t, at);
  const { version, journal_mode, notes, length } = desk.report();
  assert.match(version, /^3\.\d+\.\d+$/);
  // Before SQLite 3.51.3 write-ahead logging may damage the file.
  assert.ok(journal_mode === 'wal' ? notes.length === 0 : journal_mode === 'delete' && notes.length === 1, `${journal_mode} ${notes}`);
  assert.equal(length, 0);
  const [event] = desk.execute(publish('office'), context());
  assert.equal(event.kind, 'policy.published');
  assert.deepEqual(desk.execute(publish('office', 2), context()).map(({ version }) => version), [2]);
  assert.deepEqual(desk.advance(new Date('2026-11-23T10:00:00Z')), { events: [], stuck: [] });
  desk.close();
  desk.close();

  const again = opened(t, at);
  assert.deepEqual([again.length, again.report().length, again.digest()], [2, 2, desk.digest()]);
  assert.equal(again.journal(), ServiceManagementSystem.replay(desk.journal()).journal());
  assert.deepEqual(again.verify(), readCheckpoint(again.checkpoint('example.com/desk')).head);
});

test('a system that stands on no journal says so, and so does one that was closed', { skip }, (t) => {
  const closed = opened(t, ':memory:');
  closed.execute(publish('office'), context());
  const plan = closed.plan(publish('late'), context());
  closed.close();
  assert.equal(closed.length, 1, 'what was folded can still be asked');
  const memory = new ServiceManagementSystem();
  memory.close();
  for (const desk of [closed, memory]) {
    for (const question of [() => desk.append(plan), () => desk.catchUp(), () => desk.verify(), () => desk.report()]) {
      const fault = thrown(question);
      const { kind } = codes().find(({ code }) => code === 'store.not_open');
      assert.deepEqual([fault.code, fault.kind, fault.retry], ['store.not_open', kind, 'after_change']);
    }
  }
  assert.equal(codeOf(() => closed.execute(publish('lost'), context())), 'store.not_open', 'nothing is told to memory alone');
  assert.equal(codeOf(() => closed.advance(new Date())), 'store.not_open');
  assert.equal(codeOf(() => closed.confirm(plan)), 'store.append_instead');
  assert.equal(closed.length, 1);
});

test("a host's rows and our events are committed together, or neither", { skip }, (t) => {
  for (const [name, Driver] of Object.entries(drivers)) {
    const at = file(t);
    const database = hosted(t, at, Driver);
    database.exec('PRAGMA busy_timeout = 5000; CREATE TABLE ticket (title TEXT)');
    const desk = opened(t, database);
    const titles = () => database.prepare('SELECT count(*) AS n FROM ticket').get().n;
    const together = (record, end) => {
      database.exec('BEGIN IMMEDIATE');
      database.prepare('INSERT INTO ticket VALUES (?)').run(record);
      assert.equal(desk.append(desk.plan(publish(record), context())), null);
      database.exec(end);
      return [titles(), desk.catchUp(), desk.length];
    };
    assert.deepEqual(together('a', 'COMMIT'), [1, 1, 1], name);
    assert.deepEqual(together('b', 'ROLLBACK'), [1, 1, 1], name);

    // Outside of a transaction there is nothing to be carried out in.
    if (database.isTransaction === undefined && database.inTransaction === undefined) t.diagnostic('NOT RUN: this driver does not tell');
    else assert.equal(codeOf(() => desk.append(desk.plan(publish('b'), context()))), 'store.no_transaction', name);
    assert.equal(desk.catchUp(), 1);

    // Somebody else is faster: nothing of the plan is there, and the host's transaction stands.
    const late = desk.plan(publish('c'), context());
    const other = opened(t, at);
    other.execute(publish('c'), context());
    database.exec('BEGIN IMMEDIATE');
    database.prepare('INSERT INTO ticket VALUES (?)').run('c');
    const fault = thrown(() => desk.append(late));
    assert.deepEqual([fault.code, fault.kind, fault.retry], ['journal.conflict', 'conflict', 'after_reload']);
    database.exec('COMMIT');
    assert.deepEqual([titles(), desk.catchUp()], [2, 2]);
    assert.deepEqual(desk.verify(), other.verify());
    assert.equal(desk.digest(), other.digest());

    // What would end the host's transaction is refused within it.
    database.exec('BEGIN IMMEDIATE');
    database.prepare('INSERT INTO ticket VALUES (?)').run('d');
    assert.deepEqual([codeOf(() => desk.execute(publish('d'), context())), titles()], ['store.busy', 3]);
    database.exec('ROLLBACK');
    assert.equal(titles(), 2);
    assert.match(thrown(() => desk.confirm(late)).message, /`append`/);
    desk.close();
    assert.equal(titles(), 2, 'the connection is still the host\'s');
  }
});

test('a command that was carried out before changes nothing', { skip }, (t) => {
  const at = file(t);
  const [one, other] = [opened(t, at), opened(t, at)];
  const events = one.execute(publish('office'), context('c-1'));
  assert.deepEqual(other.execute(publish('office'), context('c-1')), events);
  assert.equal(codeOf(() => other.execute(publish('shop'), context('c-1'))), 'journal.command_reused');
  assert.deepEqual([one.catchUp(), other.catchUp()], [1, 1]);
  const refused = thrown(() => other.execute(publish('office'), context('c-2')));
  assert.ok(refused.guard && refused.refusal, 'a refusal has its guard');
  assert.equal(codeOf(() => other.execute({ ...publish('x'), body: 7 }, context())), 'document.shape');
});

test('journals of several tenants stand beside each other, each under its prefix', { skip }, (t) => {
  const database = hosted(t, file(t));
  const desks = ['one', 'other'].map((tenant) => opened(t, database, { tenant, prefix: `${tenant}_` }));
  desks[0].execute({ ...publish('office') }, { ...context(), tenant: 'one' });
  assert.deepEqual(desks.map((desk) => desk.catchUp()), [1, 0]);
  assert.equal(codeOf(() => ServiceManagementSystem.open(database, { tenant: 'other', prefix: 'one_' })), 'store.other_tenant');
  assert.equal(codeOf(() => ServiceManagementSystem.open(database, { prefix: 'Robert"; --' })), 'store.prefix');
});

test('what the database refuses has its code, and what the driver said', { skip }, (t) => {
  const at = file(t);
  fs.writeFileSync(`${at}.txt`, 'no database, but long enough to be looked at. '.repeat(50));
  assert.equal(codeOf(() => ServiceManagementSystem.open(`${at}.txt`)), 'store.corrupt');
  const nowhere = thrown(() => ServiceManagementSystem.open(path.join(at, 'nowhere', 'desk.db')));
  assert.deepEqual([nowhere.code, nowhere.kind, nowhere.retry], ['store.cannot_open', 'missing', 'after_change']);
  assert.ok(nowhere.cause instanceof Error);
  assert.equal(codeOf(() => ServiceManagementSystem.open(path.dirname(at))), 'store.cannot_open', 'a folder');

  for (const [name, Driver] of Object.entries(drivers)) {
    const place = file(t);
    const [database, other] = [hosted(t, place, Driver), hosted(t, place, Driver)];
    for (const connection of [database, other]) connection.exec('PRAGMA busy_timeout = 0');
    const desk = opened(t, database);
    other.exec('BEGIN IMMEDIATE');
    const busy = thrown(() => desk.execute(publish('office'), context()));
    assert.deepEqual([busy.code, busy.kind, busy.retry], ['store.busy', 'unavailable', 'later'], name);
    assert.match(busy.cause.message, /locked/);
    other.exec('ROLLBACK');
    const { page_count } = database.prepare('PRAGMA page_count').get();
    database.exec(`PRAGMA max_page_count = ${page_count}`);
    const fill = (n) => desk.execute(publish(`p-${n}`), context());
    let n = 0;
    const full = thrown(() => { for (; n < 1_000; n += 1) fill(n); });
    assert.equal(full.code, 'store.full', name);
    database.exec('PRAGMA max_page_count = 1000000');
    database.exec('PRAGMA query_only = 1');
    assert.equal(codeOf(() => fill(n)), 'store.read_only', name);
    database.exec('PRAGMA query_only = 0');
    fill(n);
    assert.deepEqual([desk.length, desk.verify().size], [n + 1, n + 1], 'nothing by halves');
  }
});

test('where nobody knows what became of a commit, it is asked for and never sent twice', { skip }, (t) => {
  const database = hosted(t, file(t));
  let fault = null;
  const loses = {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      if (sql !== 'COMMIT') return statement;
      const run = () => {
        const done = statement.run();
        if (!fault) return done;
        const thrown = Object.assign(new Error('disk I/O error'), fault);
        fault = null;
        throw thrown;
      };
      return { run, setReadBigInts() {}, reader: false };
    },
  };
  const desk = opened(t, loses);
  // As node:sqlite says it, and as better-sqlite3 does.
  for (const [n, said] of [{ code: 'ERR_SQLITE_ERROR', errcode: 1034 }, { code: 'SQLITE_IOERR_FSYNC' }].entries()) {
    fault = said;
    assert.equal(desk.execute(publish(`a-${n}`), context(`c-${n}`)).length, 1);
    fault = said;
    const unknown = thrown(() => desk.execute(publish(`b-${n}`), context()));
    assert.deepEqual([unknown.code, unknown.kind, unknown.retry], ['store.outcome_unknown', 'unavailable', 'later']);
    assert.equal(desk.catchUp(), 2 * n + 2, 'it had gone through');
  }
});

test('a host may have its integers as it likes', { skip }, (t) => {
  for (const [name, Driver] of Object.entries(drivers)) {
    const database = name === 'node:sqlite' ? new Driver(file(t), { readBigInts: true, returnArrays: true }) : new Driver(file(t));
    t.after(() => database.close());
    database.defaultSafeIntegers?.(true);
    const desk = opened(t, database);
    desk.execute(publish('office'), context('c-1'));
    desk.execute(publish('office'), context('c-1'));
    assert.equal(opened(t, database).length, 1, name);
  }
});

test('what is no database is refused', { skip }, () => {
  const [pool, native] = [{ query() {}, totalCount: 0 }, { query() {}, native: {} }];
  for (const strange of [undefined, null, 7, {}, [], () => {}, new URL('file:///desk.db'), pool, native, '\ud800']) {
    const fault = thrown(() => ServiceManagementSystem.open(strange));
    assert.deepEqual([fault.code, fault.path], ['document.shape', 'database'], String(strange));
  }
  assert.equal(codeOf(() => ServiceManagementSystem.open(':memory:', { prefix: 7 })), 'document.shape');
});

test('what the caller throws is his own', { skip }, (t) => {
  const own = Object.assign(new Error('own'), { code: 'EOWN' });
  const document = { kind: 'policy.publish', get record() { throw own; } };
  for (const desk of [opened(t, ':memory:'), new ServiceManagementSystem()]) {
    assert.throws(() => desk.execute(document, context()), (fault) => fault === own);
    assert.equal(desk.execute(publish('office'), context()).length, 1);
  }
});

test('where no SQLite is there, the peer is named', () => {
  const script = `
    const Module = require('node:module');
    const load = Module._load;
    Module._load = (name, ...rest) => {
      if (/^(node:sqlite|better-sqlite3)$/.test(name)) throw new Error('not here');
      return load(name, ...rest);
    };
    try {
      require(${JSON.stringify(path.join(__dirname, '..'))}).ServiceManagementSystem.open('desk.db');
    } catch (fault) {
      console.log(fault.code, fault.message);
    }`;
  const said = execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
  assert.match(said, /^store\.unavailable .*install the package better-sqlite3/);
});

test('an entry that was altered is found', { skip }, (t) => {
  const at = file(t);
  const desk = opened(t, at);
  for (const record of ['a', 'b', 'c']) desk.execute(publish(record), context());
  const kept = readCheckpoint(desk.checkpoint('example.com/desk')).head;
  desk.execute(publish('d'), context());
  const now = desk.verify();
  verifyConsistency(desk.consistencyProof(kept.size, now.size), kept, now);
  const line = desk.journal().split('\n')[1];
  verifyInclusion(line, desk.inclusionProof(1, kept.size), kept);
  const forged = codeOf(() => verifyInclusion(line.replace('09:00', '08:00'), desk.inclusionProof(1, kept.size), kept));
  assert.equal(forged, 'proof.root_mismatch');
  const database = hosted(t, at);
  database.prepare("UPDATE itsm_event SET body = replace(body, '\"p-1\"', '\"p-2\"') WHERE pos = 2").run();
  const fault = thrown(() => desk.verify());
  assert.deepEqual([fault.code, fault.kind], ['journal.altered', 'invalid']);
});

test('a writer that is killed loses nothing that it had said, and nothing is there twice', { skip, timeout: 300_000 }, async (t) => {
  const at = file(t);
  let said = -1;
  for (let round = 0; round < 20; round += 1) {
    // It begins with the command that nobody acknowledged: it may have been carried out.
    const before = said;
    const writer = spawn(process.execPath, [path.join(__dirname, 'writer.js'), at, String(said + 1)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(writer, 'close');
    let words = '';
    writer.stdout.on('data', (chunk) => (words += chunk));
    await Promise.race([once(writer.stdout, 'data'), ended.then(([code]) => assert.fail(`the writer ended by itself: ${code}`))]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
    writer.kill('SIGKILL');
    await ended;
    said = Number(words.slice(0, words.lastIndexOf('\n')).split('\n').at(-1));
    assert.ok(said > before, 'each of them got something done');
  }
  const desk = opened(t, at);
  const records = desk.events(0, 1_000_000).map(({ record }) => record);
  assert.deepEqual(records, records.map((_, n) => `p-${n}`), 'each once, in order');
  assert.ok([said + 1, said + 2].includes(records.length), `${said + 1} were acknowledged, ${records.length} are there`);
  assert.equal(desk.verify().size, records.length);
  console.log(`killed 20 times: ${said + 1} acknowledged, ${records.length} kept`);
});

test('threads write to one file over connections of their own', { skip, timeout: 300_000 }, async (t) => {
  const at = file(t);
  const count = 40;
  const threads = ['a', 'b'].map((name) => new Worker(path.join(__dirname, 'desk-worker.js'), { workerData: { file: at, name, count } }));
  const answers = await Promise.all(threads.map((thread) => once(thread, 'message')));
  assert.deepEqual(answers.flat(), [count, count]);
  const desk = opened(t, at);
  const records = desk.events(0, 1_000).map(({ record }) => record);
  const expected = ['a', 'b'].flatMap((name) => Array.from({ length: count }, (_, n) => `${name}-${n}`));
  assert.deepEqual(records.toSorted(), expected.toSorted());
  assert.equal(desk.verify().size, 2 * count);
});
