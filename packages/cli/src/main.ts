/** The command line from its words to its exit code. Nothing here touches the process: `bin.ts` does. */
import { StoreFault } from '@redress/core';
import { type Answer, linesShown, type Terminal } from './answer.ts';
import { type CommandOfLine, read } from './command.ts';
import { analyseHandovers } from './commands/analyse-handovers.ts';
import { auditAccountability } from './commands/audit-accountability.ts';
import { auditAsOf } from './commands/audit-as-of.ts';
import { auditCheck } from './commands/audit-check.ts';
import { auditExplain } from './commands/audit-explain.ts';
import { auditExport } from './commands/audit-export.ts';
import { auditExportView } from './commands/audit-export-view.ts';
import { auditKeygen } from './commands/audit-keygen.ts';
import { auditReplay } from './commands/audit-replay.ts';
import { auditSeal } from './commands/audit-seal.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { auditWhatIf } from './commands/audit-what-if.ts';
import { caseHistory } from './commands/case-history.ts';
import { caseList } from './commands/case-list.ts';
import { caseOptions } from './commands/case-options.ts';
import { caseReplay } from './commands/case-replay.ts';
import { caseShow } from './commands/case-show.ts';
import { drawChart } from './commands/chart.ts';
import { copy } from './commands/copy.ts';
import { demo } from './commands/demo.ts';
import { importRecords } from './commands/import.ts';
import { lawAnswer } from './commands/law-answer.ts';
import { lawClassify } from './commands/law-classify.ts';
import { lawCompetent } from './commands/law-competent.ts';
import { lawDue } from './commands/law-due.ts';
import { lawExplain } from './commands/law-explain.ts';
import { lawTerms } from './commands/law-terms.ts';
import { type Ending, exitCodes } from './exit-codes.ts';
import { BrokenInput, UsageError } from './faults.ts';
import { helpOf, helpOfAll } from './help.ts';
import { version } from './version.ts';

const commands: readonly CommandOfLine[] = [
  ...[importRecords, caseList, caseShow, caseHistory, caseReplay, caseOptions],
  ...[lawTerms, lawDue, lawExplain, lawClassify, lawCompetent, lawAnswer],
  ...[auditAsOf, auditAccountability, auditExplain],
  ...[auditKeygen, auditSeal, auditExport, auditVerify],
  ...[auditCheck, auditReplay, auditWhatIf, auditExportView, analyseHandovers, drawChart, copy, demo],
];

/** Runs one command line. The answer is the exit code; it never throws. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json');
  try {
    const answer = await answerTo(words, terminal);
    terminal.out(`${json ? JSON.stringify(answer.document, null, 2) : linesShown(answer.text)}\n`);
    return exitCodes[answer.ending].code;
  } catch (error) {
    const { ending, says, document } = failure(error);
    if (json) terminal.out(`${JSON.stringify(document, null, 2)}\n`);
    else terminal.err(`redress: ${linesShown(says)}\n`);
    return exitCodes[ending].code;
  }
}

function answerTo(given: readonly string[], terminal: Terminal): Promise<Answer> | Answer {
  // `--json` may stand before the command as well.
  const start = given.findIndex((word) => word !== '--json');
  const words = start < 0 ? [] : given.slice(start);
  const [first, second] = words;
  if (first === '--version' || first === '-v') return { ending: 'done', document: { version }, text: version };
  if (first === undefined || first === '--help' || first === '-h' || first === 'help')
    return help(words.slice(1).filter((word) => word !== '--json'));
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`);
  if (!command) throw unknown(first, second);
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return help(command.name.split(' '));
  return command.run(read(command, rest), terminal);
}

function help(words: readonly string[]): Answer {
  const asked = words.join(' ');
  const command = commands.find(({ name }) => name === asked);
  if (command) return { ending: 'done', document: { help: helpOf(command) }, text: helpOf(command) };
  // `help case` lists the commands that begin so.
  const group = commands.filter(({ name }) => asked === '' || name.startsWith(`${asked} `));
  if (group.length === 0) throw unknown(words[0] ?? '', words[1]);
  return { ending: 'done', document: { help: helpOfAll(group) }, text: helpOfAll(group) };
}

function unknown(first: string, second: string | undefined): UsageError {
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  const said = group.length > 0 ? `${first} ${second ?? ''}`.trim() : first;
  const known = (group.length > 0 ? group : commands.map(({ name }) => name)).join(', ');
  return new UsageError('usage', `There is no command ${JSON.stringify(said)}. Nothing was done. Known are: ${known}.`);
}

interface Failure {
  readonly ending: Ending;
  readonly says: string;
  readonly document: { readonly error: Readonly<Record<string, unknown>> };
}

function failure(error: unknown): Failure {
  if (error instanceof UsageError)
    return { ending: 'usage', says: error.message, document: { error: { code: error.code, says: error.message } } };
  if (error instanceof BrokenInput)
    return { ending: 'refused', says: error.message, document: { error: { code: error.code, says: error.message } } };
  if (error instanceof StoreFault) {
    const { code, says, retryable, written } = error;
    return { ending: 'store', says: `${says} (${code})`, document: { error: { code, says, retryable, written } } };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    ending: 'bug',
    says: `this is a fault of the program. ${exitCodes.bug.remedy}\n${stack}`,
    document: { error: { code: 'bug', says: stack } },
  };
}
