import { createEngine, dueCasesInMemory, isRefusal, type Law, memoryStore, recountClocks } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { petition, sampleAuthority, sampleOrganisation, vietnam, vietnamCalendar, vietnamCalendarKnownOn } from '../../src/index.ts';
import { head, system } from './petition-desk.ts';

/** The calendar of 2026 as it was known before the swap of 31 August was announced; from 20 August on the whole one. */
const law: Law = {
  ...vietnam,
  at: () => law,
  calendar: (on) => (on < '2026-08-20' ? vietnamCalendarKnownOn('2025-10-15') : vietnamCalendar()),
};

describe('a petition whose year gets another day off while it is open', () => {
  it('has its alarm moved to the next working day that is left, by a fact, once', async () => {
    const store = memoryStore();
    const engine = createEngine({
      store,
      caseTypes: [petition],
      law,
      authority: sampleAuthority(),
      organisation: sampleOrganisation(),
      now: () => '2026-12-01T00:00:00.000Z',
    });
    const data = { unit: 'ha-noi', channel: 'post', summary: 'Chưa nhận được trợ cấp.', senders: [{ sender: 's-1' }] };
    const opened = await engine.execute({ id: 'c-1', type: 'Receive', case: 'p-1', on: '2026-07-17', actor: head, data });
    expect(isRefusal(opened)).toBe(false);
    const due = async () => (await engine.load('p-1'))?.state.clocks.processing?.dueOn;
    // 45 days: 14 in July, 31 in August: Mon 31 August, which was a working day then.
    expect(await due()).toBe('2026-08-31');
    const source = dueCasesInMemory(store);
    expect((await recountClocks(engine, source, system, vietnamCalendar(), '2026-08-20')).recorded).toEqual(['p-1']);
    // 31 August is swapped off, 1 and 2 September are holidays.
    expect(await due()).toBe('2026-09-03');
    expect(await recountClocks(engine, source, system, vietnamCalendar(), '2026-08-21')).toEqual({ recorded: [], refused: [], failed: [] });
  });
});
