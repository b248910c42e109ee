/** The page of a case of forty facts at the desk, against what it cannot do without: `load` and `options`. */
import { join } from 'node:path';
import { type CasePage, openCasePage } from '../../../examples/desk/bench/case-page.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { measuredOf, now, turned } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 61;
const WARM_UP = 40;
const TIMES = 10;
const FACTS = 40;

/** Every fact of the case is on the page. */
async function check({ page, loaded }: CasePage): Promise<void> {
  const body = Buffer.concat(await page()).toString();
  const [facts] = await loaded();
  same('facts of the case', facts, FACTS);
  same('facts on the page', body.match(/Đã hỏi cơ quan chi trả lần \d+/g)?.length, FACTS - 7);
}

async function nanosecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = now();
  for (let time = 0; time < TIMES; time += 1) await work();
  return (now() - start) / TIMES;
}

async function run(): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const desk = await openCasePage(join(folder, 'desk.db'));
    await check(desk);
    const ways = [
      { name: 'page', taken: [] as number[], work: desk.page },
      { name: 'load and options', taken: [] as number[], work: desk.loaded },
    ] as const;
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      for (const { taken, work } of turned(ways, round)) {
        const nanoseconds = await nanosecondsOf(work);
        if (round >= WARM_UP) taken.push(nanoseconds);
      }
    }
    await desk.close();
    return resultOf(ways);
  });
}

function resultOf(ways: readonly { readonly name: string; readonly taken: readonly number[] }[]): readonly Result[] {
  const [page, loaded] = measuredOf(ways);
  if (!page || !loaded) return [];
  return [
    {
      measured: `the desk's page of a case of ${FACTS} facts`,
      rival: 'load and options of it',
      ours: time(page.nanoseconds),
      theirs: time(loaded.nanoseconds),
      ratio: loaded.ratio,
      wanted: 1 / 3,
      notes: ['one reader, the whole of the desk but no socket, on SQLite'],
    },
  ];
}

export const casePage: Benchmark = { name: 'case-page', describes: "the desk's page of a case", run };
