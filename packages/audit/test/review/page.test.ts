import type { Holder } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseFile, type ClockRun, type Explanation, explainCase, explanationHtml, Saying } from '../../src/index.ts';
import { type Element, every, named, parsed, rowsOf, section } from './page.ts';
import { decision, fileOf, law, letter, written } from './written.ts';

let file: CaseFile;
let plain: Explanation;
beforeAll(async () => {
  file = await fileOf(
    await written([
      { type: 'Receive', on: '2026-01-05', data: letter },
      { type: 'Accept', on: '2026-01-12' },
      { type: 'Assign', on: '2026-01-13', data: { person: 'p-7' } },
      { type: 'Resolve', on: '2026-01-20', data: decision },
    ]),
  );
  plain = await explainCase(file, { laws: law, until: '2026-01-31' });
});

const part = (id: string, more: Partial<Explanation> = {}): Element =>
  section(explanationHtml({ ...plain, ...more }, file.type, new Saying('en')), id);
const told = (element: Element): string => element.text.replaceAll(/\s+/g, ' ').trim();
const classes = (element: Element): readonly string[] => every(element).flatMap(({ attributes }) => attributes.class?.split(' ') ?? []);
const holder: Holder = { unit: 'left', person: 'p-1', exOfficio: true };

/** The first fact as the timeline tells it, with other members. */
const firstFact = (more: Partial<Explanation['timeline'][number]>, rest: Partial<Explanation> = {}): readonly string[] => {
  const timeline = plain.timeline.slice(0, 1).map((each) => ({ ...each, objections: [], citations: [], says: [], ...more }));
  return rowsOf(part('timeline', { ...rest, timeline }))[1] ?? [];
};

describe('the summary', () => {
  const pairs = (more: Partial<Explanation> = {}) => named(part('summary', more), 'div').map((pair) => pair.inside.map(told));

  it('says what the case is, where it stands, with whom, and since when', () => {
    expect(pairs({ clocks: [] })).toEqual([
      ['case', 'case'],
      ['kind', 'complaint'],
      ['about', 'The pension was cut.'],
      ['stage', 'resolved; level 1'],
      ['holder', 'p-7, left'],
      ['opened on', '2026-01-05'],
    ]);
    expect(pairs({ clocks: [], about: null, holder: null, openedOn: null, account: { ...plain.account, endedOn: '2026-02-01' } })).toEqual([
      ['case', 'case'],
      ['kind', 'complaint'],
      ['stage', 'resolved; level 1'],
      ['holder', 'nobody'],
      ['opened on', '–'],
      ['ended on', '2026-02-01'],
    ]);
    expect(pairs({ clocks: [], holder })[4]).toEqual(['holder', 'p-1, left (by office)']);
  });

  it('names the last days of the clocks that run, are paused or are overdue, and of no other', () => {
    const [clock] = plain.clocks;
    const clocks = (['running', 'paused', 'overdue', 'stopped', 'ran-out'] as const).flatMap((status) =>
      clock ? { ...clock, clock: `of-${status}`, status } : [],
    );
    expect(named(part('summary', { clocks }), 'li').map(told)).toEqual([
      'of-running: 2026-01-12 (runs)',
      'of-paused: 2026-01-12 (is paused)',
      'of-overdue: 2026-01-12 (is overdue)',
    ]);
  });
});

describe('the proof', () => {
  const says = (proof: Explanation['proof']) => named(part('proof', { proof }), 'p').map(told);

  it('is not there, for a reason that is told', () => {
    expect(says({ proved: false, why: null })).toEqual([
      'Not proved',
      expect.stringMatching(/^No bundle and no signed checkpoint was given/),
    ]);
    expect(says({ proved: false, why: 'a word' })).toEqual(['Not proved', 'What was given does not prove it: a word']);
  });

  it('is told with how far it goes, against what, and who signed', () => {
    const proof = {
      proved: true,
      through: 4,
      origin: 'office.example/log',
      size: 12n,
      complete: 'whole-log',
      signedBy: ['a', 'b'],
    } as const;
    expect(says(proof)).toEqual([
      'Proved through fact 4 of 4',
      'The 4 facts are in the log office.example/log as it was signed, with 12 facts.',
      expect.stringMatching(/^The whole log up to that size was hashed again/),
      'Signed by a, b.',
    ]);
    expect(says({ ...proof, through: 2, complete: { sealed: 9n } }).slice(2)).toEqual([
      'The seal over the first 9 facts of the log shows that no fact of this case below it is left out.',
      'Signed by a, b.',
      'Facts 3 to 4 were recorded after that, and are not proved.',
    ]);
  });
});

describe('the contents', () => {
  it('lead to each section by its title, in their order', () => {
    const page = parsed(explanationHtml(plain, file.type, new Saying('en')));
    const [nav = expect.fail('no contents')] = named(page, 'nav');
    const links = named(nav, 'li').map((item) => named(item, 'a').map(({ attributes, text }) => [attributes.href, text]));
    const sections = named(page, 'section').map((each) => [[`#${each.attributes.id}`, named(each, 'h2')[0]?.text]]);
    expect(links).toEqual(sections);
    expect(links.length).toBeGreaterThan(8);
    expect(new Set(links.flat().map(([href]) => href)).size).toBe(links.length);
  });
});

describe('what a replay found', () => {
  it('stands in a table whose columns are named, in the language in which it is said', () => {
    const finding = { code: 'to-differs', severity: 'finding', case: 'case', version: 2, says: 'it is elsewhere' } as const;
    const page = explanationHtml({ ...plain, findings: [finding] }, file.type, new Saying('vi'));
    const recheck = section(page, 'recheck');
    const [head = []] = rowsOf(recheck);
    expect([head.length, head.every((name) => name !== '')]).toEqual([3, true]);
    expect(named(recheck, 'span').map(({ attributes, text }) => [attributes.lang, text])).toContainEqual(['en', 'it is elsewhere']);
    // Its caption is the sentence above it.
    expect(named(recheck, 'table').map(({ attributes }) => attributes.class)).toEqual(['hidden-caption']);
  });

  it('is told without its notes', () => {
    const finding = { code: 'back-dated', severity: 'note', case: 'case', version: 2, says: 'it is earlier' } as const;
    expect(told(part('recheck', { findings: [finding] }))).toContain('no difference');
    const recheck = part('recheck', { findings: [finding, { ...finding, severity: 'finding', version: 3 }] });
    expect(rowsOf(recheck).slice(1)).toEqual([['3', 'back-dated', 'it is earlier']]);
    expect(told(recheck)).toContain('gave 1 findings');
  });
});

describe('a fact in the timeline', () => {
  it('has its stage once where it stayed there, and for whom it was done', () => {
    expect(firstFact({ stage: { before: 'received', after: 'received' } })[3]).toBe('received');
    expect(firstFact({ stage: { before: 'none', after: 'received' } })[3]).toBe('none → received');
    expect(firstFact({ by: { id: 'p-1', unit: 'left', role: 'clerk', onBehalfOf: null } })[4]).toBe('p-1, leftclerk');
    expect(firstFact({ by: { id: 'p-1', unit: 'left', role: 'clerk', onBehalfOf: 'm-1' } })[4]).toBe('p-1, leftclerkon behalf of m-1');
    expect(firstFact({ holder: null })[5]).toBe('nobody');
  });

  it('says what was odd about it, and nothing where nothing was', () => {
    const words = 'A complaint arrived and was taken in.';
    expect(firstFact({})[2]).toBe(words);
    expect(firstFact({ observed: true })[2]).toBe(`${words} recorded, not judged`);
    expect(firstFact({ authority: 'refused:heads-only' })[2]).toBe(`${words} not allowed by heads-only`);
    const late = { ground: 'the post', document: 'L-1' };
    expect(firstFact({ late })[2]).toBe(`${words} late paper ground: the post; document: L-1`);
    const back = { version: 1, type: 'Received', on: '2026-01-05', last: '2026-01-09', late, moves: true };
    expect(firstFact({}, { backDatings: [back] })[2]).toBe(`${words} dated 2026-01-05, after a step of 2026-01-09`);
    expect(firstFact({}, { backDatings: [{ ...back, version: 2 }] })[2]).toBe(words);
  });

  it('says what it holds, in words, as deep as a reader follows', () => {
    const says = (value: unknown, field = 'paper') => firstFact({ says: [[field, value]] })[2]?.replace(/^.*taken in\. /, '');
    expect(says('a map')).toBe('paper: a map');
    expect(says('term', 'clock')).toBe('clock: term');
    expect([says(true), says(false), says(null), says(5)]).toEqual(['paper: yes', 'paper: no', 'paper: null', 'paper: 5']);
    expect(says(5, 'clock')).toBe('clock: 5');
    expect(says(['a', ['b', 'c']])).toBe('paper: a, b, c');
    expect(says({ issuedOn: '2026-01-05', of: { unit: 'left' } })).toBe('paper: (issued on 2026-01-05; of (unit left))');
    expect(says({ a: { b: { c: { d: 'deep' } } } })).toBe('paper: (a (b (c (d deep))))');
    expect(says({ a: { b: { c: { d: { e: 'deeper' } } } } })).toBe('paper: (a (b (c (d …))))');
    const two = firstFact({ says: ['first', 'second'].map((field) => [field, 'x'] as const) })[2];
    expect(two).toMatch(/first: x second: x$/);
  });

  it('says what it rests on, and what would have been refused', () => {
    const citation = { act: 'House rules', article: '3', text: 'House rule 3' };
    const graded = { ...citation, text: 'House rule 4', grade: 'A' as const };
    expect(firstFact({ citations: [citation, graded] })[2]).toMatch(/basis: House rule 3; House rule 4 \(certainty A\)$/);
    const known = { code: 'NO_DECISION', params: {}, because: { rule: 'no-decision' } };
    expect(firstFact({ objections: [known] })[2]).toMatch(/It would have been refused: No decision was issued yet\. \[no-decision\]$/);
    const strange = { code: 'OF_LATER', params: {}, because: { citation } };
    expect(firstFact({ objections: [strange] })[2]).toMatch(/It would have been refused: OF_LATER \[House rule 3\]$/);
    expect(firstFact({ objections: [{ ...strange, because: { rule: 'own' } }] })[2]).toMatch(/OF_LATER \[own\]$/);
  });
});

describe('who was accountable', () => {
  it('is told with the days that can be counted', () => {
    const holdings = [
      { holder, from: '2026-01-05', to: '2026-01-09', days: 4, workingDays: 3 },
      { holder: { ...holder, exOfficio: false }, from: '2026-01-09', to: null, days: 5, workingDays: null },
    ];
    const custody = part('custody', { account: { ...plain.account, holdings } });
    expect(rowsOf(custody)).toEqual([
      ['from', 'to', 'unit', 'person', 'working days', 'calendar days'],
      ['2026-01-05', '2026-01-09', 'left', 'p-1 (by office)', '3', '4'],
      ['2026-01-09', 'still', 'left', 'p-1', '–', '5'],
    ]);
    expect(told(custody)).toContain('What still runs is counted up to 2026-01-31.');
  });
});

describe('a clock', () => {
  const of = (run: Partial<ClockRun>, more: Partial<Explanation['clocks'][number]> = {}): Element => {
    const clocks = plain.clocks.slice(0, 1).map((each) => ({ ...each, runs: each.runs.map((one) => ({ ...one, ...run })), ...more }));
    return part('clocks', { clocks });
  };
  const shares = (element: Element) => rowsOf(named(element, 'table')[1] ?? element).slice(1);
  const held = { holder, days: 7, workingDays: 5 };

  it('is not told where none was started', () => {
    expect(told(part('clocks', { clocks: [] }))).toMatch(/No time limit was started\.$/);
  });

  it('says whether it was missed, what follows, and whether it is an office’s own', () => {
    expect(told(named(of({}), 'h3')[0] ?? of({}))).toBe('acceptance: has stopped, last day 2026-01-12');
    expect(told(named(of({ missed: true }), 'h3')[0] ?? of({}))).toMatch(/2026-01-12 missed$/);
    expect(told(of({}))).toContain('When it runs out: the house must say why it has not answered');
    expect(told(of({ consequence: '' }))).not.toContain('When it runs out');
    expect(told(of({ internal: true }))).toContain("an office's own target, no law");
    expect(told(of({ internal: false }))).not.toContain('own target');
    expect(told(of({}, { runs: [] }))).not.toContain('When it runs out');
  });

  it('has a line for each entry: its day, what it does, by what, and the last day before and after', () => {
    const [line] = plain.clocks[0]?.lines ?? [];
    if (!line) throw new Error('the clock has lines');
    const extended = { do: 'extend', clock: 'acceptance', on: '2026-01-10', by: 30, cap: 60, law: line.entry.law } as const;
    const more = { dueBefore: '2026-01-12', dueAfter: '2026-02-16', rawDueAfter: '2026-02-14', provisional: true };
    const lines = [
      line,
      { ...line, version: 2, on: '2026-01-10', entry: extended, ...more },
      { ...line, version: 3, entry: { ...extended, do: 'pause' as const }, ...more, dueAfter: null, rawDueAfter: null, provisional: false },
      { ...line, version: 4, entry: { ...extended, do: 'stop' as const }, ...more, dueBefore: '2026-02-16', provisional: false },
    ];
    expect(rowsOf(named(of({}, { lines }), 'table')[0] ?? of({})).slice(1)).toEqual([
      ['2026-01-05', 'starts 7 days', 'House rule 1 (certainty A)', '–', '2026-01-12calendar house@1', '1'],
      [
        ...['2026-01-10', 'is extended +30', 'House rule 1 (certainty A)', '2026-01-12'],
        '2026-02-16plain end 2026-02-14, moved to a working dayprovisional: the calendar of that year is not publishedcalendar house@1',
        '2',
      ],
      ['2026-01-05', 'is paused', 'House rule 1 (certainty A)', '2026-01-12', '–calendar house@1', '3'],
      ['2026-01-05', 'stops', 'House rule 1 (certainty A)', '2026-02-16', '2026-02-16calendar house@1', '4'],
    ]);
  });

  it('says who held it while it ran, within its term and after it', () => {
    expect(shares(of({ inTerm: [held], overdue: [{ holder: null, days: 2, workingDays: null }] }))).toEqual([
      ['2026-01-05 – 2026-01-12', 'p-1, left (by office)', 'within the term', '5', '7'],
      ['2026-01-05 – 2026-01-12', 'nobody', 'after the last day', '–', '2'],
    ]);
    const ran = (ended: ClockRun['ended']) => shares(of({ inTerm: [held], overdue: [], ended }))[0]?.[0];
    expect(ran('runs')).toBe('2026-01-05 – runs on');
    expect(ran('paused')).toBe('2026-01-05 – is paused');
    expect(ran('restarted')).toBe('2026-01-05 – 2026-01-12');
    expect(named(of({ inTerm: [], overdue: [] }), 'table')).toHaveLength(1);
  });

  it('says with whom it ran out, and which calendar is missing', () => {
    const missing = 'The calendar house@1 that this was counted with is not at hand';
    expect(told(of({ inTerm: [held], overdue: [] }))).not.toMatch(/is not at hand|names/);
    expect(told(of({ inTerm: [held], overdue: [], ranOutWith: holder }))).toContain('The fact that it ran out names p-1, left.');
    expect(told(of({ inTerm: [held, { ...held, workingDays: null }], overdue: [] }))).toContain(missing);
    expect(told(of({ inTerm: [held], overdue: [{ ...held, workingDays: null }] }))).toContain(missing);
  });

  it('stays on one page where it has twelve lines at most', () => {
    const many = (length: number) => Array.from({ length }, () => plain.clocks[0]?.lines[0] ?? expect.fail('no line'));
    const none = { inTerm: [], overdue: [] };
    expect(classes(of(none, { lines: many(12), runs: [] }))).toContain('whole');
    expect(classes(of(none, { lines: many(13), runs: [] }))).not.toContain('whole');
  });
});

describe('what was known', () => {
  const early = { version: 1, type: 'Received', on: '2026-01-05', recordedAt: '2026-01-06T09:00:00.000Z' };
  const fact = { ...early, version: 3, type: 'Assigned' };
  const none = { fact, notKnown: [], sameDay: [early], ahead: [], differs: [] };

  it('is everything, where nothing came late and nothing lay ahead', () => {
    expect(told(part('known', { decided: [] }))).toMatch(/Nothing that had happened before a decision was recorded after it/);
    expect(told(part('known', { decided: [none] }))).toMatch(/Nothing that had happened before a decision was recorded after it/);
  });

  it('is told for each decision, with what it was made without and what lay ahead', () => {
    const items = (known: Element) => named(known, 'li').map(told);
    const words = 'no. 1, 2026-01-05 (recorded 2026-01-06 09:00:00 UTC): A complaint arrived and was taken in.';
    const without = part('known', { decided: [{ ...none, notKnown: [early] }] });
    expect([named(without, 'h3').map(told), items(without)]).toEqual([['no. 3, 2026-01-05: A person was put in charge.'], [words]]);
    expect(told(without)).toContain('It was made without:');
    expect(told(without)).not.toContain('What was in the file already');
    const ahead = part('known', { decided: [{ ...none, ahead: [early] }] });
    expect(items(ahead)).toEqual([words]);
    expect(told(ahead)).toContain('What was in the file already, though of a later day:');
    expect(named(ahead, 'table')).toEqual([]);
  });

  it('is told with what would have been otherwise', () => {
    const differs = [
      { what: 'stage', name: '', known: 'received', effective: 'assigned' },
      { what: 'due-day', name: 'term', known: '2026-02-02', effective: null },
      { what: 'clock-status', name: 'term', known: 'running', effective: 'stopped' },
      { what: 'holder', name: '', known: 'p-1, left', effective: 'p-7, left' },
      { what: 'member', name: 'm-3', known: null, effective: 'continuing' },
    ] as const;
    expect(rowsOf(part('known', { decided: [{ ...none, ahead: [early], differs }] })).slice(1)).toEqual([
      ['stage', 'received', 'assigned'],
      ['last day of term', '2026-02-02', '–'],
      ['clock term', 'runs', 'has stopped'],
      ['holder', 'p-1, left', 'p-7, left'],
      ['member m-3', '–', 'continuing'],
    ]);
  });
});

describe('what was dated back, cited and refused', () => {
  it('is told, also where there is nothing of it', () => {
    const back = { version: 3, type: 'Assigned', on: '2026-01-09', last: '2026-01-12', late: null, moves: true };
    expect(rowsOf(part('backdated', { backDatings: [back] }))).toEqual([
      ['no.', 'fact', 'dated before the step before it', 'ground given'],
      ['3', 'A person was put in charge.', 'dated 2026-01-09, after a step of 2026-01-12', 'no ground given'],
    ]);
    expect(told(part('backdated', { backDatings: [] }))).toMatch(/No fact is dated before a step/);
    const cited = [{ text: 'own', grade: null, kind: 'rule', facts: [1, 3] }] as const;
    expect(rowsOf(part('citations', { cited })).slice(1)).toEqual([['own', 'rule of the office or of the program', '–', '1, 3']]);
    expect(named(part('citations'), 'li').map(told)).toEqual(['house@1#house-rules-1']);
    expect(told(part('refusals', { refusals: null }))).toContain('This host handed in no record of refusals.');
    expect(told(part('refusals', { refusals: [] }))).toContain('it holds none for this case');
  });

  it('keeps an instant of another form as it was written', () => {
    expect(firstFact({ recordedAt: '2026-01-05T09:00:00+07:00' })[1]).toBe('2026-01-05recorded 2026-01-05T09:00:00+07:00');
    expect(firstFact({ recordedAt: '2026-01-05T09:00:00.123456Z' })[1]).toBe('2026-01-05recorded 2026-01-05 09:00:00 UTC');
  });
});
