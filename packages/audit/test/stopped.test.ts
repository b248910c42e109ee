/** A replay and a check that are stopped from outside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { checkLog, type Finding, type LogCheck, type Replay, replay, replayAll, replayBundle } from '../src/index.ts';
import { storeOf } from './any-value.ts';
import { caseTypes, houseLog, law, recordsOf } from './house-log.ts';

type Records = Awaited<ReturnType<typeof recordsOf>>;
let store: Awaited<ReturnType<typeof houseLog>>;
let records: Records;
beforeAll(async () => {
  store = await houseLog();
  records = await recordsOf(store);
});

/** The records one after the other; the signal comes while the fifth is on its way. */
async function* stoppedAtFifth(stop: AbortController): AsyncGenerator<Records[number]> {
  for (const [index, recorded] of records.entries()) {
    if (index === 4) stop.abort();
    yield recorded;
  }
}

async function read(reading: Replay | LogCheck): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of reading) findings.push(finding);
  return findings;
}

const ground = () => ({ caseTypes, laws: law });
const stopping = (stop: AbortController) => ({ ...storeOf(store, records), readLog: () => stoppedAtFifth(stop) });

it.each([
  ['a check', (stop: AbortController) => checkLog({ store: stopping(stop), caseTypes, signal: stop.signal })],
  ['a replay of a log', (stop: AbortController) => replayAll({ ...ground(), store: stopping(stop), signal: stop.signal })],
  ['a replay of records', (stop: AbortController) => replay({ ...ground(), records: stoppedAtFifth(stop), signal: stop.signal })],
] as const)('%s that is stopped reads no further, and says how far it came', async (_, begun) => {
  const reading = begun(new AbortController());
  expect(await read(reading)).toEqual([]);
  expect(reading.summary).toMatchObject({ facts: 4, findings: 0 });
});

it('a replay of a bundle that is stopped reads no further either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-stopped-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'records.ndjson'), records.map(({ text }) => `${text}\n`).join(''));
  const reading = replayBundle({ ...ground(), folder, signal: AbortSignal.abort() });
  expect(await read(reading)).toEqual([]);
  expect(reading.summary).toMatchObject({ cases: 0, facts: 0 });
});
