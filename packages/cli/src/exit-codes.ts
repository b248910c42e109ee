/** How the command ends. The reference page of errors is generated from this table. */

export interface ExitCode {
  /** What the process answers its caller with. */
  readonly code: number;
  readonly says: string;
  /** What to do next. */
  readonly remedy: string;
}

export const exitCodes = {
  done: { code: 0, says: 'What was asked was done.', remedy: 'Nothing is left to do.' },
  refused: {
    code: 1,
    says: 'Something was refused, a row was rejected, a replay has findings, or a dry run differs. What the output names was not done; the rest was.',
    remedy: 'Read the reasons in the output, put right what they name, and run the same command again.',
  },
  usage: {
    code: 2,
    says: 'The command line was not understood, or a file it names is not there or not what it should be. Nothing was done.',
    remedy: 'Run `redress help`, or `redress help COMMAND`, and correct the command line.',
  },
  store: {
    code: 3,
    says: 'The store is broken, busy, or not there. The output says what was not done.',
    remedy: 'Follow the remedy of the store fault that is named. An import is resumed by running it again.',
  },
  bug: {
    code: 70,
    says: 'The program itself failed. The output holds where.',
    remedy: 'Report it with the output. Facts that were acknowledged are safe.',
  },
  interrupted: {
    code: 130,
    says: 'It was stopped from outside (SIGINT) between two commands or two records. What had been acknowledged is written.',
    remedy: 'Run the same command again to go on.',
  },
} as const satisfies Readonly<Record<string, ExitCode>>;

export type Ending = keyof typeof exitCodes;
