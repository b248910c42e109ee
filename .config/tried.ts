/** How many histories an invariant is tried on: FC_RUNS sets it, FC_SEED replays one run. */
const { FC_RUNS, FC_SEED } = process.env;

/** One seed for the whole file, so that each history is played once. It is printed where an invariant fails. */
const seed = FC_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FC_SEED);

export const tried = (usual: number): { readonly runs: number; readonly seed: number } => ({
  runs: FC_RUNS === undefined ? usual : Number(FC_RUNS),
  seed,
});
