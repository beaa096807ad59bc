import { expect, it } from 'vitest';
import { cleanCss } from '../../../src/rewrite/css.ts';

const clean = (text: string) => cleanCss(text, (address) => /^\s*(https?:)?\/\/ad\b/i.test(address));

it.each([
  ['a{b:url(//ad/x)}', 'a{b:url(about:blank)}'],
  ['a{b:URL( "//ad/x" )}', 'a{b:URL( "about:blank" )}'],
  ['a{b:u\\72l(//ad)}', 'a{b:url(about:blank)}'],
  ['a{b:\\75 rl(//ad)}', 'a{b:url(about:blank)}'],
  ['a{b:url(\\2f/ad\\2fx)}', 'a{b:url(about:blank)}'],
  ['a{b:url("/\\\n/ad")}', 'a{b:url("about:blank")}'],
  ['a{b:url(//ad/\\)x)}c', 'a{b:url(about:blank)}c'],
  ['a{b:url(//ad', 'a{b:url(about:blank)'],
  ['a{b:url("//ad', 'a{b:url("about:blank"'],
  ['a{b:image-set("//ad" 1x,"/own" 2x)}', 'a{b:image-set("about:blank" 1x,"/own" 2x)}'],
  ['a{b:-webkit-image-set(url(//ad) 1x)}', 'a{b:-webkit-image-set(url(about:blank) 1x)}'],
  ['a{--c:"//ad";b:image-set(var(--c) 1x)}', 'a{--c:"about:blank";b:image-set(var(--c) 1x)}'],
  ['@import"//ad";a{b:c}', 'a{b:c}'],
  ['@im\\70ort url(//ad) layer(x);a{b:c}', 'a{b:c}'],
  ['@import url("//ad")', ''],
  ['/**/@import/**/"//ad"/**/;x', '/**/x'],
  ['@import "/own" supports(b:url(//ad));x', '@import "/own" supports(b:url(about:blank));x'],
  ['@font-face{src:url(//ad) format("woff2")}', '@font-face{src:url(about:blank) format("woff2")}'],
  ['@media x{@import "//ad";a{b:url(//ad)}}', '@media x{a{b:url(about:blank)}}'],
])('%s', (text, cleaned) => {
  expect(clean(text)).toBe(cleaned);
  expect(clean(cleaned)).toBe(cleaned);
});

it.each([
  '/* url(//ad) */',
  'a{content:"//ad"}',
  'a{content:"url(//ad)"}',
  '@namespace svg url(//ad);a{b:c}',
  'a{b:url(/own)}',
  'a{b:1url (x)}',
  'a{b:my-url("x")}',
  'a[href="//ad"]{b:c}',
])('leaves %s', (text) => expect(clean(text)).toBe(text));
