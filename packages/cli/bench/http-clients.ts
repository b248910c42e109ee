/**
 * The clients of the benchmark `http`, a process of their own: what they need of a processor is not the server's. Told of a round, each
 * sends its commands, one at a time over a connection that stays open; then the process says how long all of them took.
 *
 * They stand for clients on machines of their own, so they do as little as a client can: a request is made into bytes before the time
 * runs, and of an answer the status and the length are read. With a client of `node:http` the benchmark measures that client: on two
 * processors it takes as long over a request as the server over what it adds to the command.
 */
import { connect, type Socket } from 'node:net';
import { now } from './rounds.ts';

/** What a client sends, by its address: the path, the command's id, the unit of whoever asks, and the body as it goes out. */
export interface Sent {
  readonly path: string;
  readonly id: string;
  readonly unit: string;
  readonly body: string;
}

/** For each client its commands, in their order. */
export interface Round {
  readonly port: number;
  readonly clients: readonly (readonly Sent[])[];
}

export interface Took {
  /** From the first command of any to the last answer of all. */
  readonly nanoseconds: number;
  /** Answers of another status than 200, as they came. */
  readonly refused: readonly string[];
}

const bytesOf = ({ path, id, unit, body }: Sent): Buffer =>
  Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      'connection: keep-alive',
      `authorization: Bearer ${unit}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `idempotency-key: ${id}`,
      '',
      body,
    ].join('\r\n'),
  );

const END_OF_HEAD = '\r\n\r\n';

/** A byte is a character here, so that a length in bytes is a length of the text. Null as long as the answer is not whole. */
function answerIn(heard: string): string | null {
  const head = heard.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(heard)?.[1];
  if (length === undefined) throw new Error(`an answer of unknown length: ${heard}`);
  return heard.length < head + END_OF_HEAD.length + Number(length) ? null : heard;
}

/** A connection that stays open, and asks one thing at a time. One that the server closes ends the process, and with it the benchmark. */
class Client {
  readonly #socket: Socket;
  #heard = '';
  #answered: (answer: string) => void = () => undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    this.#socket.on('data', (part: string) => this.#hear(part));
    this.#socket.on('close', () => {
      throw new Error('the server closed the connection of a client');
    });
  }

  /** The answer as it came, head and body. */
  ask(request: Buffer): Promise<string> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(request);
    });
  }

  #hear(part: string): void {
    this.#heard += part;
    const answer = answerIn(this.#heard);
    if (answer === null) return;
    this.#heard = '';
    this.#answered(answer);
  }
}

/** What was refused. */
async function lived(client: Client, commands: readonly Buffer[]): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const command of commands) {
    const answer = await client.ask(command);
    if (!answer.startsWith('HTTP/1.1 200 ')) refused.push(answer);
  }
  return refused;
}

const clients: Client[] = [];

process.on('message', async ({ port, clients: sent }: Round) => {
  while (clients.length < sent.length) clients.push(new Client(port));
  const ready = sent.map((commands, at) => ({ client: clients[at] as Client, commands: commands.map(bytesOf) }));
  const start = now();
  const refused = (await Promise.all(ready.map(({ client, commands }) => lived(client, commands)))).flat();
  process.send?.({ nanoseconds: now() - start, refused } satisfies Took);
});
