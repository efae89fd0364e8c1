'use strict';
// What the tests of journals share: a SQLite, a file, and commands that any desk carries out.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Connections of a host, by the name of their driver: those that are there. */
const drivers = {};
for (const [name, found] of [['node:sqlite', (own) => own.DatabaseSync], ['better-sqlite3', (own) => own]]) {
  try {
    const Driver = found(require(name));
    // One that was compiled for another Node is found and does not load.
    new Driver(':memory:').close();
    drivers[name] = Driver;
  } catch {
    // The other one has to do.
  }
}
const Database = Object.values(drivers)[0];
const skip = Database ? false : `NOT RUN: Node ${process.versions.node} has no SQLite, and better-sqlite3 is not installed`;

/** A file in a folder of its own, gone with the test. */
function file(t, name = 'desk.db') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'itsm-desk-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return path.join(folder, name);
}

const day = [['09:00', '18:00']];
const OFFICE = { zone: 'UTC', week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
const publish = (record, version = 1) => ({
  kind: version === 1 ? 'policy.publish' : 'policy.revise',
  record,
  body: { version, effective_from: version === 1 ? '2026-01-01T00:00:00Z' : '2026-11-23T09:00:00Z', document: { calendar: OFFICE } },
});
const context = (command_id) => ({ now: '2026-11-23T09:00:00Z', actor: { id: 'p-1', roles: ['po'] }, command_id });

module.exports = { Database, context, drivers, file, publish, skip };
