import { expect, it } from 'vitest';
import { fromDist } from './support/dist.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { CONFIG, page } from './support/pages.ts';

const { createRewriter } = await fromDist<typeof import('../../src/rewrite.ts')>('rewrite.js');
const { html } = createRewriter(CONFIG);

/** Plain tags as vendors document them, of every kind that a browser asks for ahead of all scripts. */
const HEAD = `
  <link rel="stylesheet" href="https://ads.acme.example/style.css">
  <link rel="preload" as="image" href="https://ads.acme.example/preload.gif">
  <script src="https://ads.acme.example/first.js"></script>
  <script>(window.__ran = window.__ran || []).push('inline')</script>`;
const BODY = `
  <img src="https://ads.acme.example/image.gif" alt="">
  <img srcset="https://ads.acme.example/set.gif 1x" alt="">
  <picture><source srcset="https://ads.acme.example/picture.gif"><img alt=""></picture>
  <script async src="https://px.ads.linkedin.com/async.js"></script>
  <script src="https://ads.acme.example/second.js"></script>
  <script type="module">import "https://ads.acme.example/module.mjs"</script>
  <video poster="https://ads.acme.example/poster.gif"></video>
  <input type="image" src="https://ads.acme.example/input.gif" alt="">
  <svg width="9" height="9"><image href="https://ads.acme.example/svg.gif" width="9" height="9"/></svg>
  <iframe src="https://ads.acme.example/frame.html" title="A frame"></iframe>
  <iframe srcdoc="<img src='https://ads.acme.example/inner.gif'>" title="A page in the page"></iframe>
  <noscript><img src="https://ads.acme.example/noscript.gif" alt=""></noscript>
  <script src="https://ads.acme.example/third.js"></script>`;

describeInEveryBrowser('rewritten pages', (context) => {
  it('ask nobody; after a grant each tag asks once, scripts in the order of the document', async () => {
    const { site } = context;
    site.page('/', html(page({ head: HEAD, body: BODY })));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.ran()).toEqual(['inline']);

    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => window.__ran?.some((name) => name.endsWith('third.js')));
    await tab.idle();
    const asked = site.thirdParty();
    expect([...new Set(asked)].length).toBe(asked.length);
    expect(asked.map((url) => url.replace('https://', '')).sort()).toEqual(
      [
        ...[
          'first.js',
          'second.js',
          'third.js',
          'module.mjs',
          'style.css',
          'preload.gif',
          'image.gif',
          'set.gif',
        ],
        ...['picture.gif', 'poster.gif', 'input.gif', 'svg.gif', 'frame.html', 'inner.gif'],
      ]
        .map((name) => 'ads.acme.example/' + name)
        .concat('px.ads.linkedin.com/async.js')
        .sort(),
    );
    const ran = (await tab.ran()).filter((name) => /acme.*\.js$/.test(name));
    expect(ran.map((name) => name.split('/').pop())).toEqual(['first.js', 'second.js', 'third.js']);
    expect(tab.errors).toEqual([]);
  });

  it('after a grant of one vendor ask that vendor only', async () => {
    const { site } = context;
    site.page('/', html(page({ head: HEAD, body: BODY })));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose({ linkedin: true }));
    await tab.idle();
    expect(site.thirdParty()).toEqual(['https://px.ads.linkedin.com/async.js']);
  });
});
