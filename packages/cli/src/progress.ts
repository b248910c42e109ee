/** How far a file has been read: one line that is written over where somebody watches, a line now and then where nobody does. */
import { linesShown, type Terminal } from './answer.ts';

export interface Progress {
  row(rows: number, taken: number, size: number): void;
  /** A line that stays, for example the reason of a rejected row. */
  line(text: string): void;
  /** Clears what was written over. */
  end(): void;
}

/** Milliseconds between two showings. */
const WATCHED = 100;
const UNWATCHED = 5_000;
const WIDTH = 24;

export function progressOn({ err, watched }: Pick<Terminal, 'err' | 'watched'>): Progress {
  const pause = watched ? WATCHED : UNWATCHED;
  let next = performance.now() + pause;
  let shown = false;
  const clear = (): void => {
    if (watched && shown) err('\r\u001b[K');
    shown = false;
  };
  return {
    row(rows, taken, size) {
      const now = performance.now();
      if (now < next) return;
      next = now + pause;
      err(watched ? `\r${bar(size === 0 ? 1 : taken / size)} ${rows} rows\u001b[K` : `${rows} rows read\n`);
      shown = true;
    },
    line(text) {
      clear();
      err(`${linesShown(text)}\n`);
    },
    end: clear,
  };
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.round(share * 100)} %`;
}

/** What runs is told how to show it; what was written over is cleared when it ends, however it does. */
export async function withProgress<Value>(terminal: Terminal, run: (progress: Progress) => Promise<Value>): Promise<Value> {
  const progress = progressOn(terminal);
  try {
    return await run(progress);
  } finally {
    progress.end();
  }
}
