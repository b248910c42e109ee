/** One case opened for review: from a store, or from the bundle that an auditor was sent; or the answer that says why it cannot be. */
import { resolve } from 'node:path';
import {
  type BundleFindingCode,
  bundleFindingTexts,
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
import { type CaseType, legalDayAt } from '@redress/core';
import type { Answer, Terminal } from './answer.ts';
import type { Given, Language, Option } from './command.ts';
import { configFrom, lawBook, type RedressConfig } from './config.ts';
import { UsageError } from './faults.ts';
import { loadMap } from './import/load-map.ts';
import { asking, unknownCase } from './opened.ts';

/** Options of every review. */
export const reviewOptions = {
  bundle: { type: 'string', value: 'FOLDER', describes: 'Read the case from a bundle, and open no store.' },
  map: { type: 'string', value: 'MAP', describes: 'A map whose own law the records were imported under.' },
} as const satisfies Readonly<Record<string, Option>>;

export interface Reviewed {
  readonly file: CaseFile;
  readonly laws: LawsAtHand;
  /** Case types as they were. */
  readonly charts: readonly CaseType[];
  /** Where the legal days of the law begin and end. */
  readonly timeZone: string;
  readonly today: string;
  readonly language: Language;
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
      const { caseTypes, ...ground } = await groundOf(given, terminal, config);
      const file = await openCaseFile(store.read(id), caseTypes);
      const prove: Reviewed['prove'] = (verifiers, note) =>
        note === null ? Promise.resolve(NOT_ASKED) : told(given.language, () => proofByLog(file, store, note, verifiers, given.language));
      return review({ ...ground, file, prove });
    });
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    if (error.code === 'no-facts') return unknownCase(id, asked, given.language);
    return cannotBeRead(error);
  }
}

export const cannotBeRead = ({ code, says }: CaseFileError): Answer => ({
  ending: 'refused',
  document: { error: { code, says } },
  text: `${says} (${code})`,
});

const NOT_ASKED: ProofStatus = { proved: false, why: null };

async function ofBundle(
  given: Given,
  terminal: Terminal,
  id: string,
  name: string,
  review: (reviewed: Reviewed) => Promise<Answer>,
): Promise<Answer> {
  checkBundleAlone(given);
  const folder = resolve(terminal.folder, name);
  const config = await configFrom(given.text('config'), terminal.folder);
  const { caseTypes, ...ground } = await groundOf(given, terminal, config);
  const file = await bundled(() => openCaseFile(caseInBundle(folder, id), caseTypes));
  const prove: Reviewed['prove'] = (verifiers) =>
    verifiers.length === 0
      ? Promise.resolve(NOT_ASKED)
      : told(given.language, () => proofByBundle(file, folder, verifiers, given.language));
  return review({ ...ground, file, prove });
}

/** @throws UsageError where something else is to be read as well. */
export function checkBundleAlone(given: Given): void {
  const other = ['db', 'store', 'checkpoint'].find((option) => given.text(option) !== undefined);
  if (other) throw new UsageError('usage', `With --bundle no --${other} is taken: the bundle is read alone. Nothing was told.`);
}

interface Ground extends Omit<Reviewed, 'file' | 'prove'> {
  readonly caseTypes: readonly CaseType[];
}

/** What the config, or the map of an import, says of case types and law. */
export async function groundOf(given: Given, { folder }: Pick<Terminal, 'folder'>, config: RedressConfig): Promise<Ground> {
  const path = given.text('map');
  const map = path === undefined ? undefined : await loadMap(path, folder);
  const { timeZone } = map?.law ?? config.law;
  return {
    ...{ caseTypes: map?.caseTypes ?? config.caseTypes, charts: config.charts, laws: lawBook(config, map ? [map.law] : []) },
    ...{ timeZone, today: legalDayAt(new Date().toISOString(), timeZone), language: given.language },
  };
}

/** @throws UsageError where the folder is no bundle. */
export async function bundled<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('no-such-file', `${cause.says}.`, { cause });
  }
}

/** A note that does not hold is told in the review: whoever asked for it must see that nothing is proved. */
async function told(language: Language, prove: () => Promise<ProofStatus>): Promise<ProofStatus> {
  try {
    return await prove();
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const { code } = error;
    const vietnamese = Object.hasOwn(bundleFindingTexts, code) ? bundleFindingTexts[code as BundleFindingCode].vi : error.says;
    return { proved: false, why: `${code}: ${language === 'vi' ? vietnamese : error.says}` };
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
