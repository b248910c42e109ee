/** What shows that the facts of a case are those of a signed log, as far as that is shown. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Recorded } from '@redress/core';
import { bundleRecords } from './bundle-records.ts';
import type { CaseFile } from './case-file.ts';
import { openCheckpoint, type Verifier } from './checkpoint.ts';
import { leafHash } from './merkle.ts';
import { readOf } from './record-source.ts';
import { HashTree } from './tree.ts';
import type { BundleVerdict } from './verdict.ts';
import { filled, type VerdictLanguage, type Words } from './verdict-texts.ts';
import { verifyBundle } from './verify.ts';

export type ProofStatus =
  | {
      readonly proved: false;
      /** Why what was given does not prove it; null where nothing was given. */
      readonly why: string | null;
    }
  | {
      readonly proved: true;
      /** Version of the last fact of the case that is proved; those after it are not. */
      readonly through: number;
      /** Of the signed log. */
      readonly origin: string;
      readonly size: bigint;
      /**
       * What shows that no fact up to that one is left out: the seal over so many first facts of the log, or that the whole log up to the
       * size was hashed again.
       */
      readonly complete: { readonly sealed: bigint } | 'whole-log';
      readonly signedBy: readonly string[];
    };

const encoder = new TextEncoder();

/** Why a log and a note do not prove a case; `{0}`, `{1}` are filled in. */
const whyNot = {
  'other-fact': { en: 'fact {0} is not the one that lies in the log', vi: 'sự kiện {0} không phải là sự kiện nằm trong nhật ký' },
  shorter: { en: 'the log has {0} facts, and {1} were signed', vi: 'nhật ký có {0} sự kiện, trong khi {1} sự kiện đã được ký' },
  'other-root': {
    en: 'the log does not give the root that was signed: it is another one, or was changed',
    vi: 'nhật ký không cho ra gốc băm đã được ký: đó là nhật ký khác, hoặc đã bị sửa',
  },
  beyond: {
    en: 'no fact of the case lies within the part of the log that was signed',
    vi: 'không sự kiện nào của vụ việc nằm trong phần nhật ký đã được ký',
  },
} as const satisfies Readonly<Record<string, Words>>;

/**
 * Hashes the log of a store up to the size of a checkpoint again; why it proves nothing is said in the language. Throws `EvidenceError`
 * where the note is not one that these verifiers signed, and `StoreFault`.
 */
export async function proofByLog(
  file: CaseFile,
  store: EventStore,
  note: string | Uint8Array,
  verifiers: readonly Verifier[],
  language: VerdictLanguage = 'en',
): Promise<ProofStatus> {
  const { origin, size, root, signedBy } = openCheckpoint(note, verifiers);
  const not = (why: keyof typeof whyNot, ...values: readonly (string | number | bigint)[]): ProofStatus => ({
    proved: false,
    why: filled(whyNot[why][language], values.map(String)),
  });
  // The root alone is asked for, so that no whole tile is ever read again.
  const tree = new HashTree({ read: () => null, write: () => undefined });
  let through = 0;
  let read = 0n;
  for await (const { text, record } of store.readLog('', Number.POSITIVE_INFINITY)) {
    if (read === size) break;
    read += 1n;
    tree.append(leafHash(encoder.encode(text)));
    if (record.stream !== file.id) continue;
    if (file.records[through]?.text !== text) return not('other-fact', through + 1);
    through += 1;
  }
  if (read < size) return not('shorter', read, size);
  const same = Buffer.from(tree.root()).equals(Buffer.from(root));
  if (!same) return not('other-root');
  if (through === 0) return not('beyond');
  return { proved: true, through, origin, size, complete: 'whole-log', signedBy };
}

/** The bundle of one case within a folder of bundles, which are called by the hashes of their cases; else the folder itself. */
function bundleOf(folder: string, id: string): string {
  const inside = join(folder, createHash('sha256').update(id).digest('hex'));
  return existsSync(inside) ? inside : folder;
}

/**
 * The records of one case as a bundle has them: of that case, of a whole log, or of a folder of cases. A line that is no record is passed
 * over here, and found by whoever verifies the bundle. Throws `EvidenceError` `bad-argument` where the folder is no bundle.
 */
export async function* caseInBundle(folder: string, id: string): AsyncGenerator<Recorded> {
  for await (const each of bundleRecords(bundleOf(folder, id)).records) {
    const { record } = readOf(each);
    if (record?.stream === id) yield { position: '', text: each.text, record };
  }
}

/** Verifies the bundle that the case was read from, and tells what that shows of the case. */
export async function proofByBundle(
  file: CaseFile,
  folder: string,
  verifiers: readonly Verifier[],
  language: VerdictLanguage,
): Promise<ProofStatus> {
  const verdict = await verifyBundle({ folder: bundleOf(folder, file.id), verifiers, language });
  const signed = saidIn(verdict, 'signed');
  if (!signed) return { proved: false, why: verdict.findings[0]?.says ?? null };
  const [origin = '', size = '', keys = ''] = signed;
  const covers = saidIn(verdict, 'complete')?.[1];
  return {
    proved: true,
    through: file.facts.length,
    // No name of a key holds a space.
    ...{ origin, size: BigInt(size), signedBy: keys.split(', ') },
    complete: covers === undefined ? 'whole-log' : { sealed: BigInt(covers) },
  };
}

/** What is filled into a sentence of the verdict; a verdict with findings proves nothing, and has none. */
const saidIn = ({ proved }: BundleVerdict, said: BundleVerdict['proved'][number]['code']): readonly string[] | undefined =>
  proved.find(({ code }) => code === said)?.values;
