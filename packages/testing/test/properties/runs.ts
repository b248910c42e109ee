import { tried } from '../../../../.config/tried.ts';

/** The same runs and seed, as fast-check calls them. */
export function runs(usual: number): { readonly numRuns: number; readonly seed: number } {
  const { runs: numRuns, seed } = tried(usual);
  return { numRuns, seed };
}
