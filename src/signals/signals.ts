import type { SignalKind, Signals } from '../types.ts';

/** Both kinds, in the order in which they are told and stored. */
export const SIGNAL_KINDS: readonly SignalKind[] = ['gpc', 'dnt'];

/**
 * One value of Global Privacy Control: `true`, or `"1"`, which is the header and was the property. Anything else,
 * `false` included, is no signal and never consent (w3c/gpc "JavaScript Property", "Sec-GPC Header Field"; R1-R4).
 */
export const isGpc = (value: unknown): boolean => value === true || value === '1';

/**
 * One value of Do Not Track: a text that starts with `"1"`, or Firefox's old `"yes"` (w3c/dnt "JavaScript Property",
 * "DNT Header Field"; R15-R17). `"0"` is no permission.
 */
export const isDnt = (value: unknown): boolean =>
  typeof value === 'string' && (value[0] === '1' || value === 'yes');

/** A header as servers have it: one text, several in a list, or nothing. */
export type HeaderValue = string | readonly string[] | null | undefined;

/**
 * What a request says by its headers `Sec-GPC` and `DNT`. Servers join repeated fields by commas: one that is a signal
 * is enough (R3, R17).
 *
 * @returns no signal for whatever is not one, `0` included; nothing throws
 */
export function signalsOf({ gpc, dnt }: { gpc?: HeaderValue; dnt?: HeaderValue }): Signals {
  const fields = (value: HeaderValue) =>
    [value || []].flat().flatMap((text) => text.split(',').map((field) => field.trim()));
  return { gpc: fields(gpc).some(isGpc), dnt: fields(dnt).some(isDnt) };
}

/**
 * Reads what the browser says now, and what `<meta name="heed-signals" content="gpc dnt">` says that the server saw in
 * the request's headers: header and property are one signal (R6). A getter that throws is no signal; `warn` says so.
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
  const { document, navigator } = win;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="heed-signals"]');
  const sent = (kind: SignalKind) => !!meta && meta.content.split(' ').includes(kind);
  const dnt = [look(navigator, 'doNotTrack'), look(navigator, 'msDoNotTrack'), look(win, 'doNotTrack')];
  return {
    gpc: sent('gpc') || isGpc(look(navigator, 'globalPrivacyControl')),
    dnt: sent('dnt') || dnt.some(isDnt),
  };
}
