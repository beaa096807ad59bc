import type { Sieve } from './sieve.ts';

/** Seconds, then an address that `url=` and quotes may stand around (HTML, "shared declarative refresh steps"). */
const FORM = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.*))/is;

/** A `Refresh` header, or null if it leads to something denied. */
export function filterRefresh(value: string, { denies }: Sieve): string | null {
  // Two headers come as one, behind a comma; which of them a browser takes is its own affair.
  for (let from = 0; from >= 0; from = value.indexOf(',', from) + 1 || -1) {
    const form = FORM.exec(value.slice(from));
    if (form && denies((form[1] ?? form[2] ?? form[3])!.trim())) return null;
  }
  return value;
}
