// What a colleague does appears on the page that shows it. Without this file everything works; one reloads by oneself.
const body = document.body;
const shown = body.dataset.live;
const news = document.getElementById('news');

/** Nothing is taken from under the hand of somebody who is typing, or who has come to some place of the page by keyboard or by a link. */
const isAtWork = () =>
  [...document.querySelectorAll('main form.asking')].some((form) => form.method === 'post') ||
  document.querySelector('main :target') !== null ||
  (document.activeElement?.id !== 'main' && document.querySelector('main').contains(document.activeElement));

/** What is unfolded stays so: by the part of the page that it is in, for others may come before it. */
const unfoldedIn = (part) =>
  [...part.querySelectorAll('details')].map((each) => [`${each.closest('[id]')?.id}/${each.querySelector('summary')?.textContent}`, each]);

async function bringUpToDate() {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
  if (answer.redirected) return offerToReload(news.dataset.over);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const open = new Set(unfoldedIn(document).flatMap(([name, each]) => (each.open ? [name] : [])));
  document.querySelector('main').replaceChildren(...fresh.querySelector('main').childNodes);
  // One of the ways about may have the focus: new is what stands in them. Whoever has sat down meanwhile may have others.
  const ways = new Map([...fresh.querySelectorAll('header nav a')].map((way) => [way.getAttribute('href'), way]));
  for (const way of document.querySelectorAll('header nav a'))
    way.replaceChildren(...(ways.get(way.getAttribute('href')) ?? way).childNodes);
  for (const [name, each] of unfoldedIn(document)) if (open.has(name)) each.open = true;
  news.textContent = news.dataset.says;
}

/** Where a form stands, the page is not changed under the hand: it says so, and one reloads when one likes. */
function offerToReload(says = news.dataset.says) {
  // Said once: whoever has come to the link by keyboard keeps it, and it is not read aloud again.
  if (news.dataset.told === says && news.querySelector('a, button')) return;
  news.dataset.told = says;
  const again = document.getElementById('asking') ? sendAgain() : loadAgain();
  again.textContent = news.dataset.again;
  news.replaceChildren(`${says} `, again);
}

function loadAgain() {
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  return link;
}

/** What was typed in a form would be lost by a link to it: as with another language, the form is sent, and comes back. */
function sendAgain() {
  const button = document.createElement('button');
  Object.assign(button, { name: 'language', value: document.documentElement.lang, formNoValidate: true });
  button.setAttribute('form', 'asking');
  return button;
}

let waiting = 0;
/** `cases` is null where nobody knows what was missed. */
function changed(cases) {
  if (cases !== null && shown !== 'lists' && !cases.includes(shown)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => (isAtWork() ? offerToReload() : void bringUpToDate()), 150);
}

/** A browser keeps few connections to one place: of all open pages one listens, and tells the others. When it goes, another one does. */
const pages = new BroadcastChannel('desk');
pages.addEventListener('message', ({ data }) => hear(data));

/** `why` is the name of the text that says why nothing is heard any more. */
function hear({ cases, why }) {
  if (why) offerToReload(news.dataset[why]);
  else changed(cases);
}

function tell(what) {
  pages.postMessage(what);
  hear(what);
}

/** Milliseconds until it is tried again, where the desk names no time. */
const SOON = 5000;
const leaving = new AbortController();

/** Why the desk does not let it listen, which an EventSource keeps to itself. The answer is asked for once more, and not listened to. */
async function refused() {
  const asked = new AbortController();
  try {
    const { status, ok, headers } = await fetch('/live', { signal: asked.signal });
    const seconds = Number(headers.get('retry-after'));
    // Only a desk that has no room names a time.
    const why = status === 401 ? 'over' : ok ? null : seconds > 0 ? 'full' : 'still';
    return { why, wait: seconds > 0 ? seconds * 1000 : SOON };
  } catch {
    return { why: null, wait: SOON };
  } finally {
    asked.abort();
  }
}

function listen() {
  return new Promise((gone) => {
    let source;
    let again = 0;
    let heard = false;
    const open = () => {
      source = new EventSource('/live');
      source.addEventListener('open', () => {
        // What happened while nobody listened is not told again.
        if (heard) tell({ cases: null });
        heard = true;
      });
      source.addEventListener('changed', (event) => tell({ cases: JSON.parse(event.data) }));
      // Tried again by itself, unless the desk has refused.
      source.addEventListener('error', () => source.readyState === EventSource.CLOSED && void wait());
    };
    const wait = async () => {
      heard = true;
      const { why, wait: pause } = await refused();
      if (leaving.signal.aborted) return;
      if (why) tell({ why });
      // Where somebody signs in again on another page, that page is the next to listen.
      if (why === 'over') gone();
      else again = setTimeout(open, pause);
    };
    leaving.signal.addEventListener('abort', () => {
      clearTimeout(again);
      source.close();
      gone();
    });
    open();
  });
}

if (shown) {
  navigator.locks.request('desk', { signal: leaving.signal }, listen).catch(() => undefined);
  addEventListener('pagehide', () => leaving.abort());
  // Shown again out of the browser's memory, it is as old as it was when it was left.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}
