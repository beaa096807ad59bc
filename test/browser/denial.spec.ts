import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';

// A vendor that was granted runs, and is denied while it does. Each turn of its loop is started by the test.

const AD = 'https://ads.acme.example';

/** The vendor's own script: everything that it sends and stores with, opened while it was granted. */
const VENDOR = `
  const worker = new Worker(URL.createObjectURL(new Blob(['onmessage = (event) => { fetch("${AD}/worker?" + event.data, { mode: "no-cors" }).then(() => postMessage(1), () => postMessage(0)); }'])));
  const inner = new Worker(URL.createObjectURL(new Blob([\`
    const socket = new WebSocket("wss://ads.acme.example/inner");
    socket.onopen = () => postMessage("open");
    onmessage = (event) => { try { socket.send("inner " + event.data); } catch (error) {} postMessage("sent"); };
  \`])));
  const innerSays = () => new Promise((resolve) => { inner.onmessage = resolve; });
  const socket = new WebSocket('wss://ads.acme.example/socket');
  const opened = [innerSays(), new Promise((resolve) => { socket.onopen = resolve; })];
  const stream = new EventSource('${AD}/stream');
  opened.push(new Promise((resolve) => { stream.onmessage = resolve; }));
  window.acme = {
    opened: Promise.all(opened),
    stream, socket,
    natives: [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send],
    async turn(n) {
      await fetch('${AD}/fetch?' + n, { mode: 'no-cors' }).catch(() => {});
      await fetch('${AD}/kept?' + n, { mode: 'no-cors', keepalive: true }).catch(() => {});
      navigator.sendBeacon('${AD}/beacon?' + n);
      new Image().src = '${AD}/image.gif?' + n;
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = resolve;
        request.open('GET', '${AD}/xhr?' + n);
        request.send();
      });
      document.head.append(Object.assign(document.createElement('script'), { src: '${AD}/more.js?' + n }));
      document.body.style.backgroundImage = 'url(${AD}/style.gif?' + n + ')';
      socket.readyState === 1 && socket.send('socket ' + n);
      const answer = new Promise((resolve) => { worker.onmessage = resolve; });
      worker.postMessage(n);
      await answer;
      const said = innerSays();
      inner.postMessage(n);
      await said;
      document.cookie = 'theirs' + n + '=1; path=/';
      localStorage.setItem('theirs' + n, '1');
      localStorage['again' + n] = '1';
      sessionStorage['theirs' + n] = '1';
    },
  };`;

interface Acme {
  opened: Promise<unknown>;
  stream: EventSource;
  socket: WebSocket;
  turn(n: number): Promise<void>;
}

const WAYS = ['fetch', 'kept', 'beacon', 'image.gif', 'xhr', 'more.js', 'style.gif', 'worker'];

describeInEveryBrowser('a denial while a vendor runs', (context) => {
  it('ends what it sends and stores, and closes what it has open', async () => {
    const { site } = context;
    site.accept('ads.acme.example');
    site.serve('ads.acme.example/tag.js', { body: VENDOR, type: 'text/javascript' });
    site.serve('ads.acme.example/stream', { body: 'retry: 1\ndata: hello\n\n', type: 'text/event-stream' });
    const tag = `<script type="text/plain" data-heed="acme-ads" src="${AD}/tag.js"></script>`;
    const frame = `<iframe src="${AD}/frame" width="300" height="200"></iframe>`;
    site.page('/', page({ config: CONFIG, body: `<h1>Shop</h1>${tag}<div id="place"></div>` }));
    const tab = await context.open();
    const turn = (n: number) =>
      tab.evaluate((number) => (window as unknown as { acme: Acme }).acme.turn(number), n);
    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => 'acme' in window);
    await tab.evaluate((html) => {
      document.getElementById('place')!.innerHTML = html;
      return (window as unknown as { acme: Acme }).acme.opened.then(() => {});
    }, frame);
    await turn(1);
    await site.waitForRequest('ads.acme.example/socket');
    await site.waitForRequest('ads.acme.example/inner');
    await site.waitForRequest('ads.acme.example/frame');
    for (const way of WAYS) await site.waitForRequest(`ads.acme.example/${way}?1`);
    const stored = () =>
      tab.evaluate(() => [
        document.cookie.match(/theirs\d/g) ?? [],
        Object.keys(localStorage).sort(),
        Object.keys(sessionStorage).filter((key) => key.startsWith('theirs')),
      ]);
    expect(await stored()).toEqual([['theirs1'], ['again1', 'theirs1'], ['theirs1']]);

    await tab.heed((heed) => heed.choose({ 'acme-ads': false }));
    await tab.idle();
    site.clear();
    await turn(2);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(JSON.stringify(await stored())).not.toMatch(/2/);
    expect(
      await tab.evaluate(() => {
        const { stream, socket } = (window as unknown as { acme: Acme }).acme;
        return [stream.readyState, socket.readyState >= 2];
      }),
    ).toEqual([2, true]);
    // The frame shows its placeholder again, and is not asked for.
    expect(await tab.evaluate(() => document.querySelector('iframe')!.getAttribute('src'))).toBe(null);
    await tab.part('button', /load once/i);
    expect(tab.errors).toEqual([]);
  });

  it('asks no more for what has not come yet: lazy pictures, players, pings; and sends no pixel twice', async () => {
    const { site } = context;
    site.page(
      '/',
      page({
        body: `<img data-heed="acme-ads" data-heed-src="${AD}/pixel.gif" alt=""><div style="height: 30000px"></div>
          <div id="place">
            <img loading="lazy" width="50" height="50" data-heed="acme-ads" data-heed-src="${AD}/lazy.gif" alt="">
            <picture><source data-heed="acme-ads" data-heed-srcset="${AD}/source.gif">
              <img loading="lazy" width="50" height="50" data-heed="acme-ads" data-heed-src="${AD}/picture.gif" alt=""></picture>
            <video muted preload="none" data-heed="acme-ads" data-heed-src="${AD}/film.mp4"></video>
          </div>
          <script>place.insertAdjacentHTML('beforeend', '<a href="#there" ping="${AD}/ping">There</a>')</script>`,
      }),
    );
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty()).toEqual([`${AD}/pixel.gif`]);
    await tab.heed((heed) => heed.choose('required'));
    await tab.evaluate(() => {
      const find = <T extends Element>(selector: string) => document.querySelector<T>(selector)!;
      find('#place').scrollIntoView();
      find<HTMLVideoElement>('video')
        .play()
        .catch(() => {});
      find<HTMLAnchorElement>('a[href="#there"]').click();
    });
    await tab.idle();
    expect(site.thirdParty()).toEqual([`${AD}/pixel.gif`]);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/lazy.gif');
    await site.waitForRequest('ads.acme.example/source.gif');
    await tab.idle();
    expect(site.received('ads.acme.example/pixel.gif')).toHaveLength(1);
    expect(tab.errors).toEqual([]);
  });

  it('asks no more for what comes again and again: animations, pictures of another size, fonts of a style sheet', async () => {
    const { site } = context;
    site.serve(`${AD}/fonts.css`, {
      type: 'text/css',
      body: `@font-face { font-family: theirs; src: url(${AD}/font.woff2) }`,
    });
    const animation = `<svg width="9" height="9"><image width="9" height="9"><animate attributeName="href" values="/own.gif;${AD}/again.gif" dur="0.05s" repeatCount="indefinite"/></image></svg>`;
    site.page(
      '/',
      page({
        head: `<link rel="stylesheet" href="${AD}/fonts.css">`,
        body: `${animation}
          <img id="picture" alt="" sizes="90vw" srcset="${AD}/small.gif 100w, ${AD}/large.gif 2000w">
          <p id="text">Text</p>`,
      }),
    );
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(`${AD}/fonts.css`);
    await site.waitForRequest(`${AD}/large.gif`);
    // WebKitGTK 2.50 asks for nothing that is animated.
    if (context.browser !== 'webkit') await site.waitForRequest(`${AD}/again.gif`);
    await tab.until(() => document.querySelector<HTMLImageElement>('#picture')!.complete);
    await tab.heed((heed) => heed.choose('required'));
    await tab.idle();
    site.clear();
    await tab.evaluate(async () => {
      const find = <T extends Element>(selector: string) => document.querySelector<T>(selector)!;
      find<HTMLImageElement>('#picture').sizes = '10px';
      find<HTMLElement>('#text').style.fontFamily = 'theirs';
      // Four turns of the vendor's animation, by another of the same length.
      await document.body.animate([{ opacity: 1 }], { duration: 50, iterations: 4 }).finished;
    });
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(`${AD}/small.gif`);
    await site.waitForRequest(`${AD}/font.woff2`);
    expect(tab.errors.filter((error) => !/font/i.test(error))).toEqual([]);
  });

  it('closes no connection of others', async () => {
    const { site } = context;
    site.accept('www.shop.example');
    site.page('/', page());
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    const state = () =>
      tab.evaluate(async () => {
        const own = window as unknown as { socket?: WebSocket; peer?: RTCPeerConnection };
        if (!own.socket) {
          const socket = new WebSocket('wss://www.shop.example/live');
          own.socket = socket;
          // WebKitGTK has no WebRTC.
          if (window.RTCPeerConnection)
            own.peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:www.shop.example' }] });
          await new Promise((resolve) => socket.addEventListener('open', resolve));
        }
        return [own.socket.readyState, own.peer?.signalingState ?? 'stable'];
      });
    expect(await state()).toEqual([1, 'stable']);
    await tab.heed((heed) => heed.choose('required'));
    expect(await state()).toEqual([1, 'stable']);
  });
});
