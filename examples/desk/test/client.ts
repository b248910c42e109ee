/** Somebody at the desk without a browser: keeps the cookies, and reads the token off the page as a form would send it. */
import { type EventStore, memoryStore, type Recorded } from '@redress/core';
import type { FastifyInstance } from 'fastify';
import { createDesk } from '../desk.ts';
import type { Post } from '../people.ts';

const TODAY = '2026-11-20';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Opened {
  readonly app: FastifyInstance;
  readonly store: EventStore;
  /** Everything in the log, in its order. */
  facts(): Promise<readonly Recorded[]>;
  client(post?: Post): Promise<Client>;
  close(): Promise<void>;
}

export async function opened(store: EventStore = memoryStore()): Promise<Opened> {
  const app = await createDesk({ store, today: TODAY });
  return {
    app,
    store,
    facts: async () => {
      const all: Recorded[] = [];
      for await (const recorded of store.readLog('', 100_000)) all.push(recorded);
      return all;
    },
    client: async (post) => {
      const client = new Client(app);
      if (post !== undefined) await client.sit(post);
      return client;
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

export class Client {
  #app: FastifyInstance;
  #host = 'localhost:80';
  readonly #cookies = new Map<string, string>();
  /** Of the page that was read last. */
  token = '';
  command = '';
  version = '';
  tried = '';

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** To another desk, with the cookies of this one, which a browser sends to every port of a host. */
  goesTo(app: FastifyInstance, host = this.#host): void {
    this.#app = app;
    this.#host = host;
  }

  async sit(post: Post): Promise<void> {
    await this.get('/sign-in');
    await this.post('/sign-in', { post });
    await this.get('/offers');
  }

  /** Goes on to where a form has its id in the address. */
  async get(url: string): Promise<Answer> {
    const answer = await this.#ask({ method: 'GET', url });
    return /\?form=/.test(answer.location) ? this.#ask({ method: 'GET', url: answer.location }) : answer;
  }

  /** Sends a form; the token and the command's id are those of the page read last, unless others are given. */
  post(url: string, fields: Readonly<Record<string, string>>, body?: string, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const form = new URLSearchParams({
      token: this.token,
      command: this.command,
      version: this.version,
      tried: this.tried,
      on: TODAY,
      ...fields,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...more };
    return this.#ask({ method: 'POST', url, headers, payload: body ?? form.toString() });
  }

  /** Opens the form of a command and sends it; what has to be tried first is. */
  async ask(url: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    await this.get(url);
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === 'on' ? name : `data.${name}`, value]));
    if (url === '/intake') await this.post(url, { step: 'try', ...data });
    return this.post(url, { step: 'send', ...data });
  }

  /** The cookies as they are sent. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #ask(asked: { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; payload?: string }): Promise<Answer> {
    const { cookie } = this;
    const headers = { host: this.#host, ...asked.headers, ...(cookie === '' ? {} : { cookie }) };
    const answer = await this.#app.inject({ ...asked, headers });
    for (const { name, value } of answer.cookies) this.#cookies.set(name, encodeURIComponent(value));
    this.token = /name="token" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token;
    this.version = /name="version" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    this.tried = /name="tried" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    this.command = /name="command" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.command;
    return { status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? ''), headers: answer.headers };
  }
}

export const COMPLAINT = {
  channel: 'post',
  unit: 'nghe-an.co-so-vinh',
  summary: 'Cắt lương hưu từ tháng 5 mà không thông báo lý do.',
  'complainants.0.member': 'N-1',
  'contests.decision': '12/QĐ-BHXH',
  'contests.issuedBy': 'nghe-an.co-so-vinh',
  'contests.issuedOn': '2026-10-20',
  'contests.learnedOn': '2026-10-25',
} as const;

/** Takes a complaint in; the id of its case. */
export async function takenIn(officer: Client, on = '2026-11-16'): Promise<string> {
  const { location } = await officer.ask('/intake', { ...COMPLAINT, on });
  return decodeURIComponent(/^\/cases\/([^?]+)/.exec(location)?.[1] ?? '');
}
