import { memoryVault } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { bodyOf, letter, openDesk, received } from './desk.ts';

const commands = '/cases/case-1/commands';
const deep = `{"type":"RecordArrival","on":"2026-06-02","data":{"arrived":"x","body":{"a":${'['.repeat(300)}${']'.repeat(300)}}}}`;

describe('a body', () => {
  it.each([
    ['{"type":"Note","on":"2026-06-02","data":{"text":"a","text":"b"}}', 400, 'data.text: is there twice'],
    ['{"type":"Note","on":"2026-06-02","data":{"text":"a","te\\u0078t":"b"}}', 400, 'data.text: is there twice'],
    ['{"type":"Note","on":"2026-06-02","data":{"__proto__":{"x":1},"text":"a"}}', 400, 'data.__proto__: is no name'],
    [deep, 400, 'levels deep'],
    ['{"type":"Note","on":"2026-06-02","data":{"text":"a","more":1}}', 422, 'more'],
    ['{"type":"Note","on":"2026-06-02","data":{"text":"\\ud800"}}', 422, 'data.text: holds half of a character'],
    ['[]', 422, 'object'],
    ['null', 422, 'object'],
  ])('that would lose something is refused, and says where: %s', async (body, status, says) => {
    const desk = await received();
    const answer = await desk.send(commands, 'k', body);
    expect(answer.status).toBe(status);
    expect((await bodyOf(answer)).detail).toContain(says);
    expect((await desk.log()).length).toBe(1);
  });

  it('is not repeated at length in the answer, nor is half of a character in it', async () => {
    const desk = await received();
    const long = '🖋'.repeat(40_000);
    const name = `a${long}`;
    for (const body of [
      `{"type":"Note","on":"2026-06-02","data":{"text":"a","${long}":1,"${long}":2}}`,
      { type: 'Note', on: '2026-06-02', data: { text: 'a', [name]: 1 } },
      { type: name, on: '2026-06-02', data: {} },
      { type: 'Note', on: '2026-06-02', data: { text: 'a' }, [name]: 1 },
      { type: 'RecordArrival', on: '2026-06-02', data: { arrived: 'x', body: { [name]: '\ud800' } } },
    ]) {
      const answer = await desk.send(commands, 'k', body);
      const text = await answer.text();
      expect([answer.status, text.length < 8000]).toEqual([answer.status >= 422 ? 422 : 400, true]);
      expect(text).toContain('…');
      expect(text).not.toMatch(/\\ud[89a-f]/);
    }
    // Short ones too.
    for (const body of [
      '{"type":"Note","on":"2026-06-02","data":{"\\ud800":1,"\\ud800":2}}',
      '{"type":"Note","on":"2026-06-02","data":{"text":"a"},"\\udc00":1}',
      '{"type":"\\ud800","on":"2026-06-02","data":{}}',
    ]) {
      const text = await (await desk.send(commands, 'k', body)).text();
      expect(text).toContain('\ufffd');
      expect(text).not.toMatch(/\\ud[89a-f]/);
    }
    expect((await desk.log()).length).toBe(1);
  });

  // Seen to fail: whoever sent JSON as JSON was told to do so.
  it('that is JSON, but packed or in another encoding, is refused by what would mend it', async () => {
    const desk = await received();
    for (const headers of [{ 'content-encoding': 'gzip' }, { 'content-type': 'application/json; charset=utf-16' }]) {
      for (const [language, says] of Object.entries({ en: 'in UTF-8 and not compressed', vi: 'bằng UTF-8 và không nén' })) {
        const answer = await desk.send(commands, 'k', {}, { 'accept-language': language, ...headers });
        expect([answer.status, (await bodyOf(answer)).remedy]).toEqual([415, expect.stringContaining(says)]);
      }
    }
  });

  it('may name the same field in different places, and hold what looks like a mark within a text', async () => {
    const desk = await received();
    const body = { arrived: 'x', body: { a: { text: '{"a":1,"a":2}' }, b: [{ text: '\\"' }, { text: ',' }] } };
    expect((await desk.send(commands, 'k', { type: 'RecordArrival', on: '2026-06-02', data: body })).status).toBe(200);
  });
});

describe('what lies in the vault', () => {
  it('comes out nowhere: neither the value nor the handle', async () => {
    const desk = openDesk({ vault: memoryVault() });
    const named = { ...letter, complainants: [{ member: 'm-1', name: 'Nguyễn Thị Canary', address: '12 Canary' }] };
    const sent = await desk.send(commands, 'k', { type: 'Receive', on: '2026-06-01', data: named });
    expect(sent.status).toBe(200);
    // It is in the log, as a handle: what is looked for could be found.
    expect((await desk.log()).join()).toContain('sealed:');
    let said = await sent.text();
    for (const path of ['/cases/case-1', '/cases/case-1/history', '/cases/case-1/options', '/cases/case-1/clocks', '/log'])
      said += await (await desk.get(path)).text();
    const closing = await desk.get('/events?after=');
    const reader = closing.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (!said.includes('caught-up')) said += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(said).toContain('"name":"sealed"');
    expect(said).not.toMatch(/Canary|sealed:/);
  });

  it('is not all that begins with the same word', async () => {
    const desk = openDesk({ vault: memoryVault() });
    const summary = 'sealed: the door of the office, at ten in the morning';
    const sent = await desk.send('/cases/sealed:1/commands', 'k', { type: 'Receive', on: '2026-06-01', data: { ...letter, summary } });
    expect(await bodyOf(sent)).toMatchObject({ case: 'sealed:1' });
    expect(await bodyOf(await desk.get('/cases/sealed:1'))).toMatchObject({ case: 'sealed:1', state: { caseId: 'sealed:1', summary } });
  });
});
