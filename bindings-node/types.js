'use strict';
// Writes the types of all documents, documents.d.ts, from schema/itsm.schema.json. With --check it only says whether they are stale.

const fs = require('node:fs');
const path = require('node:path');
const { compile } = require('json-schema-to-typescript');

const FILE = path.join(__dirname, 'documents.d.ts');
const SCHEMA = path.join(__dirname, '../schema/itsm.schema.json');

/** What every branch has besides its own, it has itself: so it narrows by its kind. */
function branched({ oneOf, properties, required = [], ...rest }) {
  const branch = (own) => ({ ...own, properties: { ...properties, ...own.properties }, required: [...required, ...(own.required ?? [])] });
  return { ...rest, oneOf: oneOf.map(branch) };
}

const schema = JSON.parse(fs.readFileSync(SCHEMA, 'utf8'));

/** A map whose keys are the words of a list has no others; those of any other map are texts. */
function keyed({ propertyNames, additionalProperties, ...rest }) {
  const words = schema.$defs[propertyNames.$ref.replace('#/$defs/', '')].oneOf?.map((word) => word.const);
  if (!words) return { ...rest, additionalProperties };
  return { ...rest, properties: Object.fromEntries(words.map((word) => [word, additionalProperties])), additionalProperties: false };
}

/** A reference beside words would become a copy of its type, and a tuple is written as the older drafts have it. */
function adapted(node) {
  if (Array.isArray(node)) return node.map(adapted);
  if (typeof node !== 'object' || node === null) return node;
  if (node.oneOf && node.properties) return adapted(branched(node));
  if (node.propertyNames) return adapted(keyed(node));
  // How long a list is, is the core's to check: as types it would be a tuple for every length.
  const { $ref, prefixItems, minItems, maxItems, ...rest } = node;
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, adapted(value)]));
  if (prefixItems) return { ...own, minItems, maxItems, items: adapted(prefixItems) };
  if (!$ref) return own;
  return Object.keys(own).length === 0 ? { $ref } : { ...own, allOf: [{ $ref }] };
}

async function main() {
  const { $defs, $schema } = adapted(schema);
  const names = Object.keys($defs);
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
  const all = { $schema, $defs, type: 'object', description: 'Every document under its name.', properties, required: names };
  const text = await compile(all, 'Documents', {
    additionalProperties: false,
    bannerComment: '// Made from schema/itsm.schema.json by types.js.',
    style: { printWidth: 120, singleQuote: true },
  });
  const doubled = [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name);
  const strange = doubled.filter((name) => name !== 'Documents' && !names.includes(name));
  if (strange.length > 0) throw new Error(`types that the schema does not name: ${strange}`);
  if (!process.argv.includes('--check')) return fs.writeFileSync(FILE, text);
  if (fs.readFileSync(FILE, 'utf8') !== text) throw new Error('documents.d.ts is stale: npm run types');
}

main().catch((fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
