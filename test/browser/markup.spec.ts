import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

const grantAll = (heed: { choose(input: 'all'): void }) => heed.choose('all');

describeInEveryBrowser('marked-up tags', (context) => {
  const open = async (body: string, head = '') => {
    context.site.page('/', page({ head, body }));
    const tab = await context.open();
    expect(context.site.thirdParty()).toEqual([]);
    return tab;
  };

  it('holds every form, and sends each once after the grant, with all its attributes', async () => {
    const { site } = context;
    const tab = await open(
      `<script type="text/plain" data-heed="advertising" src="https://any.example/script.js" id="s" class="c" data-x="1" crossorigin></script>
      <script type="text/plain" data-heed="performance" data-heed-type="module" src="https://any.example/module.mjs"></script>
      <img data-heed="advertising" data-heed-src="https://any.example/image.gif" alt="An image" width="3" height="3">
      <img data-heed="marketing" data-heed-srcset="https://any.example/set.gif 1x" alt="">
      <iframe data-heed="advertising" data-heed-src="https://any.example/frame.html" title="A frame"></iframe>`,
      '<link rel="stylesheet" data-heed="marketing" data-heed-href="https://any.example/style.css">',
    );
    await tab.heed(grantAll);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([
      'https://any.example/frame.html',
      'https://any.example/image.gif',
      'https://any.example/module.mjs',
      'https://any.example/script.js',
      'https://any.example/set.gif',
      'https://any.example/style.css',
    ]);
    expect((await tab.ran()).sort()).toEqual(['any.example/module.mjs', 'any.example/script.js']);
    const script = await tab.evaluate(() => {
      const element = document.getElementById('s') as HTMLScriptElement;
      return [
        element.className,
        element.dataset.x,
        element.crossOrigin,
        element.type,
        document.querySelectorAll('#s').length,
      ];
    });
    expect(script).toEqual(['c', '1', 'anonymous', expect.not.stringContaining('plain'), 1]);
  });

  it('runs scripts in one document order over all categories: external, then the inline one that needs it', async () => {
    const { site } = context;
    site.serve('https://slow.example/first.js', {
      delay: 300,
      body: 'window.library = 1; (window.__ran = window.__ran || []).push("slow external")',
    });
    const tab = await open(`
      <script type="text/plain" data-heed="performance" src="https://slow.example/first.js"></script>
      <script type="text/plain" data-heed="advertising">window.__ran.push('inline ' + window.library)</script>
      <script type="text/plain" data-heed="marketing" src="https://fast.example/third.js"></script>
      <script type="text/plain" data-heed="performance">window.__ran.push('last')</script>`);
    await tab.heed(grantAll);
    await tab.until(() => window.__ran?.includes('last'));
    expect(await tab.ran()).toEqual(['slow external', 'inline 1', 'fast.example/third.js', 'last']);
    expect(site.thirdParty()).toHaveLength(2);
    expect(tab.errors).toEqual([]);
  });

  it('goes on after a tag that fails and one that throws', async () => {
    const { site } = context;
    site.serve('https://gone.example/*', { abort: true });
    site.serve('https://wrong.example/*', { status: 404, body: 'not here' });
    const tab = await open(`
      <script type="text/plain" data-heed="advertising" src="https://gone.example/a.js"></script>
      <script type="text/plain" data-heed="advertising" src="https://wrong.example/b.js"></script>
      <script type="text/plain" data-heed="advertising">throw new Error('thrown by a tag')</script>
      <script type="text/plain" data-heed="advertising" src="https://fine.example/c.js"></script>
      <script type="text/plain" data-heed="advertising">window.__ran.push('end')</script>`);
    await tab.heed(grantAll);
    await tab.until(() => window.__ran?.includes('end'));
    expect(await tab.ran()).toEqual(['fine.example/c.js', 'end']);
    expect(tab.errors).toEqual([expect.stringContaining('thrown by a tag')]);
  });

  it('runs each tag once, however often the choice changes', async () => {
    const { site } = context;
    const tab = await open(`
      <script type="text/plain" data-heed="advertising" src="https://once.example/a.js"></script>
      <script type="text/plain" data-heed="performance">(window.__ran = window.__ran || []).push('inline')</script>`);
    await tab.heed((heed) => heed.choose({ performance: true }));
    await tab.heed(grantAll);
    await tab.heed((heed) => heed.choose('required'));
    await tab.heed(grantAll);
    await tab.idle();
    expect((await tab.ran()).sort()).toEqual(['inline', 'once.example/a.js']);
    expect(site.thirdParty()).toEqual(['https://once.example/a.js']);
  });

  it('runs only what its own category or vendor allows', async () => {
    const { site } = context;
    const tab = await open(`
      <script type="text/plain" data-heed="performance" src="https://any.example/performance.js"></script>
      <script type="text/plain" data-heed="linkedin" src="https://any.example/linkedin.js"></script>
      <script type="text/plain" data-heed="doubleclick" src="https://any.example/doubleclick.js"></script>
      <img data-heed="performance" data-heed-src="https://px.ads.linkedin.com/collect.gif" alt="">`);
    await tab.heed((heed) => heed.choose({ performance: true }));
    await tab.idle();
    // The image is marked as performance, its host belongs to a denied vendor: the stricter of the two holds.
    expect(site.thirdParty()).toEqual(['https://any.example/performance.js']);
    await tab.heed((heed) => heed.choose({ linkedin: true }));
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([
      'https://any.example/linkedin.js',
      'https://any.example/performance.js',
      'https://px.ads.linkedin.com/collect.gif',
    ]);
  });

  it('holds an unknown word, and the console gives the nearest name', async () => {
    const { site } = context;
    const tab = await open(`
      <script type="text/plain" data-heed="advertizing" src="https://any.example/a.js"></script>
      <script type="text/plain" data-heed="advertizing" src="https://any.example/b.js"></script>`);
    await tab.heed(grantAll);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(tab.heedLines.filter(({ text }) => text.includes('advertizing'))).toEqual([
      {
        level: expect.stringMatching(/warn|error/),
        text: expect.stringMatching(/advertizing.*advertising/s),
      },
    ]);
  });

  it('treats tags alike that come in later', async () => {
    const { site } = context;
    const tab = await open('');
    const add = () =>
      tab.evaluate(() => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<img data-heed="advertising" data-heed-src="https://any.example/late.gif" alt="">
          <script type="text/plain" data-heed="advertising" src="https://any.example/markup.js"></script>`,
        );
        const script = document.createElement('script');
        script.type = 'text/plain';
        script.dataset.heed = 'advertising';
        script.src = 'https://any.example/late.js';
        document.body.append(script);
      });
    await add();
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed(grantAll);
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([
      'https://any.example/late.gif',
      'https://any.example/late.js',
      'https://any.example/markup.js',
    ]);
    expect((await tab.ran()).sort()).toEqual(['any.example/late.js', 'any.example/markup.js']);
  });

  it('is live at once where it is granted already', async () => {
    const { site } = context;
    const tab = await open(
      '<script type="text/plain" data-heed="advertising" src="https://any.example/a.js"></script>',
    );
    await tab.heed(grantAll);
    await tab.idle();
    await tab.reload();
    expect(site.received('any.example')).toHaveLength(2);
    expect(await tab.ran()).toEqual(['any.example/a.js']);
  });

  it('shows a placeholder for a held frame, in its size: load once is not stored, always allow is', async () => {
    const { site } = context;
    const body =
      '<iframe data-heed="advertising" data-heed-src="https://ads.acme.example/frame" width="480" height="270" title="A frame"></iframe>';
    const tab = await open(body);
    // The fonts of WebKitGTK are taller, so the text does not quite fit.
    const height = context.browser === 'webkit' ? expect.closeTo(270, -1) : 270;
    expect(await tab.stateOf('group', /Acme Ads/)).toMatchObject({ width: 480, height });
    await tab.press('button', 'Load once');
    await site.waitForRequest('ads.acme.example/frame');
    await tab.gone('group', /Acme Ads/);
    await tab.reload();
    expect(site.received('ads.acme.example')).toHaveLength(1);
    expect(await tab.heed((heed) => heed.allows('acme-ads'))).toBe(false);

    await tab.press('button', 'Always allow');
    await site.waitForRequest('ads.acme.example/frame', 2);
    await tab.reload();
    expect(site.received('ads.acme.example')).toHaveLength(3);
    expect(await tab.heed((heed) => [heed.allows('acme-ads'), heed.allows('linkedin')])).toEqual([
      true,
      false,
    ]);
  });
});
