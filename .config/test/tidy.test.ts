import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ban, bans, LONGEST_FUNCTION, LONGEST_LINE, type SourceText, sourceText } from '../bans.ts';
import { ratchet } from '../ratchet.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything git keeps or would keep. */
function files(): SourceText[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)));
  return paths.map((path) => sourceText(path, readFileSync(join(root, path), 'utf8')));
}

function broken(ban: Ban, path: string, text: string): number[] {
  return ban.where(path) ? ban.find(sourceText(path, text)) : [];
}

function banNamed(name: string): Ban {
  const ban = bans.find((one) => one.name === name);
  if (ban === undefined) throw new Error(`no ban is called ${name}`);
  return ban;
}

const domain = 'packages/core/src/domain/clock.ts';
const source = 'packages/sqlite/src/writer.ts';
const test = 'packages/sqlite/test/writer.test.ts';
const elsewhere = ['', 'home', 'somebody', 'redress'].join('/');
// Taken apart, so that this file does not break the ban itself.
const mirror = ['https:', '', 'npm-registry.example.org', 'zod', '-', 'zod.tgz'].join('/');
const lengthy = (lines: number): string => `function f(): void {\n${'  g();\n'.repeat(lines - 2)}}\n`;

/** Each ban: what breaks it, and what looks alike and does not. This is the negative control of the whole file. */
const proofs: readonly [ban: string, path: string, breaks: string, path: string, fine: string][] = [
  ['no wall clock in the domain', domain, 'const now = Date.now();', domain, `const text = 'Date.now()'; // new Date()`],
  ['no wall clock in the domain', domain, 'const day = new Date(2026, 1, 1);', source, 'const day = new Date(0);'],
  [
    'no wall clock in the domain',
    'packages/core/src/domain/calendar.ts',
    'new Date();',
    'packages/core/src/domain/calendar.ts',
    'new Date(0);',
  ],
  ['no chance in the domain', domain, 'const die = Math.random();', domain, 'const high = Math.max(1, 2);'],
  ['no promise in the domain', domain, 'export async function f() {}', domain, `const async_ = 'async';`],
  ['no promise in the domain', domain, 'for await (const one of many) {}', source, 'await later();'],
  ['no promise in the domain', domain, 'const later = new Promise(f);', domain, 'interface Port { ask(): Promise<string> }'],
  ['no timer in the domain', domain, 'setTimeout(f, 10);', domain, 'clock.setTimeout(10);'],
  ['no any', source, 'const x: any = 1;', source, `const any = 'any'; // any`],
  ['no any', test, 'f(x as any);', test, 'expect.anything();'],
  ['no silenced compiler', source, '// @ts-ignore\nf(1);', source, `const text = '// @ts-ignore';`],
  ['no silenced compiler', source, 'f();\n// @ts-expect-error it is wrong\nf(1);', test, '// @ts-expect-error a day is no number\nf(1);'],
  ['no note to do it later', source, 'f(1 /* TODO: all of them */);', source, `const text = 'TODO';`],
  ['no quiet skip', test, `it.skip('a', f);`, test, `it('a', () => list.skip(1));`],
  ['no quiet skip', test, `describe.skipIf(x)('a', f);`, test, `describeIf(x, 'why', 'a', f);`],
  ['no quiet skip', test, `it.each([1]).only('a', f);`, test, `it.each([1])('only', f);`],
  [
    'no pattern inside toMatchObject',
    test,
    'expect(x).toMatchObject({ a: [/b/] });',
    test,
    'expect(x).toMatchObject({ a: [expect.stringMatching(/b/)] });',
  ],
  [
    'no pattern inside toMatchObject',
    test,
    'await expect(x).rejects.toMatchObject({ ...y, a: { b: new RegExp(c) } });',
    test,
    'expect(x).toMatch(/toMatchObject/);',
  ],
  [
    'no pattern inside toMatchObject',
    test,
    'expect(x).toMatchObject(y ? { a: /b/ } : {});',
    test,
    'expect(x.filter((one) => /a/.test(one))).toMatchObject([]);',
  ],
  ['no name that says nothing', 'packages/sqlite/src/utils.ts', '', 'packages/sqlite/src/database.ts', ''],
  ['no name that says nothing', 'packages/core/src/base/clock.ts', '', 'packages/core/src/baseline.ts', ''],
  ['no file out of its room', 'vite.config.ts', '', '.config/vitest.config.ts', ''],
  ['no file out of its room', 'packages/redis/src/index.ts', '', 'packages/postgres/src/index.ts', ''],
  ['no file out of its room', 'packages/core/lib/index.ts', '', 'packages/core/src/index.ts', ''],
  ['no long line in a comment', source, `// ${'x'.repeat(LONGEST_LINE)}`, source, `// ${'x'.repeat(LONGEST_LINE - 3)}`],
  ['no long line in a comment', source, `/**\n * ${'x'.repeat(LONGEST_LINE)}\n */`, source, `const says = '${'x'.repeat(LONGEST_LINE)}';`],
  ['no long function', source, lengthy(LONGEST_FUNCTION + 1), source, `function all(): void {\n${lengthy(LONGEST_FUNCTION).repeat(3)}}`],
  ['no path of one machine', 'docs/HOW.md', `cd ${elsewhere}`, 'docs/HOW.md', 'see docs/home/page, https://example.org/work/1 or /tmp'],
  [
    'no registry in a file',
    'pnpm-lock.yaml',
    `    resolution: {${'tar'}ball: ${mirror}}`,
    'pnpm-lock.yaml',
    '    resolution: {integrity: sha512-x}',
  ],
  ['no registry in a file', '.npmrc', `${'regis'}try=${mirror}`, 'docs/HOW.md', 'A registry is asked once.'],
];

describe('a pattern inside toMatchObject', () => {
  // What the ban is for: the day that this fails, vitest compares it, and the ban may go.
  it('is compared with nothing', () => {
    expect(() => expect({ a: 'b' }).toMatchObject(JSON.parse('{"a":"c"}'))).toThrow();
    const pattern = /c/;
    expect({ a: 'b' }).toMatchObject({ a: pattern });
    expect(() => expect({ a: 'b' }).toMatchObject({ a: expect.stringMatching(pattern) })).toThrow();
  });
});

describe('the tidy test', () => {
  const all = files();

  it.each(bans)('finds in this repository $name', (ban) => {
    const allowed = ratchet[ban.name] ?? {};
    const found = all
      .map(({ path, tree, text }) => ({ path, lines: ban.where(path) ? ban.find({ path, text, tree }) : [] }))
      .filter(({ path, lines }) => lines.length !== (allowed[path] ?? 0))
      .map(({ path, lines }) => `${path}:${lines.join(',')} (${allowed[path] ?? 0} allowed by the ratchet)`);
    expect(found, `write instead: ${ban.instead}`).toEqual([]);
  });

  it.each(proofs)('%s: breaking it in %s is seen, and what looks alike is not', (name, path, breaks, finePath, fine) => {
    expect(broken(banNamed(name), path, breaks)).not.toEqual([]);
    expect(broken(banNamed(name), finePath, fine)).toEqual([]);
  });

  it('has a proof and a replacement for each ban', () => {
    expect(new Set(proofs.map(([name]) => name))).toEqual(new Set(bans.map((ban) => ban.name)));
    expect(bans.filter((ban) => ban.instead === '')).toEqual([]);
  });

  it('has no ratchet for a ban or a file that is gone', () => {
    const known = new Set(all.map(({ path }) => path));
    expect(Object.keys(ratchet).filter((name) => !bans.some((ban) => ban.name === name))).toEqual([]);
    expect(
      Object.values(ratchet)
        .flatMap(Object.keys)
        .filter((path) => !known.has(path)),
    ).toEqual([]);
  });
});
