import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// Elements that scripts of the page make and insert. Each way asks for an address of its own.

type Kind = 'script' | 'img' | 'iframe' | 'link';

const MARKUP: Record<Kind, string> = {
  script: '<script src="URL"></script>',
  img: '<img src="URL" alt="">',
  iframe: '<iframe src="URL"></iframe>',
  link: '<link rel="stylesheet" href="URL">',
};
const SUFFIX: Record<Kind, string> = { script: '.js', img: '.gif', iframe: '.html', link: '.css' };

/** `make()` gives an element with its address, `html` is its markup, `place` an empty element in the document. */
const BY_NODE: Record<string, string> = {
  appendChild: 'place.appendChild(make())',
  append: 'place.append(make())',
  prepend: 'place.prepend(make())',
  insertBefore: 'place.insertBefore(make(), place.firstChild)',
  before: 'place.before(make())',
  after: 'place.after(make())',
  replaceWith: 'const old = place.appendChild(document.createElement("b")); old.replaceWith(make())',
  replaceChild: 'const old = place.appendChild(document.createElement("b")); place.replaceChild(make(), old)',
  replaceChildren: 'place.replaceChildren(make())',
  insertAdjacentElement: 'place.insertAdjacentElement("beforeend", make())',
  fragment: 'const all = document.createDocumentFragment(); all.append(make()); place.append(all)',
  insideOfAnother: 'const box = document.createElement("div"); box.append(make()); place.append(box)',
  rangeInsertNode:
    'const range = document.createRange(); range.selectNodeContents(place); range.insertNode(make())',
  shadowRoot: 'place.attachShadow({ mode: "open" }).append(make())',
  addressAfterInsertion: 'const element = empty(); place.append(element); set(element, url)',
  objectAssign: 'place.append(Object.assign(empty(), { [attribute]: url }))',
  setAttribute: 'const element = empty(); element.setAttribute(attribute, url); place.append(element)',
  setAttributeNS:
    'const element = empty(); element.setAttributeNS(null, attribute, url); place.append(element)',
  setAttributeNode:
    'const element = empty(); const node = document.createAttribute(attribute); node.value = url; element.setAttributeNode(node); place.append(element)',
};
const BY_MARKUP: Record<string, string> = {
  createContextualFragment: 'place.append(document.createRange().createContextualFragment(html))',
  templateClone: 'place.append(template().content.cloneNode(true))',
  importNode: 'place.append(document.importNode(template().content, true))',
  cloneNode: 'place.append(template().content.firstChild.cloneNode(true).cloneNode(true))',
  documentWrite: 'document.write(html)',
  documentWriteInPieces: 'document.write(html.slice(0, 9)); document.write(html.slice(9))',
};
/** Ways in which a browser never runs a script. */
const BY_MARKUP_NO_SCRIPT: Record<string, string> = {
  innerHTML: 'place.innerHTML = html',
  outerHTML: 'place.appendChild(document.createElement("b")).outerHTML = html',
  insertAdjacentHTML: 'place.insertAdjacentHTML("beforeend", html)',
  domParser:
    'place.append(document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector(name)))',
  otherDocument: `const other = document.implementation.createHTMLDocument("");
    other.body.innerHTML = html; place.append(other.querySelector(name))`,
};
const SRCSET: Record<string, string> = {
  srcsetProperty: 'const element = new Image(); element.srcset = url + " 1x"; place.append(element)',
  srcsetAttribute:
    'const element = new Image(); element.setAttribute("srcset", url + " 1x"); place.append(element)',
  detachedImage: 'new Image().src = url',
  detachedInnerHTML: 'document.createElement("div").innerHTML = html',
};

const urlOf = (kind: Kind, way: string) => `https://ads.acme.example/${kind}/${way}${SUFFIX[kind]}`;

function scriptFor(kind: Kind, way: string, code: string): string {
  const url = urlOf(kind, way);
  const html = MARKUP[kind].replace('URL', url);
  const values = { url, name: kind, attribute: kind === 'link' ? 'href' : 'src', html };
  const given = JSON.stringify(values).replace(/<\//g, '<\\/');
  // A script of a template runs only if the parser made that template. An image must not come that way: Firefox
  // asks for it while it reads ahead.
  const parsed = kind === 'script' && code.includes('template()') ? `<template>${html}</template>` : '';
  return `<div id="${way}"></div>${parsed}<script>{
    const { url, name, attribute, html } = ${given};
    const place = document.getElementById("${way}");
    const empty = () => Object.assign(document.createElement(name), name === 'link' ? { rel: 'stylesheet' } : {});
    const set = (element, url) => { element[attribute] = url; return element; };
    const make = () => set(empty(), url);
    const template = () => {
      if (name === 'script') return place.nextElementSibling;
      const made = document.createElement('template');
      made.innerHTML = html;
      return made;
    };
    try { ${code} } catch (error) { console.error("${way}: " + error) }
  }</script>`;
}

const kinds: Record<Kind, Record<string, string>> = {
  script: { ...BY_NODE, ...BY_MARKUP },
  img: { ...BY_NODE, ...BY_MARKUP, ...BY_MARKUP_NO_SCRIPT, ...SRCSET },
  iframe: { ...BY_NODE, ...BY_MARKUP, ...BY_MARKUP_NO_SCRIPT },
  link: { ...BY_NODE, ...BY_MARKUP, ...BY_MARKUP_NO_SCRIPT },
};

describeInEveryBrowser('what scripts insert', (context) => {
  for (const [kind, ways] of Object.entries(kinds) as [Kind, Record<string, string>][]) {
    it(`holds a ${kind} in every way, and sends each once after the grant`, async () => {
      const { site } = context;
      const names = Object.keys(ways);
      const body = names.map((way) => scriptFor(kind, way, ways[way]!)).join('\n');
      site.page('/', page({ body }));
      const tab = await context.open();
      expect(tab.lines.filter(({ level }) => level === 'error')).toEqual([]);
      const came = (way: string) => site.received(urlOf(kind, way)).length;
      expect(names.filter((way) => came(way) > 0)).toEqual([]);

      await tab.heed((heed) => heed.choose('all'));
      await tab.idle();
      expect(
        names.filter((way) => came(way) === 0),
        'lost after the grant',
      ).toEqual([]);
      expect(
        names.filter((way) => came(way) > 1),
        'more than once',
      ).toEqual([]);
      if (kind === 'script') expect((await tab.ran()).length).toBe(names.length);
      expect(tab.errors).toEqual([]);
    });
  }

  it('asks for each of them where Heed is not there: the ways themselves work', async () => {
    const { site } = context;
    for (const [kind, ways] of Object.entries(kinds) as [Kind, Record<string, string>][]) {
      const names = Object.keys(ways);
      site.page(
        `/${kind}`,
        `<!doctype html>${names.map((way) => scriptFor(kind, way, ways[way]!)).join('\n')}`,
      );
      await context.open(`/${kind}`);
      expect(names.filter((way) => !site.received(urlOf(kind, way)).length)).toEqual([]);
    }
  });

  it('does not run after the grant what no browser would have run: scripts from innerHTML', async () => {
    const { site } = context;
    const names = Object.keys(BY_MARKUP_NO_SCRIPT);
    site.page(
      '/',
      page({ body: names.map((way) => scriptFor('script', way, BY_MARKUP_NO_SCRIPT[way]!)).join('\n') }),
    );
    const tab = await context.open();
    await tab.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<script src="https://ads.acme.example/script/later.js"></script>',
      );
    });
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(await tab.ran()).toEqual([]);
  });

  it('keeps the page whole: return values, order, listeners and its own tags', async () => {
    const { site } = context;
    site.serve('/own.js', { body: '(window.__ran = window.__ran || []).push("own")' });
    site.page(
      '/',
      page({
        body: `<script>
          const script = document.createElement('script');
          script.onload = () => window.__ran.push('load heard');
          script.src = 'https://ads.acme.example/heard.js';
          const back = document.body.appendChild(script);
          const own = document.createElement('script');
          own.src = '/own.js';
          document.body.append(own);
          window.facts = {
            same: back === script && script.isConnected && script.parentNode === document.body,
            image: HTMLImageElement === Image.prototype.constructor && new Image() instanceof HTMLImageElement,
            name: Node.prototype.appendChild.name,
          };
        </script>`,
      }),
    );
    const tab = await context.open();
    expect(await tab.ran()).toEqual(['own']);
    expect(await tab.evaluate(() => (window as unknown as { facts: unknown }).facts)).toEqual({
      same: true,
      image: true,
      name: 'appendChild',
    });
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(await tab.ran()).toEqual(['own', 'ads.acme.example/heard.js', 'load heard']);
  });

  it('lets the page read the address of a script that it set: loaders look whether their script is there already', async () => {
    const { site } = context;
    site.page(
      '/',
      page({
        body: `<script>
          const url = 'https://ads.acme.example/asked.js';
          const script = Object.assign(document.createElement('script'), { src: url });
          document.body.append(script);
          window.facts = [script.src, script.getAttribute('src'), !!document.querySelector('script[src="' + url + '"]')];
        </script>`,
      }),
    );
    const tab = await context.open();
    const url = 'https://ads.acme.example/asked.js';
    expect(await tab.evaluate(() => (window as unknown as { facts: unknown }).facts)).toEqual([
      url,
      url,
      true,
    ]);
    expect(site.thirdParty()).toEqual([]);
  });

  it('runs a script that stood in markup once after the grant, wherever a script has moved it before', async () => {
    const { site } = context;
    const moves: Record<string, string> = {
      stays: '',
      inFrontOfIt: 'script.parentNode.insertBefore(document.createElement("b"), script)',
      scriptInFrontOfIt:
        'script.parentNode.insertBefore(Object.assign(document.createElement("script"), { src: "/own.js" }), script)',
      elsewhere: 'place.appendChild(script)',
      takenOutFirst: 'script.remove(); place.append(script)',
      withItsParent: 'place.append(script.parentNode)',
      replacedByItsCopy: 'script.replaceWith(script.cloneNode(true))',
    };
    const forms: Record<string, (url: string) => string> = {
      marked: (url) => `<script type="text/plain" data-heed="acme-ads" src="${url}"></script>`,
      plain: (url) => `<script src="${url}"></script>`,
    };
    const name = (...parts: string[]) => `ads.acme.example/moved/${parts.join('-')}.js`;
    const wanted: string[] = [];
    const parts: string[] = [];
    for (const [move, code] of Object.entries(moves)) {
      const moved = `const place = document.createElement("div"); document.body.append(place); ${code}`;
      for (const [form, html] of Object.entries(forms)) {
        wanted.push(name('parser', form, move));
        parts.push(
          `<p>${html('https://' + name('parser', form, move))}</p><script>{
            const script = document.currentScript.previousElementSibling.firstElementChild; ${moved} }</script>`,
        );
      }
      wanted.push(name('text', move));
      parts.push(`<p></p><script>{
        const p = document.currentScript.previousElementSibling;
        p.innerHTML = ${JSON.stringify(forms.marked!('https://' + name('text', move))).replaceAll('</', '<\\/')};
        const script = p.firstElementChild; ${moved} }</script>`);
    }
    site.serve('/own.js', { body: '' });
    site.page('/', page({ body: parts.join('\n') }));
    const tab = await context.open();
    // Whether a scanner has asked for the unmarked ones is another matter: nothing runs.
    expect(await tab.ran()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect((await tab.ran()).sort()).toEqual(wanted.sort());
    expect(tab.errors).toEqual([]);
  });

  it('tells who listens to a held script that it has come, or failed, once: by attribute, property or listener', async () => {
    const { site } = context;
    site.serve('ads.acme.example/fails.js', { status: 404, type: 'text/javascript', body: '' });
    const tag = (name: string, end: string) =>
      `<script type="text/plain" data-heed="acme-ads" src="https://ads.acme.example/${name}.js"${end}></script>`;
    site.page(
      '/',
      page({
        body: `<script>const heard = []; const hear = (word) => () => heard.push(word);</script>
          ${tag('a', ` onload="heard.push('attribute')"`)}${tag('b', '')}${tag('fails', ` onload="heard.push('wrong')"`)}
          <script>
            const [a, b, fails] = document.querySelectorAll('[data-heed]');
            b.onload = hear('property');
            b.addEventListener('load', hear('listener'));
            fails.onerror = hear('error');
            const made = document.createElement('script');
            made.type = 'text/plain';
            made.dataset.heed = 'acme-ads';
            made.onload = hear('made');
            made.src = 'https://ads.acme.example/c.js';
            document.body.append(made);
          </script>`,
      }),
    );
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(await tab.evaluate('heard.join()')).toBe('attribute,property,listener,error,made');
    expect(tab.errors).toEqual([]);
  });
});
