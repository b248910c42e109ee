import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, memoryStore } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import { openSqlite } from '../../../sqlite/src/index.ts';
import type { Selection } from '../../src/index.ts';
import { houseLog } from '../house-log.ts';
import { casesIn, codesOf, exporting, exportsIn, jsonIn, linesIn, ready, second } from './exporting.ts';
import { append, noteOver, place, seal, textsOf, vkeyOf } from './sealed-store.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';

const stores: readonly (readonly [string, () => Promise<EventStore>])[] = [
  ['memory', async () => memoryStore({ log: LOG })],
  ['SQLite', () => openSqlite(`${place()}.db`, { log: LOG })],
];

/** Three cases, a seal, a fact of one of them after it, a note; and then more. */
async function sealedLog(open: () => Promise<EventStore>) {
  const store = await houseLog(await open());
  const early = await noteOver(store, 7);
  await seal(store, 25);
  await append(store, 'late', 'Noted', { after: 'the seal' });
  const note = await noteOver(store);
  await append(store, 'long', 'Noted', { after: 'the note' });
  return { store, early, note, vkey: vkeyOf(store) };
}

const kinds: readonly Selection[] = [
  { kind: 'log' },
  { kind: 'case', case: 'long' },
  { kind: 'unit', unit: 'left' },
  { kind: 'period', from: '2026-01-05', to: '2026-01-30' },
];

describeIf(ready, 'there is no python3', 'a bundle', () => {
  describe.each(stores)('from %s', (_, open) => {
    let at: Awaited<ReturnType<typeof sealedLog>>;
    beforeAll(async () => {
      at = await sealedLog(open);
    });

    it.each(kinds)('of $kind is proved by both verifiers, with an older note and without', async (select) => {
      const { store, note, early, vkey } = at;
      const plain = await exporting(store, { select, checkpoint: note });
      const since = await exporting(store, { select, checkpoint: note, since: early });
      expect(await codesOf([plain.folder, since.folder], vkey)).toEqual([[], []]);
      const [seen] = second([since.folder], vkey, early);
      expect(seen).toEqual({ ok: true, findings: [] });
    });

    it('holds the bytes of the log below the note and nothing after it', async () => {
      const { store, note } = at;
      const { folder, records, size } = await exporting(store, { checkpoint: note });
      const texts = (await textsOf(store)).map(({ text }) => text);
      expect(linesIn(folder)).toEqual(texts.slice(0, size));
      expect([records, size, texts.length > size]).toEqual([size, size, true]);
      expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toBe(note);
    });

    it('of a case holds its facts below the note, the seal among them, and no more', async () => {
      const { store, note } = at;
      const { folder } = await exporting(store, { checkpoint: note, select: { kind: 'case', case: 'late' } });
      const below = (await textsOf(store)).slice(0, jsonIn(folder, 'index.json').size);
      const own = below.filter(({ stream }) => stream === 'late' || stream === '$seals');
      expect(linesIn(folder)).toEqual(own.map(({ text }) => text));
      expect(own.at(-1)?.text).toContain('after');
    });

    it('is recorded in the log, with what was handed out, by whom and what for, and no more', async () => {
      const { store, note } = at;
      const select = { kind: 'case', case: 'late' } as const;
      await exporting(store, { checkpoint: note, select, by: 'p-9', purpose: 'court file 7' });
      const [, size, root] = note.split('\n');
      expect((await exportsIn(store)).at(-1)).toEqual({
        selected: select,
        size,
        root,
        by: 'p-9',
        purpose: 'court file 7',
        mode: 'redacted',
      });
    });

    it('holds a verifier that is run with nothing but Node, and the key for information', async () => {
      const { store, note, vkey } = at;
      const { folder } = await exporting(store, { checkpoint: note, select: { kind: 'unit', unit: 'far' } });
      const inside = join(folder, readdirSync(folder)[0] ?? '');
      expect(readFileSync(join(inside, 'vkeys.txt'), 'utf8')).toBe(`${vkey}\n`);
      const run = (...more: readonly string[]) =>
        spawnSync(process.execPath, ['verify.mjs', '.', '--vkey', vkey, ...more], { cwd: inside, env: {}, encoding: 'utf8' });
      expect(run().status, run().stderr).toBe(0);
      writeFileSync(join(inside, 'more.txt'), 'x');
      expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('file-unknown') });
    });
  });

  it('that was tampered with is found, whatever its kind', async () => {
    const { store, note, vkey } = await sealedLog(async () => memoryStore({ log: LOG }));
    for (const select of kinds) {
      const { folder } = await exporting(store, { select, checkpoint: note });
      const bundle = existsSync(join(folder, 'checkpoint')) ? folder : join(folder, readdirSync(folder)[0] ?? '');
      const file = join(bundle, 'records.ndjson');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"door":"execute"', '"door":"observe"'));
      const [codes] = await codesOf([folder], vkey);
      expect(codes).toContain(select.kind === 'log' ? 'root-mismatch' : 'inclusion-invalid');
    }
  });

  it('of an empty log holds no record, and is proved', async () => {
    const store = memoryStore();
    const { folder, records } = await exporting(store, { since: await noteOver(store) });
    expect([records, linesIn(folder)]).toEqual([0, []]);
    expect(await codesOf([folder], vkeyOf(store))).toEqual([[]]);
  });

  it('takes the last seal that the note covers', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await seal(store, 10);
    await seal(store);
    const { folder } = await exporting(store, { select: { kind: 'case', case: 'long' } });
    expect(jsonIn(folder, 'heads-proof.json').seal).toBe('28');
    expect(linesIn(folder).filter((text) => text.includes('LogSealed'))).toHaveLength(1);
  });

  it('passes over a seal that was begun before the note and written after it', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await seal(store, 10);
    const checkpoint = await noteOver(store);
    await seal(store, 20);
    const { folder } = await exporting(store, { checkpoint, select: { kind: 'case', case: 'long' } });
    expect(jsonIn(folder, 'heads-proof.json').seal).toBe('27');
    expect(await codesOf([folder], vkeyOf(store))).toEqual([[]]);
  });

  it('of a log that has been exported before holds that fact as any other', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await exporting(store);
    await seal(store);
    const { folder } = await exporting(store);
    expect(linesIn(folder).some((text) => text.includes('"type":"LogExported"'))).toBe(true);
    expect(await codesOf([folder], vkeyOf(store))).toEqual([[]]);
  });
});

describe('the cases of a unit', () => {
  const of = async (unit: string): Promise<readonly string[]> => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await seal(store);
    return casesIn((await exporting(store, { select: { kind: 'unit', unit } })).folder);
  };

  it('are those that it held at some time, also where they passed on', async () => {
    expect([await of('left'), await of('right'), await of('far'), await of('top')]).toEqual([
      ['late', 'long'],
      ['long'],
      ['withdrawn'],
      ['long'],
    ]);
  });
});

describe('the cases of a period', () => {
  const of = async (from: string, to: string): Promise<readonly string[]> => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await seal(store);
    return casesIn((await exporting(store, { select: { kind: 'period', from, to } })).folder);
  };

  it('are those that came in from its first day to its last', async () => {
    expect(await of('2026-01-05', '2026-01-07')).toEqual(['late', 'long']);
    expect(await of('2026-01-06', '2026-01-30')).toEqual(['late', 'withdrawn']);
    expect(await of('2026-01-07', '2026-01-07')).toEqual(['late']);
  });
});
