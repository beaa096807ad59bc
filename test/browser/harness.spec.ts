import { expect, it } from 'vitest';
import { describeInBrowsers, describeInEveryBrowser, RESTARTS } from './support/each-browser.ts';
import { NO_PROFILE, NO_SIGNALS } from './support/engine.ts';

// The oracle must see what it is asked about: a log that stays empty for another reason would make every other test pass.

const page = `<!doctype html>
<title>Without Heed</title>
<link rel="stylesheet" href="https://cdn.vendor.example/style.css">
<script src="https://cdn.vendor.example/parsed.js"></script>
<script>
  const script = document.createElement('script');
  script.src = 'https://cdn.vendor.example/inserted.js';
  document.head.append(script);
  new Image().src = 'https://px.ads.linkedin.com/pixel.gif';
  fetch('https://api.vendor.example/fetched', { mode: 'no-cors' });
  navigator.sendBeacon('https://beacon.vendor.example/beacon', 'body');
</script>
<img src="http://plain.vendor.example/image.gif" alt="">
<iframe src="https://frame.vendor.example/frame"></iframe>`;

describeInEveryBrowser('the stand-in server', (context) => {
  it('sees every request of a page without Heed', async () => {
    const { site } = context;
    site.page('/', page);
    const tab = await context.open();

    const urls = [...new Set(site.thirdParty())].sort();
    expect(urls).toEqual([
      'https://api.vendor.example/fetched',
      'https://beacon.vendor.example/beacon',
      'https://cdn.vendor.example/inserted.js',
      'https://cdn.vendor.example/parsed.js',
      'https://cdn.vendor.example/style.css',
      'https://frame.vendor.example/frame',
      'https://plain.vendor.example/image.gif', // both ask for TLS in place of mixed content
      'https://px.ads.linkedin.com/pixel.gif',
    ]);
    expect(await tab.ran()).toEqual(['cdn.vendor.example/parsed.js', 'cdn.vendor.example/inserted.js']);
    expect(site.received('beacon.vendor.example')[0]).toMatchObject({ method: 'POST', body: 'body' });
    expect(site.received('px.ads.linkedin.com')[0]).toMatchObject({ gpc: '', dnt: '', dest: 'image' });
  });

  it('holds an answer until it is let go, and cuts one when asked to', async () => {
    const { site } = context;
    site.serve('https://slow.vendor.example/*', { hold: true });
    site.serve('https://gone.vendor.example/*', { abort: true });
    site.page(
      '/',
      '<script src="https://gone.vendor.example/a.js"></script><script async src="https://slow.vendor.example/b.js"></script>',
    );
    const tab = await context.tab();
    await tab.visit();
    await site.waitForRequest('slow.vendor.example');
    expect(await tab.ran()).toEqual([]);
    site.release('slow.vendor.example');
    await tab.idle();
    expect(await tab.ran()).toEqual(['slow.vendor.example/b.js']);
  });

  it('hears the console and uncaught errors', async () => {
    context.site.page('/', '<script>console.warn("a", 1); throw new Error("boom")</script>');
    const tab = await context.open();
    expect(tab.lines).toEqual([{ level: expect.stringMatching(/^warn/), text: 'a 1' }]);
    expect(tab.errors).toEqual([expect.stringContaining('boom')]);
  });

  it('hears each of two equal lines, and what a frame says', async () => {
    context.site.page(
      '/',
      '<script>for (const n of [1, 2]) console.log("same")</script><iframe src="/frame"></iframe>',
    );
    context.site.page('/frame', '<script>console.info("frame")</script>');
    const tab = await context.open();
    expect(tab.lines.map(({ text }) => text)).toEqual(['same', 'same', 'frame']);
  });

  it('is in a page before its first script, and sees what leaves in order', async () => {
    const { site } = context;
    site.page(
      '/',
      '<script>window.early = typeof window.__test; for (const n of [1, 2, 3]) new Image().src = "/" + n + ".gif"</script>',
    );
    const tab = await context.open();
    expect(await tab.evaluate(() => (window as unknown as { early: string }).early)).toBe('object');
    expect(tab.asked.filter((url) => url.endsWith('.gif'))).toEqual(
      [1, 2, 3].map((n) => site.url(`/${n}.gif`)),
    );
  });

  it('clicks as a person does, below the fold too', async () => {
    context.site.page(
      '/',
      '<div style="height: 3000px"></div><button onclick="window.trusted = event.isTrusted">Go</button>',
    );
    const tab = await context.open();
    await tab.press('button', 'Go');
    expect(await tab.evaluate(() => (window as unknown as { trusted: boolean }).trusted)).toBe(true);
  });

  it('gives tabs one visitor, and another visitor nothing of the first', async () => {
    const { site } = context;
    site.page('/', '<script>localStorage.been = document.cookie = "been=1; Secure"</script>');
    site.page('/next', '<!doctype html>');
    const been = () => [document.cookie, localStorage.been ?? ''];
    await context.open();
    expect(await (await context.open('/next')).evaluate(been)).toEqual(['been=1', 'been=1; Secure']);
    await context.newVisitor();
    expect(await (await context.open('/next')).evaluate(been)).toEqual(['', '']);
  });

  it('gives back what the page gives, and its errors', async () => {
    const tab = await context.open();
    expect(await tab.evaluate((a, b) => Promise.resolve({ a, b, none: null }), 1, ['x'])).toEqual({
      ...{ a: 1, b: ['x'], none: null },
    });
    await expect(tab.evaluate(() => Promise.reject(new TypeError('not so')))).rejects.toThrow('not so');
    expect(tab.errors).toEqual([]);
  });

  context.itIn(['chromium', 'firefox'], NO_PROFILE)(
    'gives a regular visitor the same profile after a restart',
    RESTARTS,
    async () => {
      const { site } = context;
      site.page('/', '<script>document.cookie ||= "kept=1; Max-Age=1000; Secure"</script>');
      const visitor = await context.regular();
      await visitor.open();
      await visitor.restart({ gpc: true });
      site.clear();
      const tab = await visitor.open();
      expect(await tab.cookies()).toMatchObject([{ name: 'kept', value: '1' }]);
      expect(site.received('/')[0]).toMatchObject({ cookie: 'kept=1', gpc: '1' });
    },
  );
});

describeInBrowsers(
  'a browser that signals',
  (context) => {
    it('says so on navigator and in every request', async () => {
      const { site } = context;
      site.page('/', '<img src="https://px.vendor.example/a.gif" alt="">');
      const tab = await context.open();
      expect(
        await tab.evaluate(() => [
          (navigator as unknown as { globalPrivacyControl: unknown }).globalPrivacyControl,
          navigator.doNotTrack,
        ]),
      ).toEqual([true, '1']);
      expect(site.received('px.vendor.example')).toMatchObject([{ gpc: '1', dnt: '1' }]);
      expect(site.received('/')).toMatchObject([{ gpc: '1', dnt: '1' }]);
    });
  },
  { gpc: true, dnt: true, engines: ['chromium', 'firefox'], because: NO_SIGNALS },
);

it('wants a reason for an engine that is left out', () => {
  expect(() => describeInBrowsers('some', () => {}, { engines: ['firefox'] })).toThrow('because');
});
