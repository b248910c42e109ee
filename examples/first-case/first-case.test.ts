import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, drawMermaid } from '@redress/core';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(readme)?.[1] ?? '';

/** Runs the example as a reader would, on a fresh file. */
function run(): string {
  const folder = mkdtempSync(join(tmpdir(), 'redress-first-case-'));
  try {
    const tsx = createRequire(import.meta.url).resolve('tsx/cli');
    const example = new URL('first-case.ts', import.meta.url).pathname;
    return execFileSync(process.execPath, [tsx, example, join(folder, 'first-case.db')], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Seen to fail: one letter changed in the README, or one line of the example left out, differs here.
describe('the README', () => {
  it('shows the very file of the first case', () => {
    expect(block('ts')).toBe(readFileSync(new URL('first-case.ts', import.meta.url), 'utf8').trimEnd());
  });
  it('shows what the first case prints', () => {
    expect(run().trimEnd()).toBe(block('text'));
  });
  it('shows the chart as it is', () => {
    expect(block('mermaid')).toBe(drawMermaid(complaint.chart));
  });
});
