/** The parts of the verifier against plainer ones that do the same. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import { canonicalize } from '../../src/canonical.ts';
import { HeadsTree, headOf } from '../../src/heads.ts';
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from '../../src/merkle.ts';
import {
  bundleFindingTexts,
  filled,
  headings,
  particularTexts,
  programTexts,
  provedTexts,
  unprovedTexts,
} from '../../src/verdict-texts.ts';
import { pathLength } from '../../src/verify-case.ts';
import { IdSet } from '../../src/verify-ids.ts';
import { consistencyIn, headsProofIn, indexIn } from '../../src/verify-json.ts';
import { hasKeyTwice, readLine } from '../../src/verify-record.ts';
import { Fact, META_MEMBERS, RecordScanner } from '../../src/verify-scan.ts';
import { Streams } from '../../src/verify-streams.ts';
import { allUtf8 } from '../../src/verify-text.ts';
import { asText, EdgeTree, leafIn, namesHash } from '../../src/verify-tree.ts';
import { b64u, recordOf, uuid5 } from './bundle.ts';
import { Chance, jsonBy } from './random.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

/** Of the evidence format, section by section. */
const CODES = `file-missing file-unknown file-malformed input-too-large
  note-malformed note-too-many-signatures key-unknown signature-invalid
  checkpoint-malformed size-malformed origin-mismatch log-mismatch
  checkpoint-rollback checkpoint-conflict consistency-invalid
  record-not-canonical record-malformed record-duplicate
  index-out-of-range index-duplicate proof-length inclusion-invalid root-mismatch
  chain-broken version-gap seal-invalid head-invalid case-incomplete
  disclosure-malformed disclosure-unknown disclosure-duplicate`;

describe('texts', () => {
  it('there are for every code of the format, and for no other', () => {
    expect(Object.keys(bundleFindingTexts).sort()).toEqual(CODES.split(/\s+/).sort());
  });

  it('say the same values in both languages, and are no copies of each other', () => {
    for (const texts of [bundleFindingTexts, provedTexts, unprovedTexts, particularTexts, headings, programTexts])
      for (const [code, { en, vi }] of Object.entries(texts)) {
        const places = (text: string): readonly string[] => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();
        expect(places(vi), code).toEqual(places(en));
        expect(vi, code).not.toBe(en);
      }
  });

  it('take their values by place', () => {
    expect(filled('{1} of {0}, {2}', ['a', '$&'])).toBe('$& of a, ');
  });
});

/** What both readers make of a line. */
function readBoth(line: Uint8Array) {
  const block = Buffer.concat([Buffer.from('\n'), line, Buffer.from('\n')]);
  const scanner = new RecordScanner();
  // Whether the bytes are UTF-8 is seen beforehand, of many lines at once.
  const quick = allUtf8(block, 0, block.length) && scanner.recognises(block, 1);
  const slow = new Fact();
  const { malformed, canonical } = readLine(line, slow);
  return { quick: quick ? scanner.fact : null, slow: malformed || !canonical ? null : slow };
}

const slice = ({ bytes }: Fact, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString();

const told = (fact: Fact) => ({
  id: [...fact.id],
  version: fact.version,
  log: slice(fact, fact.logFrom, fact.logFrom + 36),
  prev: fact.prevFrom === 0 ? null : slice(fact, fact.prevFrom, fact.prevFrom + 43),
  stream: slice(fact, fact.streamFrom, fact.streamTo),
  type: slice(fact, fact.typeFrom, fact.typeTo),
  sealed: slice(fact, fact.sealedFrom, fact.sealedTo),
});

function randomRecord(chance: Chance): Uint8Array {
  const version = 1 + chance.below(20);
  const prev = version === 1 ? null : chance.bytes(32);
  const sealed = Array.from({ length: chance.below(3) }, () => b64u(chance.bytes(32))).sort();
  const meta = Object.fromEntries(META_MEMBERS.filter(() => chance.once(2)).map((name) => [name, chance.of(['', 'x', 'Ế', '"', '\n'])]));
  const stream = chance.of(['c-1', 'vụ', 'a"b', '$seals', '\ud83d\ude00']);
  return recordOf({ stream, version, prev, sealed, meta, data: { value: jsonBy(chance) }, id: uuid5(String(chance.below(1e9))) });
}

describe('the quick reader of records', () => {
  it('recognises most records, and tells of each what the thorough one tells', () => {
    let recognised = 0;
    const runs = length('records read twice', 2_000, 200_000);
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (number) => {
        const { quick, slow } = readBoth(randomRecord(new Chance(number)));
        expect(slow).not.toBeNull();
        if (quick) {
          recognised += 1;
          expect(told(quick)).toEqual(told(slow ?? quick));
        }
      }),
      { ...seed, numRuns: runs },
    );
    expect(recognised).toBeGreaterThan(runs / 4);
  });

  it('recognises nothing that the thorough one refuses', () => {
    let recognised = 0;
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (number) => {
        const chance = new Chance(number);
        const line = Buffer.from(randomRecord(chance));
        for (let changes = 0; changes < 3; changes += 1) {
          const changed = Buffer.from(line);
          const marks = ['"', '{', '}', '[', ']', ',', ':', '0', '9', '-', '.', 'e', '\\', 'a', 'f', 'g', ' ', '\u001f', 'A', 'Z'] as const;
          changed.write(chance.of([...marks]), chance.below(line.length));
          const { quick, slow } = readBoth(changed);
          if (!quick) continue;
          recognised += 1;
          expect(slow, changed.toString()).not.toBeNull();
        }
      }),
      { ...seed, numRuns: length('damaged records read twice', 5_000, 500_000) },
    );
    expect(recognised).toBeGreaterThan(0);
  });

  it('leaves to the other what it does not know', () => {
    const read = (data: object) => readBoth(recordOf({ stream: 'c', version: 1, prev: null, data }));
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = level % 2 === 0 ? [deep] : { deep };
    for (const data of [
      { a: 0.5 },
      { a: '\u0001' },
      { '"': 1 },
      { '\ue000': 1 },
      { deep },
      { a: Number.MAX_SAFE_INTEGER },
      { a: 1e21 / 1e6 },
    ]) {
      const { quick, slow } = read(data);
      expect({ quick, slow: slow !== null }).toEqual({ quick: null, slow: true });
    }
    // Control.
    expect(read({ a: [1, -1, 0, true, false, null, 'ế\n', {}] }).quick).not.toBeNull();
  });
});

describe('keys that stand twice', () => {
  it('are found in whatever object, and equal texts elsewhere are not', () => {
    for (const text of [
      '{"a":1,"a":1}',
      '{"b":[{"a":1,"\\u0061":2}]}',
      '{"a":{},"b":{},"a":0}',
      '{"" : 1, "" : 2}',
      '{"a\\"b":1,"a\\"b":2}',
    ])
      expect(hasKeyTwice(text), text).toBe(true);
    for (const text of [
      '{"a":"a","b":"a"}',
      '{"a":{"a":{"a":1}}}',
      '[{"a":1},{"a":1}]',
      '{"b":"\\"a\\":1,\\"a\\":","a":1}',
      '{"a":["a","a"]}',
    ])
      expect(hasKeyTwice(text), text).toBe(false);
  });
});

describe('trees', () => {
  it('the edge of a tree has its root at every size', () => {
    const leaves = Array.from({ length: 130 }, (_, index) => leafHash(Buffer.from(String(index))));
    const tree = new EdgeTree();
    for (let size = 0; size <= leaves.length; size += 1) {
      expect(tree.root()).toBe(asText(merkleRoot(leaves.slice(0, size))));
      tree.add(asText(leaves[size] ?? new Uint8Array(32)));
    }
  });

  it('a leaf is hashed where it lies', () => {
    const line = Buffer.from('\n{"a":1}\n');
    expect(leafIn(line, 1, 8)).toBe(asText(leafHash(Buffer.from('{"a":1}'))));
  });

  it('a path has as many hashes as its proof', () => {
    const leaves = Array.from({ length: 70 }, (_, index) => leafHash(Buffer.from(String(index))));
    for (let size = 1; size <= leaves.length; size += 1)
      for (let index = 0; index < size; index += 1)
        expect(pathLength(BigInt(index), BigInt(size))).toBe(inclusionProof(leaves.slice(0, size), index).length);
    expect(pathLength(2n ** 63n, 2n ** 64n - 1n)).toBe(64);
    // Control: the length is what the verification asks for.
    const [leaf = new Uint8Array(), root] = [leaves[3], merkleRoot(leaves)];
    const proof = inclusionProof(leaves, 3);
    expect(verifyInclusion({ index: 3, size: 70, leafHash: leaf, proof, root })).toBe(true);
    expect(verifyInclusion({ index: 3, size: 70, leafHash: leaf, proof: proof.slice(1), root })).toBe(false);
  });

  it('the base64url of a hash is told from any other text', () => {
    const hashes = randomBytes(96);
    const text = Buffer.from(` ${b64u(hashes.subarray(32, 64))}`);
    expect(namesHash(text, 1, hashes, 32)).toBe(true);
    for (let at = 1; at < text.length; at += 1) {
      const changed = Buffer.from(text);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(namesHash(changed, 1, hashes, 32)).toBe(false);
    }
  });

  it('the heads of streams have the root of the heads tree, however they come and change', () => {
    const chance = new Chance(Number(process.env.FC_SEED ?? 1));
    const streams = new Streams();
    const heads = new Map<string, { version: number; leaf: Uint8Array }>();
    expect(streams.headsRoot()).toBe(asText(merkleRoot([])));
    for (let round = 0; round < 60; round += 1) {
      for (let facts = chance.below(60); facts > 0; facts -= 1) {
        const stream = `vụ ${chance.below(900)}`;
        const [version, leaf] = [(heads.get(stream)?.version ?? 0) + 1, new Uint8Array(chance.bytes(32))];
        const name = Buffer.from(stream);
        const number = streams.numberOf(name, 0, name.length);
        expect(streams.version(number)).toBe(version - 1);
        streams.set(number, version, asText(leaf));
        heads.set(stream, { version, leaf });
      }
      const tree = new HeadsTree([...heads].map(([stream, { version, leaf }]) => headOf(stream, version, leaf)));
      expect(streams.headsRoot()).toBe(asText(tree.root()));
      expect(streams.count).toBe(heads.size);
    }
  });
});

describe('packed sets', () => {
  it('tell what was there from what was not', () => {
    const [set, known] = [new IdSet(), new Set<string>()];
    const chance = new Chance(Number(process.env.FC_SEED ?? 1));
    for (let round = 0; round < 20_000; round += 1) {
      const id = Uint32Array.of(chance.below(50), 1 + chance.below(50), chance.below(3), chance.below(3));
      expect(set.add(id)).toBe(!known.has(id.join()));
      known.add(id.join());
    }
    expect(known.size).toBeGreaterThan(5_000);
  });
});

describe('JSON files', () => {
  const hash = Buffer.alloc(32, 5).toString('base64');
  const log = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
  const whole = { v: 1, kind: 'log', log, origin: 'a\u0001"ế', size: '0', records: [] };
  const one = {
    ...whole,
    kind: 'case',
    stream: '',
    size: '18446744073709551615',
    records: [
      { index: '0', proof: [] },
      { index: '9', proof: [hash, hash] },
    ],
  };
  const heads = {
    v: 1,
    seal: '3',
    head: { h: 'A'.repeat(43), n: 9007199254740991, s: 'a'.repeat(64) },
    index: '1',
    size: '2',
    proof: [hash],
  };
  const since = { v: 1, from: '1', to: '2', proof: [hash] };

  const readers = [
    [whole, indexIn],
    [one, indexIn],
    [heads, headsProofIn],
    [since, consistencyIn],
  ] as const;

  it('are read where they are the canonical bytes of what they must be', () => {
    for (const [value, read] of readers) expect(read(Buffer.from(canonicalize(value)))).not.toBeNull();
    const index = indexIn(Buffer.from(canonicalize(one)));
    const entries = index?.kind === 'case' ? index.read() : undefined;
    expect([entries?.next().value?.proof.length, entries?.next().value?.index, entries?.next().done]).toEqual([0, 9n, true]);
  });

  it('are refused with any byte more, less, or other than before', () => {
    for (const [value, read] of readers) {
      const bytes = Buffer.from(canonicalize(value));
      for (let at = 0; at < bytes.length; at += 1) {
        expect(read(bytes.subarray(0, at)), `cut at ${at}`).toBeNull();
        for (const mark of ['', ' ', '"', '\\', '\u00ff']) {
          const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(mark, 'latin1'), bytes.subarray(at)]);
          const found = read(changed);
          // Within a text any character may stand that is written as it must be.
          if (mark !== '' && found) expect(canonicalize(JSON.parse(changed.toString()))).toEqual(new Uint8Array(changed));
        }
      }
      expect(read(Buffer.concat([bytes, Buffer.from('\n')]))).toBeNull();
    }
  });

  it('are refused where a member says what it may not', () => {
    const refused = (value: object, read: (bytes: Buffer) => unknown) =>
      expect(read(Buffer.from(canonicalize(value))), JSON.stringify(value)).toBeNull();
    for (const wrong of [
      { v: 2 },
      { kind: 'cases' },
      { log: log.toUpperCase() },
      { size: '01' },
      { size: '18446744073709551616' },
      { size: '100000000000000000000' },
      { size: '-1' },
      { size: 1 },
      { stream: 'x' },
      { more: 1 },
      { records: [{ index: '0', proof: [] }] },
      { origin: 'x'.repeat(2_000_001) },
    ])
      refused({ ...whole, ...wrong }, indexIn);
    for (const entry of [
      { index: '00', proof: [] },
      { index: '0' },
      { index: '0', proof: ['A'] },
      { index: '0', proof: [hash.replace('U=', 'V=')] },
      { index: 0, proof: [] },
    ])
      refused({ ...one, records: [entry] }, indexIn);
    for (const head of [
      { h: 'A'.repeat(42) },
      { h: `${'A'.repeat(42)}B` },
      { h: 1 },
      { n: 0 },
      { n: 9007199254740992 },
      { n: '1' },
      { s: 'A'.repeat(64) },
    ])
      refused({ ...heads, head: { ...heads.head, ...head } }, headsProofIn);
    refused({ ...since, from: 1 }, consistencyIn);
    expect(indexIn(Buffer.from([0xff]))).toBeNull();
  });
});
