import type { Clock } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { consequenceSaid, consequences } from '../src/consequences.ts';
import { storyOfClock } from '../src/index.ts';
import { vietnamCalendar } from '../src/working-days.ts';
import { assignedOn } from './desk.ts';

const harm = { reason: 'Cưỡng chế sẽ gây hậu quả khó khắc phục.', decision: 'QĐ-9' };
const told = (clock: Clock | undefined) => (clock ? storyOfClock(clock, vietnamCalendar()) : []);
const vietnamese = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]/i;

describe('the story of a clock', () => {
  it('says in both languages what follows when it runs out', async () => {
    const { clocks } = await (await assignedOn('2026-07-06')).state();
    expect(told(clocks.resolution).at(-1)).toEqual({
      en: `When it runs out: ${consequences.resolution.en}`,
      vi: `Khi hết thời hạn: ${consequences.resolution.vi}`,
    });
    // Control: the words of an edition that nobody translated are told as they were recorded.
    expect(consequenceSaid('It is late.')).toEqual({ en: 'It is late.', vi: 'It is late.' });
  });

  it('has Vietnamese words for every clock, and no two clocks of other words in English share them', () => {
    const said = Object.values(consequences);
    for (const { en, vi } of said) expect([vietnamese.test(vi), vietnamese.test(en)], vi).toEqual([true, false]);
    expect(new Set(said.map(({ vi }) => vi)).size).toBe(new Set(said.map(({ en }) => en)).size);
  });

  it('names no first day where none is left: a contested decision suspended on the last day of the term, Wed 2026-08-05', async () => {
    const at = await assignedOn('2026-07-06');
    const lines = async (on: string) => {
      const { clocks } = await at.done('SuspendContested', on, harm);
      return told(clocks['contested-suspension']).map(({ en }) => en);
    };
    expect(await lines('2026-08-04')).toContain('The first day counted is Wed 2026-08-05.');
    await at.done('LiftContested', '2026-08-05', { reason: 'x' });
    const last = await lines('2026-08-05');
    expect(last).toContain('The last day is Wed 2026-08-05.');
    expect(last.join(' ')).not.toContain('first day counted');
  });
});
