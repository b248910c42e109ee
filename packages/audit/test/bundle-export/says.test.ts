/** What whoever exports is told: why there is no bundle, with the numbers and names that it takes to put it right; and how far it is. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyLog, type EventStore, memoryStore } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { BundleError, type Disclose, type ExportBundle, type Selection, signerFrom } from '../../src/index.ts';
import { houseLog } from '../house-log.ts';
import { exporting, exportsIn, jsonIn } from './exporting.ts';
import { append, key, noteOver, originOf, place, seal, textsOf, vkeyOf } from './sealed-store.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';

/** Three cases of 27 facts, and a seal over them. */
async function sealedLog(): Promise<EventStore> {
  const store = await houseLog(memoryStore({ log: LOG }));
  await seal(store);
  return store;
}

/** The store, whose facts read otherwise. */
const reading = (store: EventStore, change: (text: string, index: number) => string): EventStore => ({
  ...store,
  async *readLog(after, limit) {
    let index = 0;
    for await (const recorded of store.readLog(after, limit)) yield { ...recorded, text: change(recorded.text, index++) };
  },
});

/** Of an export that is refused: its code, and what it says. */
async function told(store: EventStore, asked: Partial<ExportBundle> = {}): Promise<string> {
  const error: unknown = await exporting(store, asked).catch((cause: unknown) => cause);
  if (!(error instanceof Error && 'says' in error && 'code' in error)) throw error;
  expect(error.message).toBe(`${error.code}: ${error.says}`);
  if (error instanceof BundleError) expect(error.name).toBe('BundleError');
  return error.message;
}

const ofCase = (id: string): Selection => ({ kind: 'case', case: id });

describe('an export that is refused says', () => {
  it('which period is none', async () => {
    const period = (from: string, to: string) =>
      told(
        reading(memoryStore({ log: LOG }), (text) => text),
        { select: { kind: 'period', from, to } },
      );
    expect(await period('2026-03-02', '2026-03-01')).toBe(
      'bad-request: A period is two days YYYY-MM-DD, the later one last, not 2026-03-02 to 2026-03-01. Nothing was written.',
    );
    expect(await period('2026-03-02', 'today')).toContain('not 2026-03-02 to today');
  });

  it('that it takes somebody, a purpose, and a reason', async () => {
    const store = await sealedLog();
    const who = 'bad-request: An export says by whom it was made, and what for. Nothing was written.';
    expect([await told(store, { by: '\n ' }), await told(store, { purpose: ' ' })]).toEqual([who, who]);
    const selected = { mode: 'selected', disclosuresOf: () => [], paths: ['/a'], reason: 'asked for' } as const;
    const what = 'bad-request: To disclose selected values, name their paths and the reason. Nothing was written.';
    expect(await told(store, { disclose: { ...selected, paths: [] } })).toBe(what);
    expect(await told(store, { disclose: { ...selected, reason: ' ' } })).toBe(what);
    expect((await exporting(store, { disclose: selected })).disclosures).toBe(0);
  });

  it('in what the older note does not go with the other', async () => {
    const store = await sealedLog();
    const checkpoint = await noteOver(store, 20);
    const none = 'Nothing was written.';
    expect(await told(store, { checkpoint, since: await noteOver(store, 21) })).toBe(
      `note-not-ours: The older note is of 21 facts, the other of 20: give them the other way round. ${none}`,
    );
    expect(await told(store, { checkpoint, since: await noteOver(store, 0) })).toBe(
      `note-not-ours: The older note is of an empty log, which every log extends: leave it out. ${none}`,
    );
    const vkeys = [vkeyOf(store), signerFrom('office.example', key).vkey];
    expect(await told(store, { checkpoint, since: await noteOver(store, 5, 'office.example'), vkeys })).toBe(
      `note-not-ours: The older note is one of office.example, the other of ${originOf(store)}. ${none}`,
    );
    // As old as the other is no older, and no wrong one; nor is an empty one where both are.
    expect((await exporting(store, { checkpoint, since: checkpoint })).size).toBe(20);
    const empty = memoryStore({ log: LOG });
    expect((await exporting(empty, { since: await noteOver(empty) })).size).toBe(0);
  });

  it('how many facts the log has, and how many the note', async () => {
    const note = await noteOver(await sealedLog());
    expect(await told(await houseLog(memoryStore({ log: LOG })), { checkpoint: note })).toBe(
      'log-shorter: The log has 27 facts, and the note speaks of 28. Nothing was written. If this is a restored backup, facts are lost: keep ' +
        'the note, and look for a newer copy.',
    );
  });

  it('of which note the first facts have not the root', async () => {
    const store = await sealedLog();
    const [checkpoint, since] = [await noteOver(store), await noteOver(store, 9)];
    const changed = (index: number) => reading(store, (text, at) => (at === index ? `${text} ` : text));
    const says = (size: number, name: string) =>
      `log-differs: The first ${size} facts of this log do not have the root of the ${name}: one of them was changed, or it is another log. ` +
      'Nothing was written. Keep the note and the log as they are, and have both audited.';
    expect(await told(changed(3), { checkpoint })).toBe(says(28, 'note'));
    expect(await told(changed(8), { checkpoint, since })).toBe(says(9, 'older note'));
    expect(await told(changed(9), { checkpoint, since })).toBe(says(28, 'note'));
    const empty = memoryStore({ log: LOG });
    const wrong = await noteOver(empty, 0);
    expect((await exporting(empty, { checkpoint: wrong })).records).toBe(0);
  });

  it('that no seal lies below the note, or that the one there does not say what the log is', async () => {
    const store = await sealedLog();
    expect(await told(store, { select: ofCase('long'), checkpoint: await noteOver(store, 27) })).toBe(
      'not-sealed: No seal lies below size 27, that of the note. Nothing was written. Seal the log and give the new note.',
    );
    const lying = await houseLog(memoryStore({ log: LOG }));
    await seal(lying, 20, { streams: '9' });
    expect(await told(lying, { select: ofCase('long') })).toBe(
      'seal-differs: The last seal below the note does not say what the first 20 facts of this log are. Nothing was written. A bundle with it ' +
        'would be refused: seal the log again.',
    );
  });

  it('which case there is not, or not yet', async () => {
    const store = await sealedLog();
    const none = (id: string) => `case-unknown: There is no case ${id} in this log. Nothing was written.`;
    expect([await told(store, { select: ofCase('nobody') }), await told(store, { select: ofCase('$seals') })]).toEqual([
      none('nobody'),
      none('$seals'),
    ]);
    await append(store, 'new', 'Noted', {});
    expect(await told(store, { select: ofCase('new') })).toBe(
      'case-not-sealed: The case new was opened after the last seal of the note, which covers 27 facts. Nothing was written. Seal the log and ' +
        'give the new note.',
    );
    expect(await told(store, { select: { kind: 'unit', unit: 'nowhere' } })).toBe(
      'nothing-selected: The last seal of the note covers no such case. Nothing was written.',
    );
  });

  it('of which case the holder cannot be told, why, and what to do instead', async () => {
    const select = { kind: 'unit', unit: 'left' } as const;
    const store = await houseLog(memoryStore({ log: LOG }));
    await append(store, 'odd', 'Noted', {}, { meta: { caseType: 'of another house' } });
    await seal(store);
    const says = (why: string) =>
      `holder-unknown: Who held the case odd cannot be told: ${why}. Nothing was written. \`redress case replay odd\` says more; --case and ` +
      '--from need no holder.';
    expect(await told(store, { select })).toBe(says('its case type of another house is not at hand'));
    const torn = await houseLog(memoryStore({ log: LOG }));
    await append(torn, 'odd', 'Received', {}, { meta: { caseType: 'complaint' } });
    await seal(torn);
    expect(await told(torn, { select })).toMatch(/^holder-unknown: Who held the case odd cannot be told: .{8,}\. Nothing was written\./);
  });

  it('of which fact a disclosure is none, or comes twice', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    const value = new TextEncoder().encode('["salt","/name","Lan"]');
    const commitment = createHash('sha256').update(value).digest('base64url');
    await append(store, 'long', 'Noted', {}, { sealed: [commitment] });
    const id = (await textsOf(store)).map(({ text }) => JSON.parse(text).id).at(-1);
    const says =
      `disclosure-wrong: What was to be disclosed of the fact ${id} is not what it committed to, or came twice. Nothing was handed out. Have the ` +
      'vault checked.';
    const disclosing = (...values: readonly Uint8Array[]): Disclose => ({ mode: 'full', disclosuresOf: () => values });
    const other = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const values of [[value, value], [other('["salt","/name","Mai"]')], [other('[]')], [other('{')], [Uint8Array.of(0xff)]])
      expect(await told(store, { disclose: disclosing(...values) })).toBe(says);
    // The same bytes, but not as bytes.
    expect(
      await told(store, { disclose: disclosing(new DataView(value.buffer, value.byteOffset, value.byteLength) as unknown as Uint8Array) }),
    ).toBe(says);
    expect((await exporting(store, { disclose: disclosing(value) })).disclosures).toBe(1);
  });

  it('which facts the second reading found changed', async () => {
    const store = await sealedLog();
    const checkpoint = await noteOver(store);
    let readings = 0;
    const changing: EventStore = {
      ...store,
      async *readLog(after, limit) {
        readings += 1;
        for await (const recorded of store.readLog(after, limit))
          yield readings > 1 ? { ...recorded, text: `${recorded.text} ` } : recorded;
      },
    };
    expect(await told(changing, { checkpoint })).toBe(
      'log-changed: Among the facts 0 to 255 of the log one is not what it was a moment ago. Nothing was handed out. Have the log audited.',
    );
  });

  it('where the log has moved to', async () => {
    const store = await houseLog(memoryStore({ log: LOG }));
    const checkpoint = await noteOver(store);
    await copyLog(store, memoryStore({ log: LOG }), { to: 'there' });
    expect(await told(store, { checkpoint })).toBe(
      'log-moved: This log has moved to there, and an export cannot be recorded here any more. Nothing was written. Export there: the facts, ' +
        'and the notes over them, are the same.',
    );
  });

  it('what lies in the way of the folder', async () => {
    const store = await sealedLog();
    const { folder } = await exporting(store);
    expect(await told(store, { folder })).toBe(
      `folder-in-use: ${folder} is there and not an empty folder: name another. Nothing was written.`,
    );
    const deeper = join(place(), 'bundle');
    expect(await told(store, { folder: deeper })).toBe(
      `folder-in-use: There is no folder ${dirname(deeper)}: make it first. Nothing was written.`,
    );
  });
});

describe('an export', () => {
  it('tells how far it is: each 256 facts that are checked, then each 256 that are written', async () => {
    const store = await sealedLog();
    for (let at = 0; at < 500; at += 1) await append(store, `c-${at}`, 'Noted', {}, { meta: { caseType: 'complaint' } });
    await seal(store);
    const size = (await textsOf(store)).length;
    expect(size).toBe(529);
    const steps: unknown[] = [];
    await exporting(store, { progress: (...step) => steps.push(step) });
    const [checked, written] = [0, 256, 512]
      .map(
        (at) =>
          [
            ['checking', at, 529],
            ['writing', at, 768],
          ] as const,
      )
      .reduce<readonly [unknown[], unknown[]]>(
        ([one, other], [a, b]) => [
          [...one, a],
          [...other, b],
        ],
        [[], []],
      );
    expect(steps).toEqual([...checked, ...written]);
    // Of a case only the tiles that hold something of it, and the seal.
    steps.length = 0;
    await exporting(store, { select: ofCase('c-300'), checkpoint: await noteOver(store, 529), progress: (...step) => steps.push(step) });
    expect(steps.filter((step) => (step as string[])[0] === 'writing')).toEqual([
      ['writing', 0, 512],
      ['writing', 256, 512],
    ]);
  });

  it('ends with the reason of its signal at any step, and leaves no folder', async () => {
    const store = await sealedLog();
    for (const at of ['checking', 'writing'] as const) {
      const stop = new AbortController();
      const folder = place();
      const progress = (step: string): void => void (step === at && stop.abort(new Error(`stopped at ${at}`)));
      await expect(exporting(store, { folder, progress, signal: stop.signal })).rejects.toThrow(`stopped at ${at}`);
      await expect(exporting(store, { folder, signal: stop.signal })).rejects.toThrow(`stopped at ${at}`);
      expect((await exporting(store, { folder })).folder).toBe(folder);
    }
  });

  it('counts what it wrote: the bundles, their lines, and the facts of the note', async () => {
    const store = await sealedLog();
    const size = (await textsOf(store)).length;
    const counts = async (select: Selection) => {
      const { folder, ...counted } = await exporting(store, { select, checkpoint: await noteOver(store, size) });
      expect(basename(folder)).toBe('bundle');
      return counted;
    };
    expect(await counts({ kind: 'log' })).toEqual({ bundles: 1, records: 28, disclosures: 0, size: 28 });
    // The case and the seal; and of the period all three cases, with a seal each.
    expect(await counts(ofCase('withdrawn'))).toEqual({ bundles: 1, records: 3, disclosures: 0, size: 28 });
    expect(await counts({ kind: 'period', from: '2026-01-05', to: '2026-01-30' })).toEqual({
      bundles: 3,
      records: 30,
      disclosures: 0,
      size: 28,
    });
  });

  it('records the older note where one is given, and puts it in, with a proof that leads from it to the other', async () => {
    const store = await sealedLog();
    const [checkpoint, since] = [await noteOver(store, 28), await noteOver(store, 9)];
    const { folder } = await exporting(store, { checkpoint, since });
    expect((await exportsIn(store)).at(-1)).toMatchObject({ since: '9', size: '28' });
    expect(jsonIn(folder, 'consistency.json')).toMatchObject({ v: 1, from: '9', to: '28' });
    expect(readFileSync(join(folder, 'prev-checkpoint'), 'utf8')).toBe(since);
    expect(jsonIn(folder, 'index.json')).toEqual({ v: 1, kind: 'log', origin: originOf(store), log: LOG, size: '28', records: [] });
    await exporting(store, { checkpoint });
    expect((await exportsIn(store)).at(-1)).not.toHaveProperty('since');
  });
});
