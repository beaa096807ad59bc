import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// Whoever keeps a reference to a held element, as frameworks do, finds it where it was, and it does its work once.

const AD = 'https://ads.acme.example';
const MARKED = `<script type="text/plain" data-heed="acme-ads" src="${AD}/tag.js"></script>`;

/** Ways in which a page comes to a marked script; each leaves it in `window.script`, the only child of `place`. */
const WAYS: Record<string, string> = {
  parsed: '',
  innerHTML: `place.innerHTML = ${JSON.stringify(MARKED).replaceAll('</', '<\\/')}`,
  madeByAFramework: `const made = document.createElement('script');
    made.setAttribute('type', 'text/plain'); made.setAttribute('data-heed', 'acme-ads'); made.src = '${AD}/tag.js'; place.append(made)`,
  madeInertByAFramework: `const box = document.createElement('div'); box.innerHTML = '<script><\\/script>';
    const made = box.removeChild(box.firstChild);
    made.setAttribute('type', 'text/plain'); made.setAttribute('data-heed', 'acme-ads'); made.src = '${AD}/tag.js'; place.append(made)`,
};

describeInEveryBrowser('a script that the page holds on to', (context) => {
  for (const [way, code] of Object.entries(WAYS)) {
    it(`runs once, and can be put something in front of and be taken out after: ${way}`, async () => {
      const { site } = context;
      site.page(
        '/',
        page({
          body: `<div id="place">${code ? '' : MARKED}</div><script>const place = document.getElementById('place'); { ${code} }
            window.script = place.firstElementChild;</script>`,
        }),
      );
      const tab = await context.open();
      expect(site.thirdParty()).toEqual([]);
      await tab.heed((heed) => heed.choose('all'));
      await tab.idle();
      expect(await tab.ran()).toEqual(['ads.acme.example/tag.js']);
      const left = await tab.evaluate(`(() => {
        const place = document.getElementById('place');
        const { script } = window;
        const lines = [];
        place.insertBefore(document.createElement('b'), script);
        lines.push(Array.from(place.children, ({ localName }) => localName).join());
        lines.push(place.removeChild(script) === script, place.innerHTML);
        place.append(script);
        script.remove();
        script.setAttribute('type', 'text/plain');
        place.append(script);
        return lines;
      })()`);
      expect(left).toEqual(['b,script', true, '<b></b>']);
      // What waits behind it does not wait for it again.
      await tab.evaluate(
        (html) => document.body.insertAdjacentHTML('beforeend', html),
        MARKED.replace('tag', 'next'),
      );
      await site.waitForRequest('ads.acme.example/next.js');
      await tab.idle();
      expect(await tab.ran()).toEqual(['ads.acme.example/tag.js', 'ads.acme.example/next.js']);
      expect(tab.errors).toEqual([]);
    });
  }

  it('is the very element that stood in the HTML: listeners, event target, currentScript, its own removal', async () => {
    const { site } = context;
    site.serve('ads.acme.example/tag.js', {
      type: 'text/javascript',
      body: 'log.push(document.currentScript === tag)',
    });
    site.page(
      '/',
      page({
        body: `<div id="place">${MARKED.replace(' src', ' id="tag" onload="log.push(this === tag); this.remove()" src')}</div>
          <script>const log = []; const tag = document.getElementById('tag');
            tag.addEventListener('load', (event) => log.push(event.target === tag && event.isTrusted));</script>`,
      }),
    );
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(await tab.evaluate('[...log, document.getElementById("place").children.length]')).toEqual([
      true,
      true,
      true,
      0,
    ]);
  });

  it('stays held while it is out of the document, also through a grant that is taken back', async () => {
    const { site } = context;
    site.page('/', page({ body: '<div id="place"></div>' }));
    const tab = await context.open();
    await tab.evaluate((url) => {
      const box = document.createElement('div');
      box.append(Object.assign(document.createElement('script'), { src: url }));
      Object.assign(window, { box });
    }, `${AD}/tag.js`);
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate('box.append(box.firstChild)');
    await tab.heed((heed) => heed.choose('required'));
    await tab.evaluate('document.body.append(box)');
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(await tab.ran()).toEqual(['ads.acme.example/tag.js']);
  });
});

describeInEveryBrowser('a frame that the page listens to', (context) => {
  it('tells of what it was to show, once, and of nothing else', async () => {
    const { site } = context;
    site.page(
      '/',
      page({
        body: `<script>const log = [];</script><div id="place">
          <iframe data-heed="acme-ads" data-heed-src="${AD}/marked" width="300" height="200" onload="log.push('marked')"></iframe></div>
          <script>
            const made = document.createElement('iframe');
            made.addEventListener('load', () => log.push('made'));
            made.src = '${AD}/made';
            document.getElementById('place').append(made);
            const own = document.createElement('iframe');
            own.onload = () => log.push('own');
            document.getElementById('place').append(own);
          </script>`,
      }),
    );
    const tab = await context.open();
    await tab.idle();
    expect(await tab.evaluate('log')).toEqual(['own']);
    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => (globalThis as unknown as { eval(code: string): number }).eval('log.length') === 3);
    await tab.heed((heed) => heed.choose('required'));
    await tab.idle();
    expect(await tab.evaluate('log.sort()')).toEqual(['made', 'marked', 'own']);
    expect(site.thirdParty().sort()).toEqual([`${AD}/made`, `${AD}/marked`]);
  });
});
