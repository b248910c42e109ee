/** The chain of one case: versions, links, instants and ids. It holds whatever the facts say and whatever law they were made under. */
import type { FactRecord } from '@redress/core';
import type { Report } from './finding.ts';
import { commandNamespace, factIdIn, leafOf } from './record.ts';

/** More facts than this no command has; beyond it an id is wrong. */
const MOST_FACTS = 100;

interface Group {
  readonly command: string;
  readonly namespace: Uint8Array;
  /** How many facts the command has; 0 where the first id was wrong. */
  readonly count: number;
  seen: number;
}

export class Chain {
  version = 0;
  #leaf: string | null = null;
  #at = '';
  #group: Group | null = null;
  readonly #commands = new Set<string>();

  /** Whether facts of the last command are still to come. */
  get incomplete(): boolean {
    return this.#group !== null && this.#group.seen < this.#group.count;
  }

  /** Checks a record against the one before. True where no fact is missing between them. */
  check(record: FactRecord, text: string, report: Report): boolean {
    const whole = record.version === this.version + 1;
    if (!whole) report('version-gap', ['version-after', record.version, this.version]);
    else if (record.prev !== this.#leaf) report('chain-broken', ['prev-is', record.prev ?? 'null']);
    if (record.recordedAt < this.#at) report('recorded-earlier', ['after', record.recordedAt, this.#at]);
    this.#checkId(record, whole, report);
    this.version = record.version;
    this.#leaf = leafOf(text);
    if (record.recordedAt > this.#at) this.#at = record.recordedAt;
    return whole;
  }

  /** A text that is no record takes a place in the chain all the same, so that what follows is compared with it. */
  skip(text: string): void {
    this.version += 1;
    this.#leaf = leafOf(text);
  }

  /** The case ends here: whatever the last command still owes is missing. */
  end(report: Report): void {
    if (this.#group && this.incomplete) report('command-incomplete', ['of-so-many', this.#group.seen, this.#group.count]);
  }

  #checkId(record: FactRecord, whole: boolean, report: Report): void {
    const { command = '' } = record.meta;
    if (this.#group?.command !== command) this.#begin(record, command, whole, report);
    const group = this.#group;
    if (!group || group.count === 0) return;
    if (group.seen > 0 && record.id !== factIdIn(group.namespace, group.seen, group.count)) report('id-wrong', record.id);
    group.seen += 1;
  }

  #begin(record: FactRecord, command: string, whole: boolean, report: Report): void {
    if (whole) this.end(report);
    const again = this.#commands.has(command);
    this.#commands.add(command);
    if (again) report('command-split', ['command', command]);
    const namespace = commandNamespace(record.log, command);
    let count = 1;
    while (count <= MOST_FACTS && factIdIn(namespace, 0, count) !== record.id) count += 1;
    // After a gap the first fact of the command may be the one that is missing, and the gap has been reported.
    const wrong = count > MOST_FACTS;
    if (wrong && whole && !again) report('id-wrong', record.id);
    this.#group = { command, namespace, count: wrong ? 0 : count, seen: 0 };
  }
}
