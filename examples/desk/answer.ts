/** How the desk answers: a page, or a page that says what was not done. */
import type { FastifyReply } from 'fastify';
import type { Html } from './html.ts';
import type { Saying } from './texts/tongue.ts';

/** Bytes that one unit of a text takes in UTF-8 at the most. */
const WIDEST = 3;

/** In bytes: the room for a longer page is not kept. */
const MOST_ROOM = 4 * 1024 * 1024;

let room = Buffer.alloc(0);

/** Written into room enough for any text of its length: Buffer.from would go through it once more, to measure it. */
function bytesOf(text: string): Buffer {
  if (text.length * WIDEST > MOST_ROOM) return Buffer.from(text);
  if (room.length < text.length * WIDEST) room = Buffer.allocUnsafeSlow(text.length * WIDEST);
  return Buffer.from(room.subarray(0, room.write(text)));
}

export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(bytesOf(page.toString()));

/** Answered by a page that says what was not done. */
export class Problem extends Error {
  readonly status: number;
  readonly title: Saying;
  readonly says: Saying;

  constructor(status: number, title: Saying, says: Saying) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.says = says;
  }
}

export const notFound = (): Problem => new Problem(404, 'notFound', 'notFoundSays');
