/** The handler: finds the address, asks who is there, and puts what comes of it into a response. */
import { type Actor, type Engine, readBy, StoreFault } from '@redress/core';
import { z } from 'zod';
import { caseTypeRoutes } from './case-types.ts';
import { caseRoutes } from './cases.ts';
import { challengeOf, unnameable } from './challenge.ts';
import { commandRoutes } from './commands.ts';
import { jsonText } from './json.ts';
import { type Language, languageOf } from './language.ts';
import { logRoutes } from './log.ts';
import { openApiRoute } from './openapi.ts';
import { faulty, isNo, type No, no, problemOf } from './problem.ts';
import { NO_CONTROL } from './query.ts';
import type { Asked, FaultPlace, HandlerOptions, Host, Reply, Route } from './route.ts';
import { statuses } from './statuses.ts';
import { viewRoutes } from './views.ts';
import { chosen } from './weighed.ts';

/**
 * The engine behind web-standard requests, for any server. The handler keeps nothing between requests but how far it has read the log,
 * so any number of them may run over one store. It answers whatever comes: a fault is a problem of the status 500 or 503, told to
 * `onFault`. Throws a `TypeError` at once for a `basePath` or a view's name that no address can have, and for a scheme of signing in
 * that no header can name.
 */
export function createHandler(engine: Engine, options: HandlerOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const host = hostOf(engine, options);
  const ofEngine = [...commandRoutes(host), ...caseRoutes(host), ...caseTypeRoutes(host), ...logRoutes(host), ...viewRoutes(host)];
  const routes = [...ofEngine, openApiRoute(host, ofEngine)].map(placed);
  return async (request) => {
    const language = languageOf(request.headers.get('accept-language'));
    try {
      const answer = await answered(host, routes, request, language);
      return responseTo(request, isNo(answer) ? replyTo(answer, language) : answer);
    } catch (fault) {
      return responseTo(request, replyTo(noTo(host, fault, request), language));
    }
  };
}

/** What a store will not take from a sender is the sender's to mend, and no fault. */
function noTo(host: Host, fault: unknown, request: Request): No {
  if (fault instanceof StoreFault && statuses[fault.code] < 500) return no(fault.code);
  return faulty(fault, host.report(fault, request));
}

function checkOptions({ basePath = '', views = {}, securitySchemes }: HandlerOptions): void {
  if (!/^(\/[\w~-][\w.~-]*)*$/.test(basePath)) {
    throw new TypeError(
      `basePath is ${JSON.stringify(basePath)}: give it with a slash before and none after, as /api. No handler was made.`,
    );
  }
  const [unnamed] = unnameable(securitySchemes);
  if (unnamed !== undefined) {
    throw new TypeError(`securitySchemes.${unnamed}.scheme is no name of an HTTP scheme, as bearer or basic. No handler was made.`);
  }
  const wrong = Object.keys(views).find((name) => !/^[\w-][\w.-]*$/.test(name));
  if (wrong === undefined) return;
  throw new TypeError(`a view is called ${JSON.stringify(wrong)}: use letters, digits, and . _ - only, no . first. No handler was made.`);
}

/** One listener on the host's signal, however many live updates there are. */
function whenClosing({ closing }: HandlerOptions): Host['whenClosing'] {
  const open = new Set<() => void>();
  closing?.addEventListener('abort', () => {
    for (const stop of open) stop();
  });
  return (stop) => {
    if (closing?.aborted) stop();
    open.add(stop);
    return () => void open.delete(stop);
  };
}

/** A host's own log that fails must not fail the answer. */
async function told(onFault: NonNullable<HandlerOptions['onFault']>, fault: unknown, where: FaultPlace): Promise<void> {
  try {
    await onFault(fault, where);
  } catch (other) {
    console.error(where.instance, fault, other);
  }
}

function hostOf(engine: Engine, options: HandlerOptions): Host {
  return {
    engine,
    options,
    mayRead: async (actor, what) => options.mayRead === undefined || (await options.mayRead(actor, what)),
    report: (fault, request) => {
      const instance = `urn:uuid:${crypto.randomUUID()}`;
      if (options.onFault) void told(options.onFault, fault, { request, instance });
      else console.error(instance, fault);
      return instance;
    },
    whenClosing: whenClosing(options),
    challenge: challengeOf(options.securitySchemes),
  };
}

/** A part of a path that is written so, or has a name and is anything. */
type Segment = { readonly text: string } | { readonly name: string };

/** A route, its path taken apart once. */
interface Placed {
  readonly route: Route;
  readonly segments: readonly Segment[];
}

function placed(route: Route): Placed {
  const parts = route.path.slice(1).split('/');
  return { route, segments: parts.map((part) => (part.startsWith('{') ? { name: part.slice(1, -1) } : { text: part })) };
}

async function answered(host: Host, routes: readonly Placed[], request: Request, language: Language): Promise<Reply | No> {
  const found = routeFor(routes, request, host.options.basePath ?? '');
  if (isNo(found) || 'status' in found) return found;
  const { route, path, url } = found;
  const actor = actorIn(await host.options.actorOf(request));
  if (actor === null) return no('NOT_SIGNED_IN', {}, host.challenge === null ? {} : { 'www-authenticate': host.challenge });
  const type = chosen(request.headers.get('accept'), route.offers);
  if (type === null) return no('NOT_ACCEPTABLE', { offered: route.offers.join(', ') });
  const query = queryOf(route, url);
  if (isNo(query)) return query;
  const asked: Asked = { request, actor, path, query: query.value, type, language };
  return route.answer(asked);
}

const actorShape = z.object({
  id: z.string().min(1),
  unit: z.string().min(1),
  role: z.string().min(1),
  onBehalfOf: z.string().min(1).optional(),
});

/** What is neither an actor nor nobody is the host's mistake, and lets nobody in. */
function actorIn(given: Actor | null | undefined): Actor | null {
  if (given === null || given === undefined) return null;
  const read = readBy<Actor>(actorShape, given);
  if ('problem' in read) throw new TypeError(`actorOf gave what is no actor: ${read.problem}. Nothing was done.`);
  return given;
}

interface Found {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
  readonly url: URL;
}

/** The address that was asked for, or what there is to say without one. */
function routeFor(routes: readonly Placed[], request: Request, basePath: string): Found | Reply | No {
  const url = new URL(request.url);
  const { pathname } = url;
  if (!pathname.startsWith(`${basePath}/`)) return no('OUTSIDE_BASE_PATH', { path: pathname, basePath });
  const segments = decoded(pathname.slice(basePath.length + 1));
  if (segments === null) return no('MALFORMED_ADDRESS', { problem: 'what is percent-encoded is not UTF-8, or is a control character' });
  const here: Found[] = [];
  for (const { route, segments: wanted } of routes) {
    const path = fits(wanted, segments);
    if (path !== null) here.push({ route, path, url });
  }
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return here.find(({ route }) => route.method === method) ?? withoutRoute(here, { path: pathname, method: request.method, basePath });
}

function withoutRoute(
  here: readonly Found[],
  named: { readonly path: string; readonly method: string; readonly basePath: string },
): Reply | No {
  if (here.length === 0) return no('NO_SUCH_ADDRESS', named);
  const allow = [...here.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])), 'OPTIONS'].join(', ');
  return named.method === 'OPTIONS' ? { status: 204, headers: { allow }, body: null } : no('METHOD_NOT_ALLOWED', named, { allow });
}

function decoded(path: string): readonly string[] | null {
  const segments = path.split('/');
  if (!path.includes('%')) return segments;
  try {
    const plain = segments.map(decodeURIComponent);
    // A control character is in no id, and nothing that every store could look for; in an address it stands percent-encoded only.
    return plain.every((segment) => NO_CONTROL.test(segment)) ? plain : null;
  } catch {
    return null;
  }
}

/** The named parts, where the segments are those of the path; null where they are not. */
function fits(wanted: readonly Segment[], segments: readonly string[]): Readonly<Record<string, string>> | null {
  if (wanted.length !== segments.length) return null;
  const named: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = segments[index] ?? '';
    if ('text' in part) {
      if (part.text !== segment) return null;
    } else if (segment === '') return null;
    else named[part.name] = segment;
  }
  return named;
}

function queryOf({ query }: Route, url: URL): { readonly value: unknown } | No {
  const given = new Map<string, string | string[]>();
  // Asked for, its parameters would be taken apart even where there are none.
  for (const name of url.search === '' ? [] : url.searchParams.keys()) {
    const [only = '', ...more] = url.searchParams.getAll(name);
    given.set(name, more.length === 0 ? only : [only, ...more]);
  }
  if (given.has('__proto__')) return no('INVALID_QUERY', { problem: '__proto__: is no name for a field' });
  const read = readBy<unknown>(query, Object.fromEntries(given));
  return 'problem' in read ? no('INVALID_QUERY', { problem: read.problem }) : { value: read.value };
}

function replyTo(not: No, language: Language): Reply {
  const headers = {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    vary: 'accept-language',
    ...not.headers,
  };
  return { status: statuses[not.code], headers, body: { json: problemOf(not, language) } };
}

function responseTo(request: Request, { status, headers, body }: Reply): Response {
  const type = body !== null && 'json' in body && !('content-type' in headers) ? { 'content-type': 'application/json' } : {};
  const all = { 'x-content-type-options': 'nosniff', ...type, ...headers };
  return new Response(request.method === 'HEAD' || body === null ? null : bodyOf(body), { status, headers: all });
}

function bodyOf(body: NonNullable<Reply['body']>): string | ReadableStream<Uint8Array> {
  if ('json' in body) return jsonText(body.json);
  return 'text' in body ? body.text : body.stream;
}
