import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, type FactRecord, memoryStore } from '@redress/core';
import { beforeAll, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import { canonicalize, type Disclose } from '../../src/index.ts';
import { sha256 } from '../../src/merkle.ts';
import { codesOf, exporting, exportsIn, linesIn, ready } from './exporting.ts';
import { append, place, seal, vkeyOf } from './sealed-store.ts';

const b64u = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The values of two facts of one case, and what a vault would keep of them. */
const hidden: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  first: { '/denouncer/name': 'Nguyễn Thị Hoàng Yến', '/denouncer/address': '12 Nguyễn Huệ', '/denouncer/contact': '0912 345 678' },
  second: { '/witness/name': 'Trần Văn Bình', '/denouncer/name': 'Nguyễn Thị Hoàng Yến' },
};
const names = [...new Set(Object.values(hidden).flatMap((values) => Object.values(values)))];

async function withHidden() {
  const store = memoryStore();
  const vault = new Map<string, readonly Uint8Array[]>();
  for (const [at, [fact, values]] of Object.entries(hidden).entries()) {
    const disclosures = Object.entries(values).map(([path, value], place) =>
      canonicalize([b64u(sha256(`${fact} ${place}`).slice(0, 16)), path, value]),
    );
    await append(store, 'c-1', 'Denounced', { fact }, { sealed: disclosures.map((each) => b64u(sha256(each))).sort() });
    for await (const { record } of store.read('c-1', { from: at + 1 })) vault.set(record.id, disclosures);
    await append(store, 'c-2', 'Noted', { at });
  }
  await seal(store);
  const disclosuresOf = ({ id }: FactRecord): readonly Uint8Array[] => vault.get(id) ?? [];
  return { store, disclosuresOf };
}

const pathsIn = (folder: string): readonly string[] =>
  linesIn(folder, 'disclosures.ndjson').map(
    (line) => JSON.parse(Buffer.from(JSON.parse(line).disclosure, 'base64url').toString('utf8'))[1],
  );

describeIf(ready, 'there is no python3', 'what a bundle discloses', () => {
  let at: { readonly store: EventStore; readonly disclosuresOf: (fact: FactRecord) => readonly Uint8Array[] };
  beforeAll(async () => {
    at = await withHidden();
  });
  const handOut = (disclose?: Disclose, kind: 'case' | 'log' = 'case') =>
    exporting(at.store, { select: kind === 'log' ? { kind } : { kind, case: 'c-1' }, ...(disclose ? { disclose } : {}) });

  it.each(['case', 'log'] as const)('is nothing unless it is asked for, in the bundle of a %s', async (kind) => {
    const { folder, disclosures } = await handOut(undefined, kind);
    expect([existsSync(join(folder, 'disclosures.ndjson')), disclosures]).toEqual([false, 0]);
    const everything = linesIn(folder).join('');
    expect(names.filter((name) => everything.includes(name))).toEqual([]);
    expect(await codesOf([folder], vkeyOf(at.store))).toEqual([[]]);
  });

  it.each(['case', 'log'] as const)('is all that the vault still has, in full, in the bundle of a %s', async (kind) => {
    const { folder, disclosures } = await handOut({ mode: 'full', disclosuresOf: at.disclosuresOf }, kind);
    expect([pathsIn(folder).length, disclosures]).toEqual([5, 5]);
    expect(await codesOf([folder], vkeyOf(at.store))).toEqual([[]]);
  });

  it('is what lies at exactly the paths that were selected, and the log remembers which and why', async () => {
    const paths = ['/denouncer/name', '/witness'];
    const { folder } = await handOut({ mode: 'selected', disclosuresOf: at.disclosuresOf, paths, reason: 'the court asked' });
    expect(pathsIn(folder)).toEqual(['/denouncer/name', '/denouncer/name']);
    expect(await codesOf([folder], vkeyOf(at.store))).toEqual([[]]);
    expect((await exportsIn(at.store)).at(-1)).toMatchObject({ mode: 'selected', paths, reason: 'the court asked' });
  });

  it('is recorded by its mode, never by a value', async () => {
    await handOut({ mode: 'full', disclosuresOf: at.disclosuresOf });
    expect((await exportsIn(at.store)).at(-1)).toMatchObject({ mode: 'full' });
    const recorded = JSON.stringify(await exportsIn(at.store));
    expect(names.filter((name) => recorded.includes(name))).toEqual([]);
  });

  it('may come bit by bit, and lack what was erased', async () => {
    const slowly = async function* (fact: FactRecord) {
      for (const each of at.disclosuresOf(fact).slice(1)) yield each;
    };
    const { folder, disclosures } = await handOut({ mode: 'full', disclosuresOf: slowly });
    expect(disclosures).toBe(3);
    expect(await codesOf([folder], vkeyOf(at.store))).toEqual([[]]);
  });

  it.each<readonly [string, (given: readonly Uint8Array[]) => readonly unknown[]]>([
    ['of another fact', () => [canonicalize([b64u(new Uint8Array(16)), '/x', 'y'])]],
    ['given twice', ([first]) => [first, first]],
    ['that is no disclosure', () => [new Uint8Array([0xff])]],
    ['without a path', () => [canonicalize(['x'])]],
    ['that is text', () => ['["x","/y","z"]']],
  ])('is never one %s: nothing is handed out', async (_, wrong) => {
    const disclosuresOf = (fact: FactRecord) => wrong(at.disclosuresOf(fact)) as readonly Uint8Array[];
    await expect(handOut({ mode: 'full', disclosuresOf })).rejects.toMatchObject({ code: 'disclosure-wrong' });
  });

  it('needs paths and a reason where it is selected', async () => {
    const { disclosuresOf } = at;
    for (const [paths, reason] of [
      [[], 'why'],
      [['/x'], ' '],
    ] as const)
      await expect(handOut({ mode: 'selected', disclosuresOf, paths, reason })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('leaves the verdict on integrity as it is, for every subset of it, and of a bundle that was tampered with too', async () => {
    const { folder } = await handOut({ mode: 'full', disclosuresOf: at.disclosuresOf });
    const all = linesIn(folder, 'disclosures.ndjson');
    const sound = linesIn(folder);
    const broken = sound.map((line, index) => (index === 1 ? line.replace('"schema":1', '"schema":2') : line));
    const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
    for (const [records, codes] of [
      [sound, []],
      [broken, ['head-invalid', 'inclusion-invalid']],
    ] as const) {
      const folders = Array.from({ length: 2 ** all.length }, (_, subset) => {
        const copy = place();
        cpSync(folder, copy, { recursive: true });
        writeFileSync(join(copy, 'records.ndjson'), ended(records));
        writeFileSync(join(copy, 'disclosures.ndjson'), ended(all.filter((_, bit) => (subset >> bit) & 1)));
        if (subset === 0) rmSync(join(copy, 'disclosures.ndjson'));
        return copy;
      });
      const found = await codesOf(folders, vkeyOf(at.store));
      expect([...new Set(found.map(String))]).toEqual([String(codes)]);
    }
  });
});
