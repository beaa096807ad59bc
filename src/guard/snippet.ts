import { valuesOf } from '../choice/read.ts';
import { ENTRY, type GuardEntry, MARK, REFERRER, SEEN } from './entry.ts';

/**
 * Everything besides cookie and day that a decision hangs on and a script in front of the file can see: the file
 * itself, the signals as the browser gives them, region and time zone. Compared, never read: any difference is doubt.
 */
function circumstances(win: Window, tag: Element): string {
  const { navigator, document } = win;
  const { globalPrivacyControl, msDoNotTrack } = navigator as unknown as Record<string, unknown>;
  const meta = (name: string) => {
    const found = document.querySelector<HTMLMetaElement>(`meta[name="heed-${name}"]`);
    return found && found.content;
  };
  return JSON.stringify([
    tag.getAttribute(MARK),
    globalPrivacyControl,
    navigator.doNotTrack,
    msDoNotTrack,
    (win as unknown as Record<string, unknown>).doNotTrack,
    meta('region'),
    meta('signals'),
    Intl.DateTimeFormat().resolvedOptions().timeZone,
  ]);
}

/*
 * The guard's inline script: the same bytes on every site, so that its hash can stand in a policy. The static policy
 * stands right behind it. Where everything is as it was when Heed left its entry, the entry's own policy is written in
 * front of it, with an open <noscript> that swallows the static one (a noscript in a head is text while scripting is
 * on). In any doubt nothing is written, and the static policy stands.
 */
((win: Window & { trustedTypes?: unknown }) => {
  const { document: doc } = win;
  try {
    const { localStorage, sessionStorage } = win;
    // Chromium names the page itself as its referrer after a reload (measured, 156).
    const referrer = sessionStorage.getItem(REFERRER);
    sessionStorage.removeItem(REFERRER);
    if (referrer !== null && referrer !== doc.referrer)
      Object.defineProperty(doc, 'referrer', { value: referrer, configurable: true });

    const tag = doc.currentScript!;
    const seen = circumstances(win, tag);
    tag.setAttribute(SEEN, seen);
    const entry = JSON.parse(localStorage.getItem(ENTRY)!) as GuardEntry | null;
    const day = Math.floor(Date.now() / 864e5);
    if (
      !entry ||
      entry.seen !== seen ||
      entry.cookie !== valuesOf(doc.cookie, entry.name).join() ||
      !(day >= entry.from && day <= entry.until) ||
      // Nothing else than a policy's own characters is written into the page.
      !/^[\w .:/*'-]+$/.test(entry.policy)
    )
      return;
    const markup = `<meta http-equiv="Content-Security-Policy" content="${entry.policy}"><noscript>`;
    const { trustedTypes } = win as unknown as {
      trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(text: string): string } };
    };
    doc.write(
      trustedTypes
        ? trustedTypes.createPolicy('heed-guard', { createHTML: () => markup }).createHTML('')
        : markup,
    );
  } catch (_) {
    // The static policy stands; heed.js finds it in force and says what waits for it.
  }
})(window);
