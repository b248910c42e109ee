#!/usr/bin/env node
/** The process around `main`: streams, signals, exit code. */
import { exitCodes } from './exit-codes.ts';
import { main } from './main.ts';

// A reader that has seen enough (`redress case list | head`) is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`redress: the answer could not be written (${error.code ?? error.message})\n`);
  process.exit(exitCodes.bug.code);
});

// Reasons and progress that nobody reads are lost; the answer and the exit code are not.
process.stderr.on('error', () => {});

const stop = new AbortController();
// The first interrupt lets the command under way finish; the second is not listened to, and ends the process.
process.once('SIGINT', () => stop.abort());

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  watched: process.stderr.isTTY === true,
  folder: process.cwd(),
  stop: stop.signal,
});
