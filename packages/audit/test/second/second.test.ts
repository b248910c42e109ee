import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';

const python = spawnSync('python3', ['--version']).status === 0;

describeIf(python, 'there is no python3', 'the second verifier of bundles, in Python', () => {
  it('keeps its own tests', () => {
    const ran = spawnSync('python3', ['-B', 'test_verify.py'], { cwd: import.meta.dirname, encoding: 'utf8' });
    expect(ran.status, ran.stderr.slice(-2_000)).toBe(0);
  });
});
