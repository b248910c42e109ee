/** The page of a case of forty facts at the desk, against what it cannot do without: `load` and `options`. */
import { join } from 'node:path';
import { type CasePage, openCasePage } from '../../../examples/desk/bench/case-page.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { inTimedRounds, type Measured, now, type Timed } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 151;
const WARM_UP = 200;
const TIMES = 10;
const FACTS = 40;

/** Every fact of the case is on the page. */
async function check({ page, loaded }: CasePage): Promise<void> {
  const body = (await page()).toString();
  const [facts] = await loaded();
  same('facts of the case', facts, FACTS);
  same('facts on the page', body.match(/Đã hỏi cơ quan chi trả lần \d+/g)?.length, FACTS - 7);
}

const way = (name: string, work: () => Promise<unknown>): Timed => ({
  name,
  async run() {
    const start = now();
    for (let time = 0; time < TIMES; time += 1) await work();
    return (now() - start) / TIMES;
  },
});

async function run(): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const desk = await openCasePage(join(folder, 'desk.db'));
    await check(desk);
    const ways = [way('page', desk.page), way('load and options', desk.loaded)];
    const measured = await inTimedRounds(ways, { warmUp: WARM_UP, rounds: ROUNDS });
    await desk.close();
    return resultOf(measured);
  });
}

function resultOf([page, loaded]: readonly Measured[]): readonly Result[] {
  if (!page || !loaded) return [];
  return [
    {
      measured: `the desk's page of a case of ${FACTS} facts`,
      rival: 'load and options of it',
      ours: time(page.nanoseconds),
      theirs: time(loaded.nanoseconds),
      ratio: loaded.ratio,
      wanted: 1 / 3,
      notes: ["one reader, the whole of the desk with Node's own request and answer, but no socket, on SQLite"],
    },
  ];
}

export const casePage: Benchmark = { name: 'case-page', describes: "the desk's page of a case", run };
