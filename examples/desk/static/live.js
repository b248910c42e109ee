// What a colleague does appears on the page that shows it. Without this file everything works; one reloads by oneself.
const body = document.body;
const shown = body.dataset.live;
const news = document.getElementById('news');

/** Nothing that somebody is typing is taken away. */
const isTyping = () =>
  [...document.querySelectorAll('main form.asking')].some((form) => form.method === 'post' || form.contains(document.activeElement));

async function bringUpToDate() {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const open = [...document.querySelectorAll('main details')].map((each) => each.open);
  for (const part of ['main', 'header nav']) {
    const [old, next] = [document.querySelector(part), fresh.querySelector(part)];
    if (old && next) old.replaceChildren(...next.childNodes);
  }
  document.querySelectorAll('main details').forEach((each, index) => {
    if (open[index]) each.open = true;
  });
  news.textContent = news.dataset.says;
}

/** Where a form stands, the page is not changed under the hand: it says so, and one reloads when one likes. */
function offerToReload() {
  const link = document.createElement('a');
  link.href = location.pathname + location.search;
  link.textContent = news.dataset.again;
  news.replaceChildren(`${news.dataset.says} `, link);
}

let waiting = 0;
function changed(cases) {
  if (shown !== 'lists' && !cases.includes(shown)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => (isTyping() ? offerToReload() : void bringUpToDate()), 150);
}

if (shown) {
  const source = new EventSource('/live');
  source.addEventListener('changed', (event) => changed(JSON.parse(event.data)));
  addEventListener('pagehide', () => source.close());
}
