/** Who may: the head of the competent body decides, nobody looks into what he made himself, a group speaks through so many. */
import type { Citation, Objection } from '@redress/core';
import { type ArticleName, inferred } from './citations.ts';
import { bodyOf, currentAddressee } from './competence.ts';
import { continuing, GROUP_FROM, isDiscipline } from './matter.ts';
import { type Asked, cite, listed, no, said, unsettled } from './objection.ts';
import { representativesFor } from './representatives.ts';

/** The articles that give an act to whoever settles, at the first level, at the second, and about discipline. */
interface Reserved {
  readonly first: ArticleName;
  readonly second: ArticleName;
  readonly discipline: ArticleName;
}
const acceptance: Reserved = { first: 'LKN Đ.27', second: 'LKN Đ.36', discipline: 'LKN Đ.50' };
const decision: Reserved = { first: 'LKN Đ.14', second: 'LKN Đ.15', discipline: 'LKN Đ.51' };
const contested: Reserved = { first: 'LKN Đ.35', second: 'LKN Đ.35', discipline: 'LKN Đ.35' };
const reserved: ReadonlyMap<string, Reserved> = new Map([
  ['Accept', acceptance],
  ['NotAccept', acceptance],
  ['Resolve', decision],
  ['FindComplex', decision],
  ['Suspend', decision],
  ['Resume', decision],
  ['Terminate', decision],
  ['SuspendContested', contested],
  ['LiftContested', contested],
]);

function reservedBy(asked: Asked, { first, second, discipline }: Reserved): Citation {
  if (isDiscipline(asked.state)) return cite(asked, discipline);
  return cite(asked, asked.state.level === 1 ? first : second);
}

/** The head of the body that a unit belongs to, or null while the post is vacant or nobody says who is in it. */
export function headOf(asked: Asked, unit: string): string | null {
  const { command, organisation } = asked;
  const body = bodyOf(unit, command.on, organisation);
  return body && organisation.inPost(body.headPost, command.on);
}

/** He acts himself, or by a delegation that the organisation knows of on the day. */
function actsFor({ command, actor, organisation }: Asked, head: string): boolean {
  return actor.id === head || (actor.onBehalfOf === head && organisation.delegations(actor.id, command.on).includes(head));
}

/**
 * The law gives acceptance and decision to the head of a body, never to a unit or an officer. That the same hand finds a case complex,
 * suspends it and ends it follows from whose settlement it is, and is inferred. Where the organisation names no head, nobody is measured
 * against him.
 */
export function onlyTheHead(asked: Asked): Objection | null {
  const articles = reserved.get(asked.command.type);
  if (!articles) return null;
  const head = headOf(asked, asked.actor.unit);
  if (head === null || actsFor(asked, head)) return null;
  const because = reservedBy(asked, articles);
  return no('head-decides', articles === decision && asked.command.type !== 'Resolve' ? inferred(because) : because);
}

/**
 * Only the competent body accepts and decides. What the file does not say is not held against anybody; what the law does not settle is
 * not decided here, but for the first level of the issuer itself, which every rule on competence gives to it.
 */
export function onlyTheCompetent(asked: Asked): Objection | null {
  const { command, state, actor, organisation, configuration } = asked;
  const found = currentAddressee({ state: withTraits(asked), on: command.on, organisation, configuration });
  const body = bodyOf(actor.unit, command.on, organisation)?.id ?? state.custody.holder?.unit;
  if ('refusal' in found) {
    const { code, says, because } = found.refusal;
    const stands = body !== undefined && organisation.unit(body, command.on) !== null;
    const ofItsOwn = stands && state.level === 1 && state.contests?.issuedBy === body;
    return code === 'UNSETTLED_LAW' && !ofItsOwn
      ? { ...unsettled('competence-unsettled', because ?? inferred(cite(asked, 'LKN Đ.7'))), says }
      : null;
  }
  const { answer } = found;
  if ('ended' in answer) return null;
  return 'unit' in answer && answer.unit === body ? null : no('another-is-competent', answer.because);
}

/** Whoever accepts may say in the same breath what competence turns on. */
function withTraits(asked: Asked): Asked['state'] {
  const { state } = asked;
  const traits = listed(asked, 'traits') ?? [];
  return state.contests && traits.length > 0
    ? { ...state, contests: { ...state.contests, traits: [...(state.contests.traits ?? []), ...traits] } }
    : state;
}

/**
 * Whoever made the contested decision does not look into it, nor does whoever had the first decision in hand look into the complaint about
 * that one. The law says only that a responsible body or person verifies (LKN Đ.29.1.b); that it is another one is inferred. The head of
 * the issuing body stays competent all the same: he has it looked into by somebody else.
 */
export function notInHisOwnMatter(asked: Asked): Objection | null {
  const person = said(asked, 'person') ?? said(asked, 'toPerson');
  if (person === null) return null;
  const { contests, levels, level } = asked.state;
  const below = levels.filter((each) => each.level < level).map((each) => each.decision?.by?.person);
  const concerned = [...(contests?.madeBy ?? []), ...below];
  return concerned.includes(person) ? no('own-matter', inferred(cite(asked, 'LKN Đ.29.1.b'))) : null;
}

/** Under five complainants the law gives no number. */
export function representatives(asked: Asked): Objection | null {
  const named = listed(asked, 'members');
  const group = continuing(asked.state);
  const allowed = representativesFor(group, asked.command.on);
  if (named === null || group < GROUP_FROM || !allowed) return null;
  const count = new Set(named).size;
  return count >= allowed.least && (allowed.most === null || count <= allowed.most)
    ? null
    : no('number-of-representatives', cite(asked, 'LTCD Đ.29'));
}
