/** A command may name the version that its sender has seen. It is compared with the very head that the facts are appended after. */
import { type EventStore, isRefusal, memoryStore } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { head, letter, openDesk } from './desk.ts';

const now = () => '2026-06-30T10:00:00.000Z';

/** A store on which so many appends wait for each other: all were judged before the first one writes. */
function meeting(store: EventStore, most: number): EventStore {
  let waiting: (() => void)[] = [];
  let met = false;
  const all = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length < most) return;
      met = true;
      for (const go of waiting) go();
      waiting = [];
    });
  const together: EventStore['append'] = async (stream, at, facts) => {
    if (at.version > 0 && !met) await all();
    return store.append(stream, at, facts);
  };
  return new Proxy(store, { get: (target, name) => (name === 'append' ? together : Reflect.get(target, name)) });
}

describe('the version that was seen', () => {
  it('lets a command pass while the case stands there', async () => {
    const desk = openDesk();
    await desk.done('Receive', '2026-01-05', letter, { version: 0 });
    const done = await desk.done('Note', '2026-01-06', { text: 'Called him.' }, { version: 1 });
    expect(done.state.version).toBe(2);
  });

  it('refuses it once the case stands elsewhere, names both versions in both languages, and nothing is written', async () => {
    const desk = openDesk();
    await desk.done('Receive', '2026-01-05', letter);
    await desk.done('Note', '2026-01-06', { text: 'One.' });
    for (const version of [0, 1, 3]) {
      const refusal = await desk.refused('Note', '2026-01-06', { text: 'Two.' }, { version });
      expect([refusal.code, refusal.params]).toEqual(['CASE_MOVED_ON', { case: 'case-1', seen: version, version: 2 }]);
    }
    expect((await desk.engine.history('case-1')).length).toBe(2);
    // Seen to fail where the version is not given: the same command is done.
    await desk.done('Note', '2026-01-06', { text: 'Two.' });
  });

  it('opens a case only where none was there', async () => {
    const desk = openDesk();
    await desk.done('Receive', '2026-01-05', letter);
    expect((await desk.refused('Receive', '2026-01-06', letter, { version: 0 })).code).toBe('CASE_MOVED_ON');
    expect((await desk.refused('Receive', '2026-01-06', letter, { case: 'case-2', version: 4 })).code).toBe('CASE_MOVED_ON');
    expect((await desk.refused('Note', '2026-01-06', { text: 'x' }, { case: 'case-3', version: 4 })).code).toBe('UNKNOWN_CASE');
  });

  it('gives a command that was done its first answer, wherever the case stands by now', async () => {
    const desk = openDesk();
    await desk.done('Receive', '2026-01-05', letter);
    const same = { id: 'same', version: 1 };
    await desk.done('Note', '2026-01-06', { text: 'One.' }, same);
    await desk.done('Note', '2026-01-06', { text: 'Two.' });
    const again = await desk.done('Note', '2026-01-06', { text: 'One.' }, same);
    expect([again.repeated, again.facts[0]?.record.version]).toEqual([true, 2]);
  });

  it('is no version where it is no count', async () => {
    const desk = openDesk();
    for (const version of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect((await desk.refused('Receive', '2026-01-05', letter, { version })).params.problem).toContain('version');
  });

  it.each([
    ['lets one of ten pass that saw the same version and were all judged on it', 1, 1],
    ['is what makes the others fail: all ten pass that name none', undefined, 10],
  ] as const)('%s', async (_, version, passed) => {
    const desk = openDesk(now, meeting(memoryStore({ now }), 10));
    await desk.done('Receive', '2026-01-05', letter);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_each, at) =>
        desk.ask('Note', '2026-01-06', { text: `Note ${at}` }, { actor: head('left'), ...(version === undefined ? {} : { version }) }),
      ),
    );
    const refused = outcomes.filter(isRefusal);
    expect(outcomes.length - refused.length).toBe(passed);
    for (const { code, params } of refused) expect([code, params.seen]).toEqual(['CASE_MOVED_ON', 1]);
    expect((await desk.engine.history('case-1')).length).toBe(1 + passed);
  });
});
