import type { Finding } from '../gate/judge.ts';

/** What looks like an address with a host, in code or in markup. */
const ADDRESS = /(?:\b(?:https?|wss?):)?[\\/]{2}[^\s"'`<>()[\]{}\\,;|]+/gi;

/** Text of a `data:` or `javascript:` address, or undefined for any other. */
export function textOf(address: string): string | undefined {
  const plain = address.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+/, '');
  const [, scheme, rest] = /^(data|javascript):([\s\S]*)/i.exec(plain) ?? [];
  if (!scheme) return;
  let text = rest!;
  try {
    text = decodeURIComponent(text);
  } catch (_) {
    // Not all of it is encoded text: what is, is not in one piece, so byte by byte.
    text = text.replace(/%([0-9a-f]{2})/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  const comma = text.indexOf(',');
  if (/^data$/i.test(scheme) && /;\s*base64\s*$/i.test(text.slice(0, comma)))
    try {
      return atob(text.slice(comma + 1).replace(/\s/g, ''));
    } catch (_) {
      // A browser cannot read it either.
      return '';
    }
  return text;
}

/** What a text names that is held. */
export function namedIn(text: string, judge: (address: string) => Finding | undefined): Finding[] {
  const found: Finding[] = [];
  for (const [address] of text.replace(/\\\//g, '/').matchAll(ADDRESS)) {
    const finding = judge(address);
    if (finding) found.push(finding);
  }
  return found;
}
