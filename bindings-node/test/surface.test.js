'use strict';
// The manifest of the core, schema/surface.json: Node has all of it, and what it has besides stands here.

const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const itsm = require('..');

const surface = JSON.parse(fs.readFileSync(path.join(__dirname, '../../schema/surface.json')));
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** What users of JavaScript expect besides: promises, and `of` beside the constructor. */
const BESIDES = {
  BusinessCalendar: ['addManyAsync', 'betweenManyAsync'],
  Cmdb: ['simulateAsync'],
  Lifecycle: ['of'],
  ServiceManagementSystem: ['kpisAsync', 'replayAsync'],
  SlaPolicy: ['clocksManyAsync'],
};

test('every handle of the manifest has its members, and no others', () => {
  assert.ok(surface.handles.length > 8);
  for (const { name, made_by, members } of surface.handles) {
    const handle = itsm[name];
    const own = (object) => Object.getOwnPropertyNames(object).filter((member) => !['constructor', 'prototype', 'name'].includes(member));
    const had = [...own(handle).filter((member) => member !== 'length'), ...own(handle.prototype)];
    const makers = made_by.filter((maker) => maker !== 'new');
    assert.deepEqual(had.sort(), [...makers, ...members].map(camel).concat(BESIDES[name] ?? []).sort(), name);
  }
});

test('what is no handle is the error, a function or the version', () => {
  const handles = surface.handles.map(({ name }) => name);
  const exported = Object.keys(itsm).filter((name) => !name.startsWith('_'));
  assert.deepEqual(exported.sort(), [...handles, ...surface.functions.map(camel), 'ItsmError', 'version'].sort());
});

test('every document has its type, and every code is known', () => {
  const types = fs.readFileSync(path.join(__dirname, '../documents.d.ts'), 'utf8');
  const [, documents] = types.match(/export interface Documents {\n(.*?)\n}/s);
  assert.deepEqual([...documents.matchAll(/^  (\w+): /gm)].map(([, name]) => name).sort(), surface.documents);
  assert.deepEqual(itsm.codes().map(({ code }) => code), surface.codes);
  assert.equal(itsm.schema().schema_version, surface.schema_version);
});
