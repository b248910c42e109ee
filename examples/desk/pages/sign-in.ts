/** Sitting down as one of the five. */
import { type Html, html } from '../html.ts';
import { type Person, posts } from '../people.ts';
import type { Saying } from '../texts/tongue.ts';
import { ASKING, page, type Reader } from './page.ts';

/** A form that waits until somebody has signed in who may send it. */
interface Waiting {
  readonly to: string;
  readonly typed: URLSearchParams;
  readonly says: Saying;
}

export function signInPage(reader: Reader, people: readonly Person[], waiting: Waiting | null): Html {
  const { tongue, token } = reader;
  const seat = ({ post, actor }: Person): Html =>
    html`<li><button name="post" value="${post}" class="seat"><strong>${tongue.post(post)}</strong><span class="unit">${tongue.unit(actor.unit)}</span><span class="does">${tongue.does(post)}</span></button></li>`;
  const kept = waiting && [...waiting.typed].filter(([name]) => !['token', 'post', 'to', 'language'].includes(name));
  const hidden = kept?.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const content = html`<div class="narrow">${waiting && html`<section class="panel wrong" role="alert" tabindex="-1" autofocus><h2>${tongue.say('staleForm')}</h2><p>${tongue.say(waiting.says)}</p></section>`}<h1>${tongue.say('signIn')}</h1><p>${tongue.say('signInHow', { count: posts.length })}</p>
<form id="${ASKING}" method="post" action="/sign-in"><input type="hidden" name="token" value="${token}">${waiting && html`<input type="hidden" name="to" value="${waiting.to}">`}${hidden}<ul class="seats">${people.map(seat)}</ul></form></div>`;
  return page(reader, { title: tongue.say(waiting ? 'staleForm' : 'signIn'), content, asks: waiting !== null });
}
