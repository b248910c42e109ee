/** What the verifier tells of each damage: the code, the file, the line, and the particulars. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type Signer, verifierFrom } from '../../src/checkpoint.ts';
import { HeadsTree } from '../../src/heads.ts';
import { inclusionProof, merkleRoot } from '../../src/merkle.ts';
import type { BundleFinding } from '../../src/verdict.ts';
import { bundleFindingTexts } from '../../src/verdict-texts.ts';
import { verifyBundle } from '../../src/verify.ts';
import {
  b64,
  bundles,
  caseBundle,
  disclosureOf,
  type Files,
  folderOf,
  LogOf,
  logBundle,
  noteOver,
  ORIGIN,
  signer,
  signerOf,
  smallLog,
  uuid5,
} from './bundle.ts';
import { edited, json, record, without } from './forge.ts';

afterAll(() => rmSync(bundles, { recursive: true, force: true }));

interface Known {
  readonly seen?: Uint8Array;
  readonly vkeys?: readonly string[];
}

/** Without the sentence of the code, which is the same each time. */
function short({ code, file, line, says }: BundleFinding): string {
  const meaning = bundleFindingTexts[code].en;
  expect(says.startsWith(meaning)).toBe(true);
  return `${code} ${file}${line === undefined ? '' : `:${line}`}${says.slice(meaning.length)}`;
}

async function toldOf(files: Files, { seen, vkeys = [signer.vkey] }: Known): Promise<readonly string[]> {
  const folder = folderOf(files);
  const verifiers = vkeys.map(verifierFrom);
  const { findings } = await verifyBundle(seen ? { folder, verifiers, seen } : { folder, verifiers });
  rmSync(folder, { recursive: true });
  return findings.map(short);
}

const log = smallLog();
const whole = await logBundle(log, { since: 5 });
const plain = await logBundle(log);
const one = await caseBundle(log, 'c-1', { since: 5 });
const two = await caseBundle(log, 'c-2');
const empty = await logBundle(new LogOf());
const witness = signerOf('witness.example', 3);
const impostor: Signer = { name: ORIGIN, keyId: signer.keyId, sign: (text) => witness.sign(text) };
const realRoot = b64(merkleRoot(log.leaves));
const root = b64(Buffer.alloc(32, 1));
const crowded = Buffer.concat([await noteOver(log, 14), Buffer.from(`\u2014 x ${b64(Buffer.alloc(9))}\n`.repeat(100))]);

const having = (files: Files, name: string, bytes: Uint8Array | string): Files => new Map(files).set(name, Buffer.from(bytes));
const lacking = (files: Files, ...names: readonly string[]): Files => new Map([...files].filter(([name]) => !names.includes(name)));
const indexed = (at: number, change: object): Files => json(one, 'index.json', ({ records }) => Object.assign(records[at], change));
const headed = (change: object): Files => json(one, 'heads-proof.json', (file) => Object.assign(file, change));
const head = (change: object): Files => json(one, 'heads-proof.json', (file) => Object.assign(file.head, change));
const signed = async (text: string): Promise<string> =>
  `${text}\n\u2014 ${signer.name} ${b64(Buffer.concat([signer.keyId, await signer.sign(Buffer.from(text))]))}\n`;

const lines = (files: Files, change: (all: string[]) => void): Files =>
  edited(files, 'records.ndjson', (text) => {
    const all = text.split('\n');
    change(all);
    return all.join('\n');
  });

/** The bundle of a case with the record at this place of the log as well, on the line with this number, from 0. */
function withRecord(from: LogOf, files: Files, index: number, line: number): Files {
  const text = Buffer.from(from.written[index]?.record ?? []).toString();
  const entry = { index: String(index), proof: inclusionProof(from.leaves, index).map(b64) };
  return json(
    lines(files, (all) => all.splice(line, 0, text)),
    'index.json',
    ({ records }) => records.splice(line, 0, entry),
  );
}

const resealed = smallLog();
resealed.seal();
const sealedTwice = withRecord(resealed, await caseBundle(resealed, 'c-1'), 12, 3);

/** A log whose seal says what is not so, though it is signed. */
function sealedAs(...changes: readonly object[]): LogOf {
  const sealed = new LogOf();
  for (const stream of ['c-1', 'c-2']) sealed.add(stream);
  for (const change of changes) sealed.seal(change);
  return sealed;
}

/** Two seals over the same two facts. */
function sealedAgain(one: object, other: object): LogOf {
  const sealed = sealedAs();
  const data = { size: '2', root: b64(merkleRoot(sealed.leaves)), heads: b64(new HeadsTree(sealed.heads).root()), streams: '2' };
  for (const change of [one, other]) sealed.seal({ ...data, ...change });
  return sealed;
}

/** Three facts, and seals over so many of them. */
function sealedOver(sizes: readonly number[]): LogOf {
  const sealed = new LogOf();
  const trees = ['c-1', 'c-2', 'c-1'].map((stream) => {
    sealed.add(stream);
    return new HeadsTree(sealed.heads);
  });
  for (const size of sizes) sealed.forgedSeal(size, trees[size - 1] ?? new HeadsTree([]));
  return sealed;
}

/** A log whose seal covers two facts of the case, and says that it has one. */
const lying = new LogOf();
lying.add('c-1');
const headsBefore = new HeadsTree(lying.heads);
lying.add('c-1');
lying.forgedSeal(2, headsBefore);

const hidden = disclosureOf(uuid5('c-1 1'), '/a', 1);

function hiding(disclosures: readonly Uint8Array[]): Promise<Files> {
  const hides = new LogOf();
  hides.add('c-1', { sealed: [hidden.commitment] });
  hides.add('c-2', { sealed: [disclosureOf(uuid5('c-2 1'), '/a', 1).commitment] });
  hides.seal();
  return caseBundle(hides, 'c-1', { disclosures });
}

/** Lines that are no records, of two megabytes together. */
const much = Array.from({ length: 10 }, () => 'x'.repeat(200_000));

type Damage = readonly [damage: string, files: Files | Promise<Files>, told: readonly string[], known?: Known];

const damages: Readonly<Record<string, readonly Damage[]>> = {
  'the folder': [
    [
      'a heads proof in the bundle of a log',
      having(whole, 'heads-proof.json', one.get('heads-proof.json') ?? ''),
      ['file-unknown heads-proof.json: only the bundle of one case has it'],
    ],
    [
      'an older note without its proof',
      lacking(whole, 'consistency.json'),
      ['file-missing consistency.json: it belongs with prev-checkpoint'],
    ],
    [
      'a proof without its older note',
      lacking(whole, 'prev-checkpoint'),
      ['file-missing prev-checkpoint: it belongs with consistency.json'],
    ],
    ['nothing at all', new Map(), ['file-missing records.ndjson', 'file-missing index.json', 'file-missing checkpoint']],
    ['a file too many', having(one, 'notes.txt', ''), ['file-unknown notes.txt']],
    ['no records', lacking(one, 'records.ndjson'), ['file-missing records.ndjson']],
    ['no index', lacking(one, 'index.json'), ['file-missing index.json']],
    [
      'no index, and a record that is none',
      record(lacking(one, 'index.json'), 0, (fact) => Object.assign(fact, { v: 2 })),
      ['file-missing index.json', 'record-malformed records.ndjson:1: the member v'],
    ],
    ['no heads proof', lacking(one, 'heads-proof.json'), ['file-missing heads-proof.json']],
    ['no checkpoint in the bundle of a case', lacking(one, 'checkpoint'), ['file-missing checkpoint']],
    ['no checkpoint in the bundle of a log', lacking(whole, 'checkpoint'), ['file-missing checkpoint']],
    [
      'an index that is another object',
      having(whole, 'index.json', '{}'),
      ['file-malformed index.json: it is not the canonical JSON of the object that stands here'],
    ],
    [
      'an index that is not UTF-8',
      having(whole, 'index.json', Uint8Array.of(0xff)),
      ['file-malformed index.json: it is not the canonical JSON of the object that stands here'],
    ],
    [
      'a heads proof that is another object',
      having(one, 'heads-proof.json', '{}'),
      ['file-malformed heads-proof.json: it is not the canonical JSON of the object that stands here'],
    ],
    [
      'a proof between notes that is another object',
      having(one, 'consistency.json', '{}'),
      ['file-malformed consistency.json: it is not the canonical JSON of the object that stands here'],
    ],
  ],
  'the index': [
    [
      'another origin',
      json(one, 'index.json', (index) => Object.assign(index, { origin: 'elsewhere.example' })),
      ['origin-mismatch index.json: elsewhere.example, and not redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11'],
    ],
    [
      'another size',
      json(one, 'index.json', (index) => Object.assign(index, { size: '13' })),
      ['file-malformed index.json: its size is 13, that of the checkpoint 14'],
    ],
    [
      'another log',
      json(two, 'index.json', (index) => Object.assign(index, { log: uuid5('another') })),
      [
        'log-mismatch index.json: b7c8ffb8-fbc6-5c17-a328-e0e8f643694e, and not 7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11',
        'log-mismatch records.ndjson:1',
        'log-mismatch records.ndjson:2',
        'log-mismatch records.ndjson:3',
      ],
    ],
    [
      'an entry too many',
      json(one, 'index.json', ({ records }) => records.push(records[4])),
      ['file-malformed index.json: 6 entries for 5 records'],
    ],
    ['an entry too few', json(one, 'index.json', ({ records }) => records.pop()), ['file-malformed index.json: 4 entries for 5 records']],
    ['one place twice', indexed(1, { index: '0' }), ['index-duplicate index.json:2', 'inclusion-invalid records.ndjson:2']],
    [
      'a place before the one before',
      indexed(2, { index: '1' }),
      ['file-malformed index.json:3: the places of the records do not rise', 'inclusion-invalid records.ndjson:3'],
    ],
    ['a place beyond the tree', indexed(4, { index: '14' }), ['index-out-of-range index.json:5: place 14 of 14']],
    [
      'a place beyond 2^32, which is none of the first',
      indexed(4, { index: String(2n ** 32n) }),
      ['index-out-of-range index.json:5: place 4294967296 of 14'],
    ],
    [
      'two places that differ beyond 2^32 only',
      json(one, 'index.json', ({ records }) => [
        Object.assign(records[3], { index: String(2n ** 32n) }),
        Object.assign(records[4], { index: String(2n ** 33n) }),
      ]),
      [
        'index-out-of-range index.json:4: place 4294967296 of 14',
        'record-malformed records.ndjson:4: it is neither of the case nor the seal',
        'index-out-of-range index.json:5: place 8589934592 of 14',
        'seal-invalid records.ndjson: the record at its place is not here',
      ],
    ],
    ['no hash where four must be', indexed(1, { proof: [] }), ['proof-length index.json:2: 0 hashes, and not 4']],
    [
      'a hash too many',
      json(one, 'index.json', ({ records }) => records[1].proof.push(root)),
      ['proof-length index.json:2: 5 hashes, and not 4'],
    ],
    ['seventy hashes', indexed(1, { proof: Array.from({ length: 70 }, () => root) }), ['proof-length index.json:2: 70 hashes, and not 4']],
    ['another hash', json(one, 'index.json', ({ records }) => records[1].proof.splice(0, 1, root)), ['inclusion-invalid records.ndjson:2']],
  ],
  'records of a case': [
    [
      'another version',
      record(one, 1, (fact) => Object.assign(fact, { version: 9 })),
      [
        'inclusion-invalid records.ndjson:2',
        'version-gap records.ndjson:2: fact 9 where 2 was to come',
        'version-gap records.ndjson:3: fact 3 where 10 was to come',
        'chain-broken records.ndjson:3',
        'case-incomplete records.ndjson: 2 of 3 facts are here',
        'head-invalid heads-proof.json: it says 3 facts, and fact 9 stands below the size of the seal',
      ],
    ],
    [
      'a link to no fact',
      record(one, 1, (fact) => Object.assign(fact, { prev: 'A'.repeat(43) })),
      ['inclusion-invalid records.ndjson:2', 'chain-broken records.ndjson:2', 'chain-broken records.ndjson:3'],
    ],
    [
      'a link in the first fact',
      record(one, 0, (fact) => Object.assign(fact, { prev: 'A'.repeat(43) })),
      ['inclusion-invalid records.ndjson:1', 'chain-broken records.ndjson:1', 'chain-broken records.ndjson:2'],
    ],
    [
      'no link in the second',
      record(one, 1, (fact) => Object.assign(fact, { prev: null })),
      ['inclusion-invalid records.ndjson:2', 'chain-broken records.ndjson:2', 'chain-broken records.ndjson:3'],
    ],
    [
      'a fact of another case',
      record(one, 1, (fact) => Object.assign(fact, { stream: 'c-9' })),
      [
        'inclusion-invalid records.ndjson:2',
        'record-malformed records.ndjson:2: it is neither of the case nor the seal',
        'version-gap records.ndjson:3: fact 3 where 2 was to come',
        'chain-broken records.ndjson:3',
        'case-incomplete records.ndjson: 2 of 3 facts are here',
      ],
    ],
    ['the last fact left out', without(two, 1), ['case-incomplete records.ndjson: 1 of 2 facts are here']],
    [
      'a fact left out of the middle',
      without(one, 1),
      [
        'version-gap records.ndjson:2: fact 3 where 2 was to come',
        'chain-broken records.ndjson:2',
        'case-incomplete records.ndjson: 2 of 3 facts are here',
      ],
    ],
    [
      'a fact that came twice in the place of another',
      lines(one, (all) => all.splice(2, 1, all[1] ?? '')),
      [
        'record-duplicate records.ndjson:3',
        'inclusion-invalid records.ndjson:3',
        'version-gap records.ndjson:3: fact 2 where 3 was to come',
        'chain-broken records.ndjson:3',
        'version-gap records.ndjson:5: fact 4 where 3 was to come',
        'chain-broken records.ndjson:5',
        'case-incomplete records.ndjson: 2 of 3 facts are here',
      ],
    ],
    [
      'a record more than entries, of another case',
      lines(one, (all) => all.splice(5, 0, Buffer.from(log.written[1]?.record ?? []).toString())),
      ['record-malformed records.ndjson:6: it is neither of the case nor the seal', 'file-malformed index.json: 5 entries for 6 records'],
    ],
    ['the seal left out', without(one, 3), ['seal-invalid records.ndjson: the record at its place is not here']],
    [
      'a fact that came twice',
      withRecord(log, one, 2, 2),
      [
        'record-duplicate records.ndjson:3',
        'index-duplicate index.json:3',
        'version-gap records.ndjson:3: fact 2 where 3 was to come',
        'chain-broken records.ndjson:3',
      ],
    ],
  ],
  'the seal of a case': [
    [
      'the first fact in place of the seal',
      headed({ seal: '0' }),
      [
        'record-malformed records.ndjson:4: it is neither of the case nor the seal',
        'seal-invalid records.ndjson: the record is not a seal in the stream of seals',
      ],
    ],
    [
      'a fact after the seal in its place',
      headed({ seal: '5' }),
      [
        'record-malformed records.ndjson:4: it is neither of the case nor the seal',
        'seal-invalid records.ndjson: the record is not a seal in the stream of seals',
      ],
    ],
    [
      'a seal at a place of which nothing is here',
      headed({ seal: '99' }),
      [
        'record-malformed records.ndjson:4: it is neither of the case nor the seal',
        'seal-invalid records.ndjson: the record at its place is not here',
      ],
    ],
    [
      'a seal of another type',
      record(one, 3, (fact) => Object.assign(fact, { type: 'LogClosed' })),
      ['inclusion-invalid records.ndjson:4', 'seal-invalid records.ndjson: the record is not a seal in the stream of seals'],
    ],
    [
      'a seal in another stream',
      record(one, 3, (fact) => Object.assign(fact, { stream: '$seal' })),
      ['inclusion-invalid records.ndjson:4', 'seal-invalid records.ndjson: the record is not a seal in the stream of seals'],
    ],
    [
      'a seal in a stream whose name begins so',
      record(one, 3, (fact) => Object.assign(fact, { stream: '$seals2' })),
      ['inclusion-invalid records.ndjson:4', 'seal-invalid records.ndjson: the record is not a seal in the stream of seals'],
    ],
    [
      'a seal in a stream of as long a name',
      record(one, 3, (fact) => Object.assign(fact, { stream: '$seald' })),
      ['inclusion-invalid records.ndjson:4', 'seal-invalid records.ndjson: the record is not a seal in the stream of seals'],
    ],
    [
      'a seal that says more',
      record(one, 3, (fact) => Object.assign(fact.data, { more: 1 })),
      ['inclusion-invalid records.ndjson:4', 'seal-invalid records.ndjson: its data is not that of a seal'],
    ],
    [
      'a first seal of version 2',
      record(one, 3, (fact) => Object.assign(fact, { version: 2 })),
      ['inclusion-invalid records.ndjson:4', 'chain-broken records.ndjson:4'],
    ],
    [
      'a first seal with a link',
      record(one, 3, (fact) => Object.assign(fact, { prev: 'A'.repeat(43) })),
      ['inclusion-invalid records.ndjson:4', 'chain-broken records.ndjson:4'],
    ],
    ['two seals', sealedTwice, ['record-malformed records.ndjson:4: it is neither of the case nor the seal']],
    ['a seal and no heads proof to say so', lacking(one, 'heads-proof.json'), ['file-missing heads-proof.json']],
    [
      'two seals and no heads proof',
      lacking(sealedTwice, 'heads-proof.json'),
      ['file-missing heads-proof.json', 'record-malformed records.ndjson:6: it is neither of the case nor the seal'],
    ],
  ],
  'the head of a case': [
    [
      'another case',
      head({ s: '0'.repeat(64) }),
      [
        'head-invalid heads-proof.json: it is the end of another case',
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
      ],
    ],
    [
      'another last fact',
      head({ h: 'A'.repeat(43) }),
      [
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'head-invalid heads-proof.json: the last fact is another',
      ],
    ],
    [
      'fewer facts',
      head({ n: 2 }),
      [
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'head-invalid heads-proof.json: the last fact is another',
        'head-invalid heads-proof.json: it says 2 facts, and fact 3 stands below the size of the seal',
      ],
    ],
    [
      'more facts, the last of them after the seal',
      head({ n: 4 }),
      [
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'head-invalid heads-proof.json: the last fact is another',
        'head-invalid heads-proof.json: fact 4 was recorded after what the seal covers',
      ],
    ],
    [
      'more facts than are here',
      head({ n: 5 }),
      [
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'case-incomplete records.ndjson: 4 of 5 facts are here',
        'head-invalid heads-proof.json: fact 4 was recorded after what the seal covers',
      ],
    ],
    [
      'more facts, and a record more than entries',
      lines(head({ n: 4 }), (all) => all.splice(5, 0, all[0] ?? '')),
      [
        'record-duplicate records.ndjson:6',
        'version-gap records.ndjson:6: fact 1 where 5 was to come',
        'file-malformed index.json: 5 entries for 6 records',
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'head-invalid heads-proof.json: the last fact is another',
        'head-invalid heads-proof.json: fact 4 was recorded after what the seal covers',
      ],
    ],
    [
      'as many facts as can be counted',
      head({ n: Number.MAX_SAFE_INTEGER }),
      [
        'head-invalid heads-proof.json: it is not among the sealed ends of cases',
        'case-incomplete records.ndjson: 4 of 9007199254740991 facts are here',
        'head-invalid heads-proof.json: fact 4 was recorded after what the seal covers',
      ],
    ],
    ['another number of cases', headed({ size: '7' }), ['head-invalid heads-proof.json: its tree has 7 cases, that of the seal 6']],
    ['a place beyond the cases', headed({ index: '99' }), ['index-out-of-range heads-proof.json: place 99 of 6']],
    ['another place', headed({ index: '2' }), ['head-invalid heads-proof.json: it is not among the sealed ends of cases']],
    ['a hash too few', json(one, 'heads-proof.json', ({ proof }) => proof.pop()), ['proof-length heads-proof.json: 2 hashes, and not 3']],
  ],
  notes: [
    ['no note', having(one, 'checkpoint', 'x'), ['note-malformed checkpoint']],
    [
      'a note over 1,000,000 bytes',
      having(one, 'checkpoint', 'x'.repeat(1_000_001)),
      ['input-too-large checkpoint: it has 1000001 bytes, of 1000000 allowed'],
    ],
    ['a hundred and one signatures', having(one, 'checkpoint', crowded), ['note-too-many-signatures checkpoint']],
    ['a key that nobody knows', having(one, 'checkpoint', await noteOver(log, 14, { by: [witness] })), ['key-unknown checkpoint']],
    [
      'a key that nobody knows, and no size',
      having(two, 'checkpoint', await signed(`${ORIGIN}\n014\n${root}\n`)),
      ['key-unknown checkpoint', 'size-malformed checkpoint'],
      { vkeys: [witness.vkey] },
    ],
    [
      'a key that nobody knows, and no checkpoint',
      having(two, 'checkpoint', await signed('x\n')),
      ['key-unknown checkpoint', 'checkpoint-malformed checkpoint'],
      { vkeys: [witness.vkey] },
    ],
    [
      'a key that nobody knows, and another log',
      having(two, 'checkpoint', await signed(`elsewhere.example\n14\n${root}\n`)),
      [
        'key-unknown checkpoint',
        'origin-mismatch index.json: redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11, and not elsewhere.example',
      ],
      { vkeys: [witness.vkey] },
    ],
    [
      'a signature by another than the key says',
      having(one, 'checkpoint', await noteOver(log, 14, { by: [impostor] })),
      ['signature-invalid checkpoint'],
    ],
    [
      'a signature by another than the key says, over fewer facts',
      having(two, 'checkpoint', await noteOver(log, 13, { by: [impostor] })),
      ['signature-invalid checkpoint', 'file-malformed index.json: its size is 14, that of the checkpoint 13'],
    ],
    [
      'a known key of another office',
      having(one, 'checkpoint', await noteOver(log, 14, { by: [witness] })),
      ['origin-mismatch checkpoint: no key called redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11 has signed'],
      { vkeys: [signer.vkey, witness.vkey] },
    ],
    [
      'a fourth line',
      having(two, 'checkpoint', `${await signed(`${ORIGIN}\n14\n${realRoot}\nmore\n`)}`),
      ['checkpoint-malformed checkpoint: it has more than three lines'],
    ],
    [
      'an origin with a scheme',
      having(two, 'checkpoint', await signed(`https://${ORIGIN}\n14\n${realRoot}\n`)),
      [
        'checkpoint-malformed checkpoint: the origin https://redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11 is no URL without scheme, spaces or plus',
        'origin-mismatch index.json: redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11, and not https://redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11',
      ],
    ],
    [
      'an origin with a space',
      having(two, 'checkpoint', await signed(`redress example\n14\n${realRoot}\n`)),
      [
        'checkpoint-malformed checkpoint: the origin redress example is no URL without scheme, spaces or plus',
        'origin-mismatch index.json: redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11, and not redress example',
      ],
    ],
    [
      'an origin with a plus',
      having(two, 'checkpoint', await signed(`redress+example\n14\n${realRoot}\n`)),
      [
        'checkpoint-malformed checkpoint: the origin redress+example is no URL without scheme, spaces or plus',
        'origin-mismatch index.json: redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11, and not redress+example',
      ],
    ],
    [
      'a size with a zero before it',
      having(two, 'checkpoint', await signed(`${ORIGIN}\n014\n${realRoot}\n`)),
      ['size-malformed checkpoint'],
    ],
    ['no root', having(two, 'checkpoint', await signed(`${ORIGIN}\n14\n`)), ['checkpoint-malformed checkpoint']],
    [
      'a root of nothing that is not that',
      having(empty, 'checkpoint', await noteOver(new LogOf(), 0, { root: Buffer.alloc(32) })),
      ['root-mismatch checkpoint', 'root-mismatch records.ndjson'],
    ],
    [
      'a root of nothing that is not that, by a key that nobody knows',
      having(empty, 'checkpoint', await noteOver(new LogOf(), 0, { root: Buffer.alloc(32), by: [witness] })),
      ['key-unknown checkpoint'],
    ],
  ],
  'older notes': [
    [
      'of another log',
      having(one, 'prev-checkpoint', await noteOver(log, 5, { origin: 'elsewhere.example' })),
      [
        'origin-mismatch prev-checkpoint: no key called elsewhere.example has signed',
        'origin-mismatch prev-checkpoint: elsewhere.example, and not redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11',
      ],
    ],
    [
      'over more facts',
      having(one, 'prev-checkpoint', await noteOver(log, 14, { size: 15n })),
      ['checkpoint-rollback checkpoint: size 14, and 15 was seen', 'consistency-invalid consistency.json: from 5 to 14'],
    ],
    [
      'over as many facts, with another root',
      having(one, 'prev-checkpoint', await noteOver(log, 14, { root: Buffer.alloc(32, 1) })),
      ['checkpoint-conflict checkpoint', 'consistency-invalid consistency.json: from 5 to 14'],
    ],
    [
      'with another root, beside a case',
      having(one, 'prev-checkpoint', await noteOver(log, 5, { root: Buffer.alloc(32, 1) })),
      ['consistency-invalid consistency.json'],
    ],
    [
      'with another root, beside a log',
      having(whole, 'prev-checkpoint', await noteOver(log, 5, { root: Buffer.alloc(32, 1) })),
      ['consistency-invalid consistency.json', 'consistency-invalid prev-checkpoint'],
    ],
    [
      'by a key that nobody knows',
      having(one, 'prev-checkpoint', await noteOver(log, 5, { by: [witness] })),
      ['key-unknown prev-checkpoint'],
    ],
    ['that is none', having(one, 'prev-checkpoint', 'x'), ['note-malformed prev-checkpoint']],
    [
      'over 1,000,000 bytes',
      having(one, 'prev-checkpoint', 'x'.repeat(1_000_001)),
      ['input-too-large prev-checkpoint: it has 1000001 bytes, of 1000000 allowed'],
    ],
    [
      'with 65 hashes to it',
      json(one, 'consistency.json', (file) => Object.assign(file, { proof: Array.from({ length: 65 }, () => root) })),
      ['proof-length consistency.json: 65 hashes, and not 64'],
    ],
    [
      'with 64 hashes to it',
      json(one, 'consistency.json', (file) => Object.assign(file, { proof: Array.from({ length: 64 }, () => root) })),
      ['consistency-invalid consistency.json'],
    ],
    [
      'with a proof from another size',
      json(one, 'consistency.json', (file) => Object.assign(file, { from: '4' })),
      ['consistency-invalid consistency.json: from 4 to 14'],
    ],
    [
      'with a proof to another size',
      json(one, 'consistency.json', (file) => Object.assign(file, { to: '13' })),
      ['consistency-invalid consistency.json: from 5 to 13'],
    ],
  ],
  'notes that were seen': [
    [
      'over more facts',
      one,
      ['checkpoint-rollback checkpoint: size 14, and 15 was seen'],
      { seen: await noteOver(log, 14, { size: 15n }) },
    ],
    [
      'over as many facts, with another root',
      one,
      ['checkpoint-conflict checkpoint'],
      { seen: await noteOver(log, 14, { root: Buffer.alloc(32, 1) }) },
    ],
    [
      'over as many facts as the older note, with another root',
      one,
      ['checkpoint-conflict prev-checkpoint'],
      { seen: await noteOver(log, 5, { root: Buffer.alloc(32, 1) }) },
    ],
    [
      'with another root, beside a log',
      whole,
      ['consistency-invalid seen'],
      { seen: await noteOver(log, 7, { root: Buffer.alloc(32, 1) }) },
    ],
    [
      'of another log',
      one,
      [
        'origin-mismatch seen: no key called elsewhere.example has signed',
        'origin-mismatch seen: elsewhere.example, and not redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11',
      ],
      { seen: await noteOver(log, 5, { origin: 'elsewhere.example' }) },
    ],
    ['by a key that nobody knows', one, ['key-unknown seen'], { seen: await noteOver(log, 5, { by: [witness] }) }],
    [
      'over more facts, by a key that nobody knows',
      one,
      ['key-unknown seen'],
      { seen: await noteOver(log, 14, { size: 15n, by: [witness] }) },
    ],
  ],
  'records of a log': [
    [
      'one left out',
      lines(plain, (all) => all.splice(3, 1)),
      [
        'version-gap records.ndjson:9: fact 2 where 1 was to come',
        'chain-broken records.ndjson:9',
        'seal-invalid records.ndjson:12: the first 10 facts have another root',
        'file-malformed records.ndjson: 13 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'one more, that was there',
      lines(plain, (all) => all.splice(-1, 0, all[0] ?? '')),
      [
        'record-duplicate records.ndjson:15',
        'version-gap records.ndjson:15: fact 1 where 5 was to come',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a changed one',
      record(plain, 3, (fact) => Object.assign(fact, { data: {} })),
      [
        'chain-broken records.ndjson:10',
        'seal-invalid records.ndjson:13: the first 10 facts have another root',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a changed one, and an older note over it',
      record(whole, 3, (fact) => Object.assign(fact, { data: {} })),
      [
        'consistency-invalid prev-checkpoint',
        'chain-broken records.ndjson:10',
        'seal-invalid records.ndjson:13: the first 10 facts have another root',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'another version',
      record(plain, 13, (fact) => Object.assign(fact, { version: 5 })),
      ['version-gap records.ndjson:14: fact 5 where 4 was to come', 'root-mismatch records.ndjson'],
    ],
    [
      'a version that came before',
      record(plain, 13, (fact) => Object.assign(fact, { version: 3 })),
      ['version-gap records.ndjson:14: fact 3 where 4 was to come', 'root-mismatch records.ndjson'],
    ],
    [
      'an id that was there',
      record(plain, 13, (fact) => Object.assign(fact, { id: uuid5('c-1 1') })),
      ['record-duplicate records.ndjson:14', 'root-mismatch records.ndjson'],
    ],
    [
      'a record of another log',
      record(plain, 13, (fact) => Object.assign(fact, { log: uuid5('x') })),
      ['log-mismatch records.ndjson:14', 'root-mismatch records.ndjson'],
    ],
    [
      'a space too many',
      lines(plain, (all) => all.splice(13, 1, all[13]?.replace('"data":', '"data": ') ?? '')),
      ['record-not-canonical records.ndjson:14', 'root-mismatch records.ndjson'],
    ],
    [
      'a space too many, and another form',
      lines(plain, (all) => all.splice(13, 1, all[13]?.replace('"v":1', '"v": 2') ?? '')),
      ['record-not-canonical records.ndjson:14', 'record-malformed records.ndjson:14: the member v', 'root-mismatch records.ndjson'],
    ],
    [
      'a key twice',
      lines(plain, (all) => all.splice(13, 1, all[13]?.replace('"data":', '"data":1,"data":') ?? '')),
      ['record-malformed records.ndjson:14: a key stands there twice', 'root-mismatch records.ndjson'],
    ],
    [
      'a line that is not UTF-8',
      having(
        plain,
        'records.ndjson',
        Buffer.concat([Buffer.alloc(220, 0xff), Buffer.from('\n'), Buffer.from(plain.get('records.ndjson') ?? [])]),
      ),
      [
        'record-malformed records.ndjson:1: it is not UTF-8',
        'seal-invalid records.ndjson:14: the first 10 facts have another root',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'an empty line',
      lines(plain, (all) => all.splice(1, 0, '')),
      [
        'record-malformed records.ndjson:2: it is no JSON object',
        'seal-invalid records.ndjson:14: the first 10 facts have another root',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a list',
      lines(plain, (all) => all.splice(1, 0, JSON.stringify(['x'.repeat(300)]))),
      [
        'record-malformed records.ndjson:2: it is no JSON object',
        'seal-invalid records.ndjson:14: the first 10 facts have another root',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'no JSON',
      lines(plain, (all) => all.splice(1, 0, '{'.repeat(300))),
      [
        'record-malformed records.ndjson:2: it is no JSON object',
        'seal-invalid records.ndjson:14: the first 10 facts have another root',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a number beyond 2^53 - 1',
      record(plain, 13, (fact) => Object.assign(fact, { data: { a: 2 ** 53 } })),
      ['record-malformed records.ndjson:14: a whole number lies beyond 2^53 - 1', 'root-mismatch records.ndjson'],
    ],
    [
      'a last line that does not end',
      edited(whole, 'records.ndjson', (text) => text.slice(0, -1)),
      ['file-malformed records.ndjson: the last line does not end'],
    ],
    [
      'a line of 262,145 bytes',
      lines(plain, (all) => all.splice(1, 0, 'x'.repeat(262_145))),
      [
        'input-too-large records.ndjson:2: the line is longer than 262144 bytes; nothing after it was read',
        'file-malformed records.ndjson: 1 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a line of 262,145 bytes, a megabyte before the end',
      lines(plain, (all) => all.splice(1, 0, 'x'.repeat(262_145), ...much)),
      [
        'input-too-large records.ndjson:2: the line is longer than 262144 bytes; nothing after it was read',
        'file-malformed records.ndjson: 1 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'one that came twice, megabytes apart',
      lines(plain, (all) => all.splice(0, 14, all[0] ?? '', ...much, all[0] ?? '')),
      [
        ...much.map((_, at) => `record-malformed records.ndjson:${at + 2}: it is no JSON object`),
        `record-duplicate records.ndjson:${much.length + 2}`,
        `version-gap records.ndjson:${much.length + 2}: fact 1 where 2 was to come`,
        `file-malformed records.ndjson: ${much.length + 2} records, and the checkpoint counts 14`,
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'a line longer than is read at once',
      lines(plain, (all) => all.splice(1, 0, 'x'.repeat(1_500_000))),
      [
        'input-too-large records.ndjson: the line is longer than 262144 bytes; nothing after it was read',
        'file-malformed records.ndjson: 1 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
  ],
  'seals of a log': [
    ['other heads', logBundle(sealedAs({ heads: root })), ['seal-invalid records.ndjson:3: the ends of the cases have another root']],
    ['another root', logBundle(sealedAs({ root })), ['seal-invalid records.ndjson:3: the first 2 facts have another root']],
    [
      'another number of cases',
      logBundle(sealedAs({ streams: '3' })),
      ['seal-invalid records.ndjson:3: it counts 3 cases, and there are 2'],
    ],
    ['fewer facts', logBundle(sealedAs({ size: '1' })), ['seal-invalid records.ndjson:3: the first 1 facts have another root']],
    ['no facts', logBundle(sealedAs({ size: '0' })), ['seal-invalid records.ndjson:3: the first 0 facts have another root']],
    [
      'as many facts as would cover itself',
      logBundle(sealedAs({ size: '3' })),
      ['seal-invalid records.ndjson:3: it covers 3 facts and stands at place 2'],
    ],
    [
      'more facts than there are',
      logBundle(sealedAs({ size: '99' })),
      ['seal-invalid records.ndjson:3: it covers 99 facts and stands at place 2'],
    ],
    ['a member more', logBundle(sealedAs({ more: '1' })), ['seal-invalid records.ndjson:3: its data is not that of a seal']],
    ['a size that is a number', logBundle(sealedAs({ size: 2 })), ['seal-invalid records.ndjson:3: its data is not that of a seal']],
    [
      'a size of 2^64',
      logBundle(sealedAs({ size: '18446744073709551616' })),
      ['seal-invalid records.ndjson:3: its data is not that of a seal'],
    ],
    [
      'a size of twenty digits',
      logBundle(sealedAs({ size: '10000000000000000000' })),
      ['seal-invalid records.ndjson:3: it covers 10000000000000000000 facts and stands at place 2'],
    ],
    [
      'a size with a zero before it',
      logBundle(sealedAs({ size: '02' })),
      ['seal-invalid records.ndjson:3: its data is not that of a seal'],
    ],
    [
      'a number of cases that is none',
      logBundle(sealedAs({ streams: '-2' })),
      ['seal-invalid records.ndjson:3: its data is not that of a seal'],
    ],
    ['no root', logBundle(sealedAs({ root: '' })), ['seal-invalid records.ndjson:3: its data is not that of a seal']],
    [
      'heads of 31 bytes',
      logBundle(sealedAs({ heads: b64(Buffer.alloc(31)) })),
      ['seal-invalid records.ndjson:3: its data is not that of a seal'],
    ],
    ['heads that are no text', logBundle(sealedAs({ heads: null })), ['seal-invalid records.ndjson:3: its data is not that of a seal']],
    [
      'one in other bytes than the canonical ones',
      lines(plain, (all) => all.splice(12, 1, all[12]?.replace('"$seals","type"', '"$seals", "type"') ?? '')),
      [
        'record-not-canonical records.ndjson:13',
        'seal-invalid records.ndjson:13: the record is not a seal in the stream of seals',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'one whose members stand in another order',
      lines(plain, (all) => all.splice(12, 1, all[12]?.replace(/("heads":"[^"]*"),("root":"[^"]*")/, '$2,$1') ?? '')),
      ['record-not-canonical records.ndjson:13', 'root-mismatch records.ndjson'],
    ],
    [
      'what looks like one, and is no record',
      lines(plain, (all) => all.splice(13, 0, `${'x'.repeat(300)}"$seals","type":"LogSealed"`)),
      [
        'record-malformed records.ndjson:14: it is no JSON object',
        'file-malformed records.ndjson: 15 records, and the checkpoint counts 14',
        'root-mismatch records.ndjson',
      ],
    ],
    [
      'two of one size, the first false',
      logBundle(sealedAgain({ heads: root }, {})),
      ['seal-invalid records.ndjson:3: the ends of the cases have another root'],
    ],
    [
      'two of one size, the second false',
      logBundle(sealedAgain({}, { heads: root })),
      ['seal-invalid records.ndjson:4: the ends of the cases have another root'],
    ],
    [
      'a seal before another, both false',
      logBundle(sealedAgain({ root }, { streams: '9' })),
      [
        'seal-invalid records.ndjson:3: the first 2 facts have another root',
        'seal-invalid records.ndjson:4: it counts 9 cases, and there are 2',
      ],
    ],
  ],
  'seals of a case': [
    [
      'other heads',
      caseBundle(sealedAs({ heads: root }), 'c-1'),
      ['head-invalid heads-proof.json: it is not among the sealed ends of cases'],
    ],
    [
      'another number of cases',
      caseBundle(sealedAs({ streams: '3' }), 'c-1'),
      ['head-invalid heads-proof.json: its tree has 2 cases, that of the seal 3'],
    ],
    [
      'no facts',
      caseBundle(sealedAs({ size: '0' }), 'c-1'),
      ['head-invalid heads-proof.json: fact 1 was recorded after what the seal covers'],
    ],
    [
      'as many facts as would cover itself',
      caseBundle(sealedAs({ size: '3' }), 'c-1'),
      ['seal-invalid records.ndjson: it covers 3 facts and stands at place 2'],
    ],
    ['a size that is a number', caseBundle(sealedAs({ size: 2 }), 'c-1'), ['seal-invalid records.ndjson: its data is not that of a seal']],
    [
      'heads of 31 bytes',
      caseBundle(sealedAs({ heads: b64(Buffer.alloc(31)) }), 'c-1'),
      ['seal-invalid records.ndjson: its data is not that of a seal'],
    ],
    [
      'a fact below its size that the head leaves out',
      caseBundle(lying, 'c-1'),
      ['head-invalid heads-proof.json: it says 1 facts, and fact 2 stands below the size of the seal'],
    ],
  ],
  disclosures: [
    ['a value of another fact', hiding([disclosureOf(uuid5('c-2 1'), '/a', 1).line]), ['disclosure-unknown disclosures.ndjson:1']],
    ['another value', hiding([hidden.line, disclosureOf(uuid5('c-1 1'), '/a', 2).line]), ['disclosure-unknown disclosures.ndjson:2']],
    ['a value twice', hiding([hidden.line, hidden.line]), ['disclosure-duplicate disclosures.ndjson:2']],
    ['a value of what is no id', hiding([disclosureOf('c-1 1', '/a', 1).line]), ['disclosure-unknown disclosures.ndjson:1']],
    [
      'lines that are none',
      hiding([Buffer.from('{}'), Buffer.alloc(60, 0xff), Buffer.from('x'.repeat(60)), Buffer.from(`{${'x'.repeat(60)}`)]),
      [
        'disclosure-malformed disclosures.ndjson:1',
        'disclosure-malformed disclosures.ndjson:2',
        'disclosure-malformed disclosures.ndjson:3',
        'disclosure-malformed disclosures.ndjson:4',
      ],
    ],
    [
      'a line of 262,145 bytes',
      hiding([hidden.line, Buffer.alloc(262_145, 0x78), hidden.line]),
      ['input-too-large disclosures.ndjson:2: the line is longer than 262144 bytes; nothing after it was read'],
    ],
    [
      'a line of 262,144 bytes, which is read as any other',
      hiding([hidden.line, Buffer.alloc(262_144, 0x78), hidden.line]),
      ['disclosure-malformed disclosures.ndjson:2', 'disclosure-duplicate disclosures.ndjson:3'],
    ],
    [
      'a last line that does not end',
      edited(await hiding([hidden.line, hidden.line]), 'disclosures.ndjson', (text) => text.slice(0, -1)),
      ['file-malformed disclosures.ndjson: the last line does not end', 'disclosure-duplicate disclosures.ndjson:2'],
    ],
  ],
};

it('of what nobody has changed nothing is told', async () => {
  for (const files of [whole, plain, one, two, empty, await hiding([hidden.line]), await logBundle(sealedAgain({}, {}))])
    expect(await toldOf(files, {})).toEqual([]);
  // Seals may come in any order of their sizes, and a fact at the size of the seal is the first that it does not cover.
  for (const sizes of [
    [1, 2, 3],
    [3, 2, 1],
    [2, 3, 1],
    [3, 1, 2, 3],
  ])
    expect(await toldOf(await logBundle(sealedOver(sizes)), {})).toEqual([]);
  const between = sealedAs();
  between.seal({}, ['c-1']);
  expect(await toldOf(await caseBundle(between, 'c-1'), {})).toEqual([]);
});

for (const [where, each] of Object.entries(damages))
  describe(where, () => {
    for (const [damage, files, told, known = {}] of each)
      it(`${damage}: is told`, async () => expect(await toldOf(await files, known)).toEqual(told));
  });

it('a mistake of whoever asks is an error, and no finding', async () => {
  const folder = folderOf(one);
  const verified = (verifiers: unknown) => verifyBundle({ folder, verifiers: verifiers as [] });
  for (const wrong of [[null], 'keys', [{ name: ORIGIN, keyId: 'four' }]])
    await expect(verified(wrong)).rejects.toMatchObject({ code: 'bad-argument' });
  const broken = {
    name: ORIGIN,
    keyId: signer.keyId,
    verify: () => {
      throw new TypeError('no such key');
    },
  };
  await expect(verified([broken])).rejects.toThrow('no such key');
});
