import type { BrowserContext, ElementHandle, EvaluateFunc, HTTPRequest, Page } from 'puppeteer-core';
import type { Consent } from '../../../src/types.ts';
import { makePageSide, type Part } from './page-side.ts';
import { ROUND_TRIP, type StandIns } from './server.ts';

export interface Line {
  level: string;
  text: string;
}

const LIMIT = 10_000;

/** A tab of one visitor, with what its console said. */
export class Tab {
  /** Lines that code of the page wrote to the console, in order. */
  readonly lines: Line[] = [];
  /** What the browser asked for, in the order in which it did. How much of it arrived, only the server knows. */
  readonly asked: string[] = [];
  /** Uncaught errors of the page. */
  readonly errors: string[] = [];
  readonly page: Page;
  readonly #site: StandIns;
  readonly #open = new Set<HTTPRequest>();
  #settled = () => {};

  private constructor(page: Page, site: StandIns) {
    this.page = page;
    this.#site = site;
  }

  static async open(context: BrowserContext, site: StandIns): Promise<Tab> {
    const tab = new Tab(await context.newPage(), site);
    const { page } = tab;
    await page.evaluateOnNewDocument(
      `Object.defineProperty(window, '__test', { value: (${makePageSide})() })`,
    );
    page.on('console', (message) => {
      const text = message.text();
      // The browser's own remark on a request that failed, in Chromium only.
      if (!text.startsWith('Failed to load resource')) tab.lines.push({ level: message.type(), text });
    });
    page.on('pageerror', (error) => tab.errors.push(error instanceof Error ? error.message : String(error)));
    page.on('request', (request) => tab.#started(request));
    page.on('requestfinished', (request) => tab.#ended(request));
    page.on('requestfailed', (request) => tab.#ended(request));
    return tab;
  }

  #started(request: HTTPRequest) {
    if (!/^https?:/.test(request.url()) || request.url().includes(ROUND_TRIP)) return;
    this.asked.push(request.url());
    // What an earlier document still waited for is no matter of this one.
    if (request.isNavigationRequest() && request.frame() === this.page.mainFrame()) this.#open.clear();
    this.#open.add(request);
  }

  #ended(request: HTTPRequest) {
    this.#open.delete(request);
    if (!this.#open.size) this.#settled();
  }

  /** Lines of Heed itself. */
  get heedLines(): Line[] {
    return this.lines.filter(({ text }) => /\bheed\b/i.test(text));
  }

  /** Goes to a page of the site and waits until nothing moves any more. */
  async goto(path = '/') {
    await this.page.goto(this.#site.url(path), { waitUntil: 'domcontentloaded' });
    await this.idle();
  }

  async reload() {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    await this.idle();
  }

  /** Back in history, to that path: from the back-forward cache where the browser kept the page. */
  async back(path: string) {
    // Not puppeteer's goBack(), which waits for ever for a load that a kept page in Firefox does not have.
    await this.page.evaluate(() => history.back());
    await this.until((wanted) => location.pathname === wanted && document.readyState === 'complete', path);
    await this.idle();
  }

  /**
   * Resolves when the page has loaded, nothing is in flight, and one request each to the site and to a host never seen
   * before, made after everything else, have come back, followed by two frames. Then what the page asked for has arrived.
   */
  async idle() {
    for (;;) {
      const before = this.#site.count;
      const host = `r${Math.random().toString(36).slice(2)}.roundtrip.example`;
      await this.page.evaluate((path, fresh) => window.__test.roundTrip(path, fresh), ROUND_TRIP, host);
      await this.#site.quiet();
      await this.#nothingOpen();
      if (this.#site.count === before) return;
    }
  }

  /** The browser's side of "in flight". Some requests never report an end (one that outlives its page, say): hence the limit. */
  async #nothingOpen() {
    if (!this.#open.size) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, 1000);
      this.#settled = () => {
        clearTimeout(limit);
        resolve();
      };
    });
    this.#settled = () => {};
    this.#open.clear();
  }

  evaluate: Page['evaluate'] = (...args) => this.page.evaluate(...args);

  /** Calls a function in the page with its `window.heed`, or with what a page of the npm import calls `consent`. */
  async heed<Result, Args extends unknown[]>(
    use: (heed: Consent, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const handle = await this.page.evaluateHandle(() => {
      const { consent, heed } = window as unknown as { consent?: Consent; heed: Consent };
      return consent ?? heed;
    });
    const result = await handle.evaluate(use as (heed: Consent, ...args: unknown[]) => Result, ...args);
    await handle.dispose();
    return result as Awaited<Result>;
  }

  /** Waits until a function in the page gives something true. */
  async until<Args extends unknown[]>(look: EvaluateFunc<Args>, ...args: Args) {
    await this.page.waitForFunction(look, { timeout: LIMIT, polling: 50 }, ...args);
  }

  /** Waits for a part of the interface, by role and name as assistive technology has them, in open shadow roots too. */
  async part(role: string, name: string | RegExp): Promise<ElementHandle<Element>> {
    try {
      const options = { timeout: LIMIT, polling: 50 } as const;
      const handle = await this.page.waitForFunction(
        (p) => window.__test.find(p),
        options,
        partOf(role, name),
      );
      return handle.asElement() as ElementHandle<Element>;
    } catch (error) {
      throw new Error(`No ${role} ${name} within ${LIMIT / 1000} s: ${error}`);
    }
  }

  /** Whether the part is there and visible now. */
  async has(role: string, name: string | RegExp): Promise<boolean> {
    return (await this.stateOf(role, name)) !== null;
  }

  stateOf(role: string, name: string | RegExp) {
    return this.page.evaluate((part) => window.__test.stateOf(part), partOf(role, name));
  }

  /** Resolves once the part is no longer to be seen. */
  async gone(role: string, name: string | RegExp) {
    await this.until((part) => window.__test.find(part) === null, partOf(role, name));
  }

  /** A real click of the mouse: a trusted one. */
  async press(role: string, name: string | RegExp) {
    await (await this.part(role, name)).click();
  }

  /** The site's cookies in this visitor's browser. */
  async cookies() {
    const all = await this.page.browserContext().cookies();
    return all.filter(({ domain }) => /(^|\.)shop\.example$/.test(domain));
  }

  /** The marks that stand-in scripts left when they ran, in order. */
  ran(): Promise<string[]> {
    return this.page.evaluate(() => window.__ran ?? []);
  }

  close() {
    return this.page.close();
  }
}

const partOf = (role: string, name: string | RegExp): Part =>
  typeof name === 'string' ? { role, name } : { role, name: name.source, flags: name.flags };
