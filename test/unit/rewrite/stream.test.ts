import { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEyes } from '../../../src/rewrite/eyes.ts';
import { Page } from '../../../src/rewrite/page.ts';
import { createRewriter } from '../../../src/rewrite.ts';

const config = { categories: { advertising: { vendors: ['linkedin'] } } };
const site = 'https://www.shop.example';
const rewriter = createRewriter(config, { site });
const eyes = createEyes(config, site);
const AD = 'https://px.ads.linkedin.com/x';

const PAGE = `\ufeff<!DOCTYPE html>\r\n<html lang=de><head><title>&Uuml;ber uns \ud83d\ude00</title><!-- <img src="${AD}"> -->
<style>\r@import "${AD}";a{b:url(${AD})}</style><script src='${AD}' async></script><script>if (a < b && "</scr" + "ipt>") {}</script>
<noscript><img src="${AD}" alt="&quot;"></noscript><script type=module>import "${AD}"</script>
<body background=${AD}>\r\n<svg><style>@import "https&#58;//px.ads.linkedin.com";<!-- x -->a{}</style><image href="${AD}"/><![CDATA[<img src="${AD}">]]></svg>
<p style="background:url(&quot;${AD}&quot;)">\0<table><tr>x<td background="${AD}"></table>&notit; &amp;lt; <iframe srcdoc='<img src="${AD}">'></iframe>
<textarea><img src="${AD}"></textarea><img srcset="/a 1x, ${AD} 2x"\n\tsrc = "/a"><script type=importmap>{"imports":{"a":"${AD}"}}</script></html>`;
const INERT = rewriter.html(PAGE);

async function through<T extends string | Uint8Array>(pieces: readonly T[]): Promise<T[]> {
  const out: T[] = [];
  for await (const piece of Readable.toWeb(Readable.from(pieces)).pipeThrough(rewriter.stream<T>() as never))
    out.push(piece as T);
  return out;
}

/** A page cut at some places. */
const cut = <T extends string | Uint8Array>(page: T, at: readonly number[]): T[] => {
  const places = [0, ...[...new Set(at)].sort((a, b) => a - b), page.length];
  return places.slice(1).map((to, i) => page.slice(places[i], to) as T);
};

describe('a page in pieces comes out as the page in one piece', { timeout: 60_000 }, () => {
  it('makes every one of them inert', () => {
    expect(INERT).not.toBe(PAGE);
    // Eleven tags that ask, and four texts that stay: comment, script, CDATA, textarea.
    expect(INERT.match(/data-heed-[\w:]+="?/g)?.length).toBeGreaterThanOrEqual(12);
  });

  it('cut at every single place', () => {
    for (let at = 0; at <= PAGE.length; at++) {
      const page = new Page(eyes);
      expect(page.write(PAGE.slice(0, at)) + page.write(PAGE.slice(at), true)).toBe(INERT);
    }
  });

  it('of a piece per character', () => {
    const page = new Page(eyes);
    expect(
      [...Array(PAGE.length).keys()].map((at) => page.write(PAGE[at]!)).join('') + page.write('', true),
    ).toBe(INERT);
  });

  it('cut anywhere, as bytes', async () => {
    const bytes = new TextEncoder().encode(PAGE);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 40 }), async (at) => {
        const out = await through(cut(bytes, at));
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(out))).toBe(INERT);
      }),
      { numRuns: 60 },
    );
  });
});

it('works in a Node pipeline', async () => {
  const out: Buffer[] = [];
  await pipeline(
    Readable.from([Buffer.from(PAGE)]),
    Duplex.fromWeb(rewriter.stream() as never),
    async (source) => {
      for await (const piece of source) out.push(piece as Buffer);
    },
  );
  expect(Buffer.concat(out).toString()).toBe(INERT);
});

it('passes on what is settled, without waiting for more', async () => {
  const { readable, writable } = rewriter.stream<string>();
  const writer = writable.getWriter();
  const reader = readable.getReader();
  writer.write('<p>one</p><img src="/a.gif">two <img sr');
  expect((await reader.read()).value).toBe('<p>one</p><img src="/a.gif">two ');
  writer.write('c=/b>');
  expect((await reader.read()).value).toBe('<img src=/b>');
  writer.close();
  expect((await reader.read()).done).toBe(true);
});

it('bytes that are not UTF-8 are an error, not a guess', async () => {
  await expect(through([new Uint8Array([0x3c, 0x70, 0x3e, 0xfc, 0x3c])])).rejects.toMatchObject({
    code: 'not-utf-8',
  });
  await expect(through([new Uint8Array([0x3c, 0x70, 0x3e, 0xc3])])).rejects.toMatchObject({
    code: 'not-utf-8',
  });
});

describe('what would have to be kept whole', { timeout: 60_000 }, () => {
  const LONG = 'x'.repeat(4 << 20) + 'x';
  /** The page in pieces of a megabyte. */
  const long = async (page: string) => {
    const pieces = await through(page.match(/[\s\S]{1,1048576}/g)!);
    expect(pieces.join('')).toBe(rewriter.html(page));
    return pieces.join('');
  };

  it('is held unread where it is too long: a style sheet, a module', async () => {
    const sheet = `<style>/*${LONG}*/@import "${AD}"</style><p>`;
    expect((await long(sheet)).slice(0, 45)).toBe('<style type="text/plain" data-heed-type="">/*');
    const code = `<script type=module>//${LONG}</script><p>`;
    expect((await long(code)).slice(0, 50)).toBe('<script type="text/plain" data-heed-type="module">');
  });

  it('is dropped where it is too long: what only visitors without script would see', async () => {
    expect(await long(`<noscript>${LONG}<img src="${AD}"></noscript><p>`)).toBe('<noscript></noscript><p>');
  });

  it('is an error where it is a tag that does not end', async () => {
    const piece = 'x'.repeat(1 << 20);
    await expect(through(['<img alt="', ...Array.from({ length: 17 }, () => piece)])).rejects.toMatchObject({
      code: 'too-long',
    });
  });
});

it('keeps nothing of a long stream but the tag that has begun', { timeout: 60_000 }, () => {
  const page = new Page(eyes);
  const chunk = `<div><p>text &amp; more</p><img src="${AD}"><b>x</b><!-- c --></div>`.repeat(1000);
  let length = 0;
  for (let sent = 0; sent < 3e6; sent += chunk.length) {
    length += page.write(chunk).length;
    expect(page.kept).toBeLessThan(100);
  }
  expect(length + page.write('', true).length).toBeGreaterThan(3e6);
});

it.each([
  ['text', '', 'word&amp; '],
  ['comment', '<!--', 'word - '],
  ['script', '<script>', 'word; '],
  ['depth', '', '<div><b>'],
  ['formatting', '', '<p><i><a href=/>'],
])('keeps nothing of an endless %s', (_name, start, unit) => {
  const page = new Page(eyes);
  const piece = unit.repeat(4_000);
  page.write(start);
  for (let i = 0; i < 10; i++) page.write(piece);
  expect(page.kept).toBeLessThan(10);
});
