/** The verifier in Python, one process for as many bundles as are asked about. It was written by somebody who had not seen this one. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const script = join(import.meta.dirname, '..', 'second', 'verify.py');

export const pythonIsHere = spawnSync('python3', ['--version']).status === 0;

export interface SecondVerdict {
  readonly ok: boolean;
  readonly findings: readonly { readonly code: string; readonly file: string; readonly line?: number; readonly says: string }[];
}

export class SecondVerifier {
  readonly #process: ChildProcessWithoutNullStreams = spawn('python3', ['-B', script, '--stdin-jobs']);
  readonly #answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();

  async verify(folder: string, vkeys: readonly string[], seen?: string): Promise<SecondVerdict> {
    this.#process.stdin.write(`${JSON.stringify({ folder, vkeys, seen })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('the second verifier ended');
    return JSON.parse(value);
  }

  end(): void {
    this.#process.stdin.end();
  }
}
