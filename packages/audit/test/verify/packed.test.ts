/** What the verifier keeps packed, trees, sets and streams, against plainer ones that do the same. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HeadsTree, headOf } from '../../src/heads.ts';
import { leafHash, merkleRoot } from '../../src/merkle.ts';
import { grown, IdSet, tableHash } from '../../src/verify-ids.ts';
import { Fact } from '../../src/verify-scan.ts';
import { Streams } from '../../src/verify-streams.ts';
import { asText, EdgeTree, leafIn, namesHash } from '../../src/verify-tree.ts';
import { b64u } from './bundle.ts';
import { Chance } from './random.ts';

describe('trees', () => {
  it('the edge of a tree has its root at every size', () => {
    const leaves = Array.from({ length: 130 }, (_, index) => leafHash(Buffer.from(String(index))));
    const tree = new EdgeTree();
    for (let size = 0; size <= leaves.length; size += 1) {
      expect([tree.size, tree.root()]).toEqual([size, asText(merkleRoot(leaves.slice(0, size)))]);
      tree.add(asText(leaves[size] ?? new Uint8Array(32)));
    }
  });

  it('a leaf is hashed where it lies', () => {
    const line = Buffer.from('\n{"a":1}\n');
    expect(leafIn(line, 1, 8)).toBe(asText(leafHash(Buffer.from('{"a":1}'))));
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

/** A stream's name as JSON writes it, without its quotes, where something stands before and after it. */
function named(stream: string): [bytes: Buffer, from: number, to: number] {
  const name = Buffer.from(JSON.stringify(stream).slice(1, -1));
  return [Buffer.concat([Buffer.from('before'), name, Buffer.from('after')]), 6, 6 + name.length];
}

describe('streams', () => {
  const leafOf = (text: string): Uint8Array => leafHash(Buffer.from(text));

  it('have a number each, in the order in which they come, by every byte of their names', () => {
    const streams = new Streams();
    const names = ['c', 'd', 'cd', 'dc', 'cc', '', 'c-1', 'c-2', 'b-1', 'vụ "1"\n', 'x'.repeat(20_000), `${'x'.repeat(19_999)}y`];
    const numbers = (): number[] => names.map((name) => streams.numberOf(...named(name)));
    expect(numbers()).toEqual(names.map((_, number) => number));
    expect(numbers()).toEqual(names.map((_, number) => number));
    expect(streams.count).toBe(names.length);
    for (const [number, name] of names.entries()) expect(streams.digest(number)).toEqual(headDigest(name));
  });

  it('by the thousand have the root of the heads tree, and keep their versions and leaves', () => {
    const streams = new Streams();
    const heads = Array.from({ length: 2_500 }, (_, at) => {
      const number = streams.numberOf(...named(`s-${at}`));
      expect([number, streams.version(number)]).toEqual([at, 0]);
      streams.set(number, at + 1, asText(leafOf(`${at}`)));
      return headOf(`s-${at}`, at + 1, leafOf(`${at}`));
    });
    expect(streams.headsRoot()).toBe(asText(new HeadsTree(heads).root()));
    for (const at of heads.keys()) {
      expect(streams.numberOf(...named(`s-${at}`))).toBe(at);
      expect([streams.version(at), streams.leaf(at)]).toEqual([at + 1, asText(leafOf(`${at}`))]);
    }
    expect(streams.count).toBe(2_500);
  });

  it('are told apart by any letter, wherever they lie in the table', () => {
    const streams = new Streams();
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
    const names = Array.from({ length: 40 }, (_, each) => letters.map((letter) => `${letter}${each}`)).flat();
    const numbers = (): number[] => names.map((name) => streams.numberOf(...named(name)));
    expect(numbers()).toEqual(names.map((_, number) => number));
    expect(numbers()).toEqual(names.map((_, number) => number));
  });

  it('stand in the order of their digests, also of those that begin with the same six bytes', () => {
    const pairs = [
      ['c-432772', 'c-32328391'],
      ['c-1663551', 'c-4592311'],
    ] as const;
    for (const pair of pairs)
      for (const order of [pair, [...pair].reverse()]) {
        const [one = '', other = ''] = order;
        expect(headDigest(one).slice(0, 6)).toEqual(headDigest(other).slice(0, 6));
        const streams = new Streams();
        for (const name of order) streams.set(streams.numberOf(...named(name)), 1, asText(leafOf(name)));
        expect(streams.headsRoot()).toBe(asText(new HeadsTree(order.map((name) => headOf(name, 1, leafOf(name)))).root()));
      }
  });

  it('of which one has changed or is new have another root the next time', () => {
    const streams = new Streams();
    const versions = new Map<string, number>();
    const changed = (name: string): void => {
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      streams.set(streams.numberOf(...named(name)), version, asText(leafOf(`${name} ${version}`)));
      const heads = [...versions].map(([each, last]) => headOf(each, last, leafOf(`${each} ${last}`)));
      expect(streams.headsRoot()).toBe(asText(new HeadsTree(heads).root()));
    };
    for (const name of ['a', 'b', 'a', 'a', 'c', 'b', 'd', 'e', 'e', 'a', 'f', 'g', 'c']) changed(name);
  });

  it('go on with a fact that names the leaf before it, and begin with one that names none', () => {
    const streams = new Streams();
    const [, old = 0, fresh = 0] = ['first', 'old', 'new'].map((name) => streams.numberOf(...named(name)));
    streams.set(old, 1, asText(leafOf('1')));
    const fact = (version: number, prev: Uint8Array | null): Fact =>
      Object.assign(new Fact(), { version, bytes: Buffer.from(` ${prev ? b64u(prev) : ''}`), prevFrom: prev ? 1 : 0 });
    expect(streams.follows(old, fact(2, leafOf('1')))).toBe(true);
    expect(streams.follows(old, fact(7, leafOf('1')))).toBe(true);
    expect(streams.follows(old, fact(2, leafOf('2')))).toBe(false);
    expect(streams.follows(old, fact(2, null))).toBe(false);
    // Not even where the bytes, which hold whatever was read, begin with that leaf.
    expect(streams.follows(old, Object.assign(fact(2, null), { bytes: Buffer.from(b64u(leafOf('1'))) }))).toBe(false);
    expect(streams.follows(old, fact(1, leafOf('1')))).toBe(false);
    expect(streams.follows(fresh, fact(1, null))).toBe(true);
    expect(streams.follows(fresh, fact(1, Buffer.alloc(32)))).toBe(false);
    // There is nothing before it, whose leaf it could name: not even one of nothing but zeros.
    expect(streams.follows(fresh, fact(2, Buffer.alloc(32)))).toBe(false);
  });
});

function headDigest(stream: string): Uint8Array {
  return new Uint8Array(Buffer.from(headOf(stream, 1, Buffer.alloc(32)).s, 'hex'));
}

describe('places of names in a table', () => {
  it('are those of the bytes alone, wherever they lie and whatever stands around them', () => {
    for (let length = 0; length <= 20; length += 1) {
      const name = randomBytes(length);
      const around = Buffer.concat([randomBytes(9), name, randomBytes(9)]);
      expect(tableHash(around, 9, 9 + length)).toBe(tableHash(name, 0, length));
    }
  });

  it('differ with every byte of the name, and are spread over the table', () => {
    const places = new Set<number>();
    const name = Buffer.alloc(23, 'x');
    const same = tableHash(name, 0, name.length);
    for (let at = 0; at < name.length; at += 1) {
      const other = Buffer.from(name);
      other[at] = 0x79;
      expect(tableHash(other, 0, other.length)).not.toBe(same);
    }
    for (let each = 0; each < 1_000; each += 1) {
      const text = Buffer.from(`c-${each}`);
      const place = tableHash(text, 0, text.length);
      expect(place).toBe(place >>> 0);
      places.add(place & 1023);
    }
    // Of a thousand balls in as many holes about 630 holes have one.
    expect(places.size).toBeGreaterThan(500);
  });
});

describe('packed sets', () => {
  it('take as many as come, each once', () => {
    const set = new IdSet();
    for (const again of [false, true])
      for (let each = 0; each < 3_000; each += 1) expect(set.add(Uint32Array.of(each, 1, 0, 0))).toBe(!again);
  });

  it('tell ids apart by each of their four words', () => {
    const set = new IdSet();
    const ids = [
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [1, 2, 1, 1],
      [1, 1, 2, 1],
      [1, 1, 1, 2],
      [0, 1, 0, 0],
      [0xffff_ffff, 1, 0, 0],
    ];
    for (const again of [false, true]) for (const id of ids) expect(set.add(Uint32Array.from(id))).toBe(!again);
  });

  it('and buffers grow to twice their length, or to what is needed, and keep what they hold', () => {
    const buffer = Buffer.from('ab');
    expect(grown(buffer, 2)).toBe(buffer);
    expect(grown(buffer, 1)).toBe(buffer);
    expect(grown(buffer, 3)).toEqual(Buffer.from('ab\0\0'));
    expect(grown(buffer, 5)).toEqual(Buffer.from('ab\0\0\0'));
  });

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
