import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type FactToWrite, headOf, uuidv5 } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { type Child, childOf } from '../../../.config/child.ts';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres, someServer } from '../../../.config/postgres-server.ts';
import { filesIn, owedIn, receivePetition, seed, wholeLog, wrongIn } from './seeded.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => join(folder, name);

const entry = new URL('../worker.ts', import.meta.url);
const work = (store: string, letters: string, program = entry): Child =>
  childOf(program, { STORE: store, LETTERS: letters, WATCH_EVERY_MS: '50' });

/** So many letters further on than it began, or so long after it was up: wherever it is then, it is killed. */
async function killedSomewhere(worker: Child, round: number): Promise<void> {
  if (round % 2 === 0) await lettersOf(worker, 1 + ((round * 7) % 5));
  else {
    await worker.line(/"watched"|"letter"/);
    await new Promise((resolve) => setTimeout(resolve, (round * 13) % 60));
  }
  await worker.stop('SIGKILL');
}

async function lettersOf(worker: Child, count: number): Promise<void> {
  for (let from = 0, found = 0; found < count; found += 1) {
    const line = await worker.line(/"letter"/, from);
    from = worker.lines.indexOf(line) + 1;
  }
}

async function settled(worker: Child, letters: string, cases: number): Promise<void> {
  await worker.line(/"watched"/);
  while (readdirSync(letters).filter((name) => name.endsWith('.txt')).length < cases) {
    await Promise.race([worker.line(/./, worker.lines.length), worker.ended]);
  }
  // One more round of the watch finds nothing to record.
  await worker.line(/"watched","recorded":0,"refused":\[\],"failed":\[\]/, worker.lines.length);
}

interface Killing {
  readonly store: string;
  readonly letters: string;
  readonly cases: number;
  readonly rounds: number;
  open(): Promise<EventStore>;
}

/** Kills the worker again and again; no letter that was there is touched after. Gives how often one was killed in the midst of them. */
async function killAgainAndAgain({ store, letters, cases, rounds, open }: Killing): Promise<number> {
  let amidst = 0;
  let before: ReadonlyMap<string, string> = new Map();
  for (let round = 0; round < rounds; round += 1) {
    await killedSomewhere(work(store, letters), round);
    const after = filesIn(letters);
    for (const [name, file] of before) if (name.endsWith('.txt')) expect(after.get(name), name).toBe(file);
    if (after.size > before.size && after.size < cases) amidst += 1;
    before = after;
  }
  const last = work(store, letters);
  await settled(last, letters, cases);
  expect(await last.stop('SIGTERM')).toEqual({ code: 0, signal: null });
  const log = await open();
  try {
    const owed = owedIn(await wholeLog(log));
    expect(owed).toHaveLength(cases);
    expect(wrongIn(letters, owed)).toEqual([]);
  } finally {
    await log.close();
  }
  return amidst;
}

const ROUNDS = length('worker: kill -9 rounds', 6, 200);
const CASES = ROUNDS * 8;

describe('the worker over a SQLite file', () => {
  it(
    `killed ${ROUNDS} times with kill -9 writes one letter for each clock that ran out, and none twice`,
    async () => {
      const store = inFolder('log.db');
      const opened = await openSqlite(store);
      await seed(opened, CASES);
      await opened.close();
      const amidst = await killAgainAndAgain({
        ...{ store, letters: inFolder('letters'), cases: CASES, rounds: ROUNDS },
        open: () => openSqlite(store),
      });
      expect(amidst).toBeGreaterThan(0);
    },
    60_000 + ROUNDS * 20_000,
  );

  it('writes in Vietnamese, names no one, and says which fact it rests on', () => {
    const letters = inFolder('letters');
    const texts = readdirSync(letters).map((name) => readFileSync(join(letters, name), 'utf8'));
    const ofCase = (id: string): string => texts.find((text) => text.includes(`vụ việc số ${id}.`)) ?? expect.fail(`no letter for ${id}`);
    // Received on Monday 6 July 2026, accepted on 8 July: thirty days, to Friday 7 August.
    expect(ofCase('case-0')).toContain('Theo LKN Đ.28, thời hạn giải quyết khiếu nại này đã hết vào cuối ngày 07/08/2026.');
    expect(ofCase('case-0')).toContain('Kính gửi: Người khiếu nại có mã person-0\n');
    // Seven working days from 7 July: to Wednesday 15 July.
    expect(ofCase('case-1')).toContain('thời hạn thụ lý khiếu nại này đã hết vào cuối ngày 15/07/2026.');
    expect(ofCase('case-1')).toMatch(/^BHXH tỉnh Nghệ An\n\nTHƯ XIN LỖI\n/);
  });

  it('takes away what a killed worker left unfinished, and writes that letter whole', async () => {
    const store = inFolder('one.db');
    const opened = await openSqlite(store);
    await seed(opened, 1);
    const letters = inFolder('one');
    const first = work(store, letters);
    await settled(first, letters, 1);
    await first.stop('SIGTERM');
    const [owed = ''] = owedIn(await wholeLog(opened));
    // As if it had been killed before the rename, and its cursor not moved.
    rmSync(join(letters, `${owed}.txt`));
    rmSync(`${store}.cursors`);
    writeFileSync(join(letters, `${owed}.txt.part`), 'BHXH tỉnh');
    const second = work(store, letters);
    await settled(second, letters, 1);
    await second.stop('SIGTERM');
    expect(wrongIn(letters, [owed])).toEqual([]);
    await opened.close();
  });

  it('goes on where a case has a fact of a newer release, names it at each round, and writes the letters of all others', async () => {
    const store = inFolder('newer.db');
    const opened = await openSqlite(store);
    await seed(opened, 3);
    const last = (await wholeLog(opened)).findLast(({ record }) => record.stream === 'case-0');
    const meta = { ...last?.record.meta, command: 'newer' };
    const newer: FactToWrite = { id: uuidv5(opened.log, 'newer'), type: 'Foreseen', schema: 9, meta, data: {}, sealed: [] };
    await opened.append('case-0', headOf(last), [newer]);
    const letters = inFolder('newer');
    const worker = work(store, letters);
    await lettersOf(worker, 2);
    for (let from = 0, round = 0; round < 3; round += 1) {
      const line = await worker.line(/"watched",.*"failed":\["case-0: RangeError: the fact Foreseen /, from);
      from = worker.lines.indexOf(line, from) + 1;
    }
    expect(await worker.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    const owed = owedIn(await wholeLog(opened));
    expect(owed).toHaveLength(2);
    expect(wrongIn(letters, owed)).toEqual([]);
    await opened.close();
  });

  // Seen to fail: the worker knew complaints alone, and each clock of a petition was refused at each round as UNKNOWN_CASE.
  it('records the clocks of petitions that ran out too, once each; the office apologises for none of them', async () => {
    const store = inFolder('petitions.db');
    const opened = await openSqlite(store);
    await seed(opened, 1);
    // Who came in person is owed an answer; each is to be handled, wherever it came from.
    await receivePetition(opened, 'petition-0', 'in-person');
    await receivePetition(opened, 'petition-1', 'post');
    const letters = inFolder('petitions');
    const first = work(store, letters);
    await settled(first, letters, 1);
    expect(await first.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    const second = work(store, letters);
    await second.line(/"watched","recorded":0,"refused":\[\],"failed":\[\]/);
    expect(await second.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    const log = await wholeLog(opened);
    const ranOut = log.flatMap(({ record }) => (record.type === 'ClockRanOut' ? [`${record.stream}/${record.data.clock}`] : [])).sort();
    expect(ranOut.filter((each) => each.startsWith('petition'))).toEqual([
      'petition-0/answer',
      'petition-0/processing',
      'petition-1/processing',
    ]);
    expect(wrongIn(letters, owedIn(log))).toEqual([]);
    await opened.close();
  });

  // Control: the same killing, and a consumer that moves its cursor first.
  it('would be found to lose letters if it moved its cursor first', async () => {
    const store = inFolder('log.db');
    const letters = inFolder('hasty');
    const hasty = work(store, letters, new URL('hasty-worker.ts', import.meta.url));
    await lettersOf(hasty, 2);
    await hasty.stop('SIGKILL');
    const opened = await openSqlite(store);
    expect(wrongIn(letters, owedIn(await wholeLog(opened))).some((wrong) => wrong.startsWith('missing'))).toBe(true);
    await opened.close();
  });

  // Control: what is looked for is found.
  it('would be found to have cut a letter, or to have written one for no fact', () => {
    const letters = inFolder('letters');
    const [name = ''] = readdirSync(letters);
    const owed = readdirSync(letters).map((each) => each.replace('.txt', ''));
    truncateSync(join(letters, name), 40);
    const stranger = uuidv5('8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11', 'nobody');
    writeFileSync(join(letters, `${stranger}.txt`), 'x');
    expect(wrongIn(letters, owed)).toEqual([`for no fact: ${stranger}.txt`, `not whole: ${name}`]);
  });
});

describeIf(hasPostgres, noPostgres, 'the worker over PostgreSQL', () => {
  it('killed with kill -9 writes one letter for each clock that ran out, and none twice', async () => {
    const server = await someServer();
    try {
      const store = `${server.url}?schema=worker_${process.pid}`;
      const opened = await openPostgres(store);
      await seed(opened, 24);
      await opened.close();
      await killAgainAndAgain({
        ...{ store, letters: inFolder('letters-pg'), cases: 24, rounds: 3 },
        open: () => openPostgres(store),
      });
    } finally {
      await server.remove();
    }
  }, 300_000);
});
