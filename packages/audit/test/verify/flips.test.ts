/** Every bit of every file, turned over one at a time. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import { verifierFrom, verifyBundle } from '../../src/index.ts';
import { bundles, caseBundle, disclosureOf, type Files, folderOf, LogOf, logBundle, signer, signerOf, uuid5 } from './bundle.ts';
import { Chance } from './random.ts';

afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const verifiers = [verifierFrom(signer.vkey)];

/** About 20 kB in all seven files, with a second signature by a key that nobody knows. */
async function caseOf20kB(): Promise<Files> {
  const log = new LogOf();
  const id = uuid5('disclosed');
  const disclosed = disclosureOf(id, '/denouncer/name', 'Nguyễn Thị Ế');
  for (let at = 0; at < 72; at += 1) {
    log.add(at % 4 === 0 ? 'c-1' : `c-${at}`, { data: { at, text: 'Khiếu nại lần đầu' } });
    if (at === 20) log.add('c-1', { id, sealed: [disclosed.commitment] });
  }
  log.seal({}, ['c-1']);
  log.add('c-1');
  return caseBundle(log, 'c-1', { since: 7, disclosures: [disclosed.line], by: [signer, signerOf('witness.example', 9)] });
}

const sizeOf = (files: Files): number => [...files.values()].reduce((sum, { length: bytes }) => sum + bytes, 0);

/** Bytes of lines by keys that are not known, which may say anything. */
function unknownFrom(name: string, bytes: Buffer): number {
  const at = name.endsWith('checkpoint') ? bytes.indexOf('— witness') : -1;
  return at < 0 ? bytes.length : at;
}

/** In a check one bit of each byte is turned, by chance; in a long run each of them. */
const EVERY = length('bits of each byte turned over', 1, 8);

async function flipped(files: Files): Promise<{ readonly turned: number; readonly accepted: readonly string[] }> {
  const folder = folderOf(files);
  const chance = new Chance(Number(process.env.FC_SEED ?? 1));
  const accepted: string[] = [];
  let turned = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content);
    for (let at = 0; at < unknownFrom(name, bytes); at += 1) {
      const first = EVERY === 8 ? 0 : chance.below(8);
      for (let bit = first; bit < first + EVERY; bit += 1) {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
        writeFileSync(join(folder, name), bytes);
        if ((await verifyBundle({ folder, verifiers })).ok) accepted.push(`${name}: bit ${bit % 8} of byte ${at}`);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
        turned += 1;
      }
    }
    writeFileSync(join(folder, name), bytes);
  }
  expect((await verifyBundle({ folder, verifiers })).ok).toBe(true);
  return { turned, accepted };
}

it('any bit turned over in the bundle of a case is found', { timeout: 3_600_000 }, async () => {
  const files = await caseOf20kB();
  expect(sizeOf(files)).toBeGreaterThan(18_000);
  const { turned, accepted } = await flipped(files);
  expect(accepted).toEqual([]);
  expect(turned).toBeGreaterThan(17_000 * EVERY);
});

it('any bit turned over in the bundle of a whole log is found', { timeout: 3_600_000 }, async () => {
  const log = new LogOf();
  for (let at = 0; at < 12; at += 1) log.add(`c-${at % 5}`);
  log.seal();
  const { accepted } = await flipped(await logBundle(log, { since: 7 }));
  expect(accepted).toEqual([]);
});
