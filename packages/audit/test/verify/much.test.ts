/** A bundle of nothing but rubbish, by the megabyte: it takes a verifier little time, and little memory. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { verifierFrom } from '../../src/checkpoint.ts';
import type { BundleVerdict } from '../../src/verdict.ts';
import { verifyBundle } from '../../src/verify.ts';
import { bundles, folderOf, logBundle, signer, smallLog, stopwatch } from './bundle.ts';

const whole = await logBundle(smallLog());
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const verified = (folder: string): Promise<BundleVerdict> => verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)] });

const places = ({ findings }: BundleVerdict): readonly string[] =>
  findings.map(({ code, file, line }) => `${code} ${file}${line === undefined ? '' : `:${line}`}`);

describe('much of it', () => {
  it('rubbish by the megabyte takes longer by as much as it is longer', async () => {
    const lines = [
      '\n',
      '{}\n',
      '{x}\n',
      '[]\n',
      `${'{'.repeat(199)}\n`,
      `{"a":${'['.repeat(240)}\n`,
      '\u00ff\n',
      `"${'\\u0061'.repeat(40)}"\n`,
    ];
    for (const line of lines) {
      const tried = async (bytes: number): Promise<BundleVerdict & { readonly took: number }> => {
        const folder = folderOf(new Map(whole).set('records.ndjson', Buffer.from(line.repeat(Math.ceil(bytes / line.length)))));
        const worked = stopwatch();
        const verdict = await verified(folder);
        return { ...verdict, took: worked() };
      };
      const before = await tried(250_000);
      const { findings, found, took } = await tried(1_000_000);
      const after = await tried(250_000);
      // Four times as long; what looks back over all that came before would take sixteen times. A machine may change its speed meanwhile.
      expect(took / Math.max(before.took, after.took), JSON.stringify(line.slice(0, 20))).toBeLessThan(10);
      expect(findings.length).toBe(1_000);
      expect(found['record-malformed']).toBeGreaterThan(2_000);
    }
  });

  it('brackets by the megabyte are no index, and take no memory', async () => {
    const folder = folderOf(new Map(whole).set('index.json', Buffer.from('['.repeat(50_000_000))));
    expect(places(await verified(folder))).toContain('file-malformed index.json');
  });
});
