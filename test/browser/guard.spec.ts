// biome-ignore-all lint/suspicious/noDocumentCookie: every engine has it, on every domain
import { beforeEach, expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers, describeInEveryBrowser, RESTARTS } from './support/each-browser.ts';
import { NO_SIGNALS } from './support/engine.ts';
import { guardedPage } from './support/guarded.ts';
import { CONFIG, marked } from './support/pages.ts';
import type { StandIns } from './support/server.ts';
import type { Tab } from './support/tab.ts';

// Plain tags, as an editor or a server puts them into a page: what no script can be fast enough for.
const HEAD = `
<link rel="stylesheet" href="/own.css">
<link rel="stylesheet" href="https://ads.acme.example/a.css">
<script src="https://snap.licdn.com/insight.js"></script>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-TEST12345"></script>
<script src="/own.js"></script>`;
const BODY = `
<h1>Shop</h1>
<p style="height: 3000px">Long</p>
<img src="https://ad.doubleclick.net/pixel.gif" alt="" style="position: absolute">
<iframe src="https://1234567.fls.doubleclick.net/activity.html" title="ad" width="300" height="90"></iframe>
<script src="https://js.stripe.com/v3/"></script>
<script src="https://munchkin.marketo.net/munchkin.js"></script>
<input id="mail" aria-label="Mail">`;

const LINKEDIN = 'https://snap.licdn.com/insight.js';
const STRIPE = 'https://js.stripe.com/v3/';
const ALL = [
  'https://1234567.fls.doubleclick.net/activity.html',
  'https://ad.doubleclick.net/pixel.gif',
  'https://ads.acme.example/a.css',
  STRIPE,
  'https://munchkin.marketo.net/munchkin.js',
  LINKEDIN,
  'https://www.googletagmanager.com/gtag/js?id=G-TEST12345',
];

function serve(site: StandIns, config: Config = CONFIG) {
  const ran = (name: string) => ({ type: 'text/javascript', body: marked(name) });
  site.page('/', guardedPage(config, HEAD, BODY));
  site.page('/from', '<!doctype html><title>From</title><a href="/">Shop</a>');
  site.serve('snap.licdn.com', ran('linkedin'));
  site.serve('munchkin.marketo.net', ran('marketo'));
  site.serve('js.stripe.com', ran('stripe'));
}
/** The visitor accepts, and the page has been loaded anew. */
async function accept(tab: Tab) {
  await tab.press('button', 'Accept all');
  await tab.until(() => document.readyState === 'complete' && !!window.__ran?.includes('marketo'));
  await tab.idle();
}
/** How often the page itself was asked for. */
const views = (site: StandIns) => site.received('/').length;

describeInEveryBrowser('The guard', (context) => {
  beforeEach(() => serve(context.site));

  it('holds every plain tag before a choice, and none of the page', async () => {
    const { site } = context;
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([STRIPE]);
    expect(site.received('/own.css').length).toBeGreaterThan(0);
    expect(site.received('/own.js').length).toBeGreaterThan(0);
    expect(await tab.ran()).toEqual(['stripe']);
    expect(views(site)).toBe(1);
  });

  it('tells what proves the choice before the page is loaded anew', async () => {
    const { site } = context;
    const listener = `<script>
      document.addEventListener('heed:record', ({ detail }) => navigator.sendBeacon('/records', JSON.stringify(detail)));
    </script>`;
    const html = guardedPage(CONFIG, HEAD, listener + BODY);
    site.page('/', html.replace('<script src="/heed.js">', '<script src="/heed.js" data-records>'));
    const tab = await context.open();
    await accept(tab);
    const records = await site.waitForRequest('/records');
    expect(records.map(({ body }) => JSON.parse(body))).toMatchObject([
      { act: 'banner', vendors: { linkedin: true } },
    ]);
    expect(views(site)).toBe(2);
  });

  it('lets all through after one reload on a grant, in order, with the referrer as it was', async () => {
    const { site } = context;
    const tab = await context.open('/from');
    await tab.press('link', 'Shop');
    await tab.part('button', 'Accept all');
    const referrer = await tab.evaluate(() => document.referrer);
    expect(referrer).toBe(site.url('/from'));
    // What the visitor looks at: where the text stands on the screen.
    const text = () => Math.round(document.querySelector('p')?.getBoundingClientRect().top ?? Number.NaN);
    await tab.evaluate(() => scrollTo(0, 700));
    const at = await tab.evaluate(text);
    expect(at).toBeLessThan(0);
    site.clear();
    await accept(tab);
    expect(site.thirdParty().sort()).toEqual(ALL);
    expect(views(site)).toBe(1);
    const order = ['linkedin', 'stripe', 'marketo'];
    expect((await tab.ran()).filter((name) => order.includes(name))).toEqual(order);
    expect(await tab.evaluate(() => document.referrer)).toBe(referrer);
    expect(await tab.evaluate(text)).toBe(at);
  });

  it('opens the next page at once for who has granted, and closes it for who has withdrawn', async () => {
    const { site } = context;
    const tab = await context.open();
    await accept(tab);
    site.clear();
    await tab.goto();
    expect(site.thirdParty().sort()).toEqual(ALL);
    expect(views(site)).toBe(1);

    site.clear();
    await tab.heed((heed) => heed.withdraw());
    await tab.idle();
    expect(views(site)).toBe(0);
    await tab.goto();
    expect(site.thirdParty()).toEqual([STRIPE]);
  });

  it('lets one vendor through alone', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.leave((heed) => heed.choose({ linkedin: true }));
    await tab.until(() => window.__ran?.includes('linkedin'));
    await tab.idle();
    expect(site.thirdParty().filter((url) => url !== STRIPE)).toEqual([LINKEDIN]);
    expect(views(site)).toBe(2);
  });

  it('does not load the page anew for a refusal', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('button', 'Required only');
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(site.thirdParty()).toEqual([STRIPE]);
  });

  it('asks who has typed something, and loads the page anew when they say so', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.press('textbox', 'Mail');
    await tab.type('me@example.com');
    await tab.press('button', 'Accept all');
    await tab.part('button', 'Later');
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(await tab.evaluate(() => (document.getElementById('mail') as HTMLInputElement).value)).toBe(
      'me@example.com',
    );
    expect(site.thirdParty()).toEqual([STRIPE]);

    site.clear();
    await tab.press('button', 'Reload');
    await tab.until(() => document.readyState === 'complete' && !!window.__ran?.includes('marketo'));
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(site.thirdParty().sort()).toEqual(ALL);
  });

  it('asks everybody where the file says so; the next page is open all the same', async () => {
    const { site } = context;
    serve(site, { ...CONFIG, reload: 'ask' });
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await tab.press('button', 'Later');
    await tab.gone('button', 'Later');
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(site.thirdParty()).toEqual([STRIPE]);
    site.clear();
    await tab.goto();
    expect(site.thirdParty().sort()).toEqual(ALL);
  });

  it('opens where Trusted Types are required and its name is allowed, else stays closed', async () => {
    const { site } = context;
    const required = (names: string) => ({
      headers: {
        'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${names}`,
      },
    });
    site.page('/', guardedPage(CONFIG, HEAD, BODY), required('heed heed-guard'));
    const tab = await context.open();
    await accept(tab);
    site.clear();
    await tab.goto();
    expect(site.thirdParty().sort()).toEqual(ALL);
    site.page('/', guardedPage(CONFIG, HEAD, BODY), required('heed'));
    site.clear();
    await tab.goto();
    expect(site.thirdParty()).toEqual([STRIPE]);
  });

  it('leaves the reload to a site that wants it', async () => {
    const { site } = context;
    const tab = await context.open();
    await tab.evaluate(() => document.addEventListener('heed:reload', (event) => event.preventDefault()));
    await tab.press('button', 'Accept all');
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(site.thirdParty()).toEqual([STRIPE]);
    expect((await tab.heed((heed) => heed.held)).length).toBeGreaterThan(0);
    await tab.reload();
    expect(
      site
        .thirdParty()
        .filter((url) => url !== STRIPE)
        .sort(),
    ).toEqual(ALL.filter((url) => url !== STRIPE));
  });

  it.each<[what: string, spoil: () => void]>([
    [
      'the cookie is gone',
      () =>
        document.cookie.split('; ').forEach((pair) => {
          for (const domain of ['', '; domain=shop.example', '; domain=www.shop.example'])
            document.cookie = `${pair.split('=')[0]}=; max-age=0; path=/${domain}`;
        }),
    ],
    [
      'the time of the grant is over',
      () => {
        const entry = JSON.parse(localStorage.getItem('heed-guard') ?? '');
        localStorage.setItem('heed-guard', JSON.stringify({ ...entry, until: entry.from - 1 }));
      },
    ],
    [
      'the clock has been put back',
      () => {
        const entry = JSON.parse(localStorage.getItem('heed-guard') ?? '');
        localStorage.setItem('heed-guard', JSON.stringify({ ...entry, from: entry.from + 1 }));
      },
    ],
    [
      'what was seen differs',
      () => {
        const entry = JSON.parse(localStorage.getItem('heed-guard') ?? '');
        localStorage.setItem(
          'heed-guard',
          JSON.stringify({ ...entry, seen: entry.seen.replace('null', 'true') }),
        );
      },
    ],
    ['the entry is no JSON', () => localStorage.setItem('heed-guard', '{')],
    [
      'the entry would write more than a policy',
      () => {
        const entry = JSON.parse(localStorage.getItem('heed-guard') ?? '');
        localStorage.setItem(
          'heed-guard',
          JSON.stringify({ ...entry, policy: '"><script>__ran=[1]</script>' }),
        );
      },
    ],
  ])('stays closed where %s', async (_, spoil) => {
    const { site } = context;
    const tab = await context.open();
    await accept(tab);
    site.page('/empty', '<!doctype html><title>Nothing</title>');
    await tab.goto('/empty');
    await tab.evaluate(spoil);
    site.clear();
    await tab.goto();
    expect(site.thirdParty()).toEqual([STRIPE]);
    expect(await tab.ran()).toEqual(['stripe']);
    expect(views(site)).toBe(1);
  });

  it('stays closed for another file until Heed has read it', async () => {
    const { site } = context;
    const tab = await context.open();
    await accept(tab);
    serve(site, { ...CONFIG, links: { privacy: '/privacy' } });
    site.clear();
    await tab.goto();
    expect(site.thirdParty()).toEqual([STRIPE]);
    site.clear();
    await tab.goto();
    expect(site.thirdParty().sort()).toEqual(ALL);
  });

  it('holds where no script may run, and where heed.js is missing', async () => {
    const { site } = context;
    const tab = await context.tab();
    site.serve('www.shop.example/heed.js', { status: 404, body: '' });
    await tab.goto();
    expect(site.thirdParty()).toEqual([STRIPE]);
    site.clear();
    site.page('/', guardedPage(CONFIG, HEAD, BODY), {
      headers: { 'content-security-policy': "script-src 'none'" },
    });
    await tab.goto();
    expect(site.thirdParty()).toEqual([]);
  });

  it('never loops where the browser keeps nothing', async () => {
    const { site } = context;
    const refusing = `<script>
      Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('refused', 'SecurityError'); },
      });
    </script>`;
    site.page('/', guardedPage(CONFIG, HEAD, BODY, refusing));
    const tab = await context.open();
    await tab.press('button', 'Accept all');
    await tab.idle();
    expect(views(site)).toBe(1);
    expect(site.thirdParty()).toEqual([STRIPE]);
    expect(tab.heedLines.filter(({ text }) => text.includes('guard'))).toHaveLength(1);
  });
});

describeInBrowsers(
  'The guard and signals',
  (context) => {
    it('stays closed for a signal that came after the grant', RESTARTS, async () => {
      const { site } = context;
      serve(site);
      const visitor = await context.regular();
      const tab = await visitor.open();
      await accept(tab);
      await visitor.restart({ gpc: true });
      site.clear();
      await visitor.open();
      expect(site.thirdParty()).toEqual([STRIPE]);
    });
  },
  { engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);
