import { tokenize, tokenNames } from 'css-tree';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createRewriter } from '../../../src/rewrite.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const HOME = 'https://www.shop.example/';
const HTML = html.NS.HTML;
const rewriter = createRewriter({ categories: { advertising: { vendors: ['linkedin'] } } }, { site: HOME });

/** Pieces of markup that ask somebody, that hide it, and that change how what follows is read. */
const PIECES = [
  ...[
    '<script src=//ad.example/x></script>',
    '<img src="https://ad.example/x">',
    "<img srcset='/a, //ad.example/x 2x'>",
  ],
  ...[
    '<iframe src=//ad.example></iframe>',
    '<link rel=stylesheet href=//ad.example/x.css>',
    '<link href=//ad.example rel=preload>',
  ],
  ...[
    '<video poster=//ad.example><source src=//ad.example>',
    '<svg>',
    '</svg>',
    '<image href=//ad.example>',
    '<use xlink:href=//ad.example>',
  ],
  ...[
    '<style>a{b:url(//ad.example)}</style>',
    '<style>',
    '</style>',
    '@import "//ad.example";',
    '<i style="b:url(//ad.example)">',
  ],
  ...[
    '<iframe srcdoc="<img src=//ad.example>"></iframe>',
    "<iframe srcdoc='<p>",
    '<noscript>',
    '</noscript>',
    '<noscript><img src=//ad.example></noscript>',
  ],
  ...[
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<script type=module>',
    'import "//ad.example/m.js"',
    '<textarea>',
    '</textarea>',
    '<title>',
    '</title>',
  ],
  ...[
    '<template>',
    '</template>',
    '<table>',
    '<tr><td background=//ad.example>',
    '</table>',
    '<select>',
    '<option>',
    '</select>',
    '<math>',
    '</math>',
  ],
  ...[
    '<desc>',
    '</desc>',
    '<foreignObject>',
    '<mtext>',
    '<annotation-xml encoding="text/html">',
    '<![CDATA[',
    ']]>',
    '<plaintext>',
    '<xmp>',
    '</xmp>',
  ],
  ...[
    '<base href=//ad.example/>',
    '<base href=/>',
    '<img src=x.gif>',
    '<frameset>',
    '<frame src=//ad.example>',
    '<object data=//ad.example>',
    '</p>',
    '</br>',
  ],
  ...[
    '<p>',
    '<b>',
    '</b>',
    '<a>',
    '<div>',
    '</div>',
    '<body background=//ad.example>',
    '<html>',
    '<head>',
    '</head>',
    '</body>',
    '</html>',
  ],
  ...[
    '<img src=/a src=//ad.example>',
    '<img src=//ad.example src=//ad.example>',
    '<script type=a type=b src=//ad.example></script>',
    '<img data-heed-src=/a src=//ad.example>',
  ],
  ...[
    '<embed src=//ad.example',
    '"',
    "'",
    '>',
    '<',
    '/',
    '=',
    ' ',
    '\0',
    '\r\n',
    '&quot;',
    '&amp;',
    '\ud83d',
    'text',
    '<?x',
    '<!doctype html>',
  ],
];

/** Cuts and inserts, anywhere. */
const mutations = fc.array(
  fc.tuple(fc.nat(600), fc.nat(3), fc.constantFrom('', '"', "'", '<', '>', '/', ' ', '=', '-', '!', 'x')),
  { maxLength: 4 },
);
const whole = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
const broken = fc
  .tuple(whole, mutations)
  .map(([markup, list]) =>
    list.reduce((text, [at, cut, by]) => text.slice(0, at) + by + text.slice(at + cut), markup),
  );

/** Attributes by which elements ask, written down anew. */
const ASKING: Record<string, string> = {
  script: 'src href xlink:href',
  img: 'src srcset',
  source: 'src srcset',
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
  link: 'href imagesrcset',
  video: 'src poster',
  audio: 'src',
  track: 'src',
  input: 'src',
  body: 'background',
  table: 'background',
  td: 'background',
  th: 'background',
  tr: 'background',
  image: 'href xlink:href',
  use: 'href xlink:href',
  feImage: 'href xlink:href',
};

/** Whether an address leads to somebody else. */
function leadsAway(address: string, base: string): boolean {
  try {
    const { protocol, hostname } = new URL(address, base);
    return /^https?:$/.test(protocol) && !/(^|\.)shop\.example$/.test(hostname);
  } catch {
    return false;
  }
}

/** The addresses in a style sheet or in declarations: `url()` with quotes and without, and what `@import` names. */
function addressesIn(css: string): string[] {
  const found: string[] = [];
  let before = '';
  tokenize(css, (type, start, end) => {
    const [kind, text] = [tokenNames[type], css.slice(start, end)];
    if (kind === 'url-token') found.push(text.replace(/^url\(\s*|\s*\)?$/gi, ''));
    if (kind === 'string-token' && /^(@import|url\()$/i.test(before)) found.push(text.replace(/["']/g, ''));
    if (kind !== 'whitespace-token' && kind !== 'comment-token') before = text;
  });
  return found;
}

/** Every request that a browser would make for a page, by an independent reading of it. */
function asked(html: string, outer = HOME): string[] {
  const found: string[] = [];
  const document = parse(html, { scriptingEnabled: true });
  let base = outer;
  let based = false;
  const visit = (node: Node): void => {
    const { tagName, attrs, content, namespaceURI } = node as Element & { content?: Node };
    if (tagName) {
      const get = (wanted: string) =>
        attrs.find(({ name, prefix }) => (prefix ? `${prefix}:${name}` : name) === wanted)?.value;
      const href = get('href');
      if (tagName === 'base' && href !== undefined && !based) {
        based = true;
        if (URL.canParse(href, outer) && !/^(data|javascript):/.test(new URL(href, outer).protocol))
          base = new URL(href, outer).href;
      }
      const inert = tagName === 'script' && get('type') === 'text/plain';
      for (const { name, prefix, value } of attrs) {
        const attribute = prefix ? `${prefix}:${name}` : name;
        const asks =
          !inert &&
          (ASKING[tagName] ?? '').split(' ').includes(attribute) &&
          (tagName !== 'link' || /stylesheet|pre|icon/i.test(get('rel') ?? ''));
        const list = attribute.endsWith('srcset') ? value.split(/[\s,]+/) : [value];
        for (const address of asks ? list : [])
          if (leadsAway(address, base)) found.push(`${tagName}[${attribute}] ${address}`);
        if (attribute === 'style' && addressesIn(value).some((address) => leadsAway(address, base)))
          found.push(`style ${value}`);
        if (attribute === 'srcdoc' && tagName === 'iframe') found.push(...asked(value, base));
      }
      const text = ((node as Element).childNodes ?? [])
        .map((child) => ('value' in child ? child.value : ''))
        .join('');
      const isSheet = tagName === 'style' && !get('type');
      if (isSheet && addressesIn(text).some((address) => leadsAway(address, base)))
        found.push(`style ${text}`);
      if (
        tagName === 'script' &&
        get('type') === 'module' &&
        get('src') === undefined &&
        /^import "\/\/ad/.test(text)
      )
        found.push(`import ${text}`);
      // In SVG and MathML that name means nothing.
      if (tagName === 'noscript' && namespaceURI === HTML) found.push(...asked(text, base));
    }
    if (content) visit(content);
    for (const child of (node as DefaultTreeAdapterTypes.ParentNode).childNodes ?? []) visit(child);
  };
  visit(document);
  return found;
}

const anyText = fc.array(fc.nat(0xffff), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes));
const runs = { numRuns: 2000 };

it('the oracle sees what is asked for', () => {
  expect(
    asked(
      '<img src=//ad.example><iframe srcdoc="<script src=//ad.example></script>"></iframe><noscript><img src=//ad.example></noscript>',
    ),
  ).toHaveLength(3);
  expect(asked('<img src=/a><a href=//ad.example>')).toEqual([]);
  expect(
    asked('<style>a{b:url(//ad.example)} c{d:url("//ad.example")} @import "//ad.example"</style>'),
  ).toHaveLength(1);
  expect(asked(`<style>'@import "//ad.example";</style>`)).toEqual([]);
  expect(asked('<svg><noscript><![CDATA[<img src=//ad.example>]]></noscript></svg>')).toEqual([]);
});

describe('whatever the markup', { timeout: 60_000 }, () => {
  it('nobody is asked', () => {
    fc.assert(
      fc.property(broken, (page) => {
        const inert = rewriter.html(page);
        expect({ inert, asked: asked(inert) }).toEqual({ inert, asked: [] });
      }),
      runs,
    );
  });

  it('what is inert stays as it is', () => {
    fc.assert(
      fc.property(broken, (page) => {
        const inert = rewriter.html(page);
        expect(rewriter.html(inert)).toBe(inert);
      }),
      runs,
    );
  });

  it('where nobody would be asked, every byte stays', () => {
    fc.assert(
      fc.property(whole, (page) => {
        // An element in a style sheet of SVG makes the sheet void, wherever it leads.
        const own = page.replaceAll('//ad.example', '/own').replaceAll(/<(svg|math)>/g, '<i>');
        expect(rewriter.html(own)).toBe(own);
      }),
      runs,
    );
  });

  it('any text at all goes through', () => {
    fc.assert(
      fc.property(anyText, (page) => {
        expect(rewriter.html(page)).toBe(page);
      }),
      { ...runs, examples: [['\udc00\udc00'], ['\ud800\udc00\udc00<p>']] },
    );
  });
});
