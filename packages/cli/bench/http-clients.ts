/**
 * The clients of the benchmark `http`, a process of their own: what they need of a processor is not the server's. Told of a round, each
 * lives one case, a command at a time over a connection that stays open; then the process says how long all of them took.
 */
import { Agent, request } from 'node:http';
import { now } from './rounds.ts';

/** What a client sends, by its address: the path, the command's id, the unit of whoever asks, and the body as it goes out. */
export interface Sent {
  readonly path: string;
  readonly id: string;
  readonly unit: string;
  readonly body: string;
}

/** For each client the commands of its case. */
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

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** The body of the answer is read to its end, and parsed by nobody. */
function ask(port: number, { path, id, unit, body }: Sent): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${unit}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': id,
    };
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${Buffer.concat(parts).toString()}`));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function lived(port: number, commands: readonly Sent[]): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const sent of commands) refused.push(...((await ask(port, sent)) ?? []));
  return refused;
}

process.on('message', async ({ port, clients }: Round) => {
  const start = now();
  const refused = (await Promise.all(clients.map((commands) => lived(port, commands)))).flat();
  process.send?.({ nanoseconds: now() - start, refused } satisfies Took);
});
