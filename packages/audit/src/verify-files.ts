/** How the verifier of bundles reads: plain files only, limits before work, records in blocks of whole lines. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from './verdict.ts';

/** Of a JSON file, and of disclosures. */
export const LARGEST_JSON = 256 * 1024 * 1024;
/** Of a line; no store takes a larger record. */
export const LONGEST_LINE = 256 * 1024;
const MOST_ENTRIES = 1_000_000;
const CHUNK = 1024 * 1024;
const NEWLINE = 10;

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** What lies in a folder, by name; null where it cannot be read. A link is neither file nor folder. */
export async function entriesOf(folder: string, findings: Findings): Promise<readonly Entry[] | null> {
  const found: Entry[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (found.length === MOST_ENTRIES) {
        findings.add('input-too-large', '', ['too-many-entries', MOST_ENTRIES]);
        return null;
      }
      found.push({ name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' });
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') findings.add('file-missing', '');
    else findings.add('file-malformed', '', code === 'ENOTDIR' ? ['no-folder'] : ['cannot-be-read', code]);
    return null;
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Opens a plain file, never a link or a pipe, and never waits for one; null with a finding otherwise. */
async function openPlain(folder: string, name: string, findings: Findings): Promise<FileHandle | null> {
  try {
    const path = join(folder, name);
    if ((await lstat(path)).isFile()) return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    findings.add('file-malformed', name, ['no-plain-file']);
  } catch (error) {
    findings.add('file-malformed', name, ['cannot-be-read', codeOf(error)]);
  }
  return null;
}

/** A whole file of at most so many bytes; null with a finding otherwise. */
export async function bytesOfFile(folder: string, name: string, most: number, findings: Findings): Promise<Buffer | null> {
  const handle = await openPlain(folder, name, findings);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    if (size > most) {
      findings.add('input-too-large', name, ['too-many-bytes', size, most]);
      return null;
    }
    return await handle.readFile();
  } catch (error) {
    findings.add('file-malformed', name, ['cannot-be-read', codeOf(error)]);
    return null;
  } finally {
    await handle.close();
  }
}

/** Bytes that hold whole lines from `from` to `to`, each with its newline. The byte before `from` may be written to. */
export interface Block {
  /** Bytes of the file that were read so far, of so many. */
  readonly done: number;
  readonly of: number;
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
}

export interface Reading {
  readonly signal?: AbortSignal | undefined;
}

/**
 * A file in blocks of whole lines, the next of which is read while one is worked on. A line that does not end, or is too long, is a
 * finding; the first is handed out all the same, and nothing after the second.
 */
export async function* blocksOf(folder: string, name: string, findings: Findings, reading: Reading): AsyncGenerator<Block> {
  const handle = await openPlain(folder, name, findings);
  if (!handle) return;
  try {
    yield* blocksIn(handle, name, findings, reading);
  } catch (error) {
    if (reading.signal?.aborted) throw error;
    findings.add('file-malformed', name, ['cannot-be-read', codeOf(error)]);
  } finally {
    await handle.close();
  }
}

/** Room before what is read: for a byte that may be written to, and the line that the block before left open. */
const ROOM = 1 + LONGEST_LINE;

async function* blocksIn(handle: FileHandle, name: string, findings: Findings, { signal }: Reading): AsyncGenerator<Block> {
  const { size } = await handle.stat();
  let [now, next] = [Buffer.allocUnsafe(ROOM + CHUNK + 1), Buffer.allocUnsafe(ROOM + CHUNK + 1)];
  const read = (into: Buffer, at: number): ReturnType<typeof handle.read> => {
    const started = handle.read(into, ROOM, CHUNK, at);
    // Whoever stops in the midst waits for nothing any more, and a failure then is nobody's.
    started.catch(() => {});
    return started;
  };
  let reading = read(now, 0);
  let [from, done] = [ROOM, 0];
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await reading;
    done += bytesRead;
    if (bytesRead === 0) break;
    reading = read(next, done);
    const end = ROOM + bytesRead;
    const to = now.subarray(0, end).lastIndexOf(NEWLINE) + 1;
    const open = Math.max(to, from);
    if (to > from) yield { bytes: now, from, to, done, of: size };
    if (end - open > LONGEST_LINE) {
      findings.add('input-too-large', name, ['line-too-long', LONGEST_LINE]);
      return;
    }
    now.copy(next, ROOM - (end - open), open, end);
    from = ROOM - (end - open);
    [now, next] = [next, now];
  }
  if (from < ROOM) {
    findings.add('file-malformed', name, ['last-line-open']);
    now[ROOM] = NEWLINE;
    yield { bytes: now, from, to: ROOM + 1, done, of: size };
  }
}
