/** A host as a process of its own, tokens to ask it with, and short words to ask. */
import { type generateKeyPair, importJWK, SignJWT } from 'jose';
import { type Child, childOf } from '../../../.config/child.ts';
import { freePort } from '../../../.config/free-port.ts';
import { publicKey } from '../development-key.ts';

/** The other half of the development key. */
const privateKey = { ...publicKey, d: 'NPPefOCMbXNM_kZB72zurfgPBjnKB5XHKITKl-OCCNE' };

export interface Person {
  readonly sub: string;
  readonly unit: string;
  readonly role: string;
}

export const clerk: Person = { sub: 'cb-9', unit: 'nghe-an', role: 'clerk' };
export const head: Person = { sub: 'cb-114', unit: 'nghe-an', role: 'head' };

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  /** From now on, as `1h` or `-1s`; `never` for a token without an end. */
  readonly ends?: string;
  /** The development key where none is given. */
  readonly signedWith?: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
}

export async function tokenOf(person: object, claims: Claims = {}): Promise<string> {
  const { iss = 'https://sign-in.example', aud = 'redress', ends = '1h', signedWith } = claims;
  const token = new SignJWT({ ...person, iss, aud }).setProtectedHeader({ alg: 'ES256' });
  const key = signedWith ?? (await importJWK(privateKey, 'ES256'));
  return (ends === 'never' ? token : token.setExpirationTime(ends)).sign(key);
}

export interface Hosted {
  /** Where it listens, also after it was started again. */
  readonly base: string;
  /** Every line it has printed since it was started last. */
  lines(): readonly string[];
  /** Starts it, or starts it again after it has ended. Resolves once it is ready. */
  start(): Promise<void>;
  /** Sends the signal, and waits for the end. */
  stop(signal: NodeJS.Signals): ReturnType<Child['stop']>;
}

/** A host at `entry`, not yet started. `env` says which store it has. */
export async function hostAt(entry: URL, env: Readonly<Record<string, string>>): Promise<Hosted> {
  const port = String(await freePort());
  const base = `http://127.0.0.1:${port}`;
  let child: Child | undefined;
  const running = (): Child => {
    if (child === undefined) throw new Error('the host was not started');
    return child;
  };
  return {
    base,
    lines: () => running().lines,
    stop: (signal) => running().stop(signal),
    start: async () => {
      const started = childOf(entry, { ...env, PORT: port });
      child = started;
      let over = false;
      started.ended.then(() => {
        over = true;
      });
      while (!over && (await statusOf(`${base}/readyz`)) !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
      if (over) throw new Error(`the host ended:\n${started.lines.join('\n')}`);
    },
  };
}

/** Null where nobody answers. */
export const statusOf = (address: string): Promise<number | null> =>
  fetch(address).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => null,
  );

export interface Sending {
  readonly token?: string;
  readonly key?: string;
  readonly language?: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What it holds; its shape is the handler's to test. */
  readonly body: Readonly<Record<string, unknown>>;
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  body: (await response.json()) as Answer['body'],
});

export async function post(address: string, { token, key, language = 'en', body }: Sending): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  return answerOf(await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export const get = async (address: string, token: string): Promise<Answer> =>
  answerOf(await fetch(address, { headers: { authorization: `Bearer ${token}` } }));
