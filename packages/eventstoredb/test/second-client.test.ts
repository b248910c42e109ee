/**
 * The second witness of the double: another client of the same protocol, which reads with an engine of its own. A double that only the
 * client of this package could speak to would be a double of that client, not of a server.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NO_STREAM } from '@redress/core';
import { expect, onTestFinished, test } from 'vitest';
import { all, bench, many } from './logs.ts';

const { double, open } = bench();
const program = fileURLToPath(new URL('second-client.ts', import.meta.url));

interface Answers {
  readonly ids: readonly string[];
  readonly bytes: string;
  readonly [question: string]: unknown;
}

/** What the other client was answered at this address. */
function answersAt(url: string): Promise<Answers> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(said)));
  });
}

test.each([
  ['appends that share a call', true],
  ['a call for each append', false],
])(
  'the client of KurrentDB appends, conflicts, repeats and reads before the double, with %s',
  async (_, batches) => {
    double().batches = batches;
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 3));
    const { ids, bytes, ...answers } = await answersAt(double().url.replace('esdb', 'kurrentdb'));
    const written = ids.map((id, revision) => ['witness', String(revision), id, bytes]);
    const records = (await all(store.read('case'))).map(({ record, text }) => [
      'redress-case',
      String(record.version - 1),
      record.id,
      Buffer.from(text).toString('hex'),
    ]);
    expect(answers).toMatchObject({
      first: '1',
      next: '3',
      repeated: '1',
      refused: Array(5).fill('WrongExpectedVersionError'),
      forwards: written.slice(1, 3),
      last: written.slice(3),
      nowhere: 'StreamNotFoundError',
      store: records,
      log: [expect.arrayContaining(['redress']), ...records, ...written],
    });
    expect(double().calls.includes('batch')).toBe(batches);
  },
  30_000,
);

test('the client of KurrentDB tells what goes wrong: the control', async () => {
  double().database.tombstone('witness');
  double().fault({ at: 'log', does: 'denies access' });
  const answers = await answersAt(double().url.replace('esdb', 'kurrentdb'));
  expect(answers).toMatchObject({ first: 'StreamDeletedError', forwards: 'StreamDeletedError', log: 'AccessDeniedError' });
}, 30_000);
