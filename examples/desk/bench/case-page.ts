/** A complaint of forty facts at a desk, for the benchmark of its page: the page, and what no page of it can do without. */
import { isRefusal, sayRefusal } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { createDesk } from '../desk.ts';
import { type Office, officeOver } from '../office.ts';
import { type Post, personAt } from '../people.ts';
import { Client } from '../test/client.ts';

const TODAY = '2026-11-20';
const FACTS = 40;
const ID = 'KN-40';

type Step = readonly [type: string, on: string, post: Post, data: Readonly<Record<string, unknown>>];

const member = { member: 'N-1', signed: true };
const contests = {
  decision: '12/QĐ-BHXH',
  issuedBy: 'nghe-an.co-so-vinh',
  issuedOn: '2026-09-20',
  learnedOn: '2026-09-25',
  kind: 'decision',
} as const;

const before: readonly Step[] = [
  [
    'Receive',
    '2026-10-05',
    'officer',
    { channel: 'post', unit: contests.issuedBy, summary: 'Cắt lương hưu từ tháng 9.', complainants: [member], contests },
  ],
  ['Acknowledge', '2026-10-06', 'officer', { document: 'BN-40' }],
  ['Accept', '2026-10-08', 'head', { document: 'TL-40' }],
  ['Assign', '2026-10-08', 'head', { person: 'cv-2861' }],
  ['CallDialogue', '2026-10-12', 'officer', { heldOn: '2026-10-19', place: 'Phòng tiếp công dân' }],
];
const after: readonly Step[] = [
  ['Resolve', '2026-11-06', 'head', { outcome: 'right', decision: 'QĐ-40', summary: 'Khôi phục mức lương hưu.' }],
  ['Serve', '2026-11-09', 'officer', { to: ['N-1'], decision: 'QĐ-40' }],
];
const note = (at: number): Step => ['Note', '2026-10-20', 'officer', { text: `Đã hỏi cơ quan chi trả lần ${at}.` }];

const life: readonly Step[] = [
  ...before,
  ...Array.from({ length: FACTS - before.length - after.length }, (_, at) => note(at + 1)),
  ...after,
];

async function lived({ engine }: Office): Promise<void> {
  for (const [at, [type, on, post, data]] of life.entries()) {
    const { actor } = personAt(post, engine.organisation, on);
    const outcome = await engine.execute({ id: `${ID}-${at}`, type, case: ID, on, actor, data });
    if (isRefusal(outcome)) throw new Error(`${type}: ${sayRefusal(outcome)}`);
  }
}

export interface CasePage {
  /** The page as its officer gets it, in pieces of UTF-8, without a socket between. */
  page(): Promise<readonly Uint8Array[]>;
  /** The case, and what its officer may ask of it; gives how many facts it has and how many answers there were. */
  loaded(): Promise<readonly [facts: number, options: number]>;
  close(): Promise<void>;
}

/** Over a SQLite file that is not there yet. */
export async function openCasePage(file: string): Promise<CasePage> {
  const store = await openSqlite(file);
  const office = officeOver(store, TODAY);
  await lived(office);
  const app = await createDesk({ store, today: TODAY });
  const officer = new Client(app);
  await officer.sit('officer');
  const { engine } = office;
  const { actor } = personAt('officer', engine.organisation, TODAY);
  return {
    page: async () => {
      const answer = await app.inject({ url: `/cases/${ID}`, headers: { cookie: officer.cookie }, payloadAsStream: true });
      if (answer.statusCode !== 200) throw new Error(`the page answered ${answer.statusCode}`);
      return answer.stream().toArray();
    },
    loaded: async () => {
      const loaded = await engine.load(ID);
      const options = await engine.options(ID, actor, TODAY);
      return [loaded?.state.version ?? 0, options.length];
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}
