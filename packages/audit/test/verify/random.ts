/** Random logs, bundles, tamperings and rubbish, each from one number, so that a failing one can be made again. */
import { canonicalize } from '../../src/canonical.ts';
import { caseBundle, disclosureOf, type Files, LogOf, logBundle, noteOver, uuid5 } from './bundle.ts';

/** Numbers from a seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to `end`, which is not reached. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  of<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.below(values.length)] ?? values[0];
  }

  once(in_: number): boolean {
    return this.below(in_) === 0;
  }

  bytes(length: number): Buffer<ArrayBuffer> {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}

const TEXTS = [
  '',
  'a',
  'Khiếu nại',
  '"\\/\b\n\u0001\u001f',
  '\u2028\ufeff',
  '😀',
  '\ue000',
  'x'.repeat(300),
  '{"stream":"$seals"}',
  '__proto__',
] as const;

/** Whatever JSON may say in canonical form. */
export function jsonBy(chance: Chance, depth = 0): unknown {
  switch (chance.below(depth > 3 ? 6 : 9)) {
    case 0:
      return null;
    case 1:
      return chance.once(2);
    case 2:
      return chance.of([0, -1, 42, 9007199254740991, -9007199254740991]);
    case 3:
      return chance.of([0.5, -1.25e-7, Math.PI, 1e-30, 123456.789]);
    case 4:
    case 5:
      return chance.of(TEXTS);
    case 6:
      return Array.from({ length: chance.below(4) }, () => jsonBy(chance, depth + 1));
    default:
      return Object.fromEntries(Array.from({ length: chance.below(5) }, () => [chance.of(TEXTS), jsonBy(chance, depth + 1)]));
  }
}

export interface RandomBundle {
  readonly files: Files;
  /** A note that may have been seen before, and goes with the bundle. */
  readonly seen: Uint8Array;
}

const MEMBERS = ['actor', 'authority', 'causation', 'correlation', 'door', 'from', 'law', 'onBehalfOf', 'role', 'to', 'unit'] as const;

/** A log with seals here and there, at least one of them at its end or near it; some facts hide values, some of which are disclosed. */
function logBy(chance: Chance): {
  readonly log: LogOf;
  readonly disclosures: readonly Uint8Array[];
  readonly streams: readonly string[];
} {
  const log = new LogOf();
  const disclosures: Uint8Array[] = [];
  const names = Array.from({ length: 1 + chance.below(9) }, (_, index) => (chance.once(9) ? `vụ-${index}"\\` : `case-${index}`));
  const add = (): void => {
    const stream = chance.of(['case-0', ...names]);
    const id = uuid5(`${log.written.length}`);
    const hidden = Array.from({ length: chance.once(3) ? 1 + chance.below(3) : 0 }, (_, index) =>
      disclosureOf(id, `/p/${index}`, jsonBy(chance), chance.bytes(16)),
    );
    for (const { line } of hidden) if (chance.once(2)) disclosures.push(line);
    const meta = Object.fromEntries(MEMBERS.filter(() => chance.once(2)).map((name) => [name, chance.of(TEXTS)]));
    log.add(stream, { id, data: { value: jsonBy(chance) }, meta, sealed: hidden.map(({ commitment }) => commitment).sort() });
  };
  const count = 1 + chance.below(40);
  for (let at = 0; at < count; at += 1) {
    add();
    if (chance.once(8)) log.seal({}, chance.once(2) ? [chance.of(['case-0', ...names])] : []);
  }
  const streams = [...new Set(log.heads.map(({ s }) => s))].length > 0 ? [...new Set(log.written.map(({ stream }) => stream))] : [];
  log.seal({}, chance.once(3) ? ['case-0'] : []);
  if (chance.once(2)) add();
  return { log, disclosures, streams: streams.filter((stream) => stream !== '$seals') };
}

export async function bundleBy(chance: Chance): Promise<RandomBundle> {
  const { log, disclosures, streams } = logBy(chance);
  const since = chance.once(2) ? { since: 1 + chance.below(log.written.length) } : {};
  const [first = '', ...others] = streams;
  const stream = chance.of([first, ...others]);
  const seen = await noteOver(log, chance.below(log.written.length + 1));
  if (chance.once(2)) return { seen, files: await logBundle(log, { ...since, ...(chance.once(2) ? { disclosures } : {}) }) };
  const mine = new Set(
    log.written.filter((each) => each.stream === stream).map(({ record }) => JSON.parse(Buffer.from(record).toString()).id),
  );
  const ofCase = disclosures.filter((line) => mine.has(JSON.parse(Buffer.from(line).toString()).fact));
  return { seen, files: await caseBundle(log, stream, { ...since, ...(chance.once(2) ? { disclosures: ofCase } : {}) }) };
}

type Change = (bytes: Buffer, chance: Chance) => Buffer;

const place = (bytes: Buffer, chance: Chance): number => chance.below(bytes.length + 1);

const onLines =
  (change: (lines: string[], chance: Chance) => void): Change =>
  (bytes, chance) => {
    const lines = bytes.toString('latin1').split(/(?<=\n)/);
    change(lines, chance);
    return Buffer.from(lines.join(''), 'latin1');
  };

/** A member of some JSON in the file, anywhere in it, is replaced, taken out, or put there; the file is written canonically. */
const inJson: Change = (bytes, chance) => {
  const lines = bytes.toString().split('\n');
  const at = chance.below(lines.length);
  try {
    const value: unknown = JSON.parse(lines[at] ?? '');
    changeWithin(value, chance);
    lines[at] = Buffer.from(canonicalize(value)).toString();
  } catch {
    // What is no JSON, or none any more, stays as it is.
  }
  return Buffer.from(lines.join('\n'));
};

function changeWithin(value: unknown, chance: Chance): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  const key = chance.of(['more', ...keys]);
  const inner: unknown = Reflect.get(value, key);
  if (typeof inner === 'object' && inner !== null && !chance.once(4)) return changeWithin(inner, chance);
  if (Array.isArray(value)) value.splice(chance.below(value.length + 1), chance.below(2), ...(chance.once(2) ? [value[0]] : []));
  else if (chance.once(4)) Reflect.deleteProperty(value, key);
  else
    Reflect.set(value, key, typeof inner === 'string' ? neighbour(inner, chance) : typeof inner === 'number' ? inner + 1 : jsonBy(chance));
}

/** Almost the same text. */
function neighbour(text: string, chance: Chance): string {
  if (/^\d+$/.test(text))
    return chance.of([String(Number(text) + 1), String(Math.max(0, Number(text) - 1)), `0${text}`, '18446744073709551616']);
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + chance.of(['A', 'B', '0', '']) + text.slice(at + 1);
}

const CHANGES: readonly [Change, ...Change[]] = [
  inJson,
  inJson,
  (bytes, chance) => {
    const flipped = Buffer.from(bytes);
    const at = chance.below(Math.max(1, flipped.length));
    if (flipped.length > 0) flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8));
    return flipped;
  },
  (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  (bytes, chance) => bytes.subarray(place(bytes, chance)),
  (bytes, chance) => {
    const [from, to] = [place(bytes, chance), place(bytes, chance)].sort((a, b) => a - b);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, chance) => {
    const at = place(bytes, chance);
    return Buffer.concat([bytes.subarray(0, at), chance.bytes(1 + chance.below(4)), bytes.subarray(at)]);
  },
  onLines((lines, chance) => void lines.splice(chance.below(lines.length), 1)),
  onLines((lines, chance) => void lines.splice(chance.below(lines.length), 0, lines[chance.below(lines.length)] ?? '')),
  onLines((lines, chance) => {
    const [one, other] = [chance.below(lines.length), chance.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  }),
];

/** The bundle with one to three changes, some of which may undo each other or change nothing that counts. */
export function tampered(files: Files, foreign: Files, chance: Chance): Files {
  const changed = new Map(files);
  for (let changes = 1 + (chance.once(3) ? chance.below(3) : 0); changes > 0; changes -= 1) {
    const [first = '', ...others] = changed.keys();
    const name = chance.of([first, ...others]);
    const bytes = changed.get(name);
    const kind = chance.below(60);
    if (!bytes || kind < 3) changed.set(chance.of(['more.json', 'Checkpoint', 'heads-proof.json', '.DS_Store']), chance.bytes(3));
    else if (kind < 6) changed.delete(name);
    else if (kind < 11) changed.set(name, foreign.get(name) ?? Buffer.alloc(0));
    else changed.set(name, chance.of(CHANGES)(Buffer.from(bytes), chance));
  }
  return changed;
}

/** Whether nothing was changed that counts: disclosures may be left out and moved, an older note left out, a signature written twice. */
export function saysTheSame(original: Files, changed: Files): boolean {
  const missing = ['prev-checkpoint', 'consistency.json'].filter((name) => !changed.has(name));
  const names = new Set([...original.keys(), ...changed.keys()]);
  for (const name of names) {
    const [before, after] = [original.get(name), changed.get(name)];
    if (missing.length === 2 && missing.includes(name)) continue;
    if (name === 'disclosures.ndjson' ? !isSubset(before, after) : !before || !after || !sameFile(name, before, after)) return false;
  }
  return true;
}

function isSubset(before: Uint8Array | undefined, after: Uint8Array | undefined): boolean {
  if (!after) return true;
  const text = Buffer.from(after).toString('latin1');
  const known = new Set(before ? Buffer.from(before).toString('latin1').split('\n').slice(0, -1) : []);
  const lines = text.split('\n').slice(0, -1);
  return (text === '' || text.endsWith('\n')) && lines.every((line) => known.delete(line));
}

function sameFile(name: string, before: Uint8Array, after: Uint8Array): boolean {
  const [one, other] = [Buffer.from(before), Buffer.from(after)];
  if (one.equals(other)) return true;
  if (name !== 'checkpoint' && name !== 'prev-checkpoint') return false;
  const signature = one.subarray(one.lastIndexOf('\n\n') + 2);
  const more = other.subarray(one.length);
  const repeated = Buffer.concat(Array.from({ length: more.length / signature.length }, () => signature));
  return other.subarray(0, one.length).equals(one) && more.equals(repeated);
}

const NAMES = [
  'records.ndjson',
  'index.json',
  'checkpoint',
  'heads-proof.json',
  'prev-checkpoint',
  'consistency.json',
  'disclosures.ndjson',
] as const;

/** A folder of rubbish: files of the right names, or others, with anything in them. */
export function rubbishBy(chance: Chance, real: Files): Files {
  const files: Files = new Map();
  for (const name of NAMES) {
    if (chance.once(5)) continue;
    const bytes = Buffer.from(real.get(name) ?? []);
    files.set(name, chance.once(3) ? bytes : rubbishFile(chance, bytes));
  }
  if (chance.once(3)) files.set(chance.of(['a', 'Index.json', 'index.json~']), chance.bytes(4));
  return files;
}

function rubbishFile(chance: Chance, real: Buffer): Buffer {
  const nested = (open: string, close: string): string =>
    open.repeat(chance.below(3_000)) + (chance.once(2) ? close.repeat(chance.below(3_000)) : '');
  switch (chance.below(10)) {
    case 0:
      return chance.bytes(chance.below(300));
    case 1:
      return Buffer.from('\n'.repeat(chance.below(200)));
    case 2:
      return Buffer.from(`${nested('[', ']')}\n`);
    case 3:
      return Buffer.from(`${nested('{"a":', '}')}\n`);
    case 4:
      return Buffer.concat([real, real]);
    case 5:
      return Buffer.from(canonicalize(jsonBy(chance)));
    case 6:
      return Buffer.from(`${real.toString('latin1').replace(/\d/g, () => String(chance.below(10)))}`, 'latin1');
    case 7:
      return Buffer.from(
        real.toString('latin1').replace(/[{}[\]",:]/g, (mark) => (chance.once(6) ? chance.of(['', '"', '{', ',', '1e999']) : mark)),
        'latin1',
      );
    case 8:
      return Buffer.from(`${'{"data":{'}${'"x":1e400,'.repeat(chance.below(50))}${'\u0000'.repeat(chance.below(50))}}\n`);
    default:
      return Buffer.concat([Buffer.from('\ufeff'), real]);
  }
}
