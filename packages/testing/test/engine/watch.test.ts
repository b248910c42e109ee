import { dueCasesInMemory, type Law, memoryCursor, project, type Recorded, StoreFault, watch } from '@redress/core';
import { houseRules } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { letter, makeUnreadable, openDesk } from './desk.ts';

const system = { id: 'watch', unit: 'left', role: 'system' };

/** A law by which a note starts the time for acceptance again, from the day of the arrival. */
const house = houseRules();
const restarting: Law = {
  ...house,
  at: () => restarting,
  clockEffects: (fact, state, on) => {
    const started = state.clocks.acceptance?.lines[0]?.entry;
    return fact.type === 'Noted' && started ? [started] : house.clockEffects(fact, state, on);
  },
};

describe('the watch', () => {
  it('records once that a clock ran out, dated by its last day and naming who held the case', async () => {
    const { engine, store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const source = dueCasesInMemory(store);
    // 5 January + 7 days = 12 January: not over on the 12th.
    expect((await watch(engine, source, system, '2026-01-12')).recorded).toEqual([]);
    expect((await watch(engine, source, system, '2026-01-13')).recorded).toMatchObject([
      { case: 'case-1', clock: 'acceptance', dueOn: '2026-01-12' },
    ]);
    expect((await watch(engine, source, system, '2026-01-14')).recorded).toEqual([]);
    const facts = (await engine.history('case-1')).map(({ fact }) => fact);
    expect(facts.at(-1)).toMatchObject({
      type: 'ClockRanOut',
      on: '2026-01-13',
      data: { dueOn: '2026-01-12', holder: { unit: 'left', person: 'p-left' } },
    });
  });

  it('records it once even where two watches see it at the same time, or one is started again', async () => {
    const { engine, store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    await Promise.all([1, 2].map(() => watch(engine, dueCasesInMemory(store), system, '2026-01-13')));
    await watch(engine, dueCasesInMemory(store), system, '2026-01-13');
    expect((await engine.history('case-1')).filter(({ fact }) => fact.type === 'ClockRanOut')).toHaveLength(1);
  });

  it('records a second time a clock that was started again and has the same last day', async () => {
    const { engine, store, done } = openDesk(undefined, undefined, restarting);
    await done('Receive', '2026-01-05', letter);
    const source = dueCasesInMemory(store);
    await watch(engine, source, system, '2026-01-13');
    await done('Note', '2026-01-14', { text: 'From the beginning.' });
    expect((await engine.load('case-1'))?.state.clocks.acceptance?.ranOutOn).toBeNull();
    await Promise.all([1, 2].map(() => watch(engine, dueCasesInMemory(store), system, '2026-01-15')));
    expect((await engine.load('case-1'))?.state.clocks.acceptance?.ranOutOn).toBe('2026-01-12');
    expect((await watch(engine, source, system, '2026-01-15')).recorded).toEqual([]);
    expect((await engine.history('case-1')).filter(({ fact }) => fact.type === 'ClockRanOut')).toHaveLength(2);
  });

  it('dates the fact to the day it became true, however late it was noticed, and names the level that let the clock run out', async () => {
    const { engine, store, assigned, done } = openDesk();
    await assigned();
    // The term ended on 28 January; the matter went up on 2 February; nobody looked before March.
    await done('Recomplain', '2026-02-02', { against: 'silence', summary: 'Nobody answered.' });
    await watch(engine, dueCasesInMemory(store), system, '2026-03-01');
    const out = (await engine.history('case-1')).map(({ fact }) => fact).filter(({ type }) => type === 'ClockRanOut');
    expect(out.map(({ on, data }) => [data.clock, on, (data.holder as { person: string }).person])).toEqual([
      ['resolution', '2026-01-29', 'p-7'],
      ['acceptance', '2026-02-10', 'p-top'],
    ]);
  });

  // Seen to fail: the cases behind it never had their facts, however often the watch was started again.
  it('is not held up by a case that this release cannot read, and names it beside what it recorded', async () => {
    const { engine, store, done } = openDesk();
    const cases = ['case-1', 'case-2', 'case-3'];
    for (const id of cases) await done('Receive', '2026-01-05', letter, { case: id });
    await makeUnreadable({ engine, store }, 'case-1');
    const { recorded, failed } = await watch(engine, dueCasesInMemory(store), system, '2026-01-13');
    expect(recorded.map((each) => each.case)).toEqual(cases.slice(1));
    expect(failed).toMatchObject([{ case: 'case-1', fault: expect.any(RangeError) }]);
    expect(String(failed[0]?.fault)).toMatch(/the fact Foreseen/);
    for (const id of cases.slice(1)) expect((await engine.history(id)).at(-1)?.fact.type).toBe('ClockRanOut');
    // Control: a store that does not answer would not answer for the next case either.
    const due = dueCasesInMemory(store);
    await done('Receive', '2026-01-05', letter, { case: 'case-4' });
    store.append = async () => {
      throw new StoreFault('unavailable', 'Nothing was written.', { retryable: true });
    };
    await expect(watch(engine, due, system, '2026-01-13')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('says nothing of a clock that was stopped in time', async () => {
    const { engine, store, assigned } = openDesk();
    await assigned();
    expect((await watch(engine, dueCasesInMemory(store), system, '2026-01-20')).recorded).toEqual([]);
  });
});

describe('a view', () => {
  it('is brought up to date by reading on, and meets no record twice while its cursor holds', async () => {
    const { store, done } = openDesk();
    const seen: string[] = [];
    const view = { apply: (records: readonly Recorded[]) => void seen.push(...records.map(({ record }) => record.type)) };
    const cursor = memoryCursor();
    await done('Receive', '2026-01-05', letter);
    await project(store, view, cursor);
    await done('Accept', '2026-01-06');
    expect(await project(store, view, cursor, 1)).toMatchObject({ records: 1, caughtUp: true });
    expect(seen).toEqual(['Received', 'Accepted']);
  });

  it('stops where another reader has moved the cursor', async () => {
    const { store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const cursor = { read: () => '', move: () => false };
    expect(await project(store, { apply: () => undefined }, cursor)).toMatchObject({ records: 0, caughtUp: false });
  });
});
