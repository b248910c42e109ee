/** The code of a page, and whether the files that tests run have it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
export const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The blocks of a language in a page, in their order. */
export const blocksOf = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^ *\`\`\`${language}\\n([^]*?)\\n *\`\`\`$`, 'gm'))].map(([, block = '']) => block);

/** What is indented is as good as what is not; a file may lie a folder deeper than the page has it, and a bundler needs no `.ts`. */
const bare = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(`from '../`, `from './`)
        .replace(/(?<= from '\.[^']*)\.ts';$/, "';"),
    )
    .join('\n');

/** Blocks that stand in none of the files as they are. */
export function strangeIn(blocks: readonly string[], files: readonly string[]): readonly string[] {
  const sources = files.map((path) => `\n${bare(textOf(path))}\n`);
  return blocks.filter((block) => !sources.some((source) => source.includes(`\n${bare(block)}\n`)));
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const ways: readonly (readonly [written: string, meant: string])[] = [
  ['npx tsx', `"${process.execPath}" --import ${tsx}`],
  ['npx -y pnpm@10.34.9 redress', `"${process.execPath}" --import ${tsx} packages/cli/src/bin.ts`],
];

/**
 * Runs a block as a reader would, in the repository: what starts a program starts it without the package manager, and `instead` names
 * what this run has in the place of the page's own addresses and files.
 */
export function inShell(
  block: string,
  instead: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const all = [...ways, ...Object.entries(instead)];
  const script = all.reduce((text, [written, meant]) => text.replaceAll(written, meant), block);
  const child = spawn('bash', ['-euc', script], {
    cwd: fileURLToPath(root),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}
