/** What two standings of a case are compared by, each kind of difference once. */
import type { CaseState, CaseType, Fact } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { type CaseFile, caseAsOf, type Difference, instantOf, knownWhenDecided } from '../../src/index.ts';
import { decision, fileOf, joinedUnseen, letter, type Step, written } from './written.ts';

const UTC = { timeZone: 'UTC' };
const late = { ground: 'found in a drawer', document: 'L-1' };
const received: Step = { type: 'Receive', on: '2026-01-05', data: letter };
const fileOfSteps = async (...steps: readonly Step[]): Promise<CaseFile> => fileOf(await written([received, ...steps]));
const ofKind = (differs: readonly Difference[], ...kinds: readonly Difference['what'][]) =>
  differs.filter(({ what }) => kinds.includes(what)).map(({ what, name, known, effective }) => [what, name, known, effective]);

/** The same file, of a case type that does something more to the state at each remark. */
function remarked(file: CaseFile, change: (state: CaseState & { members?: unknown }) => void): CaseFile {
  const evolve = (state: CaseState, fact: Fact) => {
    file.type.evolve(state, fact);
    if (fact.type === 'Noted') change(state);
  };
  return { ...file, type: { ...file.type, evolve } as CaseType };
}

const note = (on: string): Step => ({ type: 'Note', on, data: { text: 'x' } });
/** Before the remark by what was recorded on the 6th, after it by what was so on the 9th. */
const sixthAgainstNinth = { recorded: '2026-01-06T20:00:00Z', on: '2026-01-09', ...UTC };

describe('two standings of a case', () => {
  it('differ in who holds it, and in whom it is offered to', async () => {
    const offer: Step = { type: 'OfferTransfer', on: '2026-01-07', data: { toUnit: 'right' } };
    const offered = await fileOfSteps({ type: 'Accept', on: '2026-01-06' }, offer);
    const { differs, known, effective } = caseAsOf(offered, sixthAgainstNinth);
    expect([known?.offeredTo, effective?.offeredTo]).toEqual([null, 'right']);
    expect(ofKind(differs, 'holder', 'offered-to')).toEqual([['offered-to', '', null, 'right']]);
    const assigned = await fileOfSteps({ type: 'Accept', on: '2026-01-06' }, { type: 'Assign', on: '2026-01-07', data: { person: 'p-7' } });
    expect(ofKind(caseAsOf(assigned, sixthAgainstNinth).differs, 'stage', 'holder')).toEqual([
      ['stage', '', 'received', 'assigned'],
      ['holder', '', 'p-left, left', 'p-7, left'],
    ]);
  });

  it('differ in the level, in the superior before whom it lies, and in there being a holder', async () => {
    const file = remarked(await fileOfSteps(note('2026-01-07')), (state) => {
      state.level = 2;
      state.custody.before = { unit: 'top', reason: 'nobody answered', since: '2026-01-07' };
      state.custody.holder = null;
    });
    const { differs, known, effective } = caseAsOf(file, sixthAgainstNinth);
    expect([known?.before, effective?.before]).toEqual([null, 'top']);
    expect(differs).toEqual([
      { what: 'level', name: '', known: '1', effective: '2' },
      { what: 'holder', name: '', known: 'p-left, left', effective: null },
      { what: 'before', name: '', known: null, effective: 'top' },
    ]);
  });

  it('have the complainants that the case type keeps, and no others', async () => {
    const kept = async (members: unknown) => {
      const file = remarked(await fileOfSteps(note('2026-01-07')), (state) => {
        state.members = members;
      });
      return caseAsOf(file, { on: '2026-01-09', ...UTC }).effective?.members;
    };
    const strange = [null, 7, 'member', {}, { member: 'm-8' }, { standing: 'gone' }];
    expect(await kept([...strange, { member: 'm-9', standing: 'continuing', more: 1 }])).toEqual([
      { member: 'm-9', standing: 'continuing' },
    ]);
    expect([await kept(undefined), await kept({ member: 'm-9' })]).toEqual([[], []]);
  });
});

describe('the instant that a case is looked at', () => {
  it('is told again as it was given, and is null where a day was', async () => {
    const file = await fileOfSteps();
    expect(caseAsOf(file, sixthAgainstNinth).recorded).toBe('2026-01-06T20:00:00Z');
    expect(caseAsOf(file, { on: '2026-01-09', ...UTC }).recorded).toBeNull();
  });

  it('may leave out seconds and parts of them, and nothing stands before or after it', () => {
    const at = Date.UTC(2026, 0, 6, 20, 0);
    expect(['2026-01-06T20:00Z', '2026-01-06T20:00:00Z', '2026-01-06T20:00:00.5Z', '2026-01-07T03:00+07:00'].map(instantOf)).toEqual([
      ...[at, at, at + 500, at],
    ]);
    expect(['x2026-01-06T20:00Z', '+002026-01-06T20:00Z', '2026-01-06T20:00Zx', '2026-01-06T20:00Z ', '2026-01-06'].map(instantOf)).toEqual(
      [...[null, null, null, null, null]],
    );
  });
});

describe('what differed when it was decided', () => {
  it('is what lay ahead in the file, taken away', async () => {
    const assign: Step = { type: 'Assign', on: '2026-01-12', data: { person: 'p-7' } };
    const resolve: Step = { type: 'Resolve', on: '2026-01-10', recordedOn: '2026-01-16', data: decision, late };
    const [last] = knownWhenDecided(await fileOfSteps({ type: 'Accept', on: '2026-01-06' }, assign, resolve)).slice(-1);
    expect(last).toMatchObject({ fact: { type: 'Resolved' }, notKnown: [], ahead: [{ type: 'Assigned' }] });
    expect(last?.differs).toEqual([
      { what: 'stage', name: '', known: 'assigned', effective: 'received' },
      { what: 'holder', name: '', known: 'p-7, left', effective: 'p-left, left' },
    ]);
  });

  it('is both where as much was not known as lay ahead', async () => {
    const assign: Step = { type: 'Assign', on: '2026-01-12', data: { person: 'p-7' } };
    const resolve: Step = { type: 'Resolve', on: '2026-01-10', recordedOn: '2026-01-16', data: decision, late };
    const join: Step = { type: 'AddMembers', on: '2026-01-09', recordedOn: '2026-01-20', data: { members: [{ member: 'm-3' }] } };
    const decided = knownWhenDecided(await fileOfSteps({ type: 'Accept', on: '2026-01-06' }, assign, resolve, join));
    const resolved = decided.find(({ fact }) => fact.type === 'Resolved');
    expect([resolved?.notKnown.length, resolved?.ahead.length]).toEqual([1, 1]);
    expect(ofKind(resolved?.differs ?? [], 'holder', 'member')).toEqual([
      ['holder', '', 'p-7, left', 'p-left, left'],
      ['member', 'm-3', null, 'continuing'],
    ]);
  });

  it('is asked of no fact that the case type does not name', async () => {
    const file = await fileOf(await written(joinedUnseen));
    const { Assigned, ...facts } = file.type.facts;
    const named = (decided: CaseFile) => knownWhenDecided(decided).map(({ fact }) => fact.type);
    const without = { ...file, type: { ...file.type, facts } };
    expect([Assigned?.chart, named(file), named(without)]).toEqual([
      'moves',
      ['Received', 'Accepted', 'Assigned', 'Resolved'],
      ['Received', 'Accepted', 'Resolved'],
    ]);
  });
});
