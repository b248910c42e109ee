/** What a note has to be before a bundle is made under it, and what is said of one that is not. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openNote } from '../../src/bundle-note.ts';
import { BundleError, type Signer, signCheckpoint, signerFrom } from '../../src/index.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
const OTHER = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';
const key = generateKeyPairSync('ed25519').privateKey;
const root = new Uint8Array(32).fill(7);

const note = (origin: string, size: bigint | number = 5, by = origin): Promise<string> =>
  signCheckpoint({ origin, size, root }, signerFrom(by, key));

/** What is said of a note that is refused, by the keys of these names. */
function refusal(text: string, names: readonly string[]): string {
  try {
    openNote(
      text,
      names.map((name) => signerFrom(name, key).vkey),
      LOG,
    );
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    expect(error.code).toBe('note-not-ours');
    return error.says;
  }
  return expect.fail('the note was taken');
}

const told = (origin: string, why: string): string =>
  `The note is one of ${origin}, ${why}. Nothing was written. Give the published note of this log.`;

describe('a note that is taken', () => {
  it('gives its own text, and what it says', async () => {
    const origin = `office.example/${LOG}`;
    const text = await note(origin, 5);
    const vkeys = [signerFrom(origin, key).vkey];
    const opened = { text, origin, size: 5, root };
    expect(openNote(text, vkeys, LOG)).toEqual(opened);
    expect(openNote(new TextEncoder().encode(text), vkeys, LOG)).toEqual(opened);
  });

  it('may have an origin that does not end in the id of a log, though one stands in it', async () => {
    for (const origin of [
      'office.example',
      `office.example/log-${OTHER}`,
      `office.example/${OTHER}-old`,
      `${OTHER}/office`,
      OTHER.slice(1),
    ])
      expect(openNote(await note(origin), [signerFrom(origin, key).vkey], LOG).origin).toBe(origin);
  });

  it('may speak of 2^53 - 1 facts, the most that can be counted, and of none', async () => {
    const vkeys = [signerFrom('office.example', key).vkey];
    expect(openNote(await note('office.example', 2n ** 53n - 1n), vkeys, LOG).size).toBe(Number.MAX_SAFE_INTEGER);
    expect(openNote(await note('office.example', 0), vkeys, LOG).size).toBe(0);
  });

  it('keeps a byte order mark, which is signed as a part of the origin', async () => {
    const origin = '\ufeffoffice';
    // No key may be called so: a byte order mark counts among spaces for JavaScript, and not for Unicode.
    const text = await note(origin, 5, origin);
    const opened = openNote(new TextEncoder().encode(text), [signerFrom(origin, key).vkey], LOG);
    expect([opened.text, opened.origin]).toEqual([text, origin]);
  });

  it('may be signed by others as well', async () => {
    const origin = `office.example/${LOG}`;
    const text = await note(origin);
    const witness = (await note(origin, 5, 'witness.example')).split('\n').at(-2);
    const vkeys = ['witness.example', origin].map((name) => signerFrom(name, key).vkey);
    expect(openNote(`${text}${witness}\n`, vkeys, LOG).origin).toBe(origin);
  });
});

describe('a note that is refused is told', () => {
  it('that it has a line too many', async () => {
    const origin = `office.example/${LOG}`;
    const own = signerFrom(origin, key);
    const adding: Signer = { ...own, sign: (text) => own.sign(Buffer.concat([text, Buffer.from('more\n')])) };
    const text = (await signCheckpoint({ origin, size: 1, root }, adding)).replace('\n\n', '\nmore\n\n');
    expect(refusal(text, [origin])).toBe(told(origin, 'and has lines after the third, which a note in a bundle has not'));
  });

  it.each(['https://office.example', 'office example', 'office+example'])('that %s is no name of a log', async (origin) => {
    expect(refusal(await note(origin, 5, 'office.example'), ['office.example'])).toBe(
      told(origin, 'which is no URL without scheme, spaces or plus'),
    );
  });

  it('that only others have signed it', async () => {
    const origin = `office.example/${LOG}`;
    expect(refusal(await note(origin, 5, 'witness.example'), ['witness.example', origin])).toBe(
      told(origin, 'and no key of that name was given with which it holds'),
    );
  });

  it('that it is of another log, and which this one is', async () => {
    for (const origin of [`office.example/${OTHER}`, OTHER])
      expect(refusal(await note(origin), [origin])).toBe(told(origin, `and this is the log ${LOG}`));
  });

  it('that it speaks of more facts than can be counted', async () => {
    const origin = `office.example/${LOG}`;
    expect(refusal(await note(origin, 2n ** 53n), [origin])).toBe(
      told(origin, 'and speaks of 9007199254740992 facts, more than any log holds'),
    );
  });
});
