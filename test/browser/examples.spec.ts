import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { locate } from '../../scripts/find-browsers.mjs';
import { closeContext } from './support/puppeteer-tab.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');

/** One request that a stand-in received. */
interface Received {
  vendor: string;
  kind: string;
  host: string;
  path: string;
}

interface Site {
  url: string;
  vendorPort: number;
  log: Received[];
  close(): Promise<void>;
}

// The examples are plain JavaScript: they have no types, and `import` of a computed name asks for none.
const startSite = async (): Promise<Site> => {
  const { start } = await import(path.join(ROOT, 'examples/marketing-site/server.mjs'));
  return start({ port: 0, vendorPort: 0, dist: DIST });
};

/** A browser without special ways to hosts: the examples' own are `*.localhost`, which every browser knows. */
const launch = (name: 'chromium' | 'firefox'): Promise<Browser> =>
  puppeteer.launch({
    ...(name === 'firefox' ? { browser: 'firefox' as const } : { args: ['--no-sandbox', '--disable-gpu'] }),
    executablePath: locate(name)?.path,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    timeout: 90_000,
  });

/** Clicks a part of Heed's interface, wherever its shadow root is. */
async function press(page: Page, part: string) {
  const button = await page.waitForSelector(`>>> [part~="${part}"]`, { visible: true });
  await button?.click();
}

/** Asks again and again, up to twenty seconds: what comes of it is for the test to expect. */
async function until(what: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 20_000; !(await what()) && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/**
 * Resolves when nothing has arrived during two frames and a round trip to the site, made after all that the page has
 * asked for.
 */
async function settled(page: Page, arrived: () => number) {
  for (let before = -1; before !== arrived(); ) {
    before = arrived();
    await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      if (!document.hidden) await frame().then(frame);
      await fetch(location.href, { cache: 'no-store' });
    });
  }
}

/** All that was received, per vendor. */
function counted(log: readonly Received[]) {
  const counts: Record<string, number> = {};
  for (const { vendor } of log) counts[vendor] = (counts[vendor] ?? 0) + 1;
  return counts;
}

const describeLog = (log: readonly Received[]) =>
  log.map(({ vendor, kind, host, path }) => `  ${vendor} ${kind} ${host}${path}`).join('\n') || '  nothing';

/** What the home page sends where all is granted: two each, three for the film; never the unlisted pixel. */
const ALL = { 'google-analytics': 2, marketo: 2, framestead: 3, doubleclick: 2, linkedin: 2 };

describe.each(['chromium', 'firefox'] as const)('examples in %s', (name) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch(name);
  });
  afterAll(() => browser?.close());

  /** A tab of a visitor without a past. */
  const newTab = async () => {
    const context = await browser.createBrowserContext();
    page = await context.newPage();
    return page;
  };
  afterEach(() => page && closeContext(page.browserContext()));

  describe('the marketing site', () => {
    let site: Site;
    let from = 0;
    const received = () => site.log.slice(from);

    beforeAll(async () => {
      site = await startSite();
    });
    afterAll(() => site?.close());

    const idle = () => settled(page, () => site.log.length);
    /** Opens a page of the site and waits until nothing moves. */
    async function visit(where: string) {
      await page.goto(site.url + where, { waitUntil: 'load' });
      await idle();
    }
    async function open(where = '') {
      from = site.log.length;
      await newTab();
      onTestFailed(() => console.log(`Received:\n${describeLog(received())}`));
      await visit(where);
    }
    const shown = () => page.$eval('[data-total]', (element) => Number(element.textContent));
    const text = (selector: string) => page.$eval(selector, (element) => element.textContent?.trim());
    // By script: the banner may lie over the button, and is no matter here.
    const bookVisit = () => page.$eval('main [data-visit]', (button) => (button as HTMLElement).click());
    const cookieNames = () =>
      page.evaluate(() => document.cookie.split('; ').map((cookie) => cookie.split('=')[0]));

    it('is silent before a choice, and its panel says 0', async () => {
      await open();
      expect(counted(received())).toEqual({});
      expect(await shown()).toBe(0);
      await until(async () => /7/.test((await text('[data-say]')) ?? ''));
      expect(await text('[data-say]')).toMatch(/^Silent\. Heed holds 7 /);
      expect(await cookieNames()).toEqual(['']);
    });

    it('releases the same tags after "Accept all", once, without a reload, and shows them', async () => {
      await open();
      await page.evaluate(() => Object.assign(window, { still: true }));
      await press(page, 'accept');
      await until(() => received().length >= 11);
      await idle();
      expect(counted(received())).toEqual(ALL);
      expect(await page.evaluate(() => 'still' in window)).toBe(true);
      await until(async () => (await shown()) === 11);
      expect(await shown()).toBe(11);
      expect(await page.$$eval('[data-log] li', (items) => items.length)).toBe(11);
      expect(await text('[data-vendor="linkedin"] td:last-child')).toBe('2');
      expect(await text('[data-vendor="unlisted"]')).toContain('denied: unlisted');

      // On the next page nobody is asked, and the tags run as the page loads.
      from = site.log.length;
      await visit('stations');
      expect(counted(received())).toEqual({ 'google-analytics': 2, marketo: 2, doubleclick: 2, linkedin: 2 });
      expect(await page.$('>>> [part~="banner"]')).toBeNull();
    });

    it('sends what a visitor did before the choice, by the vendors’ own queues', async () => {
      await open();
      await bookVisit();
      await press(page, 'accept');
      const events = () => received().filter((one) => /en=book_visit|conversionId=42/.test(one.path));
      await until(() => events().length >= 2);
      expect(
        events()
          .map((one) => one.vendor)
          .sort(),
      ).toEqual(['google-analytics', 'linkedin']);
    });

    it('stays silent after "Required only": on this page, on the next, after a reload', async () => {
      await open();
      await press(page, 'reject');
      await bookVisit();
      await idle();
      await visit('stations');
      await page.reload({ waitUntil: 'load' });
      await idle();
      expect(counted(received())).toEqual({});
      expect(await page.$('>>> [part~="banner"]')).toBeNull();
      expect(await text('[data-heed-status]')).not.toBe('');
    });

    it('stops when everything is withdrawn, and deletes the vendors’ cookies', async () => {
      await open();
      await press(page, 'accept');
      await until(() => received().length >= 11);
      await visit('privacy');
      expect(await cookieNames()).toEqual(expect.arrayContaining(['_ga', '_mkto_trk', 'heed']));
      expect(await page.$$eval('[data-heed-cookies] tbody tr', (rows) => rows.length)).toBeGreaterThan(10);
      from = site.log.length;
      await page.click('[data-withdraw]');
      await idle();
      expect(await cookieNames()).toEqual(['heed']);
      await visit('');
      await bookVisit();
      await idle();
      expect(counted(received())).toEqual({});
    });

    it('forgets the choice by the button of the panel', async () => {
      await open();
      await press(page, 'reject');
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click('[data-forget]')]);
      expect(await page.waitForSelector('>>> [part~="banner"]', { visible: true })).not.toBeNull();
      expect(await cookieNames()).toEqual(['']);
    });

    it('without Heed: the same page asks every vendor, and the unlisted host, at once', async () => {
      await open('?heed=off');
      expect(counted(received())).toEqual({ ...ALL, unlisted: 1 });
      expect(await text('[data-say]')).toMatch(/^Heed is off/);
    });

    it('with GPC: "Accept all" releases only the vendor that does not share', async () => {
      await open('?gpc=1');
      await press(page, 'accept');
      await until(() => received().length >= 2);
      await idle();
      expect(counted(received())).toEqual({ marketo: 2 });
      expect(await text('[data-heed-status]')).not.toBe('');
    });

    it('with DNT: nothing, whatever is clicked', async () => {
      await open('?dnt=1');
      await page.evaluate(() =>
        (window as unknown as { heed: { choose(all: string): void } }).heed.choose('all'),
      );
      await idle();
      expect(counted(received())).toEqual({});
    });

    it('in an opt-out region: begins at once, without a banner, and the switches of the panel keep it', async () => {
      await open();
      await Promise.all([
        page.waitForNavigation({ waitUntil: 'load' }),
        page.select('[data-try="region"]', 'US-CA'),
      ]);
      await until(() => received().length >= 11);
      await idle();
      expect(counted(received())).toEqual(ALL);
      expect(await page.$('>>> [part~="banner"]')).toBeNull();
      expect(await page.$eval('a[href^="/stations"]', (link) => link.getAttribute('href'))).toBe(
        '/stations?region=US-CA',
      );
    });

    it('signs up for the newsletter with a cookie of its own', async () => {
      await open();
      await page.type('#email', 'anna@orchard.example');
      await page.$eval('#letter form', (form) => (form as HTMLFormElement).requestSubmit());
      await until(() => page.url().endsWith('/thanks'));
      await visit('');
      expect(await cookieNames()).toEqual(['larkfield_newsletter']);
      expect(await page.$eval('#letter', (section) => (section as HTMLElement).hidden)).toBe(true);
      expect(counted(received())).toEqual({});
    });
  });

  describe('the Preact app', () => {
    let vite: ViteDevServer;
    let from = 0;
    const log = (): Received[] =>
      vite.config.plugins.find((plugin) => plugin.name === 'stand-ins')?.api.log.slice(from);

    beforeAll(async () => {
      const root = path.join(ROOT, 'examples/spa-preact');
      vite = await createServer({
        root,
        configFile: path.join(root, 'vite.config.js'),
        // Both browsers run at a time: they must not share a folder of prepared dependencies.
        cacheDir: path.join(ROOT, 'node_modules/.vite', `examples-${name}`),
        server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
        logLevel: 'error',
      });
      await vite.listen();
    });
    afterAll(() => vite?.close());

    async function open() {
      from += log().length;
      await newTab();
      onTestFailed(() => console.log(`Received:\n${describeLog(log())}`));
      const { port } = vite.httpServer!.address() as { port: number };
      await page.goto(`http://localhost:${port}/`);
      await page.waitForSelector('>>> [part~="banner"]', { visible: true });
    }
    async function route(to: string) {
      await page.click(`nav a[href="${to}"]`);
      await page.waitForSelector(`nav a[href="${to}"][aria-current="page"]`);
    }
    /** Sent one after the other, but each on its own: they may overtake each other on the way. */
    const views = () =>
      log()
        .map((one) => new URL(one.path, 'http://x').searchParams)
        .filter((query) => query.get('en') === 'page_view')
        .map((query) => new URL(query.get('dl') ?? '').pathname)
        .sort();

    it('is silent on every route before a choice, and its page views wait', async () => {
      await open();
      await route('/films');
      await page.waitForSelector('>>> [part~="placeholder"]');
      await route('/settings');
      await settled(page, () => log().length);
      expect(counted(log())).toEqual({});

      await press(page, 'accept');
      await until(() => views().length >= 3);
      expect(views()).toEqual(['/', '/films', '/settings']);
      await route('/films');
      await until(() => log().filter((one) => one.vendor === 'framestead').length >= 3);
      await until(() => views().length >= 4);
      expect(views()).toEqual(['/', '/films', '/films', '/settings']);
      expect(counted(log())).toEqual({ 'google-analytics': 5, framestead: 3 });
    });

    it('stays silent after "Required only", on routes visited later too', async () => {
      await open();
      await press(page, 'reject');
      await route('/films');
      await page.waitForSelector('>>> [part~="placeholder"]');
      await route('/settings');
      await settled(page, () => log().length);
      expect(counted(log())).toEqual({});
    });

    it('leaves no placeholder behind on a route without the frame', async () => {
      await open();
      await route('/films');
      await page.waitForSelector('[data-heed-placeholder]');
      await route('/settings');
      await until(async () => !(await page.$('[data-heed-placeholder]')));
      expect(await page.$$eval('[data-heed-placeholder]', (all) => all.length)).toBe(0);
    });

    it('loads a film once, without a choice', async () => {
      await open();
      await route('/films');
      await press(page, 'load');
      await until(() => log().length >= 3);
      expect(counted(log())).toEqual({ framestead: 3 });
      expect(await page.evaluate(() => document.cookie)).toBe('');
    });

    it('opens the preferences from a link of the app, and follows them', async () => {
      await open();
      await route('/settings');
      expect(await page.$eval('main table', (table) => table.textContent)).toContain('denied: regime');
      await press(page, 'accept');
      await page.waitForFunction(() =>
        document.querySelector('main table')?.textContent?.includes('granted: choice'),
      );
      await page.click('footer [data-heed-open]');
      expect(await page.waitForSelector('>>> [part~="panel"]', { visible: true })).not.toBeNull();
    });
  });

  describe('the site with an interface of its own', () => {
    let vite: ViteDevServer;
    let from = 0;
    const log = (): Received[] =>
      vite.config.plugins.find((plugin) => plugin.name === 'stand-ins')?.api.log.slice(from);

    beforeAll(async () => {
      const root = path.join(ROOT, 'examples/own-ui');
      vite = await createServer({
        root,
        configFile: path.join(root, 'vite.config.js'),
        cacheDir: path.join(ROOT, 'node_modules/.vite', `own-ui-${name}`),
        server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
        logLevel: 'error',
      });
      await vite.listen();
    });
    afterAll(() => vite?.close());

    const url = (query = '') =>
      `http://localhost:${(vite.httpServer!.address() as { port: number }).port}/${query}`;
    async function open(query = '') {
      from += log().length;
      await newTab();
      onTestFailed(() => console.log(`Received:\n${describeLog(log())}`));
      await page.goto(url(query));
      await page.waitForSelector('#in-force li');
    }
    const idle = () => settled(page, () => log().length);
    const text = (selector: string) => page.$eval(selector, (element) => element.textContent?.trim());

    it('asks by itself, is silent before the answer, and shows nothing of Heed', async () => {
      await open();
      await page.waitForSelector('#ask', { visible: true });
      await idle();
      expect(counted(log())).toEqual({});
      await page.click('[data-choose=all]');
      await page.waitForSelector('#ask', { hidden: true });
      await until(() => log().length >= 4);
      expect(counted(log())).toEqual({ 'google-analytics': 2, linkedin: 2 });
      expect(await page.$('[data-heed-ui]')).toBeNull();
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map((one) => one.name),
      );
      expect(loaded.filter((file) => /heed\.(ui|panel|facts)/.test(file))).toEqual([]);
    });

    it('refuses as easily, and takes back one by one', async () => {
      await open();
      await page.click('[data-choose=required]');
      await page.waitForSelector('#ask', { hidden: true });
      await page.click('footer [data-open]');
      await page.click('#choices [name=performance]');
      await page.click('#choices [value=save]');
      await until(() => log().length >= 2);
      await idle();
      expect(counted(log())).toEqual({ 'google-analytics': 2 });
      expect(await text('#in-force')).toContain('Counting: allowed (choice)');
    });

    it('cannot lift a signal without a click; with one it asks a second time', async () => {
      await open('?gpc=1');
      expect(await text('#status')).toBe('Opt-out request honored');
      // Both vendors share what they learn: the signal leaves nothing to ask.
      expect(await page.$eval('#ask', (section) => (section as HTMLElement).hidden)).toBe(true);
      await page.click('#try');
      await until(async () => (await text('#tried')) !== '');
      expect(await text('#tried')).toBe('It could not.');
      await idle();
      expect(counted(log())).toEqual({});

      const save = async (answer: boolean) => {
        await page.click('footer [data-open]');
        if (!(await page.$eval('#choices [name=advertising]', (box) => (box as HTMLInputElement).checked)))
          await page.click('#choices [name=advertising]');
        await page.click('#choices [value=save]');
        await page.waitForSelector('#conflict', { visible: true });
        await page.click(`#conflict [data-allow=${answer}]`);
        await page.waitForSelector('#conflict', { hidden: true });
      };
      await save(false);
      await idle();
      expect(counted(log())).toEqual({});
      await save(true);
      await until(() => log().length >= 2);
      await idle();
      expect(counted(log())).toEqual({ linkedin: 2 });
    });
  });
});

describe('npm start', () => {
  let started: ChildProcess | undefined;
  afterEach(() => {
    started?.kill('SIGKILL');
  });

  /** Runs the script until it has said what the expression finds. */
  function run(port: string, wanted: RegExp): Promise<{ said: string; found: RegExpExecArray }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: ROOT,
        env: { ...process.env, PORT: port },
      });
      started = child;
      let said = '';
      const listen = (chunk: Buffer) => {
        said += chunk;
        const found = wanted.exec(said);
        if (found) resolve({ said, found });
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`It ended: ${said}`)));
    });
  }
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

  it('says that a port is taken, takes the next free one, and stops on Ctrl-C', async () => {
    const other = http.createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { said, found } = await run(String(port), /http:\/\/localhost:(\d+)\/[\s\S]*Ctrl-C/);
    expect(said).toContain(`Port ${port} is taken.`);
    expect(Number(found[1])).toBeGreaterThan(port);
    expect((await fetch(`http://127.0.0.1:${found[1]}/`)).status).toBe(200);
    started?.kill('SIGINT');
    expect(await ended(started!)).toBe(0);
    other.close();
  });

  it('refuses a port that is none', async () => {
    await expect(run('http', /^$/)).rejects.toThrow('PORT is "http"');
  });
});
