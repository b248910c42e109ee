import type { CaseType } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { stateAfter } from '../../src/case-file.ts';
import { accountOf, CaseFileError, caseAsOf, explainCase, explanationHtml, openCaseFile, Saying } from '../../src/index.ts';
import { type Draft, forged } from '../damage.ts';
import { recordsOf } from '../house-log.ts';
import { caseTypes, fileOf, joinedSeen, law, type Step, written } from './written.ts';

const store = async () => (await written(joinedSeen)).store;
const failure = async (asked: () => unknown): Promise<CaseFileError> => {
  try {
    await asked();
  } catch (error) {
    if (error instanceof CaseFileError) return error;
    throw error;
  }
  throw new Error('nothing failed');
};
const [complaint] = caseTypes;
if (!complaint) throw new Error('no case type');

describe('a case opened for review', () => {
  it('is of the case type that its records name, whichever stands first', async () => {
    const other: CaseType = { ...complaint, name: 'petition' };
    const file = await openCaseFile((await store()).read('case'), [other, ...caseTypes]);
    expect([file.type.name, file.id, file.facts.length, file.records.length]).toEqual(['complaint', 'case', 5, 5]);
  });

  it('stands nowhere before its first fact, and after all of them where they lead', async () => {
    const file = await fileOf(await written(joinedSeen));
    expect(stateAfter(file, [])).toMatchObject({ caseId: 'case', version: 0, openedOn: null });
    expect(stateAfter(file, file.facts)).toMatchObject({ caseId: 'case', version: 5, openedOn: '2026-01-05', stage: 'resolved' });
  });
});

describe('a case that cannot be opened', () => {
  it('says by code and in words that there is no fact of it', async () => {
    const error = await failure(() => openCaseFile([], caseTypes));
    expect([error.name, error.code, error.message]).toEqual(['CaseFileError', 'no-facts', `no-facts: ${error.says}`]);
    expect(error.says).toMatch(/no fact of this case.*Nothing was told/);
  });

  it('says which case type is not at hand', async () => {
    const read = (await store()).read('case');
    const error = await failure(() => openCaseFile(read, [{ ...complaint, name: 'petition' }]));
    expect([error.name, error.code, error.message]).toEqual(['CaseFileError', 'case-type-unknown', `case-type-unknown: ${error.says}`]);
    expect(error.says).toMatch(/The case case is of the type complaint.*Nothing was told/);
  });

  it('says why it cannot be folded, and hands on what was thrown, an error or not', async () => {
    const file = await fileOf(await written(joinedSeen));
    const throwing = (what: unknown): Promise<CaseFileError> => {
      const evolve = () => {
        throw what;
      };
      return failure(() => caseAsOf({ ...file, type: { ...file.type, evolve } }, { on: '2026-01-16', timeZone: 'UTC' }));
    };
    const cause = new Error('no unit is named');
    const [error, text] = [await throwing(cause), await throwing('no person is named')];
    expect([error.code, error.cause, text.code, text.cause]).toEqual(['case-unreadable', cause, 'case-unreadable', 'no person is named']);
    expect(error.says).toMatch(/The case case cannot be folded: no unit is named\. Nothing was told/);
    expect(text.message).toMatch(/^case-unreadable: The case case cannot be folded: no person is named\. Nothing was told/);
  });
});

const ranOut: readonly Step[] = [
  ...joinedSeen.slice(0, 3),
  { type: 'RecordRunOut', on: '2026-03-04', data: { clock: 'resolution' } },
  ...joinedSeen.slice(3).map((step) => ({ ...step, on: '2026-03-05' })),
];

/** The records of a case in which one fact was damaged, and everything behind it linked anew. */
const damagedAt = async (version: number, change: (draft: Draft & { [member: string]: unknown }) => void) =>
  forged(await recordsOf((await written(ranOut)).store), 'case', version, change as (draft: Draft) => void);

const inMeta = (name: string, value: unknown) => (draft: Draft) => void Object.assign(draft.meta, { [name]: value });
const inData = (name: string, value: unknown) => (draft: Draft) => void Object.assign(draft.data, { [name]: value });

/** Changes the first line that the fact has in a ledger. */
const inLine =
  (change: (line: Record<string, Record<string, unknown>>) => unknown) =>
  ({ data }: Draft): void =>
    void change((data.clocks as Record<string, Record<string, unknown>>[])[0] ?? {});

// Each of these was a TypeError, or went on counting days for ever, where a review was asked for.
describe('a case of which a record was damaged', () => {
  it.each<[string, RegExp, number, (draft: Draft) => void]>([
    ['a law that is a number', /Fact 2 of the case case is no record: meta\.law is not text/, 2, inMeta('law', 7)],
    ['a day that is a number', /Fact 1 of the case case is no record: meta\.occurredOn is not text/, 1, inMeta('occurredOn', -1)],
    ['a day before all calendars', /fact 1 is of 0001-01-01, with which no calendar counts/, 1, inMeta('occurredOn', '0001-01-01')],
    ['no meta', /Fact 1 of the case case is no record: meta is no object/, 1, (draft) => void Object.assign(draft, { meta: null })],
    ['clocks that are no list', /fact 2 has clocks that are no list/, 2, inData('clocks', 7)],
    ['a line without an entry', /fact 2, line 1 of its clocks: entry:/, 2, inLine((line) => Reflect.deleteProperty(line, 'entry'))],
    [
      'a line without a law',
      /fact 2, line 1 of its clocks: entry\.law:/,
      2,
      inLine(({ entry = {} }) => Reflect.deleteProperty(entry, 'law')),
    ],
    ['a line of no day', /line 1 of its clocks: entry\.on:/, 2, inLine(({ entry }) => Object.assign(entry ?? {}, { on: 'constructor' }))],
    ['a last day that is none', /line 1 of its clocks: dueOn:/, 2, inLine((line) => Object.assign(line, { dueOn: 'z' }))],
    ['a holder that is a word', /fact 3 leads to a state whose holder is nobody/, 3, inData('holder', 'p-7')],
  ])('says which one, and what is wrong with it: %s', async (_, says, version, change) => {
    const records = await damagedAt(version, change);
    const error = await failure(async () => accountOf(await openCaseFile(records, caseTypes), { laws: law, until: '2026-06-30' }));
    expect([error.code, error.says]).toEqual(['case-unreadable', expect.stringMatching(says)]);
    expect(error.says).toMatch(/told.*`replay` /);
  });

  it.each<[string, number, (draft: Draft) => void]>([
    ['a ground of delay that has no text', 2, inData('late', { ground: { toString: 1 }, document: null })],
    ['an objection whose code has no text', 3, inData('objections', [{ code: { toString: 1 }, params: { unit: { toString: 1 } } }])],
    ['a provision of a grade that is none', 2, inData('because', { text: 'House rule 1', grade: { toString: 1 } })],
    ['a person who joined and has no name', 5, inData('members', [{ member: { toString: 1 } }])],
    ['a clock that ran out on no day', 4, inData('dueOn', { toString: 1 })],
    ['a clock that ran out and has no name', 4, inData('clock', 7)],
  ])('is told where the rest of it can be, with what a replay finds: %s', async (_, version, change) => {
    const file = await openCaseFile(await damagedAt(version, change), caseTypes);
    const told = await explainCase(file, { laws: law, until: '2026-06-30' });
    expect(told.findings.map((finding) => finding.version)).toContain(version);
    expect(explanationHtml(told, file.type, new Saying('en'))).toContain('</html>');
    expect(caseAsOf(file, { on: '2026-06-30', timeZone: 'UTC' }).differs).toEqual([]);
  });
});
