/** Sitting down, standing up, and the language. */
import { Problem, send } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { signInPage } from '../pages/sign-in.ts';
import { isPost, personAt, posts } from '../people.ts';
import { newSession } from '../session.ts';
import { formOf } from './form.ts';

/** The page where each of the five begins. */
const first = { officer: '/', head: '/', superior: '/', inspector: '/overdue', auditor: '/audit' } as const;

export function sittingRoutes({ app, office, reader, sit }: Desk): void {
  const people = () => posts.map((post) => personAt(post, office.engine.organisation, office.engine.today()));
  app.get('/sign-in', (request, reply) => send(reply, signInPage(reader(request), people())));
  app.post('/sign-in', (request, reply) => {
    const post = formOf(request).get('post') ?? '';
    if (!isPost(post)) throw new Problem(400, 'badRequest', 'badRequestSays');
    sit(reply, newSession(post));
    return reply.redirect(first[post], 303);
  });
  app.post('/sign-out', (_request, reply) => {
    sit(reply, newSession(null));
    return reply.redirect('/sign-in', 303);
  });
  app.get<{ Params: { language: string }; Querystring: { back?: unknown } }>('/language/:language', (request, reply) => {
    const { language } = request.params;
    if (language !== 'vi' && language !== 'en') throw new Problem(404, 'notFound', 'notFoundSays');
    reply.setCookie('language', language, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 3600 });
    return reply.redirect(ownAddress(request.query.back), 303);
  });
}

/** Only an address of this desk is gone back to, and never one that would change the language again. */
function ownAddress(back: unknown): string {
  const own = typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) && !back.startsWith('/language/');
  return own ? back : '/';
}
