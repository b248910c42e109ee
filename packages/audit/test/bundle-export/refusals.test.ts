import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { copyLog, type EventStore, LOG_STREAM, logMoved, memoryStore, NO_STREAM } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { BundleError, EvidenceError, type ExportBundle, type Selection, signCheckpoint, signerFrom } from '../../src/index.ts';
import { houseLog } from '../house-log.ts';
import { exporting, exportsIn, linesIn } from './exporting.ts';
import { append, key, noteOver, originOf, place, seal, textsOf, vkeyOf } from './sealed-store.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
const caseLong: Selection = { kind: 'case', case: 'long' };

async function sealedLog(): Promise<EventStore> {
  const store = await houseLog(memoryStore({ log: LOG }));
  await seal(store);
  return store;
}

/** The store, reading back something else: `change` is given each record, its index, and how often the log was read before. */
function reading(store: EventStore, change: (text: string, index: number, before: number) => string | null): EventStore {
  let before = -1;
  return {
    ...store,
    async *readLog(after, limit) {
      before += after === '' ? 1 : 0;
      let index = 0;
      for await (const recorded of store.readLog(after, limit)) {
        const text = change(recorded.text, index++, before);
        if (text !== null) yield { ...recorded, text };
      }
    },
  };
}

/** What an export ends in, seeing to it that nothing lies in the folder, and nothing was recorded unless that is said. */
async function refused(store: EventStore, asked: Partial<ExportBundle> = {}, recorded = 0): Promise<string> {
  const folder = asked.folder ?? place();
  const before = (await exportsIn(store)).length;
  const error: unknown = await exporting(store, { folder, ...asked }).catch((cause: unknown) => cause);
  expect([existsSync(folder), existsSync(`${folder}.part`)], String(error)).toEqual([false, false]);
  expect((await exportsIn(store)).length - before).toBe(recorded);
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (!(error instanceof EvidenceError)) expect(error.message).toMatch(/Nothing was (written|handed out)/);
  return String(error.code);
}

describe('an export', () => {
  it('is refused where the log is not the one of the note, and says which does not fit', async () => {
    const store = await sealedLog();
    const note = await noteOver(store);
    const forged = reading(store, (text, index) => (index === 3 ? text.replace('"door":"execute"', '"door":"observe"') : text));
    expect(await refused(forged, { checkpoint: note })).toBe('log-differs');
    const shorter = await houseLog(memoryStore({ log: LOG }));
    expect(await refused(shorter, { checkpoint: note })).toBe('log-shorter');
    // The control: the log itself is the one of the note.
    expect((await exporting(store, { checkpoint: note })).bundles).toBe(1);
  });

  it('is refused where the log does not begin as it did when the older note was signed', async () => {
    const store = await sealedLog();
    const since = await noteOver(
      reading(store, (text, index) => (index === 3 ? text.replace('"left"', '"far"') : text)),
      9,
    );
    const checkpoint = await noteOver(store);
    await expect(exporting(store, { checkpoint, since })).rejects.toThrow(/first 9 facts .* older note/);
    expect(await refused(store, { checkpoint, since })).toBe('log-differs');
    expect((await exporting(store, { checkpoint, since: await noteOver(store, 9) })).bundles).toBe(1);
  });

  it('takes only a note of this log, by a key of its name, in the form that a verifier takes', async () => {
    const store = await sealedLog();
    const origin = originOf(store);
    const elsewhere = 'office.example/00000000-0000-4000-8000-000000000000';
    const vkeys = ['office.example', elsewhere, origin].map((name) => signerFrom(name, key).vkey);
    const root = new Uint8Array(32);
    expect(await refused(store, { checkpoint: await noteOver(store, 5, elsewhere), vkeys })).toBe('note-not-ours');
    const byAnother = await signCheckpoint({ origin, size: 1, root }, signerFrom('office.example', key));
    expect(await refused(store, { checkpoint: byAnother, vkeys })).toBe('note-not-ours');
    const huge = await signCheckpoint({ origin, size: 2n ** 53n, root }, signerFrom(origin, key));
    expect(await refused(store, { checkpoint: huge })).toBe('note-not-ours');
    const longer = {
      ...signerFrom(origin, key),
      sign: (text: Uint8Array) => signerFrom(origin, key).sign(Buffer.concat([text, Buffer.from('more\n')])),
    };
    const four = (await signCheckpoint({ origin, size: 1, root }, longer)).replace('\n\n', '\nmore\n\n');
    expect(await refused(store, { checkpoint: four })).toBe('note-not-ours');
    expect((await exporting(store, { checkpoint: await noteOver(store, 5, 'office.example'), vkeys })).size).toBe(5);
    expect(await refused(store, { checkpoint: 'no note' })).toBe('note-malformed');
    expect(await refused(store, { vkeys: [] })).toBe('key-unknown');
  });

  it('takes an older note that is older, of this origin, and of something', async () => {
    const store = await sealedLog();
    const checkpoint = await noteOver(store, 20);
    expect(await refused(store, { checkpoint, since: await noteOver(store) })).toBe('note-not-ours');
    expect(await refused(store, { checkpoint, since: await noteOver(store, 0) })).toBe('note-not-ours');
    const vkeys = [
      vkeyOf(store),
      (await import('../../src/index.ts')).signerFrom('office.example', (await import('./sealed-store.ts')).key).vkey,
    ];
    expect(await refused(store, { checkpoint, since: await noteOver(store, 5, 'office.example'), vkeys })).toBe('note-not-ours');
  });

  it('of a case needs a seal that covers it, and whose word the log bears out', async () => {
    const bare = await houseLog(memoryStore({ log: LOG }));
    expect(await refused(bare, { select: caseLong })).toBe('not-sealed');
    const store = await sealedLog();
    expect(await refused(store, { select: { kind: 'case', case: 'nobody' } })).toBe('case-unknown');
    expect(await refused(store, { select: { kind: 'case', case: '$seals' } })).toBe('case-unknown');
    await append(store, 'new', 'Noted', {});
    expect(await refused(store, { select: { kind: 'case', case: 'new' } })).toBe('case-not-sealed');
    for (const wrong of [{ root: Buffer.alloc(32).toString('base64') }, { heads: Buffer.alloc(32).toString('base64') }, { streams: '9' }]) {
      const lying = await houseLog(memoryStore({ log: LOG }));
      await seal(lying, undefined, wrong);
      expect(await refused(lying, { select: caseLong })).toBe('seal-differs');
      // A log is handed out all the same: whoever holds it sees the lie, and who told it.
      expect((await exporting(lying)).bundles).toBe(1);
    }
  });

  it('passes over facts among the seals that are none', async () => {
    const store = await sealedLog();
    for (const data of [{}, { size: 'x', root: '', heads: '', streams: '1' }, { size: '5', root: 'AA==', heads: 'AA==', streams: '1' }])
      await append(store, '$seals', 'LogSealed', data);
    await append(store, '$seals', 'SomethingElse', {});
    expect((await exporting(store, { select: caseLong })).bundles).toBe(1);
  });

  it('of a unit or a period that selects no case is refused', async () => {
    const store = await sealedLog();
    expect(await refused(store, { select: { kind: 'unit', unit: 'nowhere' } })).toBe('nothing-selected');
    expect(await refused(store, { select: { kind: 'period', from: '2020-01-01', to: '2020-12-31' } })).toBe('nothing-selected');
    for (const [from, to] of [
      ['2026-02-30', '2026-03-01'],
      ['2026-03-02', '2026-03-01'],
      ['yesterday', '2026-03-01'],
    ] as const)
      expect(await refused(store, { select: { kind: 'period', from, to } })).toBe('bad-request');
  });

  it('of a unit is refused where it cannot be told who held a case', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    await append(store, 'odd', 'Noted', {}, { meta: { caseType: 'of another house' } });
    await seal(store);
    await expect(exporting(store, { select: { kind: 'unit', unit: 'left' } })).rejects.toThrow(/odd .*of another house/);
    expect(await refused(store, { select: { kind: 'unit', unit: 'left' } })).toBe('holder-unknown');
    const unfolded = await houseLog(memoryStore({ log: LOG }));
    await append(unfolded, 'odd', 'NoSuchFact', {}, { meta: { caseType: 'complaint' } });
    await seal(unfolded);
    expect(await refused(unfolded, { select: { kind: 'unit', unit: 'left' } })).toBe('holder-unknown');
    await expect(exporting(unfolded, { select: { kind: 'unit', unit: 'left' } })).rejects.toThrow(
      /odd cannot be told: the fact NoSuchFact/,
    );
    expect((await exporting(unfolded, { select: caseLong })).bundles).toBe(1);
  });

  it('says by whom and what for, or is refused', async () => {
    const store = await sealedLog();
    expect([await refused(store, { by: ' ' }), await refused(store, { purpose: '' })]).toEqual(['bad-request', 'bad-request']);
  });

  it('that meets a changed log at the second reading hands nothing out', async () => {
    const store = await sealedLog();
    const checkpoint = await noteOver(store);
    const size = (await textsOf(store)).length;
    const changed = (index: number) => reading(store, (text, at, before) => (before === 1 && at === index ? `${text} ` : text));
    expect(await refused(changed(size - 1), { checkpoint }, 1)).toBe('log-changed');
    expect(await refused(changed(0), { checkpoint, select: caseLong }, 1)).toBe('log-changed');
    const cut = reading(store, (text, at, before) => (before === 1 && at > 4 ? null : text));
    expect(await refused(cut, { checkpoint }, 1)).toBe('log-changed');
  });
});

describe('that something was handed out', () => {
  it('is in the log before the folder is begun', async () => {
    const store = await sealedLog();
    const folder = place();
    const seen: boolean[] = [];
    const watching: EventStore = {
      ...store,
      append: (...given) => {
        seen.push(existsSync(folder), existsSync(`${folder}.part`));
        return store.append(...given);
      },
    };
    await exporting(watching, { folder });
    expect([seen, existsSync(folder)]).toEqual([[false, false], true]);
  });

  it('is recorded also where others export at the same time', async () => {
    const store = await sealedLog();
    await exporting(store);
    let races = 3;
    const racing: EventStore = {
      ...store,
      async append(stream, head, facts) {
        if (races-- > 0) await append(store, stream, 'LogExported', { by: 'somebody else' });
        return store.append(stream, head, facts);
      },
    };
    await exporting(racing);
    expect((await exportsIn(store)).length).toBe(5);
  });

  it('cannot be recorded in a log that has moved: nothing is handed out, and it says where to go', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    const checkpoint = await noteOver(store);
    const there = memoryStore({ log: LOG });
    await copyLog(store, there, { to: 'postgres://there/log' });
    await expect(exporting(store, { checkpoint })).rejects.toThrow(/moved to postgres:\/\/there\/log.*Export there/);
    expect(await refused(store, { checkpoint })).toBe('log-moved');
    expect((await exporting(there, { checkpoint })).bundles).toBe(1);
  });

  it('cannot be recorded in a log that moves meanwhile', async () => {
    const store = await sealedLog();
    const moving: EventStore = {
      ...store,
      async append(stream, head, facts) {
        await store.append(LOG_STREAM, NO_STREAM, [logMoved(LOG, 'there')]);
        return store.append(stream, head, facts);
      },
    };
    await expect(exporting(moving)).rejects.toThrow(/moved to there/);
  });

  it('is not recorded where the store fails, and then nothing is handed out', async () => {
    const store = await sealedLog();
    const failing: EventStore = { ...store, append: () => Promise.reject(new Error('the disk is full')) };
    const folder = place();
    await expect(exporting(failing, { folder })).rejects.toThrow('the disk is full');
    expect(readdirSync(dirname(folder))).toEqual([]);
  });
});

describe('the folder of a bundle', () => {
  it('may be there, if it is empty', async () => {
    const store = await sealedLog();
    const folder = place();
    mkdirSync(folder);
    expect(linesIn((await exporting(store, { folder })).folder)).not.toEqual([]);
  });

  it.each<readonly [string, (folder: string) => void]>([
    [
      'a folder that holds something',
      (folder) => {
        mkdirSync(folder);
        writeFileSync(`${folder}/mine.txt`, 'x');
      },
    ],
    ['a file', (folder) => writeFileSync(folder, 'x')],
    ['what another export left', (folder) => mkdirSync(`${folder}.part`)],
  ])('is not written where there is %s', async (_, make) => {
    const store = await sealedLog();
    const folder = place();
    make(folder);
    const before = readdirSync(dirname(folder), { recursive: true });
    await expect(exporting(store, { folder })).rejects.toMatchObject({ code: 'folder-in-use' });
    expect([readdirSync(dirname(folder), { recursive: true }), await exportsIn(store)]).toEqual([before, []]);
  });

  it('lies in one that is there', async () => {
    expect(await refused(await sealedLog(), { folder: `${place()}/deeper/bundle` })).toBe('folder-in-use');
  });

  it('that somebody else begins meanwhile is left to them', async () => {
    const store = await sealedLog();
    const folder = place();
    const other: EventStore = {
      ...store,
      append: (...given) => {
        mkdirSync(`${folder}.part`);
        return store.append(...given);
      },
    };
    const error: unknown = await exporting(other, { folder }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(BundleError);
    expect([existsSync(folder), existsSync(`${folder}.part`)]).toEqual([false, true]);
  });
});
