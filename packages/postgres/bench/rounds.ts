/** Rounds in which everybody does the same work, one right after the other: only ratios within one run are worth anything. */
import { randomUUID } from 'node:crypto';
import { encodeRecords, type FactToWrite, NO_STREAM } from '@redress/core';

export interface Contender {
  readonly name: string;
  /** Appends per second over so many milliseconds by so many callers. */
  rate(callers: number, milliseconds: number): Promise<number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface Measured {
  readonly name: string;
  readonly callers: number;
  /** Appends per second, the median over the rounds. */
  readonly rate: number;
  /** The median over the rounds of this contender's rate divided by the first one's. */
  readonly ratio: number;
}

/** The turn goes round, because whoever comes first in a round has it otherwise than whoever comes last. */
export async function inRounds(
  contenders: readonly Contender[],
  callers: number,
  rounds: number,
  milliseconds: number,
): Promise<Measured[]> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const at of contenders.keys()) {
      const contender = contenders[(at + round + contenders.length) % contenders.length];
      if (!contender) continue;
      const rate = await contender.rate(callers, round < 0 ? milliseconds / 2 : milliseconds);
      // The round before the first warms everybody up.
      if (round >= 0) rates.get(contender.name)?.push(rate);
    }
  }
  const first = rates.get(contenders[0]?.name ?? '') ?? [];
  return contenders.map(({ name }) => {
    const mine = rates.get(name) ?? [];
    return { name, callers, rate: median(mine), ratio: median(mine.map((rate, round) => rate / (first[round] ?? Number.NaN))) };
  });
}

/** Lets so many callers do one thing after another until the time is up. */
export async function rateOf(callers: number, milliseconds: number, once: (caller: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let count = 0;
  const call = async (caller: number): Promise<void> => {
    for (; performance.now() - start < milliseconds; count += 1) await once(caller);
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  return (count * 1000) / (performance.now() - start);
}

const TEXT = 'The pension was cut by a fifth from January, and the notice names no reason. Its reference is that of another file. ';

export const someFact = (): FactToWrite => ({
  id: randomUUID(),
  type: 'Received',
  schema: 1,
  meta: { command: randomUUID(), commandType: 'Receive', door: 'execute', actor: 'cb-9', unit: 'left' },
  data: { summary: TEXT.repeat(2) },
  sealed: [],
});

/** A first record of a stream of its own. */
export function someRecord(log: string): { readonly stream: string; readonly id: string; readonly text: string } {
  const stream = randomUUID();
  const [recorded] = encodeRecords({ log, stream, head: NO_STREAM, facts: [someFact()], at: new Date().toISOString() }).records;
  if (!recorded) throw new Error('one fact is one record');
  return { stream, id: recorded.record.id, text: recorded.text };
}
