/** Markup that escapes by construction: whatever is put into a template is text, unless it was made by this very template. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const SPECIAL = /[&<>"']/;
const EVERY = /[&<>"']/g;

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(EVERY, (character) => ESCAPES[character] ?? character) : text;

/**
 * A piece of a page. Only `html` makes one, so that no text becomes markup by being passed along. It is written when its page is, from the
 * beginning to the end: what is put into it must not change before that.
 */
export class Html {
  readonly #strings: readonly string[];
  readonly #values: readonly Value[];

  private constructor(strings: readonly string[], values: readonly Value[]) {
    this.#strings = strings;
    this.#values = values;
  }

  static of(strings: readonly string[], values: readonly Value[]): Html {
    return new Html(strings, values);
  }

  toString(): string {
    return this.#after('');
  }

  #after(before: string): string {
    let all = before + (this.#strings[0] ?? '');
    for (let at = 0; at < this.#values.length; at += 1) all = Html.#put(this.#values[at], all) + (this.#strings[at + 1] ?? '');
    return all;
  }

  static #put(value: Value, before: string): string {
    if (typeof value === 'string') return before + escaped(value);
    if (value === null || value === undefined || value === false) return before;
    if (value instanceof Html) return value.#after(before);
    if (typeof value === 'object') {
      let all = before;
      for (const each of value) all = Html.#put(each, all);
      return all;
    }
    return before + String(value);
  }
}

/** Nothing is written for `null`, `undefined` and `false`, so that `condition && html…` may stand in a template. */
export type Value = Html | string | number | null | undefined | false | readonly Value[];

/** A value stands in the text of an element or between the quotes of an attribute; nowhere else is it safe, and a test looks. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => Html.of(strings, values);

/** An attribute that is there or is not: ` checked`. */
export const flag = (name: 'checked' | 'selected' | 'required' | 'multiple' | 'open', on: boolean): Html =>
  on ? Html.of([` ${name}`], []) : Html.of([''], []);
