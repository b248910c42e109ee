/** Judges a packed package as its user's tools will. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './build.ts';

const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');

/** What is wrong with the doors of a packed package, by publint: a file that is not there, a condition in the wrong order. */
export async function judgeDoors(tarball: string): Promise<string[]> {
  const bytes = readFileSync(tarball);
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: packed }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

/** What is wrong with its types, by are-the-types-wrong: a door without types, or whose types say more than the code. */
export function judgeTypes(tarball: string): string[] {
  const ran = spawnSync(process.execPath, [attw, tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'], {
    encoding: 'utf8',
  });
  // A package without any types at all is nothing to judge for it, and a fault for us.
  const right = ran.status === 0 && !ran.stdout.includes('does not contain types');
  return right ? [] : [`attw:\n${ran.stdout}${ran.stderr}`];
}
