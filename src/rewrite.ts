import { HeedError } from './error.ts';
import { createEyes } from './rewrite/eyes.ts';
import { Page } from './rewrite/page.ts';
import type { Config } from './types.ts';

export { HeedError } from './error.ts';
export type {
  CategoryEntry,
  CategoryId,
  Config,
  CookieFact,
  Regime,
  VendorEntry,
  VendorId,
} from './types.ts';

export interface RewriterOptions {
  /**
   * Address of the site, such as `https://www.shop.example`: its host, and what is below it or below it without
   * `www.`, is the site's own. Default: only relative addresses and `firstParty` are; the page frees the rest at once.
   */
  readonly site?: string;
}

/** Makes HTML inert. One output for every visitor: `heed.js` frees in the page what this visitor's decision grants. */
export interface Rewriter {
  /** A whole page, or a piece of one. Never throws, whatever the markup. */
  html(page: string): string;
  /**
   * The same for a page that comes in pieces: text in, text out; UTF-8 bytes in, bytes out. Errors with a `HeedError`:
   * `not-utf-8` for other bytes, `too-long` for a tag or a comment that does not end within 16 million characters.
   */
  stream<T extends string | Uint8Array = Uint8Array>(): TransformStream<T, T>;
  /** What is odd in the file and no mistake, such as a vendor's id that has not the usual form. */
  readonly warnings: readonly string[];
}

/** A single tag or comment in a stream that is longer would have to be kept in memory, in characters. */
const TAG_LIMIT = 1 << 24;

/**
 * @param config the category file, `heed.json`, parsed
 * @throws HeedError `bad-config` with every problem of the file, `bad-site`
 */
export function createRewriter(config: Config, { site }: RewriterOptions = {}): Rewriter {
  const eyes = createEyes(config, site);

  function stream<T extends string | Uint8Array>(): TransformStream<T, T> {
    const page = new Page(eyes);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const encoder = new TextEncoder();
    let bytes = false;
    const decode = (chunk?: Uint8Array) => {
      try {
        return decoder.decode(chunk, { stream: !!chunk });
      } catch (_) {
        throw new HeedError('not-utf-8', 'the page is not UTF-8, the only encoding that can be rewritten');
      }
    };
    return new TransformStream<T, T>({
      transform(chunk, out) {
        bytes = typeof chunk !== 'string';
        const text = page.write(typeof chunk === 'string' ? chunk : decode(chunk));
        if (page.kept > TAG_LIMIT)
          throw new HeedError('too-long', `a tag or a comment does not end within ${TAG_LIMIT} characters`);
        if (text) out.enqueue((bytes ? encoder.encode(text) : text) as T);
      },
      flush(out) {
        const text = page.write(bytes ? decode() : '', true);
        if (text) out.enqueue((bytes ? encoder.encode(text) : text) as T);
      },
    });
  }

  return { html: (page) => new Page(eyes).write(String(page), true), stream, warnings: eyes.warnings };
}
