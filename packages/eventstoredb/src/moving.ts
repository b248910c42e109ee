/**
 * A log that has moved house. The server cannot refuse an append for what stands in another stream, so a fact that is written after the
 * log's last one is void: whoever wrote it looks afterwards and is told that the log has moved, and no reader is shown it.
 */
import { LOG_STREAM } from '@redress/core';
import type { Place, StoredEvent } from './client.ts';
import type { Server } from './server.ts';

export class Moving {
  readonly #stream: string;
  #moved = false;
  #place: Place | undefined;

  constructor(prefix: string) {
    this.#stream = prefix + LOG_STREAM;
  }

  /** Whether the log is known to have moved. */
  get moved(): boolean {
    return this.#moved;
  }

  /** Takes note, where this is the log's last fact. */
  learn({ stream, version, place }: StoredEvent): void {
    if (this.#moved || stream !== this.#stream || version !== 1) return;
    this.#moved = true;
    this.#place = place;
  }

  async look(server: Server): Promise<void> {
    if (this.#moved) return;
    for (const event of await server.ask((client) => client.read(this.#stream, 1, 1))) this.learn(event);
  }

  /** Whether the event lies after the log's last fact. */
  isVoid({ place }: StoredEvent): boolean {
    return this.#place !== undefined && place !== undefined && place.commit > this.#place.commit;
  }
}
