/** Clients that send a command under its key until it is answered, and what became of it in the log. */
import type { Recorded } from '@redress/core';
import { type Answer, clerk, head, post, tokenOf } from './hosted.ts';

/** What each command leads to, besides clocks. */
const leadsTo = { Receive: 'Received', Accept: 'Accepted', Assign: 'Assigned', RecordArrival: 'ArrivalRecorded' } as const;
type CommandType = keyof typeof leadsTo;

export interface Sent {
  readonly key: string;
  readonly type: CommandType;
  /** Ids of the facts that the answer told of; empty while there is no answer. */
  facts: readonly string[];
}

export interface Crowd {
  /** Every command that was sent, in no order. */
  readonly sent: readonly Sent[];
  /** How many have been answered. */
  answered(): number;
  /** How many were done already when they were sent again: what a sender would have doubled that takes no answer for a no. */
  repeated(): number;
  /** Done when each has sent all it had; rejects where one was refused. */
  readonly over: Promise<void>;
}

const RECEIVE = { channel: 'post', unit: 'nghe-an', summary: 'Chậm trả lương hưu.', complainants: [{ member: 'person-1' }] };
/** Every fifth command of each client goes to one case that all of them write to. */
const SHARED = 'shared';

/** Opens the case that all share, then lets `clients` send `each` commands, to whichever of the hosts answers. */
export function crowd(bases: readonly string[], clients: number, each: number): Crowd {
  const sent: Sent[] = [];
  let repeated = 0;
  const tokens = { clerk: tokenOf(clerk), head: tokenOf(head) };
  async function ask(client: number, key: string, to: string, type: CommandType, on: string, data: object): Promise<Answer> {
    const token = await (type === 'Receive' ? tokens.clerk : tokens.head);
    const one: Sent = { key, type, facts: [] };
    sent.push(one);
    for (let tries = 0; ; tries += 1) {
      const base = bases[(client + tries) % bases.length] ?? '';
      const answer = await post(`${base}/api${to}`, { token, key, body: { type, on, data } }).catch(() => null);
      if (answer !== null && answer.status < 300) {
        if (answer.headers.has('idempotent-replayed') && tries > 0) repeated += 1;
        one.facts = (answer.body.facts as readonly { readonly id: string }[]).map(({ id }) => id);
        return answer;
      }
      if (answer !== null && answer.status !== 503) throw new Error(`${key} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 20 + 10 * (client % 5)));
    }
  }
  async function send(client: number): Promise<void> {
    let at = '';
    for (let count = 0; count < each; count += 1) {
      const key = `client-${client}/${count}`;
      const paper = { arrived: 'letter', body: { number: key } };
      if (count % 5 === 0) {
        const opened = await ask(client, key, '/cases', 'Receive', '2026-07-06', RECEIVE);
        at = `/cases/${String(opened.body.case)}/commands`;
      } else if (count % 5 === 1) await ask(client, key, at, 'Accept', '2026-07-08', {});
      else if (count % 5 === 2) await ask(client, key, at, 'Assign', '2026-07-09', { person: 'cb-7' });
      else if (count % 5 === 3) await ask(client, key, at, 'RecordArrival', '2026-07-10', paper);
      else await ask(client, key, `/cases/${SHARED}/commands`, 'RecordArrival', '2026-07-10', paper);
    }
  }
  const all = async (): Promise<void> => {
    await ask(0, 'opens', `/cases/${SHARED}/commands`, 'Receive', '2026-07-06', RECEIVE);
    await Promise.all(Array.from({ length: clients }, (_, client) => send(client)));
  };
  return { sent, answered: () => sent.filter(({ facts }) => facts.length > 0).length, repeated: () => repeated, over: all() };
}

/** What the log has wrongly of what was sent: a command not there, one there twice, a fact that an answer told of and that is not there. */
export function wrongOf(sent: readonly Sent[], log: readonly Recorded[]): readonly string[] {
  const ids = new Set(log.map(({ record }) => record.id));
  const done = new Map<string, number>();
  for (const { record } of log) {
    const named = `${record.type} by ${record.meta.command}`;
    done.set(named, (done.get(named) ?? 0) + 1);
  }
  const wrong = sent.flatMap(({ key, type, facts }) => {
    const times = done.get(`${leadsTo[type]} by ${key}`) ?? 0;
    const missing = facts.filter((id) => !ids.has(id)).map((id) => `${key}: its fact ${id} is missing`);
    return [...(times === 1 ? [] : [`${key}: ${times} times`]), ...missing];
  });
  const arrivals = Object.values(leadsTo);
  const strangers = log.filter(
    ({ record: { type, meta } }) => (arrivals as readonly string[]).includes(type) && !sent.some(({ key }) => key === meta.command),
  );
  return [...wrong, ...strangers.map(({ record }) => `${record.meta.command}: sent by nobody`)];
}
