import { AssertionError } from 'node:assert';
import { holdsFor, houseSetting, invariants, runInvariants } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { brokenFor } from './broken.ts';

const failure = async (attempt: Promise<void>): Promise<unknown> => attempt.then(() => null).catch((error: unknown) => error);

// The executable control of every invariant: each must find what was broken for it, and by its own assertion.
describe('an invariant finds what was broken for it', () => {
  for (const each of invariants) {
    it(each.name, async () => {
      const setting = brokenFor(each.name) ?? expect.fail('nothing was broken for it');
      const found = await failure(holdsFor(each, setting, { runs: 300, seed: 2, shrink: false }));
      expect(found, 'it found nothing').toBeInstanceOf(Error);
      expect(found).toHaveProperty('cause', expect.any(AssertionError));
    });
  }
});

describe('all invariants in one go', () => {
  it('pass in silence where all of them hold', async () => {
    await runInvariants(houseSetting(), { runs: 2, seed: 1 });
  });

  it('name the one that does not hold, and how to see it again', async () => {
    const broken = brokenFor('a remark moves no clock') ?? expect.fail('nothing was broken');
    await expect(runInvariants(broken, { runs: 60, seed: 1, shrink: false })).rejects.toThrow(
      /It does not hold that a remark moves no clock.*seed: 1/s,
    );
  });
});
