/** Every value of the Vietnamese law pack on one page, for a lawyer who checks it against the official texts. */
import { lunarDays, publicSectorYears } from '../../packages/vietnam/src/law/calendar-2020-2026.ts';
import { classificationTable } from '../../packages/vietnam/src/law/classification-table.ts';
import {
  type Act,
  lawBook,
  type NonAcceptanceGround,
  type Provision,
  type RuleVersion,
  type TermRule,
} from '../../packages/vietnam/src/law-data.ts';
import { termIds, termRule } from '../../packages/vietnam/src/terms.ts';
import { acts, alsoWords, type Bilingual, both, grades, provisionWords, valueWords } from './law-words.ts';
import { table } from './table.ts';

const inOrder = <Value>(values: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] =>
  Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));

const intro: readonly string[] = [
  '# The law of Viet Nam on complaints, as this project holds it',
  '',
  'Made by `pnpm run docs` from `packages/vietnam/src/law/`. Pháp luật về khiếu nại của Việt Nam, như được dùng trong phần mềm này.',
  '',
  '**This is not legal advice. Đây không phải là tư vấn pháp lý.** It is data for software. Where it and the official text differ, the official',
  'text prevails. Before you rely on a value, compare it with the official text.',
  '',
  'Acts, their numbers and days are quoted as facts with their source; what a provision says is put in this project’s own words. Data and words',
  'are licensed under Apache-2.0; no right is claimed in the law itself.',
  '',
  'Each value says on which day it was last compared with its source.',
  'What is open, and what the pack does meanwhile, is on [a page of its own](law-vietnam-doubts.md).',
  '',
];

const reading: readonly string[] = [
  '## How to read it · Cách đọc',
  '',
  'A value holds from its day until the next one of the same time limit. The day that a term starts from is not counted. The end of a limit in',
  'calendar days or years moves from a day off to the next working day (BLDS Đ.148.5); both ends are kept. A longer total holds in place of the',
  'plain one and is not added to it.',
  '',
  ...table(
    ['grade', 'means', 'used as'],
    Object.entries(grades).map(([grade, { means, use }]) => [grade, means, use]),
  ),
  '',
  'S, M and I are presumed: they are used, and every answer that rests on them says its grade.',
  '',
  ...table(
    ['counts', 'means'],
    Object.entries({
      limit: 'by when something has to be done, counted on from the event',
      lead: 'how long before the event, counted back from it; the end does not move',
      effect: 'when something takes effect; whether a day off moves it is open (D-02)',
      minimum: 'how long something lasts at least',
      rate: 'how often',
      duty: 'a duty, a right or a day without a count',
    } satisfies Record<TermRule['counts'], string>).map(([name, means]) => [`\`${name}\``, means]),
  ),
  '',
];

const versionRows = Object.entries(lawBook.editions) as readonly (readonly [string, RuleVersion])[];

const versions: readonly string[] = [
  '## Versions of the rules · Các phiên bản',
  '',
  ...table(
    ['id', 'from', 'through', 'English', 'tiếng Việt'],
    versionRows.map(([id, { from, through, about }]) => [id, from, through ?? '', about.en, about.vi]),
  ),
  '',
];

const actRow = ({ short, title, inForceFrom, inForceThrough, basis }: Act): readonly string[] => [
  short,
  title,
  inForceFrom,
  inForceThrough ?? '',
  basis,
];

const actList = (): readonly string[] => [
  '## Acts · Văn bản',
  '',
  ...table(['short', 'act', 'in force from', 'through', 'its values were taken from'], acts.map(actRow)),
  '',
];

/** The event, and where a term may start from several, each of them. */
function triggerLine({ trigger, triggers, counts }: TermRule): string {
  if (trigger === null) return 'No event starts it · Không có sự kiện làm mốc.';
  const words: Readonly<Record<string, Bilingual>> = lawBook.triggers;
  const said = (name: string): string => {
    const word = words[name];
    return word === undefined ? `\`${name}\`` : `${both(word)} (\`${name}\`)`;
  };
  const either = triggers === undefined ? '' : ` Either: ${triggers.map(said).join(' / ')}`;
  return `${counts === 'lead' ? 'Before' : 'From'}: ${said(trigger)}${either}`;
}

function term(id: string): readonly string[] {
  const rule = termRule(id);
  if (rule === undefined) throw new TypeError(`the register names ${id} and does not hold it`);
  return [
    `### ${id}`,
    '',
    rule.about.en,
    '',
    rule.about.vi,
    '',
    `\`${rule.counts}\` · ${triggerLine(rule)}`,
    '',
    ...table(
      ['from', 'value', 'giá trị', 'source', 'grade', 'checked', 'open'],
      inOrder(rule.values).map(([from, value]) => {
        const { en, vi } = valueWords(value);
        const { grade, checkedOn: on } = value.law;
        return [from, en, vi, `${provisionWords(value.law)}${alsoWords(value)}`, grade, on, value.doubt ?? ''];
      }),
    ),
    '',
  ];
}

const families: readonly (readonly [string, string])[] = [
  ['KN-', '## Time limits of complaints · Thời hạn về khiếu nại'],
  ['TD-', '## Time limits of reception · Thời hạn về tiếp công dân'],
  ['XD-', '## Time limits of petitions · Thời hạn về xử lý đơn'],
];

function terms(): readonly string[] {
  const strange = termIds.filter((id) => !families.some(([prefix]) => id.startsWith(prefix)));
  if (strange.length > 0) throw new TypeError(`no heading of the page is for ${strange.join(', ')}`);
  return families.flatMap(([prefix, heading]) => [heading, '', ...termIds.filter((id) => id.startsWith(prefix)).flatMap(term)]);
}

const sourced = (law: Provision): readonly string[] => [provisionWords(law), law.grade, law.checkedOn];

const curable: Readonly<Record<NonAcceptanceGround['curable'], Bilingual>> = {
  yes: { en: 'yes', vi: 'được' },
  no: { en: 'no', vi: 'không' },
  partly: { en: 'partly', vi: 'một phần' },
  'if-obstacle-proved': { en: 'if an obstacle is proved', vi: 'nếu chứng minh được trở ngại' },
};
const how = { oral: { en: 'orally', vi: 'giải thích trực tiếp' }, written: { en: 'in writing', vi: 'bằng văn bản' } } as const;

const grounds = (): readonly string[] => [
  '## Grounds for not accepting · Căn cứ không thụ lý',
  '',
  'No other ground is lawful. One that can be cured is one that the complainant can do away with.',
  '',
  ...table(
    ['ground', 'English', 'tiếng Việt', 'curable', 'through', 'source', 'grade', 'checked', 'open'],
    acts.flatMap(({ nonAcceptance = {} }) =>
      Object.entries(nonAcceptance).map(([name, { about, curable: cure, through, law, doubt }]) => [
        name,
        about.en,
        about.vi,
        both(curable[cure]),
        through ?? '',
        ...sourced(law),
        doubt ?? '',
      ]),
    ),
  ),
  '',
  '## Grounds for not receiving a person · Căn cứ từ chối tiếp',
  '',
  ...table(
    ['ground', 'English', 'tiếng Việt', 'said', 'source', 'grade', 'checked', 'open'],
    acts.flatMap(({ refusalToReceive = {} }) =>
      Object.entries(refusalToReceive).map(([name, { about, how: said, law, doubt }]) => [
        name,
        about.en,
        about.vi,
        both(how[said]),
        ...sourced(law),
        doubt ?? '',
      ]),
    ),
  ),
  '',
  '## What makes a case complex · Tiêu chí vụ việc phức tạp',
  '',
  ...table(
    ['point', 'name', 'English', 'tiếng Việt', 'source', 'grade', 'checked', 'open'],
    acts.flatMap(({ complexity = {} }) =>
      Object.entries(complexity).map(([point, { name, about, law, doubt }]) => [
        point,
        `\`${name}\``,
        about.en,
        about.vi,
        ...sourced(law),
        doubt ?? '',
      ]),
    ),
  ),
  '',
];

interface ClassificationRow {
  readonly about: Bilingual;
  readonly outcomes: readonly string[];
  readonly ground?: string;
  readonly terms: readonly string[];
  readonly law: Readonly<Record<string, Provision>>;
}
const classificationRows: Readonly<Record<string, ClassificationRow>> = classificationTable;

const classification = (): readonly string[] => [
  '## How a petition is classified · Phân loại đơn',
  '',
  'Twenty-nine rows; several may apply to one petition. A row whose source changed stands once for each.',
  '',
  ...table(
    ['row', 'English', 'tiếng Việt', 'outcomes', 'ground', 'time limits', 'from', 'source', 'grade', 'checked'],
    Object.entries(classificationRows).flatMap(([row, { about, outcomes, ground, terms: limits, law }]) =>
      inOrder(law).map(([from, provision]) => [
        row,
        about.en,
        about.vi,
        outcomes.map((outcome) => `\`${outcome}\``).join(', '),
        ground ?? '',
        limits.join(', '),
        from,
        ...sourced(provision),
      ]),
    ),
  ),
  '',
];

const articlesOf = ({ short, title, articles }: Act): readonly string[] =>
  Object.keys(articles).length === 0
    ? []
    : [
        `### ${short}: ${title}`,
        '',
        ...table(
          ['from', 'what it says', 'source', 'grade', 'checked', 'open'],
          Object.entries(articles).flatMap(([, values]) =>
            inOrder(values).map(([from, { says, doubt, also, law }]) => [
              from,
              says,
              `${provisionWords(law)}${alsoWords({ law, ...(also === undefined ? {} : { also }) })}`,
              law.grade,
              law.checkedOn,
              doubt ?? '',
            ]),
          ),
        ),
        '',
      ];

const articles = (): readonly string[] => [
  '## Articles that an answer cites · Điều khoản được viện dẫn',
  '',
  'What each says, as far as an answer rests on it.',
  '',
  ...acts.flatMap(articlesOf),
];

interface Announced {
  readonly announcedOn?: string;
}
interface CalendarYear {
  readonly grade: string;
  readonly sources: readonly { readonly grade: string; readonly covers: string; readonly source?: string }[];
  readonly documents: readonly { readonly document: string; readonly day: string; readonly covers?: string }[];
  readonly workingDays: number;
  readonly makeUp: readonly ({ readonly day: string; readonly for: string } & Announced)[];
  readonly off: readonly ({ readonly day: string; readonly kind: keyof typeof kinds; readonly name: string } & Announced)[];
}
const kinds = {
  holiday: { en: 'holiday', vi: 'nghỉ lễ' },
  compensatory: { en: 'day off in lieu', vi: 'nghỉ bù' },
  'swapped-off': { en: 'swapped off', vi: 'nghỉ hoán đổi' },
} as const;
const calendarYears: Readonly<Record<string, CalendarYear>> = publicSectorYears;

const announced = ({ announcedOn }: Announced): string => announcedOn ?? '';

const year = (name: string, { grade, sources, documents, workingDays, makeUp, off }: CalendarYear): readonly string[] => [
  `### ${name}`,
  '',
  `${workingDays} working days; grade ${grade}.`,
  '',
  ...sources.map(({ grade: of, covers, source }) => `- ${of}: ${covers}${source === undefined ? '' : ` (${source})`}`),
  ...documents.map(({ document, day, covers }) => `- document ${document} of ${day}${covers === undefined ? '' : `: ${covers}`}`),
  '',
  ...table(
    ['day', 'what', 'gì', 'name', 'announced'],
    [
      ...off.map((each) => [each.day, kinds[each.kind].en, kinds[each.kind].vi, each.name, announced(each)]),
      ...makeUp.map((each) => [each.day, `worked, for ${each.for}`, `làm bù cho ${each.for}`, '', announced(each)]),
    ].toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ),
  '',
];

const calendar = (): readonly string[] => [
  '## Days off of the public sector · Lịch nghỉ của khu vực công',
  '',
  'A day off that falls on a weekend is not listed: it is off already. Years after the last one here are computed, and their days provisional.',
  '',
  ...Object.entries(calendarYears).flatMap(([name, of]) => year(name, of)),
  '### The lunar days · Ngày âm lịch',
  '',
  'Computed for UTC+7, grade I. From them come the days of Tết and of the Hùng Kings in years that are not published yet.',
  '',
  ...table(
    ['year', 'mùng một Tết', 'Giỗ Tổ'],
    Object.entries(lunarDays).map(([name, { newYear, hungKings }]) => [name, newYear, hungKings]),
  ),
  '',
];

export const lawPage = (): string =>
  [...intro, ...reading, ...versions, ...actList(), ...terms(), ...grounds(), ...classification(), ...articles(), ...calendar()].join('\n');
