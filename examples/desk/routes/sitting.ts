/** Sitting down, standing up, and the language. */
import { Problem, send } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { isPost, oversees } from '../people.ts';
import { newSession } from '../session.ts';
import { isLanguage } from '../texts/tongue.ts';
import { keepingWhatWaits, shownAgain, signingIn, stale, waitingIn } from './again.ts';
import { formOf, LONGEST_FORM } from './form.ts';

/** The longest form of the desk, and what the page where one signs in adds to it. */
const LONGEST_WAITING = LONGEST_FORM + 4_096;

/** The page where each of the five begins. */
const first = { officer: '/', head: '/', superior: '/', inspector: '/overdue', auditor: '/audit' } as const;

export function sittingRoutes(desk: Desk): void {
  const { app, sit, speak, person } = desk;
  app.get('/sign-in', (request, reply) => send(reply, signingIn(desk, request)));
  app.post('/sign-in', { errorHandler: keepingWhatWaits(desk), bodyLimit: LONGEST_WAITING }, async (request, reply) => {
    const typed = formOf(request);
    const post = typed.get('post') ?? '';
    const language = typed.get('language') ?? '';
    if (post === '' && isLanguage(language)) {
      speak({ request, reply }, language);
      return send(reply, signingIn(desk, request, waitingIn(typed)));
    }
    if (!isPost(post)) throw new Problem(400, 'badRequest', 'badRequestSays');
    sit({ request, reply }, newSession(post));
    const sitting = person(request);
    const waiting = waitingIn(typed);
    if (!waiting || !sitting) return reply.redirect(first[post], 303);
    // Who only reads may not send it: it waits on for a seat that may.
    if (oversees(sitting)) return send(reply, signingIn(desk, request, waiting));
    const again = await shownAgain(desk, { request, reply, person: sitting }, waiting, stale(200));
    if (!again) throw new Problem(404, 'formLost', 'formLostSays');
    return again;
  });
  app.post('/sign-out', (request, reply) => {
    sit({ request, reply }, newSession(null));
    return reply.redirect('/sign-in', 303);
  });
  app.get<{ Params: { language: string }; Querystring: { back?: unknown } }>('/language/:language', (request, reply) => {
    const { language } = request.params;
    if (!isLanguage(language)) throw new Problem(404, 'notFound', 'notFoundSays');
    speak({ request, reply }, language);
    return reply.redirect(ownAddress(request.query.back), 303);
  });
}

/** Only an address of this desk is gone back to, and never one that would change the language again. */
function ownAddress(back: unknown): string {
  const own = typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(back) && !back.startsWith('/language/');
  return own ? back : '/';
}
