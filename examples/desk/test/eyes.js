// What a person without a mouse sees of where he is. Read into every page that the tests walk through.

const isClear = (colour) => /^transparent$|^rgba\(.*, 0\)$/.test(colour);

/** In pixels: places are fractions of them. */
const NEARLY = 1;

/** Whether what has the focus is drawn as having it. */
const isMarked = (at) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !isClear(outlineColor);
};

/** Whether it lies within the window; of what is larger, whether it fills at least half of the window. */
function isWithin(at) {
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const seen = (from, to, room) => Math.min(to, room) - Math.max(from, 0);
  const enough = (from, to, room) => seen(from, to, room) >= Math.min(to - from, room / 2) - NEARLY;
  return enough(top, bottom, innerHeight) && enough(left, right, innerWidth);
}

/** Whether nothing lies over the middle of its first line. */
function isOnTop(at) {
  const [{ top, bottom, left, right }] = at.getClientRects();
  const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2;
  const found = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
  return at.contains(found);
}

const flaws = [
  ['has no mark', isMarked],
  ['lies outside the window', isWithin],
  ['lies under something else', isOnTop],
];

const said = (at) => `<${at.localName}> ${(at.name || at.getAttribute('href') || at.textContent).trim().replace(/\s+/g, ' ').slice(0, 60)}`;

/** Nothing has the focus at the beginning of a page. */
const isNowhere = (at) => at === null || at === document.body;

globalThis.eyes = {
  /** What has the focus, whether it is what was looked for, and why it cannot be seen to have it. */
  look(wanted) {
    const at = document.activeElement;
    if (isNowhere(at)) return { says: '', isThere: wanted === 'body', unseen: null };
    // The whole content of a page is marked by nothing: the next press leads into it.
    const unseen = at.id === 'main' ? null : (flaws.find(([, holds]) => !holds(at))?.[0] ?? null);
    const { top, bottom } = at.getBoundingClientRect();
    const where = `${said(at)}, ${Math.round(top)} to ${Math.round(bottom)}`;
    return { says: where, isThere: wanted !== null && at.matches(wanted), unseen };
  },

  /** By which key one goes on to a thing that one sees on the page; null where it is not there. */
  wayTo(wanted) {
    const [at, all] = [document.activeElement, [...document.querySelectorAll(wanted)]];
    if (all.length === 0) return null;
    if (!isNowhere(at) && at.matches(wanted)) return 'here';
    const isAhead = (to) => isNowhere(at) || (at.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
    return all.some(isAhead) ? 'Tab' : 'Shift+Tab';
  },

  /** The field that has the focus, as far as one sees it; `folds` are the names of fields that are folded away in it. */
  field() {
    const at = document.activeElement;
    const folded = at.localName === 'summary' && !at.parentElement.open ? at.parentElement.querySelectorAll('[name]') : [];
    return {
      name: at.name ?? '',
      kind: at.type ?? at.localName,
      value: at.value ?? '',
      checked: at.checked ?? false,
      folds: [...folded].map(({ name }) => name),
      options: at.localName === 'select' ? [...at.options].map(({ value }) => value) : [],
    };
  },
};
