/** How many random runs a test tries, and from which seed: FC_SEED plays one again. It is printed where a run fails. */
import { length } from './lengths.ts';

const { FC_SEED } = process.env;

/** One seed for the whole file, so that each history is played once. */
const seed = FC_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FC_SEED);

/** `usual` runs in a check, a hundred times as many at full length. */
export const tried = (usual: number, name = 'random runs'): { readonly runs: number; readonly seed: number } => ({
  runs: length(name, usual, usual * 100),
  seed,
});
