/**
 * Who may import whom. Every rule says why, and `test/arrows.test.ts` proves each once by breaking it.
 * Run as a program (`pnpm arrows`) it checks this repository.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** A rule as dependency-cruiser knows it, but with a name and a reason that may not be left out. */
export type Arrow = IForbiddenRuleType & { name: string; comment: string };

interface Reach {
  /** What the files of this room are, as the start of a path. */
  from: string;
  /** Packages of ours it may enter, itself always included. */
  ours: readonly string[];
  /** Packages of others it may use. */
  others: readonly string[];
  /** Node's built-in modules it may use; `'any'` for a room that is a host itself. */
  node: readonly string[] | 'any';
  /** Completes the sentence "… because". */
  why: string;
}

/** One package's reach is three rules: our packages, other people's packages, Node. */
const reaches: Record<string, Reach> = {
  vietnam: {
    from: '^packages/vietnam/src/(?!law/)',
    ours: ['core'],
    others: ['zod'],
    node: [],
    why: 'law does not depend on databases, views or machines',
  },
  sqlite: {
    from: '^packages/sqlite/src/',
    ours: ['core'],
    others: ['better-sqlite3', '@types/better-sqlite3'],
    node: 'any',
    why: 'stores share a contract and no code, and carry cases without knowing them',
  },
  postgres: {
    from: '^packages/postgres/src/',
    ours: ['core'],
    others: ['pg', '@types/pg'],
    node: 'any',
    why: 'stores share a contract and no code, and carry cases without knowing them',
  },
  eventstoredb: {
    from: '^packages/eventstoredb/src/',
    ours: ['core'],
    others: ['@eventstore/db-client'],
    node: 'any',
    why: 'stores share a contract and no code, and carry cases without knowing them',
  },
  views: {
    from: '^packages/views/src/',
    ours: ['core'],
    others: ['kysely', 'better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg'],
    node: [],
    why: 'a view reads any log, whoever keeps it and whatever law fills it',
  },
  vault: {
    from: '^packages/vault/src/',
    ours: ['core'],
    others: ['better-sqlite3', '@types/better-sqlite3', 'pg', '@types/pg'],
    node: ['crypto'],
    why: 'secrets lie apart from the log and from everything that reads it',
  },
  audit: {
    from: '^packages/audit/src/',
    ours: ['core'],
    others: ['saxes', 'ajv'],
    node: ['buffer', 'crypto', 'fs', 'fs/promises', 'path', 'util'],
    why: 'an auditor need not trust our databases; law packs are handed in',
  },
  http: {
    from: '^packages/http/src/',
    ours: ['core'],
    others: ['zod'],
    node: [],
    why: 'it runs under every server and in front of every store',
  },
  testing: {
    from: '^packages/testing/src/',
    ours: ['core'],
    others: ['fast-check', 'zod'],
    node: ['assert', 'assert/strict'],
    why: 'it works under any test runner, for any store and any law',
  },
};

const anyOf = (names: readonly string[]): string => names.map((name) => name.replaceAll('/', '\\/')).join('|');
const libraries = (names: readonly string[]): string => `node_modules/(${anyOf(names)})/`;
const anyLibrary = 'node_modules/';
const anyOfOurs = '^(packages|examples)/';

function rulesOf(name: string, reach: Reach): Arrow[] {
  const { from, ours, others, node, why } = reach;
  const rules: Arrow[] = [
    {
      name: `${name}-enters-only-${ours.join('-and-')}`,
      comment: `Of our packages ${name} uses ${ours.join(', ')}, because ${why}.`,
      severity: 'error',
      from: { path: from },
      to: { path: anyOfOurs, pathNot: `^packages/(${anyOf([name, ...ours])})/` },
    },
    {
      name: `${name}-libraries`,
      comment: `Of other people's packages ${name} uses ${others.join(', ')}, because ${why}.`,
      severity: 'error',
      from: { path: from, pathNot: 'lifecycle\\.ts$' },
      to: { path: anyLibrary, pathNot: libraries(others) },
    },
  ];
  if (node !== 'any') {
    rules.push({
      name: `${name}-and-node`,
      comment: `Of Node ${name} uses ${node.length === 0 ? 'nothing' : node.join(', ')}, because ${why}.`,
      severity: 'error',
      from: { path: from },
      to: { dependencyTypes: ['core'], ...(node.length === 0 ? {} : { pathNot: `^(node:)?(${anyOf(node)})$` }) },
    });
  }
  return rules;
}

const domain = '^packages/core/src/domain/';
const store = '^packages/core/src/store/';
const run = '^packages/core/src/run/';

const core: Arrow[] = [
  {
    name: 'domain-keeps-to-itself',
    comment: 'The domain imports nothing of ours but itself: a decision must be repeatable in court, without a store or an engine.',
    severity: 'error',
    from: { path: domain },
    to: { path: anyOfOurs, pathNot: domain },
  },
  {
    name: 'domain-and-node',
    comment: 'The domain uses nothing of Node: browsers fold and judge too, and a clock or a file would make a decision unrepeatable.',
    severity: 'error',
    from: { path: domain },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'domain-libraries',
    comment:
      'The domain uses zod, XState and date-fns, each where it belongs, and nothing else: every library here is part of the evidence.',
    severity: 'error',
    from: { path: domain },
    to: { path: anyLibrary, pathNot: libraries(['zod', 'xstate', 'date-fns']) },
  },
  {
    name: 'xstate-only-in-charts',
    comment: 'Only chart.ts, the lifecycle.ts files and case-actor.ts know XState: everyone else reads the flattened table.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: '(^packages/core/src/domain/chart|/lifecycle|^packages/core/src/run/case-actor)\\.ts$' },
    to: { path: libraries(['xstate', '@xstate/[^/]+']) },
  },
  {
    name: 'date-fns-only-in-the-calendar',
    comment: 'Only calendar.ts knows date-fns: a legal day is counted in one place.',
    severity: 'error',
    from: { path: '^packages/[^/]+/src/', pathNot: `${domain}calendar\\.ts$` },
    to: { path: libraries(['date-fns']) },
  },
  {
    name: 'store-keeps-to-itself',
    comment: 'The store port does not know what it carries: it imports neither the domain nor the engine.',
    severity: 'error',
    from: { path: store },
    to: { path: anyOfOurs, pathNot: store },
  },
  {
    name: 'store-libraries',
    comment: 'The store port uses no library: every adapter inherits what stands here.',
    severity: 'error',
    from: { path: store },
    to: { path: anyLibrary },
  },
  {
    name: 'store-hashes-in-one-file',
    comment: 'Only record.ts uses node:crypto, and the store port uses nothing else of Node: one file to review for what is hashed.',
    severity: 'error',
    from: { path: store, pathNot: `${store}record\\.ts$` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'record-only-hashes',
    comment: 'Of Node record.ts uses crypto and nothing else: encoding a record reads no clock, no file and no machine.',
    severity: 'error',
    from: { path: `${store}record\\.ts$` },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'run-knows-no-case-type',
    comment: 'The engine would run any case type: it knows neither the complaint nor an index that brings it along.',
    severity: 'error',
    from: { path: run },
    to: { path: ['^packages/core/src/domain/(complaint/|index\\.ts$)', '^packages/core/src/index\\.ts$'] },
  },
  {
    name: 'run-stays-in-core',
    comment: 'The engine uses the store port and the domain, and no other package: a host hands the rest in.',
    severity: 'error',
    from: { path: run },
    to: { path: anyOfOurs, pathNot: '^packages/core/' },
  },
  {
    name: 'run-libraries',
    comment: 'The engine uses the OpenTelemetry API, zod at its door and XState in case-actor.ts: what it runs is handed in.',
    severity: 'error',
    from: { path: run },
    to: { path: anyLibrary, pathNot: libraries(['@opentelemetry/api', 'zod', 'xstate']) },
  },
  {
    name: 'run-and-node',
    comment: 'The engine uses nothing of Node: hashing is the record’s, waiting is the store’s.',
    severity: 'error',
    from: { path: run },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-tests-stay-at-home',
    comment: 'Tests of core use core alone, and its property tests live in testing: not even a development cycle.',
    severity: 'error',
    from: { path: '^packages/core/test/' },
    to: { path: anyOfOurs, pathNot: '^packages/core/' },
  },
];

const everywhere: Arrow[] = [
  {
    name: 'law-is-data-alone',
    comment: 'A lawyer reviews the acts alone: files of law import nothing but each other.',
    severity: 'error',
    from: { path: '^packages/vietnam/src/law/' },
    to: { path: '.', pathNot: '^packages/vietnam/src/law/' },
  },
  {
    name: 'enter-by-the-index',
    comment: 'A package is entered by its index (core also by domain/index.ts): what stands behind it may change freely.',
    severity: 'error',
    from: { path: '^(packages|examples)/([^/]+)/', pathNot: '^packages/cli/bench/' },
    to: { path: '^packages/', pathNot: ['^$1/$2/', '^packages/[^/]+/src/index\\.ts$', '^packages/core/src/domain/index\\.ts$'] },
  },
  {
    name: 'benchmarks-meet-in-one',
    comment:
      'pnpm bench runs all benchmarks: it enters a package by its index or its bench, an example by its bench; never what is between.',
    severity: 'error',
    from: { path: '^packages/cli/bench/' },
    to: {
      path: '^(packages|examples)/',
      pathNot: [
        '^packages/cli/',
        '^(packages|examples)/[^/]+/bench/',
        '^packages/[^/]+/src/index\\.ts$',
        '^packages/core/src/domain/index\\.ts$',
      ],
    },
  },
  {
    name: 'nobody-imports-the-command-line',
    comment: 'Hosts introduce packages to each other; a package that imports a host would bring all the others along.',
    severity: 'error',
    from: { path: '^packages/(?!cli/)' },
    to: { path: '^packages/cli/' },
  },
  {
    name: 'nobody-imports-an-example',
    comment: 'Examples are for reading: no package and no other example rests on one.',
    severity: 'error',
    from: { path: '^(packages|examples)/([^/]+)/', pathNot: '^packages/cli/bench/' },
    to: { path: '^examples/', pathNot: '^$1/$2/' },
  },
  {
    name: 'no-circle-at-run-time',
    comment: 'Two files that need each other to load are one file. Types may refer to each other.',
    severity: 'error',
    from: { path: '^(packages|examples)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'everything-is-found',
    comment: 'An import that leads nowhere hides from every other rule.',
    severity: 'error',
    from: { path: '^(packages|examples)/' },
    to: { couldNotResolve: true },
  },
];

export const arrows: readonly Arrow[] = [
  ...core,
  ...Object.entries(reaches).flatMap(([name, reach]) => rulesOf(name, reach)),
  ...everywhere,
];

/** Reads every import below `root` and holds it against the rules. Paths in the answer are relative to `root`. */
export async function follow(root: string, rules: readonly Arrow[] = arrows): Promise<ICruiseResult> {
  const rooms = ['packages', 'examples'].filter((room) => existsSync(join(root, room)));
  const found = await cruise(
    rooms,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...rules] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|coverage)/' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  );
  if (typeof found.output === 'string') throw new TypeError('the imports were asked for as data and came as text; nothing was checked');
  return found.output;
}

/** One line for each wrong import, with the reason of the rule it breaks. */
export function wrongs(result: ICruiseResult): string[] {
  const why = new Map(arrows.map((rule) => [rule.name, rule.comment]));
  return result.summary.violations.map(({ from, to, rule }) => `${from} → ${to}\n    ${rule.name}: ${why.get(rule.name) ?? ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await follow(fileURLToPath(new URL('..', import.meta.url)));
  const lines = wrongs(result);
  for (const line of lines) console.error(line);
  console.log(
    `${result.summary.totalCruised} files, ${result.summary.totalDependenciesCruised} imports, ${arrows.length} rules, ${lines.length} wrong`,
  );
  process.exitCode = lines.length > 0 ? 1 : 0;
}
