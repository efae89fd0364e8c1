// Says whether a journal, or one entry of it, is what a checkpoint says. It needs no database and nothing of the desk.
//
//     node examples/node/verify.mjs CHECKPOINT [--journal FILE] [--entry FILE] [--proof FILE] [--before FILE] [--key KEY]...
//
// The checkpoint is the text that somebody kept, with its signatures or without. With --journal the whole journal is hashed again (RFC
// 9162, 2.1.1), and of entries whose text a disposal has destroyed the hash is taken from the line and their number said; with --entry and --proof one entry is; with --before and --proof nothing but two checkpoints is needed. --key,
// name+hash+base64, says whom to trust: without it nobody has checked who made the checkpoint. The exit code is 0 when everything asked for
// holds, 1 when something does not, 2 when it could not be judged.

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCheckpoint, readNote, verifyConsistency, verifyInclusion } from 'itsm';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
/** The exact text of a file: what is no UTF-8 is no text, and nothing in it is replaced. */
const read = (path) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
/** An entry has no line end; the line of a file has. */
const withoutEnd = (line) => line.replace(/[\r\n]+$/, '');

/** What stays of an entry of a record that was disposed of; no event is written so. */
const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const GONE = new RegExp(
  `^{"gone":{(?:"command":${TEXT},)?"disposal":${TEXT},"leaf":"([0-9a-f]{64})","stream":${TEXT},"version":[0-9]+},"index":[0-9]+}$`,
);
const leafOf = (entry) => {
  const gone = entry.match(GONE);
  return gone ? Buffer.from(gone[1], 'hex') : sha256('\0', entry);
};

/** The root of the first `size` entries: subtrees of one height are joined as they are met. */
function rootOf(entries, size) {
  const trees = [];
  for (const entry of entries.slice(0, size)) {
    let tree = { height: 0, hash: leafOf(entry) };
    while (trees.at(-1)?.height === tree.height) tree = { height: tree.height + 1, hash: sha256('\x01', trees.pop().hash, tree.hash) };
    trees.push(tree);
  }
  const hashes = trees.map(({ hash }) => hash);
  return (hashes.length === 0 ? sha256('') : hashes.reduceRight((right, left) => sha256('\x01', left, right))).toString('hex');
}

/** The key of somebody trusted; the hash that stands in it is that of its name and bytes. */
function keyOf(words) {
  const [, name, id, base64] = words.match(/^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const known = bytes.length === 33 && bytes[0] === 1 && sha256(`${name}\n`, bytes).toString('hex').startsWith(id);
  if (!known) throw new Error(`\`${words}\` is no key`);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' });
  return { name, id, key };
}

/** Everything that the evidence allows to be judged, each with the words for it. */
function* judged({ checkpoint, before, journal, entry, proof, keys }) {
  const signers = new Set();
  const opened = (text) => {
    if (keys.length === 0 && !text.includes('\n\n')) return readCheckpoint(text);
    const note = readNote(text);
    const held = note.signatures.filter(({ name, key_id, signature }) => {
      const trusted = keys.find((key) => key.name === name && key.id === key_id);
      if (trusted && !verify(null, Buffer.from(note.text), trusted.key, Buffer.from(signature, 'hex'))) throw new Error(`this is not the signature of ${name}`);
      return trusted;
    });
    if (keys.length > 0 && held.length === 0) throw new Error('nobody who is trusted has signed it');
    held.forEach(({ name }) => signers.add(name));
    return readCheckpoint(note.text);
  };
  const hasRoot = ({ size, root }) => {
    if (size > entries.length) throw new Error(`the journal has ${entries.length} entries`);
    if (rootOf(entries, size) !== root) throw new Error('the root is another');
  };
  let head, origin;
  yield ['the checkpoint', () => ({ head, origin } = opened(checkpoint))];
  const entries = journal?.split('\n').map(withoutEnd).filter((line) => line !== '');
  if (entries) yield [`the first ${head.size} entries of the journal are those of the checkpoint`, () => hasRoot(head)];
  if (before !== undefined) {
    let old;
    yield ['the older checkpoint', () => {
      old = opened(before);
      if (old.origin !== origin) throw new Error(`it is of ${old.origin}`);
    }];
    yield [`the ${head.size} entries begin with the ${old.head.size} of before, unchanged`, () => {
      if (proof) return verifyConsistency(proof, old.head, head);
      hasRoot(old.head);
      if (old.head.size > head.size) throw new Error('it is not the older one');
    }];
  } else if (proof) {
    const line = entry === undefined ? entries[proof.index] : withoutEnd(entry);
    yield [`the entry stands at index ${proof.index} of ${head.size}, unchanged`, () => {
      if (entry === undefined && GONE.test(line)) throw new Error('its text is gone: only who has kept it can prove it');
      verifyInclusion(line ?? '', proof, head);
    }];
  }
  if (keys.length > 0) yield [`signed by ${[...signers].join(', ')}`, () => {}];
  else console.log('note    nobody has checked who made it: name a --key');
  const gone = entries?.filter((line) => GONE.test(line)).length;
  if (gone) console.log(`note    of ${gone} entries the text is gone: that disposals took them, whoever folds the journal can tell`);
  if (entries?.length > head.size) console.log(`note    of ${entries.length - head.size} later entries the checkpoint says nothing`);
}

function asked() {
  const text = { type: 'string' };
  const options = { journal: text, entry: text, proof: text, before: text, key: { ...text, multiple: true } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { journal, entry, proof, before, key = [] } = values;
  if (positionals.length !== 1) throw new Error('CHECKPOINT is needed');
  if (!(journal || before || entry || (key.length > 0 && !proof))) throw new Error('one of --journal, --entry, --before and --key is needed: alone it proves nothing');
  if (entry && (!proof || before)) throw new Error('--entry goes with --proof and without --before');
  if (before && !proof && !journal) throw new Error('--before goes with --proof or --journal');
  const given = (path) => (path === undefined ? undefined : read(path));
  return {
    checkpoint: read(positionals[0]),
    ...{ journal: given(journal), entry: given(entry), before: given(before) },
    ...{ proof: proof && JSON.parse(read(proof)), keys: key.map(keyOf) },
  };
}

function main() {
  let evidence;
  try {
    evidence = asked();
  } catch (fault) {
    console.error(`verify: ${fault.message}`);
    return 2;
  }
  // Where one fails, the rest would rest on it.
  for (const [claim, check] of judged(evidence)) {
    try {
      check();
      console.log(`holds   ${claim}`);
    } catch (fault) {
      console.log(`FAILS   ${claim}: ${fault.message}`);
      return 1;
    }
  }
  console.log('everything asked for holds; whether what was typed in is true, no proof can say');
  return 0;
}

process.exitCode = main();
