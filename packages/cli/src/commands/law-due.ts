/** `redress law due`: when a time limit ends. */
import { addDays, isLegalDay, weekdayOf } from '@redress/core';
import type { Due, DueAsked } from '@redress/vietnam';
import type { Answer } from '../answer.ts';
import type { CommandOfLine, Given, Option } from '../command.ts';
import { UsageError } from '../faults.ts';
import { citedText, dayOf, refusalAnswer } from '../law-answer.ts';

/** What a due day is asked with. */
export const dueOptions = {
  term: { type: 'string', value: 'ID', describes: 'The time limit, for example KN-20; `redress law terms` lists them.', required: true },
  from: { type: 'string', value: 'DAY', describes: 'Day 0, which is not counted; of a lead, the day that it precedes.', required: true },
  with: {
    type: 'string',
    value: 'K=V',
    describes: 'A fact: remoteArea, complex or dismissal =true; lawDay=DAY; excluded=DAY..DAY (an obstacle). May be repeated.',
    multiple: true,
  },
  'as-known-on': { type: 'string', value: 'DAY', describes: 'With the calendar as it was announced by that day.' },
} as const satisfies Readonly<Record<string, Option>>;

const variants = ['remoteArea', 'complex', 'dismissal'] as const;
const isVariant = (name: string): name is (typeof variants)[number] => variants.some((each) => each === name);

/** The facts of `--with`. */
function factsOf(given: Given): Pick<DueAsked, 'lawDay' | 'variants' | 'excluded'> {
  const facts: { lawDay?: string; variants: Record<string, boolean>; excluded: { from: string; to: string }[] } = {
    variants: {},
    excluded: [],
  };
  const said = new Map<string, string>();
  for (const pair of given.list('with').flatMap((each) => each.split(/[ ,]+/))) {
    const [name = '', value = '', ...more] = pair.split('=');
    const [from = '', to = '', ...further] = value.split('..');
    if (said.get(name) !== undefined && said.get(name) !== value && name !== 'excluded')
      throw new UsageError('usage', `--with says ${name}=${said.get(name)} and ${name}=${value}. Nothing was answered.`);
    said.set(name, value);
    if (more.length + further.length > 0) throw notTaken(pair);
    if (isVariant(name) && (value === 'true' || value === 'false')) facts.variants[name] = value === 'true';
    else if (name === 'lawDay' && isLegalDay(value)) facts.lawDay = value;
    else if (name === 'excluded' && isLegalDay(from) && isLegalDay(to) && from <= to) facts.excluded.push({ from, to });
    else throw notTaken(pair);
  }
  return facts;
}

const notTaken = (pair: string): UsageError =>
  new UsageError(
    'usage',
    `--with does not take ${JSON.stringify(pair)}; it takes remoteArea, complex or dismissal =true or =false, lawDay=DAY, excluded=DAY..DAY. Nothing was answered.`,
  );

export async function answered(
  given: Given,
  tell: (due: Due, lines: readonly { readonly en: string; readonly vi: string }[]) => Answer,
): Promise<Answer> {
  const { dueOf, storyOf, vietnamCalendar, vietnamCalendarKnownOn } = await import('@redress/vietnam');
  const from = dayOf(given, 'from') ?? '';
  const known = dayOf(given, 'as-known-on');
  const calendar = known === undefined ? vietnamCalendar() : vietnamCalendarKnownOn(known);
  const found = dueOf({ term: given.text('term') ?? '', from, ...factsOf(given), calendar });
  return 'refusal' in found ? refusalAnswer(found.refusal, given) : tell(found.due, storyOf(found.due, calendar).lines);
}

/** The document of a due day; its first nine members are promised. */
export function documentOf(due: Due): Readonly<Record<string, unknown>> {
  const { term, from, rawDueOn, dueOn, count, edition, law, counts, rolledEnd } = due;
  return {
    ...{ term, from, rawDueOn, dueOn, unit: count.unit, length: count.length, edition, citation: law.text, grade: law.grade ?? 'X' },
    ...{ counts, direction: count.direction, lawDay: due.lawDay, weekday: weekdayOf(dueOn), rolled: dueOn !== rawDueOn },
    ...{ firstDayCounted: due.firstDayCounted, countedDays: due.countedDays, effectiveLength: due.effectiveLength },
    // Whether the end of the period moves off a day off is open (D-02), so both readings are given.
    ...(counts === 'effect' ? { effectiveOn: { noRoll: addDays(rawDueOn, 1), rolled: addDays(rolledEnd, 1) } } : {}),
    ...{ doubt: due.doubt, provisional: due.provisional, calendar: due.calendar },
  };
}

export const oneLine = ({ term, from, dueOn, rawDueOn, law, provisional }: Due): string =>
  `${term} from ${from}: ${weekdayOf(dueOn)} ${dueOn}${dueOn === rawDueOn ? '' : ` (plain end ${rawDueOn})`}, ${citedText(law)}${provisional ? ', provisional' : ''}`;

export const lawDue: CommandOfLine = {
  name: 'law due',
  describes: 'When a time limit of the law ends.',
  words: [],
  options: dueOptions,
  run: (given) => answered(given, (due) => ({ ending: 'done', document: documentOf(due), text: oneLine(due) })),
};
