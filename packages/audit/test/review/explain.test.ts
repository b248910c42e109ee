import { refuse } from '@redress/core';
import { houseSetting, plans, play } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { phrases } from '../../src/explain-words.ts';
import {
  type CaseFile,
  type CaseNames,
  type ExplainOptions,
  explainCase,
  explanationHtml,
  type Language,
  openCaseFile,
  Saying,
} from '../../src/index.ts';
import { every, named, parsed, rowsOf, section } from './page.ts';
import { caseTypes, decision, fileOf, joinedUnseen, law, letter, type Step, written } from './written.ts';

const options: ExplainOptions = { laws: law, until: '2026-03-31' };

async function documentOf(
  file: CaseFile,
  more: Partial<ExplainOptions> = {},
  language: Language = 'en',
  names?: CaseNames,
): Promise<string> {
  return explanationHtml(await explainCase(file, { ...options, ...more }), file.type, new Saying(language, names));
}

const MARKUP = new Set(
  'html head meta title style body header nav main section article h1 h2 h3 p ol ul li a dl div dt dd table caption thead tbody tr th td strong time span bdi code figure figcaption svg defs pattern rect line path text'.split(
    ' ',
  ),
);
const TURNING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What a page holds that it must not: active markup, something from elsewhere, a character that turns the text around. */
function wrongIn(page: string): readonly string[] {
  const elements = every(parsed(page));
  const attributes = elements.flatMap((element) => Object.entries(element.attributes));
  return [
    ...elements.map(({ name }) => name).filter((name) => name !== '' && !MARKUP.has(name)),
    ...attributes.map(([name]) => name).filter((name) => /^on/i.test(name) || ['src', 'srcset', 'style '].includes(name)),
    ...attributes.flatMap(([name, value]) => (name === 'href' && !value.startsWith('#') ? [value] : [])),
    ...attributes.flatMap(([name, value]) => (name !== 'xmlns' && /https?:|\/\/|javascript:/i.test(value) ? [value] : [])),
    ...(/@import|url\((?!#)/.test(page) ? ['url'] : []),
    ...(TURNING.test(page) ? ['turning'] : []),
  ];
}

const eventful: readonly Step[] = [
  { type: 'Receive', on: '2026-01-05', data: letter },
  { type: 'OfferTransfer', on: '2026-01-06', data: { toUnit: 'right' } },
  { type: 'AcceptTransfer', on: '2026-01-07', unit: 'right' },
  { type: 'Accept', on: '2026-01-12', unit: 'right' },
  {
    type: 'Assign',
    on: '2026-01-09',
    recordedOn: '2026-01-13',
    unit: 'right',
    data: { person: 'p-7' },
    late: { ground: 'found in a drawer', document: 'L-1' },
  },
  { type: 'FindComplex', on: '2026-01-15', unit: 'right', data: { criteria: ['many papers'], document: 'X-1' } },
  { type: 'Resolve', on: '2026-03-04', unit: 'far', data: decision, observed: true },
];

describe('a case as a document', () => {
  it('tells every fact in its order, with its day, its recording, its stage and who was accountable after it', async () => {
    const file = await fileOf(await written(eventful));
    const rows = rowsOf(section(await documentOf(file), 'timeline')).slice(1);
    expect(rows.map(([version]) => version)).toEqual(file.facts.map((_, index) => String(index + 1)));
    expect(rows[0]).toEqual([
      '1',
      '2026-01-05recorded 2026-01-05 09:00:00 UTC',
      expect.stringMatching(
        /^A complaint arrived and was taken in\..*summary: The pension was cut\..*basis: House rule 1 \(certainty A\)$/,
      ),
      'none → received',
      'p-left, lefthead',
      'p-left, left (by office)',
    ]);
    expect(rows[2]?.[5]).toBe('head:right, right (by office)');
    expect(rows[4]?.[2]).toMatch(/late paper.*dated 2026-01-09, after a step of 2026-01-12.*ground: found in a drawer; document: L-1/);
    expect(rows[6]?.[2]).toMatch(/recorded, not judged.*It would have been refused: .*\[/);
  });

  it('tells each clock line by line: day, entry, article, last day before and after', async () => {
    const file = await fileOf(await written(eventful));
    const clocks = section(await documentOf(file), 'clocks');
    const [ledger] = named(clocks, 'article').filter(({ text }) => text.includes('resolution'));
    const rows = rowsOf(ledger ?? clocks).slice(1, 4);
    // 20 days from the 12th: 1 February, a Sunday; 40 days: 21 February, a Saturday. The decision came on 4 March.
    expect(rows.map(([day, entry, article, before, after]) => [day, entry, article, before, after?.slice(0, 10)])).toEqual([
      ['2026-01-12', 'starts 20 days', 'House rule 2 (certainty A)', '–', '2026-02-02'],
      ['2026-01-15', 'another length or calendar from the same start 40 days', 'House rule 4 (certainty A)', '2026-02-02', '2026-02-23'],
      ['2026-03-04', 'stops', 'House rule 2 (certainty A)', '2026-02-23', '2026-02-23'],
    ]);
    expect(ledger?.text).toMatch(/missed/);
    expect(ledger?.text).toMatch(/When it runs out: the next level opens/);
  });

  it('says who was accountable from when to when, what was cited, and what was dated back', async () => {
    const page = await documentOf(await fileOf(await written(eventful)));
    expect(
      rowsOf(section(page, 'custody'))
        .slice(1)
        .map((cells) => cells.slice(0, 4)),
    ).toEqual([
      ['2026-01-05', '2026-01-07', 'left', 'p-left (by office)'],
      ['2026-01-07', '2026-01-09', 'right', 'head:right (by office)'],
      ['2026-01-09', 'still', 'right', 'p-7'],
    ]);
    const cited = rowsOf(section(page, 'citations'));
    expect(cited).toContainEqual(['House rule 2', 'provision', 'A', '4, 7']);
    expect(cited.some(([, kind]) => kind === 'rule of the office or of the program')).toBe(true);
    const [, back] = rowsOf(section(page, 'backdated'));
    expect(back).toEqual([
      '5',
      'A person was put in charge.',
      'dated 2026-01-09, after a step of 2026-01-12',
      'ground: found in a drawer; document: L-1',
    ]);
    // The control: a case in which nothing was dated back says so.
    const plain = await documentOf(await fileOf(await written(eventful.slice(0, 3))));
    expect(section(plain, 'backdated').text).toContain('No fact is dated before a step');
  });

  it('says what was not known at a decision, and what would have been otherwise', async () => {
    const known = section(await documentOf(await fileOf(await written(joinedUnseen))), 'known');
    expect(known.text).toMatch(/The decision of this level was issued.*It was made without.*Further persons joined/s);
    expect(rowsOf(known)).toContainEqual(['member m-3', '–', 'continuing']);
  });

  it('says that every record was compared, and shows what differs', async () => {
    const file = await fileOf(await written(eventful));
    expect(section(await documentOf(file), 'recheck').text).toContain('no difference');
    const wrong = await documentOf(file, { laws: () => undefined });
    expect(section(wrong, 'recheck').text).toMatch(/gave \d+ findings.*law-unknown/s);
  });

  it('says that refusals are not in the log, unless the host hands in its record of them', async () => {
    const file = await fileOf(await written(eventful));
    expect(section(await documentOf(file), 'refusals').text).toMatch(/handed in no record of refusals/);
    const by = { id: 'p-9', unit: 'far', role: 'clerk' };
    const refused = (id: string) => ({
      at: '2026-01-20T08:00:00.000Z',
      by,
      refusal: refuse('NO_DECISION', {}, { type: 'Serve', case: id }, null),
    });
    const given = section(await documentOf(file, { refusals: [refused('case'), refused('another')] }), 'refusals');
    expect(rowsOf(given).slice(1)).toEqual([
      ['2026-01-20 08:00:00 UTC', 'p-9, farclerk', 'Serve', 'No decision was issued yet. [no-decision]'],
    ]);
    expect(section(await documentOf(file, { refusals: [refused('another')] }), 'refusals').text).toMatch(/holds none for this case/);
    // A code of a release to come is told by its code.
    const strange = { ...refused('case'), refusal: { ...refused('case').refusal, code: 'toString' as 'NO_DECISION' } };
    expect(section(await documentOf(file, { refusals: [strange] }), 'refusals').text).toContain('toString');
  });
});

describe('the page', () => {
  it('speaks Vietnamese where that is asked for, and marks what it can only say in English', async () => {
    const file = await fileOf(await written(eventful));
    const names: CaseNames = {
      ...{ caseTypes: { complaint: 'khiếu nại' }, stages: { received: 'đã tiếp nhận' }, clocks: { resolution: 'giải quyết' } },
      ...{ facts: { complaint: { Received: 'Tiếp nhận khiếu nại.' } }, roles: { head: 'thủ trưởng' } },
      ...{ fields: { summary: 'nội dung' }, values: { channel: { post: 'bưu điện' } } },
      consequence: (text) => (text === 'the next level opens' ? 'mở cấp tiếp theo' : null),
    };
    const page = parsed(await documentOf(file, {}, 'vi', names));
    expect(named(page, 'html')[0]?.attributes.lang).toBe('vi');
    for (const word of ['Diễn biến', 'Tiếp nhận khiếu nại.', 'đã tiếp nhận', 'giải quyết', 'mở cấp tiếp theo', 'bưu điện'])
      expect(page.text).toContain(word);
    const english = named(page, 'span').filter(({ attributes }) => attributes.lang === 'en');
    expect(english.map(({ text }) => text)).toContain('It was accepted for settlement.');
    expect(english.map(({ text }) => text)).not.toContain('Tiếp nhận khiếu nại.');
  });

  it('says everything in both languages, with the same blanks to fill', () => {
    const { en, vi } = phrases;
    const blanks = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [name, said] of Object.entries(vi)) {
      const english = Object.entries(en).find(([each]) => each === name)?.[1] ?? '';
      expect(blanks(said), name).toEqual(blanks(english));
      if (blanks(said).length === 0 || /\p{L}/u.test(said.replaceAll(/\{\w+\}/g, ''))) expect(said, name).not.toBe(english);
    }
  });

  it('needs nothing from elsewhere and runs nothing', async () => {
    const page = await documentOf(await fileOf(await written(eventful)));
    expect(wrongIn(page)).toEqual([]);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const ids = every(parsed(page)).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of named(parsed(page), 'a')) expect(ids).toContain(attributes.href?.slice(1));
  });

  it('can be walked through by who does not see it: headings in steps, named sections, tables with captions and headers', async () => {
    const page = parsed(await documentOf(await fileOf(await written(eventful))));
    const levels = every(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const table of named(page, 'table')) {
      expect(table.inside[0]).toMatchObject({ name: 'caption', text: expect.stringMatching(/\S/) });
      for (const head of named(table, 'th')) expect(['col', 'row']).toContain(head.attributes.scope);
      const columns = named(table, 'thead')[0]?.inside[0]?.inside.length;
      for (const row of named(named(table, 'tbody')[0] ?? table, 'tr')) expect(row.inside).toHaveLength(columns ?? 0);
    }
    for (const each of named(page, 'section'))
      expect(named(page, 'h2').map(({ attributes }) => attributes.id)).toContain(each.attributes['aria-labelledby']);
    for (const picture of named(page, 'svg')) expect(picture.attributes['aria-label'] ?? picture.attributes['aria-hidden']).toBeTruthy();
  });

  it('prints on A4', async () => {
    expect(await documentOf(await fileOf(await written(eventful)))).toMatch(/@page \{ size: A4;[\s\S]*@media print/);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></svg><b>',
  '&lt;&#x3c;',
  '\u202eeslaf\u202c \u2066 \u200f \u0007 \u001b[31m',
  ']]> <!-- -->',
];

/** Without halves of surrogate pairs, which no store takes. */
const whole = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** A case in which everything that can be written freely is hostile. */
async function hostileFile(texts: readonly string[]): Promise<CaseFile> {
  const all = texts.join(' ');
  // A store takes no control character in the name of a case.
  const id = `case ${all}`.replaceAll(/\p{Cc}/gu, '').slice(0, 150);
  const short = whole(all.slice(0, 190));
  const steps: readonly Step[] = [
    {
      type: 'Receive',
      on: '2026-01-05',
      data: { ...letter, summary: all, topic: short, complainants: [{ member: short }] },
    },
    { type: 'RecordArrival', on: '2026-01-06', data: { arrived: 'letter', body: { [all]: [all, { [all]: all }] } } },
    { type: 'Accept', on: '2026-01-12' },
    {
      type: 'Assign',
      on: '2026-01-09',
      recordedOn: '2026-01-13',
      data: { person: short },
      late: { ground: all, document: short },
    },
    { type: 'Note', on: '2026-01-14', data: { text: all } },
  ];
  return fileOf(await written(steps, id), id);
}

describe('a case full of hostile texts', () => {
  it('is text, and its turning characters are shown as their codes', async () => {
    const file = await hostileFile(hostile);
    const refusal = refuse('NO_SUCH_CLOCK', { clock: hostile.join('') }, { type: hostile.join(''), case: file.id }, null);
    const by = { id: hostile.join(''), unit: hostile.join(''), role: hostile.join('') };
    for (const language of ['en', 'vi'] as const) {
      const page = await documentOf(file, { refusals: [{ at: hostile.join(''), by, refusal }] }, language);
      expect(wrongIn(page)).toEqual([]);
      expect(parsed(page).text).toContain('<script>alert(1)</script>');
      expect(parsed(page).text).toContain('⟨U+202E⟩eslaf⟨U+202C⟩');
    }
  });

  it('is text in which nothing hides: what does not show is written as its code', async () => {
    // A joiner, a grapheme joiner, two selectors of variants, which may carry a message, a filler, and a blank that is no space.
    const unseen = ['\u200d', '\u034f', '\ufe0f', '\u{e0141}', '\u3164', '\u2800'];
    const page = await documentOf(await hostileFile([`Nguyễn Thị${unseen.join('')} Hạnh`]));
    expect(parsed(page).text).toContain('Nguyễn Thị⟨U+200D⟩⟨U+034F⟩⟨U+FE0F⟩⟨U+E0141⟩⟨U+3164⟩⟨U+2800⟩ Hạnh');
    for (const character of unseen) expect(page).not.toContain(character);
  });

  it('would be found active where a text were let through: the control of the check', async () => {
    const page = await documentOf(await fileOf(await written(eventful)));
    const through = (text: string) => wrongIn(page.replace('The pension was cut.', text));
    expect(through('The pension was not cut.')).toEqual([]);
    expect(through('<script>1</script>')).toEqual(['script']);
    expect(through('<img src="x" onerror="y"/>')).toEqual(['img', 'src', 'onerror']);
    expect(through('<a href="https://example.org">x</a>')).toContain('https://example.org');
    expect(through('\u202e')).toEqual(['turning']);
    expect(() => through('<b>')).toThrow();
  });

  it('whatever the texts are, the page has the same markup', async () => {
    const { runs: numRuns, seed } = tried(60, 'hostile texts');
    const markup = (page: string) => every(parsed(page)).map(({ name }) => name);
    const usual = markup(await documentOf(await hostileFile(['a plain text'])));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.constantFrom(...hostile), async (text, more) => {
        const page = await documentOf(await hostileFile([whole(`${text}${more}`)]));
        expect(wrongIn(page)).toEqual([]);
        expect(markup(page)).toEqual(usual);
      }),
      { numRuns, seed },
    );
  });
});

describe('random histories', () => {
  it('are documents that a strict reader takes, and hold every fact', async () => {
    const { runs: numRuns, seed } = tried(25, 'documents of random histories');
    const setting = houseSetting();
    await fc.assert(
      fc.asyncProperty(plans(30), async (plan) => {
        const { records, today } = await play(setting, plan);
        if (records.length === 0) return;
        const file = await openCaseFile(records, caseTypes);
        const page = await documentOf(file, { laws: setting.law, until: today });
        expect(wrongIn(page)).toEqual([]);
        expect(rowsOf(section(page, 'timeline'))).toHaveLength(records.length + 1);
        expect(section(page, 'recheck').text).toContain('no difference');
      }),
      { numRuns, seed },
    );
  });
});
