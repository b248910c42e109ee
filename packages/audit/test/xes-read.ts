/** Event logs of XES read whole, for tests: their traces, what is told of them, and the fault of one that cannot be read. */
import { readXes, XesError, type XesLog, type XesTrace } from '../src/index.ts';

type Chunk = string | Uint8Array;

export async function* inPieces(...chunks: readonly Chunk[]): AsyncGenerator<Chunk> {
  yield* chunks;
}

export async function read(...chunks: readonly Chunk[]): Promise<readonly XesTrace[]> {
  const found: XesTrace[] = [];
  for await (const trace of readXes(inPieces(...chunks))) found.push(trace);
  return found;
}

/** What is told of the log, as often as it is told. */
export async function headersOf(text: string): Promise<readonly XesLog[]> {
  const headers: XesLog[] = [];
  for await (const _ of readXes(inPieces(text), { onHeader: (log) => headers.push(log) })) void _;
  return headers;
}

/** Throws where the log was read, or something else was thrown. */
export async function faultOf(...chunks: readonly Chunk[]): Promise<XesError> {
  const fault = await read(...chunks).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof XesError)) throw new Error(`expected an XesError, got ${String(fault)}`);
  return fault;
}
