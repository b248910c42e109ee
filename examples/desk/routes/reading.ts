/** The pages that only read: lists, offers, what is overdue, a case, and what the auditor sees. */
import { accountOf, type CaseFile, CaseFileError, caseAsOf, openCaseFile, replay, replayAll } from '@redress/audit';
import { type CaseState, isLegalDay, type Loaded } from '@redress/core';
import { notFound, Problem, send } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { auditPage, caseAuditPage, type Replayed } from '../pages/audit.ts';
import { casePage } from '../pages/case.ts';
import { type Listed, listPage, orderNamed, PAGE, pageNumbered } from '../pages/lists.ts';
import { type Offer, offersPage } from '../pages/offers.ts';
import { overduePage } from '../pages/overdue.ts';
import { oversees } from '../people.ts';
import { isOverdue, isOwed, pressing, sortingDay, whyMine, whyOurs } from '../standing.ts';
import type { Language } from '../texts/tongue.ts';
import { param, queried, type Sitting, seated } from './form.ts';

/** Findings of a replay that a page shows. */
const FINDINGS = 200;

export function readingRoutes(desk: Desk): void {
  const { app, cases, office, reader } = desk;
  listRoutes(desk);
  app.get(
    '/offers',
    seated(desk, async ({ request, reply, person }) => {
      const open = cases.all().filter(({ at, custody }) => !at.final && custody.offer !== null);
      const toUs = open.filter(({ custody }) => custody.offer?.toUnit === person.actor.unit);
      const byUs = open.filter(({ custody }) => custody.offer?.from.unit === person.actor.unit);
      const [told, ours] = await Promise.all([toUs, byUs].map((those) => Promise.all(those.map((state) => offered(desk, state)))));
      return send(reply, offersPage(reader(request), { toUs: told ?? [], byUs: ours ?? [] }));
    }),
  );
  app.get(
    '/overdue',
    seated(desk, async ({ request, reply }) => {
      const today = office.engine.today();
      const late = cases.all().filter((state) => isOverdue(state, today));
      const sorted = late.sort((one, other) => (keyOf(one, today) < keyOf(other, today) ? -1 : 1));
      const pages = Math.max(1, Math.ceil(sorted.length / PAGE));
      const at = Math.min(pageNumbered(queried(request, 'page')), pages);
      const shown = sorted.slice((at - 1) * PAGE, at * PAGE);
      const told = await Promise.all(shown.map(async (state) => ({ state, account: accounted(desk, await fileOf(desk, state.caseId)) })));
      return send(reply, overduePage(reader(request), { cases: told, count: sorted.length, at, pages }));
    }),
  );
  app.get(
    '/cases/:id',
    seated(desk, async (sitting) => showCase(desk, sitting)),
  );
  auditRoutes(desk);
}

/** The reason is in the record, and not in the state. */
async function offered(desk: Desk, state: CaseState): Promise<Offer> {
  const { facts } = await fileOf(desk, state.caseId);
  const reason = facts.findLast(({ record }) => record.type === 'TransferOffered')?.fact.data.reason;
  return { state, reason: typeof reason === 'string' ? reason : null };
}

/** Closed cases come last. */
const keyOf = (state: CaseState, today: string): string =>
  `${state.at.final ? 1 : 0} ${sortingDay(pressing(state, today)[0])} ${state.caseId}`;

function listRoutes(desk: Desk): void {
  const { app, cases, reader } = desk;
  const order = ({ request }: Sitting) => ({ order: orderNamed(queried(request, 'sort')), number: pageNumbered(queried(request, 'page')) });
  const because = (why: (state: CaseState) => Listed['why']): readonly Listed[] =>
    cases.all().flatMap((state) => {
      const reason = why(state);
      return reason === null ? [] : [{ state, why: reason }];
    });
  app.get(
    '/',
    seated(desk, (sitting) => {
      const { request, reply, person } = sitting;
      if (oversees(person)) return reply.redirect(person.post === 'auditor' ? '/audit' : '/overdue', 303);
      const { tongue } = reader(request);
      const texts = { title: tongue.say('myList'), about: tongue.say('myListAbout'), empty: tongue.say('myListEmpty') };
      const mine = because((state) => whyMine(state, person.actor));
      return send(reply, listPage(reader(request), mine, { address: '/', ...texts, ...order(sitting) }));
    }),
  );
  app.get(
    '/unit',
    seated(desk, (sitting) => {
      const { request, reply, person } = sitting;
      const { tongue } = reader(request);
      const about = tongue.say('unitListAbout', { unit: tongue.unit(person.actor.unit) });
      const texts = { title: tongue.say('unitListTitle'), about, empty: tongue.say('unitListEmpty') };
      const ours = because((state) => whyOurs(state, person.actor));
      return send(reply, listPage(reader(request), ours, { address: '/unit', ...texts, ...order(sitting) }));
    }),
  );
  app.get(
    '/cases',
    seated(desk, (sitting) => {
      const { request, reply } = sitting;
      const { tongue } = reader(request);
      const texts = { title: tongue.say('allCases'), about: tongue.say('allCasesAbout'), empty: tongue.say('allCasesEmpty') };
      const open = cases
        .all()
        .filter(({ at }) => !at.final)
        .map((state) => ({ state, why: null }));
      return send(reply, listPage(reader(request), open, { address: '/cases', ...texts, ...order(sitting) }));
    }),
  );
}

/** A case as the log has it. Throws the page that says that there is none. */
export async function fileOf({ office }: Desk, id: string): Promise<CaseFile> {
  const { store, caseTypes } = office.engine;
  checkId(id);
  try {
    return await openCaseFile(store.read(id), caseTypes);
  } catch (error) {
    if (error instanceof CaseFileError && error.code !== 'case-unreadable') throw notFound();
    throw error;
  }
}

/** The same with the state it has led to. */
export async function loadedOf(desk: Desk, id: string): Promise<Loaded & { readonly file: CaseFile }> {
  checkId(id);
  const { engine } = desk.office;
  const loaded = await engine.load(id);
  if (!loaded) throw notFound();
  return { ...loaded, file: await openCaseFile(loaded.records, engine.caseTypes) };
}

/** The log's own streams are no cases. */
function checkId(id: string): void {
  if (id.length > 200 || id.startsWith('$')) throw notFound();
}

const accounted = ({ office }: Desk, file: CaseFile) =>
  accountOf(file, { laws: office.engine.law, until: office.engine.today(), owed: isOwed });

async function showCase(desk: Desk, { request, reply, person }: Sitting) {
  const { engine } = desk.office;
  const loaded = await loadedOf(desk, param(request, 'id'));
  const { state, caseType: type, file } = loaded;
  const options = await engine.options(loaded, person.actor, engine.today());
  const command = queried(request, 'done');
  const done =
    command !== undefined && file.facts.some(({ record }) => record.meta.commandType === command)
      ? { command, again: queried(request, 'again') === '1' }
      : null;
  return send(reply, casePage(desk.reader(request), { state, type, file, account: accounted(desk, file), options, done }));
}

function auditRoutes(desk: Desk): void {
  const { app, cases, office, reader } = desk;
  const { engine } = office;
  const overseeing = (handle: Parameters<typeof seated>[1]) =>
    seated(desk, (sitting) => {
      if (!oversees(sitting.person)) throw new Problem(403, 'forbidden', 'forbiddenSays');
      return handle(sitting);
    });
  app.get(
    '/audit',
    overseeing(async ({ request, reply }) => {
      const all = cases.all();
      const facts = all.reduce((sum, { version }) => sum + version, 0);
      const replayed = queried(request, 'replay') === 'all' ? await replayedLog(desk, reader(request).tongue.language) : null;
      return send(
        reply,
        auditPage(reader(request), { log: engine.store.log, cases: all.length, facts, unreadable: cases.unreadable(), replayed }),
      );
    }),
  );
  app.get(
    '/audit/case',
    overseeing(({ request, reply }) => reply.redirect(`/audit/${encodeURIComponent((queried(request, 'id') ?? '').trim())}`, 303)),
  );
  app.get(
    '/audit/:id',
    overseeing(async ({ request, reply }) => {
      const { file, state } = await loadedOf(desk, param(request, 'id'));
      const { caseTypes, law, store } = engine;
      const { language } = reader(request).tongue;
      const replayed = await told(replay({ records: file.records, caseTypes, laws: law, log: store.log, language }));
      const day = queried(request, 'on') ?? '';
      const right = isLegalDay(day);
      const asOf = right ? caseAsOf(file, { on: day, timeZone: engine.law.timeZone }) : null;
      return send(reply, caseAuditPage(reader(request), { state, file, replayed, asOf, day, wrongDay: day !== '' && !right }));
    }),
  );
}

async function told(replaying: ReturnType<typeof replay>): Promise<Replayed> {
  const findings = [];
  for await (const finding of replaying) if (findings.length < FINDINGS) findings.push(finding);
  return { summary: replaying.summary, findings };
}

/** One replay of the whole log at a time in each language: whoever asks meanwhile gets the same answer. */
const under = new WeakMap<Desk, Map<Language, Promise<Replayed>>>();

async function replayedLog(desk: Desk, language: Language): Promise<Replayed> {
  const ofDesk = under.get(desk) ?? new Map<Language, Promise<Replayed>>();
  under.set(desk, ofDesk);
  const running = ofDesk.get(language);
  if (running) return running;
  const { store, caseTypes, law } = desk.office.engine;
  const started = told(replayAll({ store, caseTypes, laws: law, language })).finally(() => ofDesk.delete(language));
  ofDesk.set(language, started);
  return started;
}
