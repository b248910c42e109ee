/** What whoever seals a log is told where nothing was signed: what was found, with its numbers and names, and what to do. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { type EventStore, memoryStore, type Recorded } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { noteFile, SealError, signCheckpoint, signerFrom, verifierFrom } from '../../src/index.ts';
import { board, cases, folder, type Given, LOG, NAME, refusal, seal, signer, verifiers, wholeLog, write } from './sealing.ts';

const at = folder();
const key = () => generateKeyPairSync('ed25519').privateKey;
const OTHER = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

/** A log of three facts with a seal and its note, and a fact behind them. */
async function sealed(name: string): Promise<Given & { published: ReturnType<typeof board> }> {
  const given = { store: memoryStore({ log: LOG }), published: board(), folder: at(name) };
  await write(given.store, ...cases(1, 3));
  await seal({ ...given, first: true });
  await write(given.store, 'c-1');
  return given;
}

/** The code and the text of a sealing that is refused. */
async function told(given: Given): Promise<string> {
  const error = await refusal(seal(given));
  expect([error.name, error.message]).toEqual(['SealError', `${error.code}: ${error.says}`]);
  return error.message;
}

/** The log with its records changed, or left out. */
const changed = (store: EventStore, change: (recorded: Recorded, index: number) => Recorded | null): EventStore => ({
  ...store,
  async *readLog(after, limit) {
    let [left, index] = [limit, 0];
    for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) {
      const found = change(recorded, index++);
      if (found && recorded.position > after && left-- > 0) yield found;
    }
  },
});

describe('a log is not sealed, and it is said', () => {
  it('of which log the key, the note or the folder is', async () => {
    const given = await sealed('others');
    const stranger = signerFrom(`office.example/${OTHER}`, key());
    expect(await told({ ...given, signer: stranger, verifiers: [verifierFrom(stranger.vkey)] })).toBe(
      `other-log: The key is called office.example/${OTHER}, and this is the log ${LOG}. Nothing was signed. Give the key whose name ends in its ` +
        'id.',
    );
    const elsewhere = signerFrom(`elsewhere.example/${LOG}`, key());
    expect(await told({ ...given, signer: elsewhere, verifiers: [...verifiers, verifierFrom(elsewhere.vkey)] })).toBe(
      `other-log: The published note is one of ${NAME}, and the key is that of elsewhere.example/${LOG}. Nothing was signed. Give the note of this ` +
        'log.',
    );
  });

  it('that the key is named as no origin is, or is not among those that are known', async () => {
    const given = await sealed('keys');
    const named = signerFrom(`https://${NAME}`, key());
    await expect(seal({ ...given, signer: named, verifiers: [...verifiers, verifierFrom(named.vkey)] })).rejects.toMatchObject({
      code: 'bad-argument',
      says: 'the key is named after no URL without scheme, spaces or plus, and no bundle with its notes would hold. Nothing was signed.',
    });
    const unknown = { code: 'bad-argument', says: 'the verifiers do not hold that of the signer. Nothing was signed.' };
    await expect(seal({ ...given, verifiers: [] })).rejects.toMatchObject(unknown);
    await expect(seal({ ...given, verifiers: [verifierFrom(signerFrom(NAME, key()).vkey)] })).rejects.toMatchObject(unknown);
    await expect(seal({ ...given, verifiers: [verifierFrom(signerFrom('office.example', key()).vkey)] })).rejects.toMatchObject(unknown);
    // Nothing was made for somebody who may not seal.
    const never = at('never');
    await expect(seal({ ...given, folder: never, verifiers: [] })).rejects.toMatchObject(unknown);
    expect(existsSync(never)).toBe(false);
  });

  it('whether a note was published', async () => {
    const given = await sealed('first');
    expect(await told({ ...given, first: true })).toBe(
      'already-published: It was said that no note has been published, and there is one. Nothing was signed. Leave that out.',
    );
    expect(await told({ ...given, published: board() })).toBe(
      'no-published-note: There is no published note to compare the log with, and a database that was restored cannot be told from a new one. ' +
        'Nothing was signed. Fetch the note that was published last; only if none ever was, say that this is the first.',
    );
  });

  it('that the note cannot be relied on, and why', async () => {
    const given = await sealed('notes');
    const error = await refusal(seal({ ...given, published: board('no note') }));
    expect(error.says).toMatch(
      /^The published note cannot be relied on: note-malformed: .*\. Nothing was signed\. Give the note as it was published, and every key that signed it\.$/,
    );
    expect(error.cause).toMatchObject({ code: 'note-malformed' });
  });

  it('how far the log and the note differ', async () => {
    const given = await sealed('differs');
    const restored = 'Nothing was signed. Was it restored from an older backup? Compare it with a bundle before anything else is written.';
    const conflict = await signCheckpoint({ origin: NAME, size: 4n, root: new Uint8Array(32) }, signer);
    expect(await told({ ...given, published: board(conflict) })).toBe(
      `log-differs: The first 4 facts of the log are not those over which a checkpoint was published. ${restored}`,
    );
    const larger = await signCheckpoint({ origin: NAME, size: 9n, root: new Uint8Array(32) }, signer);
    expect(await told({ ...given, published: board(larger) })).toBe(
      `log-shorter: The log has 5 facts, and a checkpoint over 9 was published. ${restored}`,
    );
  });

  it('which record is another, which is missing, and where the log ends now', async () => {
    const given = await sealed('records');
    const places = (await wholeLog(given.store)).map(({ position }) => position);
    const tell =
      "Nothing was signed. Compare the log with a bundle or a backup; where the folder is not this log's, delete it and seal again.";
    const other = (recorded: Recorded): Recorded => ({ ...recorded, text: `${recorded.text} ` });
    expect(await told({ ...given, store: changed(given.store, (recorded, index) => (index === 1 ? other(recorded) : recorded)) })).toBe(
      `record-changed: The record 1 of the log, counted from 0, at position ${places[1]}, is another than when a checkpoint over 4 facts was ` +
        `published. ${tell}`,
    );
    expect(await told({ ...given, store: changed(given.store, (recorded, index) => (index === 1 ? null : recorded)) })).toBe(
      `record-missing: The record 1 of the log, counted from 0, at position ${places[1]}, is not there any more, and a checkpoint over 4 facts was ` +
        `published. ${tell}`,
    );
    expect(await told({ ...given, store: changed(given.store, (recorded, index) => (index < 2 ? recorded : null)) })).toBe(
      `log-shorter: The log has 2 facts, and a checkpoint over 4 was published. ${tell}`,
    );
  });

  it('which seal is false', async () => {
    const given = await sealed('false');
    const lying = changed(given.store, (recorded, index) => {
      if (index !== 3) return recorded;
      const text = recorded.text.replace('"streams":"3"', '"streams":"4"');
      return { ...recorded, text, record: JSON.parse(text) };
    });
    rmSync(given.folder, { recursive: true });
    expect(await told({ ...given, store: lying, published: board(), first: true })).toBe(
      'seal-invalid: The seal at 3 of the log, counted from 0, does not say what the log says. Nothing was signed: a signature would vouch for it. ' +
        'Find out who wrote it.',
    );
  });

  it('that the signer signs badly', async () => {
    const given = await sealed('signer');
    const error = await refusal(seal({ ...given, signer: { ...signer, sign: () => new Uint8Array(64) } }));
    expect(error.message).toMatch(
      /^signature-invalid: The signer gave a signature that does not hold: signature-invalid: .*\. Nothing was published\.$/,
    );
    expect(error.cause).toMatchObject({ code: 'signature-invalid' });
    expect(error).toBeInstanceOf(SealError);
  });
});

describe('a note in a file', () => {
  it('is null before it is published, and then the one that was published last', async () => {
    const published = noteFile(at('published'));
    expect(await published.read()).toBeNull();
    await published.publish('one\n');
    await published.publish('two\n');
    expect(await published.read()).toEqual(new TextEncoder().encode('two\n'));
  });
});
