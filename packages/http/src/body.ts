/** A body, read to its end or refused: as JSON in UTF-8, no larger than it may be, and nothing in it that a parser would drop. */
import { BodyTaken, isNo, type No, no } from './problem.ts';

/** In bytes. A fact may take 256 KiB; the same text may take twice that where the sender escapes every letter beyond ASCII. */
const LARGEST_BODY = 512 * 1024;

/** Deeper than this no record can lie. */
const DEEPEST = 250;

/** What the body says, or why it was not read. Throws a `BodyTaken` where somebody else had read it before. */
export async function readJson(request: Request): Promise<{ readonly value: unknown } | No> {
  if (!isJson(request.headers.get('content-type')) || isPacked(request.headers.get('content-encoding'))) return no('NOT_JSON_TYPE');
  if (request.bodyUsed) throw new BodyTaken();
  const bytes = await bytesOf(request).catch(brokenOff);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const text = decoded(bytes);
  if (text === null) return no('NOT_UTF8');
  const read = parsed(text);
  if (isNo(read)) return read;
  const problem = dropped(text);
  return problem === null ? read : no('BODY_UNREADABLE', { problem });
}

function isJson(type: string | null): boolean {
  const [media = '', ...parameters] = (type ?? '').toLowerCase().split(';');
  if (media.trim() !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.includes('charset') || /^\s*charset\s*=\s*"?utf-8"?\s*$/.test(parameter));
}

const isPacked = (encoding: string | null): boolean => !['', 'identity'].includes((encoding ?? '').trim().toLowerCase());

/** By an error of this kind runtimes and servers tell that a body was read before. A client that goes away leads to another one. */
const TAKEN = /body (is unusable|has already been (read|used)|already (consumed|used))/i;

function brokenOff(thrown: unknown): No {
  if (thrown instanceof BodyTaken) throw thrown;
  if (thrown instanceof TypeError && TAKEN.test(thrown.message)) throw new BodyTaken({ cause: thrown });
  return no('BODY_UNREADABLE', { problem: 'it was broken off' });
}

async function bytesOf(request: Request): Promise<Uint8Array | No> {
  const tooLarge = no('BODY_TOO_LARGE', { limit: LARGEST_BODY });
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > LARGEST_BODY) return tooLarge;
  // In one piece where its length is known: several times as fast under servers that make no stream of it. No server takes in more of
  // a body than was announced; a request that somebody made by hand lies in memory already.
  if (announced !== null) {
    const all = new Uint8Array(await request.arrayBuffer());
    // A server lets nobody announce what he does not send: what is not there was taken on the way.
    if (all.byteLength === 0 && Number(announced) > 0) throw new BodyTaken();
    return all.byteLength > LARGEST_BODY ? tooLarge : all;
  }
  if (request.body?.locked) throw new BodyTaken();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return tooLarge;
    chunks.push(chunk);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function parsed(text: string): { readonly value: unknown } | No {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return no('NOT_JSON');
  }
}

interface Level {
  /** The names met so far; null in a list. */
  readonly names: Set<string> | null;
  /** The name, or the place in the list, at which the reader stands. */
  at: string | number;
  /** Whether a name comes next. */
  named: boolean;
}

/** Its last 200 characters, where it is longer: an answer does not repeat all of what was sent, nor half of a character. */
function placeOf(levels: readonly Level[]): string {
  const place = levels.map(({ at }) => at).join('.');
  const brief = place.length > 200 ? `…${place.slice(-200).replace(/^\p{Cs}/u, '')}` : place;
  return brief.replaceAll(/\p{Cs}/gu, '\ufffd');
}

/**
 * What a parser would pass over without a word, in a text that is JSON: of a name that is there twice the first value vanishes, and
 * `__proto__` is dropped by schemas. Null where there is nothing of the kind.
 */
function dropped(text: string): string | null {
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = levels[levels.length - 1];
    switch (text[index]) {
      case '{':
        levels.push({ names: new Set(), at: '', named: true });
        break;
      case '[':
        levels.push({ names: null, at: 0, named: false });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level) next(level);
        break;
      case '"': {
        const end = endOfString(text, index);
        const problem = level?.names && level.named ? named(level, text.slice(index, end + 1)) : null;
        if (problem !== null) return `${placeOf(levels)}: ${problem}`;
        index = end;
      }
    }
    if (levels.length > DEEPEST) return `${placeOf(levels)}: lies more than ${DEEPEST} levels deep`;
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

/** Takes in a name, quotes and all; says what is wrong with it. */
function named(level: Level, quoted: string): string | null {
  level.named = false;
  level.at = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (level.names?.has(level.at)) return 'is there twice';
  if (level.at === '__proto__') return 'is no name for a field';
  level.names?.add(level.at);
  return null;
}

function next(level: Level): void {
  if (typeof level.at === 'number') level.at += 1;
  else level.named = true;
}
