import { describe, expect, it } from 'vitest';
import { openDoor } from './door.ts';

describe('a command for a case that is not there is refused', () => {
  for (const [type, data] of [
    ['Accept', {}],
    ['Note', { text: 'A note.' }],
    ['RecordVisit', { unit: 'left', purpose: 'Asked.' }],
    ['Withdraw', { form: 'petition' }],
  ] as const) {
    it(type, async () => {
      const refusal = await (await openDoor()).refused({ case: 'case-9', caseType: 'complaint', type, data });
      expect(refusal).toMatchObject({ code: 'UNKNOWN_CASE', params: { case: 'case-9' }, stage: 'none' });
    });
  }

  it('also where several case types could be meant', async () => {
    expect(await (await openDoor()).refused({ case: 'case-9' })).toMatchObject({ code: 'UNKNOWN_CASE' });
  });
});

describe('a command for a case of another type is refused', () => {
  it('where the sender says which type he means', async () => {
    const refusal = await (await openDoor()).refused({ case: 'permit-1', caseType: 'complaint' });
    expect(refusal).toMatchObject({ code: 'ANOTHER_CASE_TYPE', params: { case: 'permit-1', is: 'permit', asked: 'complaint' } });
  });

  it('where the case has no such command', async () => {
    expect(await (await openDoor()).refused({ case: 'permit-1' })).toMatchObject({
      code: 'UNKNOWN_COMMAND',
      mayFollow: ['Apply', 'Grant', 'Remark', 'RemarkTwice', 'RecordRunOut', 'RecountClocks'],
    });
    expect(await (await openDoor()).refused({ case: 'case-1', type: 'Grant', data: {} })).toMatchObject({ code: 'UNKNOWN_COMMAND' });
  });

  it('where the opening command is that of another type, though it opens a case of its own elsewhere', async () => {
    const { refused, send } = await openDoor();
    expect(await refused({ case: 'case-1', type: 'Apply', data: {} })).toMatchObject({ code: 'UNKNOWN_COMMAND' });
    expect(await send({ case: 'permit-2', type: 'Apply', data: {} })).toMatchObject({ done: true });
  });
});

describe('a command id that was used for something else is refused', () => {
  it('for another command', async () => {
    const { send, refused } = await openDoor();
    await send({ id: 'once' });
    expect(await refused({ id: 'once', type: 'Acknowledge', data: {} })).toMatchObject({
      code: 'COMMAND_ID_REUSED',
      params: { id: 'once' },
    });
  });

  it('by another actor', async () => {
    const { send, refused } = await openDoor();
    await send({ id: 'once' });
    expect(await refused({ id: 'once', actor: { id: 'p-far', unit: 'far', role: 'head' } })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('for another case, which is known by the ids of as many facts', async () => {
    const { send, refused } = await openDoor();
    await send({ id: 'once' });
    expect(await refused({ id: 'once', case: 'permit-1', type: 'Remark' })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    // With another number of facts, as ARCHITECTURE.md says, it is another command.
    expect(await send({ id: 'once', case: 'permit-1', type: 'RemarkTwice' })).toMatchObject({ done: true, facts: [{}, {}] });
  });

  it('but not for the same thing again, which is answered as it was at first', async () => {
    const { send } = await openDoor();
    const first = await send({ id: 'once' });
    expect(await send({ id: 'once' })).toEqual({ ...first, repeated: true });
  });
});
