/**
 * What a full replay costs a fact, beside what it costs to read and parse the same texts. `npx tsx packages/audit/bench/replay.bench.ts`.
 * CPU time of this process, so that a busy machine does not count.
 */
import { type EventStore, type FactToWrite, factId, memoryStore, NO_STREAM, type Recorded } from '@redress/core';
import { foldLog, replayAll } from '../src/index.ts';
import { caseTypes, houseLog, law, recordsOf } from '../test/house-log.ts';

const CASES = Number(process.env.CASES ?? 3000);

type Facts = readonly [FactToWrite, ...FactToWrite[]];

/** The facts of each command of a case, in order. */
function commandsOf(records: readonly Recorded[], stream: string): ReadonlyMap<string, Facts> {
  const commands = new Map<string, Facts>();
  for (const { record } of records) {
    const { command = '' } = record.meta;
    if (record.stream === stream) commands.set(command, [...(commands.get(command) ?? []), record] as unknown as Facts);
  }
  return commands;
}

/** The cases of the small true log, many times over under other names. */
async function manyCases(): Promise<EventStore> {
  const store = memoryStore();
  const records = await recordsOf(await houseLog());
  const lives = ['long', 'late', 'withdrawn'].map((name) => ({ name, commands: commandsOf(records, name) }));
  for (let at = 0; at < CASES; at += 1) {
    for (const { name, commands } of lives) {
      let head = NO_STREAM;
      for (const [id, [first, ...rest]] of commands) {
        const command = `${at}-${id}`;
        const renamed = (fact: FactToWrite, index: number): FactToWrite => ({
          ...fact,
          meta: { ...fact.meta, command },
          id: factId(store.log, command, index, rest.length + 1),
        });
        const outcome = await store.append(`${name}-${at}`, head, [
          renamed(first, 0),
          ...rest.map((fact, index) => renamed(fact, index + 1)),
        ]);
        if (outcome.outcome === 'appended') head = outcome.head;
      }
    }
  }
  return store;
}

async function timed(what: string, facts: number, run: () => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what.padEnd(28)} ${((user + system) / facts).toFixed(2)} µs a fact`);
}

async function main(): Promise<void> {
  const store = await manyCases();
  const facts = CASES * 27;
  console.log(`${facts} facts in ${CASES * 3} cases`);
  for (let round = 0; round < 3; round += 1) {
    await timed('read and JSON.parse', facts, async () => {
      for await (const _ of store.readLog('', Number.POSITIVE_INFINITY)) void _;
    });
    await timed('fold', facts, () => foldLog({ store, caseTypes }));
    await timed('replay, everything compared', facts, async () => {
      const run = replayAll({ store, caseTypes, laws: law });
      for await (const { code, says } of run) if (code !== 'back-dated') throw new Error(says);
    });
  }
}

await main();
