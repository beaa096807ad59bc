import { afterAll, afterEach, beforeAll, beforeEach, describe, it, onTestFailed } from 'vitest';
import { locate } from '../../../scripts/find-browsers.mjs';
import { launch } from './browsers.ts';
import { DIST } from './dist.ts';
import { ALL_ENGINES, type BrowserName, type Running, type Signalling, type Visitor } from './engine.ts';
import { type StandIns, startServer } from './server.ts';
import { Tab } from './tab.ts';

/** Time for a test that starts browsers of its own: a busy machine takes ten seconds and more for each Firefox. */
export const RESTARTS = { timeout: 180_000 };

/** A visitor with a browser profile of their own, who can end the browser and start it again. */
export interface Regular {
  open(path?: string): Promise<Tab>;
  /** A tab that has not gone anywhere yet. */
  tab(): Promise<Tab>;
  restart(signalling?: Signalling): Promise<void>;
}

export interface Options extends Signalling {
  engines?: readonly BrowserName[];
  /** Why the other engines are left out. */
  because?: string;
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
  /** `it` that some engines cannot run: there it is not registered, and the run says so and why. */
  itIn(engines: readonly BrowserName[], because: string): typeof it;
}

/** Runs the same tests in real Chromium, Firefox and WebKit: one launch each, a visitor without a past for each test. */
export const describeInEveryBrowser = (name: string, body: (context: TestContext) => void) =>
  describeInBrowsers(name, body, { engines: ALL_ENGINES });

/**
 * The same in some engines, with the reason for leaving out the others. A spec that names no engines runs in Chromium and
 * Firefox, and the run says so.
 */
export function describeInBrowsers(
  name: string,
  body: (context: TestContext) => void,
  options: Options = {},
) {
  const { engines, because = '', ...signalling } = options;
  if (engines && !because && ALL_ENGINES.some((engine) => !engines.includes(engine)))
    throw new Error(`"${name}" leaves engines out and does not say why: because: '…'`);
  const wanted = engines ?? (['chromium', 'firefox'] as const);
  for (const left of ALL_ENGINES.filter((engine) => !wanted.includes(engine)))
    leaveOut(left, name, because || 'the spec says nothing of it');

  for (const browser of wanted.filter(isThere)) {
    describe(`${name} in ${browser}`, () => {
      let site: StandIns;
      let running: Running;
      let visitor: Visitor | undefined;
      let tabs: Tab[] = [];
      const cleanUps: (() => Promise<void>)[] = [];

      const keep = (tab: Tab) => {
        tabs.push(tab);
        return tab;
      };
      const tabOf = async (owner: Visitor) => keep(await Tab.open(owner, site));
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
          const tab = async () => tabOf(await own.owner());
          return { tab, open: async (to) => goTo(await tab(), to), restart: own.restart };
        },
        itIn(some, why) {
          if (some.includes(browser)) return it;
          const leave = (title: string) => leaveOut(browser, `${name} > ${title}`, why);
          return Object.assign(leave, it) as unknown as typeof it;
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

const leaveOut = (browser: BrowserName, what: string, because: string) =>
  console.log(`Not in ${browser}: ${what} (${because})`);

let warned = false;
/** Chromium and Firefox have to be there; WebKit has to where `HEED_REQUIRE_WEBKIT=1` says so. */
function isThere(browser: BrowserName): boolean {
  if (browser !== 'webkit' || locate('webkit')) return true;
  if (process.env.HEED_REQUIRE_WEBKIT === '1') return true; // and fails at launch
  if (!warned) console.warn('WEBKIT IS NOT INSTALLED, SO THIS FILE IS NOT TESTED IN IT.');
  warned = true;
  return false;
}
