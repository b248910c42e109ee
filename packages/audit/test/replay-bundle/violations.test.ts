/**
 * Violations of every kind put into a bundle, the records linked anew so that nothing but the violation is wrong. Each is found in the
 * line where it stands. The control: the same bundle without it has no finding.
 */
import { type ClockLine, canonicalText, type Json, leafHash, type Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FindingCode } from '../../src/index.ts';
import { appended, changed, type Draft, forged, relinked } from '../damage.ts';
import { houseLog, recordsOf } from '../house-log.ts';
import { bundleOf, replayedFrom } from './bundles.ts';

let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

type Facts = readonly Recorded[];

const nth = (type: string, place = 1, stream = 'long'): number =>
  records.filter(({ record }) => record.stream === stream && record.type === type)[place - 1]?.record.version ?? expect.fail(`no ${type}`);

const lines = (draft: Draft): { -readonly [Key in keyof ClockLine]: ClockLine[Key] }[] => draft.data.clocks as ClockLine[];

/** Changes one record and links the later ones of its case to it, but leaves versions and this record's `prev` as they are. */
function withWrong(stream: string, version: number, change: (draft: Draft) => void): Facts {
  const damaged = changed(records, stream, version, change);
  let prev: string | null = null;
  let shift = 0;
  return damaged.map((each) => {
    if (each.record.stream !== stream || each.record.version < version) return each;
    const draft: Draft = JSON.parse(each.text);
    if (prev !== null) {
      draft.prev = prev;
      draft.version += shift;
    } else shift = draft.version - version;
    const text = canonicalText(draft);
    prev = Buffer.from(leafHash(text)).toString('base64url');
    return { ...each, text, record: JSON.parse(text) };
  });
}

interface Violation {
  readonly name: string;
  readonly code: FindingCode;
  /** Where it is found first: version in the case `long`, or in another one. */
  readonly at: () => number;
  readonly stream?: string;
  readonly inject: () => Facts;
}

const violations: readonly Violation[] = [
  {
    name: 'a forged due day',
    code: 'due-day-differs',
    at: () => nth('Accepted'),
    inject: () =>
      forged(records, 'long', nth('Accepted'), (draft) => {
        const last = lines(draft).at(-1);
        if (last) last.dueOn = '2026-03-30';
      }),
  },
  {
    name: 'an acceptance that was skipped, the next record rewritten to fit',
    code: 'not-in-chart',
    at: () => nth('Accepted'),
    inject: () => {
      const accepted = nth('Accepted');
      const before = records.find(({ record }) => record.stream === 'long' && record.version === accepted)?.record.meta.from ?? '';
      const without = records.filter(({ record }) => record.stream !== 'long' || record.version !== accepted);
      return forged(without, 'long', accepted + 1, ({ meta }) => {
        meta.from = before;
      });
    },
  },
  {
    name: 'an interval in which nobody is accountable',
    code: 'nobody-accountable',
    at: () => nth('Assigned'),
    inject: () =>
      forged(
        records,
        'long',
        nth('Assigned'),
        ({ data }) => void Object.assign(data, { holder: { unit: 'left', person: '', exOfficio: false } }),
      ),
  },
  {
    name: 'a level left out',
    code: 'level-differs',
    at: () => nth('Recomplained'),
    inject: () => forged(records, 'long', nth('Recomplained'), ({ data }) => void Object.assign(data, { level: 3 })),
  },
  {
    name: 'a step that is dated back without a ground',
    code: 'dated-before-last',
    stream: 'late',
    at: () => nth('Assigned', 1, 'late'),
    inject: () => forged(records, 'late', nth('Assigned', 1, 'late'), ({ data }) => void delete data.late),
  },
  {
    name: 'a wrong stage',
    code: 'to-differs',
    at: () => nth('Assigned'),
    inject: () => forged(records, 'long', nth('Assigned'), ({ meta }) => void Object.assign(meta, { to: 'resolved/held/running' })),
  },
  {
    name: 'an edition of the law that nobody has',
    code: 'law-unknown',
    at: () => nth('Suspended'),
    inject: () => forged(records, 'long', nth('Suspended'), ({ meta }) => void Object.assign(meta, { law: 'house@9#none' })),
  },
  {
    name: 'a chart that nobody has',
    code: 'chart-differs',
    at: () => nth('Suspended'),
    inject: () => forged(records, 'long', nth('Suspended'), ({ meta }) => void Object.assign(meta, { chart: 'complaint@0#older' })),
  },
  {
    name: 'another calendar',
    code: 'calendar-differs',
    at: () => nth('Resumed'),
    inject: () => forged(records, 'long', nth('Resumed'), ({ meta }) => void Object.assign(meta, { calendar: 'house@0' })),
  },
  {
    name: 'a link to another record than the one before',
    code: 'chain-broken',
    at: () => 7,
    inject: () => withWrong('long', 7, (draft) => void Object.assign(draft, { prev: 'A'.repeat(43) })),
  },
  {
    name: 'a gap in the versions',
    code: 'version-gap',
    at: () => 8,
    inject: () => withWrong('long', 7, (draft) => void Object.assign(draft, { version: 8 })),
  },
  {
    name: 'an id that is not made from its command',
    code: 'id-wrong',
    at: () => 5,
    inject: () => forged(records, 'long', 5, (draft) => void Object.assign(draft, { id: '00000000-0000-5000-8000-000000000000' })),
  },
  {
    name: 'a clock moved by a comment',
    code: 'clock-entry-differs',
    at: () => nth('Noted'),
    inject: () =>
      forged(records, 'long', nth('Noted'), (draft) => {
        const on = draft.meta.occurredOn ?? '';
        // The schema lets a note carry lines: only the law says that it moves nothing.
        const entry = { do: 'extend', clock: 'resolution', on, by: 10, cap: 60, law: { text: 'House rule 5', act: 'House rules' } };
        draft.data.clocks = [{ entry, rawDueOn: null, dueOn: null, provisional: false, calendar: draft.meta.calendar ?? '' }];
      }),
  },
  {
    name: 'an extension above the cap',
    code: 'due-day-differs',
    at: () => nth('TermExtended'),
    inject: () =>
      forged(records, 'long', nth('TermExtended'), (draft) => {
        draft.data.by = 90;
        const [line] = lines(draft);
        if (line?.entry.do !== 'extend') throw new Error('no extension');
        Object.assign(line.entry, { by: 90 });
        Object.assign(line, { rawDueOn: '2026-05-20', dueOn: '2026-05-20' });
      }),
  },
  {
    name: 'an extension that raises the cap itself',
    code: 'clock-entry-differs',
    at: () => nth('TermExtended'),
    inject: () =>
      forged(records, 'long', nth('TermExtended'), (draft) => {
        const [line] = lines(draft);
        if (line) Object.assign(line.entry, { cap: 600 });
      }),
  },
  {
    name: 'custody accepted by a unit that it was not offered to',
    code: 'objection-missing',
    at: () => nth('TransferAccepted'),
    inject: () =>
      forged(records, 'long', nth('TransferAccepted'), ({ meta, data }) => {
        meta.actor = 'p-far';
        meta.unit = 'far';
        data.holder = { unit: 'far', person: 'p-far', exOfficio: true };
      }),
  },
  {
    name: 'custody that passes to another unit than the one that accepted it',
    code: 'custody-differs',
    at: () => nth('TransferAccepted'),
    inject: () =>
      forged(
        records,
        'long',
        nth('TransferAccepted'),
        ({ data }) => void Object.assign(data, { holder: { unit: 'far', person: 'p-far', exOfficio: true } }),
      ),
  },
  {
    name: 'a ruling that gives custody to one unit and puts another one in charge',
    code: 'custody-differs',
    at: () => nth('SuperiorRuled'),
    inject: () =>
      forged(
        records.filter(({ record }) => record.stream !== 'long' || record.version <= nth('SuperiorRuled')),
        'long',
        nth('SuperiorRuled'),
        ({ data }) => void Object.assign(data, { holder: { unit: 'far', person: 'p-far', exOfficio: true } }),
      ),
  },
  {
    name: 'a return to who has just passed it on, without a reason',
    code: 'objection-missing',
    at: () => nth('TransferOffered', 2),
    inject: () => forged(records, 'long', nth('TransferOffered', 2), ({ data }) => void delete data.reason),
  },
  {
    name: 'a clock said to have run out that still runs',
    code: 'decided-otherwise',
    at: () => nth('Assigned') + 1,
    inject: () =>
      appended(
        records.filter(({ record }) => record.stream !== 'long' || record.version <= nth('Assigned')),
        'long',
        (draft) => {
          draft.type = 'ClockRanOut';
          draft.meta.commandType = 'RecordRunOut';
          draft.data = { clock: 'resolution', dueOn: '2026-01-12', holder: { unit: 'left', person: 'p-7', exOfficio: false } };
        },
      ),
  },
  {
    name: 'an assignment that puts somebody of another unit in charge',
    code: 'decided-otherwise',
    at: () => nth('Assigned'),
    inject: () =>
      forged(
        records,
        'long',
        nth('Assigned'),
        ({ data }) => void Object.assign(data, { holder: { unit: 'far', person: 'p-7', exOfficio: false } }),
      ),
  },
  {
    name: 'a decision after the file was closed',
    code: 'after-closed',
    at: () => 22,
    inject: () =>
      appended(records, 'long', (draft) => {
        draft.type = 'Resolved';
        draft.meta.commandType = 'Resolve';
        draft.data = { outcome: 'right', decision: 'D-9', summary: 'After all.' };
      }),
  },
  {
    name: 'a decision by a level whose turn it is not',
    code: 'objection-missing',
    at: () => nth('Resolved', 2),
    inject: () =>
      forged(records, 'long', nth('Resolved', 2), ({ meta }) => {
        meta.actor = 'p-left';
        meta.unit = 'left';
      }),
  },
  {
    name: 'a ruling by who is not the superior',
    code: 'objection-missing',
    at: () => nth('SuperiorRuled'),
    inject: () =>
      forged(records, 'long', nth('SuperiorRuled'), ({ meta }) => void Object.assign(meta, { actor: 'p-right', unit: 'right' })),
  },
  {
    name: 'a decision while the case was suspended',
    code: 'objection-missing',
    at: () => nth('Noted'),
    inject: () =>
      appended(
        records.filter(({ record }) => record.stream !== 'long' || record.version < nth('Noted')),
        'long',
        (draft) => {
          draft.type = 'ComplexityFound';
          draft.meta.commandType = 'FindComplex';
          draft.data = { criteria: ['many papers'], document: 'X-1' };
          draft.data.clocks = [switched(draft)];
        },
      ),
  },
  {
    name: 'what was recorded with objections passed off as judged',
    code: 'objection-missing',
    stream: 'late',
    at: () => nth('Resolved', 1, 'late'),
    inject: () =>
      forged(records, 'late', nth('Resolved', 1, 'late'), ({ meta, data }) => {
        meta.door = 'execute';
        meta.authority = 'heads-may';
        delete data.objections;
      }),
  },
  {
    name: 'a command that the authority refused and that stands as done',
    code: 'objection-missing',
    at: () => nth('Suspended'),
    inject: () =>
      forged(records, 'long', nth('Suspended'), ({ meta }) => void Object.assign(meta, { authority: 'refused:no-rule-allows-it' })),
  },
  {
    name: 'a fact of a command cut out',
    code: 'command-incomplete',
    at: () => nth('CustodyDisputed'),
    inject: () => relinked(records.filter(({ record }) => record.type !== 'CustodyDisputed')),
  },
  {
    name: 'a fact of a command that somebody else is said to have asked',
    code: 'decided-otherwise',
    at: () => nth('CustodyDisputed'),
    inject: () => forged(records, 'long', nth('CustodyDisputed'), ({ meta }) => void Object.assign(meta, { actor: 'p-right' })),
  },
  {
    name: 'a fact that its command does not lead to',
    code: 'decided-otherwise',
    at: () => nth('Noted'),
    inject: () =>
      forged(records, 'long', nth('Noted'), (draft) => {
        draft.type = 'Visited';
        draft.data = { unit: 'left', purpose: 'to ask' };
      }),
  },
];

/** What a switch of the term would have posted while the clock was paused. */
function switched({ meta }: Draft): Json {
  const term = { length: 40, unit: 'calendar-days', roll: 'next-working-day' } as const;
  const law = { text: 'House rule 4', act: 'House rules', article: '4', grade: 'A' } as const;
  const entry = { do: 'switch', clock: 'resolution', on: meta.occurredOn ?? '', term, law } as const;
  return { entry, rawDueOn: null, dueOn: null, provisional: false, calendar: meta.calendar ?? '' };
}

describe('a violation in a bundle', () => {
  it('is not found where there is none: the same bundle has no finding', async () => {
    const { findings, summary } = await replayedFrom(bundleOf(records));
    expect(summary).toMatchObject({ cases: 3, facts: 27, findings: 0 });
    expect(findings.map(({ code }) => code)).toEqual(['back-dated']);
  });

  it.each(violations)('is found: $name ($code)', async ({ code, at, stream = 'long', inject }) => {
    const damaged = inject();
    const { findings } = await replayedFrom(bundleOf(damaged));
    const found = findings.filter(({ severity }) => severity === 'finding');
    const version = at();
    const line = damaged.findIndex(({ record }) => record.stream === stream && record.version === version) + 1;
    // What follows from it in later records of the case may be found too; what comes before it, and other cases, are as they were.
    expect(found).toContainEqual(expect.objectContaining({ code, case: stream, version, file: 'records.ndjson', line }));
    expect(found.filter((each) => each.case !== stream || each.version < version)).toEqual([]);
  });

  it('is found in a text that is no record, whatever stream its data name', async () => {
    const hiding = forged(records, 'long', nth('Noted'), ({ meta, data }) => {
      Object.assign(data, { stream: '$seals' });
      delete meta.door;
    });
    const { findings } = await replayedFrom(bundleOf(hiding));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'record-malformed', case: 'long' }));
  });

  it('of at least twelve kinds is tried', () => {
    expect(new Set(violations.map(({ name }) => name)).size).toBeGreaterThanOrEqual(12);
  });
});
