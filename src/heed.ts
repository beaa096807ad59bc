import { openConsent } from './consent.ts';
import { file, parts } from './embedded.ts';
import { owns } from './owns.ts';
import { registry } from './vendors/registry.ts';
import { VERSION } from './version.ts';

/** The script tag: finds its file, installs the gate, and sets `window.heed`. */
((win: Window & typeof globalThis & { heed?: unknown }) => {
  const doc = win.document;
  if (win.heed) return win.console.warn('[heed] a second copy of heed.js: the first one stays');
  const tag = doc.currentScript as HTMLScriptElement | null;
  const base = tag?.src || doc.baseURI;
  const source = file === undefined ? tag?.dataset.config : undefined;
  // Taken before the gate puts itself in front: Heed's own file is not the page's request.
  const fetchFile = source ? win.fetch.bind(win) : undefined;

  const inline = () => {
    const element = doc.getElementById('heed-config');
    if (!element) return;
    try {
      return { config: JSON.parse(element.textContent!) as unknown };
    } catch (error) {
      return { config: null, why: `#heed-config is not JSON: ${error}` };
    }
  };
  const found = file !== undefined ? { config: file } : source ? undefined : inline();
  /** What an importer gets by a hook is an event here. */
  const event = (type: string) => (detail: unknown) =>
    void doc.dispatchEvent(new win.CustomEvent('heed:' + type, { bubbles: true, detail }));

  const { consent, configure } = openConsent(
    undefined,
    {
      region: tag?.dataset.region,
      onOptOut: event('optout'),
      onRecord: tag && 'records' in tag.dataset ? event('record') : undefined,
    },
    {
      win,
      nonce: tag?.nonce || '',
      registry,
      fetchPart: (part, script) =>
        (parts && owns(parts, part)
          ? Promise.resolve().then(parts[part])
          : script(new URL(part + '.js', base).href)
        ).then(() => {
          const loaded = (win as unknown as Record<symbol, unknown>)[Symbol.for(part + '@' + VERSION)];
          if (!loaded) throw new Error(`${part}.js is not of version ${VERSION}`);
          return loaded;
        }),
    },
  );
  win.heed = consent;
  // Nothing is let through yet. The file and the visitor's choice are read as soon as this script has ended, which is
  // before the parser goes on: Chromium (156) reads all code that is running anew when cookies are asked for under the
  // eyes of its tools, Lighthouse's among them, and that would be all of this file.
  Promise.resolve(found).then(configure);

  if (source && fetchFile) {
    fetchFile(new URL(source, doc.baseURI).href, { credentials: 'same-origin' })
      .then((answer) => {
        if (!answer.ok) throw new Error('status ' + answer.status);
        return answer.json();
      })
      .then(
        (config) => configure({ config }),
        (error) => configure({ config: null, why: `${source} could not be read: ${error}` }),
      );
  } else if (!found) {
    // The file may stand behind the script; until it is there, everything is held.
    doc.addEventListener('DOMContentLoaded', () =>
      configure(inline() || { config: null, why: 'there is no #heed-config and no data-config' }),
    );
  }
})(window);
