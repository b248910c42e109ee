/** Which lines `pnpm mutants --sample` tries of a file. The same seed draws the same lines, as long as the file stays as long. */
import { createHash } from 'node:crypto';

/** Lines from the first to the last of them, counted from 1. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The lines of a run. The last takes or leaves a rest of three. A fault that goes over more lines than its run is in no sample. */
const RUN = 6;

/** The line after the last that imports. */
function firstAfterImports(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => /^(import .*|\} from .*);$/.test(line));
  return last + 2;
}

const isTried = (line: string): boolean => !/^\s*($|\/\/|\/?\*)/.test(line);

const lotOf = (file: string, from: number, seed: number): string => createHash('sha256').update(`${seed} ${file} ${from}`).digest('hex');

/** Runs of lines of a file, about so many per cent of it and at least one, in their order. What is imported is passed over. */
export function drawn(file: string, source: string, percent: number, seed: number): readonly Lines[] {
  const lines = source.trimEnd().split('\n');
  const first = firstAfterImports(lines);
  const last = Math.max(1, Math.round((lines.length - first + 1) / RUN));
  const runs: Lines[] = [];
  for (let number = 1; number <= last; number += 1) {
    const from = first + (number - 1) * RUN;
    const to = number === last ? lines.length : from + RUN - 1;
    if (lines.slice(from - 1, to).some(isTried)) runs.push({ from, to });
  }
  const lots = new Map(runs.map((run) => [run, lotOf(file, run.from, seed)]));
  runs.sort((one, other) => ((lots.get(one) ?? '') < (lots.get(other) ?? '') ? -1 : 1));
  const many = Math.max(1, Math.round((runs.length * percent) / 100));
  return runs.slice(0, many).sort((one, other) => one.from - other.from);
}
