/**
 * Event logs in XES (IEEE 1849, XES 1.0), read trace by trace: memory holds one trace, however long the file is. Nothing is
 * guessed. What the standard does not allow is an error with its place, so that whoever sent the file can put it right.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { isXesType, type XesAttribute, type XesAttributes, type XesAttributeType, xesAttribute } from './xes-value.ts';

export type XesErrorCode = 'not-well-formed' | 'not-xes' | 'bad-value' | 'missing-key' | 'duplicate-key' | 'bad-encoding';

/** A file that cannot be read. `line` and `column` count from 1; `column` is where the offending tag or text ends. */
export class XesError extends Error {
  readonly code: XesErrorCode;
  readonly line: number;
  readonly column: number;
  readonly says: string;

  constructor(code: XesErrorCode, at: { readonly line: number; readonly column: number }, says: string, cause?: unknown) {
    super(`line ${at.line}, column ${at.column}: ${says}`, cause === undefined ? {} : { cause });
    this.name = 'XesError';
    this.code = code;
    this.line = at.line;
    this.column = at.column;
    this.says = says;
  }
}

export interface XesEvent {
  readonly attributes: XesAttributes;
  /** Line on which its opening tag ends, from 1. */
  readonly line: number;
}

/** One case. Its events stand in the order of the file, which is the order in which they happened: time stamps may be equal. */
export interface XesTrace {
  /** Place in the file, from 1. */
  readonly number: number;
  readonly attributes: XesAttributes;
  readonly events: readonly XesEvent[];
  /** Line on which its opening tag ends, from 1. */
  readonly line: number;
}

/** What a log says of itself before its first trace. */
export interface XesLog {
  /** `xes.version` as written; '' where it is absent. */
  readonly version: string;
  readonly extensions: readonly { readonly name: string; readonly prefix: string; readonly uri: string }[];
  /** Attributes that every trace or event has, with their defaults: reported, not filled in. `scope` is '' where it is not said. */
  readonly globals: readonly { readonly scope: string; readonly attributes: XesAttributes }[];
  readonly classifiers: readonly { readonly name: string; readonly keys: string; readonly scope: string }[];
  readonly attributes: XesAttributes;
}

export interface XesOptions {
  /** Called once, before the first trace is handed out. */
  readonly onHeader?: (log: XesLog) => void;
  /** Called for each event that stands in no trace, as IEEE 1849 allows beside the traces: it is of no case, and not handed out. */
  readonly onLooseEvent?: (event: XesEvent) => void;
}

/** Attributes within attributes beyond this depth are refused, so that a hostile file cannot eat the memory. */
const DEEPEST = 64;
const PIECE = 64 * 1024;
const NONE: XesAttributes = new Map();

type Element = 'log' | 'trace' | 'event' | 'global' | 'values' | 'extension' | 'classifier' | XesAttributeType;

/** An element that has been opened and not yet closed. */
interface Open {
  readonly element: Element;
  readonly name: string;
  readonly tag: Tag;
  readonly line: number;
  attributes: Map<string, XesAttribute> | null;
  events: XesEvent[];
  list: XesAttribute[] | null;
}

type Tag = SaxesTagNS;

/** Which elements may stand in which, attributes apart. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  log: ['extension', 'global', 'classifier', 'trace', 'event'],
  trace: ['event'],
  list: ['values'],
};
const WITHOUT_ATTRIBUTES: ReadonlySet<string> = new Set(['extension', 'classifier']);

class Reading {
  readonly ready: XesTrace[] = [];
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: Open[] = [];
  readonly #options: XesOptions;
  readonly #extensions: XesLog['extensions'][number][] = [];
  readonly #globals: XesLog['globals'][number][] = [];
  readonly #classifiers: XesLog['classifiers'][number][] = [];
  #traces = 0;
  #headerGiven = false;

  constructor(options: XesOptions) {
    this.#options = options;
    const parser = this.#parser;
    parser.on('error', (error) => this.fail('not-well-formed', error.message.replace(/^(?:[^:]*:)?\d+:\d+: |\.$/g, ''), error));
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding))
        this.fail('bad-encoding', `the encoding ${encoding} is not read; convert the file to UTF-8`);
    });
    parser.on('opentag', (tag) => this.#opened(tag));
    parser.on('closetag', () => this.#closed());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  fail(code: XesErrorCode, says: string, cause?: unknown): never {
    const { line, column } = this.#parser;
    throw new XesError(code, { line, column }, says, cause);
  }

  write(piece: string): void {
    this.#parser.write(piece);
  }

  close(): void {
    this.#parser.close();
  }

  #opened(tag: Tag): void {
    const parent = this.#open.at(-1);
    const element = this.#elementOf(tag, parent);
    if (element === 'trace') this.#giveHeader();
    if (this.#open.length > DEEPEST) this.fail('not-xes', `attributes lie more than ${DEEPEST} levels deep`);
    const list = element === 'values' ? (parent?.list ?? null) : element === 'list' ? [] : null;
    this.#open.push({ element, name: tag.local, tag, line: this.#parser.line, attributes: null, events: [], list });
  }

  #elementOf(tag: Tag, parent: Open | undefined): Element {
    const name = tag.local;
    if (!parent) return name === 'log' ? 'log' : this.fail('not-xes', `the document is a <${name}>, not a <log>`);
    if (CHILDREN[parent.element]?.includes(name)) return name as Element;
    if (isXesType(name) && !WITHOUT_ATTRIBUTES.has(parent.element)) return name;
    return this.fail('not-xes', `<${name}> does not belong into <${parent.name}>`);
  }

  #text(text: string): void {
    const here = this.#open.at(-1);
    if (here && text.trim() !== '') this.fail('not-xes', `<${here.name}> holds text: ${JSON.stringify(text.trim().slice(0, 40))}`);
  }

  #closed(): void {
    const done = this.#open.pop();
    if (!done) return;
    switch (done.element) {
      case 'log':
        return this.#giveHeader(done);
      case 'trace':
        this.#traces += 1;
        this.ready.push({ number: this.#traces, attributes: done.attributes ?? NONE, events: done.events, line: done.line });
        return;
      case 'event':
        return this.#event({ attributes: done.attributes ?? NONE, line: done.line });
      case 'extension':
        this.#extensions.push({ name: this.#said(done, 'name'), prefix: this.#said(done, 'prefix'), uri: this.#said(done, 'uri') });
        return;
      case 'classifier':
        this.#classifiers.push({
          name: this.#said(done, 'name'),
          keys: this.#said(done, 'keys'),
          scope: written(done.tag, 'scope') ?? 'event',
        });
        return;
      case 'global':
        this.#globals.push({ scope: written(done.tag, 'scope') ?? '', attributes: done.attributes ?? NONE });
        return;
      case 'string':
      case 'date':
      case 'int':
      case 'float':
      case 'boolean':
      case 'id':
      case 'list':
        return this.#keep(this.#attribute(done.element, done));
    }
  }

  #event(event: XesEvent): void {
    const holder = this.#open.at(-1);
    if (holder?.element === 'trace') holder.events.push(event);
    else this.#options.onLooseEvent?.(event);
  }

  #said(done: Open, name: string): string {
    return written(done.tag, name) ?? this.fail('not-xes', `<${done.name}> has no ${name}`);
  }

  #attribute(type: XesAttributeType, done: Open): XesAttribute {
    const key = written(done.tag, 'key');
    if (key === undefined || key === '') return this.fail('missing-key', `<${done.name}> has no key`);
    const nested = done.attributes ?? NONE;
    if (type === 'list') return { type, key, value: done.list ?? [], nested };
    const text = written(done.tag, 'value');
    if (text === undefined) return this.fail('bad-value', `${key} has no value`);
    return xesAttribute(type, key, text, nested) ?? this.fail('bad-value', `${key}: ${JSON.stringify(text.slice(0, 60))} is no ${type}`);
  }

  #keep(attribute: XesAttribute): void {
    const holder = this.#open.at(-1);
    if (!holder) return;
    if (holder.element === 'values') {
      // Only in a list may one key stand twice.
      holder.list?.push(attribute);
      return;
    }
    holder.attributes ??= new Map();
    if (holder.attributes.has(attribute.key)) this.fail('duplicate-key', `${attribute.key} stands twice in one <${holder.name}>`);
    holder.attributes.set(attribute.key, attribute);
  }

  #giveHeader(log = this.#open[0]): void {
    if (this.#headerGiven || !log) return;
    this.#headerGiven = true;
    this.#options.onHeader?.({
      version: written(log.tag, 'xes.version') ?? '',
      extensions: this.#extensions,
      globals: this.#globals,
      classifiers: this.#classifiers,
      attributes: log.attributes ?? NONE,
    });
  }
}

const written = (tag: Tag, name: string): string | undefined => tag.attributes[name]?.value;

/** Text in pieces that are small enough for the traces found in one of them to be few. */
async function* piecesOf(chunks: AsyncIterable<string | Uint8Array>, reading: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      return reading.fail('bad-encoding', 'within the next 64 KiB the file is not UTF-8', cause);
    }
  };
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      yield typeof chunk === 'string' ? chunk.slice(from, from + PIECE) : decode(chunk.subarray(from, from + PIECE));
    }
  }
  yield decode();
}

/**
 * The traces of an XES document, in the order of the file, each handed out as soon as it is complete. Text, or bytes in UTF-8
 * (a compressed file is unpacked by the caller). Throws `XesError` at the first fault; the traces before it have been handed out.
 */
export async function* readXes(
  chunks: AsyncIterable<string | Uint8Array>,
  options: XesOptions = {},
): AsyncGenerator<XesTrace, void, undefined> {
  const reading = new Reading(options);
  for await (const piece of piecesOf(chunks, reading)) yield* step(reading, () => reading.write(piece));
  yield* step(reading, () => reading.close());
}

function* step(reading: Reading, go: () => void): Generator<XesTrace> {
  let failed: { error: unknown } | null = null;
  try {
    go();
  } catch (error) {
    failed = { error };
  }
  yield* reading.ready.splice(0);
  if (failed) throw failed.error;
}
