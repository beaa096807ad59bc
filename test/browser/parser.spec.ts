import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ALL_ENGINES } from './support/engine.ts';
import { page } from './support/pages.ts';

// Plain tags that stand in the HTML. No script is faster than the scanner that reads ahead for addresses while the parser
// waits, so what can be held depends on the browser and on how Heed is installed. This table is what docs/install.md says.

/**
 * - `held`: not asked for, not even a connection.
 * - `cut`: asked for by the parser under Heed's eyes and taken back at once. Over a new connection, which takes a round trip
 *   or two, no request arrives, though the host may see a connection; over one that is kept from before, the request may arrive.
 * - `late`: seen by the scanner, but queued behind the scripts (Firefox does so with images): a race whether Heed takes it back.
 * - `asked`: asked for by the parser, and nothing takes it back.
 * - `early`: asked for by the scanner before Heed runs.
 */
type Outcome = 'held' | 'cut' | 'late' | 'asked' | 'early';
interface Row {
  tag: string;
  /** Script tag alone, in the order of `ALL_ENGINES`. */
  alone: [Outcome, Outcome, Outcome];
  /** With the soft guard: an empty policy in front, which keeps Chromium's scanner off. */
  soft: [Outcome, Outcome, Outcome];
}

const TABLE: Record<string, Row> = {
  script: {
    tag: '<script src="URL.js"></script>',
    alone: ['early', 'early', 'early'],
    soft: ['held', 'early', 'early'],
  },
  asyncScript: {
    tag: '<script async src="URL.js"></script>',
    alone: ['early', 'early', 'early'],
    soft: ['held', 'early', 'early'],
  },
  moduleScript: {
    tag: '<script type="module" src="URL.mjs"></script>',
    alone: ['early', 'early', 'early'],
    soft: ['held', 'early', 'early'],
  },
  image: {
    tag: '<img src="URL.gif" alt="">',
    alone: ['early', 'late', 'early'],
    soft: ['held', 'late', 'early'],
  },
  srcset: {
    tag: '<img srcset="URL.gif 1x" alt="">',
    alone: ['early', 'late', 'early'],
    soft: ['held', 'late', 'early'],
  },
  lazyImage: {
    tag: '<img loading="lazy" src="URL.gif" alt="">',
    alone: ['held', 'held', 'held'],
    soft: ['held', 'held', 'held'],
  },
  iframe: {
    tag: '<iframe src="URL.html"></iframe>',
    alone: ['cut', 'held', 'held'],
    soft: ['cut', 'held', 'held'],
  },
  stylesheet: {
    tag: '<link rel="stylesheet" href="URL.css">',
    alone: ['early', 'early', 'early'],
    soft: ['asked', 'early', 'early'],
  },
  preload: {
    tag: '<link rel="preload" as="script" href="URL.js">',
    alone: ['early', 'early', 'early'],
    soft: ['cut', 'early', 'early'],
  },
};
const ROWS = Object.entries(TABLE);
// A host of its own for each, so that none uses a connection of another.
const hostOf = (name: string) => `${name.toLowerCase()}.ads.acme.example`;
const urlOf = (name: string, { tag }: Row) => `https://${hostOf(name)}/tag${/URL(\.\w+)/.exec(tag)![1]}`;
const BODY = ROWS.map(([name, { tag }]) => tag.replace('URL', `https://${hostOf(name)}/tag`)).join('\n');
const SCRIPTS = ['asyncscript', 'modulescript', 'script'].map((name) =>
  expect.stringContaining(`${name}.ads`),
);

describeInEveryBrowser('plain tags in the HTML', (context) => {
  const column = ALL_ENGINES.indexOf(context.browser) as 0 | 1 | 2;

  for (const way of ['alone', 'soft'] as const) {
    const title = way === 'alone' ? 'the script tag alone' : 'the soft guard';
    const html = page({ soft: way === 'soft', body: BODY });

    it(`${title}: holds what the table says, however late heed.js comes`, async () => {
      const { site } = context;
      site.page('/', html);
      site.delayBuild('/heed.js');
      site.latency = 100;
      const tab = await context.tab();
      const gone = tab.visit();
      await site.waitForRequest('/heed.js');
      // The worst case: the scanner has all the time it wants before Heed runs.
      const early = ROWS.filter(([, row]) => row[way][column] === 'early');
      for (const [name, row] of early) await site.waitForRequest(urlOf(name, row));
      site.release('/heed.js');
      await gone;
      await tab.idle();
      const connected = site.connections();
      const outcome = (name: string, row: Row): string => {
        const expected = row[way][column];
        if (expected === 'late') return 'late';
        if (site.received(urlOf(name, row)).length) return 'asked';
        return expected === 'cut' || connected.includes(hostOf(name)) ? 'cut' : 'held';
      };
      const seen = ROWS.map(([name, row]) => [name, outcome(name, row)]);
      const said = ROWS.map(([name, row]) => [name, row[way][column].replace('early', 'asked')]);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(said));
      // Asked for is not run: what came too early to be held still does nothing on the page.
      expect(await tab.ran()).toEqual([]);
      expect(tab.errors).toEqual([]);
    });

    it(`${title}: lets all of them work after the grant, without a reload`, async () => {
      const { site } = context;
      site.page('/', html);
      const tab = await context.open();
      await tab.heed((heed) => heed.choose('all'));
      for (const [name, row] of ROWS) await site.waitForRequest(urlOf(name, row));
      await tab.until(() => window.__ran?.length === 3);
      expect((await tab.ran()).sort()).toEqual(SCRIPTS);
      expect(site.received('/')).toHaveLength(1);
    });

    it(`${title}: stands in nobody's way where it was granted before`, async () => {
      const { site } = context;
      site.page('/', html);
      const tab = await context.open();
      await tab.heed((heed) => heed.choose('all'));
      await tab.idle();
      site.clear();
      await tab.reload();
      const missing = ROWS.filter(([name, row]) => !site.received(urlOf(name, row)).length);
      // WebKit takes what it preloads once more out of its memory, `no-store` or not, with Heed as without.
      const kept = context.browser === 'webkit' ? ['preload'] : [];
      expect(missing.map(([name]) => name)).toEqual(kept);
      expect((await tab.ran()).sort()).toEqual(SCRIPTS);
    });
  }

  it('finds a tag wherever the parser puts it', async () => {
    const { site } = context;
    let count = 0;
    // No scanner asks for these ahead, and nothing else looks at them later.
    const image = () => `<img loading="lazy" src="https://ads.acme.example/${++count}.gif" alt="">`;
    const cells = '<td>1</td><td>2</td>'.repeat(9);
    const body = `
      <script>customElements.define('x-portal', class extends HTMLElement { connectedCallback() { document.body.append(this) } })</script>
      <section><p>1</p><div><p>2</p>${image()}</div><p>3</p></section>${image()}
      <section><p>1</p><x-portal>${image()}<p>2</p></x-portal>${'<p>3</p>'.repeat(9)}${image()}</section>
      <table><tbody><script>/* the rows after it are new by themselves */</script>
        <tr>${cells}${image()}${cells}</tr>${image()}<tr><td>${image()}</td>${cells}</tr>
      </tbody></table>
      <b><p>1${image()}</b>${'<i>2</i>'.repeat(9)}${image()}</p><p>3</p>
      <div><template shadowrootmode="open"><p>${image()}</p></template>${image()}</div>
      </body>${image()}</html>${image()}`;
    site.page('/', page({ head: `</head>${'<meta name="a">'.repeat(9)}`, body }));
    const tab = await context.open();
    await tab.idle();
    const left = await tab.evaluate(() => {
      const all: Element[] = [];
      const collect = (tree: ParentNode) =>
        tree.querySelectorAll('*').forEach((element) => {
          if (element.localName === 'img') all.push(element);
          if (element.shadowRoot) collect(element.shadowRoot);
        });
      collect(document);
      return {
        all: all.length,
        asking: all.filter((img) => img.hasAttribute('src')).map((img) => img.outerHTML),
      };
    });
    expect(left).toEqual({ all: count, asking: [] });
    expect(site.thirdParty()).toEqual([]);
  });

  it('names in the console what ran or was asked for before Heed, and nothing that was held', async () => {
    const { site } = context;
    site.latency = 100;
    const first = '<script src="https://before.vendor.example/a.js"></script>';
    site.page('/', page({ first, body: '<iframe src="https://ads.acme.example/frame.html"></iframe>' }));
    const tab = await context.open();
    expect(await tab.ran()).toEqual(['before.vendor.example/a.js']);
    expect(site.thirdParty()).toEqual(['https://before.vendor.example/a.js']);
    const said = tab.heedLines.map(({ text }) => text).join('\n');
    expect(said).toContain('before.vendor.example');
    expect(said).not.toContain('frame.html');
  });

  it('names in the console what the browser asked for ahead of every script, though it is answered late', async () => {
    const { site } = context;
    const AHEAD = 'https://ads.acme.example/ahead.js';
    // The others wait for it before they say that the page has loaded.
    site.serve(AHEAD, { hold: context.browser === 'chromium' });
    const listens = `<script>
      window.warned = ''; const { warn } = console;
      console.warn = (...said) => { warned += said; warn.apply(console, said); }
    </script>`;
    site.page('/', page({ first: listens, body: `<script src="${AHEAD}"></script>` }));
    const tab = await context.open();
    expect(site.thirdParty()).toEqual([AHEAD]);
    site.release(AHEAD);
    await tab.until(() => (window as unknown as { warned: string }).warned.includes('ahead.js'));
    expect(await tab.ran()).toEqual([]);
  });
});
