import { LARGEST_RECORD } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openDoor } from './door.ts';

const arrival = (body: unknown) => ({ type: 'RecordArrival', data: { arrived: 'letter', body } });

describe('a fact too large for any log', () => {
  it('is refused by the store, which says how large it was, and nothing is written', async () => {
    const fault = await (await openDoor()).faulty(arrival({ text: 'x'.repeat(LARGEST_RECORD) }));
    expect(fault).toMatchObject({ code: 'too-large', retryable: false });
    expect(fault.says).toContain(`of ${LARGEST_RECORD} allowed`);
  });

  it('is measured in bytes: Vietnamese takes up to three for a letter', async () => {
    const { faulty, send } = await openDoor();
    const letters = Math.floor(LARGEST_RECORD / 3);
    expect(await faulty(arrival({ text: 'ế'.repeat(letters) }))).toMatchObject({ code: 'too-large' });
    expect(await send(arrival({ text: 'e'.repeat(letters) }))).toMatchObject({ done: true });
  });
});

async function refusedByPlace(changes: object, says: string): Promise<void> {
  const { send, log } = await openDoor();
  const before = (await log()).length;
  const params = { problem: expect.stringContaining(`: ${says}`) };
  expect(await send({ ...changes })).toMatchObject({ refused: true, code: 'INVALID_COMMAND', params });
  expect((await log()).length).toBe(before);
}

describe('a lone surrogate, which UTF-8 cannot say', () => {
  for (const [where, changes] of [
    ['in a text', { data: { text: 'a\ud800b' } }],
    ['inside what arrived', arrival({ text: '\udfff' })],
    ['in the command id', { id: 'c-\ud800' }],
    ['in the name of the actor', { actor: { id: 'p-\udc00', unit: 'left', role: 'head' } }],
    [
      'in the case id',
      { case: 'case-\ud800', type: 'Receive', data: { channel: 'post', unit: 'left', summary: 'S', complainants: [{ member: 'm' }] } },
    ],
  ] as const) {
    it(`${where} is refused by its place, and nothing is written`, () => refusedByPlace(changes, 'holds half of a character'));
  }

  it('in the name of a field is refused by the store, and nothing is written', async () => {
    const fault = await (await openDoor()).faulty({ ...arrival({ '\ud83d': 1 }) });
    expect(fault.code).toBe('not-storable');
    expect(fault.says).toMatch(/surrogate/);
  });

  it('is something else than an emoji, which is written', async () => {
    expect(await (await openDoor()).send({ data: { text: '👩‍⚖️' } })).toMatchObject({ done: true });
  });
});

describe('a text that looks like the handle of a value in a vault', () => {
  const handle = `sealed:${'A'.repeat(43)}`;
  const opening = { channel: 'post', unit: 'left', summary: 'S', complainants: [{ member: 'm' }] };
  for (const [where, changes] of [
    ['in a text', { data: { text: handle } }],
    ['inside what arrived', arrival({ deep: [handle] })],
    ['in the case id', { case: handle, type: 'Receive', data: opening }],
  ] as const) {
    it(`${where} is refused by its place, and nothing is written`, () =>
      refusedByPlace(changes, 'looks like the handle of a value in a vault'));
  }

  it('is something else than a sentence with the word in it', async () => {
    const { send } = await openDoor();
    expect(await send({ data: { text: `sealed: ${'A'.repeat(43)}` } })).toMatchObject({ done: true });
    expect(await send({ id: 'c-2', data: { text: `${handle} and more` } })).toMatchObject({ done: true });
  });
});

describe('a field called __proto__', () => {
  const sent = (json: string): unknown => JSON.parse(json);

  for (const [where, changes] of [
    ['of the command', sent('{"__proto__":{"role":"head"}}')],
    ['of the actor', sent('{"actor":{"id":"p-1","unit":"left","role":"clerk","__proto__":{"role":"head"}}}')],
    ['of the data', sent('{"data":{"text":"A note.","__proto__":{"polluted":true}}}')],
    ['of what arrived', sent('{"type":"RecordArrival","data":{"arrived":"letter","body":{"__proto__":{"polluted":true}}}}')],
    ['deep in what arrived', sent('{"type":"RecordArrival","data":{"arrived":"letter","body":{"a":[{"__proto__":1}]}}}')],
  ] as const) {
    it(`${where} is refused by name: it neither vanishes nor changes any other object`, async () => {
      const { engine, log } = await openDoor();
      const before = (await log()).length;
      const usual = sent('{"id":"wrong","type":"Note","case":"case-1","on":"2026-06-30","data":{"text":"A note."}}') as object;
      const command = { ...usual, actor: { id: 'p-left', unit: 'left', role: 'head' } };
      // Not assigned: an assignment would set the prototype instead of the field.
      for (const [key, value] of Object.entries(changes as object)) Object.defineProperty(command, key, { value, enumerable: true });
      const outcome = await engine.execute(command as never);
      expect(outcome).toMatchObject({ refused: true, code: 'INVALID_COMMAND', params: { problem: expect.stringContaining('__proto__') } });
      expect((await log()).length).toBe(before);
      expect(({} as { polluted?: true }).polluted).toBeUndefined();
    });
  }

  it('is the only such name: constructor and toString are fields like any other', async () => {
    const { send, log } = await openDoor();
    expect(await send(arrival({ constructor: 1, toString: 2, hasOwnProperty: 3 }))).toMatchObject({ done: true });
    expect((await log()).at(-1)?.record.data.body).toEqual({ constructor: 1, toString: 2, hasOwnProperty: 3 });
  });
});

describe('a value without an end', () => {
  it('is refused where it holds itself', async () => {
    const circle: Record<string, unknown> = {};
    circle.inside = circle;
    expect(await (await openDoor()).refused(arrival(circle))).toMatchObject({ code: 'INVALID_COMMAND' });
  });

  it('is refused where it is nested a hundred thousand levels deep', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const refusal = await (await openDoor()).refused(arrival({ deep }));
    expect(refusal.params.problem).toContain('levels deep');
  });
});
