import type { SignalKind, Signals } from '../types.ts';

/** Both kinds, in the order in which they are told and stored. */
export const SIGNAL_KINDS: readonly SignalKind[] = ['gpc', 'dnt'];

/**
 * Global Privacy Control as a page sees it: `true`, or the historic string `"1"`. Anything else, `false` included,
 * is no signal and never consent (w3c/gpc "JavaScript Property"; R1, R2).
 */
export const isGpc = (value: unknown): boolean => value === true || value === '1';

/**
 * Do Not Track as a page sees it: a string that starts with `"1"`, or Firefox's old `"yes"` (w3c/dnt "JavaScript
 * Property"; R15, R16). `"0"` is no permission.
 */
export const isDnt = (value: unknown): boolean =>
  typeof value === 'string' && (value[0] === '1' || value === 'yes');

/**
 * Reads what the browser says now. A getter that throws is no signal; `warn` says so.
 * Sources: w3c/gpc, w3c/dnt; `msDoNotTrack` and `window.doNotTrack`: mdn/browser-compat-data.
 */
export function readSignals(win: Window, warn: (message: string) => void): Signals {
  /** One property, by itself: another that throws takes no signal along. */
  const look = (owner: object, key: string): unknown => {
    try {
      return (owner as Record<string, unknown>)[key];
    } catch (error) {
      warn(`${key} could not be read: ${error}`);
    }
  };
  const { navigator } = win;
  const dnt = [look(navigator, 'doNotTrack'), look(navigator, 'msDoNotTrack'), look(win, 'doNotTrack')];
  return { gpc: isGpc(look(navigator, 'globalPrivacyControl')), dnt: dnt.some(isDnt) };
}
