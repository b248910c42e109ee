import type { CaseType } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { stateAfter } from '../../src/case-file.ts';
import { CaseFileError, caseAsOf, openCaseFile } from '../../src/index.ts';
import { caseTypes, fileOf, joinedSeen, written } from './written.ts';

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
