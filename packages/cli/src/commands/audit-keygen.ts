/** `redress audit keygen FILE`: the key that signs a log's checkpoints. */
import { resolve } from 'node:path';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { makeKey, publicFileOf } from '../key-file.ts';
import { openExisting, placeOf } from '../store-place.ts';

export const auditKeygen: CommandOfLine = {
  name: 'audit keygen',
  describes: 'Make the key that signs checkpoints of a log: private in FILE, for its owner alone; what others verify with in FILE.pub.',
  words: ['FILE'],
  options: {
    office: {
      type: 'string',
      value: 'OFFICE',
      describes: "Who signs, as a host name and perhaps a path: office.example. The log's id is added to it.",
      required: true,
    },
  },
  async run(given, terminal) {
    const file = resolve(terminal.folder, given.words[0] ?? '');
    const office = given.text('office') ?? '';
    if (!/^[^\s+:/]+(?:\/[^\s+:/]+)*$/.test(office))
      throw new UsageError(
        'usage',
        `--office is a host name and perhaps a path, as office.example/north, not ${JSON.stringify(office)}. No key was made.`,
      );
    const store = await openExisting(placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder));
    const { log } = store;
    await store.close();
    const { name, vkey } = makeKey(file, `${office}/${log}`);
    return {
      ending: 'done',
      document: { log, name, vkey, key: file, public: publicFileOf(file) },
      text: `${vkey}\nThis is the verifier key; it also lies in ${publicFileOf(file)}. Hand it out. The private key in ${file} stays where it signs.`,
    };
  },
};
