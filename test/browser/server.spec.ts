import { expect, it } from 'vitest';
import { fromDist } from './support/dist.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { CONFIG } from './support/pages.ts';
import type { Answer, Received } from './support/server.ts';

// A page whose server decides: plain vendor tags in the HTML, and every response header that makes a browser ask.

const { createServerConsent } = await fromDist<typeof import('../../src/server.ts')>('server.js');
const file = structuredClone(CONFIG);
file.categories!.advertising!.cookies = ['_acme_*'];
// Where the harness finds out that what left has arrived.
file.firstParty = ['roundtrip.example'];
const consent = createServerConsent(file);
const NONCE = 'bm9uY2U=';

/** Another script each time: what WebKit has fetched ahead it does not fetch again. */
const tricks = (view: number) => ({
  link: [
    `<https://ads.acme.example/header.js?${view}>; rel=preload; as=script`,
    '<https://connect.ads.acme.example>; rel=preconnect',
    '<https://ads.acme.example/header.css>; rel=stylesheet',
    '</own-header.gif>; rel=preload; as=image',
  ].join(', '),
  'reporting-endpoints': 'acme="https://ads.acme.example/endpoint"',
  'content-security-policy-report-only':
    "img-src 'none'; report-uri https://ads.acme.example/report, font-src 'none'; report-to acme",
  'set-cookie': ['_acme_header=1; Path=/; Secure', 'cart=1; Path=/; Secure'],
});
const TAGS = `
<link rel="stylesheet" href="https://ads.acme.example/plain.css">
<script nonce="${NONCE}" src="https://ads.acme.example/plain.js"></script>
<img src="https://ads.acme.example/plain.gif" srcset="https://ads.acme.example/plain-2.gif 1x" alt="">
<iframe src="https://frame.ads.acme.example/plain.html"></iframe>
<img src="/own.gif" alt="">
<script nonce="${NONCE}">
  (window.__ran = window.__ran || []).push('own');
  new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = () => window.__ran.push('worker');
  fetch('/own.json').then((answer) => window.__ran.push('fetch ' + answer.ok));
</script>
<script>window.__ran.push('no nonce')</script>`;

describeInEveryBrowser('server', (context) => {
  /** Serves the shop, each page with the head and the headers that fit its visitor. */
  function serve(nonce?: string) {
    const answer = (request: Received, own: Record<string, string | string[]>): Answer => {
      const visit = {
        url: request.path,
        headers: { host: request.host, cookie: request.cookie, 'sec-gpc': request.gpc, dnt: request.dnt },
      };
      const headers = consent.headers(visit, own, { nonce });
      const cookies = headers.getSetCookie();
      headers.delete('set-cookie');
      const head = consent.head(visit, { src: '/heed.js', nonce });
      return {
        headers: { ...Object.fromEntries(headers), 'set-cookie': cookies },
        body: `<!doctype html><html lang="en"><head>${head}<title>Shop</title></head><body>${TAGS}</body></html>`,
      };
    };
    context.site.serve('/own.json', { body: '{}' });
    let views = 0;
    context.site.serve('/shop', (request) => {
      views += 1;
      return answer(request, tricks(views));
    });
    context.site.serve('/leave', (request) =>
      answer(request, { refresh: '0; url=https://ads.acme.example/next' }),
    );
  }
  const ownWork = (ran: string[]) => ran.filter((mark) => !mark.includes('/')).sort();
  /** The page is loaded anew for the grant, by Heed, once. */
  const acceptAll = async () => {
    const tab = await context.open('/shop');
    context.site.clear();
    await tab.press('button', 'Accept all');
    await tab.until(() => window.__ran?.includes('ads.acme.example/plain.js'));
    await tab.idle();
    expect(context.site.received('/shop')).toHaveLength(1);
    context.site.clear();
    return tab;
  };

  it('holds plain tags and headers of a visitor who has chosen nothing; the page does its own work', async () => {
    serve();
    const tab = await context.open('/shop');
    await tab.until(() => window.__ran?.includes('worker') && window.__ran.includes('fetch true'));
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    // Chromium 156 opens a connection for a frame before it asks any policy, and sends nothing over it.
    const connections = context.site.connections().filter((host) => host !== 'frame.ads.acme.example');
    expect(connections).toEqual([]);
    expect(ownWork(await tab.ran())).toEqual(['fetch true', 'no nonce', 'own', 'worker']);
    expect(context.site.received('/own.gif')).toHaveLength(1);
    expect(context.site.received('/own-header.gif')).toHaveLength(1);
    expect((await tab.cookies()).map(({ name }) => name)).toEqual(['cart']);
    expect(tab.errors).toEqual([]);

    await tab.goto('/leave');
    expect(context.site.thirdParty()).toEqual([]);
  });

  it('lets all through for a visitor who has granted all', async () => {
    serve();
    const tab = await acceptAll();
    await tab.goto('/shop');
    await context.site.waitForRequest('https://frame.ads.acme.example/plain.html');
    const expected = ['plain.css', 'plain.js', 'plain-2.gif', 'header.js*', 'report'];
    // Only Firefox knows a style sheet in a Link header.
    if (context.browser === 'firefox') expected.push('header.css');
    for (const name of expected) await context.site.waitForRequest(`https://ads.acme.example/${name}`);
    expect(await tab.ran()).toContain('ads.acme.example/plain.js');
    expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual(['_acme_header', 'cart', 'heed']);

    await tab.visit('/leave');
    await context.site.waitForRequest('https://ads.acme.example/next');
  });

  it('holds a vendor whose tag has the nonce; inline code needs it', async () => {
    serve(NONCE);
    const tab = await context.open('/shop');
    await tab.until(() => window.__ran?.includes('worker') && window.__ran.includes('fetch true'));
    expect(context.site.thirdParty()).toEqual([]);
    expect(ownWork(await tab.ran())).toEqual(['fetch true', 'own', 'worker']);
    await tab.part('button', 'Accept all');
  });
});
