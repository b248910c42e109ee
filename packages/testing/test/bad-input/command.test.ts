import { caseIdFor, sayRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { letter, openDoor } from './door.ts';

describe('a command that cannot be understood is refused, and says which field is wrong', () => {
  const wrong: Readonly<Record<string, readonly [changes: Record<string, unknown>, field: string]>> = {
    'a day that does not exist': [{ on: '2026-02-30' }, 'on'],
    'a day written the other way round': [{ on: '30-06-2026' }, 'on'],
    'an instant for a day': [{ on: '2026-06-30T10:00:00Z' }, 'on'],
    'a number for a day': [{ on: 20260630 }, 'on'],
    'no day': [{ on: undefined }, 'on'],
    'no id': [{ id: undefined }, 'id'],
    'an empty id': [{ id: '' }, 'id'],
    'a number for an id': [{ id: 7 }, 'id'],
    'no type': [{ type: undefined }, 'type'],
    'a type that is no text, and cannot be made one': [{ type: { toString: 1 } }, 'type'],
    'no actor': [{ actor: undefined }, 'actor'],
    'an actor without a role': [{ actor: { id: 'p-1', unit: 'left' } }, 'actor.role'],
    'an actor with a field too many': [{ actor: { id: 'p-1', unit: 'left', role: 'head', admin: true } }, 'actor'],
    'a field that commands do not have': [{ force: true }, 'force'],
    'data that are a list': [{ data: ['A note.'] }, 'data'],
    'data that are a text': [{ data: 'A note.' }, 'data'],
    'a missing field': [{ data: {} }, 'text'],
    'a field of the wrong type': [{ data: { text: 7 } }, 'text'],
    'an empty text': [{ data: { text: '' } }, 'text'],
    'a text beyond its limit': [{ data: { text: 'x'.repeat(20_001) } }, 'text'],
    'a field too many in the data': [{ data: { text: 'A note.', secret: true } }, 'secret'],
    'a word that the field does not know': [{ type: 'Publish', data: { how: 'shouting', decision: 'D-1' } }, 'how'],
    'a day inside the data that does not exist': [
      { type: 'Apologise', data: { appointedOn: '2025-02-29', reason: 'Late.' } },
      'appointedOn',
    ],
    'a broken number': [{ type: 'Extend', data: { clock: 'acceptance', by: 1.5, reason: 'Much.' } }, 'by'],
    'no number': [{ type: 'Extend', data: { clock: 'acceptance', by: Number.NaN, reason: 'Much.' } }, 'by'],
  };
  for (const [what, [changes, field]] of Object.entries(wrong)) {
    it(what, async () => {
      const refusal = await (await openDoor()).refused(changes);
      expect(refusal.code).toBe('INVALID_COMMAND');
      expect(refusal.params.problem).toContain(field);
      expect(sayRefusal(refusal)).toContain('Nothing was written');
    });
  }

  it('nothing at all', async () => {
    const { engine, log } = await openDoor();
    const before = (await log()).length;
    for (const nothing of [undefined, null, 7, 'Note', [], {}]) {
      expect(await engine.execute(nothing as never)).toMatchObject({ refused: true, code: 'INVALID_COMMAND', asked: '', stage: 'none' });
    }
    expect((await log()).length).toBe(before);
  });

  // The control of this list: with nothing wrong, the very same command is done.
  it('but not one with nothing wrong', async () => {
    const { send, log } = await openDoor();
    expect(await send({})).toMatchObject({ done: true });
    expect((await log()).length).toBe(3);
  });

  // Seen to fail while a case that was there as undefined took the place of the one that the id gives.
  it('nor one whose fields that may be absent are there and hold undefined', async () => {
    const { send, store } = await openDoor();
    const nothing = { case: undefined, late: undefined, correlation: undefined, causation: undefined, version: undefined };
    const opening = { id: 'opening', type: 'Receive', caseType: 'complaint', data: letter };
    expect(await send({ ...opening, ...nothing })).toMatchObject({ done: true, case: caseIdFor(store.log, 'opening') });
    expect(await send({ ...opening, ...nothing, caseType: undefined, id: 'other', type: 'Destroy' })).toMatchObject({
      code: 'UNKNOWN_COMMAND',
    });
  });
});

describe('a command that nobody knows is refused', () => {
  for (const type of ['Destroy', 'note', 'constructor', 'toString', 'hasOwnProperty', '__proto__']) {
    it(type, async () => {
      const refusal = await (await openDoor()).refused({ type });
      expect(refusal.code).toBe('UNKNOWN_COMMAND');
      expect(refusal.mayFollow).toContain('Accept');
    });
  }
});

describe('a clock that the case does not have is refused', () => {
  for (const clock of ['none-such', 'constructor', 'toString', '__proto__']) {
    it(clock, async () => {
      const { refused } = await openDoor();
      expect(await refused({ type: 'Extend', data: { clock, by: 1, reason: 'Much.' } })).toMatchObject({ code: 'NO_SUCH_CLOCK' });
      expect(await refused({ type: 'RecordRunOut', data: { clock } })).toMatchObject({ code: 'NO_SUCH_CLOCK' });
    });
  }

  it('and by the door that records everything, it is recorded and moves nothing', async () => {
    const { engine } = await openDoor();
    const before = await engine.load('case-1');
    const actor = { id: 'p-left', unit: 'left', role: 'head' };
    const data = { clock: '__proto__', by: 1, reason: 'Much.' };
    expect(await engine.observe({ id: 'odd', type: 'Extend', case: 'case-1', on: '2026-06-30', actor, data })).toMatchObject({
      done: true,
    });
    expect((await engine.load('case-1'))?.state.clocks).toEqual(before?.state.clocks);
  });
});

describe('a day that has not come is refused', () => {
  it('and the refusal says which day it is', async () => {
    const refusal = await (await openDoor()).refused({ on: '2026-07-01' });
    expect(refusal).toMatchObject({ code: 'FUTURE_DAY', params: { on: '2026-07-01', today: '2026-06-30' } });
  });
});
