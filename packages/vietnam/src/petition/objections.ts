/**
 * Why the law says no to what is asked of a petition. An outcome is lawful where a row of the classification table leads to it, given what
 * was recorded; an objection that turns on what a command says is silent while nothing is said.
 */
import type { Citation, Command, Objection, Organisation } from '@redress/core';
import { article, bothOf, inferred } from '../citations.ts';
import type { Classification, Outcome, Row } from '../classification.ts';
import type { Wording } from '../law-data.ts';
import { AMENDED_FROM } from '../matter.ts';
import type { PetitionCommand } from './commands.ts';
import type { Petition } from './evolve.ts';
import { type PetitionRule, petitionTexts } from './objection-texts.ts';
import { answersNow, becameOf, inWriting, judged, lawfulOutcome, outcomesOf, receivedInPerson, withArrival } from './outcomes.ts';
import { groundsOnPaper, RECEPTION_DECREE_FROM, RECEPTION_LAW_FROM, receptionGround } from './reception.ts';

interface Asked {
  readonly command: Command;
  readonly state: Petition;
  readonly organisation: Organisation;
}

const no = (rule: PetitionRule, because: Citation): Objection => ({ rule, says: petitionTexts[rule], because });

const said = ({ command }: Asked, field: string): string | null => {
  const value = command.data[field];
  return typeof value === 'string' ? value : null;
};

/** How an outcome is called in the file. */
const called: Readonly<Record<Outcome, { readonly en: string; readonly vi: string }>> = {
  'propose-acceptance': { en: 'proposing its acceptance', vi: 'đề xuất thụ lý' },
  'guide-supplement': { en: 'guiding the sender to hand in what is missing', vi: 'hướng dẫn bổ sung' },
  guide: { en: 'guiding the sender to the competent body', vi: 'hướng dẫn đến cơ quan có thẩm quyền' },
  forward: { en: 'sending it on', vi: 'chuyển đơn' },
  return: { en: 'returning it to whoever sent it on', vi: 'trả lại đơn' },
  'guide-split': { en: 'guiding the sender to write separate petitions', vi: 'hướng dẫn tách đơn' },
  file: { en: 'filing it', vi: 'xếp lưu đơn' },
  'not-accept': { en: 'not accepting it, with the ground', vi: 'không thụ lý có nêu lý do' },
  'refuse-reception': { en: 'a written refusal to receive', vi: 'từ chối tiếp bằng văn bản' },
  'report-to-head': { en: 'reporting it to the head', vi: 'báo cáo thủ trưởng' },
  demand: { en: 'demanding the resolution of the body below', vi: 'yêu cầu cấp dưới giải quyết' },
  'return-originals': { en: 'giving the originals back', vi: 'trả lại bản gốc' },
};

/** An outcome that the table does not lead to: which row decides instead, or what has to be found out first. */
function byTable(asked: Asked): Objection | null {
  const { command, state } = asked;
  const found = judged(state, command.on);
  if (!found || lawfulOutcome(command, state)) return null;
  const [decides] = found.lawful;
  if (!decides) return undecided(asked, found);
  const outcomes = found.lawful.map(({ outcome }) => called[outcome]);
  const { about, because, row } = decides;
  return {
    rule: `row-${row ?? 'ground'}`,
    says: {
      en: `${about.en} What follows is ${outcomes.map(({ en }) => en).join(' or ')}.`,
      vi: `${about.vi} Kết quả xử lý là: ${outcomes.map(({ vi }) => vi).join(' hoặc ')}.`,
    },
    because,
  };
}

/** No row decides: a fact has to be found out first, or a text of the law. */
function undecided({ command }: Asked, { missing, not }: Classification): Objection {
  const wanted = outcomesOf(command.type);
  const row = not.find(({ outcomes, because }) => because !== null && outcomes.some((outcome) => wanted.includes(outcome)));
  const circular = article('TT05 Đ.6', command.on);
  if (missing?.unsettled)
    return { rule: 'no-row-known', says: wording(missing), because: missing.because ?? { ...circular, grade: 'X' }, unsettled: true };
  return { rule: 'competence-not-found', says: wording(missing ?? petitionTexts['no-row-decides']), because: row?.because ?? circular };
}

const wording = ({ en, vi }: Wording): Objection['says'] => ({ en, vi });

/** Grounds that can be cured: signature, capacity, representative. */
const CURABLE: readonly string[] = ['N3', 'N4', 'N5'];

/** Whoever was guided to complete it and did not is refused when the term for acceptance ends; it was not stopped meanwhile. */
function ineligible(asked: Asked): Objection | null {
  const { command, state } = asked;
  const ground = said(asked, 'ground');
  if (state.at.regions.handling !== 'supplement-guided') return byTable(asked) ?? groundOfRow(asked, ground);
  if (ground === null) return null;
  if (!CURABLE.includes(ground)) return byTable(asked) ?? groundOfRow(asked, ground);
  const { 'acceptance-statute': statute, 'acceptance-decree': decree } = state.clocks;
  // Of the two terms the earlier governs: on its last day the refusal is still in time.
  const end = [statute, decree].flatMap((term) => (term ? [term.dueOn] : [])).toSorted()[0];
  return end !== undefined && command.on < end ? no('cure-still-in-time', inferred(article('LKN Đ.27', command.on))) : null;
}

/** Rows whose ground is none of the nine of LKN Đ.11 go by the name under which it is known elsewhere in the file. */
const groundsByRow: Readonly<Partial<Record<Row, string>>> = { C26: 'RFh', C28: 'C28' };

/** The ground that is named is the one by which the row decides. */
function groundOfRow({ command, state }: Asked, named: string | null): Objection | null {
  const by = lawfulOutcome(command, state);
  const ground = by?.ground ?? (by?.row ? groundsByRow[by.row] : undefined);
  return by && named !== null && ground !== undefined && named !== ground ? no('ground-is-another', by.because) : null;
}

function guide(asked: Asked): Objection | null {
  const { command, state } = asked;
  if (state.guidedTo.length > 0) return no('guided-once', article('TT05 Đ.8.1', command.on));
  const named = said(asked, 'named');
  if (named !== null && !state.senders.includes(named)) return no('not-named', article('TT05 Đ.9', command.on));
  return byTable(asked);
}

function giveBack(asked: Asked): Objection | null {
  const { command, state } = asked;
  const to = said(asked, 'to');
  const stranger = state.forwardedBy === null || (to !== null && state.forwardedBy.body !== to);
  return stranger ? no('not-forwarded', article('TT05 Đ.8.2', command.on)) : byTable(asked);
}

function demand(asked: Asked): Objection | null {
  const { command, state, organisation } = asked;
  const of = said(asked, 'of');
  const holding = state.custody.holder?.unit;
  const below = of === null || organisation.superior(of, command.on)?.id === holding;
  return below ? byTable(asked) : no('not-below', article('LTCD Đ.26.1.b', command.on));
}

function answer(asked: Asked): Objection | null {
  const { command, state } = asked;
  if (said(asked, 'to') === null) return null;
  const untrue = said(asked, 'answer') === 'more-time' ? null : finalAnswer(asked);
  if (untrue) return untrue;
  const many = withArrival(state)?.many === true;
  return command.data.standsFor !== undefined && !many ? no('each-his-own-answer', article('TT05 Đ.9', command.on)) : null;
}

/** It tells what became of it; to whoever came in person, as one of the four answers of the Law. */
function finalAnswer(asked: Asked): Objection | null {
  const { command, state } = asked;
  const because = article('LTCD Đ.28.1', command.on);
  if (!becameOf(state, command.on)) return no('nothing-to-answer-yet', because);
  const told = said(asked, 'answer');
  const came = receivedInPerson(state.channel) && state.senders.some((each) => each === command.data.to);
  if (told === null) return came ? no('one-of-four-answers', because) : null;
  return answersNow(state).some((each) => each === told) ? null : no('answer-is-another', inferred(because));
}

/** Of receiving people before 1 July 2014 this pack knows nothing. */
const beforeReceptionLaw = ({ command }: Asked): Objection | null =>
  command.on < RECEPTION_LAW_FROM
    ? { ...no('reception-law-unknown', { ...article('LTCD Đ.9', command.on), grade: 'X' }), unsettled: true }
    : null;

function checkIdentity(asked: Asked): Objection | null {
  const { command } = asked;
  const { visitor, name, address, identity, actsFor } = command.data;
  if (visitor === undefined) return null;
  const amended = command.on >= RECEPTION_DECREE_FROM;
  const named = name !== undefined && address !== undefined;
  const shown = identity !== undefined;
  const unsettled = beforeReceptionLaw(asked);
  if (unsettled) return unsettled;
  if (amended && !(named && shown)) return no('identity-incomplete', article('NĐ154 Đ.12', command.on));
  if (!named && !shown) return no('identity-not-given', article('LTCD Đ.25.1', command.on));
  const papers = typeof actsFor !== 'object' || actsFor === null || ('papers' in actsFor && actsFor.papers !== undefined);
  return papers ? null : no('acts-without-papers', article(amended ? 'NĐ154 Đ.13' : 'LTCD Đ.25.1', command.on));
}

function refuseReception(asked: Asked): Objection | null {
  const { command, state } = asked;
  const code = said(asked, 'ground');
  if (code === null) return null;
  const unsettled = beforeReceptionLaw(asked);
  if (unsettled) return unsettled;
  const ground = receptionGround(code);
  if (!ground) return no('reception-ground', receptionGrounds(command.on));
  if (ground.from > (said(asked, 'establishedOn') ?? command.on)) return no('reception-ground-not-yet', ground.because);
  if (groundsOnPaper.has(code) && said(asked, 'shownBy') === null) return no('reception-ground-on-paper', ground.because);
  // The grounds are against receiving a person; that what he left is handled follows from their being no others.
  const dropped = command.data.nothingInWriting === true && inWriting(state);
  return dropped ? no('what-was-left-is-handled', inferred(article('LTCD Đ.9', command.on))) : null;
}

const receptionGrounds = (on: Command['on']): Citation => {
  const law = article('LTCD Đ.9', on);
  return on < RECEPTION_DECREE_FROM ? law : bothOf(law, article('NĐ154 Đ.4.1', on));
};

/** The paper is recorded whatever is said here. Of anything but a complaint no act says how it is withdrawn. */
function withdraw(asked: Asked): Objection | null {
  const { command, state } = asked;
  if (command.on >= AMENDED_FROM || state.screening?.content === 'other') return null;
  const because = article('LKN Đ.10', command.on);
  if (said(asked, 'form') === 'minutes') return no('withdrawal-by-signed-petition', because);
  return said(asked, 'part') === null ? null : no('withdrawal-of-the-whole', because);
}

/** What was taken out of the files again, because more was found out, is not destroyed by the year that it lay there. */
function destroy({ command, state }: Asked): Objection | null {
  const kept = state.clocks.retention;
  const law = article('TT05 Đ.28', command.on);
  if (kept?.status !== 'running') return no('not-filed', law);
  return command.on > kept.dueOn ? null : no('kept-for-a-year', law);
}

type Judge = (asked: Asked) => Objection | null;
const byCommand: readonly (readonly [PetitionCommand, Judge])[] = [
  ['RecordOral', ({ command }) => (command.data.discipline === true ? no('oral-discipline', article('LKN Đ.49', command.on)) : null)],
  ['Withdraw', withdraw],
  ['CheckIdentity', checkIdentity],
  ['RefuseReception', refuseReception],
  ['ProposeAcceptance', byTable],
  ['AnswerIneligible', ineligible],
  ['GuideSupplement', byTable],
  ['GuideOnce', guide],
  ['Return', giveBack],
  ['SendElsewhere', byTable],
  ['GuideSplit', byTable],
  ['File', byTable],
  ['ReportToHead', byTable],
  ['DemandResolution', demand],
  ['AnswerSender', answer],
  ['DecideDestruction', destroy],
  ['Close', ({ command, state }) => (becameOf(state, command.on) ? null : no('nothing-became-of-it', article('TT05 Đ.6', command.on)))],
];
const judges: ReadonlyMap<string, Judge> = new Map(byCommand);

/** What the law objects to a command on a petition, or null. */
export const petitionObjection = (asked: Asked): Objection | null => judges.get(asked.command.type)?.(asked) ?? null;
