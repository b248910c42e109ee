/**
 * Hands out a log, or cases of it, as a folder that proves itself to whoever holds the verifier's key. The log is read twice: once to see
 * that it is the one of the note, once to write. In between the export is recorded in the log itself.
 */
import { type CaseType, type EventStore, isOwnStream, type Json } from '@redress/core';
import { checkDisclose, type Disclose, disclosedAs } from './bundle-disclose.ts';
import { BundleError } from './bundle-error.ts';
import { checkNotMoved, recordExport } from './bundle-fact.ts';
import { BundleFolder, checkFree } from './bundle-folder.ts';
import { type OpenedNote, openNote } from './bundle-note.ts';
import { checkSelection, type Selection, selected } from './bundle-select.ts';
import { type Survey, surveyLog, surveySealed, type Told } from './bundle-survey.ts';
import { TILE, tileOf } from './bundle-tree.ts';
import { CasesWriter, consistencyText, LogWriter, readAgain, type ToWrite } from './bundle-write.ts';
import { verifierProgram } from './verify-program.ts';

export interface ExportBundle {
  readonly store: EventStore;
  readonly select: Selection;
  /** The published note. The log must still give its root, and nothing after its size is handed out. */
  readonly checkpoint: string | Uint8Array;
  /** An older note, for a receiver who holds it: the bundle then proves that today's log begins with that one. */
  readonly since?: string | Uint8Array;
  /** Verifier keys of the notes; they are put in for information. */
  readonly vkeys: readonly string[];
  /** Where the bundle will be: a folder that is not there, or empty. Cases of a unit or a period each get a folder inside. */
  readonly folder: string;
  /** Id of who exports, and what for, as the log will remember it. No names: the log keeps both for ever. */
  readonly by: string;
  readonly purpose: string;
  /** 'redacted' by default. */
  readonly disclose?: Disclose;
  /** Needed to tell the holders of cases, for `unit` alone. */
  readonly caseTypes?: readonly CaseType[];
  readonly progress?: Told;
  /** Ends the export with the signal's reason, and leaves no folder. */
  readonly signal?: AbortSignal;
}

export interface Exported {
  readonly folder: string;
  /** How many bundles it holds: 1, or one for each case of a unit or a period. */
  readonly bundles: number;
  /** Lines written, the seal's in each bundle of a case included. */
  readonly records: number;
  readonly disclosures: number;
  /** How many facts the note is of. */
  readonly size: number;
}

interface Job extends ExportBundle {
  readonly note: OpenedNote;
  readonly older: OpenedNote | null;
  readonly disclosing: Disclose;
  readonly tell: Told;
}

/** What the first reading found, and how the second one writes. */
interface Surveyed {
  readonly survey: Survey;
  /** How many bundles there will be. */
  readonly bundles: number;
  writerTo(to: ToWrite): LogWriter | CasesWriter;
}

/**
 * Throws `BundleError` with one of its codes, `EvidenceError` where a note or a key is none, `StoreFault`, what the file system throws, and
 * the signal's reason. Where it throws there is no folder; that it was to be handed out may have been recorded.
 */
export async function exportBundle(options: ExportBundle): Promise<Exported> {
  const job = await checked(options);
  const surveyed = await survey(job);
  job.signal?.throwIfAborted();
  await recordExport(job.store, factOf(job));
  const folder = await BundleFolder.begin(job.folder);
  try {
    const counts = await written(job, surveyed, folder);
    job.signal?.throwIfAborted();
    await folder.finish();
    return { folder: job.folder, bundles: surveyed.bundles, ...counts, size: job.note.size };
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

async function checked(options: ExportBundle): Promise<Job> {
  const { store, select, vkeys, by, purpose, disclose: disclosing = { mode: 'redacted' }, progress: tell = () => undefined } = options;
  checkSelection(select);
  checkDisclose(disclosing);
  if (by.trim() === '' || purpose.trim() === '')
    throw new BundleError('bad-request', 'An export says by whom it was made, and what for. Nothing was written.');
  checkFree(options.folder);
  const note = openNote(options.checkpoint, vkeys, store.log);
  const older = options.since === undefined ? null : openNote(options.since, vkeys, store.log);
  if (older) checkOlder(older, note);
  await checkNotMoved(store);
  return { ...options, note, older, disclosing, tell };
}

function checkOlder(older: OpenedNote, note: OpenedNote): void {
  const refuse = (why: string): BundleError => new BundleError('note-not-ours', `The older note ${why}. Nothing was written.`);
  if (older.origin !== note.origin) throw refuse(`is one of ${older.origin}, the other of ${note.origin}`);
  if (older.size > note.size) throw refuse(`is of ${older.size} facts, the other of ${note.size}: give them the other way round`);
  if (older.size === 0 && note.size > 0) throw refuse('is of an empty log, which every log extends: leave it out');
}

/** What was handed out, by whom and what for. */
function factOf({ select, note, older, by, purpose, disclosing }: Job): { readonly [key: string]: Json } {
  const root = Buffer.from(note.root).toString('base64');
  const since = older ? { since: String(older.size) } : {};
  return { selected: { ...select }, size: String(note.size), root, ...since, by, purpose, ...disclosedAs(disclosing) };
}

async function survey(job: Job): Promise<Surveyed> {
  const { store, select, note, older: since, signal, tell, caseTypes = [] } = job;
  const only = select.kind === 'case' ? select.case : null;
  const toSurvey = { store, note, since, signal, tell, only };
  if (select.kind === 'log') return { survey: await surveyLog(toSurvey), bundles: 1, writerTo: (to) => new LogWriter(to) };
  let cases: ReadonlySet<string> = new Set();
  const sealed = await surveySealed(toSurvey, async (records) => {
    cases = await selected(select, records, store, caseTypes);
  });
  if (only !== null && (isOwnStream(only) || !sealed.heads.has(only))) throw await without(store, only, sealed.seal.size);
  if (cases.size === 0) throw new BundleError('nothing-selected', 'The last seal of the note covers no such case. Nothing was written.');
  return { survey: sealed, bundles: cases.size, writerTo: (to) => new CasesWriter(to, sealed, cases, only === null) };
}

/** Why a case has no head in the seal. */
async function without(store: EventStore, id: string, size: number): Promise<BundleError> {
  let there = false;
  for await (const _ of store.read(id, { to: 1 })) there = !isOwnStream(id);
  if (!there) return new BundleError('case-unknown', `There is no case ${id} in this log. Nothing was written.`);
  const says = `The case ${id} was opened after the last seal of the note, which covers ${size} facts`;
  return new BundleError('case-not-sealed', `${says}. Nothing was written. Seal the log and give the new note.`);
}

async function written(job: Job, { survey, writerTo }: Surveyed, folder: BundleFolder) {
  const { store, note, older, disclosing: disclose, signal, tell } = job;
  const vkeys = job.vkeys.map((vkey) => `${vkey}\n`).join('');
  const verifier = new TextDecoder().decode(verifierProgram());
  const besides = { checkpoint: note.text, 'vkeys.txt': vkeys };
  const writer = writerTo({ folder, origin: note.origin, log: store.log, size: String(note.size), disclose, besides, verifier });
  await writer.begin();
  let proof: readonly Uint8Array[] = [];
  for await (const { tile, records } of readAgain({ store, survey, signal, tell })) {
    if (older && tile === tileOf(older.size - 1)) proof = survey.tree.consistency(older.size);
    for (const [at, recorded] of records.entries()) await writer.take(recorded, tile * TILE + at);
  }
  const consistency = older && { 'prev-checkpoint': older.text, 'consistency.json': consistencyText(older.size, note.size, proof) };
  return writer.end(consistency ?? {});
}
