/** One case opened for review, or the answer that says why it cannot be. */
import { type CaseFile, CaseFileError, openCaseFile } from '@redress/audit';
import type { Engine } from '@redress/core';
import type { Answer } from './answer.ts';
import type { Given } from './command.ts';
import { unknownCase } from './opened.ts';

/** The case that `--case` names. */
export async function filed(given: Given, { store, caseTypes }: Engine, asked: string): Promise<CaseFile | Answer> {
  const id = given.text('case') ?? '';
  try {
    return await openCaseFile(store.read(id), caseTypes);
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    return error.code === 'no-facts' ? unknownCase(id, asked, given.language) : unreviewed(error);
  }
}

export const unreviewed = ({ code, says }: CaseFileError): Answer => ({
  ending: 'refused',
  document: { error: { code, says } },
  text: `${says} (${code})`,
});
