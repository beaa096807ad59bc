import { describe, expect, it } from 'vitest';
import { createRewriter } from '../../../src/rewrite.ts';
import type { Config } from '../../../src/types.ts';

const config: Config = {
  firstParty: ['cdn.partner.example'],
  categories: {
    required: { vendors: ['stripe'] },
    marketing: { vendors: ['youtube'] },
    advertising: { vendors: ['linkedin', { id: 'acme', hosts: ['ads.acme.example'], cookies: ['_acme_*'] }] },
  },
};
const { html } = createRewriter(config, { site: 'https://www.shop.example' });
/** An address of a held vendor, without quotes and spaces. */
const AD = 'https://ads.acme.example/x';

/** What goes in, what comes out. */
type Case = readonly [markup: string, inert: string];

describe('keeps every byte of', () => {
  it.each([
    [
      'the own site',
      '<script src=/a.js></script><img src="https://img.shop.example/a.gif"><link rel=stylesheet href=b.css>',
    ],
    [
      'required vendors and firstParty',
      '<script src="https://js.stripe.com/v3/"></script><img src=//cdn.partner.example/a.png>',
    ],
    [
      'what is not asked for',
      `<a href="${AD}">x</a><form action="${AD}"></form><link rel=canonical href="${AD}"><q cite="${AD}" title="${AD}" data-src="${AD}">`,
    ],
    [
      'plain inline scripts',
      `<script>new Image().src = "${AD}"; document.write('<img src="${AD}">')</script><script type="text/javascript">import("${AD}")</script>`,
    ],
    [
      'other text',
      `<!-- <img src="${AD}"> --><title><img src="${AD}"></title><textarea><img src="${AD}"></textarea><xmp><img src="${AD}"></xmp>`,
    ],
    [
      'marked tags',
      `<script type="text/plain" data-heed="advertising" src="${AD}"></script><img data-heed="acme" data-heed-src="${AD}"><iframe data-heed="acme" data-heed-src="${AD}"></iframe>`,
    ],
    [
      'odd bytes',
      '\ufeff<!DOCTYPE html>\r\n<P CLASS=a\tid = \'b\' >&nbsp;\0\ud83d\ude00</p >\r<br/></nothing><img src=/a.gif alt="<&amp;">',
    ],
    [
      'styles without addresses of others',
      `<style>@namespace url(http://www.w3.org/1999/xhtml); a{b:url(/c.png);content:"${AD}"} /* url(${AD}) */</style><i style="color:red;background:url(data:image/gif;base64,R0lG//)">`,
    ],
    [
      'data that is no rule',
      `<script type="application/ld+json">{"url":"${AD}"}</script><script type="speculationrules">{"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":"/out/*"}}]}}]}</script>`,
    ],
  ])('%s', (_name, markup) => expect(html(markup)).toBe(markup));
});

const cases: Record<string, readonly Case[]> = {
  scripts: [
    [
      `<script async src="${AD}"></script>`,
      `<script type="text/plain" data-heed-type="" async src="${AD}"></script>`,
    ],
    [`<script TYPE='module' src="${AD}">`, `<script type="text/plain" data-heed-type="module" src="${AD}">`],
    [
      `<svg><script xlink:href="${AD}"/></svg>`,
      `<svg><script type="text/plain" data-heed-type="" data-heed-xlink:href="${AD}"/></svg>`,
    ],
    [
      `<script data-heed="acme">x()</script>`,
      `<script type="text/plain" data-heed-type="" data-heed="acme">x()</script>`,
    ],
    [
      `<script type=module>import a from /* b */ '${AD}'</script>`,
      `<script type="text/plain" data-heed-type="module" data-heed="acme">import a from /* b */ '${AD}'</script>`,
    ],
    [
      `<script type="importmap">{"imports":{"ads/":"${AD}/"}}</script><script type="module">import "ads/a.js"</script><script type="module">import "./own.js"</script>`,
      `<script type="text/plain" data-heed-type="importmap" data-heed="acme">{"imports":{"ads/":"${AD}/"}}</script><script type="text/plain" data-heed-type="module" data-heed="acme">import "ads/a.js"</script><script type="module">import "./own.js"</script>`,
    ],
    [
      `<script type="speculationrules">{"prerender":[{"urls":["/a","${AD}"]}]}</script>`,
      `<script type="text/plain" data-heed-type="speculationrules" data-heed="acme">{"prerender":[{"urls":["/a","${AD}"]}]}</script>`,
    ],
    [
      // Of two owners no one word frees both: held for good.
      `<script type="importmap">{"imports":{"a":"${AD}","b":"https://px.ads.linkedin.com/b.js"}}</script>`,
      `<script type="text/plain" data-heed-type="importmap" data-heed="unlisted">{"imports":{"a":"${AD}","b":"https://px.ads.linkedin.com/b.js"}}</script>`,
    ],
  ],
  'every other element': [
    [`<img alt="a" src=${AD}>`, `<img alt="a" data-heed-src=${AD}>`],
    [`<img srcset="/a 1x, ${AD} 2x" src=/a>`, `<img data-heed-srcset="/a 1x, ${AD} 2x" src=/a>`],
    [`<picture><source srcset='${AD}'></picture>`, `<picture><source data-heed-srcset='${AD}'></picture>`],
    [`<image src="${AD}">`, `<image data-heed-src="${AD}">`],
    [`<input type=image src="${AD}">`, `<input type=image data-heed-src="${AD}">`],
    [`<video poster="${AD}" src=/v.mp4>`, `<video data-heed-poster="${AD}" src=/v.mp4>`],
    [
      `<audio src="${AD}"></audio><track src="${AD}"><embed src="${AD}">`,
      `<audio data-heed-src="${AD}"></audio><track data-heed-src="${AD}"><embed data-heed-src="${AD}">`,
    ],
    [`<object data="${AD}"></object>`, `<object data-heed-data="${AD}"></object>`],
    [`<iframe src="${AD}"></iframe>`, `<iframe data-heed-src="${AD}"></iframe>`],
    [`<frameset><frame src="${AD}"></frameset>`, `<frameset><frame data-heed-src="${AD}"></frameset>`],
    [
      `<body background="${AD}"><table background=${AD}><tr><td background='${AD}'>`,
      `<body data-heed-background="${AD}"><table data-heed-background=${AD}><tr><td data-heed-background='${AD}'>`,
    ],
    [`<a href="/" ping="/p ${AD}">`, `<a href="/" data-heed-ping="/p ${AD}">`],
    [`<img src=/a attributionsrc=${AD}>`, `<img src=/a data-heed-attributionsrc=${AD}>`],
    [
      `<svg><image href="${AD}"/><use xlink:href="${AD}#a"/><filter><feImage href="${AD}"/></filter></svg>`,
      `<svg><image data-heed-href="${AD}"/><use data-heed-xlink:href="${AD}#a"/><filter><feImage data-heed-href="${AD}"/></filter></svg>`,
    ],
    [
      `<svg><rect fill="url(${AD}#a)" mask="url(#b)"/><image><set attributeName=href to="${AD}"/></image></svg>`,
      `<svg><rect data-heed-fill="url(${AD}#a)" mask="url(#b)"/><image><set attributeName=href data-heed-to="${AD}"/></image></svg>`,
    ],
    [
      `<template shadowrootmode=open><img src="${AD}"></template>`,
      `<template shadowrootmode=open><img data-heed-src="${AD}"></template>`,
    ],
  ],
  'links by their rel': [
    'stylesheet',
    'preload',
    'modulepreload',
    'prefetch',
    'prerender',
    'preconnect',
    'dns-prefetch',
    'ICON',
    'manifest',
    'compression-dictionary',
  ].map((rel) => [`<link rel="${rel}" href="${AD}">`, `<link rel="${rel}" data-heed-href="${AD}">`] as const),
  styles: [
    [
      `<i style="color:red;background:url('${AD}')">`,
      `<i data-heed-style="color:red;background:url('${AD}')" style="color:red;background:url('about:blank')">`,
    ],
    [
      `<style media=print>a{b:url(${AD})}</style>`,
      `<style data-heed-text="a{b:url(${AD})}" media=print>a{b:url(about:blank)}</style>`,
    ],
    [
      `<style>@import "${AD}" screen; a{b:c}</style>`,
      `<style data-heed-text="@import &quot;${AD}&quot; screen; a{b:c}"> a{b:c}</style>`,
    ],
    [
      `<svg><style>@import "https&#58;//ads.acme.example/x";a&lt;b</style></svg>`,
      `<svg><style data-heed-text="@import &quot;https://ads.acme.example/x&quot;;a&lt;b">a&lt;b</style></svg>`,
    ],
    [`<style>a{b:url(${AD})`, `<style data-heed-text="a{b:url(${AD})">a{b:url(about:blank)`],
  ],
  'pages in pages': [
    [
      `<iframe srcdoc='<p>a &amp;amp; b<img src="${AD}">'></iframe>`,
      `<iframe srcdoc="&lt;p>a &amp;amp; b&lt;img data-heed-src=&quot;${AD}&quot;>"></iframe>`,
    ],
    [
      `<iframe src='data:text/html,<img src="${AD}">'></iframe>`,
      `<iframe data-heed="acme" data-heed-src='data:text/html,<img src="${AD}">'></iframe>`,
    ],
    [
      `<iframe src="data:text/html;base64,${btoa(`<img src=${AD}>`)}">`,
      `<iframe data-heed="acme" data-heed-src="data:text/html;base64,${btoa(`<img src=${AD}>`)}">`,
    ],
    [
      `<iframe src='javascript:"<img src=${AD}>"'>`,
      `<iframe data-heed="acme" data-heed-src='javascript:"<img src=${AD}>"'>`,
    ],
    [
      `<iframe sandbox=allow-scripts srcdoc='<script>fetch("${AD}")</script>'></iframe>`,
      `<iframe sandbox=allow-scripts srcdoc="&lt;script type=&quot;text/plain&quot; data-heed-type=&quot;&quot; data-heed=&quot;acme&quot;>fetch(&quot;${AD}&quot;)&lt;/script>"></iframe>`,
    ],
    [`<noscript><img src="${AD}"></noscript>`, `<noscript><img data-heed-src="${AD}"></noscript>`],
    [
      `<head><noscript><link rel=stylesheet href=${AD}></noscript>`,
      `<head><noscript><link rel=stylesheet data-heed-href=${AD}></noscript>`,
    ],
  ],
  'what is said to the whole page': [
    [
      `<base href="https://ads.acme.example/b/"><script src=x.js></script>`,
      `<base href="https://ads.acme.example/b/"><script type="text/plain" data-heed-type="" src=x.js></script>`,
    ],
    [
      `<meta http-equiv="Refresh" content="0;URL='${AD}'">`,
      `<meta data-heed-http-equiv="Refresh" content="0;URL='${AD}'">`,
    ],
    [
      `<meta http-equiv=set-cookie content="_acme_1=2; path=/">`,
      `<meta data-heed-http-equiv=set-cookie content="_acme_1=2; path=/">`,
    ],
  ],
  'addresses however they are written': [
    ...[
      '//ADS.acme.example/x',
      'https:\\\\ads.acme.example\\x',
      'https://ads.acme.example./x',
      ' \n\thttps://ads.acme.example',
      'ht\ntps://ads.ac\tme.example/',
      'https&#58;&sol;/ads.acme.example',
      '/\\ads.acme.example',
      'wss://ads.acme.example',
      'https://a:b@ads.acme.example:8443/x',
    ].map((address) => [`<img src="${address}">`, `<img data-heed-src="${address}">`] as const),
    [`<IMG/SRC=${AD} src=${AD} alt>`, `<IMG/data-heed-SRC=${AD} alt>`],
    [`<img src=//nobody.example>`, `<img data-heed-src=//nobody.example>`],
    [`<img data-heed-src="/kept" src="${AD}">`, `<img data-heed-src="/kept">`],
  ],
};

describe.each(Object.entries(cases))('%s', (_name, list) => {
  it.each(list)('%s', (markup, inert) => {
    expect(html(markup)).toBe(inert);
    expect(html(inert)).toBe(inert);
  });
});

describe('the file', () => {
  it('lets hosts pass that no category lists, where it says so', () => {
    const loose = createRewriter({ ...config, unlisted: { allow: 'we know them' } });
    expect(loose.html(`<img src=//nobody.example><img src=${AD}>`)).toBe(
      `<img src=//nobody.example><img data-heed-src=${AD}>`,
    );
  });

  it('holds nothing in the mode "report"', () => {
    const page = `<img src="${AD}">`;
    expect(createRewriter({ ...config, mode: 'report' }).html(page)).toBe(page);
  });

  it('gives the same output where a region is opt-out: it serves every visitor', () => {
    const page = `<img src="${AD}">`;
    expect(createRewriter({ ...config, regime: 'opt-out' }).html(page)).toBe(html(page));
  });

  it('with a mistake is refused, with every path', () => {
    const bad = { regime: 'opt-inn', categories: { a: { vendors: ['linkedinn'] } } } as unknown as Config;
    expect(() => createRewriter(bad)).toThrow(
      expect.objectContaining({
        name: 'HeedError',
        code: 'bad-config',
        message: expect.stringMatching(
          /\$\.regime: .*"opt-in"[\s\S]*\$\.categories\.a\.vendors\[0\]: .*"linkedin"/,
        ),
      }),
    );
  });

  it('needs an address for the site', () => {
    expect(() => createRewriter(config, { site: 'shop.example' })).toThrow(
      expect.objectContaining({ code: 'bad-site' }),
    );
  });

  it("takes the cookie's domain for the site's own", () => {
    const wide = createRewriter(
      { ...config, cookie: { domain: 'shop.example' } },
      { site: 'https://a.shop.example' },
    );
    expect(wide.html('<img src=//b.shop.example/>')).toBe('<img src=//b.shop.example/>');
    expect(
      createRewriter(config, { site: 'https://a.shop.example' }).html('<img src=//b.shop.example/>'),
    ).toContain('data-heed-src');
  });
});
