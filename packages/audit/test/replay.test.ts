import { describe, expect, it } from 'vitest';
import { replayAll } from '../src/index.ts';
import { caseTypes, houseLog, law, recordsOf, replayed } from './house-log.ts';

describe('an undamaged log', () => {
  it('has no finding; back-dating on a ground is a note', async () => {
    const { findings } = await replayed(await recordsOf(await houseLog()));
    expect(findings.map(({ code, severity, case: id, version }) => ({ code, severity, id, version }))).toEqual([
      { code: 'back-dated', severity: 'note', id: 'late', version: 3 },
    ]);
  });

  it('is summed up: cases, facts, the other door and what it would have been refused for', async () => {
    const { summary } = await replayed(await recordsOf(await houseLog()));
    expect(summary).toMatchObject({ cases: 3, facts: 27, findings: 0, notes: 1, byCode: { 'back-dated': 1 }, observed: 1 });
    expect(summary.objections.NOT_PERMITTED).toBe(1);
  });

  it('is replayed from its store alike, with one case in memory at a time', async () => {
    const store = await houseLog();
    for (const openCases of [1, 2, 4096]) {
      const run = replayAll({ store, caseTypes, laws: law, openCases });
      const codes: string[] = [];
      for await (const { code } of run) codes.push(code);
      expect({ openCases, codes, cases: run.summary.cases, facts: run.summary.facts }).toEqual({
        openCases,
        codes: ['back-dated'],
        cases: 3,
        facts: 27,
      });
    }
  });

  it('is replayed alike from bare texts', async () => {
    const texts = (await recordsOf(await houseLog())).map(({ text }) => ({ text }));
    expect((await replayed(texts)).findings.map(({ code }) => code)).toEqual(['back-dated']);
  });

  it('of no facts has nothing to find', async () => {
    expect(await replayed([])).toMatchObject({ findings: [], summary: { cases: 0, facts: 0 } });
  });
});
