/** `redress audit export FOLDER`: a log, or cases of it, as a folder that proves itself. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { BundleError, EvidenceError, type ExportBundle, type Exported, exportBundle, type Selection } from '@redress/audit';
import type { Answer, Terminal } from '../answer.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking, type Opened, unknownCase } from '../opened.ts';
import { progressOn } from '../progress.ts';

const NOTHING = 'Nothing was written.';

export const auditExport: CommandOfLine = {
  name: 'audit export',
  describes:
    'Hand out a case, cases or the whole log as a folder that proves itself, and record that it was. Hidden values stay hidden. One of --case, --unit, --from with --to, --all.',
  words: ['FOLDER'],
  options: {
    case: { type: 'string', value: 'ID', describes: 'One case.' },
    unit: { type: 'string', value: 'UNIT', describes: 'Every case that this unit held at some time, each in a folder of its own.' },
    from: {
      type: 'string',
      value: 'DAY',
      describes: 'Every case whose first fact is about this day or a later one, each in a folder of its own.',
    },
    to: { type: 'string', value: 'DAY', describes: 'The last day, with --from.' },
    all: { type: 'boolean', describes: 'The whole log, in one bundle.' },
    checkpoint: {
      type: 'string',
      value: 'NOTE',
      describes: 'The file of the published note. What lies after it is not handed out.',
      required: true,
    },
    vkey: { type: 'string', value: 'KEY', describes: 'A verifier key of the note; may be repeated.', required: true, multiple: true },
    since: { type: 'string', value: 'NOTE', describes: 'The file of an older note, which the bundle then shows to be extended.' },
    by: {
      type: 'string',
      value: 'ID',
      describes: 'The id of who hands it out, for the log. No name: the log keeps it for ever.',
      required: true,
    },
    purpose: { type: 'string', value: 'TEXT', describes: 'What it is handed out for, for the log. No names.', required: true },
  },
  async run(given, terminal) {
    const folder = resolve(terminal.folder, given.words[0] ?? '');
    const select = selectionIn(given);
    const checkpoint = noteAt(given.text('checkpoint') ?? '', terminal.folder);
    const older = given.text('since');
    const since = older === undefined ? {} : { since: noteAt(older, terminal.folder) };
    const [by, purpose] = [given.text('by') ?? '', given.text('purpose') ?? ''];
    const asked = { folder, select, checkpoint, ...since, vkeys: given.list('vkey'), by, purpose };
    return asking(given, terminal, (opened) => exported(asked, opened, terminal));
  },
};

function selectionIn(given: Given): Selection {
  const [id, unit, from, to] = [given.text('case'), given.text('unit'), given.text('from'), given.text('to')];
  const selections: Selection[] = [
    ...(id === undefined ? [] : [{ kind: 'case' as const, case: id }]),
    ...(unit === undefined ? [] : [{ kind: 'unit' as const, unit }]),
    ...(from === undefined || to === undefined ? [] : [{ kind: 'period' as const, from, to }]),
    ...(given.flag('all') ? [{ kind: 'log' as const }] : []),
  ];
  const [first] = selections;
  if (!first || selections.length > 1 || (from === undefined) !== (to === undefined))
    throw new UsageError('usage', `Say what to hand out: --case, --unit, --from with --to, or --all, and one of them. ${NOTHING}`);
  return first;
}

function noteAt(path: string, folder: string): Uint8Array {
  const file = resolve(folder, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError('no-such-file', `There is no note ${file}. ${NOTHING}`);
  return readFileSync(file);
}

type Asked = Pick<ExportBundle, 'folder' | 'select' | 'checkpoint' | 'since' | 'vkeys' | 'by' | 'purpose'>;

async function exported(asked: Asked, { engine, language }: Opened, terminal: Terminal): Promise<Answer> {
  const { store, caseTypes } = engine;
  const progress = progressOn(terminal);
  try {
    const done = await exportBundle({
      ...asked,
      store,
      caseTypes,
      signal: terminal.stop,
      progress: (_, records, of) => progress.row(records, records, of),
    });
    return report(done, asked, store.log);
  } catch (error) {
    if (terminal.stop.aborted) return stopped(asked.folder);
    if (error instanceof BundleError && error.code === 'case-unknown' && asked.select.kind === 'case')
      return unknownCase(asked.select.case, 'audit export', language);
    return refused(error);
  } finally {
    progress.end();
  }
}

/** What the caller got wrong is the command line's; what the log does not bear out is a refusal. */
function refused(cause: unknown): Answer {
  if (cause instanceof EvidenceError) throw new UsageError('bad-note', `A note or key does not hold: ${cause.says}. ${NOTHING}`, { cause });
  if (cause instanceof BundleError) {
    const { code, says } = cause;
    if (code === 'note-not-ours') throw new UsageError('bad-note', says, { cause });
    if (code === 'bad-request' || code === 'folder-in-use') throw new UsageError('usage', says, { cause });
    return { ending: 'refused', document: { error: { code, says } }, text: says };
  }
  // What the file system says; a fault of the store has no path.
  if (cause instanceof Error && 'syscall' in cause)
    throw new UsageError('usage', `The folder cannot be written: ${cause.message}. Nothing was handed out.`, { cause });
  throw cause;
}

const stopped = (folder: string): Answer => ({
  ending: 'interrupted',
  document: { folder, interrupted: true },
  text: `Stopped. ${folder} was not written. If the log had been read through, it holds a fact that something was to be handed out.`,
});

function report({ folder, bundles, records, size }: Exported, { select, by, purpose }: Asked, log: string): Answer {
  const lines = [
    `${folder}: ${bundles} ${bundles === 1 ? 'bundle' : 'bundles'}, ${records} records of the log ${log}, as of its first ${size} facts`,
    `Recorded in the log: by ${by}, for ${purpose}. Values that the log hides are not in it.`,
    'Give the receiver the verifier key by another way: who forges a bundle can forge the key in it.',
  ];
  return {
    ending: 'done',
    document: { folder, selected: select, log, size, bundles, records, disclosed: 'redacted', by, purpose },
    text: lines.join('\n'),
  };
}
