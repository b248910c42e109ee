/** Transfers that wait for an answer: to my unit, and by it. Whoever offers stays accountable until the answer. */
import type { CaseState } from '@redress/core';
import { type Html, html } from '../html.ts';
import { pressing } from '../standing.ts';
import { caseLink, dueSaid, time } from './lists.ts';
import { page, type Reader } from './page.ts';

export interface Offer {
  readonly state: CaseState;
  /** In the words of whoever offered it. */
  readonly reason: string | null;
}

interface Offers {
  readonly toUs: readonly Offer[];
  readonly byUs: readonly Offer[];
}

export function offersPage(reader: Reader, { toUs, byUs }: Offers): Html {
  const { tongue } = reader;
  const content = html`<h1>${tongue.say('offers')}</h1><p class="about">${tongue.say('offersAbout')}</p>
<section><h2>${tongue.say('offersToUs')}</h2>${toUs.length === 0 ? html`<div class="empty"><p>${tongue.say('offersToUsEmpty')}</p></div>` : html`<ul class="offers">${toUs.map((each) => offer(reader, each, true))}</ul>`}</section>
<section><h2>${tongue.say('offersByUs')}</h2>${byUs.length === 0 ? html`<div class="empty"><p>${tongue.say('offersByUsEmpty')}</p></div>` : html`<ul class="offers">${byUs.map((each) => offer(reader, each, false))}</ul>`}</section>`;
  return page(reader, { title: tongue.say('offers'), content, live: 'lists' });
}

function offer({ tongue, today }: Reader, { state, reason }: Offer, answer: boolean): Html | null {
  const { offer: open } = state.custody;
  if (!open) return null;
  const address = `/cases/${encodeURIComponent(state.caseId)}/do`;
  return html`<li><p>${caseLink(state)}</p><dl class="facts"><dt>${tongue.say('offeredBy')}</dt><dd>${tongue.holder(open.from)}</dd><dt>${tongue.say('offeredTo')}</dt><dd>${tongue.unit(open.toUnit)}${open.toPerson !== undefined && html` <span class="hint">${open.toPerson}</span>`}</dd><dt>${tongue.say('offeredOn')}</dt><dd>${time(tongue, open.offeredOn)}</dd>${reason !== null && html`<dt>${tongue.field('OfferTransfer', 'reason')}</dt><dd class="said">${reason}</dd>`}<dt>${tongue.say('dueDay')}</dt><dd>${dueSaid(tongue, pressing(state, today)[0])}</dd></dl>
${answer && html`<p class="buttons"><a class="button main" href="${address}/AcceptTransfer">${tongue.command(state.caseType, 'AcceptTransfer')}</a> <a class="button" href="${address}/RefuseTransfer">${tongue.command(state.caseType, 'RefuseTransfer')}</a></p>`}</li>`;
}
