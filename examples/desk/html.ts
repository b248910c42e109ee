/** Markup that escapes by construction: whatever is put into a template is text, unless it was made by this very template. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const SPECIAL = /[&<>"']/;
const EVERY = /[&<>"']/g;

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(EVERY, (character) => ESCAPES[character] ?? character) : text;

/** A piece of a page. Only `html` makes one, so that no text becomes markup by being passed along. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static of(strings: readonly string[], values: readonly Value[]): Html {
    let [markup = ''] = strings;
    for (let at = 0; at < values.length; at += 1) markup += written(values[at]) + (strings[at + 1] ?? '');
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** Nothing is written for `null`, `undefined` and `false`, so that `condition && html…` may stand in a template. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

function written(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') {
    let all = '';
    for (const each of value) all += written(each);
    return all;
  }
  return String(value);
}

/** A value stands in the text of an element or between the quotes of an attribute; nowhere else is it safe, and a test looks. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => Html.of(strings, values);

/** An attribute that is there or is not: ` checked`. */
export const flag = (name: 'checked' | 'selected' | 'required' | 'multiple' | 'open', on: boolean): Html =>
  on ? Html.of([` ${name}`], []) : Html.of([''], []);
