import path from 'node:path';
import type { BrowserContext } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, onTestFailed } from 'vitest';
import { type BrowserName, launch, type Running, type Signalling } from './browsers.ts';
import { type StandIns, startServer } from './server.ts';
import { Tab } from './tab.ts';

/** What is served at `/heed.js`: the build, unless a developer wants to try another. */
const DIST = process.env.HEED_DIST ?? path.resolve(import.meta.dirname, '../../../dist');

/** Time for a test that starts browsers of its own: a busy machine takes ten seconds and more for each Firefox. */
export const RESTARTS = { timeout: 120_000 };

/** A visitor with a browser profile of their own, who can end the browser and start it again. */
export interface Regular {
  open(path?: string): Promise<Tab>;
  /** A tab that has not gone anywhere yet. */
  tab(): Promise<Tab>;
  restart(signalling?: Signalling): Promise<void>;
}

export interface TestContext {
  readonly browser: BrowserName;
  readonly site: StandIns;
  /** Opens a page of the site in a new tab of the test's visitor, and waits until nothing moves. */
  open(path?: string): Promise<Tab>;
  /** A tab of the test's visitor that has not gone anywhere yet. */
  tab(): Promise<Tab>;
  /** The next tabs belong to another visitor, one without a past. */
  newVisitor(): Promise<void>;
  regular(signalling?: Signalling): Promise<Regular>;
}

/** Runs the same tests in real Chromium and real Firefox: one launch each, a visitor without a past for each test. */
export function describeInBrowsers(
  name: string,
  body: (context: TestContext) => void,
  signalling: Signalling = {},
) {
  for (const browser of ['chromium', 'firefox'] as const) {
    describe(`${name} in ${browser}`, () => {
      let site: StandIns;
      let running: Running;
      let visitor: BrowserContext | undefined;
      let tabs: Tab[] = [];
      const cleanUps: (() => Promise<void>)[] = [];

      const keep = (tab: Tab) => {
        tabs.push(tab);
        return tab;
      };
      const tabOf = async (context: BrowserContext) => keep(await Tab.open(context, site));
      const goTo = async (tab: Tab, to?: string) => {
        await tab.goto(to);
        return tab;
      };

      const context: TestContext = {
        browser,
        get site() {
          return site;
        },
        async tab() {
          visitor ??= await running.newVisitor();
          return tabOf(visitor);
        },
        open: async (to) => goTo(await context.tab(), to),
        async newVisitor() {
          visitor = await running.newVisitor();
          const mine = visitor;
          cleanUps.push(() => mine.close());
        },
        async regular(wanted = signalling) {
          const own = await launch(browser, site, wanted);
          cleanUps.push(() => own.close());
          const tab = () => tabOf(own.browser.defaultBrowserContext());
          return { tab, open: async (to) => goTo(await tab(), to), restart: own.restart };
        },
      };

      beforeAll(async () => {
        site = await startServer(DIST);
        running = await launch(browser, site, signalling);
      });
      afterAll(async () => {
        await running?.close();
        site?.close();
      });
      beforeEach(async () => {
        site.reset();
        tabs = [];
        await context.newVisitor();
        onTestFailed(() => {
          const lines = tabs.flatMap(({ lines, errors }) => [
            ...lines.map(({ level, text }) => `  ${level}: ${text}`),
            ...errors.map((error) => `  uncaught: ${error}`),
          ]);
          console.log(`Received:\n${site.describe()}\nConsole:\n${lines.join('\n') || '  nothing'}`);
        });
      });
      afterEach(async () => {
        site.release('*'); // what is held would keep its page from closing
        while (cleanUps.length) await cleanUps.pop()?.();
        visitor = undefined;
      });

      body(context);
    });
  }
}
