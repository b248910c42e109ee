/** What the file of a complaint keeps for a law to ask: signatures, obstacles, who acts for whom, what became of the matter before. */
import { describe, expect, it } from 'vitest';
import { letter, openDesk } from './desk.ts';

const flood = { from: '2025-11-01', through: '2025-11-20', shownBy: 'P-1' };
const fever = { from: '2025-12-01', through: '2025-12-05', shownBy: 'P-2' };
const lawyer = { person: 'm-9', as: 'lawyer', form: 'written' } as const;

describe('the file of a complaint', () => {
  it('keeps what the paper said when it arrived', async () => {
    const desk = openDesk();
    const more = {
      complainants: [{ member: 'm-1', signed: false }, { member: 'm-2' }],
      forwardedBy: 'a deputy',
      forwarder: 'deputy',
      authorised: lawyer,
      obstacles: [flood],
      earlier: { ended: 'withdrawn', on: '2025-06-02' },
      contests: { decision: 'D-0', issuedBy: 'left', madeBy: ['p-4'] },
    };
    const { state } = await desk.done('Receive', '2026-01-05', { ...letter, ...more });
    expect(state.members.map(({ signed }) => signed)).toEqual([false, null]);
    expect(state).toMatchObject({
      forwardedBy: { body: 'a deputy', kind: 'deputy' },
      authorised: lawyer,
      obstacles: [flood],
      earlier: { ended: 'withdrawn' },
      contests: { madeBy: ['p-4'] },
    });
    // Control: a bare letter says nothing of the kind.
    const bare = (await openDesk().done('Receive', '2026-01-05', letter)).state;
    expect([bare.forwardedBy, bare.authorised, bare.obstacles, bare.earlier, bare.members[0]?.signed]).toEqual([
      null,
      null,
      [],
      null,
      null,
    ]);
  });

  it('is completed by a signature, an authorisation and an obstacle that arrive later, also at the next level', async () => {
    const desk = openDesk();
    await desk.done('Receive', '2026-01-05', { ...letter, complainants: [{ member: 'm-1', signed: false }], obstacles: [flood] });
    const completed = await desk.done('Complete', '2026-01-06', {
      documents: ['The letter, signed.'],
      signed: ['m-1'],
      authorised: lawyer,
      obstacles: [fever],
    });
    expect(completed.state).toMatchObject({ arrivals: 1, members: [{ signed: true }], authorised: lawyer, obstacles: [flood, fever] });
    await desk.done('Accept', '2026-01-07');
    await desk.done('Assign', '2026-01-07', { person: 'p-7' });
    await desk.done('Resolve', '2026-01-20', { outcome: 'wrong', decision: 'D-1', summary: 'No.' });
    const again = await desk.done('Recomplain', '2026-01-22', { against: 'decision', summary: 'Wrong.', obstacles: [fever] });
    expect(again.state.obstacles).toHaveLength(3);
  });

  it('says when a dialogue was called and who had a good reason to stay away from it', async () => {
    const desk = openDesk();
    await desk.assigned();
    const called = await desk.done('CallDialogue', '2026-01-12', { heldOn: '2026-01-19', place: 'Room 2', form: 'written' });
    expect([called.state.dialogueCalledOn, called.state.dialogueCalledFor]).toEqual(['2026-01-12', '2026-01-19']);
    const minutes = { minutes: 'B-1', attended: [], absent: ['m-1'], chairedBy: 'p-left' };
    const held = await desk.done('HoldDialogue', '2026-01-19', { ...minutes, excused: ['m-1'] });
    expect([held.state.dialogueCalledOn, held.state.levels[0]?.dialogueExcused]).toEqual([null, ['m-1']]);
    // Control: the next dialogue, with nobody excused, leaves nothing of the last one.
    expect((await desk.done('HoldDialogue', '2026-01-20', minutes)).state.levels[0]?.dialogueExcused).toEqual([]);
  });
});
