/** A browser before a desk of its own, and what a person does there, by what stands on the page. */
import { existsSync } from 'node:fs';
import { type EventStore, memoryStore, type Recorded } from '@redress/core';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { createDesk } from '../desk.ts';
import type { Post } from '../people.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const chromiumIsHere = existsSync(executablePath);
/** The day it is at the desks of the tests. */
export const TODAY = '2026-11-20';

export const browse = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    // Root and most containers need the first; the others keep the browser from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });

export interface Served {
  readonly store: EventStore;
  readonly address: string;
  facts(): Promise<readonly Recorded[]>;
  close(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const store = memoryStore();
  const app = await createDesk({ store, today: TODAY });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const facts = async (): Promise<readonly Recorded[]> => {
    const all: Recorded[] = [];
    for await (const recorded of store.readLog('', 10_000)) all.push(recorded);
    return all;
  };
  return { store, address, facts, close: () => app.close() };
}

/** One person at one desk. */
export class Seat {
  readonly page: Page;
  readonly #address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    page.setDefaultTimeout(30_000);
    this.#address = address;
  }

  async to(path: string): Promise<void> {
    await this.page.goto(this.#address + path);
  }

  async sit(post: Post): Promise<void> {
    await this.to('/sign-in');
    await this.page.click(`button[name=post][value=${post}]`);
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async speak(language: 'vi' | 'en'): Promise<void> {
    await this.to(`/language/${language}`);
  }

  /** Fills fields in by their names; what is folded away is opened first. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true");
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`[name="${name}"]`);
      const kind = await field.first().getAttribute('type');
      if (await this.page.locator(`select[name="${name}"]`).count()) await field.selectOption(value);
      else if (kind === 'radio' || kind === 'checkbox') await this.page.check(`[name="${name}"][value="${value}"]`);
      else await field.first().fill(value);
    }
  }

  /** Opens the form of a command, fills it in and sends it; says what the page then says. */
  async ask(id: string, command: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    await this.to(`/cases/${id}/do/${command}`);
    await this.fill(Object.fromEntries(Object.entries(fields).map(([name, value]) => [`data.${name}`, value])));
    await this.page.click('button[name=step][value=send]');
    return this.says();
  }

  /** Presses Enter on what has the focus, and waits for the page that comes of it. */
  async enter(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  async says(): Promise<string> {
    return ((await this.page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
  }

  /** What stands before the rows of numbered lists, as a reader of the screen is told it. */
  async numbers(): Promise<readonly string[]> {
    const session = await this.page.context().newCDPSession(this.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const markers = nodes.filter(({ role }) => role?.value === 'ListMarker').map(({ name }) => String(name?.value));
    return markers.flatMap((marker) => /^\d+(?=\.)/.exec(marker) ?? []);
  }

  /** What a person without a mouse does: goes on by Tab until the thing has the focus. */
  async tabTo(selector: string): Promise<void> {
    for (let pressed = 0; pressed < 120; pressed += 1) {
      if (await this.page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no way leads to ${selector} by keyboard`);
  }

  /** Nothing that a tool can tell is in the way of anybody, and nothing sticks out to the side. */
  async expectFitForAll(): Promise<void> {
    const where = this.page.url();
    const wider = await this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider, `${where} is wider than the screen`).toBe(0);
    expect(await this.barriers(), where).toEqual([]);
  }

  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(axe.source);
    const found = (await this.page.evaluate('axe.run()')) as {
      readonly violations: readonly { readonly id: string; readonly impact: string }[];
    };
    return found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
  }
}
