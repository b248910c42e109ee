/** What a command answers: one document for machines, one text for people, and how the process ends. */
import { nameShown } from '@redress/audit';
import type { Ending } from './exit-codes.ts';

export interface Answer {
  readonly ending: Ending;
  /** What `--json` prints. Its shape is part of what releases promise. */
  readonly document: unknown;
  /** What a person reads. Ends without a line break. */
  readonly text: string;
}

/** Where a command speaks and listens. Nothing else of the process is touched, so that a test can stand in for it. */
export interface Terminal {
  /** The answer. */
  out(text: string): void;
  /** Everything beside the answer: progress, reasons. */
  err(text: string): void;
  /** Whether somebody watches `err`. */
  readonly watched: boolean;
  readonly folder: string;
  /** Aborts when the command is to stop between two steps. */
  readonly stop: AbortSignal;
}

/** Lines of text as a terminal may show them: whoever chose a name in a log or a bundle moves no cursor and turns no writing with it. */
export const linesShown = (text: string): string => text.split('\n').map(nameShown).join('\n');

/** Rows of cells under headings, columns as wide as they must be. What starts a line within a cell is shown as its code. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows].map((row) => row.map(nameShown));
  const widths = headings.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/** Characters as a reader counts them: an accent does not widen its letter. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;
