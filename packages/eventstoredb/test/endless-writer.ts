/**
 * Appends for ever, and prints each stream that was acknowledged: to be killed. Arguments: address, first part of the streams' names,
 * and `early` for one that acknowledges before it is done.
 */
import { writeForEver } from '../../../.config/endless-writer.ts';
import { openEventStoreDb } from '../src/index.ts';

const [url = '', first, when] = process.argv.slice(2);
await writeForEver(await openEventStoreDb(url), first, when);
