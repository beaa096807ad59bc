/** An address with a host, wherever it stands in a text; a slash may be escaped, as in JSON. */
const ADDRESS = /(?:(?:https?|wss?):)?(?:\\?\/){2}[\w-]+(?:\.|:\d)[^\s"'`<>\\)]*(?:\\\/[^\s"'`<>\\)]*)*/gi;

/** Every address in the text of a page, a script or a list in JSON. */
export const addressesIn = (text: string): string[] =>
  (text.match(ADDRESS) || []).map((address) => address.replace(/\\/g, ''));

/**
 * The text that an address carries in itself, or stands for in this browser: `data:`, `javascript:`, `blob:`.
 * Undefined for an address that is asked for.
 */
export function contentOf(win: Window & typeof globalThis, address: string): string | undefined {
  const [, scheme, rest] = /^\s*(data|javascript|blob):([\s\S]*)/i.exec(address) || [];
  if (!scheme) return;
  const [, head, body] = /^([^,]*),([\s\S]*)/.exec(rest!) || [];
  try {
    if (/blob/i.test(scheme)) {
      const request = new win.XMLHttpRequest();
      request.open('GET', address.trim(), false);
      request.send();
      return request.responseText;
    }
    // As lenient as the browser is with a stray "%".
    if (/data/i.test(scheme)) return /;\s*base64\s*$/i.test(head!) ? win.atob(body!) : unescape(body!);
    return unescape(rest!);
  } catch (_) {
    // Gone, or no text: nothing comes of it.
    return '';
  }
}
