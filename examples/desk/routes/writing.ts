/** The pages that write: taking a complaint in, and everything that may be asked of a case. Each is tried, refused or done. */
import { randomUUID } from 'node:crypto';
import { type CaseState, isRefusal } from '@redress/core';
import type { FastifyReply } from 'fastify';
import { notFound, Problem } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { faultsOf } from '../forms/faults.ts';
import { fieldsOf } from '../forms/fields.ts';
import { dataOf, indexes } from '../forms/posted.ts';
import { isLanguage } from '../texts/tongue.ts';
import { isOther, keepingWhatWasTyped, shownAnew } from './again.ts';
import { formOf, param, queried, type Sitting, seated } from './form.ts';
import { loadedOf } from './reading.ts';
import {
  caseIdOf,
  inputOf,
  intakeRequest,
  isCommandId,
  mayWrite,
  memberOf,
  type Request,
  shown,
  strangeChoices,
  triedAs,
} from './shown.ts';

export function writingRoutes(desk: Desk): void {
  const { app } = desk;
  const errorHandler = keepingWhatWasTyped(desk);
  app.get(
    '/intake',
    seated(desk, (sitting) => opened(intakeRequest(desk, sitting, new URLSearchParams()))),
  );
  app.post(
    '/intake',
    { errorHandler },
    seated(desk, (sitting) => sent(intakeRequest(desk, sitting, formOf(sitting.request)))),
  );

  const asked = async (sitting: Sitting, typed: URLSearchParams): Promise<Request> => {
    mayWrite(sitting);
    const [id, command] = [param(sitting.request, 'id'), param(sitting.request, 'command')];
    const { state, caseType: type, records } = await loadedOf(desk, id);
    // What opens a case is asked for where complaints are taken in.
    if (!Object.hasOwn(type.commands, command) || type.commands[command]?.opens) throw notFound();
    const action = `/cases/${encodeURIComponent(id)}/do/${command}`;
    const recorded = new Set(records.flatMap(({ record }) => record.meta.command ?? []));
    return { ...sitting, desk, type, command, state, action, typed, fields: fieldsOf(type, command), recorded };
  };
  app.get(
    '/cases/:id/do/:command',
    seated(desk, async (sitting) => opened(await asked(sitting, new URLSearchParams()))),
  );
  app.post(
    '/cases/:id/do/:command',
    { errorHandler },
    seated(desk, async (sitting) => sent(await asked(sitting, formOf(sitting.request)))),
  );
}

/** The id of the command stands in the address: whoever goes back to the form goes back to the same command, which is done once. */
async function opened(request: Request): Promise<FastifyReply> {
  const { action, state, person, typed } = request;
  const commandId = queried(request.request, 'form') ?? '';
  if (!isCommandId(commandId)) return request.reply.redirect(`${action}?form=${randomUUID()}`, 303);
  if (state === null) {
    typed.set('data.unit', person.actor.unit);
    typed.set('data.complainants.0.member', memberOf(caseIdOf(commandId), 0));
  }
  return shown(request, { commandId });
}

/** One more row, another language, a trial, or the command itself. Whatever is not done leaves the form as it was typed. */
async function sent(request: Request): Promise<FastifyReply> {
  const { desk, typed, type, command, fields } = request;
  const commandId = typed.get('command') ?? '';
  if (!isCommandId(commandId)) throw new Problem(400, 'badRequest', 'badRequestSays');
  if (typed.has('more')) return shown(oneMore(request, commandId), { commandId });
  const language = typed.get('language');
  const inOther = isLanguage(language);
  if (inOther) {
    desk.speak(request, language);
    if (!typed.has('answered')) return shown(request, { commandId });
    // What was said of it is said again in the other language, of the version that was seen when it was sent.
    if (request.state !== null) typed.set('version', typed.get('answered') ?? '');
  }
  const { tongue } = desk.reader(request.request);
  const data = dataOf(fields, typed);
  const schema = type.commands[command]?.schema;
  const faults = new Map(schema ? faultsOf({ schema, fields }, data, typed, tongue) : []);
  for (const name of strangeChoices(request, commandId)) if (!faults.has(name)) faults.set(name, tongue.fault('choice'));
  if (faults.size > 0) return shown(request, { commandId, faults }, 422);
  const input = inputOf(request, commandId, data);
  // What was not tried as it stands is tried now: nobody saves time limits that he has not seen.
  const unseen = request.state === null && typed.get('tried') !== triedAs(desk, input);
  // Enter sends a form without the name of a button.
  const trial = inOther || (typed.get('step') ?? 'send') !== 'send' || unseen;
  const outcome = await (trial ? desk.office.rehearse(input) : desk.office.engine.execute<CaseState>(input));
  if (isOther(request, input, outcome)) return shownAnew(request, commandId);
  if (trial) return shown(request, { commandId, answer: outcome });
  if (isRefusal(outcome)) return shown(request, { commandId, answer: outcome }, 409);
  await desk.cases.reached(outcome.case, outcome.facts.at(-1)?.record.version ?? 0);
  const again = outcome.repeated ? '&again=1' : '';
  return request.reply.redirect(`/cases/${encodeURIComponent(outcome.case)}?done=${command}${again}`, 303);
}

/** The row is there once it has something in it: of complainants, the id that the desk gives. It is asked for by its own name then. */
function oneMore(request: Request, commandId: string): Request {
  const { typed, command } = request;
  if (command !== 'Receive' || typed.get('more') !== 'data.complainants') return request;
  const next = Math.max(-1, ...indexes(typed, 'data.complainants')) + 1;
  const more = new URLSearchParams(typed);
  more.set('more', `data.complainants.${next}`);
  more.set(`data.complainants.${next}.member`, memberOf(caseIdOf(commandId), next));
  return { ...request, typed: more };
}
