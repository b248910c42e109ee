/** The contested decision is suspended, which is another thing than the settlement (LKN Đ.35). Seen to fail: a pause in its place. */
import { describe, expect, it } from 'vitest';
import { assignedOn, due } from './desk.ts';

const harm = { reason: 'Cưỡng chế sẽ gây hậu quả khó khắc phục.', decision: 'QĐ-9' };

describe('a suspension of the contested decision', () => {
  it('lasts for what is left of the time for settling, and that time runs on: accepted Mon 2026-07-06, so through Wed 08-05', async () => {
    const at = await assignedOn('2026-07-06');
    const state = await at.done('SuspendContested', '2026-07-20', harm);
    expect([due(state, 'contested-suspension'), due(state, 'resolution')]).toEqual(['2026-08-05', '2026-08-05']);
    expect(state.clocks.resolution?.status).toBe('running');
    expect(state.contestedSuspension).toEqual({ since: '2026-07-20', through: null });
    expect(state.clocks['contested-suspension']?.lines[0]?.entry.law.text).toBe('LKN Đ.35');
  });

  it('ends on the day that is named, and may name none beyond that time', async () => {
    const at = await assignedOn('2026-07-06');
    expect(due(await at.done('SuspendContested', '2026-07-20', { ...harm, through: '2026-07-26' }), 'contested-suspension')).toBe(
      '2026-07-26',
    );
    const other = await assignedOn('2026-07-06');
    expect(await other.refused('SuspendContested', '2026-07-20', { ...harm, through: '2026-08-06' })).toMatchObject({
      params: { rule: 'contested-beyond-term' },
    });
    expect((await other.done('SuspendContested', '2026-07-20', { ...harm, through: '2026-08-05' })).contestedSuspension).not.toBeNull();
  });

  it.each([
    ['2026-08-14', '2026-08-17'],
    ['2026-08-15', '2026-08-17'],
    ['2026-08-16', '2026-08-17'],
    ['2026-08-17', '2026-08-17'],
  ])('made on %s ends too: of the term accepted Thu 2026-07-16 the plain end is Sat 08-15, and it rolls to Mon 08-17', async (on, end) => {
    const at = await assignedOn('2026-07-16');
    const state = await at.done('SuspendContested', on, harm);
    expect([due(state, 'contested-suspension'), due(state, 'resolution')]).toEqual([end, end]);
  });

  it('ends on a named Sunday though the term itself rolls to the Monday', async () => {
    for (const on of ['2026-08-10', '2026-08-15']) {
      const at = await assignedOn('2026-07-16');
      expect(due(await at.done('SuspendContested', on, { ...harm, through: '2026-08-16' }), 'contested-suspension')).toBe('2026-08-16');
    }
  });

  it('is over once its end is recorded, so that the second level may suspend the decision anew', async () => {
    const at = await assignedOn('2026-07-06');
    await at.done('SuspendContested', '2026-07-20', harm);
    expect((await at.done('RecordRunOut', '2026-08-06', { clock: 'resolution' })).contestedSuspension).not.toBeNull();
    expect((await at.done('RecordRunOut', '2026-08-06', { clock: 'contested-suspension' })).contestedSuspension).toBeNull();
    await at.done('Recomplain', '2026-08-10', { against: 'silence', summary: 'Hết hạn, chưa giải quyết.' });
    await at.done('Accept', '2026-08-11');
    await at.done('Assign', '2026-08-11', { person: 'cb-8' });
    const above = await at.done('SuspendContested', '2026-08-12', { ...harm, decision: 'QĐ-10' });
    expect([above.contestedSuspension?.since, due(above, 'contested-suspension')]).toEqual(['2026-08-12', due(above, 'resolution')]);
  });

  it('is lifted when its reason is gone, and then its clock stops', async () => {
    const at = await assignedOn('2026-07-06');
    await at.done('SuspendContested', '2026-07-20', harm);
    const lifted = await at.done('LiftContested', '2026-07-22', { reason: 'Đã dừng cưỡng chế.' });
    expect([lifted.contestedSuspension, lifted.clocks['contested-suspension']?.status]).toEqual([null, 'stopped']);
    expect(await at.refused('LiftContested', '2026-07-23', { reason: 'x' })).toMatchObject({ code: 'CONTESTED_NOT_SUSPENDED' });
  });

  it('made while the settlement is suspended lasts, once that goes on, for the days that were left: 16 days from Mon 2026-08-10', async () => {
    const at = await assignedOn('2026-07-06');
    await at.done('Suspend', '2026-07-20', { ground: 'b', evidence: 'CV-1' });
    expect(due(await at.done('SuspendContested', '2026-07-22', harm), 'contested-suspension')).toBeNull();
    const state = await at.done('Resume', '2026-08-10', { reason: 'Đã có kết quả.' });
    expect([due(state, 'contested-suspension'), due(state, 'resolution')]).toEqual(['2026-08-26', '2026-08-26']);
    // Control: where nothing was suspended but the settlement, no such clock starts.
    const other = await assignedOn('2026-07-06');
    await other.done('Suspend', '2026-07-20', { ground: 'b', evidence: 'CV-1' });
    expect(due(await other.done('Resume', '2026-08-10', { reason: 'Đã có kết quả.' }), 'contested-suspension')).toBeNull();
  });

  it('is not made once the time for settling is over, nor twice at a time; unlike the other one it existed before 2026-07-01', async () => {
    const late = await assignedOn('2026-07-06');
    expect(await late.refused('SuspendContested', '2026-08-06', harm)).toMatchObject({ params: { rule: 'contested-no-time-left' } });
    const at = await assignedOn('2026-06-01');
    await at.done('SuspendContested', '2026-06-10', harm);
    expect(await at.refused('SuspendContested', '2026-06-11', harm)).toMatchObject({ code: 'CONTESTED_SUSPENDED' });
    expect(await at.refused('Suspend', '2026-06-12', { ground: 'a', evidence: 'x' })).toMatchObject({ code: 'LAW_OBJECTS' });
  });
});
