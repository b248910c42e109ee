import { describe, expect, it } from 'vitest';
import { letter, openDesk } from './desk.ts';

describe('a command over HTTP', () => {
  it('is done, and answers with the case, its version and its facts', async () => {
    const desk = openDesk();
    const answer = await desk.send('/cases/case-1/commands', '"c 1"', { type: 'Receive', on: '2026-06-01', data: letter });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"1"']);
    const body = await answer.json();
    expect([body.case, body.version, body.state.stage, body.facts[0].meta.command]).toEqual(['case-1', 1, 'received', 'c 1']);
  });
});
