/** When places are given: in a pause of the appends, and without a pause all the same. */
import { describe, expect, it } from 'vitest';
import { Connections } from '../src/driver.ts';
import { placer } from '../src/placing.ts';

/** A server that answers each step so, one after the other, and the last answer from then on; told when it is asked. */
function steps(...answers: readonly (string | null | Error)[]) {
  const asked: number[] = [];
  let whileAsked = (): void => {};
  const query = async (): Promise<{ rows: unknown[] }> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? null;
    asked.push(performance.now());
    whileAsked();
    if (answer instanceof Error) throw answer;
    return { rows: [[answer]] };
  };
  const client = { query, release: () => {}, on: () => client, removeListener: () => client };
  const connections = new Connections({ connect: async () => client } as never, 1000);
  const placing = placer({ schema: 'redress', connections, ask: async () => [], placed: () => {} });
  return {
    placing,
    asked,
    duringSteps(doing: () => void) {
      whileAsked = doing;
    },
  };
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('places are given', () => {
  it('although appends come without any pause', async () => {
    const { placing, asked } = steps('1');
    const begun = performance.now();
    while (asked.length === 0 && performance.now() - begun < 5_000) {
      placing.kick();
      await new Promise((resolve) => setImmediate(resolve));
    }
    // Before the last place is asked for at the stop, in any case.
    expect(asked.length).toBeGreaterThan(0);
    await placing.stop();
  });

  it('for an append that came while a step failed for good', async () => {
    const refused = Object.assign(new Error('permission denied'), { code: '42501', severity: 'ERROR' });
    const { placing, asked, duringSteps } = steps(refused, '1');
    duringSteps(() => {
      if (asked.length === 1) placing.kick();
    });
    placing.kick();
    await after(400);
    await placing.stop();
    expect(asked.length).toBe(2);
  });
});
