// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts for the page, which fills them in
import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import type { BrowserName } from './support/engine.ts';
import { page } from './support/pages.ts';

// Addresses in styles and in SVG. Each way asks for an address of its own: URL stands for it. What is shown has a size,
// since a browser only asks for what it draws.

interface Way {
  head?: string;
  /** `ID` is an element with a size, of this name. */
  body?: string;
  /** Runs with `place`, that element, and `url`. */
  script?: string;
  /** Where not every browser asks for it. */
  only?: readonly BrowserName[];
}

const SVG = (inside: string) => `<svg width="9" height="9">${inside}</svg>`;
const RECT = (attribute: string) => SVG(`<rect width="9" height="9" ${attribute}/>`);

/** WebKitGTK 2.50 animates the address of a picture, and asks for nothing. */
const ANIMATED = ['chromium', 'firefox'] as const;

const PARSED: Record<string, Way> = {
  attribute: { body: '<p style="background: url(URL)">x</p>' },
  attributeQuoted: { body: `<p style="background: url('URL')">x</p>` },
  attributeEscaped: { body: '<p style="background: \\75rl(URL)">x</p>' },
  styleUrl: { head: '<style>#ID { background: url("URL") }</style>' },
  styleInBody: { body: '<style>#ID { background: url(URL) }</style>' },
  styleVariable: { head: '<style>#ID { --u: url(URL); background: var(--u) }</style>' },
  styleImageSet: { head: '<style>#ID { background: image-set("URL" 1x) }</style>' },
  styleContent: { head: '<style>#ID::before { content: url(URL) }</style>' },
  styleListStyle: { head: '<style>#ID { display: list-item; list-style: url(URL) }</style>' },
  styleMask: { head: '<style>#ID { mask-image: url(URL) }</style>' },
  styleBorderImage: { head: '<style>#ID { border: 1px solid; border-image: url(URL) 1 }</style>' },
  styleFont: {
    head: '<style>@font-face { font-family: ID; src: url(URL) } #ID { font-family: ID }</style>',
  },
  styleInMedia: { head: '<style>@media all { #ID { background: URL(URL) } }</style>' },
  styleInShadow: {
    body: '<div><template shadowrootmode="open"><style>p { background: url(URL) }</style><p>x</p></template></div>',
  },
  svgFill: { body: RECT('fill="url(URL#a)"'), only: ['chromium'] },
  svgMask: { body: RECT('mask="url(URL#a)"') },
  svgClipPath: { body: RECT('clip-path="url(URL#a)"'), only: ['chromium'] },
  svgSet: {
    body: SVG('<image width="9" height="9"><set attributeName="href" to="URL"/></image>'),
    only: ANIMATED,
  },
  svgAnimate: {
    body: SVG(
      '<image width="9" height="9"><animate attributeName="href" values="/own.gif;URL" dur="0.1s" repeatCount="indefinite"/></image>',
    ),
    only: ANIMATED,
  },
};

const sheet = 'const sheet = new CSSStyleSheet(); document.adoptedStyleSheets.push(sheet);';
const added = 'const style = document.head.appendChild(document.createElement("style"));';
const frames = '[{ backgroundImage: `url(${url})` }, { backgroundImage: `url(${url})` }]';
const BY_SCRIPT: Record<string, Way> = {
  property: { script: 'place.style.backgroundImage = `url(${url})`' },
  propertyShort: { script: 'place.style.background = `url(${url})`' },
  propertyDashed: { script: 'place.style["background-image"] = `url(${url})`' },
  propertyPrefixed: { script: 'place.style.WebkitMaskImage = `url(${url})`' },
  propertyForced: {
    script:
      'place.style.backgroundImage = `url(${url})`; getComputedStyle(place).backgroundImage; place.offsetWidth',
  },
  assigned: { script: 'Object.assign(place.style, { backgroundImage: `url(${url})` })' },
  cssText: { script: 'place.style.cssText = `background: url(${url})`' },
  forwarded: { script: 'place.style = `background: url(${url})`' },
  setProperty: { script: 'place.style.setProperty("background", `url(${url})`, "important")' },
  custom: {
    script: 'place.style.setProperty("--u", `url(${url})`); place.style.background = "var(--u)"',
  },
  setAttribute: { script: 'place.setAttribute("style", `background: url(${url})`)' },
  attributeNode: {
    script:
      'const node = document.createAttribute("style"); node.value = `background: url(${url})`; place.setAttributeNode(node)',
  },
  attributeValue: {
    script:
      'place.setAttribute("style", ""); place.getAttributeNode("style").value = `background: url(${url})`',
  },
  styleMap: {
    script: 'place.attributeStyleMap.set("background-image", `url(${url})`)',
    only: ['chromium', 'webkit'],
  },
  innerHTML: { script: 'place.innerHTML = `<p style="background: url(${url})">x</p>`' },
  innerHTMLStyle: { script: 'place.innerHTML = `<style>#ID { background: url(${url}) }</style>`' },
  clone: {
    script: `const made = document.createElement('template'); made.innerHTML = '<p></p>';
      const other = document.implementation.createHTMLDocument(''); other.body.innerHTML = \`<p style="background: url(\${url})">x</p>\`;
      place.append(other.body.firstChild)`,
  },
  styleText: {
    script:
      'const style = document.createElement("style"); style.textContent = `@import url(${url});`; document.head.append(style)',
  },
  styleTextThere: { script: added + 'style.textContent = `@import "${url}";`' },
  styleAppend: {
    script: added + 'style.append("@im"); style.append(`port "${url}";`)',
  },
  styleTextNode: {
    script:
      added + 'const text = style.appendChild(document.createTextNode("")); text.data = `@import "${url}";`',
  },
  styleNodeValue: {
    script:
      added +
      'const text = style.appendChild(document.createTextNode("")); text.nodeValue = `@import "${url}";`',
  },
  styleInnerHTML: { script: added + 'style.innerHTML = `@import "${url}";`' },
  styleInnerText: { script: added + 'style.innerText = `@import "${url}";`' },
  written: { script: 'document.write(`<style>#ID { background: url(${url}) }</style>`)' },
  insertRule: { script: added + 'style.sheet.insertRule(`#ID { background: url(${url}) }`)' },
  insertImport: { script: added + 'style.sheet.insertRule(`@import url(${url})`)' },
  insertInGroup: {
    script:
      added +
      'style.textContent = "@media all {}"; style.sheet.cssRules[0].insertRule(`#ID { background: url(${url}) }`)',
  },
  addRule: { script: added + 'style.sheet.addRule("#ID", `background: url(${url})`)' },
  ruleProperty: {
    script:
      added + 'style.textContent = "#ID {}"; style.sheet.cssRules[0].style.backgroundImage = `url(${url})`',
  },
  ruleForwarded: {
    script: added + 'style.textContent = "#ID {}"; style.sheet.cssRules[0].style = `background: url(${url})`',
  },
  replaceSync: { script: sheet + 'sheet.replaceSync(`#ID { background: url(${url}) }`)' },
  replace: { script: sheet + 'sheet.replace(`#ID { background: url(${url}) }`)' },
  fontFace: { script: 'new FontFace("ID", `url(${url})`).load().catch(() => {})' },
  fontFaceAdded: {
    script: 'document.fonts.add(new FontFace("ID", `url(${url})`)); place.style.fontFamily = "ID"',
  },
  animate: { script: `place.animate(${frames}, { duration: 1e6 })` },
  setKeyframes: {
    script: `place.animate([], { duration: 1e6 }).effect.setKeyframes(${frames})`,
  },
  keyframeEffect: {
    script: `new Animation(new KeyframeEffect(place, { backgroundImage: [\`url(\${url})\`, \`url(\${url})\`] }, 1e6)).play()`,
  },
  baseVal: {
    script: `place.innerHTML = '<svg width="9" height="9"><image width="9" height="9"/></svg>';
      place.querySelector('image').href.baseVal = url`,
  },
  svgAttribute: {
    script: `place.innerHTML = '<svg width="9" height="9"><rect width="9" height="9"/></svg>';
      place.querySelector('rect').setAttribute('mask', \`url(\${url}#a)\`)`,
  },
};

const HOST = 'ads.acme.example';
const suffixOf = (name: string) =>
  /import|styleText|styleAppend|styleNode|styleInner/i.test(name) && name !== 'insertRule'
    ? '.css'
    : /font/i.test(name)
      ? '.woff2'
      : /fill|mask$|clippath|svgAttribute/i.test(name) && name !== 'styleMask'
        ? '.svg'
        : '.gif';
const urlOf = (name: string) => `https://${HOST}/${name}${suffixOf(name)}`;

function write(ways: [string, Way][]) {
  const fill = (name: string, text = '') =>
    text.replace(/\bURL(?=["'`)#;]|\s*\))/g, (at) => (at ? urlOf(name) : at));
  const head = ways.map(([name, way]) => fill(name, way.head).replaceAll('ID', name)).join('\n');
  const body = ways.map(([name, way]) => {
    const script =
      way.script &&
      `<script>{ const place = document.getElementById("${name}"); const url = "${urlOf(name)}";
        try { ${way.script.replaceAll('ID', name).replaceAll('</', '<\\/')} } catch (error) { console.error("${name}: " + error) } }</script>`;
    return `<div id="${name}" style="width: 9px; height: 9px">x</div>${fill(name, way.body).replaceAll('ID', name)}${script ?? ''}`;
  });
  return { head, body: body.join('\n') };
}

describeInEveryBrowser('addresses in styles', (context) => {
  const isHere = ([, { only }]: [string, Way]) => !only || only.includes(context.browser);
  const arrived = (ways: [string, Way][]) =>
    ways.map(([name]) => name).filter((name) => context.site.received(urlOf(name)).length);

  it('asks for each of them where Heed is not there: the ways themselves work', async () => {
    for (const ways of [PARSED, BY_SCRIPT].map((table) => Object.entries(table))) {
      const { head, body } = write(ways);
      context.site.page('/', `<!doctype html><head>${head}</head>${body}`);
      const tab = await context.open();
      const here = ways.filter(isHere);
      expect(tab.lines.filter(({ text }) => here.some(([name]) => text.startsWith(name + ': ')))).toEqual([]);
      expect(arrived(ways)).toEqual(here.map(([name]) => name));
    }
  });

  for (const [whose, table] of Object.entries({ 'the HTML has': PARSED, 'a script gives': BY_SCRIPT }))
    it(`holds what ${whose}, lets it through after the grant, and takes it back when it is denied`, async () => {
      const { site } = context;
      const ways = Object.entries(table).filter(isHere);
      const names = ways.map(([name]) => name);
      site.page('/', page(write(ways)));
      const tab = await context.open();
      expect(site.thirdParty()).toEqual([]);
      // Firefox says of each font that it cannot come from where nothing is.
      expect(tab.errors.filter((error) => !/about:blank/.test(error))).toEqual([]);
      const held = await tab.heed(
        ({ held }) => held.filter(({ host }) => host === 'ads.acme.example').length,
      );
      expect(held).toBeGreaterThanOrEqual(names.length);

      await tab.heed((heed) => heed.choose('all'));
      for (const name of names) await site.waitForRequest(urlOf(name));
      expect(arrived(ways)).toEqual(names);

      await tab.heed((heed) => heed.choose('required'));
      // Nothing of it is drawn any more: neither in a style nor in an attribute.
      const left = await tab.evaluate(() => {
        const found: string[] = [];
        const look = (text: string, where: string) => {
          if (/ads\.acme/.test(text)) found.push(where + ' ' + text);
        };
        const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
        for (const { cssRules } of sheets) for (const rule of cssRules) look(rule.cssText, 'rule');
        for (const element of document.querySelectorAll('[style]'))
          look(element.getAttribute('style')!, 'attribute');
        return found;
      });
      expect(left).toEqual([]);
    });

  it("leaves the site's own styles alone", async () => {
    const { site } = context;
    const own = 'background: url(/own-attribute.gif)';
    const text =
      '#own { list-style: url("own-style.gif"); display: list-item } a[href^="https://ads.acme.example"] {}';
    site.page(
      '/',
      page({
        head: `<style>${text}</style>`,
        body: `<div id="own" style="${own}">x</div><i id="made" style="display: block; height: 9px"></i>
          <script>made.style.backgroundImage = 'url(/own-property.gif)'</script>`,
      }),
    );
    const tab = await context.open();
    for (const name of ['attribute', 'style', 'property']) await site.waitForRequest(`/own-${name}.gif`);
    const seen = await tab.evaluate(() => [
      document.getElementById('own')!.getAttribute('style'),
      document.querySelector('style')!.textContent,
      document.getElementById('made')!.style.backgroundImage,
      document.querySelectorAll('[data-heed-style], [data-heed-text]').length,
    ]);
    expect(seen).toEqual([own, text, 'url("/own-property.gif")', 0]);
  });

  it('frees what the rewriter has held, one vendor at a time, and says whose it is', async () => {
    const { site } = context;
    const pixel = 'https://px.ads.linkedin.com/a.gif';
    const style = `background: url(${pixel}), url(https://${HOST}/a.gif)`;
    const blank = style.replace(/https:[^)]*/g, 'about:blank');
    site.page(
      '/',
      page({
        head: `<style data-heed-text="#b { ${style} }">#b { ${blank} }</style>`,
        body: `<p id="a" style="${blank}" data-heed-style="${style}">x</p><p id="b">x</p>`,
      }),
    );
    const tab = await context.open();
    expect(await tab.heed(({ held }) => held)).toMatchObject([
      { kind: 'style', host: 'px.ads.linkedin.com', vendor: 'linkedin', category: 'advertising' },
      { kind: 'style', host: 'px.ads.linkedin.com', vendor: 'linkedin', category: 'advertising' },
    ]);
    const now = () =>
      tab.evaluate(() => [
        document.getElementById('a')!.getAttribute('style'),
        document.querySelector('style')!.textContent,
      ]);
    await tab.heed((heed) => heed.choose({ linkedin: true }));
    await site.waitForRequest(pixel);
    const part = `background: url(${pixel}), url(about:blank)`;
    expect(await now()).toEqual([part, `#b { ${part} }`]);
    expect(await tab.heed(({ held }) => held)).toMatchObject([
      { vendor: 'acme-ads' },
      { vendor: 'acme-ads' },
    ]);
    expect(site.received(HOST)).toEqual([]);

    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(`${HOST}/a.gif`);
    expect(await now()).toEqual([style, `#b { ${style} }`]);
    expect(
      await tab.evaluate(() => document.querySelectorAll('[data-heed-style], [data-heed-text]').length),
    ).toBe(0);
  });

  it('gives back what was held beside what the page has changed since, and nothing that it has overwritten', async () => {
    const { site } = context;
    site.page(
      '/',
      page({
        body: `<p id="kept" style="color: red; background: url(https://${HOST}/kept.gif)">x</p>
          <p id="gone">x</p>
          <script>
            kept.style.color = 'blue';
            gone.style.backgroundImage = 'url(https://${HOST}/gone.gif)';
            gone.style.backgroundImage = 'url(/instead.gif)';
          </script>`,
      }),
    );
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest(`${HOST}/kept.gif`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([`https://${HOST}/kept.gif`]);
    expect(await tab.evaluate(() => document.getElementById('kept')!.style.color)).toBe('blue');
  });

  it('answers as the browser does: indexes, return values, errors', async () => {
    context.site.page('/', page({ body: '<p id="box">x</p>' }));
    const tab = await context.open();
    const seen = await tab.evaluate(() => {
      const box = document.getElementById('box')!;
      const style = document.head.appendChild(document.createElement('style'));
      const sheet = style.sheet!;
      const rule = '#box { background: url(https://ads.acme.example/a.gif) }';
      const name = (run: () => void) => {
        try {
          run();
          return 'nothing';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const animation = box.animate({ cursor: ['url(https://ads.acme.example/a.gif), auto', 'auto'] }, 1000);
      return [
        sheet.insertRule('b {}'),
        sheet.insertRule(rule, 1),
        sheet.cssRules.length,
        name(() => sheet.insertRule(rule, 9)),
        name(() => sheet.insertRule('{', 0)),
        name(() => (sheet as CSSStyleSheet).replaceSync(rule)),
        animation instanceof Animation,
        new FontFace('F', 'url(https://ads.acme.example/a.woff2)') instanceof FontFace,
        String(box.style.setProperty('cursor', 'url(https://ads.acme.example/a.gif), auto')),
        box.style.cursor,
      ];
    });
    expect(seen).toEqual([
      0,
      1,
      2,
      'IndexSizeError',
      'SyntaxError',
      'NotAllowedError',
      true,
      true,
      'undefined',
      'url("about:blank"), auto',
    ]);
  });
});
