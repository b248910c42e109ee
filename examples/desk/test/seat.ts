/** A person at a desk who has a keyboard and no mouse, and who sees where he is at every press. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Post } from '../people.ts';
import type { Language } from '../texts/tongue.ts';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Looking and waiting: nothing of it presses anything. */
type Screen = Pick<Page, 'evaluate' | 'url' | 'waitForFunction' | 'waitForURL' | 'inputValue'>;

type Key = 'Tab' | 'Shift+Tab';

interface Look {
  /** What has the focus; empty where nothing has. */
  readonly says: string;
  readonly isThere: boolean;
  readonly unseen: string | null;
}

interface Focused {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  readonly checked: boolean;
  readonly folds: readonly string[];
  readonly options: readonly string[];
}

/** Presses of Tab to one thing, after which a person has had enough. */
const PATIENCE = 60;
/** Presses of Tab through a whole page or form. */
const LONGEST_WAY = 200;

export class Seat {
  readonly screen: Screen;
  readonly #page: Page;

  private constructor(page: Page) {
    this.screen = page;
    this.#page = page;
  }

  /** Comes to the desk by its first address, the only one that is ever typed, and chooses the language. */
  static async take(page: Page, address: string, language: Language): Promise<Seat> {
    page.setDefaultTimeout(30_000);
    await page.goto(address);
    const seat = new Seat(page);
    if ((await page.evaluate('document.documentElement.lang')) !== language) await seat.follow('.language');
    return seat;
  }

  async sit(post: Post): Promise<void> {
    const out = 'form[action="/sign-out"] button';
    if (await this.#isHere(out)) await this.follow(out);
    await this.follow(`button[name=post][value=${post}]`);
  }

  /** One press; what then has the focus can be seen to have it. */
  async press(key: Key, wanted: string | null = null): Promise<Look> {
    await this.#page.keyboard.press(key);
    return this.look(wanted);
  }

  /** What has the focus. It is a fault where it cannot be seen to have it. */
  async look(wanted: string | null = null): Promise<Look> {
    const look = (await this.screen.evaluate(`eyes.look(${JSON.stringify(wanted)})`)) as Look;
    expect(look.unseen, `${look.says} on ${this.screen.url()}`).toBeNull();
    return look;
  }

  /** Whether the focus is there, and can be seen to be. */
  async has(wanted: string): Promise<boolean> {
    return (await this.look(wanted)).isThere;
  }

  /** Goes on, or back, until the thing has the focus; says after how many presses. */
  async goTo(wanted: string): Promise<number> {
    const way = await this.screen.evaluate(`eyes.wayTo(${JSON.stringify(wanted)})`);
    if (way === 'here') return 0;
    if (way !== 'Tab' && way !== 'Shift+Tab') throw new Error(`there is no ${wanted} on ${this.screen.url()}`);
    for (let pressed = 1; pressed <= PATIENCE; pressed += 1) {
      if ((await this.press(way, wanted)).isThere) return pressed;
    }
    throw new Error(`no way leads to ${wanted} by keyboard on ${this.screen.url()}`);
  }

  /** Presses Enter on a thing that leads to another page, and waits for that. */
  async follow(wanted: string): Promise<void> {
    await this.goTo(wanted);
    await this.enter();
  }

  /** Presses Enter on what has the focus, and waits for the page that comes of it, which may have the focus somewhere. */
  async enter(): Promise<void> {
    await Promise.all([this.#page.waitForEvent('load'), this.#page.keyboard.press('Enter')]);
    // What a page says shall have the focus has it once the page is drawn.
    await this.screen.evaluate('new Promise(requestAnimationFrame)');
    await this.look();
  }

  /** Presses Enter on a thing that changes this page alone. */
  async unfold(wanted: string): Promise<void> {
    await this.goTo(wanted);
    await this.#page.keyboard.press('Enter');
  }

  /** Past the head of the page, by the link that is there for it. */
  async skip(): Promise<void> {
    await this.unfold('.skip');
    expect(await this.screen.evaluate('document.activeElement.id')).toBe('main');
  }

  /** Goes through a form from where it begins to one of its buttons, opens what is folded, and fills in what it comes to. */
  async fill(fields: Readonly<Record<string, string>>, button: string): Promise<void> {
    const left = new Map(Object.entries(fields));
    if (left.size > 0) await this.goTo(firstOf('form.asking'));
    for (let pressed = 0; left.size > 0; pressed += 1) {
      if (pressed > LONGEST_WAY) throw new Error(`nothing leads to the fields ${[...left.keys()].join(', ')}`);
      const at = (await this.screen.evaluate('eyes.field()')) as Focused;
      const wanted = left.get(at.name);
      if (at.folds.some((name) => left.has(name))) await this.#page.keyboard.press('Enter');
      else if (wanted !== undefined && (await this.#give(at, wanted))) left.delete(at.name);
      if (left.size > 0) await this.press('Tab');
    }
    await this.goTo(button);
  }

  /** Whether the field that has the focus has taken what is wanted of it: of several boxes it may be another. */
  async #give({ name, kind, value, options }: Focused, wanted: string): Promise<boolean> {
    const { keyboard } = this.#page;
    if (kind === 'checkbox' && value !== wanted) return false;
    if (kind === 'checkbox') await keyboard.press('Space');
    else if (kind === 'select-one') await this.#step(options.indexOf(wanted) - options.indexOf(value));
    else if (kind === 'date') await keyboard.type(asTyped(wanted));
    else {
      await keyboard.press('Control+A');
      await keyboard.type(wanted);
    }
    const taken = (await this.screen.evaluate('eyes.field()')) as Focused;
    expect({ [name]: taken.value, checked: taken.checked }).toEqual({ [name]: wanted, checked: kind === 'checkbox' });
    return true;
  }

  async #step(by: number): Promise<void> {
    for (let at = 0; at < Math.abs(by); at += 1) await this.#page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
  }

  /** Opens a case from the list on which it stands. */
  async open(id: string): Promise<void> {
    const lists = ['/unit', '/cases'].map((list) => `nav a[href="${list}"]`).join();
    if (!(await this.#isHere(`a.case-id[href="/cases/${id}"]`))) await this.follow(lists);
    await this.skip();
    await this.follow(`a.case-id[href="/cases/${id}"]`);
  }

  /** Opens the form of a command from the page of its case, fills it in and sends it; says what the page then says. */
  async ask(id: string, command: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    if (new URL(this.screen.url()).pathname !== `/cases/${id}`) await this.open(id);
    await this.follow(`#mayDo a[href="/cases/${id}/do/${command}"]`);
    return this.send(fields);
  }

  /** Fills in the form of the page by the names that its fields have in the command, and sends it; says what the page then says. */
  async send(fields: Readonly<Record<string, string>> = {}, step: 'send' | 'try' = 'send'): Promise<string> {
    const named = Object.entries(fields).map(([name, value]) => [OF_THE_DESK.has(name) ? name : `data.${name}`, value]);
    await this.fill(Object.fromEntries(named), `button[name=step][value=${step}]`);
    await this.enter();
    return this.says();
  }

  async says(within = 'main'): Promise<string> {
    return String(await this.screen.evaluate(`document.querySelector(${JSON.stringify(within)}).innerText`)).replace(/\s+/g, ' ');
  }

  async #isHere(wanted: string): Promise<boolean> {
    return (await this.screen.evaluate(`document.querySelector(${JSON.stringify(wanted)}) !== null`)) === true;
  }

  /** What stands before the rows of numbered lists, as a reader of the screen is told it. */
  async numbers(): Promise<readonly string[]> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const markers = nodes.filter(({ role }) => role?.value === 'ListMarker').map(({ name }) => String(name?.value));
    return markers.flatMap((marker) => /^\d+(?=\.)/.exec(marker) ?? []);
  }

  /** Nothing that a tool can tell is in the way of anybody, and nothing sticks out to the side. */
  async expectFitForAll(): Promise<void> {
    const where = this.screen.url();
    const wider = await this.screen.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider, `${where} is wider than the screen`).toBe(0);
    expect(await this.barriers(), where).toEqual([]);
  }

  async barriers(): Promise<readonly string[]> {
    await this.screen.evaluate(AXE);
    // What holds, and the way to each element, is not asked for: that takes longer than the rest.
    const found = (await this.screen.evaluate("axe.run({ resultTypes: ['violations'], selectors: false })")) as {
      readonly violations: readonly { readonly id: string; readonly impact: string }[];
    };
    return found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
  }
}

/** Fields of every form, which are none of its command's. */
const OF_THE_DESK: ReadonlySet<string> = new Set(['on', 'late-ground', 'late-document']);

const firstOf = (form: string): string =>
  ['a', 'button', 'input:not([type=hidden])', 'select', 'textarea', 'summary'].map((each) => `${form} ${each}`).join();

/** A day as it is typed into its field, whose parts stand in the order of the browser's own language: `2026-11-20` as `11202026`. */
function asTyped(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month}${date}${year}`;
}
