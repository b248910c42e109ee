/** Markup in which everything that is put in is text, unless it was made here. */
import type { Language, Said } from './explain-words.ts';

export interface Html {
  readonly markup: string;
}

export const NOTHING: Html = { markup: '' };

/**
 * What does not show, or turns the order of what stands around it: controls, marks of direction, joiners, variation selectors, fillers and
 * blanks that are no spaces, the byte order mark, tags, and halves of surrogate pairs. Shown as its code, so that a reader sees that it is
 * there. `Default_Ignorable_Code_Point` is what Unicode itself calls most of them.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2800\ufff9-\ufffb\u{e0000}-\u{e0fff}\ud800-\udfff\p{Default_Ignorable_Code_Point}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A character that would not show, as its code: `⟨U+200B⟩`. */
export const codeShown = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

const escaped = (raw: string): string => raw.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replaceAll(HIDDEN, codeShown);

/**
 * A text from the log: isolated, so that a right-to-left name does not turn the sentence around it. `plain` is for texts of the document's
 * own; a language is told where it is not the document's.
 */
export function text(raw: string, how: 'isolated' | 'plain' | Language = 'isolated'): Html {
  const inside = escaped(raw);
  if (how === 'plain') return { markup: inside };
  return { markup: how === 'isolated' ? `<bdi>${inside}</bdi>` : `<span lang="${how}">${inside}</span>` };
}

/** A name, with its language where that is not the one of the document. */
export function said({ text: raw, language }: Said, document: Language): Html {
  if (language === null) return text(raw);
  return text(raw, language === document ? 'plain' : language);
}

/** Markup as it stands in the template; a string put in becomes text. */
export function html(parts: TemplateStringsArray, ...values: readonly (Html | string)[]): Html {
  const inside = parts.map((part, index) => {
    const value = values[index];
    if (value === undefined) return part;
    return part + (typeof value === 'string' ? escaped(value) : value.markup);
  });
  return { markup: inside.join('') };
}

export const joined = (parts: readonly Html[], between = ''): Html => ({ markup: parts.map(({ markup }) => markup).join(between) });
