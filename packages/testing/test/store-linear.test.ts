import { memoryStore } from '@redress/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import { historyOf } from '../src/store-clients.ts';
import { next, type Operation, type Saw, violation } from '../src/store-linear.ts';

let tick = 0;

/** One operation after the other, unless times are given. */
const append = (ids: readonly string[], after: number, answered: Saw | undefined, times: Partial<Operation> = {}): Operation => ({
  client: 0,
  stream: 'case',
  called: tick++,
  returned: tick++,
  asked: { append: ids, after },
  answered,
  ...times,
});

const read = (ids: readonly string[], times: Partial<Operation> = {}): Operation => ({
  ...append([], 0, { outcome: 'read', ids }, times),
  asked: { readFrom: 1 },
});

const appended = (version: number): Saw => ({ outcome: 'appended', version });
const conflict = (version: number, ...missed: readonly string[]): Saw => ({ outcome: 'conflict', version, missed });
const repeated: Saw = { outcome: 'repeated' };
const A = append(['a'], 0, appended(1));
const lost = (ids: readonly string[], after: number, called: number): Operation =>
  append(ids, after, undefined, { called, returned: Number.POSITIVE_INFINITY });

describe('a history', () => {
  test.each<[string, readonly Operation[]]>([
    ['in which nothing happened', []],
    ['in which each follows the last', [A, append(['b'], 1, appended(2)), read(['a', 'b'])]],
    ['with a race that one lost', [A, append(['b'], 0, conflict(1, 'a'))]],
    ['with a repeat', [A, append(['b'], 1, appended(2)), append(['a'], 0, repeated)]],
    ['with a read from before an append that was under way', [{ ...A, called: 0, returned: 9 }, read([], { called: 1, returned: 2 })]],
    ['with a read from after it', [{ ...A, called: 0, returned: 9 }, read(['a'], { called: 1, returned: 2 })]],
    ['with a lost answer that was never seen', [lost(['a'], 0, 0), read([], { called: 5, returned: 6 })]],
    [
      'with a lost answer that was seen late',
      [lost(['a'], 0, 0), read([], { called: 5, returned: 6 }), read(['a'], { called: 7, returned: 8 })],
    ],
    ['with a lost answer that was sent again', [lost(['a'], 0, 0), append(['a'], 0, repeated, { called: 3, returned: 4 })]],
    ['on two streams, in which each is right for itself', [A, read([], { stream: 'other' })]],
  ])('%s is linearizable', (_, history) => expect(violation(history)).toBeUndefined());

  test.each<[string, readonly Operation[]]>([
    ['in which an acknowledged fact is not read', [A, read([])]],
    [
      'in which a fact is read and then is not',
      [lost(['a'], 0, 0), read(['a'], { called: 1, returned: 2 }), read([], { called: 3, returned: 4 })],
    ],
    ['in which a fact is read before it was sent', [read(['a'], { called: 0, returned: 1 }), { ...A, called: 2, returned: 3 }]],
    ['in which two wrote at one version', [A, append(['b'], 0, appended(1))]],
    [
      'in which two wrote at one version at once',
      [{ ...A, called: 0, returned: 9 }, append(['b'], 0, appended(1), { called: 1, returned: 8 })],
    ],
    ['in which a conflict lacks a fact', [A, append(['b'], 1, appended(2)), append(['c'], 0, conflict(2, 'b'))]],
    ['in which a conflict tells one fact too few', [A, append(['b'], 1, appended(2)), append(['c'], 0, conflict(1, 'a'))]],
    ['in which a conflict tells another version', [A, append(['b'], 0, conflict(2, 'a'))]],
    ['in which a writer is refused who stood right', [append(['a'], 0, conflict(0))]],
    ['in which a repeat is told to be a conflict', [A, append(['a'], 0, conflict(1, 'a'))]],
    ['in which a repeat was never written', [A, append(['b'], 0, repeated)]],
    ['in which one append is written twice', [A, append(['a'], 1, appended(2))]],
    ['in which the version is counted wrongly', [append(['a', 'b'], 0, appended(1))]],
    ['in which facts change places', [append(['a', 'b'], 0, appended(2)), read(['b', 'a'])]],
    [
      'in which two readers saw two orders',
      [lost(['a'], 0, 0), lost(['b'], 0, 1), read(['a'], { called: 2, returned: 3 }), read(['b'], { called: 4, returned: 5 })],
    ],
  ])('%s is not', (_, history) => expect(violation(history)).toMatch(/no order explains/));
});

/** Every order that keeps real time, with and without each operation whose outcome is unknown: slow, and too simple to be wrong. */
function bruteForce(left: readonly Operation[], state: readonly string[] = []): boolean {
  if (left.every(({ returned }) => returned === Number.POSITIVE_INFINITY)) return true;
  return left.some((one) => {
    if (left.some(({ returned }) => returned < one.called)) return false;
    const reached = next(state, one);
    return (
      reached !== undefined &&
      bruteForce(
        left.filter((other) => other !== one),
        reached,
      )
    );
  });
}

const ids = fc.subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 2 });
const seen = fc.shuffledSubarray(['a', 'b', 'c']);
const saw: fc.Arbitrary<Saw | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 3 }).map(appended) },
  { weight: 2, arbitrary: seen.map((missed) => conflict(missed.length, ...missed)) },
  { weight: 1, arbitrary: fc.constant(repeated) },
  { weight: 2, arbitrary: fc.constant(undefined) },
);
const oneCall: fc.Arbitrary<(called: number, returned: number) => Operation> = fc.oneof(
  fc.record({ ids, after: fc.nat({ max: 2 }), saw }).map(
    ({ ids: sent, after, saw: answered }) =>
      (called: number, returned: number): Operation =>
        append(sent, after, answered, { called, returned: answered === undefined ? Number.POSITIVE_INFINITY : returned }),
  ),
  seen.map(
    (found) =>
      (called: number, returned: number): Operation =>
        read(found, { called, returned }),
  ),
);
/** Calls with their begin and end dealt out at random over one clock. */
const histories = fc
  .array(oneCall, { minLength: 1, maxLength: 5 })
  .chain((calls) =>
    fc
      .shuffledSubarray([...calls.keys(), ...calls.keys()], { minLength: calls.length * 2 })
      .map((order) => calls.map((make, index) => make(order.indexOf(index), order.lastIndexOf(index)))),
  );

describe('the checker', () => {
  test('says of any small history what trying every order says', () => {
    const { runs, seed } = tried(20_000);
    const found = { linearizable: 0, not: 0 };
    fc.assert(
      fc.property(histories, (history) => {
        const expected = bruteForce(history);
        found[expected ? 'linearizable' : 'not'] += 1;
        expect(violation(history) === undefined).toBe(expected);
      }),
      { numRuns: runs, seed },
    );
    // Control: both kinds were among them.
    expect(Math.min(found.linearizable, found.not)).toBeGreaterThanOrEqual(Math.floor(runs / 100));
  });

  test('finds every violation that is planted in what eight clients really saw', async () => {
    const store = memoryStore();
    let planted = 0;
    for (let run = 0, start = ''; run < 20; run += 1) {
      const { operations, log } = await historyOf([store], { name: `history ${run}`, seed: run, start });
      start = log.at(-1)?.position ?? start;
      expect(violation(operations)).toBeUndefined();
      for (const [index, one] of operations.entries()) {
        for (const wrong of plantedIn(one, operations)) {
          planted += 1;
          const history = operations.flatMap((other, place) => (place === index ? wrong : [other]));
          expect(violation(history), JSON.stringify([one, wrong])).toBeDefined();
        }
      }
    }
    expect(planted).toBeGreaterThan(500);
  });
});

/** What the operation is replaced by, so that no order can explain the history any more. */
function plantedIn(one: Operation, history: readonly Operation[]): readonly (readonly Operation[])[] {
  const { answered, asked } = one;
  switch (answered?.outcome) {
    case 'read': {
      const last = answered.ids.at(-1);
      if (last === undefined) return [];
      const writer = history.find((other) => 'append' in other.asked && other.asked.append.includes(last) && wrote(other));
      const shorter = { ...one, answered: { ...answered, ids: answered.ids.slice(0, -1) } };
      const unknown = { ...one, answered: { ...answered, ids: [...answered.ids, 'nobody wrote this'] } };
      return [[unknown], ...(writer && writer.returned < one.called ? [[shorter]] : [])];
    }
    case 'conflict':
      return [
        [{ ...one, answered: { ...answered, version: answered.version + 1 } }],
        ...(answered.missed.length > 0 ? [[{ ...one, answered: { ...answered, missed: answered.missed.slice(1) } }]] : []),
        [{ ...one, answered: appended(answered.version + 1) }],
      ];
    case 'appended': {
      const sent = 'append' in asked ? asked.append : [];
      const read = history.some((other) => other.answered?.outcome === 'read' && other.answered.ids.some((id) => sent.includes(id)));
      return [[{ ...one, answered: { ...answered, version: answered.version + 1 } }], ...(read ? [[]] : [])];
    }
    default:
      return [];
  }
}

const wrote = ({ answered }: Operation): boolean => answered?.outcome === 'appended';
