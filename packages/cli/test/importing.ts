/** A process that imports and is going to be killed: it prints each command once it is acknowledged. `importing.ts FILE DB` */
import { writeSync } from 'node:fs';
import { openSqlite } from '@redress/sqlite';
import { importFile } from '../src/index.ts';
import { tickets } from './tickets.ts';

const [file = '', db = ''] = process.argv.slice(2);
const store = await openSqlite(db);
// Straight to the descriptor: what was printed is printed, whenever the process dies.
await importFile({ store, map: tickets, file, onAcknowledged: (command) => writeSync(1, `${command}\n`) });
await store.close();
