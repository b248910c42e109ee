import { describe, expect, it } from 'vitest';
import { head, openDesk } from './desk.ts';

const right = { actor: head('right') };
const silence = { against: 'silence', summary: 'Nobody answered.' };

describe('an open offer', () => {
  it('can still be answered after the holder changed inside the unit', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('OfferTransfer', '2026-01-12', { toUnit: 'right' });
    await done('MoveCustody', '2026-01-13', { toUnit: 'left', person: 'p-8', reason: 'The officer left.' });
    const taken = await done('AcceptTransfer', '2026-01-14', {}, right);
    expect(taken.state).toMatchObject({ stage: 'assigned', custody: { offer: null, holder: { unit: 'right' } } });
  });

  it('cannot take a case away from the level it went up to, and the answer that is left takes it back to where it was', async () => {
    const { done, refused, assigned } = openDesk();
    await assigned();
    await done('OfferTransfer', '2026-01-12', { toUnit: 'right' });
    await done('Recomplain', '2026-02-10', silence);
    expect((await refused('AcceptTransfer', '2026-02-11', {}, right)).code).toBe('NOT_THE_HOLDER');
    const refusedIt = await done('RefuseTransfer', '2026-02-11', { reason: 'Not ours.' }, right);
    expect(refusedIt.state).toMatchObject({ stage: 'recomplained', custody: { offer: null, holder: { unit: 'top' } } });
  });
});
