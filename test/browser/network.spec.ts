import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

describeInEveryBrowser('requests by script', (context) => {
  const open = () => {
    context.site.page('/', page());
    return context.open();
  };

  it('answers a held fetch with 451, throws nothing, and lets the next one pass after the grant', async () => {
    const { site } = context;
    const tab = await open();
    const seen = await tab.evaluate(async () => {
      const url = 'https://ads.acme.example/fetch';
      const inputs = [
        `${url}?text`,
        new URL(`${url}?url`),
        new Request(`${url}?request`),
        '//ads.acme.example/fetch?short',
      ];
      const answers = await Promise.all(inputs.map((input) => fetch(input)));
      return answers.map(({ status, ok }) => [status, ok]);
    });
    expect(seen).toEqual(Array(4).fill([451, false]));
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);

    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty()).toEqual([]); // its caller was told, so it is not sent later
    expect(
      await tab.evaluate(() => fetch('https://ads.acme.example/fetch?late').then(({ status }) => status)),
    ).toBe(200);
    expect(site.thirdParty()).toEqual(['https://ads.acme.example/fetch?late']);
    expect(tab.errors).toEqual([]);
  });

  it('takes a fetch that outlives its page for a beacon: nobody waits for it, so it is sent after the grant', async () => {
    const { site } = context;
    const tab = await open();
    const status = await tab.evaluate(() =>
      fetch('https://ads.acme.example/kept', {
        method: 'POST',
        body: 'hit',
        mode: 'no-cors',
        keepalive: true,
      }).then((answer) => answer.status),
    );
    expect(status).toBe(451);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/kept');
    await tab.idle();
    expect(site.received('ads.acme.example')).toMatchObject([{ method: 'POST', body: 'hit' }]);
  });

  it('ends a held XMLHttpRequest with an error event, and lets the next one pass after the grant', async () => {
    const { site } = context;
    const tab = await open();
    const request = (url: string) =>
      new Promise<unknown>((resolve) => {
        const xhr = new XMLHttpRequest();
        const events: string[] = [];
        for (const type of ['load', 'error', 'abort']) xhr.addEventListener(type, () => events.push(type));
        xhr.addEventListener('loadend', () => resolve({ events, status: xhr.status, state: xhr.readyState }));
        xhr.open('POST', url);
        xhr.setRequestHeader('X-Page', '1');
        xhr.send('hit');
      });
    const held = await tab.evaluate(request, 'https://ads.acme.example/xhr');
    expect(held).toEqual({ events: ['error'], status: 0, state: 4 });
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);

    await tab.heed((heed) => heed.choose('all'));
    const sent = await tab.evaluate(request, 'https://ads.acme.example/xhr?late');
    expect(sent).toEqual({ events: ['load'], status: 200, state: 4 });
    expect(tab.errors).toEqual([]);
  });

  it('says true to a held sendBeacon and sends it after the grant, once, with its body', async () => {
    const { site } = context;
    const tab = await open();
    const said = await tab.evaluate(() => {
      const form = new FormData();
      form.append('hit', 'four');
      return [
        navigator.sendBeacon('https://ads.acme.example/beacon?1'),
        navigator.sendBeacon('https://ads.acme.example/beacon?2', 'two'),
        navigator.sendBeacon(
          new URL('https://ads.acme.example/beacon?3') as unknown as string,
          new Blob(['three']),
        ),
        navigator.sendBeacon('https://ads.acme.example/beacon?4', form),
      ];
    });
    expect(said).toEqual([true, true, true, true]);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);

    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/beacon*', 4);
    await tab.idle();
    // Each takes a connection of its own: in which order they arrive is up to the network, not in which they leave.
    expect(tab.asked.filter((url) => url.includes('/beacon'))).toEqual(
      [1, 2, 3, 4].map((n) => `https://ads.acme.example/beacon?${n}`),
    );
    const beacons = site
      .received('ads.acme.example/beacon*')
      .map(({ method, path, body }) => [method, path, body]);
    expect(beacons.sort()).toEqual([
      ['POST', '/beacon?1', ''],
      ['POST', '/beacon?2', 'two'],
      ['POST', '/beacon?3', 'three'],
      ['POST', '/beacon?4', expect.stringContaining('four')],
    ]);
  });

  it('drops what was held when the visitor refuses', async () => {
    const { site } = context;
    const tab = await open();
    await tab.evaluate(() => {
      navigator.sendBeacon('https://ads.acme.example/beacon', 'one');
      new Image().src = 'https://ads.acme.example/pixel.gif';
    });
    await tab.heed((heed) => heed.choose('required'));
    await tab.idle();
    expect(await tab.heed((heed) => heed.held.length)).toBe(0);
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });

  it('does not touch the requests of the site itself and of required vendors', async () => {
    const { site } = context;
    const tab = await open();
    site.serve('/api*', { body: '{"own":true}', type: 'application/json' });
    const seen = await tab.evaluate(async () => {
      const answer = await fetch('/api');
      const subdomain = await fetch('https://help.shop.example/api');
      const stripe = await fetch('https://api.stripe.com/v1', { mode: 'no-cors' });
      const xhr = new XMLHttpRequest();
      xhr.open('GET', '/api?xhr', false);
      xhr.send();
      return [
        await answer.json(),
        subdomain.status,
        stripe.type,
        xhr.responseText,
        navigator.sendBeacon('/api?beacon'),
      ];
    });
    expect(seen).toEqual([{ own: true }, 200, 'opaque', '{"own":true}', true]);
    await site.waitForRequest('/api?beacon');
    expect(site.thirdParty()).toEqual(['https://api.stripe.com/v1']);
  });

  it('tells what it holds and why', async () => {
    const tab = await open();
    const held = await tab.evaluate(() => {
      navigator.sendBeacon('https://ads.acme.example/beacon');
      navigator.sendBeacon('https://nobody.example/beacon');
      const { heed } = window as unknown as { heed: { held: unknown[] } };
      return heed.held;
    });
    expect(held).toMatchObject([
      {
        kind: 'beacon',
        host: 'ads.acme.example',
        vendor: 'acme-ads',
        category: 'advertising',
        reason: 'regime',
      },
      { kind: 'beacon', host: 'nobody.example', vendor: null, category: null, reason: 'unlisted' },
    ]);
  });
});
