/** An append: one statement, one trip. What it answers where somebody else wrote first takes a second. */
import {
  type Appended,
  type Conflict,
  type Encoded,
  type FactToWrite,
  type Head,
  lostRace,
  type Repeated,
  StoreFault,
} from '@redress/core';
import { byteaArray } from './arrays.ts';
import type { Connections } from './driver.ts';
import { patiently, violated } from './faults.ts';
import type { Ask, Reader } from './reading.ts';

export interface ToAppend {
  readonly stream: string;
  readonly head: Head;
  readonly facts: readonly FactToWrite[];
  readonly encoded: Encoded;
}

export type Outcome = Appended | Repeated | Conflict;

export interface WriterParts {
  readonly schema: string;
  readonly connections: Connections;
  readonly ask: Ask;
  readonly reader: Reader;
  /** Milliseconds for which an append that others are in the way of is sent again. */
  readonly patience: number;
  /** Called after each append that added facts. */
  wrote(): void;
}

export type Append = (entry: ToAppend) => Promise<Outcome>;

export function writer({ schema, connections, ask, reader, patience, wrote }: WriterParts): Append {
  const text = `SELECT ${schema}.append($1, $2, $3, $4)`;

  /** In a new statement, which sees what the rival has committed. */
  async function lost({ stream, head, facts }: ToAppend): Promise<Outcome> {
    const missed = await reader.stream(stream, head.version + 1);
    return lostRace(facts, missed, missed.at(-1) ?? (await reader.last(stream)));
  }

  /** One of the ids is known: from this very append, sent twice, or from another place. */
  async function known(entry: ToAppend, cause: StoreFault): Promise<Outcome> {
    const outcome = await lost(entry);
    if (outcome.outcome !== 'conflict' || outcome.missed.length > 0) return outcome;
    const ids = entry.facts.map(({ id }) => id);
    const [place] = await ask({ text: `SELECT id, version, stream FROM ${schema}.fact WHERE id = ANY($1) LIMIT 1`, values: [ids] });
    // Whoever held the id when the insert met it was undone since.
    if (!place)
      throw new StoreFault('busy', 'Another append of the same facts was undone. Send the same again.', { retryable: true, cause });
    const [id, version, stream] = place;
    const says = `The fact ${id} lies at version ${version} of stream ${JSON.stringify(stream)}. Nothing was written. Use a new command id.`;
    throw new StoreFault('id-elsewhere', says, { cause });
  }

  async function write(entry: ToAppend): Promise<Outcome> {
    const { stream, head, encoded } = entry;
    const ids = encoded.records.map(({ record }) => record.id);
    const records = byteaArray(encoded.records.map((recorded) => recorded.text));
    try {
      const [row] = await connections.run({ name: `${schema} append`, text, values: [stream, head.version, ids, records] });
      if (row?.[0] !== 't') return lost(entry);
    } catch (error) {
      if (error instanceof StoreFault && violated(error) === 'fact_id') return known(entry, error);
      throw error;
    }
    wrote();
    return { outcome: 'appended', ...encoded };
  }

  return (entry) => patiently(patience, () => write(entry));
}
