/** One case opened for review: from a store, or from the bundle that an auditor was sent; or the answer that says why it cannot be. */
import { resolve } from 'node:path';
import {
  type CaseFile,
  CaseFileError,
  caseInBundle,
  EvidenceError,
  type LawsAtHand,
  openCaseFile,
  type ProofStatus,
  proofByBundle,
  proofByLog,
  type Verifier,
  verifierFrom,
} from '@redress/audit';
import { legalDayAt } from '@redress/core';
import type { Answer, Terminal } from './answer.ts';
import type { Given, Option } from './command.ts';
import { configFrom, lawBook, type RedressConfig } from './config.ts';
import { UsageError } from './faults.ts';
import { asking, unknownCase } from './opened.ts';

export const fromBundle = {
  bundle: { type: 'string', value: 'FOLDER', describes: 'Read the case from a bundle, and open no store.' },
} as const satisfies Readonly<Record<string, Option>>;

export interface Reviewed {
  readonly file: CaseFile;
  readonly laws: LawsAtHand;
  /** Where the legal days of the law begin and end. */
  readonly timeZone: string;
  readonly today: string;
  readonly language: 'en' | 'vi';
  /** What shows that the facts are those of a signed log: the bundle that they were read from, or a note against the log in the store. */
  prove(verifiers: readonly Verifier[], note: Uint8Array | null): Promise<ProofStatus>;
}

/** Opens the case that `--case` names, and reviews it. A case that cannot be folded is told. */
export async function reviewing(
  given: Given,
  terminal: Terminal,
  asked: string,
  review: (reviewed: Reviewed) => Promise<Answer>,
): Promise<Answer> {
  const id = given.text('case') ?? '';
  const named = given.text('bundle');
  try {
    if (named !== undefined) return await ofBundle(given, terminal, id, named, review);
    return await asking(given, terminal, async ({ engine, config }) => {
      const { store } = engine;
      const file = await openCaseFile(store.read(id), config.caseTypes);
      const prove: Reviewed['prove'] = (verifiers, note) =>
        note === null ? Promise.resolve(NOT_ASKED) : told(() => proofByLog(file, store, note, verifiers));
      return review({ ...groundOf(given, config), file, prove });
    });
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    if (error.code === 'no-facts') return unknownCase(id, asked, given.language);
    return { ending: 'refused', document: { error: { code: error.code, says: error.says } }, text: `${error.says} (${error.code})` };
  }
}

const NOT_ASKED: ProofStatus = { proved: false, why: null };

async function ofBundle(
  given: Given,
  terminal: Terminal,
  id: string,
  name: string,
  review: (reviewed: Reviewed) => Promise<Answer>,
): Promise<Answer> {
  const other = ['db', 'store', 'checkpoint'].find((option) => given.text(option) !== undefined);
  if (other) throw new UsageError('usage', `With --bundle no --${other} is taken: the bundle is read alone. Nothing was told.`);
  const folder = resolve(terminal.folder, name);
  const config = await configFrom(given.text('config'), terminal.folder);
  const file = await bundled(() => openCaseFile(caseInBundle(folder, id), config.caseTypes));
  const prove: Reviewed['prove'] = (verifiers) =>
    verifiers.length === 0 ? Promise.resolve(NOT_ASKED) : told(() => proofByBundle(file, folder, verifiers, given.language));
  return review({ ...groundOf(given, config), file, prove });
}

function groundOf({ language }: Given, config: RedressConfig): Omit<Reviewed, 'file' | 'prove'> {
  const { law } = config;
  const today = legalDayAt(new Date().toISOString(), law.timeZone);
  return { laws: lawBook(config), timeZone: law.timeZone, today, language };
}

/** @throws UsageError where the folder is no bundle. */
async function bundled<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('no-such-file', `${cause.says}.`, { cause });
  }
}

/** A note that does not hold is told in the review: whoever asked for it must see that nothing is proved. */
async function told(prove: () => Promise<ProofStatus>): Promise<ProofStatus> {
  try {
    return await prove();
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { proved: false, why: `${error.code}: ${error.says}` };
  }
}

/** @throws UsageError where a key is none. */
export const verifiersIn = (given: Given): readonly Verifier[] =>
  given.list('vkey').map((key) => {
    try {
      return verifierFrom(key);
    } catch (cause) {
      if (!(cause instanceof EvidenceError)) throw cause;
      throw new UsageError('bad-note', `--vkey ${JSON.stringify(key)}: ${cause.says}. Nothing was told.`, { cause });
    }
  });
