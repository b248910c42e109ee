/**
 * The law contract: a list of named cases, each a promise that every body of law keeps. They ask the law along random legal histories,
 * as the engine would. A pack's whole test is one loop, under any runner:
 *
 *     for (const kept of lawContract) test(kept.name, () => kept.run(mySetting));
 */
import type { LawCase } from './law-contract-case.ts';
import { lawAnswerCases } from './law-contract-of-answers.ts';
import { editionCases } from './law-contract-of-editions.ts';

export type { LawCase } from './law-contract-case.ts';

export const lawContract: readonly LawCase[] = [...editionCases, ...lawAnswerCases];
