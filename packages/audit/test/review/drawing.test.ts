import type { ClockEntry, LegalDay } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClockTold } from '../../src/explain.ts';
import { drawn } from '../../src/explain-drawing.ts';
import { type ClockRun, type Explanation, explainCase, type Holding, Saying } from '../../src/index.ts';
import { type Element, named, parsed } from './page.ts';
import { fileOf, law, letter, written } from './written.ts';

let plain: Explanation;
beforeAll(async () => {
  const file = await fileOf(await written([{ type: 'Receive', on: '2026-01-05', data: letter }]));
  plain = await explainCase(file, { laws: law, until: '2026-01-20' });
});

const holding = (person: string, from: LegalDay, to: LegalDay | null): Holding => ({
  ...{ holder: { person, unit: 'left', exOfficio: false }, from, to, days: 0, workingDays: 0 },
});

/** A clock of one run. `lines` are what happened to it, and on which day. */
function clock(name: string, run: Partial<ClockRun>, lines: readonly (readonly [ClockEntry['do'], LegalDay])[] = []): ClockTold {
  const [known] = plain.clocks;
  const [line, start] = [known?.lines[0], known?.runs[0]];
  if (!known || !line || !start) throw new Error('the plain case has a clock');
  return {
    ...{ ...known, clock: name, runs: [{ ...start, clock: name, ...run }] },
    lines: lines.map(([does, on]) => ({ ...line, on, entry: { ...line.entry, do: does, on } as ClockEntry })),
  };
}

/** The case with other holders, clocks and days. */
function drawing(days: readonly LegalDay[], holdings: readonly Holding[], clocks: readonly ClockTold[], until = '2026-01-20'): Element {
  const timeline = days.flatMap((on) => plain.timeline.map((each) => ({ ...each, on })));
  const told = { ...plain, timeline, clocks, until, account: { ...plain.account, holdings } };
  return parsed(`<body>${drawn(told, new Saying('en')).markup}</body>`);
}

/** The bars of the picture itself, without those of its legend: kind, left edge, top, width, height. */
function bars(picture: Element): readonly (readonly unknown[])[] {
  const [svg] = named(picture, 'svg');
  const found = svg?.inside.filter(({ name }) => name === 'rect') ?? [];
  return found.map(({ attributes: { fill, x, y, width, height, ...more } }) => [
    ...[fill === '#4a6486' ? 'held' : fill === 'url(#hatch)' ? 'overdue' : more['stroke-dasharray'] ? 'paused' : 'term'],
    ...[x, y, width, height].map(Number),
  ]);
}

const texts = (picture: Element): readonly (readonly unknown[])[] =>
  named(picture, 'text').map(({ attributes: { x, y }, text }) => [text, Number(x), Number(y)]);
const marks = (picture: Element): readonly unknown[] => named(picture, 'path').map(({ attributes }) => attributes.d);

const stopped = { startedOn: '2026-01-05', endedOn: '2026-01-14', dueOn: '2026-01-12', missed: true, ended: 'stopped' } as const;

describe('the drawing of a case', () => {
  // The days have 514 units, from 232 to 746; a row has 19, the first begins at 26; a bar leaves 4 above it and below it.
  it('has a row for each holder, however often it was theirs, then one for each clock, in proportion to the days', () => {
    const holdings = [
      holding('p-1', '2026-01-05', '2026-01-10'),
      holding('p-7', '2026-01-10', '2026-01-12'),
      holding('p-1', '2026-01-12', '2026-01-14'),
    ];
    const lines = [
      ['pause', '2026-01-07'],
      ['resume', '2026-01-09'],
    ] as const;
    const picture = drawing(['2026-01-05', '2026-01-14'], holdings, [clock('resolution', stopped, lines)]);
    // From the 5th to the end of the 14th are ten days, of 51.4 units each.
    expect(bars(picture)).toEqual([
      ['held', 232, 30, 257, 11],
      ['held', 591.8, 30, 102.8, 11],
      ['held', 489, 49, 102.8, 11],
      ['term', 232, 68, 359.8, 11],
      ['paused', 334.8, 68, 102.8, 11],
      ['overdue', 591.8, 68, 102.8, 11],
    ]);
    expect(texts(picture)).toEqual([
      ['p-1, left', 0, 39],
      ['p-7, left', 0, 58],
      ['resolution', 0, 77],
    ]);
    expect(marks(picture)).toEqual(['M591.8 65v17']);
    expect(named(picture, 'svg')[0]?.attributes.viewBox).toBe('0 0 760 89');
  });

  it('says what it is, and what each kind of bar means', () => {
    const picture = drawing(['2026-01-05'], [], []);
    expect(named(picture, 'svg')[0]?.attributes['aria-label']).toMatch(/^Who was accountable and which time limits ran/);
    const [legend] = named(picture, 'figcaption');
    expect(legend?.text.split(/\s+\u2003|\u2003/).map((each) => each.trim())).toEqual([
      ...['holder', 'within the term', 'is paused', 'after the last day', '| last day'],
    ]);
    const swatches = named(legend ?? picture, 'rect').map(({ attributes: { fill, 'stroke-dasharray': dashes } }) => [fill, dashes]);
    expect(swatches).toEqual([
      ['#4a6486', undefined],
      ['#d5dfd0', undefined],
      ['#ffffff', '2 2'],
      ['url(#hatch)', undefined],
    ]);
  });

  it('is nothing where no day is known', () => {
    expect(drawing([], [], []).text).toBe('');
    expect(named(drawing([], [], []), 'svg')).toEqual([]);
  });

  it('runs off its edge, with an arrow, where something goes on long after the last fact', () => {
    const runs = { startedOn: '2026-01-05', endedOn: '2026-03-31', dueOn: '2026-01-25', missed: true, ended: 'runs' } as const;
    const held = [holding('p-1', '2026-01-05', '2026-01-25'), holding('p-7', '2026-01-25', null)];
    const picture = drawing(['2026-01-05'], held, [clock('resolution', runs)], '2026-03-31');
    // 20 days to the 25th; a sixth of them, and a week more: to 5 February, 31 days in all.
    expect(bars(picture)).toEqual([
      ['held', 232, 30, 331.6, 11],
      ['held', 563.6, 49, 182.4, 11],
      ['term', 232, 68, 331.6, 11],
      ['overdue', 563.6, 68, 182.4, 11],
    ]);
    expect(texts(picture).filter(([text]) => text === '→')).toEqual([
      ['→', 760, 58],
      ['→', 760, 77],
    ]);
    // The first of February is 27 days on.
    expect(texts(picture)[0]).toEqual(['2026-02', 679.7, 11]);
    expect(marks(picture)).toEqual(['M679.7 16V89', 'M563.6 65v17']);
  });

  it('reaches to where a holding ended or began, also where no fact is of that day', () => {
    const ended = drawing(['2026-01-05'], [holding('p-1', '2026-01-05', '2026-01-30')], [], '2026-03-31');
    // 25 of 26 days.
    expect(bars(ended)).toEqual([['held', 232, 30, 494.2, 11]]);
    const twice = [holding('p-1', '2026-01-05', '2026-01-10'), holding('p-1', '2026-01-25', null)];
    const [first, second] = bars(drawing(['2026-01-05'], twice, [], '2026-03-31'));
    // 5 and 20 of 31 days.
    expect([first, second]).toEqual([
      ['held', 232, 30, 82.9, 11],
      ['held', 563.6, 30, 182.4, 11],
    ]);
  });

  it('keeps a name that is written from right to left to itself, by a style: a picture takes no other markup', () => {
    const picture = drawing(['2026-01-05'], [holding('p-1', '2026-01-05', null)], []);
    expect(named(picture, 'text')[0]?.attributes.style).toBe('unicode-bidi:isolate');
    expect(named(picture, 'bdi')).toEqual([]);
  });

  it('ends with the last day that is told where that is near', () => {
    const picture = drawing(['2026-01-05', '2026-01-25'], [holding('p-1', '2026-01-05', null)], [], '2026-01-30');
    expect(bars(picture)).toEqual([['held', 232, 30, 514, 11]]);
    expect(texts(picture)).toEqual([['p-1, left', 0, 39]]);
  });

  it('draws a term that still runs to its last day, which lies ahead, and none beyond it that nobody owed', () => {
    const ahead = { startedOn: '2026-01-05', endedOn: '2026-01-10', dueOn: '2026-01-14', missed: false, ended: 'runs' } as const;
    expect(bars(drawing(['2026-01-05'], [], [clock('a', ahead)], '2026-01-10'))).toEqual([['term', 232, 30, 462.6, 11]]);
    const notOwed = clock('a', { ...stopped, missed: false });
    expect(bars(drawing(['2026-01-05', '2026-01-14'], [], [notOwed]))).toEqual([['term', 232, 30, 359.8, 11]]);
    const inTime = clock('a', { ...stopped, endedOn: '2026-01-10', missed: false });
    expect(bars(drawing(['2026-01-05', '2026-01-14'], [], [inTime]))).toEqual([['term', 232, 30, 257, 11]]);
  });

  it('draws a paused term to where it is counted, without a last day', () => {
    const paused = { ...stopped, dueOn: null, ended: 'paused', missed: false } as const;
    const picture = drawing(['2026-01-05', '2026-01-14'], [], [clock('a', paused, [['pause', '2026-01-12']])]);
    expect(bars(picture)).toEqual([
      ['term', 232, 30, 462.6, 11],
      ['paused', 591.8, 30, 102.8, 11],
    ]);
    expect(marks(picture)).toEqual([]);
  });

  it.each<readonly [string, readonly (readonly [ClockEntry['do'], LegalDay])[], readonly (readonly [number, number])[]]>([
    [
      'each on its own',
      [
        ['pause', '2026-01-05'],
        ['resume', '2026-01-06'],
        ['pause', '2026-01-12'],
        ['resume', '2026-01-14'],
      ],
      [
        [232, 51.4],
        [591.8, 102.8],
      ],
    ],
    [
      'from the first of two',
      [
        ['pause', '2026-01-06'],
        ['pause', '2026-01-08'],
        ['resume', '2026-01-10'],
      ],
      [[283.4, 205.6]],
    ],
    [
      'on through an extension',
      [
        ['pause', '2026-01-06'],
        ['extend', '2026-01-08'],
        ['resume', '2026-01-10'],
      ],
      [[283.4, 205.6]],
    ],
    [
      'to where the clock stops',
      [
        ['pause', '2026-01-06'],
        ['stop', '2026-01-10'],
      ],
      [[283.4, 205.6]],
    ],
    [
      'not where nothing was paused',
      [
        ['start', '2026-01-05'],
        ['resume', '2026-01-06'],
        ['stop', '2026-01-14'],
      ],
      [],
    ],
    [
      'not where they are of another run',
      [
        ['pause', '2026-01-04'],
        ['resume', '2026-01-04'],
        ['pause', '2026-01-15'],
      ],
      [],
    ],
  ])('draws pauses %s', (_, lines, found) => {
    const picture = drawing(['2026-01-05', '2026-01-14'], [], [clock('a', { ...stopped, missed: false }, lines)]);
    const paused = bars(picture).filter(([kind]) => kind === 'paused');
    expect(paused.map(([, left, , width]) => [left, width])).toEqual(found);
  });

  it('shows what takes no day as a line, also where it begins after the last day that is told', () => {
    const picture = drawing(['2026-01-05', '2026-01-14'], [holding('p-1', '2026-01-10', null)], [], '2026-01-08');
    expect(bars(picture)).toEqual([['held', 489, 30, 1.5, 11]]);
  });

  it('names so many months that their names do not touch', () => {
    const months = (last: LegalDay) => texts(drawing(['2026-01-31', last], [], [])).map(([text]) => text);
    // The day after the last one still has room: nine months, then ten.
    expect(months('2026-09-30')).toEqual(['02', '03', '04', '05', '06', '07', '08', '09', '10'].map((each) => `2026-${each}`));
    expect(months('2026-11-10')).toEqual(['2026-02', '2026-04', '2026-06', '2026-08', '2026-10']);
    expect(months('2026-01-31')).toEqual(['2026-02']);
  });

  it('cuts a label that has no room, and none that has', () => {
    const label = (person: string) => texts(drawing(['2026-01-05'], [holding(person, '2026-01-05', '2026-01-05')], []))[0]?.[0];
    expect(label('ờ'.repeat(32))).toBe(`${'ờ'.repeat(32)}, left`);
    expect(label('ờ'.repeat(33))).toBe(`${'ờ'.repeat(33)}, le…`);
  });
});
