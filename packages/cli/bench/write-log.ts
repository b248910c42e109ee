/** Writes the log that is folded or audited, in a process of its own: V8 lays the states of whoever has written many elsewhere. */
import { writeLargeLog } from './large-log.ts';

const [, , path = '', facts = ''] = process.argv;
await writeLargeLog(path, Number(facts), (what) => void process.stderr.write(`${what}\n`));
process.send?.(facts);
