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
