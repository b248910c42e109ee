/**
 * How long the tests run that find more the longer they run. One variable for all: without LONG each has the length it has in every
 * check, LONG=1 is the full length, LONG=0.1 a tenth of that. No suite gets shorter than in a check.
 */
const given = process.env.LONG;
const share = Number(given ?? 0);
if (!(share >= 0 && share <= 1)) throw new Error(`LONG is ${given}: give a share between 0 and 1, such as LONG=1 or LONG=0.1`);

/** Rounds, facts or runs of the suite called `name`, given its length in a check and its full length. A longer run says its lengths. */
export function length(name: string, usual: number, long: number): number {
  const chosen = Math.max(usual, Math.round(long * share));
  if (share > 0) console.log(`${name}: ${chosen} (in a check ${usual})`);
  return chosen;
}
