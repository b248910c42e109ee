/** The desk: an engine, its lists in memory, and the pages over them. Everything works by links and forms; a script only brings news. */
import { randomBytes } from 'node:crypto';
import cookies from '@fastify/cookie';
import type { EventStore, LegalDay } from '@redress/core';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { notFound, Problem, send } from './answer.ts';
import { unitSaid } from './forms/choices.ts';
import { type Office, officeOver } from './office.ts';
import { problemPage, type Reader } from './pages/page.ts';
import { type Person, personAt } from './people.ts';
import { problemOf } from './problems.ts';
import { LONGEST_FORM } from './routes/form.ts';
import { live } from './routes/live.ts';
import { readingRoutes } from './routes/reading.ts';
import { sittingRoutes } from './routes/sitting.ts';
import { writingRoutes } from './routes/writing.ts';
import { isToken, newSession, type Session, Sittings, sessionFrom, sessionText, tokenOf } from './session.ts';
import { staticFiles } from './static-files.ts';
import { type Language, Tongue } from './texts/tongue.ts';
import { type Cases, follow } from './views.ts';

export interface DeskOptions {
  readonly store: EventStore;
  /** The day it is at this desk; by default the machine's. */
  readonly today?: LegalDay;
}

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What the routes have at hand. */
export interface Desk {
  readonly app: FastifyInstance;
  readonly office: Office;
  readonly cases: Cases;
  /** Rejects once the lists stand still. */
  readonly ended: Promise<unknown>;
  readonly key: Uint8Array;
  readonly sittings: Sittings;
  tongue(language: Language): Tongue;
  /** Whom a page is for: the language and the person are the request's. */
  reader(request: FastifyRequest): Reader;
  person(request: FastifyRequest): Person | null;
  session(request: FastifyRequest): Session;
  /** Whether the browser brought no cookie, or one of a session that is over. */
  isStranger(request: FastifyRequest): boolean;
  /** From this answer on. */
  sit(exchange: Exchange, session: Session): void;
  speak(exchange: Exchange, language: Language): void;
}

/** By another name it is asked from a page elsewhere, whose owner has that name lead here. */
const OWN_NAMES: readonly string[] = ['127.0.0.1', 'localhost'];
/** By the port, which a browser does not ask about before it sends a cookie: there may be another desk beside this one. */
const sessionCookie = ({ port }: FastifyRequest): string => `desk-${port ?? 80}`;
const LANGUAGE = 'language';

/** Everything comes from here, no script stands in a page, and nobody may frame one. */
const POLICY = [
  "default-src 'none'",
  ...["style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

const isAskedByOwnName = ({ hostname }: FastifyRequest): boolean => OWN_NAMES.includes(hostname);
const misdirected = (): Problem => new Problem(421, 'badRequest', 'badRequestSays');

type Malformed = (error: Error, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Every answer has them. */
const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Starts following the log; closing the app ends that, and leaves the store open. */
export async function createDesk({ store, today }: DeskOptions): Promise<FastifyInstance> {
  // Nobody's seat outlives the process, so the key of the cookies need not either.
  const key = randomBytes(32);
  // Of an address that no route can read Fastify tells here alone, before any hook.
  const told: { malformed: Malformed | null } = { malformed: null };
  const app = fastify({
    logger: false,
    bodyLimit: LONGEST_FORM,
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: (error, request, reply) => told.malformed?.(error, request, reply),
  });
  await app.register(cookies, { secret: Buffer.from(key) });
  const office = officeOver(store, today);
  const stopping = new AbortController();
  const { cases, ended } = await follow(store, office.engine.caseTypes, stopping.signal);
  // A desk whose lists stand still must not go on as if they were true.
  let broken: unknown = null;
  ended.catch((fault: unknown) => {
    broken = fault;
  });
  app.addHook('onClose', async () => {
    stopping.abort();
    await ended.catch(() => undefined);
  });
  const desk = deskOf({ app, office, cases, ended, key });
  app.addHook('onRequest', async (request) => {
    if (!isAskedByOwnName(request)) throw misdirected();
  });
  // After the form has been read, so that it is not lost.
  app.addHook('preHandler', async () => {
    if (broken !== null) throw broken;
  });
  hooks(desk);
  staticFiles(app);
  for (const routes of [sittingRoutes, readingRoutes, writingRoutes, live]) routes(desk);
  told.malformed = problems(desk);
  return app;
}

function deskOf(parts: Pick<Desk, 'app' | 'office' | 'cases' | 'ended' | 'key'>): Desk {
  const { app, office, cases, key } = parts;
  const { engine } = office;
  const unit = (id: string): string => unitSaid(engine.organisation, id, engine.today());
  const tongues = { vi: new Tongue('vi', unit, engine.law.timeZone), en: new Tongue('en', unit, engine.law.timeZone) };
  const sessions = new WeakMap<FastifyRequest, Session>();
  const strangers = new WeakSet<FastifyRequest>();
  const sittings = new Sittings();
  const session = (request: FastifyRequest): Session => {
    const asked = sessions.get(request);
    if (asked) return asked;
    const signed = request.cookies[sessionCookie(request)];
    const unsigned = signed === undefined ? null : app.unsignCookie(signed);
    const known = unsigned?.valid ? sessionFrom(unsigned.value) : null;
    const goesOn = known !== null && (known.post === null || sittings.has(known.nonce));
    const found = goesOn ? known : newSession(null);
    if (!goesOn) strangers.add(request);
    sessions.set(request, found);
    return found;
  };
  const person = (request: FastifyRequest): Person | null => {
    const { post } = session(request);
    return post === null ? null : personAt(post, engine.organisation, engine.today());
  };
  return {
    ...parts,
    sittings,
    tongue: (language) => tongues[language],
    session,
    isStranger: (request) => session(request).post === null && strangers.has(request),
    person,
    sit: ({ request, reply }, sitting) => {
      sittings.end(session(request).nonce);
      sittings.begin(sitting);
      sessions.set(request, sitting);
      const options = { signed: true, httpOnly: true, sameSite: 'lax', path: '/', secure: 'auto' } as const;
      reply.setCookie(sessionCookie(request), sessionText(sitting), options);
    },
    speak: ({ request, reply }, language) => {
      request.cookies[LANGUAGE] = language;
      reply.setCookie(LANGUAGE, language, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 3600 });
    },
    reader: (request) => {
      const sitting = person(request);
      return {
        tongue: tongues[request.cookies[LANGUAGE] === 'en' ? 'en' : 'vi'],
        person: sitting,
        token: tokenOf(session(request), key),
        address: request.url,
        today: engine.today(),
        offers: sitting === null ? 0 : offersTo(cases, sitting.actor.unit),
      };
    },
  };
}

export const offersTo = (cases: Cases, unit: string): number =>
  cases.all().filter(({ at, custody }) => !at.final && custody.offer?.toUnit === unit).length;

/** Before a route: headers, forms read as they were sent, and no form without the token of its session. */
function hooks({ app, key, session, isStranger, sit }: Desk): void {
  app.removeAllContentTypeParsers();
  // The end of a line is one character where a browser counts what may be typed, and two where it sends it.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body).replaceAll(/%0D%0A/gi, '%0A'))),
  );
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    // What is asked for beside a page has no form, and must not change the session that the forms of the page are of.
    const beside = request.url.startsWith('/static/') || request.url === '/live';
    if (!beside && isStranger(request)) sit({ request, reply }, session(request));
  });
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'POST') return;
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    if (!isToken(form.get('token'), session(request), key)) throw new Problem(403, 'staleForm', 'staleFormSays');
  });
}

/** What answers an address that cannot be read: what else the hooks do is done here. */
function problems({ app, reader }: Desk): Malformed {
  const answer = (request: FastifyRequest, reply: FastifyReply, { status, title, says }: Problem): FastifyReply => {
    const whom = reader(request);
    return send(reply, problemPage(whom, whom.tongue.say(title), whom.tongue.say(says)), status);
  };
  app.setNotFoundHandler((request, reply) => answer(request, reply, notFound()));
  app.setErrorHandler((error, request, reply) => answer(request, reply, problemOf(error)));
  return (error, request, reply) => {
    request.cookies = app.parseCookie(request.headers.cookie ?? '');
    return answer(request, reply.headers(HEADERS), isAskedByOwnName(request) ? problemOf(error) : misdirected());
  };
}
