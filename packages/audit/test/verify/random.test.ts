/** What is changed by chance is found, what is not changed is never refused, rubbish is told in findings: and both verifiers agree. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import { type BundleVerdict, verifierFrom, verifyBundle } from '../../src/index.ts';
import { bundles, caseBundle, type Files, folderOf, logBundle, signer, smallLog, stopwatch } from './bundle.ts';
import { bundleBy, Chance, rubbishBy, saysTheSame, tampered } from './random.ts';
import { pythonIsHere, SecondVerifier } from './second-verifier.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const second = pythonIsHere ? new SecondVerifier() : null;
afterAll(() => {
  second?.end();
  rmSync(bundles, { recursive: true, force: true });
});

const verifiers = [verifierFrom(signer.vkey)];
const folder = folderOf(new Map());

/** One folder, whose files are written anew each time. */
function put(files: Files): string {
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** The other verifier computes signatures by hand and takes its time: in a check it is asked about some, in a long run about all. */
const SOME = process.env.LONG === undefined ? 5 : 1;

/** The verdict, once the other verifier has agreed. */
async function verdictOf(files: Files, chance: Chance, seen?: Uint8Array): Promise<BundleVerdict> {
  const asked = { folder: put(files), verifiers };
  const verdict = await verifyBundle(seen ? { ...asked, seen } : asked);
  const other = chance.below(SOME) > 0 ? null : await second?.verify(folder, [signer.vkey], seen && Buffer.from(seen).toString());
  if (other) expect({ ok: other.ok, findings: other.findings }, says(verdict)).toMatchObject({ ok: verdict.ok });
  expect(verdict.findings.every(({ says }) => says.length > 10)).toBe(true);
  return verdict;
}

const says = ({ findings }: BundleVerdict): string => findings.map(({ code, file, line }) => `${code} ${file}:${line}`).join(', ');

const each = (name: string, usual: number, long: number, check: (chance: Chance) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(fc.noShrink(fc.integer({ min: 0, max: 0xffff_ffff })), (number) => check(new Chance(number))),
    { ...seed, numRuns: length(name, usual, long) },
  );

describe('by chance', () => {
  it('a bundle that was tampered with is never accepted, and one that still says the same is', async () => {
    const log = smallLog();
    const foreign = new Map([...(await caseBundle(log, 'c-2', { since: 3 })), ...(await logBundle(log))]);
    let unchanged = 0;
    await each('tampered bundles', 2_000, 100_000, async (chance) => {
      const { files } = await bundleBy(chance);
      const changed = tampered(files, foreign, chance);
      const verdict = await verdictOf(changed, chance);
      const same = saysTheSame(files, changed);
      if (same) unchanged += 1;
      expect(verdict.ok, says(verdict)).toBe(same);
    });
    // Control: most of the tamperings do change something.
    expect(unchanged).toBeLessThan(length('tampered bundles', 2_000, 100_000) / 3);
  });

  it('an untouched bundle is never refused', async () => {
    await each('untouched bundles', 500, 10_000, async (chance) => {
      const { files, seen } = await bundleBy(chance);
      const verdict = await verdictOf(files, chance, chance.once(2) ? seen : undefined);
      expect(verdict.ok, says(verdict)).toBe(true);
      expect(verdict.proved.length).toBeGreaterThanOrEqual(3);
    });
  });

  it('rubbish is told in findings, and nothing is thrown', async () => {
    const log = smallLog();
    const real = [await logBundle(log, { since: 5 }), await caseBundle(log, 'c-1', { since: 5 })] as const;
    await each('malformed inputs', 1_000, 100_000, async (chance) => {
      // Processor time: on the wall a machine that stood still would look like a verifier that hangs.
      const worked = stopwatch();
      const original = chance.of([real[0], real[1]]);
      const files = rubbishBy(chance, original);
      const verdict = await verdictOf(files, chance);
      expect(verdict.ok, says(verdict)).toBe(saysTheSame(original, files));
      expect(worked()).toBeLessThan(10_000);
    });
  });
});
