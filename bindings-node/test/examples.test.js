'use strict';
// The examples run and say what they promise; the helpdesk answers real requests.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync, spawn, spawnSync } = require('node:child_process');
const { generateKeyPairSync, createHash, sign } = require('node:crypto');
const { once } = require('node:events');
const { pathToFileURL } = require('node:url');

const examples = path.join(__dirname, '../../examples/node');
const load = (name) => import(pathToFileURL(path.join(examples, name)));
const said = (name, ...args) => {
  const stdio = ['ignore', 'pipe', 'inherit'];
  return execFileSync(process.execPath, [path.join(examples, name), ...args], { encoding: 'utf8', stdio }).trimEnd().split('\n');
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'itsm-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

test('a ticket has a due time, a clock, and a calculation behind it', () => {
  const lines = said('due-time.mjs');
  assert.deepEqual(lines.slice(0, 3), [
    'due 2026-10-08 13:30:00',
    'at 2026-10-08 16:00:00 it is running and in time: 60 minutes left',
    'due 2026-10-08 17:00:00',
  ]);
  assert.ok(lines.includes('paused   2026-10-08 10:00:00 +08:00  2026-10-08 14:30:00 +08:00      0:00:00  user'));
  assert.equal(lines.at(-2), 'due      2026-10-08 17:00:00 +08:00');
});

test('a change is judged by the register and by the schedule', () => {
  assert.deepEqual(said('go-live.mjs'), [
    'node-1 down: cluster is down with 1 more',
    'node-1 and node-2 down: banking is down',
    'CHG-1 at 22:00: scheduled',
    'CHG-2 at 22:30: refused by T-CHG-17: no hard conflict stands, or it is waived for this window (gate with CHG-1 over banking)',
    'CHG-2 at 23:30: scheduled',
  ]);
});

test('with SQLite', async (t) => {
  const sqlite = await load('sqlite.mjs').catch((fault) => {
    assert.equal(fault.code, 'ERR_MODULE_NOT_FOUND', fault);
    assert.ok(Number.parseInt(process.versions.node) < 24, 'Node has SQLite itself');
  });
  if (!sqlite) return t.skip(`NOT RUN: Node ${process.versions.node} has no SQLite, and better-sqlite3 is not installed`);

  await t.test("a ticket is driven beside a host's own table", () => {
    const file = path.join(folder, 'host.db');
    const lines = said('ticket-beside-table.mjs', file);
    assert.match(lines[3], /acknowledge {2}-> in_progress/);
    assert.match(lines[4], /`incident.close` is refused by T-INC-09/);
    assert.equal(lines.at(-1), 'the events fold to what the table holds: true');
    const database = sqlite.opened(file, '');
    const kinds = database.prepare('SELECT kind FROM ticket_event ORDER BY version').all().map(({ kind }) => kind);
    assert.equal(kinds[0], 'incident.logged');
    assert.ok(!kinds.includes('incident.closed'));
    assert.equal(database.prepare('SELECT state FROM ticket').get().state, 'in_progress');
    database.close();
  });

  await t.test('a helpdesk answers', (t) => helpdesk(t));
  await t.test('a helpdesk that was killed goes on', (t) => restarted(t));
  await t.test('a helpdesk answers many at once, and loses nothing', (t) => many(t));
});

const call = { channel: 'phone', symptom: 'no VPN', occurred_at: '2026-11-23T01:30:00Z', service: { known: 'vpn' }, requester: 'u-1' };

/** A process of its own has the machine's clock. */
const now = () => new Date(Date.now() - 60_000).toISOString().replace(/\.\d+/, '');

/** A person who asks a helpdesk. */
const asking = (origin, person) => (page, body) =>
  fetch(`${origin}${page}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-person': person, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A helpdesk in a process of its own, on a free port. */
async function started(t, file) {
  const server = spawn(process.execPath, [path.join(examples, 'helpdesk/server.mjs'), file, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  t.after(() => server.kill('SIGKILL'));
  const [said] = await Promise.race([once(server.stdout, 'data'), ended.then(([code]) => assert.fail(`it ended with ${code}`))]);
  const stop = () => (server.kill('SIGKILL'), ended);
  return { origin: String(said).trim().replace('/tickets', ''), stop };
}

/** Nothing is closed properly; the next process finds the same ticket and goes on with it. */
async function restarted(t) {
  const file = path.join(folder, 'restarted.db');
  const first = await started(t, file);
  const ask = asking(first.origin, 'sam');
  assert.equal((await ask('/tickets', { ...call, occurred_at: now() })).status, 201);
  const classified = await ask('/tickets/1/classify', { category: 'net/vpn', impact: 2, urgency: 2, known_error: 'none' });
  const ticket = await classified.json();
  assert.deepEqual([classified.status, ticket.state, ticket.priority], [200, 'classified', 2]);
  await first.stop();
  await assert.rejects(ask('/tickets/1'), 'nobody answers any more');

  const second = await started(t, file);
  const again = asking(second.origin, 'sam');
  assert.deepEqual(await (await again('/tickets/1')).json(), ticket);
  assert.equal((await (await again('/tickets/1/assign', { group: 'network' })).json()).state, 'assigned');
  assert.equal((await (await again('/tickets', { ...call, occurred_at: now() })).json()).number, 2);
  await second.stop();
}

/** Two processes on one file, eight persons who ask both of them at once. */
async function many(t) {
  const file = path.join(folder, 'many.db');
  const servers = [await started(t, file), await started(t, file)];
  const one = async (who) => {
    const numbers = [];
    for (let n = 0; n < 10; n += 1) {
      const ask = asking(servers[(who + n) % 2].origin, 'sam');
      const logged = await ask('/tickets', { ...call, symptom: `no VPN ${who}-${n}`, occurred_at: now() });
      assert.equal(logged.status, 201, await logged.clone().text());
      const { number } = await logged.json();
      const classified = await ask(`/tickets/${number}/classify`, { category: 'net/vpn', impact: 2, urgency: 2, known_error: 'none' });
      assert.equal(classified.status, 200, await classified.clone().text());
      numbers.push(number);
    }
    return numbers;
  };
  const numbers = (await Promise.all(Array.from({ length: 8 }, (_, who) => one(who)))).flat();
  assert.deepEqual(numbers.sort((a, b) => a - b), Array.from({ length: 80 }, (_, n) => n + 1), 'each number once');
  for (const { stop } of servers) await stop();

  const { Tickets } = await load('helpdesk/tickets.mjs');
  const tickets = new Tickets(file);
  t.after(() => tickets.close());
  const all = tickets.all();
  assert.deepEqual(new Set(all.map(({ title }) => title)).size, 80);
  assert.ok(all.every(({ state }) => state === 'classified'));
  assert.ok(tickets.verify().size >= 160 + 4, 'each event of each request, and the policies');
}

test('an auditor verifies what was kept, without a database', () => {
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text);
    return file;
  };
  const { ServiceManagementSystem } = require('..');
  const lines = fs.readFileSync(path.join(__dirname, '../../tests/conformance/journal.jsonl'), 'utf8');
  const desk = ServiceManagementSystem.replay(lines);
  const early = ServiceManagementSystem.replay(lines.split('\n').slice(0, 300).join('\n'));

  // What the host does with its key store: the signature line of a signed note.
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.concat([Buffer.of(1), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
  const name = 'example.com/desk';
  const id = createHash('sha256').update(`${name}\n`).update(bytes).digest().subarray(0, 4);
  const key = `${name}+${id.toString('hex')}+${bytes.toString('base64')}`;
  const signed = (text) => `${text}\n— ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;

  const kept = write('kept', signed(desk.checkpoint(name)));
  const before = write('before', signed(early.checkpoint(name)));
  const journal = write('journal', lines);
  const entry = write('entry', `${lines.split('\n')[17]}\n`);
  const inclusion = write('inclusion', JSON.stringify(desk.inclusionProof(17, 455)));
  const consistency = write('consistency', JSON.stringify(desk.consistencyProof(300, 455)));
  const verified = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(examples, 'verify.mjs'), ...args], { encoding: 'utf8' });
    return [status, stdout + stderr];
  };
  const [trusting, other] = [['--key', key], ['--key', 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW']];
  for (const [words, ...args] of [
    [/first 455 entries .*\nsigned|signed by example/, kept, '--journal', journal, ...trusting],
    [/at index 17 of 455, unchanged/, kept, '--entry', entry, '--proof', inclusion],
    [/at index 17 of 455, unchanged/, kept, '--journal', journal, '--proof', inclusion],
    [/the 455 entries begin with the 300 of before/, kept, '--before', before, '--proof', consistency, ...trusting],
    [/the 455 entries begin with the 300 of before/, kept, '--before', before, '--journal', journal],
    [/of 155 later entries/, before, '--journal', journal],
    [/nobody has checked who made it/, kept, '--journal', journal],
    [/signed by example.com\/desk/, kept, ...trusting, ...other],
  ]) {
    const [status, said] = verified(...args);
    assert.equal(status, 0, said);
    assert.match(said, words);
  }
  const forged = write('forged', fs.readFileSync(kept, 'utf8').replace('\n455\n', '\n454\n'));
  const altered = write('altered', lines.replace('phone', 'email'));
  const changed = write('changed', fs.readFileSync(entry, 'utf8').replace('T', 'U'));
  for (const [words, ...args] of [
    [/FAILS .*not the signature of example/, forged, ...trusting],
    [/FAILS .*nobody who is trusted/, kept, '--journal', journal, ...other],
    [/FAILS .*the root is another/, kept, '--journal', altered],
    [/FAILS .*the root is another/, forged, '--journal', journal],
    [/FAILS .*at index 17/, kept, '--entry', changed, '--proof', inclusion],
    [/FAILS .*begin with/, before, '--before', kept, '--proof', consistency],
    [/FAILS .*the journal has 455 entries/, write('longer', desk.checkpoint(name).replace('455', '456')), '--journal', journal],
    [/FAILS .*it is of other/, kept, '--before', write('foreign', early.checkpoint('other')), '--proof', consistency],
  ]) {
    const [status, said] = verified(...args);
    assert.equal(status, 1, said);
    assert.match(said, words);
  }
  const gone = fs.readFileSync(path.join(__dirname, '../../tests/conformance/journal-gone.jsonl'), 'utf8');
  const disposed = ServiceManagementSystem.replay(gone);
  const [destroyed, remains] = [write('destroyed', disposed.checkpoint(name)), write('gone', gone)];
  const place = gone.split('\n').findIndex((line) => line.startsWith('{"gone"'));
  const absent = write('absent', JSON.stringify(disposed.inclusionProof(place, disposed.length)));
  for (const [expected, words, ...args] of [
    [0, /of 4 entries the text is gone/, destroyed, '--journal', remains],
    [1, /FAILS .*its text is gone/, destroyed, '--journal', remains, '--proof', absent],
  ]) {
    const [status, said] = verified(...args);
    assert.equal(status, expected, said);
    assert.match(said, words);
  }
  for (const args of [[], [kept], [kept, '--proof', inclusion], [kept, '--entry', entry], [kept, '--before', before], [kept, '--key', 'x+00000000+AAAA'], ['nowhere', '--journal', journal], [kept, '--strange']]) {
    assert.equal(verified(...args)[0], 2, args.join(' '));
  }
});

/** From the call to the solution over HTTP, with everything that can go wrong on the way. */
async function helpdesk(t) {
  const [{ Tickets }, { helpdesk }] = await Promise.all([load('helpdesk/tickets.mjs'), load('helpdesk/server.mjs')]);
  let now = new Date('2026-11-23T02:00:00Z');
  const file = path.join(folder, 'helpdesk.db');
  const tickets = new Tickets(file, () => now);
  const server = helpdesk(tickets).listen(0);
  t.after(() => {
    server.close();
    tickets.close();
  });
  const ask = async (person, page, body) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'x-person': person, 'content-type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`http://localhost:${server.address().port}${page}`, { method, headers, body: sent });
    const kind = answer.status < 400 ? 'application/json' : 'application/problem+json';
    assert.equal(answer.headers.get('content-type'), `${kind}; charset=utf-8`);
    return { status: answer.status, ...(await answer.json()) };
  };
  const fixed = { code: 'fixed', text: 'restarted', kind: 'permanent', level: 'l2', restored_at: '2026-11-23T02:00:00Z' };

  const logged = await ask('sam', '/tickets', call);
  assert.deepEqual([logged.status, logged.number, logged.title, logged.state], [201, 1, 'no VPN', 'logged']);
  assert.ok(logged.allowed.includes('incident.classify') && !logged.allowed.includes('incident.resolve'));

  // A refusal says what is missing and what would be legal; a document that cannot be read, where the fault is.
  const early = await ask('nina', '/tickets/1/resolve', { resolution: fixed });
  assert.deepEqual([early.status, early.code, early.guard, early.missing[0].value], [409, 'incident.resolve', 'T-INC-08', 'logged']);
  assert.deepEqual(early.legal, logged.allowed);
  const misspelt = await ask('sam', '/tickets', { ...call, chanel: 'phone' });
  assert.deepEqual([misspelt.status, misspelt.code, misspelt.path], [400, 'document.shape', 'body.chanel']);
  assert.equal((await ask('sam', '/tickets/1/explode', {})).code, 'command.unknown_kind');
  for (const [status, ...asked] of [
    [401, 'eve', '/tickets'],
    [401, 'constructor', '/tickets'],
    [404, 'sam', '/tickets/2'],
    [404, 'sam', '/tickets/2/assign', {}],
    [404, 'sam', '/'],
    [400, 'sam', '/tickets', '{'],
    [413, 'sam', '/tickets', { ...call, symptom: 'x'.repeat(300_000) }],
  ]) {
    assert.equal((await ask(...asked)).status, status, asked.join(' '));
  }
  assert.deepEqual(tickets.all().map(({ state }) => state), ['logged'], 'nothing of that left a trace');

  // Eight working hours from ten o'clock in Shanghai.
  const classified = await ask('sam', '/tickets/1/classify', { category: 'net/vpn', impact: 2, urgency: 2, known_error: 'none' });
  assert.deepEqual([classified.priority, classified.due_at], [2, '2026-11-23T10:00:00Z']);
  assert.equal((await ask('sam', '/tickets/1/assign', { group: 'network' })).state, 'assigned');

  // Nobody answers within the hour: the timer says so.
  now = new Date('2026-11-23T03:30:00Z');
  tickets.tick();
  assert.deepEqual((await ask('sam', '/tickets/1')).breached, ['response']);
  assert.equal((await ask('nina', '/tickets/1/acknowledge', {})).state, 'in_progress');
  const resolved = await ask('nina', '/tickets/1/resolve', { resolution: fixed });
  assert.deepEqual([resolved.status, resolved.state, resolved.breached], [200, 'resolved', ['response']]);

  // Another process finds the same.
  const other = new Tickets(file, () => now);
  assert.deepEqual(other.get(1), tickets.get(1));
  other.close();
  assert.equal((await ask('sam', '/tickets'))[0].state, 'resolved');
}
