/** A small log of six cases and a seal, in the bytes of the format: the way a sealer would leave it. */
import { createHash } from 'node:crypto';
import { canonicalize } from '../../src/canonical.ts';
import { type Head, HeadsTree, headOf } from '../../src/heads.ts';
import { inclusionProof, leafHash, merkleRoot } from '../../src/merkle.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';
export const STREAMS = ['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6'];
/** Which stream each fact belongs to, in the order of the log. */
const ORDER = ['c-1', 'c-2', 'c-1', 'c-3', 'c-4', 'c-1', 'c-5', 'c-2', 'c-6', 'c-3'];

const meta = {
  ...{ actor: 'p-1', authority: 'r', calendar: 'k', caseType: 't', chart: 'c', command: 'x', commandType: 'X', door: 'execute' },
  ...{ from: 'a', law: 'l', occurredOn: '2026-01-05', role: 'head', to: 'b', unit: 'u' },
};

export interface Draft {
  readonly stream: string;
  readonly version: number;
  readonly prev: Uint8Array | null;
  readonly type?: string;
  readonly log?: string;
  readonly data?: object;
}

export const recordOf = ({ stream, version, prev, type = 'Noted', log = LOG, data = {} }: Draft): Uint8Array => {
  const id = createHash('md5').update(`${stream} ${version}`).digest('hex');
  const uuid = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-');
  const link = prev ? Buffer.from(prev).toString('base64url') : null;
  const recordedAt = '2026-01-05T08:00:00.000Z';
  return canonicalize({ v: 1, log, stream, version, id: uuid, type, schema: 1, recordedAt, prev: link, meta, data, sealed: [] });
};

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export interface Changes {
  readonly order?: readonly string[];
  /** Changes each fact before it is recorded. */
  readonly draft?: (draft: Draft) => Draft;
  readonly heads?: (heads: readonly Head[]) => readonly Head[];
  readonly seal?: object;
  readonly sealType?: string;
  readonly sealStream?: string;
}

/** The facts, the seal over them, and one fact more of each of two cases, which the seal does not cover. */
export function sealedLog({
  order = ORDER,
  draft = (each) => each,
  heads = (each) => each,
  seal = {},
  sealType = 'LogSealed',
  sealStream = '$seals',
}: Changes = {}) {
  const records: Uint8Array[] = [];
  const ends = new Map<string, { version: number; leaf: Uint8Array }>();
  const add = (stream: string): void => {
    const end = ends.get(stream);
    const record = recordOf(draft({ stream, version: (end?.version ?? 0) + 1, prev: end?.leaf ?? null, data: { at: records.length } }));
    ends.set(stream, { version: (end?.version ?? 0) + 1, leaf: leafHash(record) });
    records.push(record);
  };
  for (const stream of order) add(stream);
  const tree = new HeadsTree(heads([...ends].map(([stream, { version, leaf }]) => headOf(stream, version, leaf))));
  const data = {
    size: String(records.length),
    root: b64(merkleRoot(records.map(leafHash))),
    heads: b64(tree.root()),
    streams: String(tree.size),
  };
  records.push(recordOf({ stream: sealStream, version: 1, prev: null, type: sealType, data: { ...data, ...seal } }));
  if (order.includes('c-1')) add('c-1');
  add('c-7');
  const leaves = records.map(leafHash);
  const checkpoint = { size: BigInt(leaves.length), root: merkleRoot(leaves) };
  const at = (index: number) => ({ record: records[index] ?? new Uint8Array(), index, proof: inclusionProof(leaves, index) });
  const indexes = (stream: string): number[] => order.flatMap((each, index) => (each === stream ? [index] : []));
  const caseOf = (stream: string) => indexes(stream).map(at);
  return { checkpoint, tree, seal: at(order.length), at, caseOf, later: order.length + 1 };
}
