/**
 * Dry runs. With nothing changed nothing is found, on random histories too; one holiday moves what an independent count says; a law that
 * refuses a command lists who used it. FC_SEED replays a failure, LONG=1 tries more.
 */
import {
  type CaseType,
  type ClockEntry,
  type ClockLine,
  type EventStore,
  type Law,
  memoryStore,
  type Objection,
  organisationOf,
  type Recorded,
} from '@redress/core';
import { houseOrganisation, houseRules, houseSetting, plans, play } from '@redress/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { calendarWith, dueDayOf, type WhatIfDifference } from '../../src/index.ts';
import { changed } from '../damage.ts';
import { caseTypes, houseLog, law, recordsOf } from '../house-log.ts';
import { bundleOf } from '../replay-bundle/bundles.ts';
import { readOnly, told, without } from './dry-runs.ts';

let store: EventStore;
let records: readonly Recorded[];
beforeAll(async () => {
  store = await houseLog();
  records = await recordsOf(store);
});

type Of<Kind extends WhatIfDifference['kind']> = Extract<WhatIfDifference, { readonly kind: Kind }>;
const kindOf = <Kind extends WhatIfDifference['kind']>(differences: readonly WhatIfDifference[], kind: Kind): readonly Of<Kind>[] =>
  differences.filter((each): each is Of<Kind> => each.kind === kind);

const objecting = (command: string): Law => {
  const no: Objection = {
    rule: 'no-more',
    says: { en: 'No more.', vi: 'Không nữa.' },
    because: { text: 'House rule 12', act: 'House rules' },
  };
  const refusing: Law = {
    ...law,
    edition: { ...law.edition, version: 'reform', digest: 'reform' },
    at: (digest) => (digest === 'reform' ? refusing : law.at(digest)),
    editionFor: () => refusing.edition,
    objection: (asked, ...rest) => (asked.type === command ? no : law.objection(asked, ...rest)),
  };
  return refusing;
};

describe('with nothing changed', () => {
  it('nothing is found, in a log as in its bundle, and nothing is written', async () => {
    for (const of of [{ store: readOnly(store) }, { folder: bundleOf(records) }, { records }]) {
      const { differences, endings, summary } = await told({ of, instead: { law } });
      expect(differences).toEqual([]);
      expect(endings).toEqual([]);
      expect(summary).toMatchObject({ cases: 3, facts: 27, commands: 26, unreproduced: 0, unknownEdition: 0, untold: [] });
    }
  });

  it('what the log says of itself is no case: a sealed log is told as one that is not', async () => {
    const seal = { data: { size: '27' }, log: store.log, meta: {}, stream: '$seals', type: 'LogSealed', version: 1 };
    const { differences, summary } = await told({
      of: { records: [...records, { text: JSON.stringify(seal) }] },
      instead: { law },
    });
    expect(differences).toEqual([]);
    expect(summary).toMatchObject({ cases: 3, facts: 27, untold: [] });
  });

  it('nothing is found with the same calendar and the same case types either', async () => {
    expect(await told({ of: { records }, instead: { calendar: (same) => same } })).toMatchObject({ differences: [], endings: [] });
    expect(await told({ of: { records }, instead: { caseTypes } })).toMatchObject({ differences: [], endings: [] });
    expect(await told({ of: { records }, instead: { calendar: (same) => calendarWith(same, {}) } })).toMatchObject({ differences: [] });
  });

  it('nothing is found in any random history', async () => {
    const setting = houseSetting();
    const { runs: numRuns, seed } = tried(30);
    await fc.assert(
      fc.asyncProperty(plans(30), async (plan) => {
        const played = await play(setting, plan);
        const options = { laws: setting.law, organisation: setting.organisation, instead: { law: setting.law } };
        const { differences, summary } = await told({ of: { records: played.records }, ...options });
        expect(differences).toEqual([]);
        expect(summary).toMatchObject({ unreproduced: 0, unknownEdition: 0, untold: [] });
      }),
      { numRuns, seed },
    );
  });
});

interface Moved {
  readonly case: string;
  readonly version: number;
  readonly clock: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The due days of recorded ledgers counted by the audit's own walk, for a calendar with one day off more. */
function countedAnew(of: readonly Recorded[], dayOff: string): readonly Moved[] {
  const base = law.calendar(dayOff);
  const calendar = { ...base, isWorkingDay: (day: string) => day !== dayOff && base.isWorkingDay(day) };
  const ledgers = new Map<string, { entries: ClockEntry[]; from: string | null; to: string | null; told: string }>();
  const moved: Moved[] = [];
  // Differences name the first fact of a command.
  const begins = new Map<string, number>();
  for (const { record } of of) {
    const command = `${record.stream} ${record.meta.command}`;
    const version = begins.get(command) ?? record.version;
    begins.set(command, version);
    for (const { entry, dueOn } of (record.data.clocks ?? []) as unknown as readonly ClockLine[]) {
      const key = `${record.stream} ${entry.clock}`;
      const ledger = ledgers.get(key) ?? { entries: [], from: null, to: null, told: '' };
      ledgers.set(key, ledger);
      if (entry.do === 'start') ledger.entries = [];
      ledger.entries.push(entry);
      ledger.from = dueOn ?? ledger.from;
      ledger.to = dueDayOf(ledger.entries, calendar).dueOn ?? ledger.to;
      const pair = `${ledger.from} ${ledger.to}`;
      if (ledger.from === ledger.to || ledger.told === pair) continue;
      ledger.told = pair;
      moved.push({ case: record.stream, version, clock: entry.clock, from: ledger.from, to: ledger.to });
    }
  }
  return moved;
}

const withHoliday = (day: string) => ({
  calendar: (same: ReturnType<Law['calendar']>) => {
    const year = day.slice(0, 4);
    const off = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(Number(year), 0, 1 + at)).toISOString().slice(0, 10))
      .filter((each) => each.startsWith(year))
      .flatMap((each) => {
        const found = same.dayOff(each);
        return each === day
          ? [{ day: each, name: 'One more', kind: 'holiday' } as const]
          : found === null || found === 'weekend'
            ? []
            : [{ day: each, ...found }];
      });
    return calendarWith(same, { [year]: { off, makeUp: [] } });
  },
});

const movedIn = (differences: readonly WhatIfDifference[]): readonly Moved[] =>
  kindOf(differences, 'due-day').map(({ case: id, version, clock, from, to }) => ({ case: id, version, clock, from, to }));

describe('a calendar with one holiday more', () => {
  it('moves exactly the due days that an independent count says, for every day on which a clock ends', async () => {
    const days = new Set(
      records.flatMap(({ record }) => ((record.data.clocks ?? []) as unknown as readonly ClockLine[]).flatMap(({ dueOn }) => dueOn ?? [])),
    );
    expect(days.size).toBeGreaterThan(5);
    for (const day of days) {
      const { differences, summary } = await told({ of: { records }, instead: withHoliday(day) });
      const counted = countedAnew(records, day);
      expect(counted.length).toBeGreaterThan(0);
      expect(movedIn(differences)).toEqual(counted);
      expect(summary.dueDays).toBe(counted.length);
    }
  });

  it('moves none where no clock ends on it', async () => {
    const { differences } = await told({ of: { records }, instead: withHoliday('2026-06-10') });
    expect(movedIn(differences)).toEqual([]);
    expect(countedAnew(records, '2026-06-10')).toEqual([]);
  });

  it('does so in random histories as long as they go the same way', async () => {
    const setting = houseSetting({ law });
    const { runs: numRuns, seed } = tried(30);
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(plans(20), fc.nat(), async (plan, which) => {
        const played = await play(setting, plan);
        const days = played.records.flatMap(({ record }) =>
          ((record.data.clocks ?? []) as unknown as readonly ClockLine[]).flatMap(({ dueOn }) => dueOn ?? []),
        );
        const day = days[which % Math.max(1, days.length)];
        if (day === undefined) return;
        const { differences, endings } = await told({ of: { records: played.records }, laws: setting.law, instead: withHoliday(day) });
        const until = endings[0]?.first.version ?? Number.POSITIVE_INFINITY;
        const before = (each: Moved): boolean => each.version < until;
        expect(movedIn(differences).filter(before)).toEqual(countedAnew(played.records, day).filter(before));
        compared += 1;
      }),
      { numRuns, seed },
    );
    expect(compared).toBeGreaterThan(0);
  });
});

describe('a calendar of which some years are replaced', () => {
  const house = law.calendar('2026-01-05');
  const open = { off: [], makeUp: [] };
  const provisional = (calendar: typeof house, ...years: readonly number[]) => years.map((year) => calendar.provisional(`${year}-06-15`));

  it('is provisional in the years in which it was, but in none that is given', () => {
    expect(provisional(house, 2025, 2026, 2027)).toEqual([true, false, true]);
    expect(provisional(calendarWith(house, {}), 2025, 2026, 2027)).toEqual([true, false, true]);
    expect(provisional(calendarWith(house, { 2027: open }), 2025, 2026, 2027, 2028)).toEqual([true, false, false, true]);
    expect(provisional(calendarWith(house, { 2029: open }), 2026, 2027, 2028, 2029, 2030)).toEqual([false, true, true, false, true]);
  });

  it('has the days off of the years as they are given, and those of the others as they were', () => {
    const days = ['2026-01-28', '2026-01-31', '2027-01-28', '2027-06-10'];
    const off = (calendar: typeof house) => days.map((day) => calendar.dayOff(day));
    const [before] = off(house);
    expect(off(house)).toEqual([before, 'weekend', null, null]);
    expect(before).toMatchObject({ name: 'House day' });
    expect(off(calendarWith(house, { 2026: open }))).toEqual([null, 'weekend', null, null]);
    const day = { day: '2027-06-10', name: 'One more', kind: 'holiday' } as const;
    expect(off(calendarWith(house, { 2027: { off: [day], makeUp: [] } }))).toMatchObject([before, 'weekend', null, { name: 'One more' }]);
    expect(calendarWith(house, {}).edition).toBe('1+what-if');
  });
});

describe('a law that refuses one command', () => {
  it.each(['Suspend', 'FindComplex', 'Close', 'Assign'])('lists exactly the cases that used %s, with the article', async (command) => {
    const used = records.filter(({ record }) => record.meta.commandType === command && record.meta.door === 'execute');
    const cases = [...new Set(used.map(({ record }) => record.stream))].sort();
    const { differences, endings, summary } = await told({ of: { records }, instead: { law: objecting(command) } });
    const refused = kindOf(differences, 'refused').filter(({ follows }) => !follows);
    expect(refused.map((each) => each.case).sort()).toEqual(cases);
    for (const { refusal } of refused)
      expect(refusal).toMatchObject({ code: 'LAW_OBJECTS', because: { citation: { text: 'House rule 12' } } });
    expect(endings.map((each) => each.case).sort()).toEqual(cases);
    for (const { case: id, first } of endings) expect(first.version).toBe(used.find(({ record }) => record.stream === id)?.record.version);
    expect(summary).toMatchObject({ refused: cases.length, diverging: cases.length });
    expect(cases.length).toBeGreaterThan(0);
  });

  it('lets a case that nobody then closes end elsewhere', async () => {
    const { endings } = await told({ of: { records }, instead: { law: objecting('Close') } });
    expect(endings).toMatchObject([
      { case: 'long', recorded: { stage: 'closed' }, instead: { stage: 'resolved', level: 2 }, elsewhere: true },
    ]);
  });

  it('counts the cases that diverge, and of them those that end elsewhere', async () => {
    const counts = async (command: string) => (await told({ of: { records }, instead: { law: objecting(command) } })).summary;
    expect(await counts('Close')).toMatchObject({ diverging: 1, elsewhere: 1 });
    // Without the suspension the case is resolved and closed all the same.
    expect(await counts('Suspend')).toMatchObject({ diverging: 1, elsewhere: 0 });
  });

  it('tells what follows as such: without the assignment nothing can be resolved', async () => {
    const { differences } = await told({ of: { records }, instead: { law: objecting('Assign') } });
    const following = kindOf(differences, 'refused').filter((each) => each.case === 'long' && each.follows);
    expect(following.map(({ refusal }) => refusal.code)).toContain('NOT_IN_THIS_STAGE');
  });

  it('meets what was observed, or arrived, as an objection: it happened all the same', async () => {
    const { differences, summary } = await told({ of: { records }, instead: { law: objecting('Resolve') } });
    const objected = kindOf(differences, 'objections');
    expect(objected.map((each) => [each.case, each.recorded])).toEqual([['late', ['NOT_PERMITTED', 'NOT_THE_HOLDER']]]);
    expect(objected[0]?.instead.map(({ code }) => code)).toContain('LAW_OBJECTS');
    expect(summary.objections).toBe(1);
  });
});

describe('another chart', () => {
  it('in which a command has no place refuses it by the chart', async () => {
    const { differences, endings } = await told({ of: { records }, instead: { caseTypes: without('Suspend') } });
    const [first] = kindOf(differences, 'refused');
    expect(first).toMatchObject({ case: 'long', command: 'Suspend', refusal: { code: 'NOT_IN_THIS_STAGE', because: { rule: 'chart' } } });
    expect(endings.map((each) => each.case)).toEqual(['long']);
  });

  it('whose command does not take the recorded data refuses them', async () => {
    const [type] = caseTypes;
    const note = type?.commands.Note ?? expect.fail('no notes');
    const narrow = {
      ...note,
      schema: { safeParse: () => ({ success: false, error: { issues: [{ path: ['text'], message: 'too long' }] } }) },
    };
    const other = caseTypes.map((each) => ({ ...each, commands: { ...each.commands, Note: narrow } })) as unknown as readonly CaseType[];
    const { differences } = await told({ of: { records }, instead: { caseTypes: other } });
    expect(kindOf(differences, 'refused')).toMatchObject([
      { command: 'Note', refusal: { code: 'INVALID_COMMAND', params: { problem: 'text: too long' } } },
    ]);
  });
});

describe('a dry run', () => {
  it('says the same with one case in memory at a time, from a store and from a bundle', async () => {
    const instead = { law: objecting('Assign'), ...withHoliday('2026-02-13') };
    const all = await told({ of: { records }, instead });
    expect(all.differences.length).toBeGreaterThan(3);
    for (const openCases of [1, 2])
      for (const of of [{ store: readOnly(store) }, { folder: bundleOf(records) }])
        expect({ openCases, ...(await told({ of, instead, openCases })) }).toEqual({ openCases, ...all });
  });

  it('takes as recorded what its own law would answer otherwise today too: the organisation is another', async () => {
    // The same units, and other people in their posts: holders ex officio would be others.
    const units = ['left', 'right', 'far', 'top', 'board', 'court-of-house']
      .map((id) => houseOrganisation().unit(id, '2026-01-05'))
      .flatMap((unit) => unit ?? []);
    const organisation = organisationOf({ units, posts: units.map(({ headPost }) => ({ post: headPost, person: `new-${headPost}` })) });
    const { differences, endings, summary } = await told({ of: { records }, organisation, instead: { law } });
    expect({ differences, endings }).toEqual({ differences: [], endings: [] });
    expect(summary.unreproduced).toBeGreaterThan(0);
    // Control: what the reform does is still found.
    expect((await told({ of: { records }, organisation, instead: { law: objecting('Close') } })).summary.refused).toBe(1);
  });

  it('does not judge what names an edition that is not at hand, and counts it', async () => {
    const { differences, summary } = await told({ of: { records }, laws: () => undefined, instead: { calendar: (same) => same } });
    expect(differences).toEqual([]);
    expect(summary.unknownEdition).toBe(26);
  });

  it('says where a law cannot answer, and goes on with what was recorded', async () => {
    const failing: Law = {
      ...houseRules(),
      editionFor: (step, state, on) => {
        if (step === 'Note') throw new Error('no rule on notes');
        return law.editionFor(step, state, on);
      },
      at: (digest) => law.at(digest),
    };
    const { differences, endings } = await told({ of: { records }, instead: { law: failing } });
    expect(differences).toMatchObject([{ kind: 'unanswered', case: 'long', command: 'Note', says: 'Error: no rule on notes' }]);
    expect(endings).toEqual([]);
  });

  it('names the cases that it cannot follow, and tells the others', async () => {
    const damaged = changed(records, 'withdrawn', 2, (draft) => Object.assign(draft, { version: 7 }));
    const { summary } = await told({ of: { records: damaged }, instead: { law: objecting('Close') } });
    expect(summary).toMatchObject({ untold: ['withdrawn'], refused: 1 });
    const texts = [...records.map(({ text }) => ({ text })), { text: '{"stream":"long"' }];
    expect((await told({ of: { records: texts }, instead: { law } })).summary.untold).toEqual(['']);
  });

  it('of an empty log tells nothing', async () => {
    expect(await told({ of: { store: memoryStore() }, instead: { law } })).toMatchObject({ differences: [], endings: [] });
  });
});
