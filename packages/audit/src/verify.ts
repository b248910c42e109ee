/**
 * Verifies a bundle: of one case, of a whole log, or a folder of cases. It needs the folder and keys, and nothing of ours: no store, no
 * network, no pack. Every digest is computed again from what lies there.
 */
import type { Checkpoint, Verifier } from './checkpoint.ts';
import { equalBytes, sha256 } from './merkle.ts';
import { type BundleVerdict, Findings, type Statement, statement } from './verdict.ts';
import { type ProvedCode, provedTexts, type UnprovedCode, unprovedTexts, type VerdictLanguage } from './verdict-texts.ts';
import { HEADS_PROOF, INDEX, readCase } from './verify-case.ts';
import { DISCLOSURES, Disclosures, readDisclosures } from './verify-disclosures.ts';
import { bytesOfFile, type Entry, entriesOf, LARGEST_JSON } from './verify-files.ts';
import { type BundleIndex, type CaseIndex, headsProofIn, indexIn, type LogIndex } from './verify-json.ts';
import { RECORDS, readLines } from './verify-lines.ts';
import { readLog } from './verify-log.ts';
import { CHECKPOINT, CONSISTENCY, compareNotes, LARGEST_NOTE, OLDER, olderNote, openNote, SEEN, signedNote } from './verify-notes.ts';
import { isUuid } from './verify-record.ts';

export interface BundleToVerify {
  readonly folder: string;
  /** Keys that the auditor trusts, as `verifierFrom` makes them. */
  readonly verifiers: readonly Verifier[];
  /** A checkpoint of this log that the auditor has seen before. */
  readonly seen?: string | Uint8Array;
  /** Of every sentence. Default: `en`. */
  readonly language?: VerdictLanguage;
  /** How many records were read, and how many bytes of how many; in a folder of several, bundles of how many. */
  readonly onRead?: (records: number, done: number, of: number) => void;
  /** Aborts between two blocks; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Whatever the folder holds, it answers, and never throws: all that is wrong is in the findings. Throws `bad-argument` where
 * `verifiers` is no list of verifiers.
 */
export async function verifyBundle(asked: BundleToVerify): Promise<BundleVerdict> {
  const verdict = new Verification(asked);
  const entries = await entriesOf(asked.folder, verdict.findings);
  if (entries && entries.length > 0 && entries.every(({ kind }) => kind === 'folder')) await verdict.several(entries);
  else if (entries) await verdict.one(asked.folder, entries, asked.onRead);
  return verdict.end();
}

/** Not by its sentence, in which a long name is cut. */
const keyOf = ({ code, values }: Statement<string>): string => JSON.stringify([code, ...values]);

const NEEDED: readonly string[] = [RECORDS, INDEX, CHECKPOINT];
const KNOWN: readonly string[] = [...NEEDED, HEADS_PROOF, OLDER, CONSISTENCY, DISCLOSURES, 'vkeys.txt', 'verify.mjs'];

/** A bundle whose folder was looked through. */
interface Opened {
  readonly folder: string;
  readonly has: (name: string) => boolean;
  readonly index: BundleIndex | null;
  /** Null where no known key has signed it: nothing is proved against it then. */
  readonly checkpoint: Checkpoint | null;
  readonly older: Checkpoint | null;
  readonly disclosures: Disclosures;
  readonly onRead: BundleToVerify['onRead'] | undefined;
}

class Verification {
  readonly findings: Findings;
  readonly #asked: BundleToVerify;
  readonly #seen: Checkpoint | null;
  #bundles = 0;
  #records = 0;
  /** Records at their place, and values disclosed, in all bundles together. */
  readonly #counted = { included: 0, disclosed: 0 };
  /** By what they say, and how often: bundles of a folder say much in common. */
  readonly #proved = new Map<string, { readonly said: Statement<ProvedCode>; times: number }>();
  readonly #unproved = new Map<string, Statement<UnprovedCode>>();
  /** Root by origin and size: no two bundles of a folder may differ. */
  readonly #roots = new Map<string, Uint8Array>();

  constructor(asked: BundleToVerify) {
    this.#asked = asked;
    this.findings = new Findings(asked.language ?? 'en');
    this.#seen = asked.seen === undefined ? null : signedNote(asked.seen, SEEN, asked.verifiers, this.findings);
  }

  end(): BundleVerdict {
    const { findings } = this;
    const ok = findings.total === 0;
    for (const code of ['included', 'disclosed'] as const) if (this.#counted[code] > 0) this.#is(code, this.#counted[code]);
    const { listed, found } = findings;
    const holding = ok ? [...this.#proved.values()].filter(({ said, times }) => this.#isOfAll(said.code, times)) : [];
    const proved = holding.map(({ said }) => said);
    const unproved = ok ? [...this.#unproved.values()] : [statement(unprovedTexts, 'findings', findings.language, [])];
    return { ok, bundles: this.#bundles, records: this.#records, findings: listed, found, proved, unproved };
  }

  /** What is said of older notes is said of every bundle of a folder, or not at all: one of them may be of another log than was seen. */
  #isOfAll(code: ProvedCode, times: number): boolean {
    if (code === 'extends-older') return times === this.#bundles;
    const isOfSeen = code === 'extends-seen' || code === 'same-as-seen';
    return !isOfSeen || ![...this.#unproved.values()].some((said) => said.code === 'seen-apart');
  }

  async several(entries: readonly Entry[]): Promise<void> {
    for (const [at, { name }] of entries.entries()) {
      this.findings.folder = `${name}/`;
      const folder = `${this.#asked.folder}/${name}`;
      const inside = await entriesOf(folder, this.findings);
      if (inside) await this.one(folder, inside, undefined, name);
      this.#asked.onRead?.(this.#records, at + 1, entries.length);
    }
  }

  async one(folder: string, entries: readonly Entry[], onRead?: BundleToVerify['onRead'], name?: string): Promise<void> {
    this.#bundles += 1;
    const opened = await this.#open(folder, entries, onRead);
    const { index, has } = opened;
    if (name !== undefined && index) this.#isCalled(name, index);
    if (index?.kind === 'log' && has(HEADS_PROOF)) this.findings.add('file-unknown', HEADS_PROOF, ['in-case-bundles-only']);
    if (!has(RECORDS)) return;
    if (index?.kind === 'case') await this.#case(opened, index);
    else if (index) await this.#log(opened, index);
    else this.#records += await readLines({ ...this.#lines(opened), log: null, visit: () => {} });
    opened.disclosures.end(this.findings);
  }

  async #open(folder: string, entries: readonly Entry[], onRead: BundleToVerify['onRead']): Promise<Opened> {
    const { findings } = this;
    const names = this.#namesIn(entries);
    const has = (name: string): boolean => names.has(name);
    const note = has(CHECKPOINT) ? await bytesOfFile(folder, CHECKPOINT, LARGEST_NOTE, findings) : null;
    const said = note && openNote(note, CHECKPOINT, this.#asked.verifiers, findings);
    const index = has(INDEX) ? await this.#index(folder) : null;
    if (index && said) this.#together(index, said);
    const checkpoint = said && said.signedBy.length > 0 ? said : null;
    if (checkpoint) this.#once(checkpoint);
    for (const [one, other] of [
      [OLDER, CONSISTENCY],
      [CONSISTENCY, OLDER],
    ] as const)
      if (has(one) && !has(other)) findings.add('file-missing', other, ['belongs-with', one]);
    const older = has(OLDER) && has(CONSISTENCY) ? await olderNote(folder, checkpoint, this.#asked.verifiers, findings) : null;
    if (checkpoint && this.#seen) this.#since(checkpoint, this.#seen, older);
    const disclosures = has(DISCLOSURES) ? await readDisclosures(folder, findings, this.#reading()) : new Disclosures();
    return { folder, has, index, checkpoint, older, disclosures, onRead };
  }

  #namesIn(entries: readonly Entry[]): ReadonlySet<string> {
    const { findings } = this;
    const names = new Set<string>();
    for (const { name, kind } of entries) {
      if (!KNOWN.includes(name)) findings.add('file-unknown', name);
      else if (kind !== 'file') findings.add('file-malformed', name, ['no-plain-file']);
      else names.add(name);
    }
    const there = new Set(entries.map(({ name }) => name));
    for (const name of NEEDED) if (!there.has(name)) findings.add('file-missing', name);
    return names;
  }

  async #index(folder: string): Promise<BundleIndex | null> {
    const bytes = await bytesOfFile(folder, INDEX, LARGEST_JSON, this.findings);
    const index = bytes && indexIn(bytes);
    if (bytes && !index) this.findings.add('file-malformed', INDEX, ['not-the-object']);
    return index;
  }

  #together({ origin, log, size }: BundleIndex, checkpoint: Checkpoint): void {
    const { findings } = this;
    if (origin !== checkpoint.origin) findings.add('origin-mismatch', INDEX, ['origin-is', origin, checkpoint.origin]);
    if (size !== checkpoint.size) findings.add('file-malformed', INDEX, ['size-differs', size, checkpoint.size]);
    const last = checkpoint.origin.slice(checkpoint.origin.lastIndexOf('/') + 1);
    if (isUuid(last) && last !== log) findings.add('log-mismatch', INDEX, ['origin-is', log, last]);
  }

  /** No two checkpoints of one size may differ, not even in two bundles of one folder. */
  #once({ origin, size, root }: Checkpoint): void {
    const key = `${size} ${origin}`;
    const before = this.#roots.get(key);
    if (!before) this.#roots.set(key, root);
    else if (!equalBytes(before, root)) this.findings.add('checkpoint-conflict', CHECKPOINT);
  }

  #since(now: Checkpoint, seen: Checkpoint, older: Checkpoint | null): void {
    compareNotes(now, seen, SEEN, this.findings);
    if (older?.size === seen.size && !equalBytes(older.root, seen.root)) this.findings.add('checkpoint-conflict', OLDER);
  }

  #isCalled(name: string, index: BundleIndex): void {
    const { findings } = this;
    if (index.kind === 'log') return findings.add('file-malformed', INDEX, ['not-a-case-in-folder']);
    const digest = Buffer.from(sha256(index.stream)).toString('hex');
    if (name !== digest) findings.add('file-unknown', '', ['named-otherwise', index.stream, digest]);
  }

  async #case(opened: Opened, index: CaseIndex): Promise<void> {
    const { findings } = this;
    const { folder, has, checkpoint } = opened;
    if (!has(HEADS_PROOF)) findings.add('file-missing', HEADS_PROOF);
    const bytes = has(HEADS_PROOF) ? await bytesOfFile(folder, HEADS_PROOF, LARGEST_JSON, findings) : null;
    const headsProof = bytes && headsProofIn(bytes);
    if (bytes && !headsProof) findings.add('file-malformed', HEADS_PROOF, ['not-the-object']);
    const { records, seal } = await readCase({ ...this.#lines(opened), log: index.log, checkpoint, index, headsProof });
    this.#records += records;
    if (!checkpoint || !seal || !headsProof) return;
    this.#common(opened, checkpoint, false);
    this.#counted.included += records;
    this.#is('complete', index.stream, seal.size, headsProof.head.n);
    this.#not('after-seal', seal.size);
    this.#not('seal-honest');
    this.#not('other-cases');
  }

  async #log(opened: Opened, index: LogIndex): Promise<void> {
    const { findings } = this;
    const { checkpoint, older } = opened;
    const notes = new Map(older ? [[OLDER, older]] : []);
    if (checkpoint && this.#seen && this.#seen.size < checkpoint.size) notes.set(SEEN, this.#seen);
    const pass = { ...this.#lines(opened), log: index.log, checkpoint, older: notes };
    let read = await readLog({ ...pass, bounded: true });
    // Only whoever signed a sound log can ask for more work than its size warrants.
    if (read.exhausted && findings.total === 0) read = await readLog({ ...pass, bounded: false });
    this.#records += read.records;
    if (!checkpoint) return;
    this.#common(opened, checkpoint, true);
    this.#is('log-whole', read.records);
    if (read.seals > 0) this.#is('seals-hold', read.seals);
  }

  /** What is proved of any bundle, and what is not; it is told only where nothing was found. */
  #common({ older, disclosures }: Opened, { origin, size, signedBy }: Checkpoint, whole: boolean): void {
    this.#is('signed', origin, size, signedBy.join(', '));
    if (older) this.#is('extends-older', older.size);
    const seen = this.#seen;
    if (seen?.size === size) this.#is('same-as-seen');
    else if (seen && (whole || older?.size === seen.size)) this.#is('extends-seen', seen.size);
    else if (seen) this.#not('seen-apart', seen.size);
    else this.#not('newest');
    this.#counted.disclosed += disclosures.count;
    for (const code of ['truth', 'lawfulness', 'instants', 'keys', 'after-checkpoint', 'undisclosed'] as const) this.#not(code);
  }

  #lines({ folder, disclosures, onRead }: Opened) {
    return { folder, findings: this.findings, disclosures, ...this.#reading(onRead) };
  }

  #reading(onRead?: BundleToVerify['onRead']) {
    return { onRead, signal: this.#asked.signal };
  }

  #is(code: ProvedCode, ...values: readonly (string | number | bigint)[]): void {
    const said = statement(provedTexts, code, this.findings.language, values);
    const key = keyOf(said);
    const times = (this.#proved.get(key)?.times ?? 0) + 1;
    this.#proved.set(key, { said, times });
  }

  #not(code: UnprovedCode, ...values: readonly (string | number | bigint)[]): void {
    const said = statement(unprovedTexts, code, this.findings.language, values);
    this.#unproved.set(keyOf(said), said);
  }
}
