import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// document.write() of scripts that waited: their place in the page is long parsed when they run.

const AD = 'https://ads.acme.example';
const script = (code: string) => `<script>${code}</script>`;
const external = (name: string) => `<script src="${AD}/${name}.js"></script>`;

/** A marked script that writes these pieces, one call each. */
const writing = (...pieces: string[]) =>
  pieces.map((piece) => `document.write(${JSON.stringify(piece).replaceAll('</', '<\\/')});`).join('\n');

describeInEveryBrowser('what a freed script writes', (context) => {
  const open = async (body: string) => {
    context.site.page('/', page({ head: script('window.log = []'), body: `<main>${body}</main>` }));
    const tab = await context.open();
    expect(context.site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose({ 'acme-ads': true }));
    await tab.idle();
    return tab;
  };
  const marked = (code: string) => `<script type="text/plain" data-heed="acme-ads">${code}</script>`;

  it('stands in front of it whole, in however many pieces it comes', async () => {
    const { site } = context;
    const tab = await open(
      marked(
        writing('<div class="ad"><p>te', 'xt</p>', '<table><tr>', '<td>cell</td>', '</tr></table></div>') +
          'log.push(document.querySelectorAll(".ad td").length);' +
          writing('<im', `g src="${AD}/pixel.gif">`, '<b>never closed'),
      ) + '<i>behind</i>',
    );
    expect(
      await tab.evaluate(
        'document.querySelector("main").innerHTML.replace(/<script[^]*?<.script>|<.?tbody>/g, "")',
      ),
    ).toBe(
      `<div class="ad"><p>text</p><table><tr><td>cell</td></tr></table></div><img src="${AD}/pixel.gif"><b>never closed</b><i>behind</i>`,
    );
    expect(await tab.evaluate('log')).toEqual([1]);
    expect(site.thirdParty()).toEqual([`${AD}/pixel.gif`]);
    expect(tab.errors).toEqual([]);
  });

  it('runs its scripts in order, each when the one before has come, and in front of the next tag', async () => {
    const { site } = context;
    const type = 'text/javascript';
    site.serve('ads.acme.example/first.js', {
      type,
      body: `log.push('first'); ${writing(external('second') + script('log.push("needs " + window.second)'), '<scr', 'ipt>log.push("end of first")</script>')}`,
    });
    site.serve('ads.acme.example/second.js', {
      type,
      delay: 200,
      body: `window.second = 2; log.push('second'); ${writing(script('log.push("of second")'))}`,
    });
    const tab = await open(
      `<script type="text/plain" data-heed="acme-ads" src="${AD}/first.js"></script>${marked('log.push("next")')}`,
    );
    await tab.until(() => (window as unknown as { log: string[] }).log.includes('next'));
    expect(await tab.evaluate('log')).toEqual([
      'first',
      'second',
      'of second',
      'needs 2',
      'end of first',
      'next',
    ]);
    expect(site.thirdParty()).toEqual([`${AD}/first.js`, `${AD}/second.js`]);
    expect(tab.errors).toEqual([]);
  });

  it('is held where it is of a vendor that is not granted, and comes when that is', async () => {
    const { site } = context;
    const tab = await open(
      marked(
        writing(
          '<script src="https://snap.licdn.com/other.js"></script><img src="https://px.ads.linkedin.com/other.gif" alt="">',
          external('mine'),
        ),
      ),
    );
    expect(site.thirdParty()).toEqual([`${AD}/mine.js`]);
    await tab.heed((heed) => heed.choose({ linkedin: true }));
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([
      `${AD}/mine.js`,
      'https://px.ads.linkedin.com/other.gif',
      'https://snap.licdn.com/other.js',
    ]);
  });
});
