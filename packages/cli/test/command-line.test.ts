import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes, importedCaseId } from '../src/index.ts';
import { bin, documentOf, ended, folder, line, started } from './command-line.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));
const at = folder();
const id = importedCaseId('tickets', 't0');

beforeAll(async () => {
  const imported = await line(['import', csvFile(at, ticketRows(12)), '--map', map], at);
  expect(imported.code).toBe(0);
});

describe('--json prints one document and nothing else', () => {
  it('case list: the total counts every case, whatever the page', async () => {
    const page = documentOf(await line(['case', 'list', '--json', '--limit', '5'], at));
    expect(Object.keys(page)).toEqual(['total', 'cases']);
    expect(page).toMatchObject({ total: 12, cases: { length: 5 } });
    const all = documentOf(await line(['case', 'list', '--json'], at)).cases as readonly { readonly case: string }[];
    const after = all[4]?.case ?? '';
    const next = documentOf(await line(['case', 'list', '--json', '--limit', '5', '--after', after], at));
    expect(next).toEqual({ total: 12, cases: all.slice(5, 10) });
  });

  it('case list --stage: only cases that stand there', async () => {
    // Every second of twelve tickets was decided; one that was passed on and not taken stays offered.
    const stages = async (stage: string) => documentOf(await line(['case', 'list', '--json', '--stage', stage], at)).total;
    expect(await Promise.all(['assigned', 'transferred', 'resolved', 'closed'].map(stages))).toEqual([4, 4, 4, 0]);
  });

  it('case show, history, options, replay and chart', async () => {
    const show = documentOf(await line(['case', 'show', id, '--json'], at));
    expect(show).toMatchObject({
      case: { caseId: id, stage: 'transferred', at: expect.stringContaining('resolved/transferred'), clocks: [] },
    });
    const history = documentOf(await line(['case', 'history', id, '--json'], at));
    expect(history).toMatchObject({
      case: id,
      facts: [{ version: 1, type: 'Received', stage: { before: 'none', after: 'received' } }, {}, {}, {}, {}],
    });
    const words = ['--actor', 'a', '--unit', 'unit 0', '--role', 'officer', '--on', '2025-12-01', '--json'];
    const options = documentOf(await line(['case', 'options', id, ...words], at)).options as readonly {
      readonly may: boolean;
      readonly refusal?: unknown;
    }[];
    expect(options.every(({ may, refusal }) => may === (refusal === undefined))).toBe(true);
    const replay = await line(['case', 'replay', '--all', '--map', map, '--json'], at);
    expect(replay.code).toBe(0);
    expect(documentOf(replay)).toMatchObject({ cases: 12, findings: [], notes: [] });
    expect(documentOf(await line(['chart', 'complaint', '--json'], at))).toMatchObject({
      caseType: 'complaint',
      regions: { handling: {} },
    });
    expect(documentOf(await line(['chart', 'petition', '--json'], at))).toMatchObject({
      caseType: 'petition',
      regions: { handling: {}, reporting: {} },
    });
  });

  it('a law that nobody brought along is a finding, and findings end with 1', async () => {
    const replay = await line(['case', 'replay', id, '--json'], at);
    expect(replay.code).toBe(1);
    expect(documentOf(replay).findings).toMatchObject([{ code: 'law-unknown' }]);
  });
});

describe('help', () => {
  it('lists every command and every exit code, and explains one command', async () => {
    const all = await line(['help']);
    expect(all.code).toBe(0);
    for (const { code } of Object.values(exitCodes)) expect(all.out).toContain(`\n  ${code} `);
    expect(await line(['case', 'list', '--help'])).toEqual(await line(['help', 'case', 'list']));
    expect(await line(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('a command line that cannot be followed', () => {
  const usage: readonly (readonly [says: RegExp, words: string])[] = [
    [/no command "fly"/, 'fly'],
    [/no command "case jump"/, 'case jump'],
    [/needs ID/, 'case show'],
    [/does not take "more"/, 'case show x more'],
    [/Unknown option/, 'case list --colour'],
    [/whole number/, 'case list --limit 0'],
    [/no stage "nowhere"/, 'case list --stage nowhere'],
    [/needs --map/, 'import tickets.csv'],
    [/There is no map/, 'import tickets.csv --map nothing.mjs'],
    [/There is no file/, `import nothing.csv --map ${map}`],
    [/postgres:\/\/user@host/, 'case list --store postgres://host:no-port/db'],
    [/sqlite:FILE, postgres:.* or esdb:.*, not mysql:\./, 'case list --store mysql://host'],
    [/sqlite:FILE, postgres:.* or esdb:.*host\. Nothing/, 'case list --store host'],
    [/not both/, 'case list --store sqlite:x --db x'],
    [/case id or --all/, 'case replay'],
    [/no config/, 'case list --config nothing.mjs'],
    [/--lang is en or vi/, 'case list --lang fr'],
    [/needs a new database/, 'demo --db redress.db'],
  ];
  it.each(usage)('says %s and ends with 2', async (says, typed) => {
    const words = typed.split(' ');
    const plain = await line(words, at);
    expect(plain).toMatchObject({ code: exitCodes.usage.code, out: '', err: expect.stringMatching(says) });
    const json = await line([...words, '--json'], at);
    expect(json.code).toBe(exitCodes.usage.code);
    expect(documentOf(json)).toMatchObject({ error: { code: expect.any(String), says: expect.stringMatching(says) } });
  });

  it('a case that is not there is refused: it ends with 1, in the language asked for', async () => {
    const unknown = await line(['case', 'show', 'nobody', '--json', '--lang', 'vi'], at);
    expect(unknown.code).toBe(exitCodes.refused.code);
    expect(documentOf(unknown)).toMatchObject({
      error: { code: 'UNKNOWN_CASE', says: expect.stringContaining('Không có vụ việc nobody') },
    });
  });
});

describe('a store that cannot be read', () => {
  it('that is not there is a fault, and no question makes one', async () => {
    const empty = folder();
    const missing = await line(['case', 'list', '--json'], empty);
    expect(missing.code).toBe(exitCodes.store.code);
    expect(documentOf(missing)).toMatchObject({ error: { code: 'unavailable', says: expect.stringContaining('There is no database') } });
    expect(existsSync(join(empty, 'redress.db'))).toBe(false);
    // Negative control: an import does make one.
    await line(['import', csvFile(empty, ticketRows(1)), '--map', map], empty);
    expect(existsSync(join(empty, 'redress.db'))).toBe(true);
  });

  it.each([
    ['an empty file', ''],
    ['a text', 'this is not a database, whatever its name says\n'.repeat(50)],
  ])('that is %s is a fault, and is left as it was', async (_what, text) => {
    const there = folder();
    writeFileSync(join(there, 'redress.db'), text);
    const answer = await line(['case', 'list', '--json'], there);
    expect(answer.code).toBe(exitCodes.store.code);
    expect(documentOf(answer)).toMatchObject({ error: { code: 'not-a-database' } });
  });
});

describe('the process', () => {
  it('prints its document to stdout alone, and ends with the code of the answer', async () => {
    const [good, wrong] = await Promise.all([
      ended(started(bin, ['case', 'list', '--json'], at)),
      ended(started(bin, ['case', 'show', 'nobody'], at)),
    ]);
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(documentOf(good)).toMatchObject({ total: 12 });
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('There is no case nobody') });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = started(bin, ['case', 'list', '--limit', '999'], at);
    child.stdout?.destroy();
    const { err, code } = await ended(child);
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });
});
