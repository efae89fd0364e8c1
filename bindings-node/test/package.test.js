'use strict';
// What is packed works where it is installed: in an empty project, by import and require, with types.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { isBuiltin } = require('node:module');

const home = path.join(__dirname, '..');
const project = fs.mkdtempSync(path.join(os.tmpdir(), 'itsm-'));
test.after(() => fs.rmSync(project, { recursive: true }));

const run = (program, args, cwd) => execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const write = (name, text) => fs.writeFileSync(path.join(project, name), text);

test.before(() => {
  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', project], home));
  const packed = files.map((file) => file.path).sort();
  const { files: named } = JSON.parse(fs.readFileSync(path.join(home, 'package.json')));
  assert.deepEqual(packed, [...named, 'README.md', 'package.json'].sort());
  write('package.json', '{"private": true}');
  run('npm', ['install', '--offline', '--silent', '--no-audit', '--no-fund', `./${filename}`], project);
});

test('the addon brings no SQLite of its own: two in one process lose data', () => {
  const addon = fs.readFileSync(path.join(home, 'itsm.node'));
  assert.ok(addon.includes('BEGIN IMMEDIATE'), 'the statements are there');
  assert.ok(!addon.includes('SQLite format 3'), 'and what would run them is not');
});

test('import and require find the same library', () => {
  write('both.mjs', `
    import * as all from 'itsm';
    import { createRequire } from 'node:module';
    const required = createRequire(import.meta.url)('itsm');
    const { default: _, ...named } = all;
    const same = Object.keys(required).every((name) => required[name] === named[name]);
    console.log(JSON.stringify([same, Object.keys(named).sort(), Object.keys(required).sort()]));`);
  const [same, named, required] = JSON.parse(run(process.execPath, ['both.mjs'], project));
  assert.ok(same);
  assert.deepEqual(named, required);
  write('required.cjs', `const { version } = require('itsm'); console.log(version, require('itsm/package.json').version);`);
  const [version, packed] = run(process.execPath, ['required.cjs'], project).trim().split(' ');
  assert.equal(version, packed, 'Cargo.toml and package.json name one version');
});

/** Node 20 has no SQLite: there the peer is installed, where it could be compiled. */
function hasSqlite() {
  if (isBuiltin('node:sqlite')) return true;
  const peer = path.join(home, 'node_modules/better-sqlite3');
  if (fs.existsSync(peer)) fs.symlinkSync(fs.realpathSync(peer), path.join(project, 'node_modules/better-sqlite3'));
  return fs.existsSync(peer);
}

test('the examples of the README say what stands beside them', (t) => {
  const all = [...fs.readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, example]) => example);
  const lasting = hasSqlite();
  if (!lasting) t.diagnostic(`NOT RUN: the desk that lasts: Node ${process.versions.node} has no SQLite, and better-sqlite3 is not installed`);
  const examples = all.filter((example) => lasting || !example.includes('open('));
  const lines = examples.map((example) => {
    write('example.mjs', example);
    const said = run(process.execPath, ['example.mjs'], project).trim().split('\n');
    assert.deepEqual(said, [...example.matchAll(/console.log\(.*; \/\/ (.*)/g)].map(([, words]) => words));
    return said.length;
  });
  assert.deepEqual(lines, lasting ? [1, 2, 1] : [1, 2]);
  assert.equal(all.length, 3);
});

test('the types compile strictly, and narrow', () => {
  for (const name of ['narrows.ts', 'narrows.mts']) fs.copyFileSync(path.join(__dirname, 'types', name), path.join(project, name));
  const tsc = path.join(home, 'node_modules/.bin/tsc');
  run(tsc, ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--types', '', 'narrows.ts', 'narrows.mts'], project);
});

test('the types name what the library has', () => {
  const types = fs.readFileSync(path.join(home, 'index.d.ts'), 'utf8');
  const itsm = require('..');
  for (const [name, value] of Object.entries(itsm).filter(([name]) => !name.startsWith('_'))) {
    if (typeof value !== 'function' || !/^class/.test(value)) {
      assert.match(types, new RegExp(`export (function|const) ${name}\\b`));
      continue;
    }
    const [, body] = types.match(new RegExp(`export class ${name}\\b[^{]*{\\n(.*?)\\n}`, 's'));
    const typed = [...body.matchAll(/^  (?:static |readonly )*(\w+)[?]?[(:]/gm)].map(([, member]) => member);
    const own = [...Object.getOwnPropertyNames(value.prototype), ...Object.getOwnPropertyNames(value)];
    const had = own.filter((member) => !['constructor', 'length', 'name', 'prototype'].includes(member));
    for (const member of had) assert.ok(typed.includes(member), `${name}.${member} has no type`);
    if (name === 'ItsmError') continue;
    for (const member of typed) assert.ok(own.includes(member), `${name} has no ${member}`);
  }
});
