import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateCss } from '../../../src/gate/css.ts';
import { loadsOf } from '../support/css-loads.ts';

const PAGE = 'https://www.shop.example/sale/';
const hostOf = (address: string) => {
  try {
    const { protocol, hostname } = new URL(address, PAGE);
    return /^https?:$/.test(protocol) ? hostname : '';
  } catch {
    return '';
  }
};
const denied = (address: string) => hostOf(address) === 'denied.example';
const gate = (css: string) => gateCss(css, denied);
const U = 'https://denied.example/a.png';
const B = 'about:blank';

describe('an address in CSS', () => {
  it.each([
    ['url', `a{background:url(${U})}`, `a{background:url(${B})}`],
    ['double quotes', `a{background:url("${U}")}`, `a{background:url("${B}")}`],
    ['single quotes', `a{background:url('${U}')}`, `a{background:url('${B}')}`],
    ['blanks', `a{background:url(  ${U}  )}`, `a{background:url(  ${B})}`],
    ['blanks before quotes', `a{background:url( \n "${U}" )}`, `a{background:url( \n "${B}" )}`],
    ['capitals', `a{background:URL(${U})}`, `a{background:URL(${B})}`],
    ['a declaration alone', `background: red url(${U}) no-repeat`, `background: red url(${B}) no-repeat`],
    ['a value alone', `url(${U})`, `url(${B})`],
    ['several', `url(${U}), url(/own.png), url("${U}")`, `url(${B}), url(/own.png), url("${B}")`],
    ['no scheme', 'url(//denied.example/a)', `url(${B})`],
    ['backslashes', 'url("https:\\\\\\\\denied.example/a")', `url("${B}")`],
    ['an escaped name', `\\75rl(${U})`, `\\75rl(${B})`],
    ['an escape that a blank ends', `\\75 rl(${U})`, `\\75 rl(${B})`],
    ['an escape that a line break ends', `\\75\r\nrl(${U})`, `\\75\r\nrl(${B})`],
    ['an escape of six digits', `\\000075rl(${U})`, `\\000075rl(${B})`],
    ['an escape of a letter', `\\u\\r\\l(${U})`, `\\u\\r\\l(${B})`],
    ['escapes in the address', 'url(\\68ttps://\\64 enied.example/a)', `url(${B})`],
    ['escapes in a quoted address', 'url("h\\74 tps://denied.example/a")', `url("${B}")`],
    ['an escaped parenthesis', 'url(https://denied.example/a\\)b)c', `url(${B})c`],
    ['a quote in quotes', `url("https://denied.example/a\\"b")`, `url("${B}")`],
    ['a broken line in quotes', 'url("https://deni\\\ned.example/a")', `url("${B}")`],
    ['a broken line of two marks', 'url("https://deni\\\r\ned.example/a")', `url("${B}")`],
    ['no end', `a{background:url(${U}`, `a{background:url(${B}`],
    ['no end in quotes', `a{background:url("${U}`, `a{background:url("${B}`],
    ['modifiers', `url("${U}" crossorigin(anonymous))`, `url("${B}" crossorigin(anonymous))`],
    ['src', `a{background:src("${U}")}`, `a{background:src("${B}")}`],
    ['image-set', `a{background:image-set("${U}" 1x)}`, `a{background:image-set("${B}" 1x)}`],
    ['image-set of two', `image-set("/own.png" 1x, '${U}' 2x)`, `image-set("/own.png" 1x, '${B}' 2x)`],
    [
      'image-set with a type',
      `image-set("${U}" type("image/png") 1x)`,
      `image-set("${B}" type("image/png") 1x)`,
    ],
    ['image-set of a url', `image-set(url(${U}) 1x)`, `image-set(url(${B}) 1x)`],
    [
      'image-set behind a gradient',
      `image-set(linear-gradient(red,blue) 1x, "${U}" 2x)`,
      `image-set(linear-gradient(red,blue) 1x, "${B}" 2x)`,
    ],
    ['image-set of WebKit', `-webkit-image-set("${U}" 1x)`, `-webkit-image-set("${B}" 1x)`],
    ['escaped image-set', `im\\61ge-set("${U}" 1x)`, `im\\61ge-set("${B}" 1x)`],
    ['import', `@import "${U}";a{}`, `@import "${B}";a{}`],
    ['import in single quotes', `@import '${U}' screen;`, `@import '${B}' screen;`],
    ['import of a url', `@import url(${U});`, `@import url(${B});`],
    ['import of a quoted url', `@import url("${U}") layer(x);`, `@import url("${B}") layer(x);`],
    ['import in capitals', `@IMPORT"${U}";`, `@IMPORT"${B}";`],
    ['escaped import', `@\\69mport "${U}";`, `@\\69mport "${B}";`],
    ['import behind a comment', `@import/* x */"${U}";`, `@import/* x */"${B}";`],
    ['import without an end', `@import "${U}`, `@import "${B}`],
    ['a custom property', `a{--u:url(${U})}`, `a{--u:url(${B})}`],
    ['a custom property that is a string', `a{--u: "${U}"}`, `a{--u: "${B}"}`],
    ['content', `a::before{content:url(${U})}`, `a::before{content:url(${B})}`],
    ['cursor', `cursor:url(${U}) 2 2,auto`, `cursor:url(${B}) 2 2,auto`],
    [
      'a font',
      `@font-face{font-family:f;src:local("f"),url(${U}) format("woff2")}`,
      `@font-face{font-family:f;src:local("f"),url(${B}) format("woff2")}`,
    ],
    [
      'a nested rule',
      `@media all{a{&:hover{background:url(${U})}}}`,
      `@media all{a{&:hover{background:url(${B})}}}`,
    ],
    ['within another function', `cross-fade(url(${U}), red)`, `cross-fade(url(${B}), red)`],
    ['a fallback', `var(--x, url(${U}))`, `var(--x, url(${B}))`],
    ['behind a comment with a quote', `/* ' */a{background:url(${U})}`, `/* ' */a{background:url(${B})}`],
    [
      'behind a broken string',
      `a{content:"x\n}b{background:url(${U})}`,
      `a{content:"x\n}b{background:url(${B})}`,
    ],
    ['behind a broken url', `a{b:url(x'y)}c{background:url(${U})}`, `a{b:url(x'y)}c{background:url(${B})}`],
    ['behind an id', `#url(a'b)') {} c{background:url(${U})}`, `#url(a'b)') {} c{background:url(${B})}`],
    [
      'behind a comment of HTML',
      `<!--url(a'b) {} c{background:url(${U})} /*'*/`,
      `<!--url(a'b) {} c{background:url(${B})} /*'*/`,
    ],
    [
      'behind a namespace',
      `@namespace url(http://x.example);a{background:url(${U})}`,
      `@namespace url(http://x.example);a{background:url(${B})}`,
    ],
    ['behind a name like a namespace', `\\@namespace url(${U})`, `\\@namespace url(${B})`],
    ['a filter', `filter:url(${U}#f)`, `filter:url(${B})`],
  ])('is taken out: %s', (_, css, expected) => {
    expect(gate(css)).toBe(expected);
    expect(loadsOf(gate(css)).filter(denied)).toEqual([]);
  });

  it.each([
    ['no address', 'a{color:red}'],
    ['an own address', 'a{background:url(/own.png)}'],
    ['an own absolute one', 'a{background:url("https://www.shop.example/own.png")}'],
    ['data', 'a{background:url(data:image/png;base64,iVBORw0KGgo=)}'],
    ['blob', 'a{background:url(blob:https://denied.example/1)}'],
    ['a fragment', 'fill:url(#https://denied.example/)'],
    ['an empty one', 'a{background:url()}'],
    ['an empty one in quotes', 'a{background:url("")}'],
    ['text', `a::before{content:"${U}"}`],
    ['an attribute selector', `a[href^="${U}"]{color:red}`],
    ['an attribute selector behind image-set', `a{background:image-set("/x" 1x)}a[href="${U}"]{}`],
    ['a comment', `/* url(${U}) */a{color:red}`],
    ['a string that looks like a function', `a{content:"url(${U})"}`],
    ['a namespace', `@namespace s url(${U});`],
    ['a quoted namespace', `@namespace "${U}";`],
    ['another function', `a{b:my-url("${U}")}`],
    ['a relative path', 'a{background:url(denied.example/a.png)}'],
    ['an import of its own', '@import "own.css"; @import url(own.css);'],
    ['only a backslash', '.sm\\:flex{color:red}'],
    ['a font name', 'a{font-family:"url"}'],
  ])('is left alone: %s', (_, css) => {
    expect(gate(css)).toBe(css);
  });

  it('hands over addresses as the browser would read them', () => {
    const seen: string[] = [];
    const css = `@import "a\\.css";a{b:url( \\68ttps://x.example/\\)  );c:image-set("\\000068 ttps://y" 1x)}`;
    gateCss(css, (address) => !seen.push(address));
    expect(seen).toEqual(['a.css', 'https://x.example/)', 'https://y']);
  });

  it('survives escapes of no letter', () => {
    expect(gate('url(\\110000 \\0 \\d800 )')).toBe('url(\\110000 \\0 \\d800 )');
    expect(gate('url("\\')).toBe('url("\\');
  });
});

/** Pieces of which CSS, and what is not quite CSS, is made. */
const piece = fc.constantFrom(
  ...['url(', 'URL(', '\\75 rl(', 'u\\72l(', 'src(', 'image-set(', '-webkit-image-set(', 'x(', '(', ')'],
  ...[
    '@import ',
    '@\\69mport',
    '@namespace ',
    '@media x',
    '--u:',
    'a',
    'b:',
    'var(--u)',
    '1',
    '1e',
    '.5',
    '-',
  ],
  ...[
    '"',
    "'",
    '{',
    '}',
    ';',
    '[',
    ']',
    ',',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\\',
    '\\\n',
    '\\"',
    '\\)',
    '/*',
    '*/',
    '/',
  ],
  ...[
    '#',
    '@',
    '<!--',
    '-->',
    '!',
    'é',
    U,
    U,
    U,
    '//denied.example',
    '\\68ttps://denied.example/',
    '/own.png',
  ],
);

describe('any text', () => {
  it('has no denied host left where a browser would load it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        expect(loadsOf(gate(pieces.join(''))).filter(denied)).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('comes back as it was where nothing in it is denied', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 24 }), (pieces) => {
        const css = pieces.join('');
        expect(gateCss(css, () => false)).toBe(css);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same when it is taken through the gate again', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const once = gate(pieces.join(''));
        expect(gate(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
