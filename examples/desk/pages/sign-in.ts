/** Sitting down as one of the five. */
import { type Html, html } from '../html.ts';
import { type Person, posts } from '../people.ts';
import { page, type Reader } from './page.ts';

export function signInPage(reader: Reader, people: readonly Person[]): Html {
  const { tongue, token } = reader;
  const seat = ({ post, actor }: Person): Html =>
    html`<li><button name="post" value="${post}" class="seat"><strong>${tongue.post(post)}</strong><span class="unit">${tongue.unit(actor.unit)}</span><span class="does">${tongue.does(post)}</span></button></li>`;
  const content = html`<div class="narrow"><h1>${tongue.say('signIn')}</h1><p>${tongue.say('signInHow', { count: posts.length })}</p>
<form method="post" action="/sign-in"><input type="hidden" name="token" value="${token}"><ul class="seats">${people.map(seat)}</ul></form></div>`;
  return page(reader, { title: tongue.say('signIn'), content });
}
