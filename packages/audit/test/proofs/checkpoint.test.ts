import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EvidenceError } from '../../src/canonical.ts';
import {
  type Checkpoint,
  openCheckpoint,
  type Signer,
  signCheckpoint,
  signerFrom,
  unsignedCheckpoint,
  type Verifier,
  verifierFrom,
} from '../../src/checkpoint.ts';
import { bitFlips, bytes, EMPTY, fromHex, hex, keyFrom, leafOf, signerBy } from './reference.ts';
import { nodeForgives, signedByNobody, signedWithNeutralR, smallOrder } from './small-order.ts';

const ORIGIN = 'redress.example.org/7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';

// Nothing of what is tested runs before a test does: a fault in it has to be found by one.
const log = signerBy(ORIGIN, 1);
const witness = signerBy('witness.example.org/w', 2);
const known = () => [verifierFrom(log.vkey)];
const root = leafOf(bytes('a root'));
const b64 = (raw: Uint8Array): string => Buffer.from(raw).toString('base64');
const lineBy = async (signer: Signer, signed: string): Promise<string> =>
  `— ${signer.name} ${b64(Buffer.concat([signer.keyId, await signer.sign(bytes(signed))]))}\n`;
const text = `${ORIGIN}\n12\n${b64(root)}\n`;
const line = `— ${ORIGIN} ${b64(Buffer.concat([log.keyId, log.sign(bytes(text))]))}\n`;
const note = `${text}\n${line}`;
const noteOf = async (signed: string): Promise<string> => `${signed}\n${await lineBy(log, signed)}`;

const fault = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'none';
  } catch (error) {
    return error instanceof EvidenceError ? error.code : `another error: ${error}`;
  }
};
const saysOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'nothing';
  } catch (error) {
    return error instanceof EvidenceError ? error.says : `another error: ${error}`;
  }
};
const codeOf = (given: string | Uint8Array, verifiers: readonly Verifier[] = known()): string =>
  fault(() => openCheckpoint(given, verifiers));
const rejected = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'none',
    (error: unknown) => (error instanceof EvidenceError ? `${error.code}: ${error.says}` : `another error: ${error}`),
  );

describe('a checkpoint', () => {
  const expected: Checkpoint = { origin: ORIGIN, size: 12n, root, extensions: [], signedBy: [ORIGIN] };

  it('is signed, and opened again from text and from bytes', async () => {
    expect(await signCheckpoint({ origin: ORIGIN, size: 12, root }, signerFrom(ORIGIN, keyFrom(1)))).toBe(note);
    expect(line).toMatch(new RegExp(`^\u2014 ${ORIGIN} [A-Za-z0-9+/]{91}=\n$`));
    expect(openCheckpoint(note, known())).toEqual(expected);
    expect(openCheckpoint(bytes(note), known())).toEqual(expected);
    expect(openCheckpoint(Buffer.from(note), known())).toEqual(expected);
  });

  it('has the key id that the format says', () => {
    const log = signerFrom(ORIGIN, keyFrom(1));
    const publicKey = Buffer.from(log.vkey.split('+').slice(2).join('+'), 'base64');
    const id = createHash('sha256').update(`${ORIGIN}\n`).update(publicKey).digest().subarray(0, 4);
    expect(publicKey.length).toBe(33);
    expect(hex(log.keyId)).toBe(id.toString('hex'));
    expect(log.vkey).toBe(`${ORIGIN}+${id.toString('hex')}+${publicKey.toString('base64')}`);
    expect(known()[0]?.keyId).toEqual(log.keyId);
  });

  it.each(['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'])('is verified by a key that others made: %s', (vkey) => {
    const said = bytes("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n");
    const signature = Buffer.from('x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=', 'base64');
    const verifier = verifierFrom(vkey);
    expect(verifier.keyId).toEqual(new Uint8Array(signature.subarray(0, 4)));
    expect(verifier.verify(said, signature.subarray(4))).toBe(true);
    for (const flipped of bitFlips(signature.subarray(4))) expect(verifier.verify(said, flipped)).toBe(false);
    expect(verifier.verify(bytes('Something else\n'), signature.subarray(4))).toBe(false);
  });

  it('may have another origin than its key, and lines that mean nothing here', async () => {
    const signed = `Any origin, with spaces + plus\n0\n${b64(EMPTY)}\nmore\n — of it\n`;
    const { origin, size, extensions } = openCheckpoint(await noteOf(signed), known());
    expect({ origin, size, extensions }).toEqual({ origin: 'Any origin, with spaces + plus', size: 0n, extensions: ['more', ' — of it'] });
  });

  it('tells what it says whoever has signed it, to whoever asks for just that', () => {
    const { signedBy, ...said } = expected;
    expect(signedBy).toEqual([ORIGIN]);
    for (const given of [note, bytes(note), `${text}\n— nobody AAAAAAA=\n`]) expect(unsignedCheckpoint(given)).toEqual(said);
    expect(fault(() => unsignedCheckpoint(text))).toBe('note-malformed');
    expect(fault(() => unsignedCheckpoint(note.replace('\n12', '\n012')))).toBe('size-malformed');
  });

  it('is exact from 0, beyond 2^53, and ends below 2^64', async () => {
    const most = 2n ** 64n - 1n;
    for (const size of [0n, 2n ** 53n + 1n, most])
      expect(openCheckpoint(await signCheckpoint({ origin: ORIGIN, size, root }, log), known()).size).toBe(size);
    expect(codeOf(await noteOf(`${ORIGIN}\n${most + 1n}\n${b64(root)}\n`))).toBe('size-malformed');
  });

  it('is refused after any bit of it was turned over', () => {
    let tried = 0;
    for (const flipped of bitFlips(bytes(note))) {
      tried += 1;
      if (codeOf(flipped) === 'none') throw new Error(`accepted: ${Buffer.from(flipped).toString()}`);
    }
    expect(tried).toBe(bytes(note).length * 8);
  });
});

describe('signatures', () => {
  it('by unknown keys are ignored, whatever they hold', async () => {
    const unknown = [
      await lineBy(witness, text),
      `— ${ORIGIN} ${b64(Buffer.alloc(9))}\n`,
      `— another.example/log ${b64(Buffer.concat([log.keyId, root]))}\n`,
    ];
    expect(openCheckpoint(`${text}\n${unknown.join('')}${line}`, known()).signedBy).toEqual([ORIGIN]);
    expect(openCheckpoint(`${text}\n${line}${unknown.join('')}`, known()).signedBy).toEqual([ORIGIN]);
    expect(codeOf(`${text}\n${unknown.join('')}`)).toBe('key-unknown');
    expect(codeOf(note, [])).toBe('key-unknown');
  });

  it('by a known key that fail refuse the note, also beside one that holds', async () => {
    const both = [...known(), verifierFrom(witness.vkey)];
    const forged = await lineBy(witness, `${text}more\n`);
    expect(codeOf(`${text}\n${forged}${line}`, both)).toBe('signature-invalid');
    expect(codeOf(`${text}\n${line}${forged}`, both)).toBe('signature-invalid');
    expect(openCheckpoint(`${text}\n${await lineBy(witness, text)}${line}`, both).signedBy).toEqual([witness.name, ORIGIN]);
    expect(saysOf(() => openCheckpoint(`${text}\n${forged}`, both))).toBe(
      `the signature by ${witness.name}+${hex(witness.keyId)} does not hold`,
    );
  });

  it('with the right key id and name by the wrong key are refused', async () => {
    const impostor = { name: ORIGIN, keyId: log.keyId, sign: signerFrom(ORIGIN, keyFrom(3)).sign };
    expect(codeOf(await signCheckpoint({ origin: ORIGIN, size: 12, root }, impostor))).toBe('signature-invalid');
    expect(codeOf(await signCheckpoint({ origin: ORIGIN, size: 12, root }, signerFrom(ORIGIN, keyFrom(3))))).toBe('key-unknown');
  });

  it('by two keys of one name both count', async () => {
    const next = signerFrom(ORIGIN, keyFrom(3));
    expect(openCheckpoint(note + (await lineBy(next, text)), [...known(), verifierFrom(next.vkey)]).signedBy).toEqual([ORIGIN, ORIGIN]);
  });

  it('by one key count once; the second is not looked at', () => {
    const wrong = `— ${ORIGIN} ${b64(Buffer.concat([log.keyId, root]))}\n`;
    expect(openCheckpoint(note + line, known()).signedBy).toEqual([ORIGIN]);
    expect(openCheckpoint(note + wrong, known()).signedBy).toEqual([ORIGIN]);
    expect(codeOf(`${text}\n${wrong}${line}`)).toBe('signature-invalid');
  });

  it('of two keys that share name and id hold if either does', () => {
    const other: Verifier = { name: ORIGIN, keyId: log.keyId, verify: () => false };
    expect(openCheckpoint(note, [other, ...known()]).signedBy).toEqual([ORIGIN]);
    expect(codeOf(note, [other])).toBe('signature-invalid');
  });

  it('are not taken for good because a verifier answers with something other than true', () => {
    const promising = { name: ORIGIN, keyId: log.keyId, verify: async () => false } as unknown as Verifier;
    expect(codeOf(note, [promising])).toBe('signature-invalid');
  });

  it('are at most a hundred', () => {
    const unknown = (index: number): string => `— w${index} ${b64(Buffer.alloc(5))}\n`;
    const many = (count: number): string => `${text}\n${Array.from({ length: count }, (_, index) => unknown(index)).join('')}${line}`;
    expect(codeOf(many(99))).toBe('none');
    expect(codeOf(many(100))).toBe('note-too-many-signatures');
    expect(saysOf(() => openCheckpoint(many(100), known()))).toBe('101 signature lines, and at most 100 are read');
  });

  it('of 16 witnesses after the age of quantum computers fit', () => {
    const long = Array.from({ length: 16 }, (_, index) => `— pq${index} ${b64(Buffer.alloc(5000))}\n`).join('');
    expect(codeOf(note + long)).toBe('none');
  });
});

describe('a note that is none', () => {
  const signature = line.slice(line.lastIndexOf(' ') + 1, -1);
  // 68 bytes end in one padding character, so two bits of the last letter are spare.
  const spare = signature.replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`);

  it('is made with spare bits that Node itself forgives', () => {
    expect(spare).not.toBe(signature);
    expect(Buffer.from(spare, 'base64')).toEqual(Buffer.from(signature, 'base64'));
  });

  it.each<[string, string | Uint8Array, string]>([
    ['carriage returns', note.replaceAll('\n', '\r\n'), 'note-malformed'],
    ['one carriage return', note.replace('\n', '\r\n'), 'note-malformed'],
    ['a tab', note.replace('\n12', '\t\n12'), 'note-malformed'],
    ['a zero byte', `${note.slice(0, 3)}\u0000${note.slice(3)}`, 'note-malformed'],
    ['U+001F', `\u001f${note}`, 'note-malformed'],
    ['a vertical tab', `\u000b${note}`, 'note-malformed'],
    ['half a character', `\ud800${note}`, 'note-malformed'],
    ['bytes that are not UTF-8', Buffer.concat([Uint8Array.of(0xff), bytes(note)]), 'note-malformed'],
    ['half a character in bytes', Buffer.concat([Uint8Array.of(0xed, 0xa0, 0x80), bytes(note)]), 'note-malformed'],
    [
      'a byte order mark, which changes the signed text',
      Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), bytes(note)]),
      'signature-invalid',
    ],
    ['nothing', '', 'note-malformed'],
    ['no bytes', new Uint8Array(), 'note-malformed'],
    ['a text alone', text, 'note-malformed'],
    ['no signature', `${text}\n`, 'note-malformed'],
    ['no empty line', text + line, 'note-malformed'],
    ['no newline at the end', note.slice(0, -1), 'note-malformed'],
    ['something after the end', `${note}x`, 'note-malformed'],
    ['a newline too much', `${note}\n`, 'note-malformed'],
    ['a hyphen', note.replace('\u2014', '-'), 'note-malformed'],
    ['an en dash', note.replace('\u2014', '\u2013'), 'note-malformed'],
    ['a horizontal bar', note.replace('\u2014', '\u2015'), 'note-malformed'],
    ['two em dashes', note.replace('\u2014', '\u2014\u2014'), 'note-malformed'],
    ['no dash', note.replace('\u2014 ', ''), 'note-malformed'],
    ['a space before the dash', note.replace('\u2014', ' \u2014'), 'note-malformed'],
    ['no space after the dash', note.replace('\u2014 ', '\u2014'), 'note-malformed'],
    ['two spaces', note.replace('\u2014 ', '\u2014  '), 'note-malformed'],
    ['a space at the end of a line', `${note.slice(0, -1)} \n`, 'note-malformed'],
    ['a no-break space', note.replace('\u2014 ', '\u2014\u00a0'), 'note-malformed'],
    ['an unknown key with a no-break space in its name', `${note}— a\u00a0b AAAAAAAA\n`, 'note-malformed'],
    ['an unknown key with U+0085 in its name', `${note}— a\u0085b AAAAAAAA\n`, 'note-malformed'],
    ['an unknown key with a plus in its name', `${note}— a+b AAAAAAAA\n`, 'note-malformed'],
    ['an unknown key without a name', `${note}—  AAAAAAAA\n`, 'note-malformed'],
    ['a key without a signature', `${note}— a\n`, 'note-malformed'],
    ['four bytes, which are a key id alone', `${note}— a AAAAAA==\n`, 'note-malformed'],
    ['spare bits', note.replace(signature, spare), 'note-malformed'],
    ['no padding', note.replace(signature, signature.slice(0, -1)), 'note-malformed'],
    ['padding too much', note.replace(signature, `${signature}=`), 'note-malformed'],
    ['the alphabet of addresses', `${note}— a AAAA__8=\n`, 'note-malformed'],
    ['a letter of no alphabet', `${note}— a AAAA*AAAA\n`, 'note-malformed'],
    ['over 1,000,000 bytes', 'x'.repeat(1_000_001), 'input-too-large'],
    ['over 1,000,000 bytes, of two each', 'é'.repeat(500_001), 'input-too-large'],
    ['over 1,000,000 given as bytes', new Uint8Array(1_000_001).fill(120), 'input-too-large'],
    ['1,000,000 bytes of no note', 'x'.repeat(1_000_000), 'note-malformed'],
  ])('is refused: %s', (_, given, code) => expect(codeOf(given)).toBe(code));

  it('may hold U+007F, which C2SP does not exclude, and any letter', async () => {
    expect(openCheckpoint(await noteOf(`Cơ quan\u007f\n1\n${b64(root)}\n`), known()).origin).toBe('Cơ quan\u007f');
  });

  it('may have an unknown key with U+FEFF in its name, which is no space', () =>
    expect(codeOf(`${note}— a\ufeffb AAAAAAA=\n`)).toBe('none'));

  it('says what is wrong with it', () => {
    expect(saysOf(() => openCheckpoint('x', known()))).toBe('no empty line comes before the signatures');
    expect(saysOf(() => openCheckpoint(note.slice(0, -1), known()))).toBe('the last line does not end in a newline');
    expect(saysOf(() => openCheckpoint('\r', known()))).toBe('the note holds a control character: lines end in a newline alone');
    expect(saysOf(() => openCheckpoint('\udfff', known()))).toBe('the note holds half a character');
    expect(saysOf(() => openCheckpoint(Uint8Array.of(0xff), known()))).toBe('the note is not UTF-8');
    expect(saysOf(() => openCheckpoint(`${note}${'x'.repeat(99)}\n`, known()))).toBe(`no signature line: "${'x'.repeat(60)}"`);
    expect(saysOf(() => openCheckpoint(note, []))).toBe('none of the signatures is by a known key');
    expect(saysOf(() => openCheckpoint('x'.repeat(1_000_001), known()))).toBe('the note has 1000001 bytes, and at most 1000000 are read');
  });
});

describe('a signed text that is no checkpoint', () => {
  const last = b64(root);
  it.each<[string, string, string]>([
    ['a leading zero', `${ORIGIN}\n012\n${last}\n`, 'size-malformed'],
    ['two zeros', `${ORIGIN}\n00\n${last}\n`, 'size-malformed'],
    ['a sign', `${ORIGIN}\n+12\n${last}\n`, 'size-malformed'],
    ['a minus', `${ORIGIN}\n-1\n${last}\n`, 'size-malformed'],
    ['a space', `${ORIGIN}\n12 \n${last}\n`, 'size-malformed'],
    ['a space before', `${ORIGIN}\n 12\n${last}\n`, 'size-malformed'],
    ['another base', `${ORIGIN}\n0x12\n${last}\n`, 'size-malformed'],
    ['an exponent', `${ORIGIN}\n1e3\n${last}\n`, 'size-malformed'],
    ['digits of another script', `${ORIGIN}\n１２\n${last}\n`, 'size-malformed'],
    ['a size without end', `${ORIGIN}\n${'9'.repeat(100_000)}\n${last}\n`, 'size-malformed'],
    ['2^64', `${ORIGIN}\n18446744073709551616\n${last}\n`, 'size-malformed'],
    ['no size', `${ORIGIN}\n\n${last}\n`, 'size-malformed'],
    ['no origin', `\n12\n${last}\n`, 'checkpoint-malformed'],
    ['no root', `${ORIGIN}\n12\n`, 'checkpoint-malformed'],
    ['an empty root', `${ORIGIN}\n12\n\nmore\n`, 'checkpoint-malformed'],
    ['a root of 31 bytes', `${ORIGIN}\n12\n${b64(root.slice(1))}\n`, 'checkpoint-malformed'],
    ['a root of 33 bytes', `${ORIGIN}\n12\n${b64(Buffer.concat([root, root.slice(0, 1)]))}\n`, 'checkpoint-malformed'],
    ['a root with spare bits', `${ORIGIN}\n12\n${'A'.repeat(42)}B=\n`, 'checkpoint-malformed'],
    ['a root with a space', `${ORIGIN}\n12\n${last} \n`, 'checkpoint-malformed'],
    ['a root without padding', `${ORIGIN}\n12\n${last.slice(0, -1)}\n`, 'checkpoint-malformed'],
    ['an empty extension', `${ORIGIN}\n12\n${last}\nmore\n\n`, 'checkpoint-malformed'],
    ['an empty line within', `${ORIGIN}\n12\n${last}\n\nmore\n`, 'checkpoint-malformed'],
    ['one line', 'x\n', 'checkpoint-malformed'],
    ['an empty line', '\n', 'checkpoint-malformed'],
  ])('is refused: %s', async (_, signed, code) => expect(codeOf(await noteOf(signed))).toBe(code));

  it('is not read before the signature holds', async () => {
    expect(codeOf(`${ORIGIN}\n012\n${last}\n\n${line}`)).toBe('signature-invalid');
  });

  it('says what was expected', async () => {
    const bad = await Promise.all(
      [`${ORIGIN}\n012\n${last}\n`, 'x\n', `${ORIGIN}\n1\nx\n`, `${ORIGIN}\n${'9'.repeat(99)}\n${last}\n`].map(noteOf),
    );
    expect(bad.map((each) => saysOf(() => openCheckpoint(each, known())))).toEqual([
      'the size is "012": 0 to 2^64 - 1, without leading zeros',
      'a checkpoint has an origin, a size, a root, and no empty line',
      'the root is not the base64 of 32 bytes',
      `the size is "${'9'.repeat(60)}": 0 to 2^64 - 1, without leading zeros`,
    ]);
  });
});

describe('a verifier key', () => {
  const [name = '', id = '', ...rest] = log.vkey.split('+');
  const key = rest.join('+');
  const other = (type: number, length: number): string => b64(Buffer.concat([Uint8Array.of(type), Buffer.alloc(length, 7)]));

  it('may hold a plus in its base64', () => {
    let found = 0;
    for (let secret = 0; found < 3; secret += 1) {
      const { vkey, keyId } = signerFrom('k', keyFrom(secret));
      if (vkey.split('+').length === 3) continue;
      found += 1;
      expect(verifierFrom(vkey).keyId).toEqual(keyId);
    }
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['no text', undefined],
    ['a name alone', name],
    ['no name', `+${id}+${key}`],
    ['a space in the name', `a b+${id}+${key}`],
    ['a newline in the name', `a\nb+${id}+${key}`],
    ['capitals', `${name}+${id.toUpperCase()}A+${key}`],
    ['a short id', `${name}+${id.slice(1)}+${key}`],
    ['a long id', `${name}+0${id}+${key}`],
    ['no key', `${name}+${id}+`],
    ['a newline after it', `${log.vkey}\n`],
    ['a newline before it', `\n${log.vkey}`],
    ['no padding where there should be', `${name}+${id}+${other(1, 32).slice(0, -1)}`],
    ['32 bytes', `${name}+${id}+${other(1, 31)}`],
    ['34 bytes', `${name}+${id}+${other(1, 33)}`],
    ['another type', `${name}+${id}+${other(4, 32)}`],
    ['another type, with the id of an Ed25519 key', `${name}+${id}+${b64(Buffer.from(key, 'base64').fill(4, 0, 1))}`],
    ['an id that belongs to another key', `${name}+${id}+${other(1, 32)}`],
    ['an id that belongs to another name', `${name}x+${id}+${key}`],
    ['another id', `${name}+${id === '00000000' ? '00000001' : '00000000'}+${key}`],
  ])('is refused: %s', (_, vkey) => expect(fault(() => verifierFrom(vkey as string))).toBe('bad-argument'));

  const barely = (point: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean => {
    const x = Buffer.from(point).toString('base64url');
    return verify(null, text, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
  };

  it.each(smallOrder)('of small order verifies nothing: %s', (_, packed) => {
    const point = fromHex(packed);
    const typed = Buffer.concat([Uint8Array.of(1), point]);
    const keyId = createHash('sha256').update('k\n').update(typed).digest('hex').slice(0, 8);
    const signature = signedByNobody(point, bytes(text));
    expect(verifierFrom(`k+${keyId}+${b64(typed)}`).verify(bytes(text), signature)).toBe(false);
    // Nothing but the key is wrong with it.
    if (nodeForgives) expect(barely(point, bytes(text), signature)).toBe(true);
  });

  it('verifies no signature whose R is the neutral point, though the equation holds', () => {
    const signature = signedWithNeutralR(1, bytes(text));
    expect(verifierFrom(log.vkey).verify(bytes(text), signature)).toBe(false);
    if (nodeForgives) expect(barely(Buffer.from(key, 'base64').subarray(1), bytes(text), signature)).toBe(true);
    expect(verifierFrom(log.vkey).verify(bytes(text), log.sign(bytes(text)))).toBe(true);
  });

  it.each([0, 1, 31, 32, 33, 63, 65, 96])('verifies no signature of %i bytes', (length) => {
    const signature = Buffer.concat([log.sign(bytes(text)), log.sign(bytes(text))]).subarray(0, length);
    expect(verifierFrom(log.vkey).verify(bytes(text), signature)).toBe(false);
  });

  it('says what was expected', () => {
    expect(saysOf(() => verifierFrom('x'))).toBe('this is no verifier key of type Ed25519: <name>+<key id>+<base64 of 33 bytes>');
    expect(saysOf(() => verifierFrom(`${name}+00000000+${key}`))).toBe(
      `the key id does not belong to this name and key: 00000000, and ${id} computed`,
    );
  });
});

describe('a signer', () => {
  const checkpoint = { origin: ORIGIN, size: 1n, root };

  it('may take its time, and be a device', async () => {
    const device: Signer = { name: ORIGIN, keyId: log.keyId, sign: async (signed) => log.sign(signed) };
    expect(await signCheckpoint({ ...checkpoint, size: 12 }, device)).toBe(note);
  });

  it('changes nothing that it was given', async () => {
    const given = { origin: ORIGIN, size: 1, root: root.slice() };
    await signCheckpoint(Object.freeze(given), Object.freeze({ ...log }));
    expect(given.root).toEqual(root);
    expect(Object.getPrototypeOf(await log.sign(bytes('x')))).toBe(Uint8Array.prototype);
  });

  it.each<[string, object, object]>([
    ['origin is not one line of text', { origin: '' }, {}],
    ['origin is not one line of text', { origin: 'a\nb' }, {}],
    ['origin is not one line of text', { origin: 'a\rb' }, {}],
    ['origin is not one line of text', { origin: '\ud800' }, {}],
    ['origin is not one line of text', { origin: 7 }, {}],
    ['size is -1: give 0 to 2^64 - 1', { size: -1 }, {}],
    ['size is 18446744073709551616', { size: 2n ** 64n }, {}],
    ['size is 0.5', { size: 0.5 }, {}],
    ['root is not 32 bytes', { root: root.slice(1) }, {}],
    ['root is not 32 bytes', { root: b64(root) }, {}],
    ['the signer has no name', {}, { name: '' }],
    ['the signer has no name', {}, { name: 'a b' }],
    ['the signer has no name', {}, { name: 'a+b' }],
    ['the signer has no name', {}, { name: 'a\nb' }],
    ['the signer has no key id of 4 bytes', {}, { keyId: root }],
    ['the signer has no key id of 4 bytes', {}, { keyId: 'four' }],
    ['the signer gave no bytes', {}, { sign: () => new Uint8Array() }],
    ['the signer gave no bytes', {}, { sign: async () => 'text' }],
  ])('is refused: %s (case %#)', async (says, wrong, signer) => {
    const attempt = signCheckpoint({ ...checkpoint, ...wrong } as typeof checkpoint, { ...log, ...signer });
    expect(await rejected(attempt)).toContain(`bad-argument: ${says}`);
  });

  it('is not asked where the checkpoint is not well formed, and the error says so', async () => {
    let asked = 0;
    const counting: Signer = {
      ...log,
      sign: (signed) => {
        asked += 1;
        return log.sign(signed);
      },
    };
    for (const wrong of [{ origin: '' }, { size: -1 }, { root: EMPTY.slice(1) }])
      expect(await rejected(signCheckpoint({ ...checkpoint, ...wrong }, counting))).toMatch(/\. Nothing was signed\.$/);
    for (const wrong of [{ name: 'a b' }, { keyId: EMPTY }])
      expect(await rejected(signCheckpoint(checkpoint, { ...counting, ...wrong }))).toMatch(/\. Nothing was signed\.$/);
    expect(asked).toBe(0);
    await signCheckpoint(checkpoint, counting);
    expect(asked).toBe(1);
  });

  it('is refused where there is none, or no checkpoint, or no note, or no list of verifiers', async () => {
    expect(await rejected(signCheckpoint(null as never, log))).toBe('bad-argument: the argument is not an object');
    expect(await rejected(signCheckpoint(checkpoint, undefined as never))).toBe('bad-argument: the argument is not an object');
    expect(codeOf(7 as never)).toBe('bad-argument');
    expect(saysOf(() => openCheckpoint(7 as never, known()))).toBe('note is not a Uint8Array');
    expect(saysOf(() => openCheckpoint(note, known()[0] as never))).toBe('verifiers is no list');
    expect(codeOf(note, [null as never])).toBe('bad-argument');
    for (const length of [0, 3]) {
      const short: Verifier = { name: ORIGIN, keyId: log.keyId.slice(0, length), verify: () => true };
      expect(codeOf(note, [short])).toBe('key-unknown');
    }
    expect(codeOf(note, [{ name: ORIGIN, verify: () => true } as never])).toBe('bad-argument');
    expect(saysOf(() => openCheckpoint(note, [{ name: ORIGIN, verify: () => true } as never]))).toBe('keyId is not a Uint8Array');
  });

  it('is made from a private Ed25519 key and from no other', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { publicKey } = generateKeyPairSync('ed25519');
    for (const wrong of [privateKey, publicKey, undefined])
      expect(saysOf(() => signerFrom('k', wrong as typeof privateKey))).toBe('this is no private Ed25519 key');
    for (const wrong of ['', 'a b', 'a+b', 'a\nb', undefined])
      expect(saysOf(() => signerFrom(wrong as string, keyFrom(1)))).toBe('the name of a key is text without spaces and plus');
  });
});
