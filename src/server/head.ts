import type { ConfigInput, HeadOptions } from './types.ts';

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/**
 * The lines that stand first in `<head>`.
 *
 * @param held whether anything is denied: only then the guard, which costs Chromium's preloading
 */
export function headOf(
  config: ConfigInput,
  region: string | null,
  held: boolean,
  { src, guard, nonce }: HeadOptions,
): string {
  // The page decides in the same region, and so the same.
  const place = region ? `<meta name="heed-region" content="${attribute(region)}">\n` : '';
  if (held && guard) return place + guard;
  const file = JSON.stringify(config).replace(/</g, '\\u003c');
  const key = nonce ? ` nonce="${attribute(nonce)}"` : '';
  return `${place}<script type="application/json" id="heed-config">${file}</script>\n<script src="${attribute(src)}"${key}></script>`;
}
