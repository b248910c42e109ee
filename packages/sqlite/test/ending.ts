/** Uses a store in every way and closes it, or does not: then it waits for news for ever. Arguments: file, `close` or `leave open`. */
import { NO_STREAM } from '@redress/core';
import { numbered } from '../../../.config/numbered.ts';
import { openSqlite, openSqliteCursors } from '../src/index.ts';

const [path = '', how = ''] = process.argv.slice(2);
const store = await openSqlite(path);
const cursors = await openSqliteCursors(`${path}.cursors`);
await store.append(how, NO_STREAM, [numbered(how, 0)]);
for await (const { record } of store.read(how)) if (record.version > 1) throw new Error('read what nobody wrote');
await cursors.of('letters').move('', '1');
const following = (async () => {
  for await (const message of store.subscribe('', new AbortController().signal)) if (message.kind === 'caught-up') console.log('caught up');
})().catch(() => {});
await new Promise((resolve) => setTimeout(resolve, 100));
if (how === 'close') {
  await Promise.all([store.close(), cursors.close()]);
  await following;
}
