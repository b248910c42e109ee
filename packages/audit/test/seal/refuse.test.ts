import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { type EventStore, factId, headOf, memoryStore, NO_STREAM, type Recorded, SEALS_STREAM } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../sqlite/src/index.ts';
import { openCheckpoint, signCheckpoint, signerFrom, verifierFrom } from '../../src/index.ts';
import {
  board,
  cases,
  expectSealed,
  folder,
  type Given,
  LOG,
  NAME,
  refusal,
  seal,
  sealOver,
  sealsIn,
  signer,
  verifiers,
  wholeLog,
  write,
} from './sealing.ts';

const at = folder();

/** The log as somebody left it who has access to the database: `change` gives what lies at each place now. */
function tampered(store: EventStore, change: (recorded: Recorded, index: number) => Recorded | null): EventStore {
  async function* changed(after: string, limit: number): AsyncGenerator<Recorded> {
    let left = limit;
    let index = 0;
    for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) {
      const found = change(recorded, index++);
      if (found && recorded.position > after && left-- > 0) yield found;
    }
  }
  return { ...store, readLog: changed };
}

const other = (recorded: Recorded): Recorded => {
  const text = recorded.text.replace('"data":{', '"data":{"also":"this",');
  return { ...recorded, text, record: JSON.parse(text) };
};

/** Nothing was signed and nothing written. */
async function expectRefused(given: Given, code: string, says: RegExp): Promise<void> {
  const before = [(await wholeLog(given.store)).length, await given.published.read()];
  const refused = await refusal(seal(given));
  expect([refused.code, refused.says]).toEqual([code, expect.stringMatching(says)]);
  expect(refused.says).toContain('Nothing was signed');
  expect([(await wholeLog(given.store)).length, await given.published.read()]).toEqual(before);
}

describe('where no published note is at hand', () => {
  it('nothing is signed until it is said that this is the first; where one is, it cannot be said', async () => {
    const given = { store: memoryStore({ log: LOG }), published: board(), folder: at('first') };
    await write(given.store, 'c-1');
    await expectRefused(given, 'no-published-note', /published last/);
    await seal({ ...given, first: true });
    await write(given.store, 'c-1');
    await expectRefused({ ...given, first: true }, 'already-published', /there is one/);
    await seal(given);
    // The note is lost: the folder does not stand in for it.
    given.published.notes.length = 0;
    await write(given.store, 'c-1');
    await expectRefused(given, 'no-published-note', /restored/);
  });
});

describe('a database restored from an older backup', () => {
  const kinds = ['with the folder as it is', 'with the folder of that day', 'without the folder'] as const;
  it.each(kinds)('signs nothing, %s, even when it has grown again', async (how) => {
    const [db, backup, kept, kept2] = ['a.db', 'b.db', 'a', 'b'].map((name) => at(`${how}-${name}`)) as [string, string, string, string];
    const published = board();
    let store = await openSqlite(db, { log: LOG });
    await write(store, ...cases(1, 10));
    await seal({ store, published, folder: kept, first: true });
    await store.close();
    copyFileSync(db, backup);
    cpSync(kept, kept2, { recursive: true });
    store = await openSqlite(db);
    await write(store, ...cases(5, 15));
    await seal({ store, published, folder: kept });
    await store.close();

    for (const name of [db, `${db}-wal`, `${db}-shm`]) rmSync(name, { force: true });
    copyFileSync(backup, db);
    store = await openSqlite(db);
    const given = { store, published, folder: how === kinds[1] ? kept2 : kept };
    if (how === kinds[2]) rmSync(kept, { recursive: true });
    await expectRefused(given, 'log-shorter', /has 11 facts.*over 23 .*backup/);
    for (const grown of [cases(1, 11), cases(20, 20), cases(30, 60)]) {
      await write(store, ...grown);
      await expectRefused(given, how === kinds[0] ? 'record-changed' : grown.length === 11 ? 'log-shorter' : 'log-differs', /backup/);
    }
    // The control: the note is all that holds the signer back.
    expect(await seal({ ...given, published: board(), first: true })).toMatchObject({ outcome: 'sealed' });
    await store.close();
  });

  it('that holds all that was published goes on, whatever was lost behind it', async () => {
    const [db, backup] = [at('behind.db'), at('behind-backup.db')];
    // Only one of the old records is compared: that the end is another is seen all the same.
    const given = { published: board(), folder: at('behind'), compare: 1 };
    let store = await openSqlite(db, { log: LOG });
    await write(store, ...cases(1, 10));
    await seal({ ...given, store, first: true });
    await store.close();
    copyFileSync(db, backup);
    store = await openSqlite(db);
    await write(store, ...cases(1, 10));
    // It reads on and writes a seal, but its note never leaves the house.
    await seal({ ...given, published: board(...given.published.notes), store });
    await store.close();
    for (const name of [db, `${db}-wal`, `${db}-shm`]) rmSync(name, { force: true });
    copyFileSync(backup, db);
    store = await openSqlite(db);
    await write(store, 'c-77');
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'sealed', size: 13n, remade: true });
    await expectSealed(store, given.published);
    await store.close();
  });
});

describe('a record that was published', () => {
  const damages: readonly (readonly [string, string, (index: number) => (recorded: Recorded, at: number) => Recorded | null])[] = [
    ['changed', 'record-changed', (index) => (recorded, place) => (place === index ? other(recorded) : recorded)],
    ['gone', 'record-missing', (index) => (recorded, place) => (place === index ? null : recorded)],
  ];
  for (const [name, code, damage] of damages)
    it.each([0, 7, 255, 256, 300])(`that is ${name} is found at place %i, and nothing is signed`, async (index) => {
      const store = memoryStore({ log: LOG });
      const given = { store, published: board(), folder: at(`${name}-${index}`) };
      await write(store, ...cases(1, 300));
      await seal({ ...given, first: true });
      await write(store, 'c-301');
      const damaged = tampered(store, damage(index));
      const refused = await refusal(seal({ ...given, store: damaged }));
      // The seal itself has not been read again yet: that it is another, the published note tells.
      if (index === 300) expect(refused.code).toBe('log-differs');
      else expect(refused).toMatchObject({ code, says: expect.stringMatching(`record ${index} of the log, .* at position 0*${index}, `) });
      // Without the folder nobody can tell which it is; that the log is not the published one is found all the same.
      rmSync(given.folder, { recursive: true });
      expect((await refusal(seal({ ...given, store: damaged }))).code).toMatch(/^log-(?:differs|contradicts)$/);
      // The control: the log as it was.
      expect(await seal(given)).toMatchObject({ outcome: 'sealed' });
    });

  it('that is changed is found in the end where only a part is compared each time', async () => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at('in turn'), compare: 10 };
    await write(store, ...cases(1, 50));
    await seal({ ...given, first: true });
    const codes: string[] = [];
    for (let run = 0; run < 6; run += 1) {
      await write(store, `d-${run}`);
      const done = await seal({ ...given, store: tampered(store, (recorded, place) => (place === 33 ? other(recorded) : recorded)) }).catch(
        (error) => error,
      );
      codes.push(done.code ?? done.outcome);
    }
    expect(codes).toEqual(['sealed', 'sealed', 'sealed', 'record-changed', 'record-changed', 'record-changed']);
  });
});

describe('a log that contradicts itself', () => {
  it.each([
    [
      'lacks a fact in the midst of a stream',
      (recorded: Recorded) => (recorded.record.stream === 'c-2' && recorded.record.version === 4 ? null : recorded),
    ],
    [
      'holds a changed fact',
      (recorded: Recorded) => (recorded.record.stream === 'c-2' && recorded.record.version === 3 ? other(recorded) : recorded),
    ],
    [
      'begins a stream in the middle',
      (recorded: Recorded) => (recorded.record.stream === 'c-9' && recorded.record.version === 1 ? null : recorded),
    ],
  ])('because it %s is not sealed', async (name, damage) => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at(name) };
    await write(store, 'c-1', 'c-2', 'c-2');
    await seal({ ...given, first: true });
    await write(store, 'c-2', 'c-2', 'c-9', 'c-9', 'c-2');
    const refused = await refusal(seal({ ...given, store: tampered(store, damage) }));
    expect([refused.code, refused.says]).toEqual(['log-contradicts', expect.stringMatching(/Version \d of the stream "c-\d"/)]);
    expect(sealsIn(await wholeLog(store))).toEqual([3]);
    expect(await seal(given)).toMatchObject({ outcome: 'sealed' });
  });
});

describe('a seal that says what is not so', () => {
  it.each([
    ['heads', { heads: Buffer.alloc(32).toString('base64') }],
    ['root', { root: Buffer.alloc(32).toString('base64') }],
    ['streams', { streams: '4' }],
    ['size', { size: '2' }],
    ['size beyond itself', { size: '5' }],
    ['size that is no decimal', { size: '03' }],
  ])('in its %s is not signed for', async (name, lie) => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at(`lie-${name}`), first: true };
    await write(store, ...cases(1, 3));
    const data = { ...sealOver(await wholeLog(store)), ...lie };
    await store.append(SEALS_STREAM, NO_STREAM, [{ id: factId(LOG, 'x', 0, 1), type: 'LogSealed', schema: 1, meta: {}, data, sealed: [] }]);
    await expectRefused(given, 'seal-invalid', /seal at 3 of the log/);
  });

  it('is one that lies: the same seal without the lie is signed', async () => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at('no lie'), first: true };
    await write(store, ...cases(1, 3));
    const data = { ...sealOver(await wholeLog(store)) };
    await store.append(SEALS_STREAM, NO_STREAM, [{ id: factId(LOG, 'x', 0, 1), type: 'LogSealed', schema: 1, meta: {}, data, sealed: [] }]);
    expect(await seal(given)).toMatchObject({ outcome: 'signed', size: 4n });
    await expectSealed(store, given.published);
  });
});

/** Appends a seal that tells of other heads than there are, over the first `size` facts, as somebody might who can write to the store. */
async function forge(store: EventStore, size: number, lie: object = { heads: Buffer.alloc(32).toString('base64') }): Promise<void> {
  const log = await wholeLog(store);
  const before = log.filter(({ record }) => record.stream === SEALS_STREAM).at(-1);
  const data = { ...sealOver(log.slice(0, size)), ...lie };
  const fact = { id: factId(LOG, `forged ${log.length}`, 0, 1), type: 'LogSealed', schema: 1, meta: {}, data, sealed: [] };
  expect((await store.append(SEALS_STREAM, before ? headOf(before) : NO_STREAM, [fact])).outcome).toBe('appended');
}

describe('a seal that was slipped in after the published note', () => {
  const begun = async (name: string) => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at(name) };
    await write(store, ...cases(1, 3));
    await seal({ ...given, first: true });
    await write(store, 'c-1', 'c-2', 'c-4');
    return given;
  };

  it.each([
    ['before the last fact', async (store: EventStore) => forge(store, 6)],
    [
      'before a true seal',
      async (store: EventStore) => {
        await forge(store, 7);
        await forge(store, 8, {});
      },
    ],
    ['over what the seal before it does not lie in', async (store: EventStore) => forge(store, 3, {})],
  ])('%s, and tells what is not so, is not signed for, with the folder and without', async (name, slip) => {
    const given = await begun(`slipped ${name}`);
    await slip(given.store);
    await expectRefused(given, 'seal-invalid', /seal at 7 of the log/);
    rmSync(given.folder, { recursive: true });
    await expectRefused(given, 'seal-invalid', /seal at 7 of the log/);
  });

  it('and tells the truth is signed for, whether or not facts came in between', async () => {
    for (const size of [6, 7]) {
      const given = await begun(`true ${size}`);
      await forge(given.store, size, {});
      expect(await seal(given)).toMatchObject(size === 7 ? { outcome: 'signed', size: 8n } : { outcome: 'sealed', size: 9n });
      await expectSealed(given.store, given.published);
      expect(readdirSync(given.folder)).not.toContain('aside');
    }
  });
});

describe('keys and notes', () => {
  const sealed = async (name: string) => {
    const given = { store: memoryStore({ log: LOG }), published: board(), folder: at(name) };
    await write(given.store, ...cases(1, 3));
    await seal({ ...given, first: true });
    await write(given.store, 'c-1');
    return given;
  };
  const key = () => generateKeyPairSync('ed25519').privateKey;

  it('whose name has a scheme sign nothing: no bundle with such a note would hold', async () => {
    const given = await sealed('scheme');
    const named = signerFrom(`https://${NAME}`, key());
    const known = [...verifiers, verifierFrom(named.vkey)];
    await expect(seal({ ...given, signer: named, verifiers: known })).rejects.toMatchObject({
      code: 'bad-argument',
      says: expect.stringContaining('scheme'),
    });
    expect(given.published.notes).toHaveLength(1);
  });

  it('of another log are refused', async () => {
    const given = await sealed('other log');
    const stranger = signerFrom('office.example/8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11', key());
    await expectRefused({ ...given, signer: stranger, verifiers: [verifierFrom(stranger.vkey)] }, 'other-log', new RegExp(LOG));
    const elsewhere = signerFrom(`elsewhere.example/${LOG}`, key());
    const both = [...verifiers, verifierFrom(elsewhere.vkey)];
    await expectRefused({ ...given, signer: elsewhere, verifiers: both }, 'other-log', /elsewhere/);
    const away = {
      ...given,
      store: memoryStore({ log: '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11' }),
      signer: stranger,
      verifiers: [verifierFrom(stranger.vkey)],
    };
    await expectRefused({ ...away, published: board(), first: true }, 'other-log', /folder/);
  });

  it('that are none, or by an unknown key, are refused', async () => {
    const given = await sealed('no note');
    const forger = signerFrom(NAME, key());
    const forged = await signCheckpoint({ origin: NAME, size: 1n, root: new Uint8Array(32) }, forger);
    await expectRefused({ ...given, published: board(forged) }, 'published-note-invalid', /key-unknown/);
    await expectRefused({ ...given, published: board('') }, 'published-note-invalid', /note-malformed/);
    await expectRefused(
      { ...given, published: board((given.published.notes[0] ?? '').replace('\n4\n', '\n3\n')) },
      'published-note-invalid',
      /signature-invalid/,
    );
  });

  it('over the same size with another root stop the signer', async () => {
    const given = await sealed('conflict');
    const conflict = await signCheckpoint({ origin: NAME, size: 4n, root: new Uint8Array(32) }, signer);
    await expectRefused({ ...given, published: board(conflict) }, 'log-differs', /first 4 facts/);
  });

  it('may be new: the old note is opened by the old key, the new one by the new', async () => {
    const given = await sealed('rotated');
    const renewed = signerFrom(NAME, key());
    const known = [...verifiers, verifierFrom(renewed.vkey)];
    expect(await seal({ ...given, signer: renewed, verifiers: known })).toMatchObject({ outcome: 'sealed' });
    expect(openCheckpoint(given.published.notes[1] ?? '', [verifierFrom(renewed.vkey)]).size).toBe(6n);
    await expect(seal({ ...given, signer: renewed, verifiers })).rejects.toMatchObject({ code: 'bad-argument' });
  });

  it('that sign badly publish nothing, and the seal is signed for the next time', async () => {
    const given = await sealed('bad signer');
    const broken = { ...signer, sign: async () => new Uint8Array(64) };
    const refused = await refusal(seal({ ...given, signer: broken }));
    expect([refused.code, refused.says]).toEqual(['signature-invalid', expect.stringContaining('Nothing was published')]);
    expect(given.published.notes).toHaveLength(1);
    const slow = { ...signer, sign: async (text: Uint8Array) => signer.sign(text) };
    expect(await seal({ ...given, signer: slow })).toMatchObject({ outcome: 'signed', size: 6n });
    expect(sealsIn(await wholeLog(given.store))).toHaveLength(2);
    await expectSealed(given.store, given.published);
  });
});

describe('a fact that is no seal', () => {
  const data = { size: '9', root: 'lies', heads: 'lies', streams: '9' };
  const lie = (store: EventStore, stream: string, type: string) =>
    store.append(stream, NO_STREAM, [{ id: factId(LOG, `${stream} ${type}`, 0, 1), type, schema: 1, meta: {}, data, sealed: [] }]);

  it('is not asked whether it says what is so: another one among the seals, or one of a case that is called so', async () => {
    for (const [stream, type] of [
      [SEALS_STREAM, 'Noted'],
      ['c-9', 'LogSealed'],
    ] as const) {
      const given = { store: memoryStore({ log: LOG }), published: board(), folder: at(`no seal ${type}`), first: true };
      await write(given.store, ...cases(1, 3));
      await lie(given.store, stream, type);
      expect(await seal(given)).toMatchObject({ outcome: 'sealed', size: 5n, seal: { index: 4n, covers: 4n, streams: 4n } });
    }
    // The control: the same data in a seal.
    const given = { store: memoryStore({ log: LOG }), published: board(), folder: at('a seal'), first: true };
    await write(given.store, ...cases(1, 3));
    await lie(given.store, SEALS_STREAM, 'LogSealed');
    await expectRefused(given, 'seal-invalid', /seal at 3 of the log/);
  });
});
