/** Records damaged on purpose: one changes something, and the later records of the case are linked anew, as a forger would. */
import type { FactRecord, Recorded } from '@redress/core';
import { canonicalText, factId, leafHash } from '@redress/core';

/** A record whose members may be changed. */
export type Draft = { -readonly [Key in keyof FactRecord]: FactRecord[Key] } & {
  meta: Record<string, string>;
  data: Record<string, unknown>;
};

const draftOf = ({ text }: Recorded): Draft => JSON.parse(text);

const recordedOf = (draft: Draft, position = ''): Recorded => {
  const text = canonicalText(draft);
  return { position, text, record: JSON.parse(text) };
};

/** Changes one fact of a case and leaves all others as they are: the link after it breaks. */
export function changed(records: readonly Recorded[], stream: string, version: number, change: (draft: Draft) => void): Recorded[] {
  return records.map((each) => {
    if (each.record.stream !== stream || each.record.version !== version) return each;
    const draft = draftOf(each);
    change(draft);
    return recordedOf(draft, each.position);
  });
}

/** Links the records of every case anew: versions, `prev`, nothing else. Only a checkpoint tells such a log from a true one. */
export function relinked(records: readonly Recorded[]): Recorded[] {
  const heads = new Map<string, { version: number; prev: string }>();
  return records.map((each) => {
    const draft = draftOf(each);
    const head = heads.get(draft.stream);
    draft.version = (head?.version ?? 0) + 1;
    draft.prev = head?.prev ?? null;
    const recorded = recordedOf(draft, each.position);
    heads.set(draft.stream, { version: draft.version, prev: Buffer.from(leafHash(recorded.text)).toString('base64url') });
    return recorded;
  });
}

/** Changes one fact and links what follows anew, so that nothing but the change itself can be found. */
export const forged = (...given: Parameters<typeof changed>): Recorded[] => relinked(changed(...given));

/** Puts a fact after those of a case, as if the command had led to it. */
export function appended(records: readonly Recorded[], stream: string, change: (draft: Draft) => void): Recorded[] {
  const last = records.filter(({ record }) => record.stream === stream).at(-1);
  if (!last) throw new Error(`no such case: ${stream}`);
  const draft = draftOf(last);
  draft.meta.command = 'forged';
  draft.id = factId(draft.log, 'forged', 0, 1);
  draft.meta.from = draft.meta.to ?? '';
  change(draft);
  return relinked([...records, recordedOf(draft, 'z')]);
}
