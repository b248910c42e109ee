/** How the desk answers: a page, or a page that says what was not done. */
import type { FastifyReply } from 'fastify';
import type { Html } from './html.ts';
import type { Saying } from './texts/tongue.ts';

/** As bytes: a text would be measured first and turned into bytes afterwards. */
export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(Buffer.from(page.toString()));

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
