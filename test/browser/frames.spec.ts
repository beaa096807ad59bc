import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';

// Pages inside the page: what they ask for stands in a text that never comes over the network.

const PIXEL = `${ADS}pixel.gif`;
// An address each: Firefox asks for a picture once in all.
const inner = (n: number) => `<img src="${PIXEL}?${n}" alt=""><p>Inner</p>`;
const code = `<script>fetch("${PIXEL}?3", { mode: "no-cors" })</script>`;
const own = '<p>Inner</p><img src="https://www.shop.example/own.gif" alt="">';

/** Ways to put such a frame on the page, each as code that runs on it. */
const WAYS: Record<string, (markup: string) => void> = {
  srcdoc: (markup) => {
    document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: markup }));
  },
  'srcdoc by attribute, sandboxed': (markup) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.setAttribute('srcdoc', markup);
    document.body.append(frame);
  },
  'srcdoc in markup': (markup) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = markup;
    document.body.insertAdjacentHTML('beforeend', frame.outerHTML);
  },
  'a data: address': (markup) => {
    document.body.append(
      Object.assign(document.createElement('iframe'), {
        src: `data:text/html,${encodeURIComponent(markup)}`,
      }),
    );
  },
  'a data: address in base64': (markup) => {
    document.body.append(
      Object.assign(document.createElement('iframe'), { src: `data:text/html;base64,${btoa(markup)}` }),
    );
  },
  'a blob: address': (markup) => {
    const src = URL.createObjectURL(new Blob([markup], { type: 'text/html' }));
    document.body.append(Object.assign(document.createElement('iframe'), { src }));
  },
  'a javascript: address': (markup) => {
    document.body.append(
      Object.assign(document.createElement('iframe'), { src: `javascript:${JSON.stringify(markup)}` }),
    );
  },
};

describeInEveryBrowser('A frame with a page of its own text', (context) => {
  it.each(Object.keys(WAYS))('is held by what it asks for: %s', async (way) => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    for (const markup of [inner(1), inner(2) + code]) await tab.evaluate(WAYS[way]!, markup);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    const frames = () => tab.heed((heed) => heed.held.filter(({ kind }) => kind === 'iframe'));
    expect((await frames()).map(({ vendor }) => vendor)).toEqual(['acme-ads', 'acme-ads']);

    await tab.heed((heed) => heed.choose({ 'acme-ads': true }));
    await site.waitForRequest('ads.acme.example', 3);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([1, 2, 3].map((n) => `${PIXEL}?${n}`));

    site.clear();
    await tab.heed((heed) => heed.withdraw());
    await tab.idle();
    expect(await frames()).toHaveLength(2);
    expect(site.thirdParty()).toEqual([]);
  });

  it.each(Object.keys(WAYS))('is left alone where it asks nobody else: %s', async (way) => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    await tab.evaluate(WAYS[way]!, own);
    await site.waitForRequest('/own.gif');
    expect(await tab.heed((heed) => heed.held)).toEqual([]);
  });

  it('keeps what else is in it, under a policy of what is granted', async () => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    await tab.evaluate(WAYS.srcdoc!, own + inner(1));
    await site.waitForRequest('/own.gif');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(
      await tab.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.textContent?.trim()),
    ).toBe('InnerInner');
  });
});

type Taken = Window & { taken: (typeof fetch)[] };
/** Takes a function that nobody on the page has patched, as Sentry does. */
function take() {
  const frame = document.createElement('iframe');
  document.head.append(frame);
  const { fetch } = frame.contentWindow as typeof globalThis & Window;
  const page = window as unknown as Taken;
  page.taken = [...(page.taken || []), fetch.bind(window)];
  frame.remove();
}
const ask = (address: string) =>
  Promise.all(
    (window as unknown as Taken).taken.map(
      async (fetch) => (await fetch(address, { mode: 'no-cors' })).status,
    ),
  );

describeInEveryBrowser('A function out of a frame that has been removed', (context) => {
  it('goes by what the page has decided since', async () => {
    const { site } = context;
    site.accept('ads.acme.example');
    site.page('/', page());
    const tab = await context.open();
    await tab.evaluate(take);
    expect(await tab.evaluate(ask, PIXEL)).toEqual([451]);

    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(take);
    expect(await tab.evaluate(ask, PIXEL)).toEqual([0, 0]);

    await tab.heed((heed) => heed.choose('required'));
    expect(await tab.evaluate(ask, PIXEL)).toEqual([451, 451]);
    expect(site.received(PIXEL)).toHaveLength(2);
  });

  it('stores nothing more for who is denied since', async () => {
    const { site } = context;
    site.page('/', page());
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(() => {
      const frame = document.createElement('iframe');
      document.head.append(frame);
      const { prototype } = (frame.contentWindow as typeof globalThis & Window).Document;
      const { set } = Object.getOwnPropertyDescriptor(prototype, 'cookie')!;
      (window as unknown as { write(cookie: string): void }).write = set!.bind(document);
      frame.remove();
    });
    const write = () =>
      tab.evaluate(() => {
        (window as unknown as { write(cookie: string): void }).write('li_giant=1');
        return document.cookie.includes('li_giant');
      });
    expect(await write()).toBe(true);
    await tab.heed((heed) => heed.choose('required'));
    expect(await write()).toBe(false);
  });
});
