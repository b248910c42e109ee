import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { type Desk, head, letter, openDesk, received, tokenOf } from './desk.ts';
import { plainNode, type Running } from './real.ts';

const commands = '/cases/case-1/commands';
const KILLS = length('live updates that are killed and resumed', 1000, 20_000);

const write = (desk: Desk, at: number, to = 'case-1') =>
  desk.engine.execute({
    id: `n-${at}`,
    type: 'RecordArrival',
    case: to,
    on: '2026-06-02',
    actor: head('left'),
    data: letter,
  });

interface Kill {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly enough: (heard: Heard) => boolean;
}

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly id?: string; readonly case?: string; readonly version?: number };
}

function eventsIn(text: string): { readonly events: readonly Heard[]; readonly rest: string } {
  const blocks = text.split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    const data = fields.get('data');
    return data === undefined ? [] : [{ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) }];
  });
  return { events, rest };
}

/** One connection, killed after so many bytes, after so many milliseconds or when told; what it heard until then. */
function connection({ port }: Running, after: string, { bytes, milliseconds, enough }: Kill): Promise<readonly Heard[]> {
  return new Promise((resolve, reject) => {
    const heard: Heard[] = [];
    const headers = { authorization: tokenOf(head('left')), 'last-event-id': after };
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

describe('live updates', () => {
  it(`that are killed and resumed ${KILLS} times lose nothing and double nothing`, async () => {
    const desk = await received();
    const running = await plainNode(desk.handler);
    const heard: Heard[] = [];
    let place = '';
    const hear = async (kill: Kill): Promise<void> => {
      const part = await connection(running, place, kill);
      place = part.at(-1)?.id || place;
      heard.push(...part.filter(({ event }) => event === 'fact'));
    };
    for (let kills = 0; kills < KILLS; kills += 1) {
      // Some facts lie there when the client comes, some are recorded while it listens.
      const written = write(desk, kills * 2, `case-${kills % 50}`).then(() => write(desk, kills * 2 + 1, `case-${kills % 7}`));
      let caughtUp = 0;
      const enough = ({ event }: Heard): boolean => event === 'caught-up' && ++caughtUp > kills % 3;
      await hear({ bytes: 1 + ((kills * 7919) % 2500), milliseconds: 25, enough });
      await written;
    }
    const log = await desk.log();
    const last = JSON.parse(log.at(-1) ?? '{}').id;
    while (heard.at(-1)?.data.id !== last) await hear({ bytes: 1e9, milliseconds: 5000, enough: ({ data }) => data.id === last });
    await running.stop();
    expect(heard.map(({ data }) => data.id)).toEqual(log.map((text) => JSON.parse(text).id));
    // Seen to fail: one place too far back doubles, so the ids are what is compared.
    expect(new Set(heard.map(({ data }) => data.id)).size).toBe(log.length);
  });

  it('begin at the end of the log where no place is named, and follow one case where one is', async () => {
    const desk = await received();
    await write(desk, 1, 'case-2');
    const stream = await desk.get('/events?case=case-1');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (mark: string): Promise<void> => {
      while (!text.includes(mark)) text += (await reader?.read())?.value ?? expect.fail('it ended');
    };
    await until('caught-up');
    await write(desk, 2, 'case-2');
    await desk.send(commands, 'mine', { type: 'Note', on: '2026-06-02', data: { text: 'Của tôi.' } });
    await until('Của tôi.');
    const { events } = eventsIn(text);
    expect(events.filter(({ event }) => event === 'fact').map(({ data }) => data.case)).toEqual(['case-1']);
    expect(events[0]).toMatchObject({ event: 'caught-up', data: { version: 1 } });
    await reader?.cancel();
  });

  it('end when the host closes, when the right is taken away, and when the store closes', async () => {
    const closing = new AbortController();
    const closed = await received({ options: { closing: closing.signal } });
    const first = (await closed.get('/events?after=')).text();
    closing.abort();
    expect(await first).toContain('event: fact');

    let may = true;
    const desk = openDesk({ options: { mayRead: () => may } });
    const second = (await desk.get('/events')).text();
    may = false;
    await write(desk, 1);
    await desk.send(commands, 'r', {
      type: 'Receive',
      on: '2026-06-01',
      data: { channel: 'post', unit: 'left', summary: 'x', complainants: [{ member: 'm' }] },
    });
    expect(await second).not.toContain('event: fact');

    const store = await received();
    const third = (await store.get('/events?after=')).text();
    await store.store.close();
    expect(await third).toContain('event: fact');
    expect(store.faults).toEqual([]);
  });
});
