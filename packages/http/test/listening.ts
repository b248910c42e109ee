/** A client of live updates over real HTTP, and facts for it to hear. */
import { get, type IncomingMessage } from 'node:http';
import { isRefusal, sayRefusal } from '@redress/core';
import { type Desk, head, letter, tokenOf } from './desk.ts';
import type { Running } from './real.ts';

/** One fact: the case that it opens, or a letter that arrives in one. */
export async function write(desk: Desk, at: number, to = 'case-1'): Promise<void> {
  const input = { id: `n-${at}`, type: 'Receive', case: to, on: '2026-06-02', actor: head('left'), data: letter };
  const outcome = await desk.engine.execute(input);
  if (isRefusal(outcome)) throw new Error(sayRefusal(outcome));
}

export interface Kill {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly enough: (heard: Heard) => boolean;
}

export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly id?: string; readonly case?: string; readonly version?: number };
}

export function eventsIn(text: string): { readonly events: readonly Heard[]; readonly rest: string } {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    const data = fields.get('data');
    return data === undefined ? [] : [{ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) }];
  });
  return { events, rest };
}

/** One connection, from a place or, without one, from the end of the log; killed after so many bytes, milliseconds, or when told. */
export function connection({ port }: Running, after: string | null, { bytes, milliseconds, enough }: Kill): Promise<readonly Heard[]> {
  return new Promise((resolve, reject) => {
    const heard: Heard[] = [];
    const headers = { authorization: tokenOf(head('left')), ...(after === null ? {} : { 'last-event-id': after }) };
    const request = get({ port, host: '127.0.0.1', path: '/events', headers, agent: false }, (response: IncomingMessage) => {
      let text = '';
      let size = 0;
      response.setEncoding('utf8').on('data', (chunk: string) => {
        size += chunk.length;
        // What came after the kill was never heard: the connection may break within an event.
        const { events, rest } = eventsIn(text + chunk.slice(0, Math.max(0, bytes - size + chunk.length)));
        text = rest;
        heard.push(...events);
        if (size >= bytes || events.some(enough)) request.destroy();
      });
      response.on('close', () => resolve(heard)).on('error', () => resolve(heard));
    });
    const late = setTimeout(() => request.destroy(), milliseconds);
    request.on('close', () => {
      clearTimeout(late);
      resolve(heard);
    });
    // Killed before it was answered: nothing was heard.
    request.on('error', (error) => (request.destroyed ? resolve(heard) : reject(error)));
  });
}
