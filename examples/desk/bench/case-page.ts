/** A complaint of forty facts at a desk, for the benchmark of its page: the page, and `load` and `options` of it. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { isRefusal, sayRefusal } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import type { FastifyInstance } from 'fastify';
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

/** A connection that stays open: what is written to it is copied, as the system would. */
class Connection extends Socket {
  #taken = Buffer.alloc(1024 * 1024);
  #length = 0;

  override _writev(pieces: { chunk: Buffer | string; encoding: BufferEncoding }[], done: () => void): void {
    for (const { chunk, encoding } of pieces) this._write(chunk, encoding, () => undefined);
    done();
  }

  override _write(piece: Buffer | string, encoding: BufferEncoding, done: () => void): void {
    this.#length += typeof piece === 'string' ? this.#taken.write(piece, this.#length, encoding) : piece.copy(this.#taken, this.#length);
    done();
  }

  /** What Node's own server would hand to the application, and what it answers. Good until the next is asked. */
  ask(app: FastifyInstance, url: string, cookie: string): Promise<Buffer> {
    this.#length = 0;
    const request = new IncomingMessage(this);
    Object.assign(request, { method: 'GET', url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 });
    request.headers = { host: 'localhost', cookie };
    request.push(null);
    const response = new ServerResponse(request);
    response.assignSocket(this);
    return new Promise((resolve) => {
      response.on('finish', () => {
        response.detachSocket(this);
        resolve(this.#taken.subarray(0, this.#length));
      });
      app.routing(request, response);
    });
  }
}

export interface CasePage {
  /** The answer as it goes to its officer's socket: the head, and the page in UTF-8. */
  page(): Promise<Buffer>;
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
  const connection = new Connection();
  const { engine } = office;
  const { actor } = personAt('officer', engine.organisation, TODAY);
  return {
    page: async () => {
      const answer = await connection.ask(app, `/cases/${ID}`, officer.cookie);
      if (!answer.toString('latin1', 0, 13).startsWith('HTTP/1.1 200 ')) throw new Error(`the page answered ${answer}`);
      return answer;
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
