/**
 * Editions that were released. Each folder is what answered then, kept as it was: facts name their edition by its digest, and an audit
 * asks that very edition again. Nothing in a folder is ever changed; `pnpm freeze` adds one.
 */
import type { Law } from '@redress/core';
import type { Configuration } from '../configuration.ts';
import { vietnamLaw as law20261122 } from './2026-11-22/policy.ts';

export interface Released {
  readonly version: string;
  /** SHA-256 over the names and texts of the folder's sources. */
  readonly sources: string;
  /** The law with an organisation's choices, of which the edition takes those that it knew. */
  law(choices: Partial<Configuration>): Law;
}

export const released: readonly Released[] = [
  {
    version: '2026-11-22',
    sources: 'de39b03d0fff38df50d4722f025acf3c3b0872181f6ce8d4b30c74e514af4a37',
    law: ({ acceptanceBasis = 'earlier' }) => law20261122({ acceptanceBasis }),
  },
];
