/**
 * The verifier as a program: `node verify.mjs FOLDER --vkey KEY`. It is built into one file without dependencies, and gives the verdicts
 * that `verifyBundle` gives, because it is the same code.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EvidenceError } from './canonical.ts';
import { type Verifier, verifierFrom } from './checkpoint.ts';
import { verdictText } from './verdict.ts';
import { filled, programTexts, type VerdictLanguage } from './verdict-texts.ts';
import { verifyBundle } from './verify.ts';

/** The command line was not understood, or names what is not there. */
class Usage extends Error {}

interface Asked {
  readonly folder: string;
  readonly verifiers: readonly Verifier[];
  readonly seen?: Uint8Array;
  readonly language: VerdictLanguage;
  readonly json: boolean;
}

const options = {
  vkey: { type: 'string', multiple: true },
  seen: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function askedOf(words: readonly string[]): Asked | null {
  const { values, positionals } = understood(words);
  const { vkey: keys = [], seen: note, json = false, help } = values;
  const language = languageOf(values.lang);
  const said = (name: keyof typeof programTexts, ...particulars: readonly string[]): string =>
    filled(programTexts[name][language], particulars);
  if (help) {
    console.log(said('usage'));
    return null;
  }
  const [folder = '.', another] = positionals;
  if (another !== undefined || keys.length === 0) throw new Usage(said('usage'));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Usage(said('no-folder', folder));
  const verifiers = keys.map((key) => keyOf(key, said('no-key', key)));
  const asked = { folder, verifiers, language, json };
  if (note === undefined) return asked;
  if (!statSync(note, { throwIfNoEntry: false })?.isFile()) throw new Usage(said('no-note', note));
  return { ...asked, seen: readFileSync(note) };
}

function languageOf(given = 'en'): VerdictLanguage {
  if (given === 'en' || given === 'vi') return given;
  throw new Usage(`--lang en|vi: ${given}`);
}

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    // It throws nothing but errors.
    throw new Usage(Object(error).message);
  }
}

function keyOf(key: string, otherwise: string): Verifier {
  try {
    return verifierFrom(key);
  } catch (error) {
    if (error instanceof EvidenceError) throw new Usage(otherwise);
    throw error;
  }
}

/** 0 where the bundle holds, 1 with findings, 2 where the command line was not understood. */
async function run(words: readonly string[]): Promise<number> {
  try {
    const asked = askedOf(words);
    if (!asked) return 0;
    const onRead = process.stderr.isTTY ? shown : undefined;
    const verdict = await verifyBundle(onRead ? { ...asked, onRead } : asked);
    if (onRead) process.stderr.write('\r\u001b[K');
    console.log(asked.json ? JSON.stringify(verdict, null, 2) : verdictText(verdict, asked.language));
    return verdict.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    console.error(error.message);
    return 2;
  }
}

const shown = (records: number, done: number, of: number): void =>
  void process.stderr.write(`\r${Math.round((100 * done) / Math.max(of, 1))} %  ${records}\u001b[K`);

process.exitCode = await run(process.argv.slice(2));
