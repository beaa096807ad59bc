import type { EvaluateFunc, Page } from 'puppeteer-core';
import type { Consent } from '../../../src/types.ts';
import type { EngineTab, Visitor } from './engine.ts';
import { makePageSide, type Part } from './page-side.ts';
import { ROUND_TRIP, type StandIns } from './server.ts';

export interface Line {
  level: string;
  text: string;
}

const LIMIT = 20_000;

/** A tab of one visitor, with what its console said. */
export class Tab {
  /** Lines that code of the page wrote to the console, in order. */
  readonly lines: Line[] = [];
  /** What the browser asked for, in the order in which it did. How much of it arrived, only the server knows. */
  readonly asked: string[] = [];
  /** Uncaught errors of the page. */
  readonly errors: string[] = [];
  readonly #site: StandIns;
  readonly #open = new Set<unknown>();
  #engine!: EngineTab;
  #settled = () => {};

  private constructor(site: StandIns) {
    this.#site = site;
  }

  static async open(visitor: Visitor, site: StandIns): Promise<Tab> {
    const tab = new Tab(site);
    // WebKit runs it twice in a frame whose first, empty document gives its window to the next.
    const source = `'__test' in window || Object.defineProperty(window, '__test', { value: (${makePageSide})() })`;
    tab.#engine = await visitor.newTab(source, {
      line: (level, text) => tab.lines.push({ level, text }),
      error: (message) => tab.errors.push(message),
      started: (id, url, isDocument) => tab.#started(id, url, isDocument),
      ended: (id) => tab.#ended(id),
    });
    return tab;
  }

  #started(id: unknown, url: string, isDocument: boolean) {
    if (!/^https?:/.test(url) || url.includes(ROUND_TRIP)) return;
    this.asked.push(url);
    // What an earlier document still waited for is no matter of this one.
    if (isDocument) this.#open.clear();
    this.#open.add(id);
  }

  #ended(id: unknown) {
    this.#open.delete(id);
    if (!this.#open.size) this.#settled();
  }

  /** Puppeteer's page, for what only Chromium and Firefox can do: a spec that asks for it does not run in WebKit. */
  get page(): Page {
    const { page } = this.#engine;
    if (!page) throw new Error('WebKit has no puppeteer page: use the methods of Tab, or leave WebKit out.');
    return page;
  }

  /** Lines of Heed itself. */
  get heedLines(): Line[] {
    return this.lines.filter(({ text }) => /\bheed\b/i.test(text));
  }

  /** Goes to a page of the site, or to any URL, and waits until nothing moves any more. */
  async goto(path = '/') {
    await this.visit(path);
    await this.idle();
  }

  /** Goes there as `goto()` does, and waits for no more than the parsed document. */
  visit(path = '/'): Promise<void> {
    return this.#engine.goto(this.#site.url(path));
  }

  async reload() {
    await this.#engine.reload();
    await this.idle();
  }

  /** Does something that makes the page go elsewhere. It may go before it answers: the test has to see that it went. */
  async leave(act: (heed: Consent) => unknown) {
    await this.heed(act).catch(() => {});
  }

  /** Back in history, to that path: from the back-forward cache where the browser kept the page. */
  async back(path: string) {
    // Not puppeteer's goBack(), which waits for ever for a load that a kept page in Firefox does not have.
    await this.leave(() => history.back());
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
      await this.evaluate((path, fresh) => window.__test.roundTrip(path, fresh), ROUND_TRIP, host);
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

  evaluate: Page['evaluate'] = (...args) => this.#engine.evaluate(...args);

  /** Calls a function in the page with its `window.heed`, or with what a page of the npm import calls `consent`. */
  async heed<Result, Args extends unknown[]>(
    use: (heed: Consent, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const values = args.map((value) => JSON.stringify(value) ?? 'undefined');
    const call = `(${use})(${['window.consent ?? window.heed', ...values].join(', ')})`;
    return (await this.evaluate(call)) as Awaited<Result>;
  }

  /** Waits until a function in the page gives something true. */
  until<Args extends unknown[]>(look: EvaluateFunc<Args>, ...args: Args): Promise<void> {
    return this.#engine.until(look, args, LIMIT);
  }

  /** Waits for a part of the interface, by role and name as assistive technology has them, in open shadow roots too. */
  async part(role: string, name: string | RegExp): Promise<void> {
    try {
      await this.until((part) => window.__test.find(part) !== null, partOf(role, name));
    } catch (error) {
      throw new Error(`No ${role} ${name} within ${LIMIT / 1000} s: ${error}`);
    }
  }

  /** Whether the part is there and visible now. */
  async has(role: string, name: string | RegExp): Promise<boolean> {
    return (await this.stateOf(role, name)) !== null;
  }

  stateOf(role: string, name: string | RegExp) {
    return this.evaluate((part) => window.__test.stateOf(part), partOf(role, name));
  }

  /** Resolves once the part is no longer to be seen. */
  async gone(role: string, name: string | RegExp) {
    await this.until((part) => window.__test.find(part) === null, partOf(role, name));
  }

  /** A real click of the mouse: a trusted one. */
  async press(role: string, name: string | RegExp) {
    await this.part(role, name);
    await this.#engine.click(partOf(role, name));
  }

  /** Real keys, to what has the focus. */
  type(text: string): Promise<void> {
    return this.#engine.type(text);
  }

  /** The tab that the visitor looks at. */
  bringToFront(): Promise<void> {
    return this.#engine.bringToFront();
  }

  /** The site's cookies in this visitor's browser. In WebKit: while the tab is on a page of the site. */
  async cookies() {
    const all = await this.#engine.cookies();
    return all.filter(({ domain }) => /(^|\.)shop\.example$/.test(domain));
  }

  /** The marks that stand-in scripts left when they ran, in order. */
  ran(): Promise<string[]> {
    return this.evaluate(() => window.__ran ?? []);
  }

  close() {
    return this.#engine.close();
  }
}

const partOf = (role: string, name: string | RegExp): Part =>
  typeof name === 'string' ? { role, name } : { role, name: name.source, flags: name.flags };
