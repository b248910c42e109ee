/** A form that was sent, and an answer only for those who sit here. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from '../desk.ts';
import type { Person } from '../people.ts';

/** In bytes: no form of this desk is longer. */
export const LONGEST_FORM = 1024 * 1024;

/** Any other body, and none, is an empty form. */
export const formOf = ({ body }: FastifyRequest): URLSearchParams => (body instanceof URLSearchParams ? body : new URLSearchParams());

export interface Sitting {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly person: Person;
}

type Handler = (sitting: Sitting) => FastifyReply | Promise<FastifyReply>;

/** Sends whoever is not signed in to the page where one does. */
export const seated =
  ({ person }: Desk, handle: Handler) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const sitting = person(request);
    return sitting === null ? reply.redirect('/sign-in', 303) : handle({ request, reply, person: sitting });
  };

/** A value of the address, where it stands there once. */
export function queried({ query }: FastifyRequest, name: string): string | undefined {
  const value = typeof query === 'object' && query !== null && Object.hasOwn(query, name) ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A part of the path. */
export function param({ params }: FastifyRequest, name: string): string {
  const value = typeof params === 'object' && params !== null && Object.hasOwn(params, name) ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : '';
}
