/** Which chart and which law a record is replayed under, and what is asked of it where one of them is not at hand. */
import type { CaseType, Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { forged, relinked } from './damage.ts';
import { caseTypes, houseLog, recordsOf, replayed } from './house-log.ts';

const [complaint = expect.fail('no case type')] = caseTypes;
let records: readonly Recorded[];
let chart: string;
beforeAll(async () => {
  records = await recordsOf(await houseLog());
  chart = records[0]?.record.meta.chart ?? '';
});

type Found = readonly [code: string, version: number, says: string];

async function found(damaged: readonly Recorded[], types: readonly CaseType[] = caseTypes): Promise<readonly Found[]> {
  const { findings } = await replayed(damaged, { caseTypes: types });
  return findings
    .filter((each) => each.case === 'long')
    .map(({ code, version, says }) => [code, version, says.slice(says.indexOf(': ') + 2)]);
}

const ofDenunciations = { ...complaint, name: 'denunciation' };
const older = { ...complaint, version: '0' };
const chartOf = ({ name, version }: CaseType): string => chart.replace(/^.*#/, `${name}@${version}#`);

/** The case, from one version on and up to another under another chart. */
const under = (named: string, from: number, to = 99): readonly Recorded[] =>
  relinked(
    records.map((each) => {
      if (each.record.stream !== 'long' || each.record.version < from || each.record.version > to) return each;
      const text = each.text.replace(/"chart":"[^"]*"/, `"chart":"${named}"`);
      return { ...each, text, record: JSON.parse(text) };
    }),
  );

describe('a record is replayed', () => {
  it('under the chart that it names, from the first one on or from a later one, and back again', async () => {
    for (const damaged of [under(chartOf(older), 1), under(chartOf(older), 12), under(chartOf(older), 3, 8)])
      for (const types of [
        [complaint, older],
        [older, complaint],
      ])
        expect(await found(damaged, types)).toEqual([]);
  });

  it('under the chart of its case type where it names that of another, which is told', async () => {
    const named = chartOf(ofDenunciations);
    for (const version of [1, 12])
      for (const types of [
        [complaint, ofDenunciations],
        [ofDenunciations, complaint],
      ])
        expect(await found(under(named, version, version), types)).toEqual([['chart-differs', version, `${named}, now ${chart}`]]);
  });

  it('under the chart before where the one that it names has no such place', async () => {
    const without: CaseType = { ...older, chart: { ...older.chart, at: () => undefined } };
    expect(await found(under(chartOf(older), 12), [complaint, without])).toEqual([
      ['chart-differs', 12, `${chartOf(older)}, now ${chart}`],
    ]);
  });

  it('by what its chart lets follow there, also where the place is called the same', async () => {
    const stuck: CaseType = {
      ...older,
      chart: {
        ...older.chart,
        at: (key) => {
          const known = older.chart.at(key);
          return known && ({ ...known, after: () => undefined } as unknown as typeof known);
        },
      },
    };
    const told = await found(under(chartOf(older), 13, 13), [complaint, stuck]);
    expect(told).toEqual([['objection-missing', 13, 'NOT_IN_THIS_STAGE']]);
    // The control: the note before it moves nothing, and needs nothing to follow.
    expect(await found(under(chartOf(older), 12, 12), [complaint, stuck])).toEqual([]);
  });
});

describe('a record whose law is not at hand', () => {
  const unknown = (version: number): readonly Recorded[] =>
    forged(records, 'long', version, ({ meta }) => void Object.assign(meta, { law: 'house@9#none' }));

  it('is told, and its clocks are taken as they are: the next due day follows from them', async () => {
    // The resolution is begun by the ninth fact, paused by the eleventh, and due again from the thirteenth on.
    expect(await found(unknown(9))).toEqual([['law-unknown', 9, 'house@9#none']]);
    expect(await found(unknown(11))).toEqual([['law-unknown', 11, 'house@9#none']]);
    expect(await found(unknown(12))).toEqual([['law-unknown', 12, 'house@9#none']]);
  });

  it('is folded no further where its clocks are none', async () => {
    const torn = forged(unknown(11), 'long', 11, ({ data }) => void Object.assign(data, { clocks: [null] }));
    expect((await found(torn)).map(([code, version]) => [code, version])).toEqual([
      ['fact-invalid', 11],
      ['law-unknown', 11],
      ['fold-failed', 11],
    ]);
  });
});

describe('a change of custody', () => {
  const moved = (change: (draft: { meta: Record<string, string>; data: Record<string, unknown> }) => void): readonly Recorded[] =>
    forged(
      records.filter(({ record }) => record.stream !== 'long' || record.version <= 3),
      'long',
      3,
      (draft) => {
        draft.data.holder = { unit: 'far', person: 'p-far', exOfficio: true };
        change(draft);
      },
    );
  const codes = async (damaged: readonly Recorded[]): Promise<readonly string[]> => (await found(damaged)).map(([code]) => code);

  it('is looked at where the fact was judged, not where it came by the other door or with an objection', async () => {
    expect(await codes(moved(() => undefined))).toContain('custody-differs');
    expect(await codes(moved(({ meta }) => void Object.assign(meta, { door: 'observe' })))).not.toContain('custody-differs');
    expect(await codes(moved(({ data }) => void Object.assign(data, { objections: [{ code: 'NOT_PERMITTED' }] })))).not.toContain(
      'custody-differs',
    );
  });

  it('is not looked at where something else was found in the record', async () => {
    expect(await codes(moved(({ meta }) => void Object.assign(meta, { to: 'elsewhere' })))).toEqual(['to-differs']);
  });
});

describe('whoever has a case', () => {
  const held = (holder: unknown, version = 10): readonly Recorded[] =>
    forged(records, 'long', version, ({ data }) => void Object.assign(data, { holder }));
  const codes = async (damaged: readonly Recorded[]): Promise<readonly unknown[]> =>
    (await found(damaged)).filter(([code]) => code === 'nobody-accountable');

  it('is accountable with a unit and a person, and nobody is without one of them', async () => {
    expect(await codes(held({ unit: 'left', person: 'p-7', exOfficio: false }))).toEqual([]);
    const nobody = [['nobody-accountable', 10, 'since Assigned on 2026-01-13']];
    expect(await codes(held({ unit: 'left', person: '', exOfficio: false }))).toEqual(nobody);
    expect(await codes(held({ unit: '', person: 'p-7', exOfficio: false }))).toEqual(nobody);
  });

  it('is told anew where somebody was accountable in between', async () => {
    const twice = forged(held({ unit: 'left', person: '', exOfficio: false }), 'long', 19, ({ data }) => {
      data.holder = { unit: 'top', person: '', exOfficio: false };
    });
    expect((await codes(twice)).map((each) => (each as Found)[1])).toEqual([10, 19]);
  });
});
