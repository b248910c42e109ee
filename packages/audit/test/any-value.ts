/** Any value within a record replaced, or taken away: the record is still JSON, and may be nothing that a writer ever wrote. */
import type { EventStore, Recorded } from '@redress/core';
import fc from 'fast-check';
import { relinked } from './damage.ts';

type Path = readonly (string | number)[];

/** Takes a member away. */
const GONE = Symbol('gone');

/** What stands in the place of a value, each as JSON has it: of every kind, and what looks like what belongs there. */
const others: readonly (string | typeof GONE)[] = [
  ...['null', 'true', '7', '-1', '0.5', '1e12', '""', '"z"', '"constructor"', '"a\\u0001"', '"\\ud800"', '[]', '["z"]', '[null]', '{}'],
  ...['{"__proto__":null}', '{"toString":1,"valueOf":1}', '"2026-02-29"', '"0001-01-01"', '"1900-01-01"', '"2199-12-31"', '"9999-12-31"'],
  GONE,
];

/** What a store looks at itself, in every record that it gives. */
const SEEN_TO: ReadonlySet<string | number> = new Set(['v', 'stream', 'version']);

function* pathsIn(value: unknown, at: Path = []): Generator<Path> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) yield* pathsIn(inside, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** `value` is changed in place. */
function put(value: unknown, [key = '', ...rest]: Path, to: string | typeof GONE): void {
  const members = value as Record<string | number, unknown>;
  if (rest.length > 0) put(members[key], rest, to);
  else if (to === GONE) delete members[key];
  else members[key] = JSON.parse(to);
}

/** Which value, and what stands in its place. Numbers are taken by what is left over. */
export interface Damage {
  readonly record: number;
  readonly value: number;
  readonly to: string | typeof GONE;
  /** Whether the later records are linked anew. */
  readonly linked: boolean;
}

export const anyDamage: fc.Arbitrary<Damage> = fc.record({
  record: fc.nat(),
  value: fc.nat(),
  to: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...others) }, { weight: 1, arbitrary: fc.json() }),
  linked: fc.boolean(),
});

export interface Damaged {
  /** Of the case whose record was damaged; the others are as they were. */
  readonly id: string;
  readonly records: readonly Recorded[];
  /** For whoever reads of a failure. */
  readonly what: string;
}

export function damagedAt(records: readonly Recorded[], { record: at, value, to, linked }: Damage): Damaged {
  const given = records[at % records.length] as Recorded;
  const paths = [...pathsIn(given.record)].filter(([first = '']) => !SEEN_TO.has(first));
  const path = paths[value % paths.length] ?? [];
  const record = JSON.parse(given.text);
  put(record, path, to);
  const text = JSON.stringify(record);
  const all = records.map((each) => (each === given ? { ...each, text, record } : each));
  const { stream, version, type } = given.record;
  const what = `${path.join('.')} of fact ${version} of ${stream} (${type}): ${to === GONE ? 'gone' : to}`;
  return { id: stream, records: linked ? (linkedAnew(all) ?? all) : all, what };
}

/** Null where what was damaged has no canonical text. */
function linkedAnew(records: readonly Recorded[]): readonly Recorded[] | null {
  try {
    return relinked(records);
  } catch {
    return null;
  }
}

/** A store that holds these records, and gives them unseen to. */
export const storeOf = (store: EventStore, records: readonly Recorded[]): EventStore => ({
  ...store,
  async *readLog() {
    yield* records;
  },
  async *read(id, { to = Number.POSITIVE_INFINITY } = {}) {
    yield* records.filter(({ record }) => record.stream === id && record.version <= to);
  },
});
