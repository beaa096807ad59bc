import { SENT } from '../guard/entry.ts';
import { quoted } from '../quoted.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { Signals } from '../types.ts';
import type { ConfigInput, HeadOptions } from './types.ts';

/**
 * The lines that stand first in `<head>`.
 *
 * @param sent the policy that the headers carry: the page has to know what it cannot loosen
 * @param held whether anything is denied: only then the guard, which costs Chromium's preloading
 */
export function headOf(
  config: ConfigInput,
  { region, signals }: { region: string | null; signals: Signals },
  held: boolean,
  sent: string | null,
  { src, guard, nonce }: HeadOptions,
): string {
  // The page decides in the same region, and so the same.
  const sawSignals = SIGNAL_KINDS.filter((kind) => signals[kind]).join(' ');
  const meta = (name: string, content: string | null) =>
    content ? `<meta name="heed-${name}" content="${quoted(content)}">\n` : '';
  // An extension may send the header and leave the page's property as it was (R6).
  const place = meta('region', region) + meta('signals', sawSignals);
  if (held && guard) return place + guard;
  const file = JSON.stringify(config).replace(/</g, '\\u003c');
  const key = nonce ? ` nonce="${quoted(nonce)}"` : '';
  const policy = held && sent ? `<meta name="${SENT}" content="${quoted(sent)}">\n` : '';
  return `${place}${policy}<script type="application/json" id="heed-config">${file}</script>\n<script src="${quoted(src)}"${key}></script>`;
}
