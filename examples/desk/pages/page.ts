/** What every page has: the head, the way about, who sits here, and in which language. */
import type { LegalDay } from '@redress/core';
import { type Html, html } from '../html.ts';
import { oversees, type Person } from '../people.ts';
import type { Language, Tongue } from '../texts/tongue.ts';

/** Whom a page is for. */
export interface Reader {
  readonly tongue: Tongue;
  readonly person: Person | null;
  /** Sent back by every form. */
  readonly token: string;
  /** The page's own address, to which a change of language comes back. */
  readonly address: string;
  readonly today: LegalDay;
  /** Open offers to the unit, shown beside the way to them. */
  readonly offers: number;
}

/** The id of the form that a page asks to be filled in. */
export const ASKING = 'asking';

interface Page {
  readonly title: string;
  readonly content: Html;
  /** What the page shows of, so that it is brought up to date when that changes: `lists`, or a case. */
  readonly live?: string;
  /** Whether there is a form on it that somebody fills in. */
  readonly asks?: boolean;
}

interface Way {
  readonly to: string;
  readonly says: string;
  readonly count?: number;
}

function waysFor(person: Person, { tongue, offers }: Reader): readonly Way[] {
  const overdue = { to: '/overdue', says: tongue.say('overdue') };
  if (oversees(person)) return [{ to: '/cases', says: tongue.say('allCases') }, overdue, { to: '/audit', says: tongue.say('audit') }];
  return [
    { to: '/', says: tongue.say('myList') },
    { to: '/unit', says: tongue.say('unitList') },
    { to: '/offers', says: tongue.say('offers'), count: offers },
    overdue,
    { to: '/intake', says: tongue.say('intake') },
  ];
}

export function page(reader: Reader, { title, content, live, asks = false }: Page): Html {
  const { tongue, person, address } = reader;
  return html`<!doctype html>
<html lang="${tongue.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${tongue.say('desk')}</title>
<link rel="stylesheet" href="/static/desk.css">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
${person && html`<script src="/static/live.js" defer></script>`}
</head>
<body${live !== undefined && html` data-live="${live}"`}>
<a class="skip" href="#main">${tongue.say('skip')}</a>
<header class="top">
<div class="bar">
<a class="brand" href="/"><span class="brand-name">Redress</span> <span class="brand-desk">${tongue.say('desk')}</span></a>
<div class="who">${person && whoSits(reader, person)}${asks ? languageOfForm(reader) : language(reader, address)}</div>
</div>
${person && ways(reader, person)}
</header>
<div id="news" class="news" role="status" data-says="${tongue.say('changedMeanwhile')}" data-again="${tongue.say('showAgain')}" data-over="${tongue.say('signedOutMeanwhile')}" data-full="${tongue.say('tooManyListen')}" data-still="${tongue.say('newsStandStill')}"></div>
<main id="main" tabindex="-1">
${content}
</main>
<footer><p>${tongue.say('footer', { day: tongue.day(reader.today) })}</p></footer>
</body>
</html>
`;
}

function whoSits({ tongue, token }: Reader, person: Person): Html {
  return html`<span class="person"><strong>${tongue.post(person.post)}</strong> <span class="unit">${tongue.unit(person.actor.unit)}</span></span><form method="post" action="/sign-out"><input type="hidden" name="token" value="${token}"><button class="plain onDark">${tongue.say('signOut')}</button></form>`;
}

const otherThan = ({ language }: Tongue): readonly [Language, string] => (language === 'vi' ? ['en', 'English'] : ['vi', 'Tiếng Việt']);

/** The other language, in its own words. */
function language({ tongue }: Reader, address: string): Html {
  const [other, says] = otherThan(tongue);
  return html`<a class="language" href="/language/${other}?back=${encodeURIComponent(address)}" lang="${other}" hreflang="${other}">${says}</a>`;
}

/**
 * Where something may have been typed, the form itself is sent, and comes back in the other language. The nameless button stands before it
 * because Enter presses the first one of a form.
 */
function languageOfForm({ tongue }: Reader): Html {
  const [other, says] = otherThan(tongue);
  return html`<button form="${ASKING}" class="visually-hidden" tabindex="-1" aria-hidden="true"></button><button form="${ASKING}" class="language" name="language" value="${other}" lang="${other}" formnovalidate>${says}</button>`;
}

function ways(reader: Reader, person: Person): Html {
  const [path = '/'] = reader.address.split('?');
  const way = ({ to, says, count = 0 }: Way): Html =>
    html`<li><a href="${to}"${path === to && html` aria-current="page"`}>${says}${count > 0 && html` <span class="count">${count}</span>`}</a></li>`;
  return html`<nav aria-label="${reader.tongue.say('ways')}"><ul>${waysFor(person, reader).map(way)}</ul></nav>`;
}

/** A page about something that went wrong, or that is not there. */
export function problemPage(reader: Reader, title: string, says: string, more?: Html): Html {
  const content = html`<div class="narrow"><h1>${title}</h1><p>${says}</p>${more}<p><a href="/">${reader.tongue.say('toStart')}</a></p></div>`;
  return page(reader, { title, content });
}
