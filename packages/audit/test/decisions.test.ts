/**
 * How a record is asked whether its facts follow from its command: what the law and the case type are shown, whose no is looked for among
 * the recorded ones, and when nothing can be told.
 */
import {
  apply,
  type CaseState,
  type CaseType,
  type Command,
  type Decision,
  factOf,
  type Law,
  type Objection,
  type Organisation,
  type Recorded,
  type Refusal,
  type World,
} from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DecisionCheck, type Recording } from '../src/decision-check.ts';
import { findingSaid } from '../src/finding.ts';
import { findingTexts } from '../src/finding-texts.ts';
import { caseTypes, houseLog, law, recordsOf } from './house-log.ts';

const [complaint = expect.fail('no case type')] = caseTypes;
let records: readonly Recorded[];
beforeAll(async () => {
  records = await recordsOf(await houseLog());
});

/** A fact of the log, and its case as it stood before it. */
function recorded(stream: string, version: number, type: CaseType = complaint): Recording {
  const state = type.initial(stream);
  for (const each of records.filter(({ record }) => record.stream === stream)) {
    const fact = factOf(complaint, each);
    if (each.record.version === version) return { type, state, fact, record: each.record, law };
    apply(complaint, state, fact);
  }
  return expect.fail(`no fact ${version} of ${stream}`);
}

type Found = readonly [code: string, particulars: string];

/** What is found in these facts, one after the other. */
function found(...recordings: readonly Recording[]): readonly Found[] {
  const check = new DecisionCheck();
  const all: Found[] = [];
  for (const each of recordings)
    check.check(each, (code, particulars = '') =>
      all.push([code, findingSaid(code, particulars, 'en').slice(`${findingTexts[code]}: `.length)]),
    );
  return all;
}

/** The same, with these objections in its record. */
const objected = (recording: Recording, ...codes: readonly string[]): Recording => {
  const data = { ...recording.fact.data, objections: codes.map((code) => ({ code })) };
  return { ...recording, fact: { ...recording.fact, data } };
};

const guarded = (guard: CaseType['guard']): CaseType => ({ ...complaint, guard });
const deciding = (decide: CaseType['decide']): CaseType => ({ ...complaint, decide });
const no = (code: string): Refusal => ({ refused: true, code, params: {}, mayFollow: [] }) as unknown as Refusal;
const NO_PLACE = no('NOT_THE_HOLDER');
/** Asks the organisation in vain, and goes on. */
function askInVain(organisation: Organisation): void {
  try {
    organisation.superior('left', '2026-01-15');
  } catch {
    return;
  }
  expect.fail('the organisation answered');
}

describe('a case type is asked again', () => {
  /** What it was shown of this fact. */
  function shown(recording: Recording): { readonly command: Command; readonly world: World } {
    const seen: { command: Command; world: World }[] = [];
    const type = guarded((command, _, world) => {
      seen.push({ command, world });
      return null;
    });
    found({ ...recording, type });
    return seen[0] ?? expect.fail('it was not asked');
  }
  const answerOf = ({ command, world }: ReturnType<typeof shown>) =>
    world.authority.may(command.actor, command, complaint.initial('x'), world.organisation);

  it('with the command as its record has it, on its day, and with the law that it names', () => {
    const { command, world } = shown(recorded('long', 11));
    expect(command).toMatchObject({ id: 'long-9', type: 'Suspend', case: 'long', on: '2026-01-15', actor: { id: 'p-left', unit: 'left' } });
    expect(command.data).toEqual({ ground: 'illness', evidence: 'a letter' });
    expect([world.door, world.today, world.objected, world.permitted]).toEqual(['execute', '2026-01-15', false, true]);
    expect([world.law, world.calendar]).toEqual([law, law.calendar('2026-01-15')]);
  });

  it('with the answer of the authority that was recorded, which is not asked for again', () => {
    const recording = recorded('long', 11);
    const rule = { rule: recording.record.meta.authority };
    expect(answerOf(shown(recording))).toEqual(rule);
    expect(rule.rule).not.toBe('');
    const refused = {
      ...recording,
      record: { ...recording.record, meta: { ...recording.record.meta, authority: 'refused:no-rule:at-all' } },
    };
    const asked = shown(objected(refused, 'NOT_PERMITTED'));
    expect(answerOf(asked)).toEqual({ refused: 'no-rule:at-all' });
    expect([asked.world.permitted, asked.world.objected]).toEqual([false, true]);
    // A rule may be called as it likes: only what begins so is a refusal.
    const named = { ...recording, record: { ...recording.record, meta: { ...recording.record.meta, authority: 'not-refused:' } } };
    expect(answerOf(shown(named))).toEqual({ rule: 'not-refused:' });
  });

  it('by the door by which it came', () => {
    expect(shown(recorded('late', 4)).world.door).toBe('observe');
  });

  it('knowing that something spoke against it, whatever shape that was recorded in', () => {
    const of = (objections: unknown): unknown => {
      const recording = recorded('long', 11);
      return shown({ ...recording, fact: { ...recording.fact, data: { ...recording.fact.data, objections } } }).world.objected;
    };
    expect([of(undefined), of('NOT_PERMITTED'), of([]), of([null]), of([{}])]).toEqual([false, false, false, true, true]);
  });
});

describe('what the law has against a command', () => {
  const because = { text: 'House rule 9' };
  const objecting = (objection: Law['objection']): Law => ({ ...law, objection });
  const plain: Objection = { rule: 'own-decision', says: { en: 'No.' }, because };
  const by = (objection: Law['objection'], ...codes: readonly string[]): readonly Found[] =>
    found({ ...objected(recorded('long', 11), ...codes), law: objecting(objection) });

  it('must be recorded, under the code of a law that is settled or is not', () => {
    expect(found(recorded('long', 11))).toEqual([]);
    expect(by(() => plain)).toEqual([['objection-missing', 'LAW_OBJECTS']]);
    expect(by(() => ({ ...plain, unsettled: true }))).toEqual([['objection-missing', 'UNSETTLED_LAW']]);
    expect(by(() => plain, 'LAW_OBJECTS')).toEqual([]);
    expect(by(() => plain, 'UNSETTLED_LAW')).toEqual([['objection-missing', 'LAW_OBJECTS']]);
  });

  it('is asked of the actor of the record', () => {
    const actors: unknown[] = [];
    by((_, state, actor) => {
      actors.push([state.version, actor.id, actor.unit]);
      return null;
    });
    expect(actors).toEqual([[10, 'p-left', 'left']]);
  });

  it('is not told where it could not answer', () => {
    expect(by(() => expect.fail('no data'))).toEqual([]);
    expect(by((_, state, actor, organisation) => (organisation.superior(actor.unit, state.movedOn ?? '') ? plain : null))).toEqual([]);
  });

  it('may hide behind another no only where it asked the organisation first', () => {
    const asking: Law['objection'] = (_, __, ___, organisation) => {
      askInVain(organisation);
      return plain;
    };
    expect(by(asking)).toEqual([['objection-missing', 'LAW_OBJECTS']]);
    expect(by(asking, 'NOT_PERMITTED')).toEqual([]);
    expect(by(() => plain, 'NOT_PERMITTED')).toEqual([['objection-missing', 'LAW_OBJECTS']]);
  });
});

describe('what the case type has against a command', () => {
  const by = (guard: CaseType['guard'], ...codes: readonly string[]): readonly Found[] =>
    found({ ...objected(recorded('long', 11), ...codes), type: guarded(guard) });

  it('must be recorded', () => {
    expect(by(() => null)).toEqual([]);
    expect(by(() => NO_PLACE)).toEqual([['objection-missing', 'NOT_THE_HOLDER']]);
    expect(by(() => NO_PLACE, 'NOT_THE_HOLDER')).toEqual([]);
  });

  it('is not told where it could not answer', () => {
    expect(by(() => expect.fail('no data'))).toEqual([]);
  });

  it('may hide behind another no only where it asked the organisation first, not where the law did', () => {
    const asking: CaseType['guard'] = (_, __, world) => {
      askInVain(world.organisation);
      return NO_PLACE;
    };
    expect(by(asking)).toEqual([['objection-missing', 'NOT_THE_HOLDER']]);
    expect(by(asking, 'NOT_PERMITTED')).toEqual([]);
    expect(by(() => NO_PLACE, 'NOT_PERMITTED')).toEqual([['objection-missing', 'NOT_THE_HOLDER']]);
    const askedByLaw: Law = {
      ...law,
      objection: (_, __, ___, organisation) => {
        askInVain(organisation);
        return null;
      },
    };
    const recording = { ...objected(recorded('long', 11), 'NOT_PERMITTED'), type: guarded(() => NO_PLACE), law: askedByLaw };
    expect(found(recording)).toEqual([['objection-missing', 'NOT_THE_HOLDER']]);
  });

  it('is looked for where the chart has no place for the command, unless that is an arrival in a case that exists', () => {
    const placed = (more: object, version = 11): CaseType => {
      const { commandType = '' } = recorded('long', version).record.meta;
      const command = complaint.commands[commandType] ?? expect.fail('no command');
      return { ...complaint, commands: { ...complaint.commands, [commandType]: { ...command, stages: ['nowhere'], ...more } } };
    };
    expect(found({ ...recorded('long', 11), type: placed({}) })).toEqual([['objection-missing', 'NOT_IN_THIS_STAGE']]);
    expect(found({ ...recorded('long', 11), type: placed({ arrival: true }) })).toEqual([]);
    // Nothing arrives in a case that there is not yet.
    const first = recorded('long', 1);
    expect(found(first)).toEqual([]);
    const type = placed({ arrival: true, opens: undefined }, 1);
    expect(found({ ...first, type })).toEqual([['objection-missing', 'UNKNOWN_CASE']]);
  });
});

describe('what a command leads to', () => {
  const suspended = (data: object = { ground: 'illness', evidence: 'a letter' }) => ({
    type: 'Suspended',
    data: data as CaseState['clocks'],
  });
  const by = (decide: CaseType['decide'], recording = recorded('long', 11)): readonly Found[] =>
    found({ ...recording, type: deciding(decide) });

  it('is compared with the fact, but for what is added to that afterwards', () => {
    expect(by(() => [suspended()])).toEqual([]);
    expect(recorded('long', 11).fact.data.clocks).toHaveLength(1);
    expect(by(() => [suspended({ ground: 'illness' })])).toEqual([['decided-otherwise', 'Suspended, evidence']]);
    expect(by(() => [suspended()], objected(recorded('long', 11), 'NOT_PERMITTED'))).toEqual([]);
  });

  it('may be nothing: a no, which no fact follows from', () => {
    expect(by(() => no('LEVELS_END'))).toEqual([['decided-otherwise', 'refused: LEVELS_END']]);
  });

  it('is not told where it could not be decided, or by an older schema of the fact', () => {
    expect(by(() => expect.fail('no organisation'))).toEqual([]);
    const recording = recorded('long', 11);
    const other: CaseType['decide'] = () => [{ type: 'Noted', data: {} }];
    expect(by(other)).toEqual([['decided-otherwise', 'Suspended recorded, Noted by the command']]);
    expect(by(other, { ...recording, record: { ...recording.record, schema: 2 } })).toEqual([]);
  });

  describe('where it is two facts', () => {
    const both = (decide: CaseType['decide']): readonly Found[] =>
      found(...[6, 7, 8].map((version) => recorded('long', version, version === 8 ? complaint : deciding(decide))));
    const draft = (version: number): { type: string; data: Recording['fact']['data'] } => recorded('long', version).fact;

    it('is compared fact by fact', () => {
      expect(both(() => [draft(6), draft(7)])).toEqual([]);
      expect(both(() => [draft(6), { type: 'Noted', data: {} }])).toEqual([
        ['decided-otherwise', 'CustodyDisputed recorded, Noted by the command'],
      ]);
    });

    it('is found to be only one', () => {
      expect(both(() => [draft(6)])).toEqual([['decided-otherwise', 'CustodyDisputed recorded, nothing by the command']]);
      expect(both(() => [] as unknown as Decision)).toEqual([['decided-otherwise', 'TransferOffered recorded, nothing by the command']]);
    });

    it('is told once where the first is another, and not at all where something else was found in the record', () => {
      expect(both(() => [{ type: 'Noted', data: {} }])).toHaveLength(1);
      const check = new DecisionCheck();
      const all: unknown[] = [];
      check.pass(recorded('long', 6).record);
      check.check(
        recorded(
          'long',
          7,
          deciding(() => [{ type: 'Noted', data: {} }]),
        ),
        (...found) => all.push(found),
      );
      expect(all).toEqual([]);
    });
  });

  it('is asked of a command without an id as of any other', () => {
    const recording = recorded(
      'long',
      11,
      deciding(() => [{ type: 'Noted', data: {} }]),
    );
    const record = { ...recording.record, meta: { ...recording.record.meta, command: '' } };
    expect(found({ ...recording, record })).toEqual([['decided-otherwise', 'Suspended recorded, Noted by the command']]);
  });
});
