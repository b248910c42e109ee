import { describe, expect, it } from 'vitest';
import { openDesk } from './desk.ts';

const decision = { outcome: 'wrong', decision: 'D-1', summary: 'No.' };

describe('a late paper', () => {
  it('does not open a way for others to be dated before what had been done', async () => {
    const { done, refused, assigned } = openDesk();
    await assigned();
    await done('Reassign', '2026-01-20', { person: 'p-8', reason: 'Ill.' });
    await done('Reassign', '2026-01-12', { person: 'p-9', reason: 'Found now.' }, { late: { ground: 'lost', document: 'L-1' } });
    expect((await refused('Resolve', '2026-01-15', decision)).params).toEqual({ on: '2026-01-15', last: '2026-01-20' });
  });
});
