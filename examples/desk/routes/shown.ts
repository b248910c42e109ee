/** A form as it is shown: new, as it was typed, tried or refused. */
import { createHash, createHmac } from 'node:crypto';
import type { CaseFile } from '@redress/audit';
import { type CaseState, type CaseType, type CommandInput, complaint, isRefusal, type Outcome } from '@redress/core';
import type { FastifyReply } from 'fastify';
import { Problem, send } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { type Asking, notOffered } from '../forms/choices.ts';
import { lateOf } from '../forms/faults.ts';
import { type Field, fieldsOf } from '../forms/fields.ts';
import { dataOf } from '../forms/posted.ts';
import { actionPage } from '../pages/action.ts';
import type { Asked } from '../pages/asking.ts';
import { intakePage } from '../pages/intake.ts';
import { oversees } from '../people.ts';
import type { Sitting } from './form.ts';
import { fileOf } from './reading.ts';

/** A form in the making: for which command, of which case, by whom. */
export interface Request extends Sitting {
  readonly desk: Desk;
  readonly type: CaseType;
  readonly command: string;
  /** Null before there is a case. */
  readonly state: CaseState | null;
  readonly action: string;
  readonly typed: URLSearchParams;
  readonly fields: readonly Field[];
  /** Ids of the commands that are in the case's record. */
  readonly recorded: ReadonlySet<string>;
}

/** The engine takes what arrives from whomever it comes; those who oversee this desk only read all the same. */
export function mayWrite({ person }: Sitting): void {
  if (oversees(person)) throw new Problem(403, 'forbidden', 'onlyReads');
}

export function intakeRequest(desk: Desk, sitting: Sitting, typed: URLSearchParams): Request {
  mayWrite(sitting);
  const command = 'Receive';
  return {
    ...sitting,
    desk,
    type: complaint,
    command,
    state: null,
    action: '/intake',
    typed,
    fields: fieldsOf(complaint, command),
    recorded: new Set(),
  };
}

const COMMAND_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isCommandId = (text: string): boolean => COMMAND_ID.test(text);

/** Made from the command's id alone, so that a form that is sent twice opens one case. It says nothing of anybody. */
export function caseIdOf(commandId: string): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const bytes = createHash('sha256').update(commandId).digest().subarray(0, 10);
  const text = [...bytes].map((byte) => letters[byte % 32]).join('');
  return `KN-${text.slice(0, 5)}-${text.slice(5)}`;
}

export const memberOf = (caseId: string, index: number): string => `${caseId}-N${index + 1}`;

/** Made from everything that the time limits may depend on. */
export const triedAs = ({ key }: Desk, { id, on, data, late }: CommandInput): string =>
  createHmac('sha256', key)
    .update(`tried:${JSON.stringify([id, on, data, late])}`)
    .digest('base64url');

/** What arrives is recorded whatever happened meanwhile; anything else is asked of the case as the form showed it. */
export function inputOf({ person, type, command, state, typed }: Request, commandId: string, data: Record<string, unknown>): CommandInput {
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

type Standing = Pick<Asked, 'commandId'> & Partial<Pick<Asked, 'faults' | 'answer' | 'notice'>>;

/** It carries the version that whoever typed has seen, until he is told that the case moved on. */
export async function shown(request: Request, standing: Standing, status = 200): Promise<FastifyReply> {
  const { commandId, faults = new Map(), answer = null, notice = null } = standing;
  const { desk, person, type, state, action, typed, fields } = request;
  const reader = desk.reader(request.request);
  const tryFirst = state === null;
  const instead = answer && isRefusal(answer) && state ? await mayAsk(desk, type, state.caseId, person.actor) : [];
  const tried = tryFirst && answer && !isRefusal(answer) ? triedAs(desk, inputOf(request, commandId, dataOf(fields, typed))) : null;
  const moved = answer !== null && isRefusal(answer) && answer.code === 'CASE_MOVED_ON';
  const meanwhile = state && moved ? await since(desk, state, versionSeen(typed, state)) : [];
  const known = meanwhile.at(-1)?.record.version ?? state?.version ?? null;
  const version = state === null || moved || !typed.has('version') ? known : versionSeen(typed, state);
  const answered = answer === null && faults.size === 0 ? null : (typed.get('version') ?? '');
  const about = { action: `${action}?form=${commandId}`, caseType: type.name, fields, commandId };
  const asked: Asked = { ...about, typed, faults, notice, answer, answered, instead, meanwhile, tryFirst, version, tried };
  const drawing = askingOf(request);
  const page = state === null ? intakePage(reader, asked, drawing, competent(desk, answer)) : actionPage(reader, asked, drawing, state);
  return send(request.reply, page, status);
}

/** What happened after a version of the case. */
const since = async (desk: Desk, { caseId }: CaseState, seen: number): Promise<CaseFile['facts']> =>
  (await fileOf(desk, caseId)).facts.filter(({ record }) => record.version > seen);

/** What the choices of the form are made from. */
function askingOf({ desk, person, command, state, request }: Request): Asking {
  const { engine } = desk.office;
  const people = peopleOf(desk, person.actor.unit);
  return { command, state, organisation: engine.organisation, on: engine.today(), people, tongue: desk.reader(request).tongue };
}

/**
 * What the page did not offer. Of a command that is in the record already, and of a case that has moved on, the engine says more than that
 * the choice is gone.
 */
export function strangeChoices(request: Request, commandId: string): readonly string[] {
  const { type, command, state, typed, fields, recorded } = request;
  const asShown = state === null || type.commands[command]?.arrival || versionSeen(typed, state) === state.version;
  return recorded.has(commandId) || !asShown ? [] : notOffered(fields, askingOf(request), typed);
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
