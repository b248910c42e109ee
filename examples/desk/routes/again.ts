/** Where a form could not be taken, what was typed comes back with the same id of its command: nothing is typed twice or done twice. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type CommandInput, factOf, isRefusal, type Outcome } from '@redress/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, send } from '../answer.ts';
import type { Desk, Exchange } from '../desk.ts';
import { fieldsOf } from '../forms/fields.ts';
import { indexes } from '../forms/posted.ts';
import { signInPage } from '../pages/sign-in.ts';
import { oversees, personAt, posts } from '../people.ts';
import { problemOf } from '../problems.ts';
import { isLanguage } from '../texts/tongue.ts';
import { formOf, type Sitting } from './form.ts';
import { caseIdOf, intakeRequest, isCommandId, mayWrite, memberOf, type Request, shown } from './shown.ts';

/** A form with the address that it was sent to. */
export interface Kept {
  readonly to: string;
  readonly typed: URLSearchParams;
}

/** The form of a page, made from what lies in memory: the store may be what does not answer. Null where no such form is known. */
function requestOf(desk: Desk, sitting: Sitting, { to, typed }: Kept): Request | null {
  const [path = ''] = to.split('?');
  if (path === '/intake') return intakeRequest(desk, sitting, typed);
  const [, coded = '', command = ''] = /^\/cases\/((?:[\w.~!'()*-]|%[0-9A-F]{2})+)\/do\/(\w+)$/.exec(path) ?? [];
  const state = desk.cases.all().find(({ caseId }) => encodeURIComponent(caseId) === coded);
  const type = desk.office.engine.caseTypes.find(({ name }) => name === state?.caseType);
  if (!state || !type || !Object.hasOwn(type.commands, command) || type.commands[command]?.opens) return null;
  mayWrite(sitting);
  return { ...sitting, desk, type, command, state, action: path, typed, fields: fieldsOf(type, command), recorded: new Set() };
}

/** Null where there is nothing to show again. */
export async function shownAgain(desk: Desk, sitting: Sitting, kept: Kept, { status, title }: Problem): Promise<FastifyReply | null> {
  const commandId = kept.typed.get('command') ?? '';
  const request = isCommandId(commandId) ? requestOf(desk, sitting, kept) : null;
  const says = title === 'staleForm' ? 'staleFormKept' : 'brokenKept';
  return request && shown(request, { commandId, notice: { title, says } }, status);
}

/** `kept` waits for whoever signs in; where somebody sits here already, it is a seat that may not send it. */
export const signingIn = (desk: Desk, request: FastifyRequest, kept: Kept | null = null) => {
  const { engine } = desk.office;
  const people = posts.map((post) => personAt(post, engine.organisation, engine.today()));
  const says = desk.person(request) === null ? 'staleFormSeat' : 'staleFormReads';
  return signInPage(desk.reader(request), people, kept && { ...kept, says });
};

/** Fields that a form may have and wait: each becomes a hidden field of a page, and no form of this desk has as many. */
const MOST_WAITING = 5_000;

/** What was typed before somebody had to sign in anew, where the page holds it. */
export const waitingIn = (typed: URLSearchParams): Kept | null =>
  typed.has('to') && typed.size <= MOST_WAITING ? { to: typed.get('to') ?? '', typed } : null;

/** What a page of another origin filled in, be it another port of this machine, is not shown as if somebody here had typed it. */
const isOwn = ({ headers }: FastifyRequest): boolean => ['same-origin', undefined].includes(headers['sec-fetch-site']?.toString());

/** The button for the other language may be what sent the form. */
function inItsLanguage(desk: Desk, exchange: Exchange, { typed }: Kept): void {
  const language = typed.get('language');
  if (isLanguage(language)) desk.speak(exchange, language);
}

/** For the route where one signs in: the form that waits there is not lost with a page that is of another session. */
export const keepingWhatWaits =
  (desk: Desk) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const problem = problemOf(error);
    const waiting = waitingIn(formOf(request));
    if (!waiting || !isOwn(request) || problem.title !== 'staleForm') throw problem;
    inItsLanguage(desk, { request, reply }, waiting);
    return send(reply, signingIn(desk, request, waiting), problem.status);
  };

/** For the routes of forms: a form that is of another session, or that the store did not answer to, is not lost. */
export const keepingWhatWasTyped =
  (desk: Desk) =>
  async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const problem = problemOf(error);
    const kept = { to: request.url, typed: formOf(request) };
    if (!isOwn(request) || (problem.title !== 'staleForm' && problem.status < 500)) throw problem;
    inItsLanguage(desk, { request, reply }, kept);
    const person = desk.person(request);
    const unseated = person === null || oversees(person);
    if (unseated && problem.title === 'staleForm' && kept.typed.size <= MOST_WAITING)
      return send(reply, signingIn(desk, request, kept), problem.status);
    const again = person && (await shownAgain(desk, { request, reply, person }, kept, problem));
    if (again) return again;
    throw problem;
  };

export const stale = (status: number): Problem => new Problem(status, 'staleForm', 'staleFormSays');

/** Whether what was done before under this id is what is asked now. Somebody may go back to a form and fill it in for the next letter. */
export function isOther({ type }: Request, { on, data = {}, late }: CommandInput, outcome: Outcome): boolean {
  if (isRefusal(outcome) || !outcome.repeated) return false;
  const [first] = outcome.facts;
  const { command = '', commandType = '' } = first?.record.meta ?? {};
  if (!first) return false;
  const before = type.asked([{ ...factOf(type, first), command, commandType, caseId: outcome.case }]);
  const now = type.commands[commandType]?.schema.parse(data);
  return !isDeepStrictEqual([before.on, before.data, before.late], [on, now, late]);
}

/** As a form of its own, which nobody has sent yet. Ids that the desk gave by the id of the command are given anew. */
export function shownAnew(request: Request, commandId: string): Promise<FastifyReply> {
  const anew = randomUUID();
  const typed = new URLSearchParams(request.typed);
  for (const index of request.state === null ? indexes(typed, 'data.complainants') : []) {
    const name = `data.complainants.${index}.member`;
    if (typed.get(name) === memberOf(caseIdOf(commandId), index)) typed.set(name, memberOf(caseIdOf(anew), index));
  }
  return shown({ ...request, typed }, { commandId: anew, notice: { title: 'formDone', says: 'formDoneSays' } }, 409);
}
