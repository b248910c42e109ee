/** The rival of whoever reads a log, in a process of its own: told how many, it parses so many records more, and says what one cost. */
import { bareParser, parseEvery } from './bare.ts';
import { same } from './result.ts';
import { measuring } from './rounds.ts';

const [, , path = ''] = process.argv;
// Compiled before anything counts, as the other side is.
process.send?.(parseEvery(path));
const parser = bareParser(path);
process.on('message', (wanted: number) => {
  const end = measuring();
  same('the number of facts', parser.parse(wanted), wanted);
  process.send?.(end(wanted));
});
process.on('disconnect', () => parser.close());
