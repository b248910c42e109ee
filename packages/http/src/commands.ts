/** Commands: judged by the engine, answered once and then again in the same words. */
import { type CommandInput, type Done, isRefusal, legalDay, type Outcome, type Refusal, readBy, refuse } from '@redress/core';
import { z } from 'zod';
import { factOf } from './answers.ts';
import { readJson } from './body.ts';
import { commandId, etagOf, versionSeen } from './headers.ts';
import { isNo, type No, no, refused } from './problem.ts';
import { type Asked, type Host, jsonAnswer, type Reply, type Route, reply } from './route.ts';
import { refusalStatuses } from './statuses.ts';

const name = z.string().min(1).max(200);

/** What a body may say, its data apart. Who asks, the command's id and the version come from elsewhere. */
export const bodyFields = {
  on: legalDay.describe('The legal day on which it is asked.'),
  late: z
    .strictObject({ ground: z.string().min(1).max(2000), document: z.string().min(1).max(500) })
    .exactOptional()
    .describe('Why a paper dated before the last step is taken in.'),
  correlation: name.exactOptional().describe('Id of the larger piece of work this belongs to.'),
  causation: name.exactOptional().describe('Id of the fact or command that led to this one.'),
};

const body = z.strictObject({
  type: z.string(),
  caseType: name.exactOptional(),
  data: z.record(z.string(), z.unknown()).exactOptional(),
  ...bodyFields,
});
type Body = z.infer<typeof body>;

const codes = [
  ...(Object.keys(refusalStatuses) as (keyof typeof refusalStatuses)[]),
  'REFUSED_UNTOLD',
  'KEY_MISSING',
  'KEY_MALFORMED',
  'IF_MATCH_MALFORMED',
  'BODY_TOO_LARGE',
  'NOT_JSON_TYPE',
  'NOT_UTF8',
  'NOT_JSON',
  'BODY_UNREADABLE',
  'BODY_TAKEN',
  'too-large',
  'not-storable',
  'id-elsewhere',
] as const;

export function commandRoutes(host: Host): readonly Route[] {
  const shared = { method: 'POST', query: z.strictObject({}), offers: ['application/json'], codes } as const;
  const headers = ['etag', 'location', 'idempotent-replayed'];
  const withOthers = gathering();
  return [
    {
      ...shared,
      path: '/cases/{case}/commands',
      name: 'sendCommand',
      describes: 'Sends a command to a case. Sent again under the same id it gets the first answer, and is recorded once.',
      command: 'to-a-case',
      answers: { 200: jsonAnswer('Done and recorded.', 'Done', headers) },
      answer: async (asked) => answered(host, withOthers, asked, await commandOf(asked, asked.path.case)),
    },
    {
      ...shared,
      path: '/cases',
      name: 'openCase',
      describes: 'Opens a case, whose id follows from the id of the command: sent again, it is the same case.',
      command: 'opens',
      answers: { 201: jsonAnswer('Opened and recorded.', 'Done', headers) },
      answer: async (asked) => {
        const answer = await answered(host, withOthers, asked, await commandOf(asked, undefined));
        return isNo(answer) ? answer : { ...answer, status: 201 };
      },
    },
  ];
}

/** The command as the engine takes it, put together from path, headers, body and whoever is signed in. */
async function commandOf({ request, actor }: Asked, caseId: string | undefined): Promise<{ readonly input: CommandInput } | No> {
  const key = commandId(request.headers);
  if (isNo(key)) return key;
  const seen = versionSeen(request.headers);
  if (isNo(seen)) return seen;
  const sent = await readJson(request);
  if (isNo(sent)) return sent;
  const read = readBy<Body>(body, sent.value);
  if ('problem' in read) return refused(refuse('INVALID_COMMAND', read, namesOf(sent.value, caseId), null));
  const { id, unit, role, onBehalfOf } = actor;
  const who = onBehalfOf === undefined ? { id, unit, role } : { id, unit, role, onBehalfOf };
  // What was read comes last: members that follow a spread give every command a shape of its own, and all who read it look them up anew.
  const input: { -readonly [Name in keyof CommandInput]: CommandInput[Name] } = { id: key.id, actor: who, ...read.value };
  if (seen.version !== undefined) input.version = seen.version;
  if (caseId !== undefined) input.case = caseId;
  return { input };
}

/** What a body that was not understood calls its command. */
function namesOf(sent: unknown, caseId: string | undefined): { readonly type: string; readonly case: string } {
  const type = typeof sent === 'object' && sent !== null && 'type' in sent ? sent.type : '';
  return { type: typeof type === 'string' ? type : '', case: caseId ?? '' };
}

/** As many are waited for, though every turn may bring more. */
const MOST_TOGETHER = 64;
/** In milliseconds: what the first waits for the others at the longest. */
const LONGEST_GATHERING = 2;
/** As it is when the program begins: whoever puts another in its place for a while must not stop the commands of later. */
const { setImmediate: nextTurn } = globalThis;

/**
 * What came in with one turn of the event loop is read first, and judged then; and while turns bring more than one, the next is waited
 * for. Commands that are judged one right after the other take two thirds of the time, and find each other in the store's queue.
 */
function gathering(): () => Promise<void> {
  let waiting: (() => void)[] = [];
  function look(before: number, end: number): void {
    const { length } = waiting;
    if (length > before && length < MOST_TOGETHER && performance.now() < end) return void nextTurn(look, length, end);
    const [first, ...others] = waiting;
    waiting = [];
    first?.();
    // Each in a callback of its own: let go at once, all would go a step at a time, and those of one case get in each other's way.
    for (const go of others) nextTurn(go);
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.length === 0) nextTurn(look, 1, performance.now() + LONGEST_GATHERING);
      waiting.push(resolve);
    });
}

async function answered(
  host: Host,
  withOthers: () => Promise<void>,
  asked: Asked,
  command: { readonly input: CommandInput } | No,
): Promise<Reply | No> {
  if (isNo(command)) return command;
  await withOthers();
  const outcome: Outcome = await host.engine.execute(command.input);
  return isRefusal(outcome) ? refusedTo(host, asked, outcome) : doneFor(host, asked, outcome);
}

/** Why it was refused says where the case stands: that is told to whoever may read it. */
async function refusedTo({ engine, options, mayRead }: Host, { actor }: Asked, refusal: Refusal): Promise<No> {
  if (options.mayRead === undefined || refusal.stage === 'none') return refused(refusal);
  const found = await engine.load(refusal.case);
  if (found === null || (await mayRead(actor, { case: refusal.case, state: found.state }))) return refused(refusal);
  return no('REFUSED_UNTOLD', { case: refusal.case });
}

/** What was recorded, which is the same however often it is sent; where the case stands is asked of the case. */
async function doneFor({ mayRead, options }: Host, { actor }: Asked, { case: caseId, state, facts, repeated }: Done): Promise<Reply> {
  const version = facts.at(-1)?.record.version ?? state.version;
  const readable = await mayRead(actor, { case: caseId, state });
  const headers = {
    etag: etagOf(version),
    location: `${options.basePath ?? ''}/cases/${encodeURIComponent(caseId)}`,
    ...(repeated ? { 'idempotent-replayed': 'true' } : {}),
  };
  return reply({ case: caseId, version, ...(readable ? { facts: facts.map(factOf) } : {}) }, headers);
}
