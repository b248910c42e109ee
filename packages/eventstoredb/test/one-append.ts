/** A process of its own that appends a fact, follows the log, and then closes the store or does not. */
import { NO_STREAM, uuidv5 } from '@redress/core';
import { openEventStoreDb } from '../src/index.ts';

const [, , url = '', how = ''] = process.argv;
const id = uuidv5('8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11', how);
const store = await openEventStoreDb(url);
await store.append(how, NO_STREAM, [{ id, type: 'Noted', schema: 1, meta: { command: how }, data: {}, sealed: [] }]);
const follow = async (): Promise<void> => {
  for await (const { kind } of store.subscribe('', new AbortController().signal)) if (kind === 'caught-up') process.stdout.write('done\n');
};
const following = follow().catch((error: Error) => error.message);
await new Promise((resolve) => setTimeout(resolve, 300));
if (how === 'closes') await store.close();
await following;
