import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';
import type { Tab } from './support/tab.ts';

// Whatever breaks: the gate is shut, the page lives, and the console says it in one line.

const BODY = `<h1>Shop</h1>
<script>
  window.__ran = ['own'];
  new Image().src = 'https://ads.acme.example/pixel.gif';
  navigator.sendBeacon('https://nobody.example/beacon');
</script>
<script type="text/plain" data-heed="advertising" src="https://ads.acme.example/marked.js"></script>
<script>window.__ran.push('end')</script>`;

const THROWING_COOKIES = `<script>
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get() { throw new DOMException('Cookies are blocked', 'SecurityError') },
    set() { throw new DOMException('Cookies are blocked', 'SecurityError') },
  });
</script>`;
const SILENT_COOKIES = `<script>
  Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set() {} });
</script>`;
const THROWING_STORAGE = `<script>
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, {
      configurable: true,
      get() { throw new DOMException('Storage is blocked', 'SecurityError') },
    });
  }
</script>`;

describeInEveryBrowser('failure', (context) => {
  /** What every failure has in common, and Heed's own lines in the console. */
  const expectShut = async (tab: Tab) => {
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    expect(await tab.ran()).toEqual(['own', 'end']);
    expect(tab.errors).toEqual([]);
  };
  const open = (parts: Parameters<typeof page>[0], html = page({ body: BODY, ...parts })) => {
    context.site.page('/', html);
    return context.open();
  };
  const loud = (tab: Tab) => tab.heedLines.filter(({ level }) => /^(warn|error)/.test(level));

  const BAD_FILES: Record<string, [file: string, line: RegExp]> = {
    'no JSON': ['{ "categories": ', /heed/i],
    'an empty file': ['', /heed/i],
    'no object': ['[]', /heed/i],
    'an unknown vendor': [
      '{"categories":{"advertising":{"vendors":["linkdin"]}}}',
      /\$\.categories\.advertising.*linkdin.*linkedin/s,
    ],
    'an unknown key': ['{"categorys":{}}', /categorys.*categories/s],
    'a wrong type': [
      '{"categories":{"advertising":{"vendors":"linkedin"}}}',
      /\$\.categories\.advertising\.vendors/,
    ],
    'a bad pattern': [
      '{"categories":{"advertising":{"vendors":[{"id":"acme","hosts":["*"]}]}}}',
      /\$\.categories\.advertising\.vendors\[0\]/,
    ],
  };
  for (const [title, [file, line]] of Object.entries(BAD_FILES)) {
    it(`${title} in place of the file`, async () => {
      const html = page({ body: BODY }).replace(JSON.stringify(CONFIG), file);
      const tab = await open({}, html);
      await expectShut(tab);
      expect(loud(tab)).toEqual([{ level: expect.any(String), text: expect.stringMatching(line) }]);
      expect(await tab.heed((heed) => heed.decision.categories)).toMatchObject({
        required: { granted: true },
      });
      expect(await tab.has('button', 'Accept all')).toBe(false);
      await tab.heed((heed) => {
        try {
          heed.choose('all');
        } catch {
          // Nothing to choose from: an error is a good answer.
        }
      });
      await expectShut(tab);
    });
  }

  it('no file at all', async () => {
    const html = page({ body: BODY }).replace(/<script type="application\/json".*?<\/script>/s, '');
    const tab = await open({}, html);
    await expectShut(tab);
    expect(loud(tab)).toHaveLength(1);
  });

  const withDataConfig = page({
    body: BODY,
    tag: '<script src="/heed.js" data-config="/heed.json"></script>',
  }).replace(/<script type="application\/json".*?<\/script>/s, '');

  for (const [title, answer] of Object.entries({
    'a file that is not found': { status: 404, body: 'Not found' },
    'a file that breaks off': { abort: true },
    'a page in place of the file': { type: 'text/html', body: '<!doctype html><title>Home</title>' },
  })) {
    it(title, async () => {
      context.site.serve('/heed.json', answer);
      const tab = await open({}, withDataConfig);
      await expectShut(tab);
      expect(loud(tab)).toHaveLength(1);
    });
  }

  it('a late file: shut until it is there, then as any other', async () => {
    const { site } = context;
    site.serve('/heed.json', { hold: true, body: JSON.stringify(CONFIG) });
    site.page('/', withDataConfig);
    const tab = await context.tab();
    await tab.visit();
    await site.waitForRequest('/heed.json');
    await tab.until(() => window.__ran?.length === 2);
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => heed.allows('advertising'))).toBe(false);

    site.release('/heed.json');
    await tab.press('button', 'Accept all');
    await site.waitForRequest('ads.acme.example', 2);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([
      'https://ads.acme.example/marked.js',
      'https://ads.acme.example/pixel.gif',
    ]);
    expect(loud(tab)).toEqual([]);
  });

  for (const [title, first] of Object.entries({
    'cookies that throw': THROWING_COOKIES,
    'cookies that keep nothing': SILENT_COOKIES,
    'cookies and storage that throw': THROWING_COOKIES + THROWING_STORAGE,
  })) {
    it(`${title}: the choice holds for this page only`, async () => {
      const { site } = context;
      const tab = await open({ first });
      await expectShut(tab);
      await tab.press('button', 'Accept all');
      await site.waitForRequest('ads.acme.example', 2);
      await tab.gone('button', 'Accept all');
      expect(loud(tab)).toHaveLength(1);
      site.clear();
      await tab.goto('/');
      await expectShut(tab);
      await tab.part('button', 'Accept all');
    });
  }

  it('storage that throws, with cookies that work', async () => {
    const { site } = context;
    const tab = await open({ first: THROWING_STORAGE });
    await expectShut(tab);
    await tab.press('button', 'Accept all');
    await site.waitForRequest('ads.acme.example', 2);
    await tab.goto('/');
    await site.waitForRequest('ads.acme.example', 4);
    expect(loud(tab).length).toBeLessThanOrEqual(1);
    expect(tab.errors).toEqual([]);
  });

  for (const [title, answer] of Object.entries({
    'an interface that breaks off': { abort: true },
    'an interface that is not found': { status: 404, type: 'text/plain', body: 'Not found' },
    'an interface that throws': { body: 'throw new Error("broken interface")' },
  })) {
    it(title, async () => {
      const { site } = context;
      site.serve('/heed.ui.js', answer);
      const tab = await open({});
      await site.waitForRequest('/heed.ui.js');
      await tab.idle();
      expect(loud(tab)).toHaveLength(1);
      tab.errors.splice(
        0,
        tab.errors.length,
        ...tab.errors.filter((text) => !text.includes('broken interface')),
      );
      await expectShut(tab);
      await tab.heed((heed) => heed.choose('all')); // the gate itself still works
      await site.waitForRequest('ads.acme.example', 2);
    });
  }

  it('no heed.js: what is marked stays inert', async () => {
    const { site } = context;
    site.serve('/heed.js', { abort: true });
    site.page(
      '/',
      page({
        body: `<script type="text/plain" data-heed="advertising" src="https://ads.acme.example/marked.js"></script>
          <img data-heed="advertising" data-heed-src="https://ads.acme.example/marked.gif" alt="">
          <script>window.__ran = ['own']</script>`,
      }),
    );
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.ran()).toEqual(['own']);
  });
});
