import { describe, expect, it } from 'vitest';
import { vietnamLaw } from '../src/index.ts';
import { arrival, contested, desk, due } from './desk.ts';

describe('acceptance', () => {
  it('received on Fri 2026-07-03: the Law gives 10 days, Mon 07-13; the decree 7 working days, Tue 07-14; the Law governs', async () => {
    // Working days counted: 07-06, 07, 08, 09, 10, 13, 14.
    const state = await desk().done('Receive', '2026-07-03', arrival());
    expect([due(state, 'acceptance-statute'), due(state, 'acceptance-decree'), due(state, 'acceptance')]).toEqual([
      '2026-07-13',
      '2026-07-14',
      '2026-07-13',
    ]);
    expect(state.clocks.acceptance?.lines[0]?.entry.law.text).toBe('LKN Đ.27');
  });

  it('received on Wed 2026-07-01: 7 working days end on Fri 07-10, before the Law’s Sat 07-11 rolled to Mon 07-13; the decree governs', async () => {
    // Working days counted: 07-02, 03, 06, 07, 08, 09, 10.
    const state = await desk().done('Receive', '2026-07-01', arrival());
    expect([due(state, 'acceptance-statute'), due(state, 'acceptance-decree'), due(state, 'acceptance')]).toEqual([
      '2026-07-13',
      '2026-07-10',
      '2026-07-10',
    ]);
    expect(state.clocks.acceptance?.lines[0]?.entry.law.text).toContain('NĐ124 Đ.16.1');
  });

  it('received the day before, Tue 2026-06-30: the decree still gives 10 working days, Tue 07-14; the Law’s Fri 07-10 governs', async () => {
    // Working days counted: 07-01, 02, 03, 06, 07, 08, 09, 10, 13, 14.
    const state = await desk().done('Receive', '2026-06-30', arrival());
    expect([due(state, 'acceptance-statute'), due(state, 'acceptance-decree'), due(state, 'acceptance')]).toEqual([
      '2026-07-10',
      '2026-07-14',
      '2026-07-10',
    ]);
  });

  it('an organisation may let one of the two govern, and is then another edition', async () => {
    const byDecree = vietnamLaw({ acceptanceBasis: 'decree' });
    const byStatute = vietnamLaw({ acceptanceBasis: 'statute' });
    expect(due(await desk(byDecree).done('Receive', '2026-07-03', arrival()), 'acceptance')).toBe('2026-07-14');
    expect(due(await desk(byStatute).done('Receive', '2026-07-01', arrival()), 'acceptance')).toBe('2026-07-13');
    expect(new Set([byDecree, byStatute, vietnamLaw()].map((law) => law.edition.digest)).size).toBe(3);
    // Control: the same choices are the same edition.
    expect(vietnamLaw({ acceptanceBasis: 'decree' }).edition).toEqual(byDecree.edition);
  });

  it('for five people the decree’s term waits for their representatives: appointed on Mon 2026-07-06, it ends on Wed 07-15', async () => {
    // Working days counted: 07-07, 08, 09, 10, 13, 14, 15. The Law's ten days end on Sat 07-11, rolled to Mon 07-13, and govern.
    const at = desk();
    const before = await at.done('Receive', '2026-07-01', arrival({}, 5));
    expect([due(before, 'acceptance-decree'), due(before, 'acceptance')]).toEqual([null, '2026-07-13']);
    const after = await at.done('AppointRepresentatives', '2026-07-06', { members: ['nkn-1'], document: 'VB-1' });
    expect([due(after, 'acceptance-decree'), due(after, 'acceptance')]).toEqual(['2026-07-15', '2026-07-13']);
    // Control: four people are no group, so both terms run at once.
    expect(due(await desk().done('Receive', '2026-07-01', arrival({}, 4)), 'acceptance-decree')).toBe('2026-07-10');
  });

  it('appointed on the day of receipt, Wed 2026-07-01, the decree’s Fri 07-10 governs for a group too', async () => {
    const at = desk();
    await at.done('Receive', '2026-07-01', arrival({}, 5));
    expect(due(await at.done('AppointRepresentatives', '2026-07-01', { members: ['nkn-1'], document: 'VB-1' }), 'acceptance')).toBe(
      '2026-07-10',
    );
  });

  it('waits for the last signature of a group too, whether that or the appointment comes last: of Wed 2026-07-08 the seventh is Fri 07-17', async () => {
    const group = Array.from({ length: 5 }, (_, index) => ({ member: `nkn-${index + 1}`, signed: index > 0 }));
    const appointment = { members: ['nkn-2'], document: 'VB-1' };
    const signature = { documents: ['Trang chữ ký'], signed: ['nkn-1'] };
    const one = desk();
    await one.done('Receive', '2026-07-06', arrival({ complainants: group }));
    expect(due(await one.done('AppointRepresentatives', '2026-07-07', appointment), 'acceptance-decree')).toBeNull();
    expect(due(await one.done('Complete', '2026-07-08', signature), 'acceptance-decree')).toBe('2026-07-17');
    const other = desk();
    await other.done('Receive', '2026-07-06', arrival({ complainants: group }));
    expect(due(await other.done('Complete', '2026-07-07', signature), 'acceptance-decree')).toBeNull();
    expect(due(await other.done('AppointRepresentatives', '2026-07-08', appointment), 'acceptance-decree')).toBe('2026-07-17');
    // Control: papers that bring no signature start nothing.
    const third = desk();
    await third.done('Receive', '2026-07-06', arrival({ complainants: group }));
    await third.done('AppointRepresentatives', '2026-07-07', appointment);
    expect(due(await third.done('Complete', '2026-07-08', { documents: ['Sổ'] }), 'acceptance-decree')).toBeNull();
  });

  it('stops when the complaint is accepted, and nothing of it runs after a refusal', async () => {
    const accepted = desk();
    await accepted.done('Receive', '2026-07-03', arrival());
    expect((await accepted.done('Accept', '2026-07-06')).clocks.acceptance?.status).toBe('stopped');
    const refused = desk();
    await refused.done('Receive', '2026-07-03', arrival());
    const { clocks } = await refused.done('NotAccept', '2026-07-06', { ground: 'N2', reason: 'không liên quan' });
    expect(Object.values(clocks).map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('names the article on disciplinary complaints for the statute’s term', async () => {
    const state = await desk().done('Receive', '2026-07-03', arrival(contested('discipline')));
    expect(state.clocks['acceptance-statute']?.lines[0]?.entry.law.text).toBe('LKN Đ.50');
  });

  it('starts no clock before 2012-07-01, when the law is not known, and records the arrival all the same', async () => {
    const at = desk();
    const state = await at.done('Receive', '2012-06-30', arrival());
    expect(state.clocks).toEqual({});
    expect(await at.objections()).toEqual(['before-the-law']);
    // Control: a day later the Law's ten days run, Wed 2012-07-11; the circular's working days came in 2013.
    const later = await desk().done('Receive', '2012-07-01', arrival());
    expect([due(later, 'acceptance-statute'), due(later, 'acceptance-decree')]).toEqual(['2012-07-11', null]);
  });
});
