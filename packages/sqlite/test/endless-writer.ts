/**
 * Appends for ever, and prints each stream that was acknowledged: to be killed. Arguments: file, first number, and `early` for one that
 * acknowledges before it is done.
 */
import { writeForEver } from '../../../.config/endless-writer.ts';
import { openSqlite } from '../src/index.ts';

const [path = '', first, when] = process.argv.slice(2);
await writeForEver(await openSqlite(path), first, when);
