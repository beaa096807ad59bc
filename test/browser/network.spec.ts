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
    const waited = await tab.evaluate(() => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', 'https://ads.acme.example/xhr?sync', false);
      try {
        xhr.send();
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(waited).toBe('NetworkError');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);

    await tab.heed((heed) => heed.choose('all'));
    const sent = await tab.evaluate(request, 'https://ads.acme.example/xhr?late');
    expect(sent).toEqual({ events: ['load'], status: 200, state: 4 });
    expect([...tab.errors, ...tab.lines]).toEqual([]);
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

  const withWebRtc = context.itIn(['chromium', 'firefox'], 'WebKitGTK 2.50 has no RTCPeerConnection');
  withWebRtc('takes denied servers out of a WebRTC connection and keeps the rest', async () => {
    const tab = await open();
    const ask = () =>
      tab.evaluate(() => {
        const urls = ['stun:stun.ads.acme.example:3478', 'turn:help.shop.example?transport=udp'];
        const given = [
          { urls, username: 'a', credential: 'b' },
          { urls: 'stun:ads.acme.example' },
          { urls: 'stun:www.shop.example' },
        ];
        const config = { iceServers: given, iceTransportPolicy: 'relay' as const };
        const connection = new RTCPeerConnection(config);
        const later = new RTCPeerConnection();
        later.setConfiguration(config);
        const seen = [connection, later].map((one) =>
          one.getConfiguration().iceServers!.map((server) => [server.urls].flat().join(' ')),
        );
        return [
          seen[0],
          JSON.stringify(seen[0]) === JSON.stringify(seen[1]),
          connection.getConfiguration().iceTransportPolicy,
          connection instanceof RTCPeerConnection,
          given.length,
        ];
      });
    const rest = ['turn:help.shop.example?transport=udp', 'stun:www.shop.example'];
    expect(await ask()).toEqual([rest, true, 'relay', true, 3]);
    await tab.heed((heed) => heed.choose('all'));
    expect((await ask())[0]).toHaveLength(3);
  });

  it('fails by promise what asks a denied host for a payment, an identity or an interest group', async () => {
    const { site } = context;
    const tab = await open();
    const seen = await tab.evaluate(async () => {
      const url = 'https://ads.acme.example/';
      const nameOf = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.name);
      const told: Record<string, unknown> = {};
      if ('PaymentRequest' in window) {
        const total = { label: 'all', amount: { currency: 'EUR', value: '1' } };
        const request = new PaymentRequest([{ supportedMethods: url + 'pay' }], { total });
        told.payment = [
          await request.canMakePayment(),
          await nameOf(request.show()),
          request instanceof PaymentRequest,
        ];
      }
      if ('IdentityCredential' in window) {
        const identity = { providers: [{ configURL: url + 'config.json', clientId: '1' }] };
        told.identity = await nameOf(navigator.credentials.get({ identity } as CredentialRequestOptions));
      }
      const ads = navigator as Navigator & {
        joinAdInterestGroup?(group: object, seconds: number): Promise<void>;
      };
      if (ads.joinAdInterestGroup)
        told.group = await nameOf(
          ads.joinAdInterestGroup({ owner: url, name: 'a', biddingLogicURL: url }, 100),
        );
      return told;
    });
    const expected = {
      payment: [false, 'NotSupportedError', true],
      identity: 'NetworkError',
      group: 'NotAllowedError',
    };
    expect(expected).toMatchObject(seen);
    if (context.browser === 'chromium') expect(seen).toEqual(expected);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it('shows no artwork of a denied host for what plays', async () => {
    const { site } = context;
    const tab = await open();
    const shown = await tab.evaluate(() => {
      const artwork = ['https://ads.acme.example/a.png', '/own.png'].map((src) => ({ src }));
      const media = new MediaMetadata({ title: 'Song', artwork });
      navigator.mediaSession.metadata = media;
      const first = media.artwork.map(({ src }) => src);
      media.artwork = artwork;
      return [media.title, first, media.artwork.map(({ src }) => src)];
    });
    const own = [site.url('/own.png')];
    expect(shown).toEqual(['Song', own, own]);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
  });

  it('leaves the errors of wrong arguments to the browser', async () => {
    const tab = await open();
    const names = await tab.evaluate(() =>
      [
        () => new RTCPeerConnection({ iceServers: [{ urls: 'nonsense' }] }),
        () => new RTCPeerConnection({ iceServers: 1 as unknown as [] }),
        () => Reflect.construct(WebSocket, []),
        () => new MediaMetadata({ artwork: 1 as unknown as [] }),
      ].map((call) => {
        try {
          call();
          return 'nothing';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    // WebKitGTK 2.50 has no RTCPeerConnection, and a page that asks for one is told so as ever.
    const connections =
      context.browser === 'webkit' ? Array(2).fill('ReferenceError') : ['SyntaxError', 'TypeError'];
    expect(names).toEqual([...connections, 'TypeError', 'TypeError']);
  });
});
