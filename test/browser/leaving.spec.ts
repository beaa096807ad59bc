import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';

// Requests that a page makes by sending something somewhere: forms, links, pings, rules.

const TARGET = `${ADS}target`;
const FRAME = '<iframe name="inner" title="inner"></iframe>';
const FORM = `<form target="inner" method="post" action="${TARGET}"><input name="a" value="1"></form>`;

describeInEveryBrowser('A form, a link and a ping', (context) => {
  it.each<[what: string, body: string, act: () => void]>([
    ['form.submit()', FORM, () => document.forms[0]!.submit()],
    ['form.requestSubmit()', FORM, () => document.forms[0]!.requestSubmit()],
    [
      'formaction of a button',
      `<form target="inner"><button formaction="${TARGET}">Go</button></form>`,
      () => document.querySelector('button')!.click(),
    ],
    [
      'formtarget of a button',
      `<form action="${TARGET}"><button formtarget="inner">Go</button></form>`,
      () => document.querySelector('button')!.click(),
    ],
    ['a link', `<a href="${TARGET}" target="inner">Go</a>`, () => document.querySelector('a')!.click()],
    [
      'a link in SVG',
      `<svg><a href="${TARGET}" target="inner"><text y="9">Go</text></a></svg>`,
      () =>
        document
          .querySelector('text')!
          .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })),
    ],
    ['a ping', `<a href="#" ping="${TARGET}">Go</a>`, () => document.querySelector('a')!.click()],
  ])('sends nothing into a frame of the page: %s', async (_, body, act) => {
    const { site } = context;
    site.page('/', page({ body: FRAME + body }));
    const tab = await context.open();
    await tab.evaluate(act);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
    expect(await tab.evaluate(() => location.pathname)).toBe('/');
    expect((await tab.heed((heed) => heed.held)).map(({ vendor }) => vendor)).toEqual(['acme-ads']);
  });

  it('sends a form that was held after the grant, once', async () => {
    const { site } = context;
    site.page('/', page({ body: FRAME + FORM }));
    const tab = await context.open();
    await tab.evaluate(() => document.forms[0]!.submit());
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example');
    await tab.idle();
    expect(site.thirdParty()).toEqual([TARGET]);
  });

  it("leaves the visitor's own way to another site alone", async () => {
    const { site } = context;
    site.page('/', page({ body: `<form action="${TARGET}"><button>Pay</button></form>` }));
    const tab = await context.open();
    await tab.press('button', 'Pay');
    await site.waitForRequest('ads.acme.example');
  });

  // By scripts of the page, while it is read: what a test evaluates counts as the visitor's act.
  const INNER = `const inner = document.querySelector('iframe').contentDocument;`;
  it.each<[what: string, body: string, act: string]>([
    [
      'a form into a frame that is no part of the document tree',
      `<div><template shadowrootmode="open"><iframe name="hidden"></iframe></template></div>${FORM.replace('inner', 'hidden')}`,
      'document.forms[0].submit()',
    ],
    [
      'a form that a frame sends into itself',
      FRAME,
      `${INNER} inner.body.innerHTML = '<form action="${TARGET}"></form>'; inner.forms[0].submit()`,
    ],
    [
      'a link that a frame follows by itself',
      FRAME,
      `${INNER} inner.body.innerHTML = '<a href="${TARGET}">Go</a>'; inner.querySelector('a').click()`,
    ],
  ])('sends nothing there unless the visitor acts: %s', async (_, body, act) => {
    const { site } = context;
    site.page('/', page({ body: `${body}<script>{ ${act} }</script>` }));
    const tab = await context.open();
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
    expect((await tab.heed((heed) => heed.held)).map(({ vendor }) => vendor)).toEqual(['acme-ads']);
  });

  it("leaves a window that the visitor's click opens alone, but not one that takes a frame's place", async () => {
    const { site } = context;
    const open = (name: string) =>
      `<button onclick="window.open('${TARGET}?${name}', '${name}')">${name}</button>`;
    site.page('/', page({ body: FRAME + open('inner') + open('other') }));
    const tab = await context.open();
    await tab.press('button', 'inner');
    await tab.press('button', 'other');
    await site.waitForRequest('ads.acme.example');
    expect(site.thirdParty()).toEqual([`${TARGET}?other`]);
  });

  it('leaves forms into a frame of the site itself alone', async () => {
    const { site } = context;
    site.page('/', page({ body: `${FRAME}<form target="inner" action="/own"><button>Go</button></form>` }));
    const tab = await context.open();
    await tab.evaluate(() => document.forms[0]!.submit());
    await site.waitForRequest('/own?');
  });

  it('opens no window by itself for who is denied', async () => {
    const { site } = context;
    site.page('/', page({ body: `<script>window.opened = window.open("${TARGET}")</script>` }));
    const tab = await context.open();
    expect(await tab.evaluate(() => (window as { opened?: unknown }).opened)).toBe(null);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });
});

describeInEveryBrowser('Inline lists of addresses', (context) => {
  const MODULE = `${ADS}m.js`;

  it('an import map that leads elsewhere is held, and works after the grant', async () => {
    const { site } = context;
    const map = `<script type="importmap">{"imports":{"acme":"${MODULE.replaceAll('/', '\\/')}"}}</script>`;
    site.page('/', page({ head: map }));
    site.serve('ads.acme.example', {
      type: 'text/javascript',
      body: 'window.__ran = ["acme"]',
    });
    const tab = await context.open();
    const load = () => {
      const script = document.createElement('script');
      script.type = 'module';
      script.textContent = 'import "acme"';
      document.head.append(script);
    };
    expect((await tab.heed((heed) => heed.held)).map(({ kind, vendor }) => [kind, vendor])).toEqual([
      ['script', 'acme-ads'],
    ]);
    // Tried before the grant, a name would be lost for good in Firefox (ESR 153): no map counts after a module.
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(load);
    await site.waitForRequest('ads.acme.example');
  });

  it('rules for pages to fetch ahead are held', async () => {
    const { site } = context;
    const rules = JSON.stringify({ prefetch: [{ urls: [TARGET], eagerness: 'immediate' }] });
    site.page('/', page({ head: `<script type="speculationrules">${rules}</script>` }));
    const tab = await context.open();
    await tab.evaluate((text) => {
      const script = Object.assign(document.createElement('script'), { type: 'speculationrules', text });
      document.head.append(script);
    }, rules);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect((await tab.heed((heed) => heed.held)).map(({ kind }) => kind)).toEqual(['script', 'script']);
  });
});
