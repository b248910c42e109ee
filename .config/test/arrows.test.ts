import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrows, follow, wrongs } from '../arrows.ts';

/** A small copy of this house: every package with an index, every library a stub. */
const packages = ['core', 'vietnam', 'sqlite', 'postgres', 'eventstoredb', 'views', 'vault', 'audit', 'testing', 'http', 'cli'];
const libraries = [
  'zod',
  'xstate',
  'date-fns',
  '@opentelemetry/api',
  'better-sqlite3',
  'pg',
  'kysely',
  'saxes',
  'fast-check',
  'vitest',
  'fastify',
];

/** Imports that are as they should be: no rule may speak. */
const lawful: Record<string, string> = {
  'packages/core/src/index.ts': `export * from './domain/index.ts'; export * from './store/index.ts'; export * from './run/engine.ts';`,
  'packages/core/src/domain/index.ts': `export * from './complaint/index.ts'; export * from './chart.ts'; export * from './calendar.ts';`,
  'packages/core/src/domain/chart.ts': `import { setup } from 'xstate'; export const chart = setup;`,
  'packages/core/src/domain/calendar.ts': `import { addDays } from 'date-fns'; import { z } from 'zod'; export const day = [addDays, z];`,
  'packages/core/src/domain/complaint/index.ts': `import { chart } from '../chart.ts'; export const complaint = chart;`,
  'packages/core/src/domain/complaint/lifecycle.ts': `import { setup } from 'xstate'; export const machine = setup;`,
  'packages/core/src/domain/one.ts': `import type { Two } from './two.ts'; export interface One { two: Two }`,
  'packages/core/src/domain/two.ts': `import { type One } from './one.ts'; export interface Two { one: One }`,
  'packages/core/src/store/index.ts': `export * from './record.ts';`,
  'packages/core/src/store/record.ts': `import { createHash } from 'node:crypto'; export const hash = createHash;`,
  'packages/core/src/run/engine.ts': `import { trace } from '@opentelemetry/api'; import { z } from 'zod'; import { hash } from '../store/record.ts'; import { chart } from '../domain/chart.ts'; export const engine = [trace, z, hash, chart];`,
  'packages/core/src/run/case-actor.ts': `import { createActor } from 'xstate'; export const actor = createActor;`,
  'packages/core/test/engine.test.ts': `import { it } from 'vitest'; import { engine } from '../src/run/engine.ts'; it(String(engine), () => {});`,
  'packages/vietnam/src/index.ts': `import * as core from '@redress/core'; import { act } from './law/act.ts'; export const law = [core, act];`,
  'packages/vietnam/src/law/act.ts': `import { other } from './other-act.ts'; export const act = other;`,
  'packages/vietnam/src/law/other-act.ts': `export const other = 1;`,
  'packages/vietnam/src/petition/lifecycle.ts': `import { setup } from 'xstate'; export const machine = setup;`,
  'packages/sqlite/src/index.ts': `import * as core from '@redress/core'; import Database from 'better-sqlite3'; import { existsSync } from 'node:fs'; export const store = [core, Database, existsSync];`,
  'packages/sqlite/test/contract.test.ts': `import { contract } from '@redress/testing'; import { it } from 'vitest'; it(String(contract), () => {});`,
  'packages/postgres/src/index.ts': `import pg from 'pg'; export const store = pg;`,
  'packages/eventstoredb/src/index.ts': `export const store = 1;`,
  'packages/views/src/index.ts': `import { Kysely } from 'kysely'; import * as domain from '@redress/core/domain'; export const views = [Kysely, domain];`,
  'packages/vault/src/index.ts': `import { createHash } from 'node:crypto'; export const vault = createHash;`,
  'packages/audit/src/index.ts': `import { SaxesParser } from 'saxes'; import { createHash } from 'node:crypto'; export const audit = [SaxesParser, createHash];`,
  'packages/testing/src/index.ts': `import fc from 'fast-check'; import assert from 'node:assert/strict'; export const contract = [fc, assert];`,
  'packages/http/src/index.ts': `import { z } from 'zod'; export const handler = z;`,
  'packages/cli/src/index.ts': `import * as core from '@redress/core'; import * as law from '@redress/vietnam'; import * as store from '@redress/sqlite'; export const host = [core, law, store];`,
  'packages/cli/bench/index.ts': `import { rival } from '../../postgres/bench/rival.ts'; import { store } from '@redress/postgres'; export const all = [rival, store];`,
  'packages/postgres/bench/rival.ts': `export const rival = 1;`,
  'examples/first/main.ts': `import { host } from 'redress'; import fastify from 'fastify'; export const main = [host, fastify];`,
  'examples/second/main.ts': `export const main = 2;`,
};

/** Every rule broken once: the rule, the file that breaks it, and how. */
const broken: readonly [rule: string, file: string, source: string][] = [
  ['domain-keeps-to-itself', 'packages/core/src/domain/a.ts', `import '../store/record.ts';`],
  ['domain-and-node', 'packages/core/src/domain/b.ts', `import 'node:crypto';`],
  ['domain-libraries', 'packages/core/src/domain/c.ts', `import 'fast-check';`],
  ['xstate-only-in-charts', 'packages/core/src/domain/complaint/d.ts', `import 'xstate';`],
  ['date-fns-only-in-the-calendar', 'packages/core/src/domain/e.ts', `import 'date-fns';`],
  ['store-keeps-to-itself', 'packages/core/src/store/f.ts', `import type { One } from '../domain/one.ts'; export type F = One;`],
  ['store-libraries', 'packages/core/src/store/g.ts', `import 'zod';`],
  ['store-hashes-in-one-file', 'packages/core/src/store/h.ts', `import 'node:crypto';`],
  ['record-only-hashes', 'packages/core/src/store/record.ts', `import 'node:fs'; export const hash = 1;`],
  ['run-knows-no-case-type', 'packages/core/src/run/i.ts', `import '../domain/complaint/index.ts';`],
  ['run-knows-no-case-type', 'packages/core/src/run/i2.ts', `import '../domain/index.ts';`],
  ['run-stays-in-core', 'packages/core/src/run/j.ts', `import '@redress/vietnam';`],
  ['run-libraries', 'packages/core/src/run/k.ts', `import 'fast-check';`],
  ['run-and-node', 'packages/core/src/run/l.ts', `import 'node:timers';`],
  ['core-tests-stay-at-home', 'packages/core/test/m.test.ts', `import '@redress/testing';`],
  ['law-is-data-alone', 'packages/vietnam/src/law/n.ts', `import '../index.ts';`],
  ['law-is-data-alone', 'packages/vietnam/src/law/n2.ts', `import 'zod';`],
  ['vietnam-enters-only-core', 'packages/vietnam/src/o.ts', `import '@redress/sqlite';`],
  ['vietnam-libraries', 'packages/vietnam/src/p.ts', `import 'pg';`],
  ['vietnam-and-node', 'packages/vietnam/src/q.ts', `import 'node:fs';`],
  ['sqlite-enters-only-core', 'packages/sqlite/src/r.ts', `import '@redress/postgres';`],
  ['sqlite-libraries', 'packages/sqlite/src/s.ts', `import 'pg';`],
  ['postgres-enters-only-core', 'packages/postgres/src/t.ts', `import '@redress/vietnam';`],
  ['postgres-libraries', 'packages/postgres/src/u.ts', `import 'better-sqlite3';`],
  ['eventstoredb-enters-only-core', 'packages/eventstoredb/src/v.ts', `import '@redress/audit';`],
  ['eventstoredb-libraries', 'packages/eventstoredb/src/w.ts', `import 'pg';`],
  ['views-enters-only-core', 'packages/views/src/x.ts', `import '@redress/sqlite';`],
  ['views-libraries', 'packages/views/src/y.ts', `import 'fastify';`],
  ['views-and-node', 'packages/views/src/z.ts', `import 'node:fs';`],
  ['vault-enters-only-core', 'packages/vault/src/aa.ts', `import '@redress/views';`],
  ['vault-libraries', 'packages/vault/src/ab.ts', `import 'kysely';`],
  ['vault-and-node', 'packages/vault/src/ac.ts', `import 'node:net';`],
  ['audit-enters-only-core', 'packages/audit/src/ad.ts', `import '@redress/sqlite';`],
  ['audit-libraries', 'packages/audit/src/ae.ts', `import 'better-sqlite3';`],
  ['audit-and-node', 'packages/audit/src/af.ts', `import 'node:net';`],
  ['http-enters-only-core', 'packages/http/src/ag.ts', `import '@redress/vietnam';`],
  ['http-libraries', 'packages/http/src/ah.ts', `import 'fastify';`],
  ['http-and-node', 'packages/http/src/ai.ts', `import 'node:http';`],
  ['testing-enters-only-core', 'packages/testing/src/aj.ts', `import '@redress/sqlite';`],
  ['testing-libraries', 'packages/testing/src/ak.ts', `import 'vitest';`],
  ['testing-and-node', 'packages/testing/src/al.ts', `import 'node:fs';`],
  ['enter-by-the-index', 'packages/sqlite/src/am.ts', `import '../../core/src/store/record.ts';`],
  ['enter-by-the-index', 'packages/cli/src/am2.ts', `import '../../postgres/bench/rival.ts';`],
  ['benchmarks-meet-in-one', 'packages/cli/bench/am3.ts', `import '../../core/src/store/record.ts';`],
  ['benchmarks-meet-in-one', 'packages/cli/bench/am4.ts', `import '../../../examples/second/main.ts';`],
  ['nobody-imports-the-command-line', 'packages/sqlite/test/an.test.ts', `import 'redress';`],
  ['nobody-imports-an-example', 'examples/first/ao.ts', `import '../second/main.ts';`],
  ['no-circle-at-run-time', 'packages/cli/src/ap.ts', `import './ap.ts';`],
  ['everything-is-found', 'packages/cli/src/aq.ts', `import './nowhere.ts';`],
];

const root = mkdtempSync(join(tmpdir(), 'arrows-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function build(): void {
  write('package.json', '{ "type": "module" }');
  for (const name of libraries) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './index.js' }));
    write(`node_modules/${name}/index.js`, 'export default 1;');
  }
  for (const folder of packages) {
    const name = folder === 'cli' ? 'redress' : `@redress/${folder}`;
    const exports = { '.': './src/index.ts', ...(folder === 'core' ? { './domain': './src/domain/index.ts' } : {}) };
    write(`packages/${folder}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports }));
    mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'packages', folder), join(root, 'node_modules', name));
  }
  for (const [path, text] of Object.entries(lawful)) write(path, text);
}

/** file → the names of the rules it breaks. */
async function rulesBroken(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { from, rule } of (await follow(root)).summary.violations)
    found.set(from, [...new Set([...(found.get(from) ?? []), rule.name])]);
  return found;
}

describe('the arrows between packages', () => {
  beforeAll(build);

  it('say nothing about imports that are as they should be', async () => {
    expect(await rulesBroken()).toEqual(new Map());
  });

  describe('broken one by one', () => {
    let found: Map<string, string[]>;
    beforeAll(async () => {
      for (const [, path, text] of broken) write(path, text);
      found = await rulesBroken();
    });

    it.each(broken)('%s is named for %s, and no other rule', (rule, file) => {
      expect(found.get(file)).toEqual([rule]);
    });

    it('each have their proof here', () => {
      expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(arrows.map((rule) => rule.name)));
    });

    it('say why, and are said with their reason', async () => {
      expect(arrows.filter((rule) => rule.comment.length < 40)).toEqual([]);
      expect(wrongs(await follow(root)).find((line) => line.includes('domain/b.ts'))).toContain('browsers fold and judge too');
    });
  });

  it('are kept by this repository', async () => {
    expect(wrongs(await follow(fileURLToPath(new URL('../..', import.meta.url))))).toEqual([]);
  });
});
