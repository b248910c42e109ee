/** What a sealer remembers in its folder: that it goes on from there, and makes anew what does not agree with itself. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryStore, type Recorded, SEALS_STREAM } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { HeadsTree, headOf, merkleRoot } from '../../src/index.ts';
import { FolderDamaged, SealError } from '../../src/seal-error.ts';
import { type Grown, mergeHeads } from '../../src/seal-heads.ts';
import { isSame, LogIndex } from '../../src/seal-index.ts';
import { bytes, hex, leafOf } from '../proofs/reference.ts';
import { cases, folder, LOG, wholeLog, write } from './sealing.ts';

const at = folder();
const leafOfText = (text: string): Uint8Array => leafOf(bytes(text));
const sum = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

let log: readonly Recorded[];
beforeAll(async () => {
  const store = memoryStore({ log: LOG });
  await write(store, ...cases(1, 250), SEALS_STREAM, ...cases(200, 400), SEALS_STREAM, ...cases(1, 70));
  log = await wholeLog(store);
});

/** An index of the first records of the log, not committed yet. */
function indexOf(name: string, size: number): LogIndex {
  const index = LogIndex.open(at(name), LOG);
  for (const recorded of log.slice(index.size, size)) index.add(recorded);
  return index;
}

const headsOf = (size: number): HeadsTree => {
  const ends = new Map(
    log.slice(0, size).map(({ record, text }) => [record.stream, headOf(record.stream, record.version, leafOfText(text))]),
  );
  return new HeadsTree(ends.values());
};

const rootOf = (size: number): string => hex(merkleRoot(log.slice(0, size).map(({ text }) => leafOfText(text))));
const names = (name: string): readonly string[] => readdirSync(at(name)).sort();

/** Changes what the state says, and sums it anew, as somebody might who knows how. */
function rewritten(name: string, change: (state: Record<string, unknown>) => void): void {
  const path = join(at(name), 'state');
  const state = JSON.parse(readFileSync(path, 'utf8').split('\n')[0] ?? '');
  change(state);
  const text = JSON.stringify(state);
  writeFileSync(path, `${text}\n${sum(text)}\n`);
}

describe('a folder that was committed', () => {
  it.each([0, 1, 251, 255, 256, 257, 452, 511, 512, 513, 522])('after %d records is gone on from', async (size) => {
    const name = `whole-${size}`;
    const first = indexOf(name, size);
    first.compared = 7;
    first.sealed = { index: 3, covers: 2, streams: 1 };
    await first.commit();
    const again = LogIndex.open(at(name), LOG);
    const last = log.slice(0, size).at(-1);
    expect([again.size, again.position, again.compared, again.sealed]).toEqual([size, last?.position ?? '', 7, first.sealed]);
    expect(hex(again.tree.root())).toBe(rootOf(size));
    const place = log.slice(0, size).findLastIndex(({ record }) => record.stream === SEALS_STREAM);
    const head = log[place];
    expect(again.seals).toEqual(
      head ? { version: head.record.version, leaf: leafOfText(head.text), at: head.record.recordedAt, place } : null,
    );
    // Of every record its position, and its hash.
    for (const [index, { position }] of log.slice(0, size).entries()) expect(again.positionOf(index)).toBe(position);
    expect(log.slice(0, size).every((recorded, index) => isSame(again, index, recorded))).toBe(true);
    expect(again.positionOf(-1)).toBe('');
    expect(() => again.positionOf(size)).toThrow(FolderDamaged);
    // And read on, to the end of the log.
    const end = indexOf(name, log.length);
    const { root, streams } = await end.countHeads();
    expect([hex(root), streams, hex(end.tree.root())]).toEqual([hex(headsOf(log.length).root()), 401, rootOf(log.length)]);
    for (const [index, { position }] of log.entries()) expect(end.positionOf(index)).toBe(position);
  });

  it('says of another record than the one that was read that it is another', async () => {
    const index = indexOf('same', 300);
    const [one = expect.fail('no record'), two = expect.fail('no record')] = log;
    expect([isSame(index, 0, one), isSame(index, 0, two), isSame(index, 1, two)]).toEqual([true, false, true]);
  });

  it('holds one file of heads, counted or not, and counts those it did not', async () => {
    const index = indexOf('heads', 300);
    await index.commit();
    expect(names('heads')).toEqual(['heads-300-uncounted', 'positions', 'state', 'tiles']);
    const again = LogIndex.open(at('heads'), LOG);
    const { root, streams } = await again.countHeads();
    expect([hex(root), streams]).toEqual([hex(headsOf(300).root()), 251]);
    expect(names('heads')).toEqual(['heads-300', 'positions', 'state', 'tiles']);
    // What was counted is not counted again, and stays.
    const third = LogIndex.open(at('heads'), LOG);
    expect(await third.countHeads()).toEqual({ root, streams });
    await third.commit();
    expect(names('heads')).toEqual(['heads-300', 'positions', 'state', 'tiles']);
    await indexOf('heads', 301).commit();
    expect(names('heads')).toEqual(['heads-301-uncounted', 'positions', 'state', 'tiles']);
  });

  it('of an empty log has the root over nothing', async () => {
    const index = indexOf('empty', 0);
    expect(await index.countHeads()).toEqual({ root: new Uint8Array(Buffer.from(sum(''), 'hex')), streams: 0 });
    expect(LogIndex.open(at('empty'), LOG).size).toBe(0);
  });
});

describe('a folder that does not agree with itself', () => {
  const damages: readonly (readonly [string, (name: string) => void])[] = [
    ['whose state is gone', (name) => rmSync(join(at(name), 'state'))],
    [
      'whose state has another sum',
      (name) => writeFileSync(join(at(name), 'state'), `${readFileSync(join(at(name), 'state'), 'utf8').slice(0, -2)}x\n`),
    ],
    [
      'whose state says something else',
      (name) => {
        const path = join(at(name), 'state');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"compared":0', '"compared":1'));
      },
    ],
    ['of another form', (name) => rewritten(name, (state) => Object.assign(state, { v: 1 }))],
    ['whose root is no hash', (name) => rewritten(name, (state) => Object.assign(state, { root: 'AAAA' }))],
    ['whose root is no base64', (name) => rewritten(name, (state) => Object.assign(state, { root: '?' }))],
    [
      'whose root is of another tree',
      (name) => rewritten(name, (state) => Object.assign(state, { root: Buffer.alloc(32).toString('base64') })),
    ],
    ['whose tiles are gone', (name) => rmSync(join(at(name), 'tiles'), { recursive: true })],
    ['whose positions are gone', (name) => rmSync(join(at(name), 'positions'), { recursive: true })],
    [
      'that lacks a position',
      (name) => {
        const path = join(at(name), 'positions', '001');
        writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'));
      },
    ],
  ];
  it.each(damages)('%s is begun again, and nothing of others in it is touched', async (_, damage) => {
    const name = `damaged ${_}`;
    await indexOf(name, 300).commit();
    mkdirSync(join(at(name), 'mine'));
    for (const mine of ['mine/a', 'heads-', 'heads-12x', 'my-heads-1', 'states']) writeFileSync(join(at(name), mine), 'mine');
    for (const ours of ['heads-part', 'heads-7', 'heads-12-uncounted']) writeFileSync(join(at(name), ours), '');
    damage(name);
    const again = LogIndex.open(at(name), LOG);
    expect([again.size, again.position, again.seals, again.sealed, again.compared]).toEqual([0, '', null, null, 0]);
    expect(names(name)).toEqual(['heads-', 'heads-12x', 'mine', 'my-heads-1', 'states']);
    expect(existsSync(join(at(name), 'mine', 'a'))).toBe(true);
    const { root } = await indexOf(name, 300).countHeads();
    expect(hex(root)).toBe(hex(headsOf(300).root()));
  });

  it('is the folder of another log where it says so, and is left as it is', async () => {
    await indexOf('other', 10).commit();
    const before = names('other');
    const open = (): LogIndex => LogIndex.open(at('other'), '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11');
    expect(open).toThrow(SealError);
    expect(open).toThrow(
      `other-log: The folder ${at('other')} was made for the log ${LOG}, not for 8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11. ` +
        'Nothing was signed. Give each log a folder of its own.',
    );
    expect(names('other')).toEqual(before);
  });

  it('is found where a whole block of positions was lost', async () => {
    await indexOf('block', 522).commit();
    rmSync(join(at('block'), 'positions', '000'));
    const again = LogIndex.open(at('block'), LOG);
    expect(again.positionOf(400)).toBe(log[400]?.position);
    expect(() => again.positionOf(3)).toThrow(FolderDamaged);
  });
});

describe('records that do not follow one another', () => {
  const [text, position] = ['', ''];
  const fact = (version: number, prev: string | null): Recorded =>
    ({ position, text, record: { stream: 'c', version, prev } }) as unknown as Recorded;
  const link = Buffer.from(leafOfText('')).toString('base64url');
  it.each<readonly [string, readonly Recorded[]]>([
    ['a version that is missing', [fact(1, null), fact(3, link)]],
    ['a version that comes twice', [fact(1, null), fact(1, link)]],
    ['another link', [fact(1, null), fact(2, 'x'.repeat(43))]],
    ['no link', [fact(1, null), fact(2, null)]],
  ])('are refused for %s', (name, facts) => {
    const index = LogIndex.open(at(name), LOG);
    const [first = expect.fail('no fact'), second = expect.fail('no fact')] = facts;
    index.add(first);
    expect(() => index.add(second)).toThrow(
      `log-contradicts: Version ${second.record.version} of the stream "c" does not follow the fact before it: a record was changed, removed ` +
        'or written twice. Nothing was signed. Compare the log with a bundle or a backup.',
    );
    expect(index.size).toBe(1);
    index.add(fact(2, link));
    expect(index.size).toBe(2);
  });
});

describe('the heads of all streams', () => {
  const leaf = (of: string): Uint8Array => leafOfText(of);
  const link = (of: string): string => Buffer.from(leaf(of)).toString('base64url');
  const begun = (stream: string, end = 1): readonly [string, Grown] => [
    stream,
    { version: 1, prev: null, end, leaf: leaf(`${stream} ${end}`) },
  ];
  /** As `begun` left it, and some facts longer. */
  const grown = (stream: string, from: number, end: number): readonly [string, Grown] => [
    stream,
    { version: from + 1, prev: link(`${stream} ${from}`), end, leaf: leaf(`${stream} ${end}`) },
  ];
  const rootOver = (ends: ReadonlyMap<string, number>): string =>
    hex(new HeadsTree([...ends].map(([stream, end]) => headOf(stream, end, leaf(`${stream} ${end}`)))).root());
  const names = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, each) => `s-${from + each}`);

  it.each([1, 2, 40, 4096, 4097])('are merged into those of %d streams, before, between and behind them', async (size) => {
    const path = (of: string): string => at(`merge-${size}-${of}`);
    const first = await mergeHeads(null, path('one'), new Map(names(0, size).map((name) => begun(name))), true);
    const ends = new Map(names(0, size).map((name) => [name, 1]));
    expect([first.streams, first.check, hex(first.root ?? new Uint8Array())]).toEqual([
      size,
      sum(readFileSync(path('one'))),
      rootOver(ends),
    ]);
    const more = [
      ...names(0, size)
        .filter((_, index) => index % 3 === 0)
        .map((name) => grown(name, 1, 4)),
      ...names(size, size + 60).map((name) => begun(name, 2)),
    ];
    for (const [name, { end }] of more) ends.set(name, end);
    const second = await mergeHeads({ path: path('one'), check: first.check }, path('two'), new Map(more), true);
    expect([second.streams, hex(second.root ?? new Uint8Array())]).toEqual([size + 60, rootOver(ends)]);
    expect(second.check).toBe(sum(readFileSync(path('two'))));
    // With nothing new, and not counted, the file is the same.
    expect(await mergeHeads({ path: path('two'), check: second.check }, path('three'), new Map(), false)).toEqual({
      ...second,
      root: null,
    });
    expect(readFileSync(path('three')).equals(readFileSync(path('two')))).toBe(true);
  });

  it('are merged with a turn for others after each 4,096', async () => {
    let turns = 0;
    let merging = true;
    const count = (): void => {
      turns += 1;
      if (merging) setImmediate(count);
    };
    setImmediate(count);
    const many = new Map(names(0, 8193).map((name) => begun(name)));
    await mergeHeads(null, at('turns'), many, false);
    merging = false;
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('are none at first, with the root over nothing', async () => {
    const { root, ...none } = await mergeHeads(null, at('none'), new Map(), true);
    expect([none, hex(root ?? new Uint8Array())]).toEqual([{ check: sum(''), streams: 0 }, sum('')]);
  });

  it.each<readonly [string, readonly [string, Grown]]>([
    ['a stream that is there begins again', begun('s-1')],
    ['a fact is missing before it', ['s-1', { version: 3, prev: link('s-1 1'), end: 3, leaf: leaf('') }]],
    ['the fact before it is another', ['s-1', { version: 2, prev: link('s-2 1'), end: 2, leaf: leaf('') }]],
    ['a new stream begins with its second fact', ['new', { version: 2, prev: null, end: 2, leaf: leaf('') }]],
    ['a new stream begins with a link', ['new', { version: 1, prev: link(''), end: 1, leaf: leaf('') }]],
  ])('are refused where %s', async (name, change) => {
    const first = await mergeHeads(null, at(`${name} one`), new Map(names(0, 5).map((each) => begun(each))), true);
    const merging = mergeHeads({ path: at(`${name} one`), check: first.check }, at(`${name} two`), new Map([change]), true);
    await expect(merging).rejects.toMatchObject({ code: 'log-contradicts', says: expect.stringContaining(JSON.stringify(change[0])) });
  });

  it('are refused from a file that is gone, that is another, or that ends within a row', async () => {
    const first = await mergeHeads(null, at('rows'), new Map(names(0, 5).map((each) => begun(each))), true);
    const merging = (from: string, check = first.check) => mergeHeads({ path: at(from), check }, at('rows-2'), new Map(), true);
    await expect(merging('gone')).rejects.toThrow(FolderDamaged);
    await expect(merging('rows', sum('other'))).rejects.toThrow(FolderDamaged);
    const short = readFileSync(at('rows')).subarray(0, -1);
    writeFileSync(at('short'), short);
    await expect(merging('short', sum(short))).rejects.toThrow(FolderDamaged);
    expect((await merging('rows')).streams).toBe(5);
  });
});
