/** Who sits at the desk: a signed cookie that says which of the five, and the token that every form must send back. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isPost, type Post } from './people.ts';

export interface Session {
  /** Null before anybody signed in. */
  readonly post: Post | null;
  /** Drawn anew at each sign-in, so that a token of before is worth nothing. */
  readonly nonce: string;
}

export const newSession = (post: Post | null): Session => ({ post, nonce: randomBytes(16).toString('base64url') });

export const sessionText = ({ post, nonce }: Session): string => `${post ?? ''}.${nonce}`;

/** Null for any text that no session wrote. The signature over it was checked before. */
export function sessionFrom(text: string): Session | null {
  const [post = '', nonce = '', more] = text.split('.');
  if (more !== undefined || !/^[\w-]{22}$/.test(nonce)) return null;
  if (post === '') return { post: null, nonce };
  return isPost(post) ? { post, nonce } : null;
}

/** What a form of this session carries. */
export const tokenOf = ({ nonce }: Session, key: Uint8Array): string =>
  createHmac('sha256', key).update(`form:${nonce}`).digest('base64url');

export function isToken(given: string | null, session: Session, key: Uint8Array): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(tokenOf(session, key))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Milliseconds: a working day and some. */
const LONGEST = 12 * 3_600_000;
/** Pages of one session that may listen for news at once; a browser's pages share one. */
const LISTENING = 20;

interface Sitting {
  readonly since: number;
  readonly listening: Set<() => void>;
}

/** Who sits here now. A cookie proves who somebody was: a copy of it is worth nothing once he has stood up. */
export class Sittings {
  readonly #sitting = new Map<string, Sitting>();

  begin({ post, nonce }: Session): void {
    for (const [other, { since }] of this.#sitting) if (Date.now() - since > LONGEST) this.end(other);
    if (post !== null) this.#sitting.set(nonce, { since: Date.now(), listening: new Set() });
  }

  has(nonce: string): boolean {
    const sitting = this.#sitting.get(nonce);
    return sitting !== undefined && Date.now() - sitting.since <= LONGEST;
  }

  /** What listens for news is told to stop. */
  end(nonce: string): void {
    const sitting = this.#sitting.get(nonce);
    this.#sitting.delete(nonce);
    for (const stop of sitting?.listening ?? []) stop();
  }

  /** Gives what to call when the page has stopped listening by itself; null where as many listen as may. */
  listens(nonce: string, stop: () => void): (() => void) | null {
    const listening = this.#sitting.get(nonce)?.listening;
    if (!listening || listening.size >= LISTENING) return null;
    listening.add(stop);
    return () => void listening.delete(stop);
  }
}
