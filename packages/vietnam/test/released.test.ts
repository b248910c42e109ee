import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freeze, hashOf } from '../../../.config/freeze.ts';
import { vietnam, vietnamLaw } from '../src/index.ts';
import { released } from '../src/released/index.ts';

const source = join(import.meta.dirname, '..', 'src');
const folder = join(source, 'released');
const away = mkdtempSync(join(tmpdir(), 'released-'));
afterAll(() => rmSync(away, { recursive: true, force: true }));

describe('an edition that was released', () => {
  it('has a folder, and each folder is entered with what its sources hash to', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(released.map(({ version }) => version).sort());
    for (const { version, sources } of released) expect(hashOf(join(folder, version)), version).toBe(sources);
  });

  it('is found to have been touched (control)', () => {
    const [first] = released;
    cpSync(join(folder, first?.version ?? ''), join(away, 'touched'), { recursive: true });
    expect(hashOf(join(away, 'touched'))).toBe(first?.sources);
    appendFileSync(join(away, 'touched', 'law', 'civil-code.ts'), ' ');
    expect(hashOf(join(away, 'touched'))).not.toBe(first?.sources);
  });

  it('still answers by its digest, under the choices of then too', () => {
    // The digest that databases of that version hold.
    const digest = '12uMF7WTqOuSwsrVPxraumnvHGqGFxOLKDqimDVj-w0';
    expect(vietnam.at(digest)?.edition).toEqual({ pack: 'vietnam-complaints', version: '2026-11-22', digest });
    const statute = released[0]?.law({ acceptanceBasis: 'statute' }).edition.digest ?? '';
    expect(vietnam.at(statute)).toBeUndefined();
    expect(vietnamLaw({}, [{ acceptanceBasis: 'statute' }]).at(statute)?.edition.digest).toBe(statute);
  });

  it('is frozen from the sources that answer now, once', () => {
    const copy = join(away, 'src');
    cpSync(source, copy, { recursive: true });
    const made = freeze(copy, '2099-01-01');
    expect(readdirSync(made)).toEqual(expect.arrayContaining(['law', 'policy.ts', 'clocks.ts', 'petition']));
    expect(readdirSync(made)).not.toContain('released');
    expect(() => freeze(copy, '2099-01-01')).toThrow('was released before');
  });
});
