/**
 * Writes the cases of a map. The steps of a case go in one after the other, cases side by side, so that one disk sync serves many.
 * A case that was interrupted half-way is completed when the same file is imported again: each step has an id of its own,
 * and a step that is there already is recognised.
 */
import { type CommandInput, type Engine, isRefusal, type Refusal, sayRefusal, uuidv5 } from '@redress/core';
import type { CaseToTake, RowRejected, Step } from './import-map.ts';

export interface Rejected extends RowRejected {
  /** The step that was refused; absent where the row could not be read. */
  readonly step?: string;
  readonly code?: Refusal['code'];
}

export interface TakenIn {
  /** Cases that were taken in whole, now or before. */
  readonly cases: number;
  /** Facts written now. */
  readonly facts: number;
  /** Steps that had been written before. */
  readonly repeated: number;
  readonly rejected: readonly Rejected[];
  /** True where it was told to stop. */
  readonly interrupted: boolean;
}

export interface TakeInOptions {
  readonly engine: Engine;
  /** Name of the map. */
  readonly map: string;
  readonly stop?: AbortSignal;
  /** Of the reasons why a step was refused. Default: en. */
  readonly language?: string;
  /** How many cases are written side by side. */
  readonly sideBySide?: number;
  readonly onRejected?: (rejected: Rejected) => void;
  /** Called once the step is durable, with its command id. */
  readonly onAcknowledged?: (command: string) => void;
}

/** Namespace of the case ids that imports make. */
const CASES = '5b7e1b0e-52a4-5c0e-9a53-6f1d2f0c9b11';
const SIDE_BY_SIDE = 64;

/** The id of an imported case: the same record gives the same case, whichever file it came in. */
export const importedCaseId = (map: string, key: string): string => uuidv5(CASES, `${map}/${key}`);
export const importedCommandId = (map: string, step: string): string => `import/${map}/${step}`;

/** @throws StoreFault where the store failed; what had been acknowledged is written. */
export async function takeIn(cases: AsyncIterable<CaseToTake | RowRejected>, options: TakeInOptions): Promise<TakenIn> {
  const taking = new Taking(options);
  const under = new Map<string, Promise<void>>();
  let fault: { readonly error: unknown } | undefined;
  try {
    for await (const given of cases) {
      if ('reason' in given) taking.reject(given);
      else {
        // A map that gives a case in two parts gets them written in that order all the same.
        while (under.has(given.key) || under.size >= (options.sideBySide ?? SIDE_BY_SIDE)) await Promise.race(under.values());
        const written = taking
          .take(given)
          .catch((error: unknown) => {
            fault ??= { error };
          })
          .finally(() => under.delete(given.key));
        under.set(given.key, written);
      }
      if (fault || options.stop?.aborted) break;
    }
  } finally {
    await Promise.all(under.values());
  }
  if (fault) throw fault.error;
  return taking.result();
}

class Taking {
  readonly #options: TakeInOptions;
  readonly #rejected: Rejected[] = [];
  #cases = 0;
  #facts = 0;
  #repeated = 0;

  constructor(options: TakeInOptions) {
    this.#options = options;
  }

  reject(rejected: Rejected): void {
    this.#rejected.push(rejected);
    this.#options.onRejected?.(rejected);
  }

  async take({ key, steps }: CaseToTake): Promise<void> {
    const id = importedCaseId(this.#options.map, key);
    for (const step of steps) {
      if (this.#options.stop?.aborted) return;
      const refusal = await this.#write(id, step);
      if (!refusal) continue;
      // What follows would tell the rest of the story without this step: it stays outside until the step can be written.
      return this.reject({ row: step.row, step: step.id, code: refusal.code, reason: sayRefusal(refusal, this.#options.language) });
    }
    this.#cases += 1;
  }

  async #write(id: string, { row: _row, id: step, ...said }: Step): Promise<Refusal | null> {
    const command: CommandInput = { ...said, id: importedCommandId(this.#options.map, step), case: id };
    const outcome = await this.#options.engine.observe(command);
    if (isRefusal(outcome)) return outcome;
    if (outcome.repeated) this.#repeated += 1;
    else this.#facts += outcome.facts.length;
    this.#options.onAcknowledged?.(command.id);
    return null;
  }

  result(): TakenIn {
    const interrupted = this.#options.stop?.aborted ?? false;
    return { cases: this.#cases, facts: this.#facts, repeated: this.#repeated, rejected: this.#rejected, interrupted };
  }
}
