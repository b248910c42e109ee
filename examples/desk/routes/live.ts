/** What a colleague does, told to every open page: the ids of the cases that changed, once the lists know of it. */
import { PassThrough } from 'node:stream';
import type { Desk } from '../desk.ts';

/** Milliseconds between two signs of life, so that nothing on the way takes the silence for an end. */
const ALIVE = 20_000;
/** Pages that may listen at once. */
const LISTENERS = 1_000;
/** Bytes that wait for a page that does not read. */
const MOST_UNREAD = 1024 * 1024;

export function live(desk: Desk): void {
  const { app, cases, ended: standStill, person, session, sittings } = desk;
  const open = new Set<PassThrough>();
  const endAll = (): void => {
    for (const stream of open) stream.end();
  };
  app.addHook('preClose', async () => endAll());
  // A page that goes on listening would hear nothing, and take it for no news.
  standStill.catch(endAll);
  app.get('/live', (request, reply) => {
    // No redirection: what listens could do nothing with another page.
    if (person(request) === null) return reply.code(401).send();
    const stream = new PassThrough();
    const heard = open.size < LISTENERS ? sittings.listens(session(request).nonce, () => stream.end()) : null;
    if (!heard) return reply.code(503).header('retry-after', '60').send();
    open.add(stream);
    stream.write('retry: 2000\n\n');
    const tell = (ids: readonly string[]): void => {
      stream.write(`event: changed\ndata: ${JSON.stringify(ids)}\n\n`);
      // Whoever does not read along is let go; the browser comes back by itself.
      if (stream.writableLength > MOST_UNREAD) ended();
    };
    const stop = cases.onChange(tell);
    const alive = setInterval(() => stream.write(':\n\n'), ALIVE);
    const ended = (): void => {
      stop();
      heard();
      clearInterval(alive);
      open.delete(stream);
      stream.destroy();
    };
    request.raw.on('close', ended);
    stream.on('end', ended);
    return reply.type('text/event-stream').header('x-accel-buffering', 'no').send(stream);
  });
}
