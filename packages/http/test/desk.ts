/** One handler over a small house, and short words to ask it things. */
import { type Actor, complaint, createEngine, type Engine, type EventStore, memoryStore, type Vault } from '@redress/core';
import { houseAuthority, houseOrganisation, houseRules } from '@redress/testing';
import { petition } from '@redress/vietnam';
import { createHandler, type HandlerOptions } from '../src/index.ts';
import { held } from './contract.ts';

export const NOW = '2026-06-30T10:00:00.000Z';
export const letter = { channel: 'post', unit: 'left', summary: 'Lương hưu bị cắt.', complainants: [{ member: 'm-1' }] };

/** The token is the actor: what a host would verify is taken at its word here. */
export const tokenOf = ({ id, unit, role }: Actor): string => `Bearer ${id}/${unit}/${role}`;
export const head = (unit: string): Actor => ({ id: `p-${unit}`, unit, role: 'head' });

export function actorOf(request: Request): Actor | null {
  const [id, unit, role] = request.headers.get('authorization')?.replace('Bearer ', '').split('/') ?? [];
  return id && unit && role ? { id, unit, role } : null;
}

export interface Desk {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly handler: (request: Request) => Promise<Response>;
  /** The handler, its responses not held against the document: where memory is measured. */
  readonly bare: (request: Request) => Promise<Response>;
  readonly faults: unknown[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a command; headers given as '' are left out. */
  send(path: string, key: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The texts of the log. */
  log(): Promise<readonly string[]>;
}

export interface DeskParts {
  readonly store?: EventStore;
  readonly vault?: Vault;
  readonly options?: Partial<HandlerOptions>;
}

export const ORIGIN = 'http://desk.test';

function engineOver(store: EventStore, vault?: Vault): Engine {
  return createEngine({
    store,
    caseTypes: [complaint, petition],
    law: houseRules(),
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now: () => NOW,
    ...(vault ? { vault } : {}),
  });
}

export function openDesk({ store = memoryStore({ now: () => NOW }), vault, options = {} }: DeskParts = {}): Desk {
  const engine = engineOver(store, vault);
  const faults: unknown[] = [];
  const bare = createHandler(engine, { actorOf, onFault: (fault) => faults.push(fault), ...options });
  const document = `${ORIGIN}${options.basePath ?? ''}/openapi.json`;
  const handler = held(bare, () => new Request(document, { headers: { authorization: tokenOf(head('left')) } }));
  const given = (headers: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries({ authorization: tokenOf(head('left')), ...headers }).filter(([, value]) => value !== '');
  return {
    engine,
    store,
    handler,
    bare,
    faults,
    get: (path, headers = {}) => handler(new Request(`${ORIGIN}${path}`, { headers: given(headers) })),
    send: (path, key, body, headers = {}) =>
      handler(
        new Request(`${ORIGIN}${path}`, {
          method: 'POST',
          headers: given({ 'content-type': 'application/json', 'idempotency-key': key, ...headers }),
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    log: async () => {
      const texts: string[] = [];
      for await (const { text } of store.readLog('', Number.POSITIVE_INFINITY)) texts.push(text);
      return texts;
    },
  };
}

/** What a JSON answer holds; its shape is held by the document. */
export const bodyOf = async (response: Response): Promise<Readonly<Record<string, unknown>>> =>
  (await response.json()) as Readonly<Record<string, unknown>>;

/** The complaint case-1, received. */
export async function received(parts?: DeskParts): Promise<Desk> {
  const desk = openDesk(parts);
  await desk.send('/cases/case-1/commands', 'received', { type: 'Receive', on: '2026-06-01', data: letter });
  return desk;
}
