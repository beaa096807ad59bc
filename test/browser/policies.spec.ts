import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// A page whose policies forbid inline style, unknown scripts and plain text where code is expected.

const BODY = `<div id="place"></div>
<script nonce="r4nd0m" type="text/plain" data-heed="advertising">window.__ran.push('inline')</script>
<script type="text/plain" data-heed="acme-ads" src="https://ads.acme.example/marked.js"></script>
<script nonce="r4nd0m">
  window.__ran = [];
  const own = trustedTypes.createPolicy('own', { createHTML: (x) => x, createScriptURL: (x) => x });
  document.getElementById('place').innerHTML =
    own.createHTML('<b id="bold">ok</b><img src="https://ads.acme.example/text.gif">');
  const script = document.createElement('script');
  script.src = own.createScriptURL('https://ads.acme.example/made.js');
  document.head.append(script);
  document.write(own.createHTML('<p id="written">written</p>'));
</script>`;
const policy = (names: string) =>
  `require-trusted-types-for 'script'; trusted-types ${names}; style-src 'self'; script-src 'self' 'nonce-r4nd0m' https://ads.acme.example`;
const TAG = '<script nonce="r4nd0m" src="/heed.js"></script>';

describeInEveryBrowser('policies', (context) => {
  const open = (names: string) => {
    context.site.page('/', page({ tag: TAG, body: BODY }), {
      headers: { 'content-security-policy': policy(names) },
    });
    return context.open();
  };

  it('hold, ask and free as ever where the Trusted Types policy "heed" is allowed', async () => {
    const tab = await open('own heed');
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    expect(
      await tab.evaluate(() => !!document.querySelector('#bold') && !!document.querySelector('#written')),
    ).toBe(true);

    await tab.press('button', 'Accept all');
    await tab.idle();
    expect(await tab.ran()).toEqual(
      expect.arrayContaining(['inline', 'ads.acme.example/marked.js', 'ads.acme.example/made.js']),
    );
    expect(context.site.received('https://ads.acme.example/text.gif')).toHaveLength(1);
    expect(tab.errors).toEqual([]);
  });

  it('leave the page alive and silent where that policy is forbidden, and the console says why', async () => {
    const tab = await open('own');
    await tab.idle();
    // Markup that no policy lets Heed look at is left to the observer. WebKit asks for an image before any observer.
    const early = context.browser === 'webkit' ? ['https://ads.acme.example/text.gif'] : [];
    expect(context.site.thirdParty()).toEqual(early);
    expect(
      await tab.evaluate(() => !!document.querySelector('#bold') && !!document.querySelector('#written')),
    ).toBe(true);
    expect(tab.heedLines.filter(({ text }) => /no Trusted Types policy "heed"/.test(text))).toHaveLength(1);
  });
});
