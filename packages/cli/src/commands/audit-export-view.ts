/** `redress audit export-view FILE --format FORMAT`: a log as process-mining tools and buses read it. A view, never evidence. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CaseFileError, cloudEventsView, ocelView, type ViewedCase, type ViewedLog, type ViewTime, viewLog, xesView } from '@redress/audit';
import type { Engine } from '@redress/core';
import type { Answer } from '../answer.ts';
import { cannotBeRead } from '../case-filed.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking } from '../opened.ts';

/** What a view tells while it is written. */
interface Counts {
  cases?: number;
  facts: number;
  /** Cases of which no holder could be told. */
  readonly unfolded: Set<string>;
}

type View = (engine: Engine, time: ViewTime, counts: Counts) => AsyncIterable<string>;

const formats: Readonly<Record<string, View>> = {
  xes: (engine, time, counts) => ofCases(engine, time, counts, xesView),
  ocel: (engine, time, counts) => ofCases(engine, time, counts, ocelView),
  cloudevents: async function* ({ store }, time, counts) {
    for await (const line of cloudEventsView(store, time)) {
      counts.facts += 1;
      yield line;
    }
  },
};

async function* ofCases(
  { store, caseTypes }: Engine,
  time: ViewTime,
  counts: Counts,
  write: (log: ViewedLog, time: ViewTime) => AsyncIterable<string>,
): AsyncGenerator<string> {
  const log = await viewLog(store, caseTypes);
  counts.cases = log.cases;
  counts.facts = log.facts;
  const read = async function* (): AsyncGenerator<ViewedCase> {
    for await (const found of log.read()) {
      if (!found.folded) counts.unfolded.add(found.id);
      yield found;
    }
  };
  yield* write({ ...log, read }, time);
}

export const auditExportView: CommandOfLine = {
  name: 'audit export-view',
  describes: 'Write the log as XES, OCEL 2.0 or CloudEvents, packed where FILE ends in .gz. A view for analysis: it proves nothing.',
  words: ['FILE'],
  options: {
    format: { type: 'string', value: 'FORMAT', describes: `${Object.keys(formats).join(', ')}.`, required: true },
    time: {
      type: 'string',
      value: 'TIME',
      describes: 'The time of an event: recorded, the instant of the record (default), or occurred, the day it is about, at 00:00 UTC.',
    },
  },
  async run(given, terminal) {
    const format = given.text('format') ?? '';
    const view = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (!view) throw new UsageError('usage', `--format is ${Object.keys(formats).join(', ')}, not ${JSON.stringify(format)}. ${NOTHING}`);
    const time = timeIn(given);
    const file = resolve(terminal.folder, given.words[0] ?? '');
    if (existsSync(file)) throw new UsageError('usage', `${file} is there already. ${NOTHING} Name another file.`);
    return asking(given, terminal, async ({ engine }) => {
      const counts: Counts = { facts: 0, unfolded: new Set() };
      try {
        const whole = await written(view(engine, time, counts), file, terminal.stop);
        return whole ? report(file, format, time, engine.store.log, counts) : stopped(file);
      } catch (error) {
        if (!(error instanceof CaseFileError)) throw error;
        return cannotBeRead(new CaseFileError(error.code, `${error.says} ${file} was not written.`));
      }
    });
  },
};

const NOTHING = 'Nothing was written.';

function timeIn(given: Given): ViewTime {
  const time = given.text('time') ?? 'recorded';
  if (time === 'recorded' || time === 'occurred') return time;
  throw new UsageError('usage', `--time is recorded or occurred, not ${JSON.stringify(time)}. ${NOTHING}`);
}

/** The file stands under its name once it is whole; false where it was stopped before. */
async function written(pieces: AsyncIterable<string>, file: string, signal: AbortSignal): Promise<boolean> {
  const part = `${file}.part`;
  const source = Readable.from(pieces);
  try {
    // Opened here: a stream that opens it by itself may still do so after what failed meanwhile was cleared away.
    const to = (await open(part, 'w')).createWriteStream();
    await (file.endsWith('.gz') ? pipeline(source, createGzip(), to, { signal }) : pipeline(source, to, { signal }));
    renameSync(part, file);
    return true;
  } catch (cause) {
    rmSync(part, { force: true });
    if (signal.aborted) return false;
    // What the file system says; a fault of the store has no path.
    if (cause instanceof Error && 'syscall' in cause)
      throw new UsageError('usage', `${file} cannot be written: ${cause.message}. ${NOTHING}`, { cause });
    throw cause;
  }
}

const stopped = (file: string): Answer => ({
  ending: 'interrupted',
  document: { file, interrupted: true },
  text: `Stopped before the end of the log. ${file} was not written.`,
});

function report(file: string, format: string, time: ViewTime, log: string, { cases, facts, unfolded }: Counts): Answer {
  const without = [...unfolded];
  const lines = [
    `${file}: ${cases === undefined ? '' : `${cases} cases, `}${facts} facts of the log ${log} as ${format}, times as ${time}`,
    ...(without.length > 0 ? [`Without holder, because they do not fold: ${without.join(', ')}. \`redress case replay\` says why.`] : []),
    'This is a view for analysis and proves nothing.',
  ];
  return {
    ending: 'done',
    document: { file, format, time, log, cases, facts, unfolded: without, evidence: false },
    text: lines.join('\n'),
  };
}
