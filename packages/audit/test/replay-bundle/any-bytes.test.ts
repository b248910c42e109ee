/** Bytes of a bundle's file changed at random. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { houseLog, recordsOf } from '../house-log.ts';
import { bundleOfBytes, inOrder, replayedFrom } from './bundles.ts';

let bytes: Buffer;
beforeAll(async () => {
  bytes = Buffer.from((await recordsOf(await houseLog())).map(({ text }) => `${text}\n`).join(''));
});

describe('whatever bytes are changed', () => {
  it('a replay ends with findings, if any, never throws, and finds the same however few cases it holds', async () => {
    const { runs: numRuns, seed } = tried(150);
    const change = fc.record({
      at: fc.nat(),
      length: fc.integer({ min: 0, max: 40 }),
      to: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, length, to }) => {
        const from = at % bytes.length;
        const damaged = Buffer.concat([bytes.subarray(0, from), to, bytes.subarray(from + length)]);
        const folder = bundleOfBytes(damaged);
        const [one, all] = [await replayedFrom(folder, { openCases: 1 }), await replayedFrom(folder)];
        expect(one.findings.every(({ says }) => says !== '')).toBe(true);
        expect(inOrder(one.findings)).toEqual(inOrder(all.findings));
        expect(one.summary).toEqual(all.summary);
      }),
      { numRuns, seed },
    );
  });
});
