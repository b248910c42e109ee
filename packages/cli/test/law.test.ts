import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentOf, folder, line } from './command-line.ts';

const examples = fileURLToPath(new URL('../../vietnam/test/examples.json', import.meta.url));
const due = (...words: readonly string[]) => line(['law', 'due', '--json', ...words]);
const file = (content: unknown): string => {
  const path = join(folder(), 'facts.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('redress law due', () => {
  it('prints what is promised: both ends, length, unit, edition, citation and grade', async () => {
    const ended = await due('--term', 'KN-20', '--from', '2026-01-16');
    expect(ended.code).toBe(0);
    expect(documentOf(ended)).toMatchObject({
      term: 'KN-20',
      from: '2026-01-16',
      rawDueOn: '2026-02-15',
      dueOn: '2026-02-23',
      unit: 'calendar-days',
      length: 30,
      edition: 'KN-2020',
      citation: 'LKN Đ.28',
      grade: 'A',
    });
  });

  it('takes facts with --with, each once or together', async () => {
    expect(documentOf(await due('--term', 'KN-02', '--from', '2025-04-03', '--with', 'remoteArea=true'))).toMatchObject({ length: 45 });
    const obstacle = await due('--term', 'KN-01', '--from', '2025-03-03', '--with', 'excluded=2025-04-01..2025-04-10');
    expect(documentOf(obstacle)).toMatchObject({ dueOn: '2025-06-11', effectiveLength: 100 });
    const later = await due('--term', 'KN-13', '--from', '2026-06-30', '--with', 'lawDay=2026-07-01', 'complex=false');
    expect(later.code).toBe(2);
  });

  it('counts with the calendar as it was known on a day', async () => {
    const words = ['--term', 'KN-13', '--from', '2026-08-21'];
    // 24–28 August, then 1 and 2 September off, 3, 4 as known in full; 22 August works and 31 August does not.
    expect(documentOf(await due(...words))).toMatchObject({ dueOn: '2026-09-03' });
    // Before the swap was announced: 24–28, 31 August, and 1 September too.
    expect(documentOf(await due(...words, '--as-known-on', '2025-10-15'))).toMatchObject({ dueOn: '2026-09-01', provisional: true });
  });

  it('is a lawful no before the first edition, for a term that does not exist, and in the language asked for', async () => {
    const early = await due('--term', 'KN-20', '--from', '2012-06-30');
    expect([early.code, documentOf(early)]).toEqual([1, { refusal: expect.objectContaining({ code: 'BEFORE_THE_LAW' }) }]);
    const none = await line(['law', 'due', '--term', 'KN-99', '--from', '2026-01-16', '--lang', 'vi']);
    expect([none.code, none.out]).toEqual([1, 'UNKNOWN_TERM: Không có thời hạn KN-99.\n']);
  });

  it('does not guess what was meant', async () => {
    expect((await due('--term', 'KN-20', '--from', '2026-02-30')).code).toBe(2);
    expect((await due('--term', 'KN-20', '--from', '2026-01-16', '--with', 'remote=true')).code).toBe(2);
    expect((await due('--term', 'KN-20')).code).toBe(2);
    expect((await due('--term', 'KN-20', '--from', '2026-01-16', '--from', '2026-01-17')).code).toBe(2);
    const words = ['--term', 'KN-02', '--from', '2026-01-16', '--with'];
    expect((await due(...words, 'remoteArea=true remoteArea=false')).code).toBe(2);
    expect((await due(...words, 'remoteArea=true=false')).code).toBe(2);
    expect((await due(...words, 'remoteArea=true remoteArea=true')).code).toBe(0);
    // What the id itself says cannot be denied beside it.
    expect((await due('--term', 'KN-21', '--from', '2026-01-16', '--with', 'complex=false')).code).toBe(1);
  });
});

describe('redress law explain', () => {
  it('begins as the README shows it', async () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, words = '', shown = ''] = /redress (law explain [^\n]+)\n```\n\n```text\n([\s\S]*?)\n```/.exec(readme) ?? [];
    const { out } = await line(words.split(' '));
    expect(shown).not.toBe('');
    expect(out.startsWith(shown)).toBe(true);
  });

  it('names the trigger, the days passed over, the make-up Saturday, the article and the edition', async () => {
    const { out } = await line(['law', 'explain', '--term', 'TD-01', '--from', '2025-04-24']);
    for (const part of [
      'Thu 2025-04-24',
      'not counted',
      'first day counted is Fri 2025-04-25',
      '2025-04-30 (holiday: Ngày Chiến thắng)',
      '2025-05-02 (swapped off',
      'make-up working day: 2025-04-26',
      'last day is Mon 2025-05-12',
      'LTCD Đ.28.1 (A) in the version KN-2020',
    ])
      expect(out).toContain(part);
  });

  it('tells where an end rolls, past which days', async () => {
    const { out } = await line(['law', 'explain', '--term', 'KN-20', '--from', '2026-01-16', '--lang', 'vi']);
    expect(out).toContain('ngày làm việc tiếp theo (BLDS Đ.148.5)');
    expect(out).toContain('2026-02-17 (nghỉ lễ: Tết Bính Ngọ)');
  });
});

describe('redress law terms', () => {
  it('lists every time limit as it stands on a day', async () => {
    const { terms } = documentOf(await line(['law', 'terms', '--on', '2026-07-01', '--json'])) as {
      readonly terms: readonly { readonly id: string; readonly standing: string; readonly length: number | null }[];
    };
    const find = (id: string) => terms.find((each) => each.id === id);
    expect(find('KN-13')).toMatchObject({ length: 7, unit: 'working-days', standing: 'in-force' });
    expect(find('KN-12')).toMatchObject({ length: null, standing: 'ended' });
    expect(find('KN-04')).toMatchObject({ length: null, standing: 'unsettled' });
    expect(terms.length).toBeGreaterThan(80);
  });
});

describe('redress law classify', () => {
  it('says what may become of a petition, what is owed beside it, and why nothing else', async () => {
    const facts = file({ on: '2026-07-06', content: 'complaint', competent: 'this-body', originals: true });
    const ended = await line(['law', 'classify', '--facts', facts, '--json']);
    expect(ended.code).toBe(0);
    expect(documentOf(ended)).toMatchObject({
      lawful: [{ row: 'C8', outcome: 'propose-acceptance' }],
      also: [{ row: 'C24', outcome: 'return-originals' }],
      missing: null,
    });
    expect((await line(['law', 'classify', '--facts', facts])).out).toContain('TT05 Đ.7.1');
  });

  it('refuses where competence is not known, and a file that holds no facts', async () => {
    expect((await line(['law', 'classify', '--facts', file({ on: '2026-07-06', content: 'complaint' })])).code).toBe(1);
    expect((await line(['law', 'classify', '--facts', file({ on: '2026-07-06', content: 'weather' })])).code).toBe(2);
    expect((await line(['law', 'classify', '--facts', file('{')])).code).toBe(2);
    expect((await line(['law', 'classify', '--facts', '/nowhere.json'])).code).toBe(2);
    expect(documentOf(await line(['law', 'classify', '--json']))).toMatchObject({ error: { code: 'usage' } });
  });

  it('prints the schema of the facts', async () => {
    const schema = documentOf(await line(['law', 'classify', '--schema', '--json']));
    expect(schema).toMatchObject({ properties: { competent: { enum: ['this-body', 'body-below', 'elsewhere'] } } });
  });
});

describe('redress law competent', () => {
  it('names the heads of both levels by the organisation of that day', async () => {
    const words = ['law', 'competent', '--unit', 'ha-noi.co-so-dong-da', '--act', 'decision', '--on', '2025-08-10', '--json'];
    expect(documentOf(await line(words))).toMatchObject({
      levels: [
        { level: 1, answer: { unit: 'ha-noi.co-so-dong-da', because: { text: 'L41 Đ.130.4.a' } } },
        { level: 2, answer: { unit: 'ha-noi', because: { text: 'L41 Đ.130.4.b' } } },
      ],
    });
  });

  it('asks which kind a decision before 2025-07-01 was, and does not infer it', async () => {
    const words = ['law', 'competent', '--unit', 'ha-noi.dong-da', '--on', '2025-06-30', '--json', '--act'];
    const unknown = await line([...words, 'decision']);
    expect([unknown.code, documentOf(unknown)]).toMatchObject([1, { levels: [{ refusal: { code: 'UNSETTLED_LAW' } }, {}] }]);
    expect(documentOf(await line([...words, 'not-administrative']))).toMatchObject({
      levels: [{}, { answer: { outside: 'PROVINCIAL_LABOUR_AUTHORITY', flag: 'MANUAL_REVIEW' } }],
    });
    expect((await line([...words, 'guess'])).code).toBe(2);
  });
});

describe('redress law answer', () => {
  it('answers the worked examples by the batch', async () => {
    const ended = await line(['law', 'answer', examples, '--json']);
    expect(ended.code).toBe(0);
    const { dates, outcomes } = documentOf(ended) as Record<string, readonly Record<string, unknown>[]>;
    expect([...(dates ?? []), ...(outcomes ?? [])].filter((each) => !('answer' in each))).toEqual([]);
    expect(dates?.find(({ id }) => id === 'V01')).toMatchObject({ answer: { due: '2025-06-02' } });
  });

  it('refuses one question without the others, and a file that holds none', async () => {
    const asked = file({ dates: [{ id: 'x', input: {} }], outcomes: [{ id: 'y', input: { question: 'weather' } }] });
    expect(documentOf(await line(['law', 'answer', asked, '--json']))).toMatchObject({
      dates: [{ id: 'x', refusal: { code: 'BAD_INPUT' } }],
      outcomes: [{ id: 'y', refusal: { code: 'BAD_INPUT' } }],
    });
    expect((await line(['law', 'answer', file({}), '--json'])).code).toBe(2);
  });
});

describe('redress law explain --case', () => {
  it('tells the clock of a case from its start to what moved it, past the days off by name', async () => {
    const at = folder();
    const db = join(at, 'demo.db');
    expect((await line(['demo', '--db', db], at)).code).toBe(0);
    const { cases } = documentOf(await line(['case', 'list', '--db', db, '--stage', 'assigned', '--limit', '1', '--json'], at)) as {
      readonly cases: readonly { readonly case: string }[];
    };
    const id = cases[0]?.case ?? '';
    const told = await line(['law', 'explain', '--case', id, '--clock', 'resolution', '--db', db], at);
    expect(told.code).toBe(0);
    expect(told.out).toMatch(/calendar days are counted on\.[\s\S]*The last day is[\s\S]*By LKN Đ\.28 \(A\)[\s\S]*When it runs out: /);
    const other = await line(['law', 'explain', '--case', id, '--clock', 'constructor', '--db', db], at);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('It has: ')]);
    expect((await line(['law', 'explain', '--db', db], at)).code).toBe(2);
  });
});
