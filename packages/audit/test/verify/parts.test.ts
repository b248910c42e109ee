/** The parts of the verifier against plainer ones that do the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
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
import { META_MEMBERS } from '../../src/verify-scan.ts';
import { b64u, recordOf, uuid5 } from './bundle.ts';
import { Chance, jsonBy } from './random.ts';
import { readBoth, told } from './readers.ts';

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

describe('a path in a tree', () => {
  it('has as many hashes as its proof', () => {
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
});
