/** The host's own read models. */
import { z } from 'zod';
import { type No, no } from './problem.ts';
import { NOT_KEPT } from './query.ts';
import { type Asked, type Host, jsonAnswer, type Reply, type Route, reply } from './route.ts';
import type { View } from './view.ts';

export const viewRoutes = (host: Host): readonly Route[] =>
  Object.entries(host.options.views ?? {}).map(([name, view]) => ({
    method: 'GET',
    path: `/views/${name}`,
    name: `view-${name}`,
    describes: view.describes,
    query: view.query ?? z.strictObject({}),
    offers: ['application/json'],
    answers: { 200: jsonAnswer('What the view holds.', `View.${name}`) },
    codes: ['VIEW_ANSWERED_WRONGLY'],
    answer: (asked) => theView(host, name, view, asked),
  }));

/** A view that breaks its promise is a fault of the host's, which is told what was wrong. */
async function theView(host: Host, name: string, view: View, { request, actor, query }: Asked): Promise<Reply | No> {
  const answer = view.answer.safeParse(await view.read(query, actor));
  if (answer.success) return reply(answer.data, NOT_KEPT);
  const instance = host.report(new TypeError(`the view ${name} answered wrongly: ${answer.error.message}`), request);
  return { ...no('VIEW_ANSWERED_WRONGLY', { name }), instance };
}
