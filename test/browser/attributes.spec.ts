import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

// What a page does to the attributes of an element while it is held, and after.

const AD = 'https://ads.acme.example';

/** Late ways to an address: `element` is in the document. */
const LATE: Record<string, { code: string; kind: 'link' | 'img' }> = {
  relList: { kind: 'link', code: 'element.relList.add("stylesheet")' },
  relListAssigned: { kind: 'link', code: 'element.relList = "stylesheet"' },
  relListValue: { kind: 'link', code: 'element.relList.value = "stylesheet"' },
  relListToggled: { kind: 'link', code: 'element.relList.toggle("stylesheet")' },
  relListReplaced: {
    kind: 'link',
    code: 'element.rel = "next"; element.relList.replace("next", "stylesheet")',
  },
  attributeText: { kind: 'img', code: 'element.getAttributeNode("src").textContent = url' },
  attributeValue: { kind: 'img', code: 'element.getAttributeNode("src").value = url' },
};

/** Ways to take an address back. */
const REMOVALS: Record<string, string> = {
  removeAttribute: 'element.removeAttribute("src")',
  inCapitals: 'element.removeAttribute("SRC")',
  removeAttributeNS: 'element.removeAttributeNS(null, "src")',
  toggleAttribute: 'element.toggleAttribute("src", false)',
  removeNamedItem: 'element.attributes.removeNamedItem("src")',
  emptied: 'element.src = "about:blank"',
};

const inScript = (code: string) => `<script>${code}</script>`;

describeInEveryBrowser('attributes of held elements', (context) => {
  const open = async (body: string) => {
    context.site.page('/', page({ body }));
    const tab = await context.open();
    expect(context.site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
    return tab;
  };

  it('holds an address that comes by a list of words or an attribute node, and lets it go once', async () => {
    const { site } = context;
    const names = Object.keys(LATE);
    const tab = await open(
      names
        .map((name) => {
          const { kind, code } = LATE[name]!;
          const made = kind === 'link' ? `element.href = url` : `element.src = '/own.gif'`;
          return inScript(
            `{ const url = '${AD}/${name}'; const element = document.createElement('${kind}'); ${made}; document.body.append(element); ${code} }`,
          );
        })
        .join('\n'),
    );
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual(names.map((name) => `${AD}/${name}`).sort());
  });

  it('does not ask after the grant for what the page has taken back', async () => {
    const { site } = context;
    const tab = await open(
      Object.entries(REMOVALS)
        .map(([name, code]) =>
          inScript(`for (const kind of ['img', 'iframe']) {
            const element = document.createElement(kind);
            document.body.append(element);
            element.src = '${AD}/${name}';
            ${code};
          }`),
        )
        .join('\n'),
    );
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it('keeps what is held through a router that makes one tree like another, attribute by attribute', async () => {
    const { site } = context;
    const tab = await open(
      `<div id="place"></div>${inScript(`
      const html = '<img src="${AD}/picture.gif" alt=""><iframe src="${AD}/frame"></iframe>';
      const place = document.getElementById('place');
      place.innerHTML = html;
      place.append(Object.assign(document.createElement('script'), { src: '${AD}/tag.js' }));
      const next = new DOMParser().parseFromString(html + '<script src="${AD}/tag.js"><\\/script>', 'text/html').querySelectorAll('[src]');
      Array.from(place.children).forEach((element, i) => {
        for (const { name, value } of next[i].attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
        for (const { name } of Array.from(element.attributes)) if (!next[i].hasAttribute(name)) element.removeAttribute(name);
      });`)}`,
    );
    await tab.heed((heed) => heed.choose('all'));
    await tab.idle();
    expect(site.thirdParty().sort()).toEqual([`${AD}/frame`, `${AD}/picture.gif`, `${AD}/tag.js`]);
    expect(await tab.ran()).toEqual(['ads.acme.example/tag.js']);
  });

  it('follows a marked element whose address the page changes, before the grant and after', async () => {
    const { site } = context;
    const tab = await open(
      `<iframe data-heed="acme-ads" data-heed-src="${AD}/1" width="300" height="200" title="Film"></iframe>`,
    );
    const give = (url: string) =>
      tab.evaluate(
        (to) => document.querySelector('iframe[data-heed]')!.setAttribute('data-heed-src', to),
        url,
      );
    await give(`${AD}/2`);
    await tab.heed((heed) => heed.choose('all'));
    await site.waitForRequest('ads.acme.example/2');
    await give(`${AD}/3`);
    await site.waitForRequest('ads.acme.example/3');
    await give(`${AD}/3`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([`${AD}/2`, `${AD}/3`]);
    await tab.heed((heed) => heed.choose('required'));
    await give(`${AD}/4`);
    await tab.idle();
    expect(site.thirdParty()).toEqual([`${AD}/2`, `${AD}/3`]);
  });
});
