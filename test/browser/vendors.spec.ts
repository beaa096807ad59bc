import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { describeInBrowsers } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// Each vendor's own snippet, as its documentation has it: silent before the grant, at work after it.

const FOLDER = path.join(import.meta.dirname, 'vendors');

interface Snippet {
  id: string;
  /** What arrives once it is granted: its script first, and what that script asks for. */
  asks: readonly string[];
  /** What the stand-in for its script does besides. */
  code: string;
  html: string;
}

const SNIPPETS = fs.readdirSync(FOLDER).map((name): Snippet => {
  const [first = '', ...lines] = fs.readFileSync(path.join(FOLDER, name), 'utf8').split('\n');
  const { asks, code = '' } = JSON.parse(first.replace(/^<!--|-->$/g, ''));
  return { id: name.replace('.html', ''), asks, code, html: lines.join('\n') };
});

/**
 * No script tag alone holds what stands in the HTML as it is: the preload scanner asks for it. docs/install.md has such
 * tags marked or rewritten. All that scripts insert stays as it was pasted.
 */
const marked = (html: string) =>
  html
    .replace(/<script( type="[^"]*")?(?=[^>]*\ssrc=)/g, '<script type="text/plain" data-heed="advertising"')
    .replace(
      /<(iframe|link)\b([^>]*?)\s(src|href)=(?![\s\S]*<\/noscript>)/g,
      '<$1 data-heed="advertising"$2 data-heed-$3=',
    );

const pageOf = ({ id, html }: Snippet, regime: Config['regime']) =>
  page({
    config: { regime, categories: { advertising: { vendors: [id] } } },
    head: /^<(script|link)/.test(html) ? marked(html) : '',
    body: '<h1>Shop</h1>' + (/^<(script|link)/.test(html) ? '' : marked(html)),
  });

/** Stands in for the vendor under its real names: the first address is a script that asks for the others. */
function serve(site: import('./support/server.ts').StandIns, { id, asks, code }: Snippet) {
  const [script, ...hits] = asks as [string, ...string[]];
  const asking = hits.map((url) => `new Image().src = ${JSON.stringify(url)};`).join('\n');
  if (hits.length)
    site.serve(script.replace(/[?].*/, '') + '*', {
      type: 'text/javascript',
      body: `(window.__ran = window.__ran || []).push('${id}');\n${code}\n${asking}`,
    });
}

describeInBrowsers('a snippet', (context) => {
  describe.each(SNIPPETS.map((one) => [one.id, one] as const))('of %s', (_id, one) => {
    beforeEach(() => {
      serve(context.site, one);
      context.site.page('/', pageOf(one, 'opt-in'));
      context.site.page('/free', pageOf(one, 'opt-out'));
    });

    it('is silent before a choice, and at work after "Accept all"', async () => {
      const { site } = context;
      const tab = await context.open();
      await tab.part('button', 'Accept all');
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);
      await tab.press('button', 'Accept all');
      for (const url of one.asks) await site.waitForRequest(url);
      await tab.idle();
      expect(site.thirdParty().sort()).toEqual([...one.asks].sort());
      expect(await tab.ran()).toEqual(one.asks.length > 1 ? [one.id] : []);
      expect(tab.errors).toEqual([]);
    });

    it('is silent after "Required only", on the next page too', async () => {
      const tab = await context.open();
      await tab.press('button', 'Required only');
      await tab.idle();
      await tab.goto('/free');
      expect(context.site.thirdParty()).toEqual([]);
      expect(tab.errors).toEqual([]);
    });
  });
});

describeInBrowsers(
  'a snippet under Global Privacy Control',
  (context) => {
    it.each(SNIPPETS.map((one) => [one.id, one] as const))('of %s is silent', async (_id, one) => {
      serve(context.site, one);
      context.site.page('/free', pageOf(one, 'opt-out'));
      const tab = await context.open('/free');
      expect(context.site.received('/free')).toMatchObject([{ gpc: '1' }]);
      expect(context.site.thirdParty()).toEqual([]);
      expect(tab.errors).toEqual([]);
    });
  },
  { gpc: true },
);
