import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { EvidenceError } from '../../src/canonical.ts';
import { type Head, HeadsTree, headOf, type PlacedHead, verifyAbsent, verifyComplete } from '../../src/heads.ts';
import { inclusionProof, merkleRoot } from '../../src/merkle.ts';
import { bitFlips, bytes, EMPTY, hex, leafOf, root } from './reference.ts';
import { type Changes, recordOf, STREAMS, sealedLog } from './sealed-log.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

// Nothing of what is tested runs before a test does: a fault in it has to be found by one.
type Sealed = ReturnType<typeof sealedLog>;
let log: Sealed;
let checkpoint: Sealed['checkpoint'];
let seal: Sealed['seal'];
let tree: HeadsTree;
let strangers: ReadonlyMap<number, string>;
beforeEach(() => {
  log = sealedLog();
  ({ checkpoint, seal, tree } = log);
  strangers = strangersTo(STREAMS);
});

const fault = (attempt: () => unknown): string => {
  try {
    return `no error: ${String(attempt())}`;
  } catch (error) {
    return error instanceof EvidenceError ? `${error.code}: ${error.says}` : `another error: ${error}`;
  }
};

/** What the format says a head's bytes are, written by hand. */
const headText = (stream: string, version: number, leaf: Uint8Array): string =>
  `{"h":"${Buffer.from(leaf).toString('base64url')}","n":${version},"s":"${createHash('sha256').update(stream).digest('hex')}"}`;

const headIn = (from: HeadsTree, stream: string): PlacedHead => {
  const found = from.prove(stream);
  if (!found) throw new Error(`no head of ${stream}`);
  return found;
};
type Complete = Parameters<typeof verifyComplete>[0];
type Absent = Parameters<typeof verifyAbsent>[0];
const complete = (stream: string, from = log): Complete => ({
  checkpoint: from.checkpoint,
  seal: from.seal,
  stream,
  head: headIn(from.tree, stream),
  records: from.caseOf(stream),
});
const absent = (stream: string, from = log): Absent => ({
  checkpoint: from.checkpoint,
  seal: from.seal,
  stream,
  absence: from.tree.proveAbsent(stream) ?? { before: null, after: null },
});

/** Ids of no stream, one for every gap in the tree: before the first head, between any two, after the last. */
function strangersTo(streams: readonly string[]): ReadonlyMap<number, string> {
  const digestOf = (stream: string): string => createHash('sha256').update(stream).digest('hex');
  const sorted = streams.map(digestOf);
  const byGap = new Map<number, string>();
  for (let each = 0; byGap.size <= streams.length; each += 1) {
    const digest = digestOf(`x-${each}`);
    byGap.set(sorted.filter((other) => other < digest).length, `x-${each}`);
  }
  return byGap;
}

describe('the heads tree', () => {
  let heads: Head[];
  beforeEach(() => {
    heads = STREAMS.map((stream, index) => headOf(stream, index + 1, leafOf(bytes(stream))));
  });

  it('has the leaves that the format says, sorted by the digest of the stream', () => {
    const texts = STREAMS.map((stream, index) => headText(stream, index + 1, leafOf(bytes(stream))));
    texts.sort((a, b) => (a.slice(-66) < b.slice(-66) ? -1 : 1));
    expect(hex(new HeadsTree(heads).root())).toBe(hex(root(texts.map((text) => leafOf(bytes(text))))));
    expect(new HeadsTree(heads).size).toBe(6n);
  });

  it('is the same in whatever order the heads come, and leaves them as they are', () => {
    const expected = hex(new HeadsTree(heads).root());
    fc.assert(
      fc.property(fc.shuffledSubarray(heads, { minLength: 6 }), (shuffled) => {
        const before = [...shuffled];
        expect(hex(new HeadsTree(shuffled).root())).toBe(expected);
        expect(shuffled).toEqual(before);
      }),
      { ...seed, numRuns: 50 },
    );
  });

  it('of no streams is the root of nothing', () => {
    const none = new HeadsTree([]);
    expect([none.size, none.root(), none.prove('c-1')]).toEqual([0n, EMPTY, null]);
    expect(none.proveAbsent('c-1')).toEqual({ before: null, after: null });
  });

  it('proves each of its streams, and no other', () => {
    for (const stream of STREAMS) {
      expect(tree.prove(stream)?.head.s).toBe(headOf(stream, 1, EMPTY).s);
      expect(tree.proveAbsent(stream)).toBe(null);
    }
    for (const [gap, stream] of strangers) {
      expect(tree.prove(stream)).toBe(null);
      expect(tree.proveAbsent(stream)?.before?.index).toBe(gap === 0 ? undefined : BigInt(gap - 1));
      expect(tree.proveAbsent(stream)?.after?.index).toBe(gap === 6 ? undefined : BigInt(gap));
    }
  });

  it('of many streams proves each as the functions over all leaves do', () => {
    const names = Array.from({ length: 300 }, (_, index) => `s-${index}`);
    const all = names.map((name) => headOf(name, 1, leafOf(bytes(name)))).sort((a, b) => (a.s < b.s ? -1 : 1));
    const leaves = all.map(({ h, n, s }) => leafOf(bytes(`{"h":"${h}","n":${n},"s":"${s}"}`)));
    const many = new HeadsTree(all);
    for (const name of names) {
      const found = headIn(many, name);
      expect(found.head.s).toBe(all[Number(found.index)]?.s);
      expect(found.proof.map(hex)).toEqual(inclusionProof(leaves, Number(found.index)).map(hex));
      expect(many.prove(`${name}-`)).toBe(null);
    }
  });

  const good = { h: 'A'.repeat(43), n: 1, s: createHash('sha256').update('c').digest('hex') };
  it.each<[string, unknown]>([
    ['nothing', null],
    ['not even that', undefined],
    ['text', 'head'],
    ['a list of one h', { ...good, h: [good.h] }],
    ['a list of one s', { ...good, s: [good.s] }],
    ['no h', { ...good, h: undefined }],
    ['a short h', { ...good, h: good.h.slice(1) }],
    ['a long h', { ...good, h: `${good.h}A` }],
    ['padding', { ...good, h: `${good.h.slice(1)}=` }],
    ['version 0', { ...good, n: 0 }],
    ['half a version', { ...good, n: 1.5 }],
    ['a version as text', { ...good, n: '1' }],
    ['a version beyond 2^53', { ...good, n: 2 ** 53 }],
    ['capitals', { ...good, s: good.s.toUpperCase() }],
    ['a short s', { ...good, s: good.s.slice(1) }],
    ['a long s', { ...good, s: `${good.s}0` }],
    ['no s', { ...good, s: 7 }],
  ])('takes no head that is none: %s', (_, head) =>
    expect(fault(() => new HeadsTree([head as Head]))).toBe('bad-argument: a head is { h, n, s } as headOf gives it'),
  );

  it('refuses two heads of one stream, and what is no stream, version or hash', () => {
    const twice = [good, headOf('d', 1, EMPTY), headOf('c', 2, EMPTY)];
    expect(fault(() => new HeadsTree(twice))).toBe(`bad-argument: one stream has two heads: ${good.s}`);
    expect(fault(() => headOf('c', 0, EMPTY))).toBe('bad-argument: version is 0: the first fact of a stream has 1');
    expect(fault(() => headOf('c', 1, EMPTY.slice(1)))).toBe('bad-argument: leaf is not 32 bytes');
    expect(fault(() => headOf(7 as never, 1, EMPTY))).toBe('bad-argument: stream is not text');
    expect(fault(() => tree.prove(undefined as never))).toBe('bad-argument: stream is not text');
  });
});

/** A log of one record, whatever that is, and the seal over it. */
function sealedAlone(record: Uint8Array, change: (seal: Uint8Array) => Uint8Array = (seal) => seal): Complete {
  const leaf = leafOf(record);
  const heads = new HeadsTree([headOf('c', 1, leaf)]);
  const base64 = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');
  const data = { size: '1', root: base64(leaf), heads: base64(heads.root()), streams: '1' };
  const sealing = change(recordOf({ stream: '$seals', version: 1, prev: null, type: 'LogSealed', data }));
  return {
    // The root of the definition is remembered for leaves that are always the same, and these are not.
    checkpoint: { size: 2, root: merkleRoot([leaf, leafOf(sealing)]) },
    seal: { record: sealing, index: 1, proof: [leaf] },
    stream: 'c',
    head: headIn(heads, 'c'),
    records: [{ record, index: 0, proof: [leafOf(sealing)] }],
  };
}

describe('a case', () => {
  it('is complete with all its facts, whatever was recorded after the seal', () => {
    for (const stream of STREAMS) expect(verifyComplete(complete(stream))).toBe(true);
  });

  it('is not complete without its last, first or middle fact, with one more, twice one, or two in another order', () => {
    const claim = complete('c-1');
    const [first, middle, last] = claim.records;
    if (!first || !middle || !last) throw new Error('the case has three facts');
    const later = log.at(log.later);
    expect(claim.records.length).toBe(3);
    for (const records of [
      [first, middle],
      [middle, last],
      [first, last],
      [first, middle, last, later],
      [first, middle, later],
      [first, middle, middle],
      [middle, first, last],
      [first, last, middle],
      [],
    ])
      expect(verifyComplete({ ...claim, records })).toBe(false);
  });

  it('is not shown by the head or the facts of another', () => {
    const claim = complete('c-2');
    const other = complete('c-3');
    expect(verifyComplete({ ...claim, stream: 'c-3' })).toBe(false);
    expect(verifyComplete({ ...claim, head: other.head })).toBe(false);
    expect(verifyComplete({ ...claim, records: other.records })).toBe(false);
    expect(verifyComplete({ ...other, stream: 'c-2', records: claim.records })).toBe(false);
  });

  it('is not shown by a head that the tree does not hold', () => {
    const claim = complete('c-1');
    const cut = claim.records.slice(0, 2);
    const shorter = headOf('c-1', 2, leafOf(cut[1]?.record ?? EMPTY));
    expect(verifyComplete({ ...claim, head: { ...claim.head, head: shorter }, records: cut })).toBe(false);
    expect(verifyComplete({ ...claim, head: { ...claim.head, index: BigInt(claim.head.index) ^ 1n } })).toBe(false);
    expect(verifyComplete({ ...claim, head: { ...claim.head, proof: claim.head.proof.slice(1) } })).toBe(false);
    expect(verifyComplete({ ...claim, head: { ...claim.head, head: { ...claim.head.head, n: 0 } } })).toBe(false);
    // Not even where the operator sealed it: the facts decide.
    const lying = sealedLog({ heads: (each) => each.map((head) => (head.n === 3 ? shorter : head)) });
    expect(verifyComplete(complete('c-1', lying))).toBe(false);
    expect(verifyComplete({ ...complete('c-1', lying), records: lying.caseOf('c-1').slice(0, 2) })).toBe(true);
    const other = sealedLog({ heads: (each) => each.map((head) => (head.n === 3 ? headOf('c-1', 3, EMPTY) : head)) });
    expect(verifyComplete(complete('c-1', other))).toBe(false);
    for (const n of [2, 4]) {
      const miscounted = sealedLog({ heads: (each) => each.map((head) => (head.n === 3 ? { ...head, n } : head)) });
      expect(verifyComplete(complete('c-1', miscounted))).toBe(false);
    }
  });

  it.each<[string, Changes]>([
    ['a link to another fact', { draft: (each) => (each.version === 2 ? { ...each, prev: EMPTY } : each) }],
    ['no link where there should be one', { draft: (each) => (each.version === 3 ? { ...each, prev: null } : each) }],
    ['a link in the first fact', { draft: (each) => (each.version === 1 ? { ...each, prev: EMPTY } : each) }],
    ['a version that is left out', { draft: (each) => ({ ...each, version: each.version + 1 }) }],
    ['another log', { draft: (each) => ({ ...each, log: '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a12' }) }],
    ['another stream in the facts', { draft: (each) => ({ ...each, stream: 'c-9' }) }],
    ['a seal that covers itself', { seal: { size: '11' } }],
    ['a seal that covers fewer facts', { seal: { size: '5' } }],
    ['a seal of another name', { sealType: 'LogClosed' }],
    ['a seal in the stream of a case', { sealStream: 'c-8' }],
    ['a seal with a member more', { seal: { more: '1' } }],
    ['a seal without heads', { seal: { heads: '' } }],
    ['a seal with other heads', { seal: { heads: Buffer.from(EMPTY).toString('base64') } }],
    ['heads of 31 bytes', { seal: { heads: 'A'.repeat(42) } }],
    ['heads that are no text', { seal: { heads: 7 } }],
    ['a root that is none', { seal: { root: 'AAAA' } }],
    ['another number of streams', { seal: { streams: '9' } }],
    ['no streams', { seal: { streams: '0' } }],
    ['a size that is a number', { seal: { size: 10 } }],
    ['a size with a leading zero', { seal: { size: '010' } }],
    ['a size with a space', { seal: { size: '10 ' } }],
    ['a size with a sign', { seal: { size: '-1' } }],
    ['a count of streams that is a number', { seal: { streams: 6 } }],
  ])('is not complete under %s', (_, changes) => expect(verifyComplete(complete('c-1', sealedLog(changes)))).toBe(false));

  it('is complete up to the fact before the seal’s size, and not beyond', () => {
    expect(verifyComplete(complete('c-1', sealedLog({ seal: { size: '6' } })))).toBe(true);
    expect(verifyComplete(complete('c-3', sealedLog({ seal: { size: '10' } })))).toBe(true);
    expect(verifyComplete(complete('c-3', sealedLog({ seal: { size: '9' } })))).toBe(false);
  });

  it('is not complete where a record, or the seal, is not in the checkpoint', () => {
    const claim = complete('c-1');
    const [first, middle, last] = claim.records;
    if (!first || !middle || !last) throw new Error('the case has three facts');
    expect(verifyComplete({ ...claim, records: [first, { ...middle, index: 3 }, last] })).toBe(false);
    expect(verifyComplete({ ...claim, records: [first, { ...middle, proof: middle.proof.slice(1) }, last] })).toBe(false);
    expect(verifyComplete({ ...claim, seal: { ...seal, index: 11 } })).toBe(false);
    expect(verifyComplete({ ...claim, seal: { ...seal, record: log.at(9).record } })).toBe(false);
    expect(verifyComplete({ ...claim, checkpoint: { ...checkpoint, root: EMPTY } })).toBe(false);
    expect(verifyComplete({ ...claim, checkpoint: { ...checkpoint, size: 1 } })).toBe(false);
  });

  it('is not complete with any bit of a record, of the seal or of a proof turned over', () => {
    const claim = complete('c-2');
    const [first, last] = claim.records;
    if (!first || !last) throw new Error('the case has two facts');
    for (const record of bitFlips(last.record)) expect(verifyComplete({ ...claim, records: [first, { ...last, record }] })).toBe(false);
    for (const record of bitFlips(seal.record)) expect(verifyComplete({ ...claim, seal: { ...seal, record } })).toBe(false);
    for (const [at, hash] of claim.head.proof.entries())
      for (const flipped of bitFlips(hash))
        expect(verifyComplete({ ...claim, head: { ...claim.head, proof: claim.head.proof.with(at, flipped) } })).toBe(false);
  });

  it.each<[string, Uint8Array]>([
    ['that is not UTF-8', Uint8Array.of(0xff)],
    // A forgiving decoder would put U+FFFD in its place, and the text would be canonical.
    ['that is not UTF-8 within a text', Buffer.from(recordText().replace('"p-1"', '"\u00ff"'), 'latin1')],
    ['with a byte order mark', Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), recordOf({ stream: 'c', version: 1, prev: null })])],
    ['with a space', Buffer.concat([recordOf({ stream: 'c', version: 1, prev: null }), bytes(' ')])],
    ['of 65 bytes that are a node', Buffer.concat([Uint8Array.of(1), EMPTY, EMPTY])],
    ['nested without end', bytes(recordText().replace('"data":{}', `"data":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`))],
    ['of no bytes', new Uint8Array()],
  ])('is not complete with a record %s, though the checkpoint holds it', (_, record) =>
    expect(verifyComplete(sealedAlone(record))).toBe(false),
  );

  it('is complete with one record, and with a seal in its own bytes and in no others, though the checkpoint holds them', () => {
    const record = recordOf({ stream: 'c', version: 1, prev: null });
    expect(verifyComplete(sealedAlone(record))).toBe(true);
    const changed: readonly ((text: string) => string)[] = [
      (text) => text.replace('"p-1"', '"\u00ff"'),
      (text) => `${text} `,
      (text) => text.slice(1),
      (text) => `[${text}]`,
      () => 'null',
      () => '"$seals"',
      (text) => text.replace('"v":1', '"v":2'),
      (text) => text.replace(/"log":"[^"]*"/, '"log":1'),
      (text) => text.replace(/"data":{[^}]*}/, '"data":[1,2,3,4]'),
      (text) => text.replace(/"data":{[^}]*}/, '"data":null'),
    ];
    for (const change of changed)
      expect(verifyComplete(sealedAlone(record, (seal) => Buffer.from(change(Buffer.from(seal).toString()), 'latin1')))).toBe(false);
  });

  it('is complete with one record and nothing else in the log', () => {
    const only = sealedLog({ order: ['c-9'] });
    expect(verifyComplete(complete('c-9', only))).toBe(true);
  });
});

describe('a case that is not there', () => {
  it('is absent between any two heads and at either end of the tree', () => {
    expect([...strangers.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const stream of strangers.values()) expect(verifyAbsent(absent(stream))).toBe(true);
    // Its first fact came after the seal.
    expect(verifyAbsent(absent('c-7'))).toBe(true);
  });

  it('is absent from a log without any, and from nothing less', () => {
    const none = sealedLog({ order: [] });
    expect(verifyAbsent(absent('c-1', none))).toBe(true);
    const wrong = sealedLog({ order: [], seal: { heads: Buffer.from(leafOf(bytes('x'))).toString('base64') } });
    expect(verifyAbsent(absent('c-1', wrong))).toBe(false);
    expect(verifyAbsent({ ...absent('c-1'), absence: { before: null, after: null } })).toBe(false);
  });

  it('is absent by a seal of a log, and by no other', () => {
    const record = recordOf({ stream: 'c', version: 1, prev: null });
    const absence = new HeadsTree([headOf('c', 1, leafOf(record))]).proveAbsent('x') ?? { before: null, after: null };
    const shown = (change: (seal: string) => string): boolean => {
      const { checkpoint, seal } = sealedAlone(record, (bytes) => Buffer.from(change(Buffer.from(bytes).toString())));
      return verifyAbsent({ checkpoint, seal, stream: 'x', absence });
    };
    expect(shown((text) => text)).toBe(true);
    expect(shown((text) => text.replace(/"log":"[^"]*"/, '"log":1'))).toBe(false);
  });

  it('is not shown by heads that do not enclose it', () => {
    const all = [...strangers].sort(([a], [b]) => a - b).map(([, stream]) => absent(stream));
    for (const [at, claim] of all.entries())
      for (const [other, { absence }] of all.entries()) expect(verifyAbsent({ ...claim, absence })).toBe(at === other);
  });

  it('is not shown by heads that are no neighbours', () => {
    const claim = absent(strangers.get(3) ?? '');
    const { before, after } = claim.absence;
    const further = absent(strangers.get(5) ?? '').absence;
    const nearer = absent(strangers.get(1) ?? '').absence;
    expect(verifyAbsent({ ...claim, absence: { before, after } })).toBe(true);
    expect(verifyAbsent({ ...claim, absence: { before, after: further.after } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before: nearer.before, after } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before: null, after } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before, after: null } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before: after, after: before } })).toBe(false);
  });

  it('cannot be said of a case that is there', () => {
    for (const stream of STREAMS) {
      const there = headIn(tree, stream);
      const neighbours = [...strangers.values()].flatMap((each) => Object.values(absent(each).absence));
      for (const before of [...neighbours, there, null])
        for (const after of [...neighbours, there, null])
          expect(verifyAbsent({ ...absent(stream), absence: { before, after } })).toBe(false);
    }
  });

  it('is not shown by a proof that does not hold, or by no seal', () => {
    const claim = absent(strangers.get(3) ?? '');
    const { before, after } = claim.absence;
    if (!before || !after) throw new Error('there are neighbours');
    expect(verifyAbsent({ ...claim, absence: { before: { ...before, proof: before.proof.slice(1) }, after } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before, after: { ...after, proof: after.proof.slice(1) } } })).toBe(false);
    expect(verifyAbsent({ ...claim, absence: { before: { ...before, head: { ...before.head, s: '' } }, after } })).toBe(false);
    expect(verifyAbsent({ ...claim, seal: log.at(9) })).toBe(false);
    for (const wrong of [{ size: 10 }, { size: '010' }, { size: '11' }, { streams: 6 }, { root: '' }, { more: '1' }])
      expect(verifyAbsent(absent(claim.stream, sealedLog({ seal: wrong })))).toBe(false);
    expect(verifyAbsent(absent(claim.stream, sealedLog({ seal: { size: '9' } })))).toBe(true);
    expect(verifyAbsent({ ...claim, checkpoint: { ...checkpoint, root: EMPTY } })).toBe(false);
  });
});

describe('a call that the types refuse', () => {
  const loose = (value: unknown): never => value as never;
  let claim: Complete;
  let nobody: Absent;
  beforeEach(() => {
    claim = complete('c-1');
    nobody = absent('c-7');
  });
  it.each<[string, () => unknown]>([
    ['the argument is not an object', () => verifyComplete(loose(null))],
    ['the argument is not an object', () => verifyComplete({ ...claim, head: loose(null) })],
    ['the argument is not an object', () => verifyComplete({ ...claim, seal: loose(undefined) })],
    ['the argument is not an object', () => verifyComplete({ ...claim, checkpoint: loose('note') })],
    ['the argument is not an object', () => verifyComplete({ ...claim, records: [loose(null), loose(null), loose(null)] })],
    ['records is no list', () => verifyComplete({ ...claim, records: loose({ length: 3 }) })],
    ['record is not a Uint8Array', () => verifyComplete({ ...claim, seal: { ...seal, record: loose('text') } })],
    ['index is 0.5', () => verifyComplete({ ...claim, seal: { ...seal, index: 0.5 } })],
    ['stream is not text', () => verifyComplete({ ...claim, stream: loose(7) })],
    ['the argument is not an object', () => verifyAbsent(loose(undefined))],
    ['the argument is not an object', () => verifyAbsent({ ...nobody, absence: loose(null) })],
    ['stream is not text', () => verifyAbsent({ ...nobody, stream: loose(null) })],
  ])('is an error: %s (case %#)', (says, attempt) => expect(fault(attempt)).toContain(`bad-argument: ${says}`));
});

function recordText(): string {
  return new TextDecoder().decode(recordOf({ stream: 'c', version: 1, prev: null }));
}
