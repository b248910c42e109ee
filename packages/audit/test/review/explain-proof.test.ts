import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, factId, NO_STREAM } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  caseInBundle,
  explainCase,
  explanationHtml,
  exportBundle,
  openCaseFile,
  openCheckpoint,
  type ProofStatus,
  proofByBundle,
  proofByLog,
  Saying,
  type Selection,
  signCheckpoint,
  signerFrom,
  verifierFrom,
} from '../../src/index.ts';
import { key, noteOver, originOf, place, seal, vkeyOf } from '../bundle-export/sealed-store.ts';
import { caseTypes, decision, fileOf, joinedUnseen, law, letter, type Written, written } from './written.ts';

const keysOf = (store: EventStore) => [verifierFrom(vkeyOf(store))];
const stranger = [verifierFrom(signerFrom('somebody.example/else', key).vkey)];

/** Two cases, a seal over both, and two facts after it. */
async function sealed(): Promise<Written & { readonly note: string }> {
  const log = await written(joinedUnseen.slice(0, 3));
  await written([{ type: 'Receive', on: '2026-01-06', data: letter }], 'other', log);
  await seal(log.store);
  return { ...log, note: await noteOver(log.store) };
}

async function goOn({ store, engine }: Written): Promise<void> {
  const actor = { id: 'p-left', unit: 'left', role: 'head' };
  await engine.execute({ id: 'later', type: 'Resolve', case: 'case', on: '2026-01-16', actor, data: decision });
  expect((await fileOf({ store })).facts).toHaveLength(4);
}

const shown = async (file: Awaited<ReturnType<typeof fileOf>>, proof: ProofStatus): Promise<string> => {
  const told = await explainCase(file, { laws: law, until: '2026-03-31', proof });
  return explanationHtml(told, file.type, new Saying('en'));
};

describe('what the log in the store proves of a case, against a signed checkpoint', () => {
  it('are its facts up to the size that was signed, and none of those after it', async () => {
    const log = await sealed();
    await goOn(log);
    const file = await fileOf(log);
    const proof = await proofByLog(file, log.store, log.note, keysOf(log.store));
    expect(proof).toEqual({
      proved: true,
      through: 3,
      origin: originOf(log.store),
      size: 5n,
      complete: 'whole-log',
      signedBy: [originOf(log.store)],
    });
    const page = await shown(file, proof);
    expect(page).toContain('Proved through fact 3 of 4');
    expect(page).toContain('Facts 4 to 4 were recorded after that, and are not proved.');
  });

  it('is nothing where the log gives another root, has fewer facts, or holds other facts of the case', async () => {
    const log = await sealed();
    const other = await sealed();
    const file = await fileOf(log);
    const keys = keysOf(log.store);
    // The two logs are alike up to their seals, whose ids are drawn: so the note over the first four facts holds for both.
    expect(await proofByLog(file, log.store, await noteOver(other.store, 4), keys)).toMatchObject({ proved: true, size: 4n });
    const larger = (await noteOver(log.store)).replace(/^5$/m, '6');
    await expect(proofByLog(file, log.store, larger, keys)).rejects.toMatchObject({ code: 'signature-invalid' });
    await seal(other.store);
    expect(await proofByLog(file, log.store, await noteOver(other.store), keys)).toMatchObject({
      proved: false,
      why: 'the log has 5 facts, and 6 were signed',
    });
    expect(await proofByLog(file, log.store, await noteOver(other.store), keys, 'vi')).toMatchObject({
      why: 'nhật ký có 5 sự kiện, trong khi 6 sự kiện đã được ký',
    });
    expect(await proofByLog(file, other.store, log.note, keys)).toMatchObject({
      proved: false,
      why: 'the log does not give the root that was signed: it is another one, or was changed',
    });
    const changed = { ...file, records: file.records.map((each) => ({ ...each, text: each.text.replace('The pension', 'No pension') })) };
    expect(await proofByLog(changed, log.store, log.note, keys)).toMatchObject({
      proved: false,
      why: 'fact 1 is not the one that lies in the log',
    });
  });

  it('is nothing of a case that came after it', async () => {
    const log = await sealed();
    await written([{ type: 'Receive', on: '2026-01-06', data: letter }], 'new', log);
    expect(await proofByLog(await fileOf(log, 'new'), log.store, log.note, keysOf(log.store))).toMatchObject({
      proved: false,
      why: 'no fact of the case lies within the part of the log that was signed',
    });
  });

  it('is nothing where the log has more facts of the case than were told', async () => {
    const log = await sealed();
    const file = await fileOf(log);
    const short = { ...file, facts: file.facts.slice(0, 2), records: file.records.slice(0, 2) };
    expect(await proofByLog(short, log.store, log.note, keysOf(log.store))).toEqual({
      proved: false,
      why: 'fact 3 is not the one that lies in the log',
    });
  });

  it('is all of its facts, in a log of more than 256', async () => {
    const log = await sealed();
    const moved = (at: number) => ({
      id: factId(log.store.log, 'many', at, 300),
      type: 'Moved',
      schema: 1,
      meta: {},
      data: {},
      sealed: [],
    });
    await log.store.append('many', NO_STREAM, [moved(0), ...Array.from({ length: 299 }, (_, at) => moved(at + 1))]);
    const proof = await proofByLog(await fileOf(log), log.store, await noteOver(log.store), keysOf(log.store));
    expect(proof).toMatchObject({ proved: true, through: 3, size: 305n });
  });

  it('is refused where nobody known has signed', async () => {
    const log = await sealed();
    await expect(proofByLog(await fileOf(log), log.store, log.note, stranger)).rejects.toMatchObject({ code: 'key-unknown' });
  });
});

describe('what a bundle proves of a case that is read from it', () => {
  let log: Awaited<ReturnType<typeof sealed>>;
  beforeAll(async () => {
    log = await sealed();
  });
  const handOut = async (select: Selection): Promise<string> => {
    const folder = place();
    await exportBundle({
      ...{ store: log.store, caseTypes, folder, select, checkpoint: log.note, vkeys: [vkeyOf(log.store)], by: 'p-1', purpose: 'a review' },
    });
    return folder;
  };
  const proofIn = async (folder: string, id = 'case', keys = keysOf(log.store)): Promise<ProofStatus> =>
    proofByBundle(await openCaseFile(caseInBundle(folder, id), caseTypes), folder, keys, 'en');

  it('is that it is whole as of the seal, in a bundle of its own', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    expect(await proofIn(folder)).toMatchObject({
      ...{ proved: true, through: 3, origin: originOf(log.store), size: 5n, complete: { sealed: 4n }, signedBy: [originOf(log.store)] },
    });
    const page = await shown(await openCaseFile(caseInBundle(folder, 'case'), caseTypes), await proofIn(folder));
    expect(page).toContain('The seal over the first 4 facts of the log shows that no fact of this case below it is left out.');
  });

  it('is that it is whole within the log, in the bundle of a log', async () => {
    expect(await proofIn(await handOut({ kind: 'log' }), 'other')).toMatchObject({ proved: true, through: 1, complete: 'whole-log' });
  });

  it('is signed by each key that is known and has signed, by its name', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    const witness = signerFrom('witness.example/1', generateKeyPairSync('ed25519').privateKey);
    const { origin, size, root } = openCheckpoint(log.note, keysOf(log.store));
    const signature = (await signCheckpoint({ origin, size, root }, witness)).split('\n').at(-2);
    writeFileSync(join(folder, 'checkpoint'), `${log.note}${signature}\n`);
    expect(await proofIn(folder)).toMatchObject({ proved: true, signedBy: [originOf(log.store)] });
    const both = [...keysOf(log.store), verifierFrom(witness.vkey)];
    expect(await proofIn(folder, 'case', both)).toMatchObject({ proved: true, signedBy: [originOf(log.store), 'witness.example/1'] });
  });

  it('is that of its own bundle, in a folder of bundles', async () => {
    const folder = await handOut({ kind: 'unit', unit: 'left' });
    expect(existsSync(join(folder, 'records.ndjson'))).toBe(false);
    expect(await proofIn(folder, 'other')).toMatchObject({ proved: true, through: 1, complete: { sealed: 4n } });
  });

  it('is nothing where one word was changed, and the document says why', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    const records = join(folder, 'records.ndjson');
    writeFileSync(records, readFileSync(records, 'utf8').replace('The pension', 'No pension!'));
    const proof = await proofIn(folder);
    expect(proof).toMatchObject({ proved: false, why: expect.stringMatching(/.{10}/) });
    const page = await shown(await openCaseFile(caseInBundle(folder, 'case'), caseTypes), proof);
    expect(page).toMatch(/Not proved.*What was given does not prove it: /s);
    expect(page).not.toContain('Proved through');
  });

  it('is nothing to whoever does not know who signed', async () => {
    expect(await proofIn(await handOut({ kind: 'case', case: 'case' }), 'case', stranger)).toEqual({
      proved: false,
      why: expect.stringMatching(/key/),
    });
  });

  it('has no fact of a case that is not in it, and a folder that is no bundle is an error', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    await expect(openCaseFile(caseInBundle(folder, 'other'), caseTypes)).rejects.toMatchObject({ code: 'no-facts' });
    const empty = mkdtempSync(join(tmpdir(), 'redress-none-'));
    await expect(openCaseFile(caseInBundle(empty, 'case'), caseTypes)).rejects.toMatchObject({ code: 'bad-argument' });
  });

  it('reads records without a position, and none where they are no plain file', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    const positions: string[] = [];
    for await (const { position } of caseInBundle(folder, 'case')) positions.push(position);
    expect(positions).toEqual(['', '', '']);
    renameSync(join(folder, 'records.ndjson'), join(folder, 'other.ndjson'));
    mkdirSync(join(folder, 'records.ndjson'));
    await expect(openCaseFile(caseInBundle(folder, 'case'), caseTypes)).rejects.toMatchObject({ code: 'no-facts' });
  });

  it('passes over a line that is no record, which the verifier finds', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    const records = join(folder, 'records.ndjson');
    writeFileSync(records, `{"no":"record"}\n${readFileSync(records, 'utf8')}`);
    expect((await openCaseFile(caseInBundle(folder, 'case'), caseTypes)).facts).toHaveLength(3);
    expect(await proofIn(folder)).toMatchObject({ proved: false });
  });

  it('passes over a last line that breaks off before its line feed, as a replay does', async () => {
    const folder = await handOut({ kind: 'case', case: 'case' });
    const records = join(folder, 'records.ndjson');
    const facts = readFileSync(records, 'utf8').split('\n').slice(0, 3);
    writeFileSync(records, facts.join('\n'));
    expect((await openCaseFile(caseInBundle(folder, 'case'), caseTypes)).facts).toHaveLength(2);
  });
});
