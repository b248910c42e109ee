/**
 * What a finding says besides its code: what was recorded and what follows instead, and where it stands. Whoever reads the report has
 * nothing else in hand.
 */
import type { CaseState, CaseType, ClockLine, Json, Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingSaid } from '../src/finding.ts';
import { type FindingCode, findingTexts } from '../src/index.ts';
import { appended, type Draft, forged, relinked } from './damage.ts';
import { caseTypes, houseLog, law, recordsOf, replayed } from './house-log.ts';

let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

type Found = readonly [code: FindingCode, version: number, particulars: string];
type Options = Parameters<typeof replayed>[1];

/** All that is found in a case, without the text of the code, which must come first. */
async function found(damaged: readonly Recorded[], options: Options = {}, stream = 'long'): Promise<readonly Found[]> {
  const { findings } = await replayed(damaged, options);
  return findings
    .filter((each) => each.case === stream)
    .map(({ code, version, says }) => {
      expect(says.startsWith(findingTexts[code])).toBe(true);
      return [code, version, says.slice(findingTexts[code].length).replace(/^: /, '')];
    });
}

const meta = (version: number, change: Record<string, string>): readonly Recorded[] =>
  forged(records, 'long', version, (draft) => void Object.assign(draft.meta, change));
const data = (version: number, change: object): readonly Recorded[] =>
  forged(records, 'long', version, (draft) => void Object.assign(draft.data, change));
const lines = (draft: Draft): { -readonly [Key in keyof ClockLine]: ClockLine[Key] }[] => draft.data.clocks as ClockLine[];
const upTo = (version: number): readonly Recorded[] =>
  records.filter(({ record }) => record.stream !== 'long' || record.version <= version);

describe('a finding about the stage says', () => {
  it('where the record has it and where the chart has it', async () => {
    expect(await found(meta(10, { to: 'resolved/held/running' }))).toEqual([
      ['to-differs', 10, 'resolved/held/running recorded, assigned/held/running by the chart'],
    ]);
    expect((await found(meta(10, { from: 'nowhere' })))[0]).toEqual([
      'from-differs',
      10,
      'nowhere recorded, received.accepted/held/running by the chart',
    ]);
  });

  it('which fact came where', async () => {
    const closed = appended(records, 'long', (draft) => {
      draft.type = 'Resolved';
      draft.data = { outcome: 'right', decision: 'D-9', summary: 'After all.' };
    });
    expect((await found(closed)).filter(([code]) => code === 'after-closed')).toEqual([
      ['after-closed', 22, 'Resolved at closed/held/running'],
    ]);
    expect((await found(closed)).map(([code]) => code)).not.toContain('not-in-chart');
    const early = appended(upTo(3), 'long', (draft) => {
      draft.type = 'Closed';
      draft.data = { reason: 'enough' };
    });
    expect(await found(early)).toContainEqual(['not-in-chart', 4, 'Closed at received.screening/held/running']);
  });

  it('which chart it was, once for each, though many records name it', async () => {
    const named = (from: number, chart: string) => (all: readonly Recorded[]) =>
      relinked(
        all.map((each) => {
          if (each.record.stream !== 'long' || each.record.version < from) return each;
          const text = each.text.replace(/"chart":"[^"]*"/, `"chart":"${chart}"`);
          return { ...each, text, record: JSON.parse(text) };
        }),
      );
    const now = records[0]?.record.meta.chart;
    expect(await found(named(15, 'complaint@9#b')(named(12, 'complaint@9#a')(records)))).toEqual([
      ['chart-differs', 12, `complaint@9#a, now ${now}`],
      ['chart-differs', 15, `complaint@9#b, now ${now}`],
    ]);
  });
});

describe('a finding about clocks says', () => {
  it('which clock, what was recorded and what was derived', async () => {
    expect(await found(forged(records, 'long', 1, (draft) => void Object.assign(lines(draft)[0] ?? {}, { dueOn: '2026-01-13' })))).toEqual([
      ['due-day-differs', 1, 'clock acceptance: 2026-01-13 recorded, 2026-01-12 derived'],
    ]);
  });

  it.each([
    ['rawDueOn', '2026-01-11'],
    ['provisional', true],
  ])('so where only %s is another', async (member, value) => {
    const damaged = forged(records, 'long', 1, (draft) => void Object.assign(lines(draft)[0] ?? {}, { [member]: value }));
    expect(await found(damaged)).toEqual([['due-day-differs', 1, 'clock acceptance: 2026-01-12 recorded, 2026-01-12 derived']]);
  });

  it('with which calendar it was counted: of the record, and of one line', async () => {
    expect(await found(meta(1, { calendar: 'house@0' }))).toEqual([['calendar-differs', 1, 'house@0 recorded, house@1 now']]);
    expect(await found(forged(records, 'long', 1, (draft) => void Object.assign(lines(draft)[0] ?? {}, { calendar: 'house@0' })))).toEqual([
      ['calendar-differs', 1, 'clock acceptance: house@0 recorded, house@1 now'],
    ]);
  });

  it('which entry is missing, which is too many, and which is another', async () => {
    const missing = forged(records, 'long', 11, (draft) => void delete draft.data.clocks);
    expect((await found(missing))[0]).toEqual([
      'clock-entry-differs',
      11,
      'nothing recorded, pause resolution on 2026-01-15 by House rule 6 by the law',
    ]);
    const more = forged(records, 'long', 12, (draft) => {
      const [entry] = (records.find(({ record }) => record.type === 'Suspended')?.record.data.clocks ?? []) as ClockLine[];
      draft.data.clocks = [entry as Json];
    });
    expect((await found(more))[0]).toEqual([
      'clock-entry-differs',
      12,
      'pause resolution on 2026-01-15 by House rule 6 recorded, nothing by the law',
    ]);
    const another = forged(records, 'long', 9, (draft) => void Object.assign(lines(draft)[1]?.entry.law ?? {}, { text: 'House rule 99' }));
    expect(await found(another)).toEqual([
      [
        'clock-entry-differs',
        9,
        'start resolution on 2026-01-12 by House rule 99 recorded, start resolution on 2026-01-12 by House rule 2 by the law',
      ],
    ]);
  });

  it('what the law failed with, and which edition is not at hand, once for each', async () => {
    const failing = { ...law, clockEffects: () => expect.fail('no such term') };
    expect((await found(records, { laws: () => failing }))[0]?.[2]).toContain('no such term');
    expect(await found(records, { laws: () => undefined })).toEqual([['law-unknown', 1, 'house@1#house-rules-1']]);
  });

  it('that a law which calls itself otherwise than the record does is not at hand', async () => {
    for (const change of [{ pack: 'barn' }, { version: '2' }, { digest: 'other' }]) {
      const renamed = { ...law, edition: { ...law.edition, ...change } };
      expect(await found(records, { laws: () => renamed })).toEqual([['law-unknown', 1, 'house@1#house-rules-1']]);
    }
    // Control: asked for by its digest alone, which is what stands behind the last #.
    const asked: string[] = [];
    const laws = (digest: string) => {
      asked.push(digest);
      return law;
    };
    await found(records, { laws });
    expect(asked).toEqual(['house-rules-1']);
  });
});

describe('a finding about the chain says', () => {
  it('which version follows which, which link it has, and which instants', async () => {
    const without = records.filter(({ record }) => record.stream !== 'long' || record.version !== 10);
    expect(await found(without)).toEqual([['version-gap', 11, 'version 11 follows version 9']]);
    const unlinked = forged(upTo(2), 'long', 2, () => undefined).map((each) => {
      if (each.record.stream !== 'long' || each.record.version !== 2) return each;
      const text = each.text.replace(/"prev":"[^"]*"/, '"prev":null');
      return { ...each, text, record: JSON.parse(text) };
    });
    expect(await found(unlinked)).toEqual([['chain-broken', 2, 'prev is null']]);
    expect(await found(forged(records, 'long', 5, (draft) => (draft.recordedAt = '2026-04-01T00:00:00.000Z')))).toEqual([
      ['recorded-earlier', 5, '2026-04-01T00:00:00.000Z after 2026-05-01T08:00:08.000Z'],
    ]);
  });

  it('that two records are earlier than the one before them both', async () => {
    const early = (version: number) => (all: readonly Recorded[]) =>
      forged(all, 'long', version, (draft) => (draft.recordedAt = `2026-04-01T00:00:0${version}.000Z`));
    expect((await found(early(6)(early(5)(records)))).map(([code, version]) => [code, version])).toContainEqual(['recorded-earlier', 6]);
  });

  it('which id is wrong, which command does not stand together, and how many of its facts are there', async () => {
    const id = '00000000-0000-5000-8000-000000000000';
    expect(await found(forged(records, 'long', 5, (draft) => (draft.id = id)))).toEqual([['id-wrong', 5, id]]);
    expect(await found(forged(records, 'long', 7, (draft) => (draft.id = id)))).toEqual([['id-wrong', 7, id]]);
    const split = appended(records, 'long', (draft) => {
      draft.type = 'Noted';
      draft.data = { text: 'later' };
      draft.meta.command = 'long-3';
    });
    expect(await found(split)).toEqual([['command-split', 22, 'command long-3']]);
    expect(await found(upTo(6))).toEqual([['command-incomplete', 6, '1 of 2']]);
    expect(await found(upTo(7))).toEqual([]);
  });

  it('to which other log it belongs', async () => {
    const log = '00000000-0000-4000-8000-000000000000';
    expect((await found(records, { log }))[0]).toEqual(['log-mismatch', 1, '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11']);
    // Without one it is that of the first record.
    expect(await found(records)).toEqual([]);
  });

  it('where positions do not rise', async () => {
    const [one, two, ...rest] = records;
    if (!one || !two) throw new Error('no records');
    const { findings } = await replayed([one, { ...two, position: one.position }, ...rest]);
    expect(findings[0]).toMatchObject({ code: 'position-not-rising', case: 'late', version: 1, position: one.position });
    expect(findings[0]?.says).toBe(`${findingTexts['position-not-rising']}: ${one.position} after ${one.position}`);
    expect(findings).toHaveLength(2);
  });
});

describe('a finding about a decision says', () => {
  it('what the command leads to instead', async () => {
    const visited = forged(records, 'long', 12, (draft) => {
      draft.type = 'Visited';
      draft.data = { unit: 'left', purpose: 'to ask' };
    });
    expect(await found(visited)).toEqual([['decided-otherwise', 12, 'Visited recorded, Noted by the command']]);
    expect(await found(data(10, { person: 'p-9' }))).toEqual([['decided-otherwise', 10, 'Assigned, holder.person']]);
    expect(await found(meta(12, { commandType: 'Sing' }))).toEqual([['decided-otherwise', 12, 'no command Sing']]);
  });

  it('in what the facts of one command disagree', async () => {
    expect(await found(meta(7, { actor: 'p-right' }))).toEqual([
      ['decided-otherwise', 7, 'CustodyDisputed, actor: not as the first fact of its command has it'],
    ]);
  });

  it('that the first fact of a command says what the next does not', async () => {
    expect(await found(meta(6, { zeal: 'much' }))).toEqual([
      ['decided-otherwise', 7, 'CustodyDisputed, zeal: not as the first fact of its command has it'],
    ]);
  });

  it('which objection is missing', async () => {
    expect(await found(meta(11, { authority: 'refused:no-rule-allows-it' }))).toEqual([['objection-missing', 11, 'NOT_PERMITTED']]);
  });

  it('nothing of the second fact of a command whose first has another fault', async () => {
    const damaged = meta(6, { from: 'nowhere' });
    expect((await found(damaged)).map(([code, version]) => [code, version])).toEqual([['from-differs', 6]]);
  });
});

describe('a finding about custody or level says', () => {
  it('which unit has it, and to whom it went or was offered', async () => {
    expect(await found(data(3, { holder: { unit: 'far', person: 'p-far', exOfficio: true } }))).toContainEqual([
      'custody-differs',
      3,
      'far has it from left, who offered it to right',
    ]);
    expect(
      await found(
        forged(upTo(8), 'long', 8, ({ data: of }) => void Object.assign(of, { holder: { unit: 'far', person: 'p', exOfficio: true } })),
      ),
    ).toContainEqual(['custody-differs', 8, 'far has it, though it went to left']);
    expect(
      await found(
        forged(upTo(1), 'long', 1, ({ data: of }) => void Object.assign(of, { holder: { unit: 'far', person: 'p', exOfficio: true } })),
      ),
    ).toContainEqual(['custody-differs', 1, 'far has it, though it went to left']);
  });

  /** The complaint, but this fact changes more than it should. */
  const changing = (fact: string, change: (state: CaseState) => void): readonly CaseType[] =>
    caseTypes.map((type) => ({
      ...type,
      evolve: (state, given) => {
        type.evolve(state, given);
        if (given.type === fact) change(state);
      },
    }));
  const levels = async (fact: string, by: number) =>
    (await found(upTo(fact === 'Noted' ? 12 : 17), { caseTypes: changing(fact, (state) => (state.level += by)) })).filter(
      ([code]) => code === 'level-differs',
    );

  it('which level came after which: one further with a complaint to the next level, and never two at once', async () => {
    expect(await levels('Recomplained', 0)).toEqual([]);
    expect(await levels('Recomplained', 1)).toEqual([['level-differs', 17, 'level 3 after level 1']]);
    expect(await levels('Recomplained', -1)).toEqual([['level-differs', 17, 'level 1 after level 1']]);
    expect(await levels('Noted', 2)).toEqual([['level-differs', 12, 'level 3 after level 1']]);
    expect(await levels('Noted', -2)).toEqual([['level-differs', 12, 'level -1 after level 1']]);
    expect(await levels('Noted', 1)).toEqual([]);
  });

  it('nothing where a unit gives it to another that nobody offered it to by a fact that leaves the chart alone', async () => {
    const passing = (fact: string) =>
      changing(fact, (state) => {
        if (state.custody.holder) state.custody.holder = { ...state.custody.holder, unit: 'far' };
      });
    const custody = async (fact: string) =>
      (await found(upTo(12), { caseTypes: passing(fact) })).filter(([code]) => code === 'custody-differs');
    expect(await custody('Noted')).toEqual([]);
    expect(await custody('Suspended')).toEqual([['custody-differs', 11, 'far has it from left, who offered it to nobody']]);
  });

  it('since when nobody is accountable, once', async () => {
    const forgetful = changing('Noted', (state) => (state.custody.holder = null));
    expect((await found(upTo(14), { caseTypes: forgetful })).filter(([code]) => code === 'nobody-accountable')).toEqual([
      ['nobody-accountable', 12, 'since Noted on 2026-01-16'],
    ]);
  });
});

describe('a finding about the order says', () => {
  it('which day came after which', async () => {
    expect(await found(meta(16, { occurredOn: '2026-01-21' }))).toContainEqual(['dated-before-last', 16, '2026-01-21 after 2026-01-22']);
    expect(await found(records, {}, 'late')).toEqual([['back-dated', 3, '2026-01-09 after 2026-01-12']]);
  });

  it('that it was recorded with the objection it would have met', async () => {
    const objected = forged(records, 'late', 3, (draft) => {
      delete draft.data.late;
      draft.meta.door = 'observe';
      draft.data.objections = [{ code: 'DATED_BEFORE_LAST', because: { rule: 'order' }, params: {} }];
    });
    expect(await found(objected, {}, 'late')).toContainEqual([
      'back-dated',
      3,
      '2026-01-09 after 2026-01-12, with the objection it would have met',
    ]);
    const other = forged(records, 'late', 3, (draft) => {
      delete draft.data.late;
      draft.meta.door = 'observe';
      draft.data.objections = [{ code: 'NOT_PERMITTED', because: { rule: 'none' }, params: {} }];
    });
    expect((await found(other, {}, 'late')).map(([code]) => code)).toContain('dated-before-last');
  });

  it('nothing of a note that is dated back, nor of a step on the day of the one before', async () => {
    expect(await found(meta(12, { occurredOn: '2026-01-14' }))).toEqual([]);
    expect(await found(meta(10, { occurredOn: '2026-01-12' }))).toEqual([]);
  });
});

describe('a finding about what cannot be folded says', () => {
  it('which case type is not known, and what it was before', async () => {
    expect(await found(records, { caseTypes: [] })).toEqual([['case-type-unknown', 1, 'complaint']]);
    expect(await found(meta(11, { caseType: 'denunciation' }))).toEqual([['case-type-changed', 11, 'complaint before, denunciation here']]);
  });

  // Seen to fail: the step after it was compared with what is no number, which threw a TypeError.
  it('that its level is no number, and what follows is checked on', async () => {
    const at = records.find(({ record }) => record.stream === 'long' && record.type === 'Recomplained')?.record.version ?? 0;
    const odd = forged(records, 'long', at, ({ data }) => {
      data.level = { toString: 1, valueOf: 1 };
    });
    const codes = (await found(odd)).map(([code, version]) => [code, version]);
    expect(codes[0]).toEqual(['fact-invalid', at]);
    expect(codes.slice(1).map(([code]) => code)).not.toContain('record-malformed');
  });

  it('what failed, and the chain is checked on', async () => {
    const failing = caseTypes.map((type) => ({ ...type, evolve: () => expect.fail('out of order') }));
    const codes = await found(records, { caseTypes: failing });
    expect(codes.map(([code, version]) => [code, version])).toEqual([['fold-failed', 1]]);
    expect(codes[0]?.[2]).toContain('out of order');
    const unlinked = records.filter(({ record }) => record.stream !== 'long' || record.version !== 10);
    expect((await found(unlinked, { caseTypes: failing })).map(([code]) => code)).toEqual(['fold-failed', 'version-gap']);
  });
});

describe('a summary', () => {
  it('counts each code, the facts by the other door, and every objection', async () => {
    const twice = forged(records, 'late', 4, (draft) => {
      (draft.data.objections as object[]).push({ code: 'NOT_PERMITTED' }, { code: 'LAW_OBJECTS' });
    });
    const { summary } = await replayed(meta(1, { calendar: 'house@0' }));
    expect(summary).toMatchObject({ findings: 1, notes: 1, byCode: { 'calendar-differs': 1, 'back-dated': 1 } });
    expect((await replayed(twice)).summary).toMatchObject({ observed: 1, objections: { NOT_PERMITTED: 2, LAW_OBJECTS: 1 } });
  });

  // Seen to fail: `constructor` counted onto the function of that name, `__proto__` not at all, and an object without a text threw.
  it('counts an objection by whatever a forger calls it', async () => {
    const codes = ['constructor', 'constructor', '__proto__', { toString: 1 }];
    const odd = forged(records, 'late', 4, ({ data }) => {
      data.objections = codes.map((code) => ({ code }));
    });
    const { objections } = (await replayed(odd)).summary;
    expect(Object.entries(objections).sort()).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['object', 1],
    ]);
  });
});

// Seen to fail: whatever language a review was asked in, what was found stood there in English.
describe('what is found, said in Vietnamese,', () => {
  const gone = () => relinked(records.filter(({ record }) => record.type !== 'CustodyDisputed'));
  const damages: readonly (readonly [string, () => readonly Recorded[], string])[] = [
    ['a stage', () => meta(10, { to: 'resolved/held/running' }), 'đã ghi resolved/held/running, theo sơ đồ là assigned/held/running'],
    [
      'a due day',
      () => forged(records, 'long', 1, (draft) => void Object.assign(lines(draft)[0] ?? {}, { dueOn: '2026-01-13' })),
      'thời hạn acceptance: đã ghi 2026-01-13, tính lại là 2026-01-12',
    ],
    [
      'an entry that is missing',
      () => forged(records, 'long', 11, (draft) => void delete draft.data.clocks),
      'không ghi gì, theo pháp luật là pause resolution ngày 2026-01-15 theo House rule 6',
    ],
    ['half a command', gone, '1 trong số 2'],
    ['an unknown edition', () => meta(11, { law: 'house@9#none' }), 'house@9#none'],
    ['a text that is no record', () => meta(12, { occurredOn: 'soon' }), 'meta.occurredOn is no day'],
    [
      'custody',
      () => data(3, { holder: { unit: 'far', person: 'p-far', exOfficio: true } }),
      'far nhận từ left, nơi đã đề nghị chuyển cho right',
    ],
  ];

  it.each(damages)('is what is found in English, at the same places: %s', async (_, damage, particulars) => {
    const [english, vietnamese] = [await replayed(damage()), await replayed(damage(), { language: 'vi' })];
    const places = ({ findings }: typeof english) => findings.map(({ code, version, severity }) => [code, version, severity]);
    expect(places(vietnamese)).toEqual(places(english));
    expect(vietnamese.findings.map(({ says }) => says).join('\n')).toContain(`: ${particulars}`);
    for (const { code, says } of vietnamese.findings) expect(says).not.toContain(findingTexts[code]);
  });

  it('has a sentence of its own for each code, without a place that was not filled in', () => {
    const codes = Object.keys(findingTexts) as FindingCode[];
    const said = codes.map((code) => findingSaid(code, '', 'vi'));
    expect(new Set(said).size).toBe(codes.length);
    expect(said.filter((text) => Object.values<string>(findingTexts).includes(text) || /[{}]/.test(text))).toEqual([]);
  });
});
