/** How often a property is tried: FC_RUNS scales it, FC_SEED replays it. fast-check prints the seed where one fails. */
const { FC_RUNS, FC_SEED } = process.env;

/** `usual` is the number of runs where FC_RUNS is not set. */
export const runs = (usual: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: FC_RUNS === undefined ? usual : Number(FC_RUNS),
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
});
