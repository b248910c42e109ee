/** What the law leaves open, what the pack does meanwhile, and which of its values rest on it. */
import { type Doubt, lawBook } from '../../packages/vietnam/src/law-data.ts';
import { type Doubted, doubted } from './law-words.ts';
import { table } from './table.ts';

/** The points that a text names, for example D-02 or O-11. */
const namedIn = (text: string): readonly string[] => [...text.matchAll(/\b[DO]-\d+\b/g)].map(([id]) => id);

const where = ({ of, from }: Doubted): string => (from === null ? of : `${of} (${from})`);

function point(id: string, { about, handling }: Doubt, open: readonly Doubted[]): readonly string[] {
  const resting = open.filter(({ doubt }) => namedIn(doubt).includes(id)).map(where);
  return [
    `### ${id}`,
    '',
    `- open: ${about.en}`,
    `- để ngỏ: ${about.vi}`,
    `- what the pack does: ${handling.en}`,
    `- cách xử lý: ${handling.vi}`,
    ...(resting.length === 0 ? [] : [`- values that name it: ${resting.join(', ')}`]),
    '',
  ];
}

export function lawDoubtsPage(): string {
  const open = doubted();
  const points: Readonly<Record<string, Doubt>> = lawBook.doubts;
  const unknown = [...new Set(open.flatMap(({ doubt }) => namedIn(doubt)))].filter((id) => !Object.hasOwn(points, id));
  if (unknown.length > 0) throw new TypeError(`a value names the open point ${unknown.join(', ')}, which the pack does not hold`);
  return [
    '# What is open in the law of Viet Nam on complaints',
    '',
    'Made by `pnpm run docs` from `packages/vietnam/src/law/`. Những điểm còn để ngỏ và cách xử lý trong phần mềm này. **This is not legal advice.**',
    '',
    'What is not known (grade X) is refused with `UNSETTLED_LAW` and what is missing. What is presumed (S, M, I) is used with its grade. Every',
    'value stands on [the page of the law](law-vietnam.md).',
    '',
    '## Open points · Điểm để ngỏ',
    '',
    ...Object.entries(points).flatMap(([id, doubt]) => point(id, doubt, open)),
    '## Values with something open · Giá trị còn nghi vấn',
    '',
    ...table(
      ['what is open', 'values, each with the first day it holds'],
      [...new Set(open.map(({ doubt }) => doubt))].map((said) => [
        said,
        open
          .filter(({ doubt }) => doubt === said)
          .map(where)
          .join(', '),
      ]),
    ),
    '',
  ].join('\n');
}
