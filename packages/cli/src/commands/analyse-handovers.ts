/** `redress analyse handovers FILE --by ATTRIBUTE`: how the cases of anybody's XES log passed from hand to hand. */
import { resolve } from 'node:path';
import { type Handovers, handoversIn, type XesTrace } from '@redress/audit';
import { table } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { analysing, type Source, sourceAt, xesTraces } from '../import/source.ts';
import { type Progress, withProgress } from '../progress.ts';

export const analyseHandovers: CommandOfLine = {
  name: 'analyse handovers',
  describes:
    'How often the cases of an XES log, gzip or not, passed from hand to hand, came back, and how long they waited. Opens no store.',
  words: ['FILE'],
  options: {
    by: {
      type: 'string',
      value: 'ATTRIBUTE',
      describes: 'The event attribute that names the holder, for example org:group.',
      required: true,
    },
  },
  async run(given, terminal) {
    const other = ['db', 'store', 'config'].find((option) => given.text(option) !== undefined);
    if (other) throw new UsageError('usage', `\`analyse handovers\` reads a file alone and takes no --${other}. Nothing was analysed.`);
    const [file = ''] = given.words;
    const by = given.text('by') ?? '';
    const source = sourceAt(resolve(terminal.folder, file), analysing);
    let loose = 0;
    const traces = xesTraces(source, () => {
      loose += 1;
    });
    return withProgress(terminal, async (progress) => {
      const found = await handoversIn(watched(traces, source, progress, terminal.stop), by);
      if (loose > 0) progress.line(`${loose} events of ${file} stand in no trace. They are of no case, and were not counted.`);
      if (found.longestChain === 0) progress.line(`No event of ${file} has the attribute ${by}.`);
      const text = terminal.stop.aborted ? `Stopped. This is of the first cases only.\n${textOf(found)}` : textOf(found);
      return { ending: terminal.stop.aborted ? 'interrupted' : 'done', document: found, text };
    });
  },
};

async function* watched(traces: AsyncIterable<XesTrace>, source: Source, progress: Progress, stop: AbortSignal): AsyncGenerator<XesTrace> {
  let cases = 0;
  for await (const trace of traces) {
    if (stop.aborted) return;
    yield trace;
    cases += 1;
    progress.row(cases, source.taken(), source.size);
  }
}

function textOf({ cases, handovers, casesWithHandover, aba, abab, revisits, longestChain, times }: Handovers): string {
  const counts: readonly (readonly [string, number, number | null])[] = [
    ['all', cases, null],
    ['handovers', casesWithHandover, handovers],
    ['back at once (A→B→A)', aba.cases, aba.count],
    ['to and fro (A→B→A→B)', abab.cases, null],
    ['held again by somebody', revisits.cases, null],
  ];
  const counted = table(
    ['', 'cases', 'times'],
    counts.map(([what, inCases, often]) => [what, String(inCases), often === null ? '' : String(often)]),
  );
  return [counted, '', `longest chain: ${longestChain} holders`, ...timesText(times)].join('\n');
}

function timesText(times: Handovers['times']): readonly string[] {
  if (!times) return [];
  const { waiting, working, backwards, untimed } = times;
  const rows = [
    ['waiting, between two holders', ...hoursOf(waiting, waiting.handovers)],
    ['working, with one holder', ...hoursOf(working, working.steps)],
  ];
  const left = backwards + untimed;
  const note = left > 0 ? [`left out: ${backwards} steps back in time, ${untimed} without a time`] : [];
  return ['', table(['hours', 'sum', 'mean', 'longest'], rows), ...note];
}

function hoursOf({ seconds, longest }: { readonly seconds: number; readonly longest: number }, steps: number): readonly string[] {
  return [seconds, steps === 0 ? 0 : seconds / steps, longest].map((each) => (each / 3600).toFixed(1));
}
