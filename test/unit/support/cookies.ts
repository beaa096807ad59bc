/** Puts other accessors in front of the document's cookies; returns the undo. */
export function replaceCookies(accessors: { get?: () => string; set?: (text: string) => void }): () => void {
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: accessors.get ?? (() => native.get!.call(document)),
    set: accessors.set ?? ((text) => native.set!.call(document, text)),
  });
  return () => void Reflect.deleteProperty(document, 'cookie');
}

/** A sandboxed document: reading and writing throw. */
export const sandboxed = {
  get: () => {
    throw new DOMException('sandboxed', 'SecurityError');
  },
  set: () => {
    throw new DOMException('sandboxed', 'SecurityError');
  },
};

/** `name=value` of every cookie that the page can see. */
export const cookiePairs = () => document.cookie.split('; ').filter(Boolean);

/** Writes a cookie as a page's script does. */
export function writeCookie(text: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: what this is about
  document.cookie = text;
}

/** Takes every cookie away, on the host and on each domain above it. */
export function clearCookies(): void {
  const labels = location.hostname.split('.');
  const domains = ['', ...labels.map((_, i) => '; domain=' + labels.slice(i).join('.'))];
  for (const pair of cookiePairs())
    for (const domain of domains) writeCookie(`${pair.split('=')[0]}=; path=/; max-age=0${domain}`);
}
