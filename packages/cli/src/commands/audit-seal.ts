/** `redress audit seal`: a seal into the log, and a signed checkpoint over it into a file. */
import { resolve } from 'node:path';
import { EvidenceError, noteFile, SealError, type Sealed, type SealOptions, sealLog, verifierFrom } from '@redress/audit';
import type { Answer, Terminal } from '../answer.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { keyAt } from '../key-file.ts';
import { openExisting, placeOf } from '../store-place.ts';

export const auditSeal: CommandOfLine = {
  name: 'audit seal',
  describes: 'Seal the log as it stands and publish a signed checkpoint over it. Run it as often as a gap in the proofs may be long.',
  words: [],
  options: {
    key: { type: 'string', value: 'FILE', describes: 'The key that `audit keygen` made.', required: true },
    checkpoint: {
      type: 'string',
      value: 'NOTE',
      describes:
        'The file of the published note: read, compared with the log, and replaced. Keep it where no backup of the store is restored.',
      required: true,
    },
    folder: {
      type: 'string',
      value: 'FOLDER',
      describes: 'Where the sealer keeps what it has read. It can be deleted, and is made again from the log.',
      required: true,
    },
    first: { type: 'boolean', describes: 'No note was ever published. Without a note nothing is signed unless this is said.' },
    vkey: {
      type: 'string',
      value: 'KEY',
      describes: 'A verifier key of the published note, where another key signed it; may be repeated.',
      multiple: true,
    },
    'compare-all': { type: 'boolean', describes: 'Compare every record with what was read before, not 100,000 of them in turn.' },
  },
  async run(given, terminal) {
    const file = resolve(terminal.folder, given.text('checkpoint') ?? '');
    const options = optionsOf(given, terminal, file);
    const store = await openExisting(placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder));
    try {
      return report(await sealLog({ ...options, store }), store.log, file);
    } catch (error) {
      if (terminal.stop.aborted) return stopped(file);
      return refused(error);
    } finally {
      if (terminal.watched) terminal.err('\r\u001b[K');
      await store.close();
    }
  },
};

function optionsOf(given: Given, terminal: Terminal, file: string): Omit<SealOptions, 'store'> {
  const signer = keyAt(resolve(terminal.folder, given.text('key') ?? ''));
  return {
    signer,
    verifiers: [signer.vkey, ...given.list('vkey')].map(verifierOf),
    published: noteFile(file),
    folder: resolve(terminal.folder, given.text('folder') ?? ''),
    first: given.flag('first'),
    ...(given.flag('compare-all') ? { compare: Number.POSITIVE_INFINITY } : {}),
    signal: terminal.stop,
    progress: (records) => {
      if (terminal.watched) terminal.err(`\r${records} records`);
    },
  };
}

function verifierOf(vkey: string) {
  try {
    return verifierFrom(vkey);
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('bad-note', `--vkey ${JSON.stringify(vkey)}: ${cause.says}. Nothing was signed.`, { cause });
  }
}

/** What the log does not bear out is a refusal, and so is a note that is not there. */
function refused(cause: unknown): Answer {
  if (cause instanceof SealError)
    return { ending: 'refused', document: { error: { code: cause.code, says: cause.says } }, text: cause.says };
  // What the file system says; a fault of the store has no system call.
  if (cause instanceof Error && 'syscall' in cause)
    throw new UsageError('usage', `A file cannot be written: ${cause.message}. No note was published; seal again when it can be.`, {
      cause,
    });
  throw cause;
}

const stopped = (file: string): Answer => ({
  ending: 'interrupted',
  document: { checkpoint: file, interrupted: true },
  text: `Stopped. What was read is kept, and ${file} is as it was.`,
});

const SAYS = {
  sealed: 'The log is sealed.',
  signed: 'The seal that lay in the log is signed.',
  'nothing-new': 'Nothing is new since the last seal.',
} as const satisfies Readonly<Record<Sealed['outcome'], string>>;

function report({ outcome, size, root, seal, remade }: Sealed, log: string, file: string): Answer {
  const rootText = Buffer.from(root).toString('base64');
  const { index, covers, streams } = seal;
  const lines = [
    `${SAYS[outcome]} It covers ${covers} facts of ${streams} streams; the checkpoint in ${file} is over ${size} facts, root ${rootText}.`,
    ...(remade ? ['The folder did not fit the log, and was made again from it.'] : []),
  ];
  return {
    ending: 'done',
    document: {
      ...{ outcome, log, checkpoint: file, size: String(size), root: rootText },
      seal: { index: String(index), covers: String(covers), streams: String(streams) },
      remade,
    },
    text: lines.join('\n'),
  };
}
