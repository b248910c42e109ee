/** `redress audit explain`: one case as a document that a judge reads: HTML, or PDF where a Chromium is at hand. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type Explanation,
  explainCase,
  explanationHtml,
  type ProofStatus,
  type RefusedRequest,
  Saying,
  type Verifier,
} from '@redress/audit';
import type { LegalDay } from '@redress/core';
import type { Answer, Terminal } from '../answer.ts';
import { type Reviewed, reviewing, reviewOptions, verifiersIn } from '../case-filed.ts';
import { isOwed, namesIn } from '../case-names.ts';
import { chromiumHere, printPdf } from '../chromium.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { dayOf } from '../law-answer.ts';
import { refusalsIn } from '../refusals-file.ts';

export const auditExplain: CommandOfLine = {
  name: 'audit explain',
  describes: 'Write one case as a document that a judge can read and print: HTML, or PDF where a Chromium is found.',
  words: [],
  options: {
    case: { type: 'string', value: 'ID', describes: 'The case.', required: true },
    to: { type: 'string', value: 'FILE', describes: 'Where to: a name that ends in .html or .pdf, and is not there yet.', required: true },
    until: {
      type: 'string',
      value: 'DAY',
      describes: 'Up to which day what still runs is counted. Default: today, where the law is in force.',
    },
    checkpoint: { type: 'string', value: 'NOTE', describes: 'A signed checkpoint: the log is hashed again and compared with it.' },
    ...reviewOptions,
    vkey: {
      type: 'string',
      value: 'KEY',
      describes: 'Verifier key of whoever signed the checkpoint or bundle. May be repeated.',
      multiple: true,
    },
    refusals: { type: 'string', value: 'FILE', describes: 'Refused requests as the host recorded them, one JSON object a line.' },
  },
  async run(given, terminal) {
    const asked: Asked = {
      target: targetOf(given, terminal),
      until: dayOf(given, 'until'),
      evidence: evidenceIn(given, terminal),
      refusals: refusalsIn(given.text('refusals'), terminal.folder),
    };
    return reviewing(given, terminal, 'audit explain', (reviewed) => written(reviewed, asked));
  },
};

const NOTHING = 'Nothing was written.';

interface Target {
  readonly file: string;
  /** The browser that prints it; null where HTML is asked for. */
  readonly chromium: string | null;
}

/** @throws UsageError where the file is there already, or cannot be made here. */
function targetOf(given: Given, terminal: Pick<Terminal, 'folder'>): Target {
  const file = resolve(terminal.folder, given.text('to') ?? '');
  if (existsSync(file)) throw new UsageError('usage', `${file} is there already. ${NOTHING} Name another file.`);
  if (file.endsWith('.html')) return { file, chromium: null };
  if (!file.endsWith('.pdf')) throw new UsageError('usage', `--to takes a name that ends in .html or .pdf. ${NOTHING}`);
  const chromium = chromiumHere();
  if (chromium !== null) return { file, chromium };
  const install = 'Install Chromium (Debian: apt-get install chromium) or name one in the variable CHROMIUM';
  throw new UsageError(
    'usage',
    `A PDF is printed by Chromium, and none was found. ${NOTHING} ${install}; or write .html and print it from any browser.`,
  );
}

interface Evidence {
  readonly note: Uint8Array | null;
  readonly verifiers: readonly Verifier[];
}

/** @throws UsageError where a key is given with nothing to verify, or a note without a key. */
function evidenceIn(given: Given, { folder }: Pick<Terminal, 'folder'>): Evidence {
  const verifiers = verifiersIn(given);
  const name = given.text('checkpoint');
  if (name === undefined && given.text('bundle') === undefined && verifiers.length > 0)
    throw new UsageError('usage', `--vkey verifies a --checkpoint or a --bundle, and neither is given. ${NOTHING}`);
  if (name === undefined) return { note: null, verifiers };
  if (verifiers.length === 0)
    throw new UsageError('usage', `--checkpoint needs --vkey: a note proves nothing to whoever has no key of its own. ${NOTHING}`);
  const path = resolve(folder, name);
  if (!existsSync(path)) throw new UsageError('no-such-file', `There is no note ${path}. ${NOTHING}`);
  return { note: readFileSync(path), verifiers };
}

interface Asked {
  readonly target: Target;
  readonly until: LegalDay | undefined;
  readonly evidence: Evidence;
  readonly refusals: readonly RefusedRequest[] | undefined;
}

async function written(reviewed: Reviewed, { target, until, evidence, refusals }: Asked): Promise<Answer> {
  const { file, laws, charts, today, language } = reviewed;
  const proof = await reviewed.prove(evidence.verifiers, evidence.note);
  const told = await explainCase(file, { laws, charts, language, until: until ?? today, owed: isOwed, proof, refusals });
  const saying = new Saying(language, await namesIn(language));
  await put(explanationHtml(told, file.type, saying), target);
  return report(told, target, saying);
}

/** The file stands under its name once it is whole. */
async function put(html: string, { file, chromium }: Target): Promise<void> {
  const room = mkdtempSync(join(tmpdir(), 'redress-explain-'));
  const part = `${file}.part`;
  try {
    if (chromium === null) writeFileSync(part, html);
    else {
      const page = join(room, 'case.html');
      writeFileSync(page, html);
      await printPdf(chromium, page, part);
    }
    renameSync(part, file);
  } catch (cause) {
    rmSync(part, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError('usage', `${file} cannot be written: ${why}. ${NOTHING}`, { cause });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

function report({ case: id, proof, timeline, findings, refusals }: Explanation, { file }: Target, saying: Saying): Answer {
  const wrong = findings.filter(({ severity }) => severity === 'finding');
  const told = proof.proved
    ? saying.phrase('provedThrough', { version: proof.through, facts: timeline.length })
    : `${saying.phrase('notProved')}. ${proof.why === null ? saying.phrase('whyNoProof') : saying.phrase('whyProofFailed', { why: proof.why })}`;
  const failed = wrong.length > 0 || (!proof.proved && proof.why !== null);
  const shown = proof.proved ? { ...proof, size: String(proof.size), complete: sealText(proof.complete) } : proof;
  return {
    ending: failed ? 'refused' : 'done',
    document: { case: id, file, facts: timeline.length, findings: wrong, proof: shown, refusals: refusals?.length ?? null },
    text: [
      `${file}: ${id}, ${saying.phrase('factsCounted', { count: timeline.length })}`,
      told,
      ...(wrong.length > 0 ? [saying.phrase('findingsFound', { count: wrong.length })] : []),
    ].join('\n'),
  };
}

type Complete = Extract<ProofStatus, { readonly proved: true }>['complete'];
const sealText = (complete: Complete): unknown => (complete === 'whole-log' ? complete : { sealed: String(complete.sealed) });
