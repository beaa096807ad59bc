import { SENT } from '../guard/entry.ts';
import type { ConfigInput, HeadOptions } from './types.ts';

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/**
 * The lines that stand first in `<head>`.
 *
 * @param sent the policy that the headers carry: the page has to know what it cannot loosen
 * @param held whether anything is denied: only then the guard, which costs Chromium's preloading
 */
export function headOf(
  config: ConfigInput,
  region: string | null,
  held: boolean,
  sent: string | null,
  { src, guard, nonce }: HeadOptions,
): string {
  // The page decides in the same region, and so the same.
  const place = region ? `<meta name="heed-region" content="${attribute(region)}">\n` : '';
  if (held && guard) return place + guard;
  const file = JSON.stringify(config).replace(/</g, '\\u003c');
  const key = nonce ? ` nonce="${attribute(nonce)}"` : '';
  const policy = held && sent ? `<meta name="${SENT}" content="${attribute(sent)}">\n` : '';
  return `${place}${policy}<script type="application/json" id="heed-config">${file}</script>\n<script src="${attribute(src)}"${key}></script>`;
}
