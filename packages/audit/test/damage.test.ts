/**
 * Each check is broken once here and seen to find it, and nothing else. The control is `replay.test.ts`: the same log undamaged has no
 * finding at all. Removing a check from the source makes its line here fail.
 */
import type { ClockLine, Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { appended, changed, type Draft, forged, relinked } from './damage.ts';
import { caseTypes, houseLog, law, recordsOf, replayed } from './house-log.ts';

let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

/** Code and version of what is found in the case `long`. */
async function found(damaged: readonly Recorded[], options: Parameters<typeof replayed>[1] = {}): Promise<(readonly [string, number])[]> {
  const { findings } = await replayed(damaged, options);
  return findings.filter((each) => each.case === 'long').map(({ code, version }) => [code, version] as const);
}

const line = (draft: Draft, index = 0): { -readonly [Key in keyof ClockLine]: ClockLine[Key] } =>
  (draft.data.clocks as ClockLine[])[index] as ClockLine;
const versionOf = (type: string): number =>
  records.find(({ record }) => record.stream === 'long' && record.type === type)?.record.version ?? 0;

describe('(a) the stage', () => {
  it('is found where a record says the fact led elsewhere', async () => {
    const at = versionOf('Assigned');
    const damaged = forged(records, 'long', at, ({ meta }) => (meta.to = 'resolved/held/running'));
    expect(await found(damaged)).toEqual([['to-differs', at]]);
  });

  it('is found where a record says the case stood elsewhere', async () => {
    const at = versionOf('Noted');
    const damaged = forged(records, 'long', at, ({ meta }) => (meta.from = 'assigned/held/running'));
    expect((await found(damaged))[0]).toEqual(['from-differs', at]);
  });

  it('is found where a step was left out and the rest linked anew', async () => {
    const at = versionOf('Accepted');
    const damaged = relinked(records.filter(({ record }) => record.stream !== 'long' || record.version !== at));
    expect(await found(damaged)).toContainEqual(['from-differs', at]);
  });

  it('is found where the chart does not expect the fact', async () => {
    const damaged = appended(
      records.filter(({ record }) => record.stream !== 'long' || record.version <= 3),
      'long',
      (draft) => {
        draft.type = 'Closed';
        draft.data = { reason: 'enough' };
      },
    );
    expect(await found(damaged)).toContainEqual(['not-in-chart', 4]);
  });

  it('is found where a fact follows that the chart moves after the file was closed', async () => {
    const damaged = appended(records, 'long', (draft) => {
      draft.type = 'TransferOffered';
      draft.data = { toUnit: 'right', from: { unit: 'top', person: 'p-8', exOfficio: false } };
      draft.meta.to = (draft.meta.to ?? '').replace('held', 'transferred');
    });
    expect(await found(damaged)).toEqual([['after-closed', 22]]);
  });

  it('is found where the record was made under another chart', async () => {
    const damaged = forged(records, 'long', 3, ({ meta }) => (meta.chart = 'complaint@0#older'));
    expect(await found(damaged)).toEqual([['chart-differs', 3]]);
  });
});

describe('(b) the clocks', () => {
  it.each(['Received', 'Accepted', 'Resumed', 'ComplexityFound', 'TermExtended', 'Recomplained'])(
    'are found where %s carries a due day one day off',
    async (type) => {
      const at = versionOf(type);
      const damaged = forged(records, 'long', at, (draft) => {
        const lines = draft.data.clocks as ClockLine[];
        line(draft, lines.length - 1).dueOn = '2026-03-01';
      });
      expect(await found(damaged)).toEqual([['due-day-differs', at]]);
    },
  );

  it('are found where a paused clock is given a due day', async () => {
    const at = versionOf('Suspended');
    expect(await found(forged(records, 'long', at, (draft) => (line(draft).dueOn = '2026-02-03')))).toEqual([['due-day-differs', at]]);
  });

  it('are found where an entry is missing, as the law now asks for it', async () => {
    const at = versionOf('Resumed');
    expect((await found(forged(records, 'long', at, (draft) => void delete draft.data.clocks)))[0]).toEqual(['clock-entry-differs', at]);
  });

  it('are found where an entry cites another article', async () => {
    const at = versionOf('Accepted');
    const damaged = forged(records, 'long', at, (draft) => {
      line(draft).entry.law.text = 'House rule 99';
    });
    expect(await found(damaged)).toEqual([['clock-entry-differs', at]]);
  });

  it('are found where another calendar was counted with', async () => {
    const damaged = forged(records, 'long', 1, (draft) => (draft.meta.calendar = 'house@0'));
    expect(await found(damaged)).toEqual([['calendar-differs', 1]]);
  });

  it('are found underived where the law is not at hand, once a case', async () => {
    expect(await found(records, { laws: () => undefined })).toEqual([['law-unknown', 1]]);
  });

  it('are found underived where the law fails', async () => {
    const failing = {
      ...law,
      clockEffects: () => {
        throw new Error('no such term');
      },
    };
    expect((await found(records, { laws: () => failing }))[0]).toEqual(['law-failed', 1]);
  });
});

describe('(c) the chain', () => {
  it('is found broken after a changed fact', async () => {
    const at = versionOf('Noted');
    expect(await found(changed(records, 'long', at, ({ data }) => (data.text = 'Something else.')))).toEqual([['chain-broken', at + 1]]);
    expect(await found(changed(records, 'long', at, ({ meta }) => (meta.actor = 'p-other')))).toEqual([['chain-broken', at + 1]]);
  });

  it('is found with a gap where a fact was left out, doubled or moved', async () => {
    const places = records.flatMap(({ record }, index) => (record.stream === 'long' ? [index] : []));
    const [third = 0, fourth = 0] = places.slice(9);
    const [a, b] = [records[third], records[fourth]] as [Recorded, Recorded];
    expect(await found(records.filter((each) => each !== a))).toContainEqual(['version-gap', 11]);
    expect(await found(records.flatMap((each) => (each === a ? [a, a] : [each])))).toContainEqual(['version-gap', 10]);
    expect(await found(records.map((each) => (each === a ? b : each === b ? a : each)))).toContainEqual(['version-gap', 11]);
  });

  it('is found where time goes back', async () => {
    expect(await found(forged(records, 'long', 5, (draft) => (draft.recordedAt = '2026-04-01T00:00:00.000Z')))).toEqual([
      ['recorded-earlier', 5],
    ]);
  });

  it('is found where an id does not follow from its command', async () => {
    expect(await found(forged(records, 'long', 5, (draft) => (draft.id = '00000000-0000-5000-8000-000000000000')))).toEqual([
      ['id-wrong', 5],
    ]);
  });

  it('is found where one of two facts of a command was cut out', async () => {
    const at = versionOf('CustodyDisputed');
    expect(await found(relinked(records.filter(({ record }) => record.type !== 'CustodyDisputed')))).toContainEqual([
      'command-incomplete',
      at,
    ]);
  });

  it('is found where the facts of a command do not stand together', async () => {
    const damaged = appended(records, 'long', (draft) => {
      draft.type = 'Noted';
      draft.data = { text: 'later' };
      draft.meta.command = 'long-3';
    });
    expect(await found(damaged)).toEqual([['command-split', 22]]);
  });

  it('is found where a record belongs to another log', async () => {
    expect(await found(records, { log: '00000000-0000-4000-8000-000000000000' })).toContainEqual(['log-mismatch', 1]);
  });

  it('is found where the text is JSON but not canonical', async () => {
    const spaced = records.map((each) =>
      each.record.stream === 'long' && each.record.version === 21 ? { ...each, text: `${each.text} ` } : each,
    );
    expect(await found(spaced)).toEqual([['record-not-canonical', 21]]);
  });
});

describe('(d) who was accountable', () => {
  it('is found where an open case has nobody', async () => {
    // A forger would also have to loosen the schema, which asks for a person; with it in place both are found.
    const damaged = forged(records, 'long', versionOf('Assigned'), ({ data }) => {
      data.holder = { unit: 'left', person: '', exOfficio: false };
    });
    expect(await found(damaged)).toEqual([
      ['fact-invalid', versionOf('Assigned')],
      ['nobody-accountable', versionOf('Assigned')],
    ]);
  });

  it('is found where a case type forgets who holds it', async () => {
    const forgetful = caseTypes.map((type) => ({ ...type, evolve: () => {} }));
    expect(await found(records, { caseTypes: forgetful })).toContainEqual(['nobody-accountable', 1]);
  });
});

describe('(e) the order', () => {
  it('is found where a step is dated before the step before it', async () => {
    const at = versionOf('Resolved');
    const damaged = forged(records, 'long', at, ({ meta }) => (meta.occurredOn = '2026-01-21'));
    expect(await found(damaged)).toContainEqual(['dated-before-last', at]);
  });

  it('is found where the data does not fit its schema', async () => {
    const at = versionOf('Noted');
    expect(await found(forged(records, 'long', at, (draft) => (draft.data = { text: 7 })))).toEqual([['fact-invalid', at]]);
  });

  it('is found where nobody knows such a fact', async () => {
    expect((await found(forged(records, 'long', 11, (draft) => (draft.type = 'Forgotten'))))[0]).toEqual(['fact-unknown', 11]);
  });

  it('is found where the case type is not at hand, or changes', async () => {
    expect(await found(records, { caseTypes: [] })).toEqual([['case-type-unknown', 1]]);
    expect(await found(forged(records, 'long', 11, ({ meta }) => (meta.caseType = 'denunciation')))).toEqual([['case-type-changed', 11]]);
  });
});
