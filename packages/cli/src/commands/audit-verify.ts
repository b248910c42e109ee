/** `redress audit verify FOLDER --vkey KEY`: whether a bundle is what a log held. Opens no store and needs no network. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BundleVerdict, EvidenceError, type Verifier, verdictText, verifierFrom, verifyBundle } from '@redress/audit';
import type { Answer } from '../answer.ts';
import type { CommandOfLine, Language } from '../command.ts';
import { UsageError } from '../faults.ts';
import { progressOn } from '../progress.ts';

const NOTHING = 'Nothing was verified.';

export const auditVerify: CommandOfLine = {
  name: 'audit verify',
  describes: 'Verify a bundle, without store or network. Says what is proved and what is not.',
  words: ['FOLDER'],
  options: {
    vkey: {
      type: 'string',
      value: 'KEY',
      describes: 'A verifier key that you trust, had from elsewhere than the bundle. May be given more than once.',
      required: true,
      multiple: true,
    },
    seen: { type: 'string', value: 'NOTE', describes: 'The file of a checkpoint of this log that you have seen before.' },
  },
  async run(given, terminal) {
    const other = ['db', 'store', 'config'].find((option) => given.text(option) !== undefined);
    if (other) throw new UsageError('usage', `\`audit verify\` reads a folder alone and takes no --${other}. ${NOTHING}`);
    const [name = ''] = given.words;
    const folder = folderAt(resolve(terminal.folder, name));
    const verifiers = given.list('vkey').map(verifierOf);
    const note = given.text('seen');
    const seen = note === undefined ? undefined : noteAt(resolve(terminal.folder, note));
    const progress = progressOn(terminal);
    try {
      const asked = { folder, verifiers, language: given.language, onRead: progress.row, signal: terminal.stop };
      return answerOf(await verifyBundle(seen === undefined ? asked : { ...asked, seen }), given.language);
    } catch (cause) {
      if (!terminal.stop.aborted) throw cause;
      return { ending: 'interrupted', document: { folder, interrupted: true }, text: 'Stopped before the end. Nothing is proved.' };
    } finally {
      progress.end();
    }
  },
};

function folderAt(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new UsageError('no-such-file', `There is no folder ${path}. ${NOTHING}`);
}

function verifierOf(vkey: string): Verifier {
  try {
    return verifierFrom(vkey);
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('bad-note', `--vkey ${JSON.stringify(vkey)}: ${cause.says}. ${NOTHING}`, { cause });
  }
}

function noteAt(path: string): Uint8Array {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return readFileSync(path);
  throw new UsageError('no-such-file', `There is no note ${path}. ${NOTHING}`);
}

const answerOf = (verdict: BundleVerdict, language: Language): Answer => ({
  ending: verdict.ok ? 'done' : 'refused',
  document: verdict,
  text: verdictText(verdict, language),
});
