/** A dry run read to its end. */
import type { CaseType, EventStore } from '@redress/core';
import { houseOrganisation } from '@redress/testing';
import { type WhatIf, type WhatIfDifference, type WhatIfEnding, type WhatIfSummary, whatIf } from '../../src/index.ts';
import { caseTypes, law } from '../house-log.ts';

export interface Told {
  readonly differences: readonly WhatIfDifference[];
  readonly endings: readonly WhatIfEnding[];
  readonly summary: WhatIfSummary;
}

export async function told(options: Pick<WhatIf, 'of' | 'instead'> & Partial<WhatIf>): Promise<Told> {
  const run = whatIf({ caseTypes, laws: law, organisation: houseOrganisation(), ...options });
  const differences: WhatIfDifference[] = [];
  for await (const difference of run) differences.push(difference);
  return { differences, endings: run.endings, summary: run.summary };
}

/** A store that may be read and nothing else. */
export function readOnly(store: EventStore): EventStore {
  const never = (): never => {
    throw new Error('a dry run wrote');
  };
  return {
    log: store.log,
    read: (stream, range) => store.read(stream, range),
    readLog: (after, limit) => store.readLog(after, limit),
    append: never,
    ingest: never,
    subscribe: never,
    close: never,
  };
}

/** The same case types, but one command is asked in no stage. */
export const without = (command: string): readonly CaseType[] =>
  caseTypes.map((type) => {
    const definition = type.commands[command];
    return definition ? { ...type, commands: { ...type.commands, [command]: { ...definition, stages: [] } } } : type;
  });
