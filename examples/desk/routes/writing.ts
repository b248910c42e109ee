/** The pages that write: taking a complaint in, and everything that may be asked of a case. Each is tried, refused or done. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { type CaseState, type CaseType, type CommandInput, complaint, isRefusal, type Outcome } from '@redress/core';
import type { FastifyReply } from 'fastify';
import { notFound, Problem, send } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { faultsOf, lateOf } from '../forms/faults.ts';
import { type Field, fieldsOf } from '../forms/fields.ts';
import { dataOf } from '../forms/posted.ts';
import { actionPage } from '../pages/action.ts';
import type { Asked } from '../pages/asking.ts';
import { intakePage } from '../pages/intake.ts';
import { oversees } from '../people.ts';
import { formOf, param, type Sitting, seated } from './form.ts';
import { fileOf } from './reading.ts';

/** A form in the making: for which command, of which case, by whom. */
interface Request extends Sitting {
  readonly desk: Desk;
  readonly type: CaseType;
  readonly command: string;
  /** Null before there is a case. */
  readonly state: CaseState | null;
  readonly action: string;
  readonly typed: URLSearchParams;
  readonly fields: readonly Field[];
}

export function writingRoutes(desk: Desk): void {
  const { app, office } = desk;
  app.get(
    '/intake',
    seated(desk, (sitting) => {
      const request = intakeRequest(desk, sitting, new URLSearchParams());
      const id = randomUUID();
      request.typed.set('data.unit', sitting.person.actor.unit);
      request.typed.set('data.complainants.0.member', memberOf(caseIdOf(id), 0));
      return shown(request, { commandId: id });
    }),
  );
  app.post(
    '/intake',
    seated(desk, (sitting) => sent(intakeRequest(desk, sitting, formOf(sitting.request)))),
  );

  const asked = async (sitting: Sitting, typed: URLSearchParams): Promise<Request> => {
    mayWrite(sitting);
    const [id, command] = [param(sitting.request, 'id'), param(sitting.request, 'command')];
    await fileOf(desk, id);
    const loaded = await office.engine.load(id);
    // What opens a case is asked for where complaints are taken in.
    if (!loaded || !Object.hasOwn(loaded.caseType.commands, command) || loaded.caseType.commands[command]?.opens) throw notFound();
    const { state, caseType: type } = loaded;
    const action = `/cases/${encodeURIComponent(id)}/do/${command}`;
    return { ...sitting, desk, type, command, state, action, typed, fields: fieldsOf(type, command) };
  };
  app.get(
    '/cases/:id/do/:command',
    seated(desk, async (sitting) => shown(await asked(sitting, new URLSearchParams()), { commandId: randomUUID() })),
  );
  app.post(
    '/cases/:id/do/:command',
    seated(desk, async (sitting) => sent(await asked(sitting, formOf(sitting.request)))),
  );
}

/** The engine takes what arrives from whomever it comes; those who oversee this desk only read all the same. */
function mayWrite({ person }: Sitting): void {
  if (oversees(person)) throw new Problem(403, 'forbidden', 'onlyReads');
}

function intakeRequest(desk: Desk, sitting: Sitting, typed: URLSearchParams): Request {
  mayWrite(sitting);
  const command = 'Receive';
  return { ...sitting, desk, type: complaint, command, state: null, action: '/intake', typed, fields: fieldsOf(complaint, command) };
}

/** Made from the command's id alone, so that a form that is sent twice opens one case. It says nothing of anybody. */
function caseIdOf(commandId: string): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bytes = createHash('sha256').update(commandId).digest().subarray(0, 10);
  const text = [...bytes].map((byte) => letters[byte % 32]).join('');
  return `KN-${text.slice(0, 5)}-${text.slice(5)}`;
}

const memberOf = (caseId: string, index: number): string => `${caseId}-N${index + 1}`;

const COMMAND_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One more row, a trial, or the command itself. Whatever is not done leaves the form as it was typed. */
async function sent(request: Request): Promise<FastifyReply> {
  const { desk, typed, type, command, fields } = request;
  const commandId = typed.get('command') ?? '';
  if (!COMMAND_ID.test(commandId)) throw new Problem(400, 'badRequest', 'badRequestSays');
  if (typed.has('more')) return shown(oneMore(request, commandId), { commandId });
  const { tongue } = desk.reader(request.request);
  const data = dataOf(fields, typed);
  const schema = type.commands[command]?.schema;
  const faults = schema ? faultsOf(schema, data, typed, tongue) : new Map<string, string>();
  if (faults.size > 0) return shown(request, { commandId, faults }, 422);
  const input = inputOf(request, commandId, data);
  // What was not tried as it stands is tried now: nobody saves time limits that he has not seen.
  const unseen = request.state === null && typed.get('tried') !== triedAs(desk, input);
  if (typed.get('step') !== 'send' || unseen) return shown(request, { commandId, answer: await desk.office.rehearse(input) });
  const outcome = await desk.office.engine.execute<CaseState>(input);
  if (isRefusal(outcome)) return shown(request, { commandId, answer: outcome }, 409);
  await desk.cases.reached(outcome.case, outcome.facts.at(-1)?.record.version ?? 0);
  const again = outcome.repeated ? '&again=1' : '';
  return request.reply.redirect(`/cases/${encodeURIComponent(outcome.case)}?done=${command}${again}`, 303);
}

/** Made from everything that the time limits may depend on. */
const triedAs = ({ key }: Desk, { id, on, data, late }: CommandInput): string =>
  createHmac('sha256', key)
    .update(`tried:${JSON.stringify([id, on, data, late])}`)
    .digest('base64url');

/** What arrives is recorded whatever happened meanwhile; anything else is asked of the case as the form showed it. */
function inputOf({ person, type, command, state, typed }: Request, commandId: string, data: Record<string, unknown>): CommandInput {
  const [ground, document] = lateOf(typed);
  return {
    id: commandId,
    type: command,
    case: state?.caseId ?? caseIdOf(commandId),
    caseType: type.name,
    on: typed.get('on') ?? '',
    actor: person.actor,
    data,
    ...(ground === '' ? {} : { late: { ground, document } }),
    ...(state === null || type.commands[command]?.arrival ? {} : { version: versionSeen(typed, state) }),
  };
}

/** A form without the version is of no page of this desk: it has seen nothing. */
const versionSeen = (typed: URLSearchParams, { version }: CaseState): number => {
  const seen = Number(typed.get('version') ?? 0);
  return Number.isSafeInteger(seen) && seen >= 0 && seen <= version ? seen : 0;
};

/** The row is there once it has something in it: of complainants, the id that the desk gives. */
function oneMore(request: Request, commandId: string): Request {
  const { typed, command } = request;
  if (command !== 'Receive' || typed.get('more') !== 'data.complainants') return request;
  const rows = new Set([...typed.keys()].flatMap((key) => /^data\.complainants\.(\d{1,3})\./.exec(key)?.[1] ?? []));
  const next = Math.max(-1, ...[...rows].map(Number)) + 1;
  const more = new URLSearchParams(typed);
  more.delete('more');
  more.set(`data.complainants.${next}.member`, memberOf(caseIdOf(commandId), next));
  return { ...request, typed: more };
}

type Standing = Pick<Asked, 'commandId'> & Partial<Pick<Asked, 'faults' | 'answer'>>;

async function shown(request: Request, { commandId, faults = new Map(), answer = null }: Standing, status = 200): Promise<FastifyReply> {
  const { desk, person, type, command, state, action, typed, fields } = request;
  const { engine } = desk.office;
  const reader = desk.reader(request.request);
  const today = engine.today();
  const tryFirst = state === null;
  const instead = answer && isRefusal(answer) && state ? await mayAsk(desk, type, state.caseId, person.actor) : [];
  const tried = tryFirst && answer && !isRefusal(answer) ? triedAs(desk, inputOf(request, commandId, dataOf(fields, typed))) : null;
  const version = state?.version ?? null;
  const asked: Asked = { action, caseType: type.name, fields, commandId, typed, faults, answer, instead, tryFirst, version, tried };
  const drawing = {
    command,
    state,
    organisation: engine.organisation,
    on: today,
    people: peopleOf(desk, person.actor.unit),
    tongue: reader.tongue,
  };
  const page = state === null ? intakePage(reader, asked, drawing, competent(desk, answer)) : actionPage(reader, asked, drawing, state);
  return send(request.reply, page, status);
}

async function mayAsk(
  { office }: Desk,
  type: CaseType,
  id: string,
  actor: Parameters<typeof office.engine.options>[1],
): Promise<readonly string[]> {
  const options = await office.engine.options(id, actor, office.engine.today());
  // What arrives may be recorded at any time; it answers no refusal.
  return options.filter(({ command, may }) => may && type.commands[command]?.arrival !== true).map(({ command }) => command);
}

/** Which unit the law makes competent for what was tried; undefined where nothing was tried, null where it cannot be told. */
function competent({ office }: Desk, answer: Outcome | null) {
  if (answer === null || isRefusal(answer)) return undefined;
  const { law, organisation } = office.engine;
  return law.competentUnit(answer.state, office.engine.today(), organisation);
}

/** Who held a case of the unit, by their ids: the only directory that this desk has. */
const peopleOf = ({ cases }: Desk, unit: string): readonly string[] => [
  ...new Set(cases.all().flatMap(({ custody: { holder } }) => (holder?.unit === unit ? [holder.person] : []))),
];
