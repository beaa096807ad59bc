import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { quoted } from '../quoted.ts';

/** Hints for what a page needs from its own host before it can be shown: style sheets and scripts, in page order. */
export function ownFiles(page: Tree.Document): string[] {
  const hints: string[] = [];
  (function walk(node: Tree.Node): void {
    if ('tagName' in node) {
      const has = (name: string) => node.attrs.find((attribute) => attribute.name === name)?.value;
      const hint = (rel: string, kind: string, address: string) => {
        // What has a host is somebody else's, or may be.
        if (/^([a-z][\w+.-]*:|[\\/]{2})/i.test(address.trim())) return;
        // The request has to be the one that the tag makes, or it is made twice.
        const more = ['crossorigin', 'integrity', 'media']
          .filter((name) => has(name) !== undefined)
          .map((name) => ` ${name}="${quoted(has(name)!)}"`);
        hints.push(`<link rel="${rel}"${kind} href="${quoted(address)}"${more.join('')}>`);
      };
      const { tagName } = node;
      const type = (has('type') ?? '').toLowerCase();
      const src = has('src');
      const href = has('href');
      const rel = (has('rel') ?? '').toLowerCase().split(/\s+/);
      if (tagName === 'script' && src && type === 'module') hint('modulepreload', '', src);
      else if (
        tagName === 'script' &&
        src &&
        (!type || /javascript$/.test(type)) &&
        has('nomodule') === undefined
      )
        hint('preload', ' as="script"', src);
      else if (tagName === 'link' && href && rel.includes('stylesheet') && !rel.includes('alternate'))
        hint('preload', ' as="style"', href);
    }
    for (const child of 'childNodes' in node ? node.childNodes : []) walk(child);
  })(page);
  return [...new Set(hints)];
}
