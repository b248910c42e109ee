/** What one address is: how it is asked, what it may answer, and the function that does. */
import type { Actor, CaseState, Engine } from '@redress/core';
import type { z } from 'zod';
import type { Language } from './language.ts';
import type { No } from './problem.ts';
import type { ProblemCode } from './statuses.ts';
import type { View } from './view.ts';

/** What may be read: a case, or the log with every case in it. */
export type Readable = { readonly case: string; readonly state: CaseState } | { readonly log: true };

/** A way to sign in, as OpenAPI 3.1 writes it. */
export type SecurityScheme = { readonly description?: string } & (
  | { readonly type: 'http'; readonly scheme: string; readonly bearerFormat?: string }
  | { readonly type: 'apiKey'; readonly in: 'cookie' | 'header' | 'query'; readonly name: string }
  | { readonly type: 'openIdConnect'; readonly openIdConnectUrl: string }
  | { readonly type: 'oauth2'; readonly flows: Readonly<Record<string, object>> }
  | { readonly type: 'mutualTLS' }
);

export interface HandlerOptions {
  /**
   * Who asks, by what the host knows of the request; null where nobody is signed in. It is never taken from a body.
   * Where that cannot be told now, as in an outage of the sign-in service, it throws a `SignInUnavailable`: 503. Any other error is 500.
   */
  readonly actorOf: (request: Request) => Actor | null | Promise<Actor | null>;
  /** Whether this may be read. Default: whoever the host knows may read everything. Commands are judged by the engine's authority. */
  readonly mayRead?: (actor: Actor, what: Readable) => boolean | Promise<boolean>;
  /** Read models of the host's own, each at `/views/{name}`. */
  readonly views?: Readonly<Record<string, View>>;
  /** The path below which the handler is mounted, as the request shows it: `/api`, say. Default: none. */
  readonly basePath?: string;
  /**
   * How the host's clients sign in, as the OpenAPI document and the `WWW-Authenticate` of a 401 say it: `securitySchemes` of OpenAPI 3.1,
   * any one of which will do. It describes `actorOf` and checks nothing. `http` is asked for by its scheme, `oauth2` and `openIdConnect` as
   * `Bearer`, `apiKey` as `ApiKey in="header", name="X-API-Key"` (keys have no scheme of a standard), `mutualTLS` not at all. Default: the
   * document says nothing of it, and a 401 asks for `Bearer`.
   */
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  /** Once it aborts, live updates end, and a server that waits for its connections can close. */
  readonly closing?: AbortSignal;
  /** Told of every fault that a client is told only the number of. Default: printed on the console's error stream. */
  readonly onFault?: (fault: unknown, where: FaultPlace) => void;
}

/** Which request it was, and the number that the client was told. */
export interface FaultPlace {
  readonly request: Request;
  readonly instance: string;
}

/** What every address needs. */
export interface Host {
  readonly engine: Engine;
  readonly options: HandlerOptions;
  /** Whether the actor may read it. */
  mayRead(actor: Actor, what: Readable): Promise<boolean>;
  /** Hands a fault to the host, and gives the number that the client is told. */
  report(fault: unknown, request: Request): string;
  /** Calls `stop` once the host closes, at once where it has; the answer forgets it. */
  whenClosing(stop: () => void): () => void;
  /** What a 401 asks for, as `WWW-Authenticate` has it; null where no challenge can be named. */
  readonly challenge: string | null;
}

/** A request that has found its address, asked by somebody. */
export interface Asked {
  readonly request: Request;
  readonly actor: Actor;
  /** The named parts of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** What the address's own schema made of the query. */
  readonly query: unknown;
  /** The media type that the client wants most. */
  readonly type: string;
  readonly language: Language;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A value is written as JSON. */
  readonly body: { readonly json: unknown } | { readonly text: string } | { readonly stream: ReadableStream<Uint8Array> } | null;
}

export const reply = (json: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Reply => ({
  status,
  headers,
  body: { json },
});

export interface GoodAnswer {
  readonly says: string;
  /** Media type → the name of a schema in the OpenAPI document; `Text` for what is no JSON. */
  readonly content?: Readonly<Record<string, string>>;
  readonly headers?: readonly string[];
}

/** An answer that is JSON and nothing else. */
export const jsonAnswer = (says: string, schema: string, headers: readonly string[] = []): GoodAnswer => ({
  says,
  content: { 'application/json': schema },
  headers,
});

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Segments in braces are named. */
  readonly path: string;
  /** Names the operation in the OpenAPI document. */
  readonly name: string;
  readonly describes: string;
  readonly query: z.ZodType;
  /** Media types, the one first that is given to whoever wants any. */
  readonly offers: readonly [string, ...string[]];
  /** What the good answers hold, by status. */
  readonly answers: Readonly<Record<number, GoodAnswer>>;
  /** Whether a command is sent. */
  readonly command?: 'to-a-case' | 'opens';
  /** What it may say no to besides what every address may. */
  readonly codes: readonly ProblemCode[];
  readonly answer: (asked: Asked) => Promise<Reply | No>;
}
