import { type Complaint, complaint, isRefusal } from '@redress/core';
import { houseSetting, type Played, plans, play } from '@redress/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

// A fixed seed: this is about what such histories see, and chance may not decide whether the test passes.
const many = fc.sample(plans(30), { numRuns: 300, seed: 8 });

describe('random legal histories', () => {
  let played: readonly Played<Complaint>[] = [];

  beforeAll(async () => {
    played = await Promise.all(many.map((plan) => play(houseSetting(), plan)));
  });

  it('reach every state of every region', () => {
    const reached = new Set(played.flatMap(({ entries }) => entries.flatMap(({ after }) => Object.values(after.at.regions))));
    const drawn = new Set(complaint.chart.configurations.flatMap((at) => Object.values(at.regions)));
    expect([...drawn].filter((state) => state !== 'none' && !reached.has(state))).toEqual([]);
  });

  it('do every command at least once, but the one that needs the law to change its calendar under way', () => {
    const done = new Set(played.flatMap(({ entries }) => entries.map(({ recorded }) => recorded.record.meta.commandType)));
    expect(Object.keys(complaint.commands).filter((name) => !done.has(name))).toEqual(['RecountClocks']);
  });

  it('are mostly done, and now and then refused for many reasons', () => {
    const outcomes = played.flatMap(({ steps }) => steps.map(({ outcome }) => outcome));
    const refused = outcomes.filter(isRefusal);
    expect(refused.length / outcomes.length).toBeLessThan(0.25);
    expect(new Set(refused.map(({ code }) => code)).size).toBeGreaterThan(8);
    // What is drawn from the schemas and then made sensible is always understood.
    expect(refused.filter(({ code }) => code === 'INVALID_COMMAND')).toEqual([]);
  });

  it('move clocks in every way', () => {
    const lines = played.flatMap(({ entries }) =>
      entries.flatMap(({ after }) => Object.values(after.clocks).flatMap((clock) => clock.lines)),
    );
    expect(new Set(lines.map(({ entry }) => entry.do))).toEqual(new Set(['start', 'pause', 'resume', 'extend', 'switch', 'stop']));
  });

  it('are the same again from the same plan', async () => {
    const [plan = []] = many;
    const texts = async (): Promise<readonly string[]> => (await play(houseSetting(), plan)).records.map(({ text }) => text);
    expect(await texts()).toEqual(await texts());
  });

  it('can be gone on with elsewhere, and stay as they are', async () => {
    const [history] = played;
    const { engine, store } = (await history?.fork(1)) ?? expect.fail('nothing was played');
    expect((await engine.history('case-1')).length).toBe(1);
    const actor = { id: 'p-left', unit: 'left', role: 'head' };
    await engine.execute({ id: 'more', type: 'Note', case: 'case-1', on: '2026-06-01', actor, data: { text: 'More.' } });
    expect((await engine.history('case-1')).length).toBe(2);
    expect(history?.records.length).toBe(history?.entries.length);
    await store.close();
  });
});
