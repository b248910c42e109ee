/**
 * The ids of streams that were read or written lately. The server finds an id that is written again only where the same append is
 * repeated; an id that lies earlier in the stream it takes once more. A caller reads a stream before it appends, so that the ids are
 * here already and the check costs no trip.
 */

/** Streams whose ids are remembered. */
const MOST = 1_000;

export class KnownIds {
  /** By stream, the ids in the order of the versions, from version 1. */
  readonly #streams = new Map<string, string[]>();

  /** An id is kept only where all before it are. */
  learn(stream: string, version: number, id: string): void {
    const ids = this.#streams.get(stream) ?? [];
    if (version !== ids.length + 1) return;
    ids.push(id);
    // Put last: the one that was not used for the longest is forgotten.
    this.#streams.delete(stream);
    this.#streams.set(stream, ids);
    const [oldest] = this.#streams.size > MOST ? this.#streams.keys() : [];
    if (oldest !== undefined) this.#streams.delete(oldest);
  }

  /** The version up to which all ids of the stream are known. */
  through(stream: string): number {
    return this.#streams.get(stream)?.length ?? 0;
  }

  /** The version, at most `last`, at which the id lies; 0 is none. */
  versionOf(stream: string, id: string, last: number): number {
    const version = (this.#streams.get(stream)?.indexOf(id) ?? -1) + 1;
    return version <= last ? version : 0;
  }
}
