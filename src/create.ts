import { openConsent } from './consent.ts';
import { serverConsent } from './server-consent.ts';
import type { Config, Consent, ConsentOptions } from './types.ts';
import { registry } from './vendors/registry.ts';
import { VERSION } from './version.ts';

/**
 * Installs the gate for a page and returns its consent object. Call it before anything else runs: what was asked for
 * earlier cannot be held. A file that is not valid does not throw: everything but `required` stays held, and the
 * console says why. Without a window (on a server) nothing is installed and everything but `required` is denied.
 *
 * @param config the category file, parsed; an imported JSON file will do
 */
export function createConsent(
  config: Config | Readonly<Record<string, unknown>>,
  options: ConsentOptions = {},
): Consent {
  const win = globalThis.window as (Window & typeof globalThis) | undefined;
  if (!win?.document) return serverConsent(config, options, registry);
  // A page has one visitor: beside a script tag, this is the script tag's object.
  const { heed } = win as { heed?: Consent };
  if (heed) {
    win.console.warn('[heed] this page has heed.js already: createConsent() gives its object');
    return heed;
  }
  return openConsent({ config }, options, {
    win,
    nonce: options.nonce || win.document.querySelector<HTMLElement>('script[nonce]')?.nonce || '',
    registry,
    fetchPart: async (part) => {
      await (part === 'heed.ui'
        ? import('./ui/index.js')
        : part === 'heed.load'
          ? import('./vendors/index.js')
          : part === 'heed.record'
            ? import('./record/index.js')
            : import('./tcf/index.js'));
      return (globalThis as unknown as Record<symbol, unknown>)[Symbol.for(part + '@' + VERSION)];
    },
  }).consent;
}
