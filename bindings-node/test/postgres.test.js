'use strict';
// A system on a journal in PostgreSQL, over clients of the host's: everything that asks the database promises. ITSM_POSTGRES names a
// database to be tested in, `host=127.0.0.1 port=5432 user=postgres dbname=postgres`; every test has tables of its own there.

const test = require('node:test');
const assert = require('node:assert/strict');
const { ServiceManagementSystem, readCheckpoint } = require('..');
const { context, publish } = require('./desks.js');

const named = Object.fromEntries((process.env.ITSM_POSTGRES ?? '').split(/\s+/).filter(Boolean).map((pair) => pair.split('=')));
const skip = named.host ? false : 'NOT RUN: ITSM_POSTGRES names no database';

let tables = 0;
const prefix = () => `node_${process.pid}_${(tables += 1)}_`;

async function client(t) {
  const { Client } = require('pg');
  const client = new Client({ host: named.host, port: Number(named.port ?? 5432), user: named.user, database: named.dbname });
  await client.connect();
  client.on('error', () => {});
  t.after(() => client.end());
  return client;
}

const counted = async (database, table) => Number((await database.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

test('what was carried out is there when it is opened again', { skip }, async (t) => {
  const [database, options] = [await client(t), { prefix: prefix() }];
  const desk = await ServiceManagementSystem.open(database, options);
  const { journal_mode, length } = desk.report();
  assert.deepEqual([journal_mode, length], [null, 0]);
  const [event] = await desk.execute(publish('office'), context('c-1'));
  assert.equal(event.kind, 'policy.published');
  assert.deepEqual(await desk.advance(new Date('2026-11-23T10:00:00Z')), { events: [], stuck: [] });
  const again = await ServiceManagementSystem.open(await client(t), options);
  assert.deepEqual([again.length, again.digest()], [1, desk.digest()]);
  assert.deepEqual(await again.execute(publish('office'), context('c-1')), [event]);
  assert.deepEqual(await again.verify(), readCheckpoint(desk.checkpoint('example.com/desk')).head);
  await assert.rejects(ServiceManagementSystem.open(database, { ...options, tenant: 'other' }), { code: 'store.other_tenant' });
  desk.close();
  await assert.rejects(desk.execute(publish('shop'), context()), { code: 'store.not_open', kind: 'missing' });
  assert.throws(() => desk.report(), { code: 'store.not_open' });
});

test('what is told at once comes one after another, on one client and on several', { skip }, async (t) => {
  const options = { prefix: prefix() };
  const shared = await client(t);
  const desks = [];
  for (const database of [shared, shared, await client(t), await client(t)]) desks.push(await ServiceManagementSystem.open(database, options));
  const told = desks.flatMap((desk, who) => Array.from({ length: 15 }, (_, n) => desk.execute(publish(`p-${who}-${n}`), context(`c-${who}-${n}`))));
  const events = (await Promise.all(told)).flat();
  assert.equal(events.length, 60);
  for (const desk of desks) assert.equal(await desk.catchUp(), 60);
  assert.equal(new Set(desks.map((desk) => desk.digest())).size, 1);
  assert.deepEqual(events.map(({ index }) => index).sort((a, b) => a - b), Array.from({ length: 60 }, (_, n) => n), 'no gap, none twice');
  assert.equal((await desks[0].verify()).size, 60);
});

test("a host's rows and our events are committed together, or neither", { skip }, async (t) => {
  const [database, other, options] = [await client(t), await client(t), { prefix: prefix() }];
  const table = `${options.prefix}ticket`;
  await database.query(`CREATE TABLE ${table} (title text)`);
  const desk = await ServiceManagementSystem.open(database, options);
  const elsewhere = await ServiceManagementSystem.open(other, options);
  const together = async (record, end) => {
    await database.query('BEGIN');
    await database.query(`INSERT INTO ${table} VALUES ($1)`, [record]);
    assert.equal(await desk.append(desk.plan(publish(record), context())), null);
    await database.query(end);
    return [await counted(database, table), await desk.catchUp()];
  };
  assert.deepEqual(await together('a', 'COMMIT'), [1, 1]);
  assert.deepEqual(await together('b', 'ROLLBACK'), [1, 1]);

  // Somebody else is faster: nothing of the plan is there, and the host's transaction stands.
  const late = desk.plan(publish('c'), context());
  await elsewhere.execute(publish('c'), context());
  await database.query('BEGIN');
  await database.query(`INSERT INTO ${table} VALUES ('c')`);
  await assert.rejects(desk.append(late), { code: 'journal.conflict', kind: 'conflict', retry: 'after_reload' });
  await database.query('COMMIT');
  assert.deepEqual([await counted(database, table), await desk.catchUp()], [2, 2]);

  // What would end the host's transaction is refused within it; so is a plan outside of any.
  await database.query('BEGIN');
  await database.query(`INSERT INTO ${table} VALUES ('d')`);
  await assert.rejects(desk.execute(publish('d'), context()), { code: 'store.busy', kind: 'unavailable' });
  await database.query('ROLLBACK');
  assert.equal(await counted(database, table), 2);
  await assert.rejects(desk.append(desk.plan(publish('e'), context())), { code: 'store.no_transaction', kind: 'missing' });
  await desk.execute(publish('f'), context());
  await elsewhere.catchUp();
  assert.equal(elsewhere.digest(), desk.digest());
});

test('what the database refuses is a rejection with its code', { skip }, async (t) => {
  const [database, options] = [await client(t), { prefix: prefix() }];
  const desk = await ServiceManagementSystem.open(database, options);
  await assert.rejects(desk.execute({ ...publish('x'), body: 7 }, context()), { code: 'document.shape' });
  const own = Object.assign(new Error('own'), { code: 'EOWN' });
  await assert.rejects(desk.execute({ get kind() { throw own; } }, context()), (fault) => fault === own);
  await assert.rejects(desk.advance('tomorrow'), { code: 'document.shape', path: 'now' });
  await assert.rejects(desk.append({}), { code: 'document.shape', path: 'plan' });
  await database.query('SET default_transaction_read_only = on');
  await assert.rejects(desk.execute(publish('office'), context()), { code: 'store.read_only', kind: 'unavailable', retry: 'later' });
  await database.query('SET default_transaction_read_only = off');
  await desk.execute(publish('office'), context());

  const lost = await client(t);
  const other = await ServiceManagementSystem.open(lost, options);
  const { rows } = await lost.query('SELECT pg_backend_pid() AS pid');
  await database.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  const fault = await other.execute(publish('shop'), context()).then(() => assert.fail('it is gone'), (fault) => fault);
  assert.deepEqual([fault.code, fault.retry], ['store.unavailable', 'later']);
  assert.ok(fault.cause instanceof Error);
  assert.equal(await desk.catchUp(), 1);
});

test('where nobody knows what became of a commit, it is asked for and never sent twice', { skip }, async (t) => {
  const [database, options] = [await client(t), { prefix: prefix() }];
  let losing = false;
  const loses = {
    connection: database.connection,
    async query(query) {
      const answer = await database.query(query);
      if (!losing || query.text !== 'COMMIT') return answer;
      losing = false;
      throw new Error('Connection terminated unexpectedly');
    },
  };
  const desk = await ServiceManagementSystem.open(loses, options);
  losing = true;
  const events = await desk.execute(publish('a'), context('c-1'));
  assert.deepEqual([losing, events.length, desk.length], [false, 1, 1]);
  losing = true;
  await assert.rejects(desk.execute(publish('b'), context()), { code: 'store.outcome_unknown', kind: 'unavailable', retry: 'later' });
  assert.equal(await desk.catchUp(), 2, 'it had gone through');
});
