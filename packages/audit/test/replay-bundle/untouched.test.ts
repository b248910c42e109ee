/**
 * What was written by the engine replays without a finding, from a bundle as from its store: random legal histories under
 * the rules of a house. Control: `violations.test.ts`, where one thing is wrong. FC_SEED replays a failure, LONG=1 tries more.
 */
import { houseSetting, plans, play } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { replayAll } from '../../src/index.ts';
import { caseTypes, houseLog, law, recordsOf } from '../house-log.ts';
import { bundleOf, replayedFrom } from './bundles.ts';

describe('random histories', () => {
  it('replay without a finding from a bundle', async () => {
    const setting = houseSetting();
    const { runs: numRuns, seed } = tried(30);
    await fc.assert(
      fc.asyncProperty(plans(30), async (plan) => {
        const { records } = await play(setting, plan);
        fc.pre(records.length > 0);
        const { findings } = await replayedFrom(bundleOf(records), { caseTypes, laws: setting.law });
        expect(findings.filter(({ severity }) => severity === 'finding')).toEqual([]);
      }),
      { numRuns, seed },
    );
  });
});

describe('a bundle', () => {
  it.each([1, 2, 4096])('is replayed as its store is, with %d cases in memory', async (openCases) => {
    const store = await houseLog();
    const fromStore = replayAll({ store, caseTypes, laws: law, openCases });
    const codes: (readonly [string, number])[] = [];
    for await (const { code, version } of fromStore) codes.push([code, version]);
    const { findings, summary } = await replayedFrom(bundleOf(await recordsOf(store)), { openCases });
    expect(findings.map(({ code, version }) => [code, version])).toEqual(codes);
    expect(summary).toEqual(fromStore.summary);
  });
});
