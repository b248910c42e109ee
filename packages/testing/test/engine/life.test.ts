import { describe, expect, it } from 'vitest';
import { head, letter, openDesk } from './desk.ts';

describe('a complaint', () => {
  it('goes from arrival to its file being closed, and no clock runs on', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    const resolved = await done('Resolve', '2026-01-20', { outcome: 'right', decision: 'D-1', summary: 'It is paid again.' });
    expect(resolved.state.obligations).toMatchObject([{ id: 'service-1', fulfilledOn: null, debtor: { person: 'p-7' } }]);
    const served = await done('Serve', '2026-01-21', { to: ['m-1'], decision: 'D-1' });
    expect(served.state.obligations[0]?.fulfilledOn).toBe('2026-01-21');
    const closed = await done('Close', '2026-02-20', { reason: 'The decision stands.' });
    expect(closed.state.stage).toBe('closed');
    expect(Object.values(closed.state.clocks).map((clock) => clock.status)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('cannot be resolved before it is assigned, and the refusal says what may follow', async () => {
    const { done, refused, engine } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const refusal = await refused('Resolve', '2026-01-06', { outcome: 'right', decision: 'D-1', summary: 'Yes.' });
    expect(refusal).toMatchObject({ code: 'NOT_IN_THIS_STAGE', asked: 'Resolve', stage: 'received' });
    expect(refusal.mayFollow).toContain('Accept');
    expect(await engine.history('case-1')).toHaveLength(1);
  });

  it('is held by the head of the receiving unit until somebody is assigned', async () => {
    const { done } = openDesk();
    const received = await done('Receive', '2026-01-05', letter);
    expect(received.state.custody.holder).toEqual({ unit: 'left', person: 'p-left', exOfficio: true });
    await done('Accept', '2026-01-08');
    const assigned = await done('Assign', '2026-01-09', { person: 'p-7' });
    expect(assigned.state.custody.holder).toEqual({ unit: 'left', person: 'p-7', exOfficio: false });
    // 8 January + 20 days = 28 January.
    expect(assigned.state.clocks.resolution?.dueOn).toBe('2026-01-28');
  });

  it('is disputed when two units hand it to and fro a second time, and lies before their common superior', async () => {
    const { done, refused } = openDesk();
    const right = { actor: head('right') };
    await done('Receive', '2026-01-05', letter);
    await done('OfferTransfer', '2026-01-06', { toUnit: 'right' });
    await done('AcceptTransfer', '2026-01-07', {}, right);
    expect((await refused('OfferTransfer', '2026-01-08', { toUnit: 'left' }, right)).code).toBe('RETURN_NEEDS_REASON');
    await done('OfferTransfer', '2026-01-08', { toUnit: 'left', reason: 'Not ours either.' }, right);
    await done('AcceptTransfer', '2026-01-09');
    const disputed = await done('OfferTransfer', '2026-01-10', { toUnit: 'right', reason: 'It is yours.' });
    expect(disputed.facts.map(({ record }) => record.type)).toEqual(['TransferOffered', 'CustodyDisputed']);
    expect(disputed.state.stage).toBe('escalated');
    expect(disputed.state.custody.before?.unit).toBe('top');
    expect((await refused('Rule', '2026-01-11', { toUnit: 'left', reason: 'Ours.' })).code).toBe('NOT_THE_SUPERIOR');
    const ruled = await done('Rule', '2026-01-12', { toUnit: 'left', reason: 'By competence.' }, { actor: head('top') });
    expect(ruled.state.stage).toBe('received');
  });

  it('goes a level up on the decision, and comes back if the level above does not accept it', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Resolve', '2026-01-20', { outcome: 'wrong', decision: 'D-1', summary: 'No.' });
    const again = await done('Recomplain', '2026-01-25', { against: 'decision', summary: 'It is still wrong.' });
    expect(again.state).toMatchObject({
      stage: 'recomplained',
      level: 2,
      recomplaints: 1,
      custody: { holder: { unit: 'top', person: 'p-top', exOfficio: true } },
    });
    const back = await done('NotAccept', '2026-01-28', { ground: 'late', reason: 'Too late.' }, { actor: head('top') });
    expect(back.state).toMatchObject({
      stage: 'resolved',
      level: 1,
      recomplaints: 1,
      custody: { holder: { unit: 'left', person: 'p-7' } },
    });
  });

  it('goes a level up on silence only once the term has run out; before that the paper is recorded and moves nothing', async () => {
    const { done, refused, assigned } = openDesk();
    await assigned();
    const early = await done('Recomplain', '2026-01-28', { against: 'silence', summary: 'Nobody answers.' });
    expect(early.facts.map(({ record }) => record.type)).toEqual(['ArrivalRecorded']);
    const silent = await done('Recomplain', '2026-01-29', { against: 'silence', summary: 'Nobody answered.' });
    expect(silent.state).toMatchObject({ stage: 'recomplained', level: 2 });
    expect(silent.state.obligations).toMatchObject([
      { id: 'decision-1', what: 'decision', debtor: { unit: 'left', person: 'p-7' }, fulfilledOn: null },
    ]);
    const no = await refused('NotAccept', '2026-01-30', { ground: 'x', reason: 'No.' }, { actor: head('top') });
    expect(no.code).toBe('DECISION_OWED_BELOW');
    const back = await done('SendBack', '2026-01-30', { reason: 'The lower level decides first.' }, { actor: head('top') });
    expect(back.state).toMatchObject({ stage: 'assigned', level: 1, custody: { holder: { person: 'p-7' } } });
  });

  it('counts a decision as served for the level that issued it, however late the paper comes', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Resolve', '2026-01-20', { outcome: 'wrong', decision: 'D-1', summary: 'No.' });
    await done('Recomplain', '2026-01-25', { against: 'decision', summary: 'Again.' });
    const served = await done('Serve', '2026-01-26', { to: ['m-1'], decision: 'D-1' });
    expect(served.state.levels.map(({ level, servedOn }) => [level, servedOn])).toEqual([
      [1, '2026-01-26'],
      [2, null],
    ]);
  });

  it('has levels that end: past the last one a paper is recorded and moves nothing', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    for (const [unit, month] of [
      ['left', '01'],
      ['top', '02'],
      ['board', '03'],
    ] as const) {
      if (unit !== 'left') {
        await done('Recomplain', `2026-${month}-01`, { against: 'decision', summary: 'Again.' }, { actor: head(unit) });
        await done('Accept', `2026-${month}-02`, {}, { actor: head(unit) });
        await done('Assign', `2026-${month}-03`, { person: 'p-x' }, { actor: head(unit) });
      }
      await done('Resolve', `2026-${month}-20`, { outcome: 'wrong', decision: `D-${month}`, summary: 'No.' }, { actor: head(unit) });
    }
    const last = await done('Recomplain', '2026-03-25', { against: 'decision', summary: 'Once more.' });
    expect(last.facts[0]?.record.type).toBe('ArrivalRecorded');
    expect(last.state.level).toBe(3);
  });
});
