import type { Policy } from '../config/policy.ts';
import type { Consent, Decision } from '../types.ts';
import type { HeldFrame, MountUi, Ui } from './host.ts';

/** Fetches the interface; rejects where that fails (offline, a filter list). */
export type LoadUi = () => Promise<MountUi>;

/** The gate's side of the interface: decides when it must be seen, and fetches it only then. */
export interface Face {
  readonly frames: { held(frame: HeldFrame): void; freed(frame: HeldFrame): void };
  update(consent: Consent, policy: Policy, decision: Decision): void;
  /** An element that Heed fills, or a body that took the place of another, has come into the page. */
  noticed(element: Element): void;
  openPreferences(opener: Element | null): void;
  showBanner(): void;
  destroy(): void;
}

interface Options {
  readonly win: Window & typeof globalThis;
  readonly loadUi: LoadUi;
  /** False where the site draws its own. */
  readonly wanted: boolean;
  warn(message: string): void;
}

const OPENER = '[data-heed-open],a[href="#heed"]';

export function createInterface({ win, loadUi, wanted, warn }: Options): Face {
  const doc = win.document;
  const placeholders = new Map<HeldFrame, (() => void) | null>();
  let current: { consent: Consent; policy: Policy; decision: Decision } | undefined;
  let ui: Ui | undefined;
  let loading: Promise<void> | undefined;
  let statusText = 'Opt-out request honored';
  let destroyed = false;

  /** Runs `then` with the interface, which is fetched and mounted first if it is not there yet. */
  function withUi(then: (ui: Ui) => void): void {
    if (!wanted || destroyed || !current) return;
    if (ui) return then(ui);
    loading ||= loadUi()
      .then((mount) =>
        mount({ consent: current!.consent, policy: current!.policy, win, warn, setStatusText }),
      )
      .then(
        (mounted) => {
          ui = mounted;
          if (destroyed) ui.destroy();
        },
        (error) => {
          // The next need tries again; until then everything stays as it is decided.
          loading = undefined;
          warn(
            'heed.ui.js could not be loaded, so nothing can be asked or shown; what is denied stays denied: ' +
              error,
          );
        },
      );
    loading.then(() => ui && !destroyed && then(ui));
  }

  /** Waits until there is a body to stand in. */
  function whenParsed(then: () => void): void {
    if (doc.body) then();
    else doc.addEventListener('DOMContentLoaded', then, { once: true });
  }

  function setStatusText(text: string): void {
    statusText = text;
    for (const element of doc.querySelectorAll('[data-heed-status]')) fill(element);
  }
  function fill(element: Element): void {
    const text = current?.policy.texts.status || statusText;
    const shown = current?.decision.optedOut ? text : '';
    if (element.textContent !== shown) element.textContent = shown;
    // Another language than English comes with the interface.
    const language = doc.documentElement.lang;
    if (shown && !ui && language && !/^en\b/i.test(language)) withUi(() => {});
  }

  function showFrame(frame: HeldFrame): void {
    withUi((mounted) => {
      if (placeholders.has(frame) && !placeholders.get(frame))
        placeholders.set(frame, mounted.placeholder(frame));
    });
  }

  function banner(): void {
    const show = !!current?.decision.ask;
    if (show) whenParsed(() => withUi((mounted) => mounted.banner(!!current!.decision.ask)));
    else ui?.banner(false);
  }

  function onClick(event: Event): void {
    for (const target of event.composedPath() as Element[]) {
      if (!target.matches?.(OPENER)) continue;
      event.preventDefault();
      return face.openPreferences(target);
    }
  }
  function onHash(): void {
    if (win.location.hash === '#heed') face.openPreferences(null);
  }
  if (wanted) {
    doc.addEventListener('click', onClick);
    win.addEventListener('hashchange', onHash);
  }
  let hashSeen = false;

  const face: Face = {
    frames: {
      held(frame) {
        placeholders.set(frame, null);
        if (current) showFrame(frame);
      },
      freed(frame) {
        placeholders.get(frame)?.();
        placeholders.delete(frame);
      },
    },
    update(consent, policy, decision) {
      current = { consent, policy, decision };
      setStatusText(statusText);
      for (const [frame, shown] of placeholders) if (!shown) showFrame(frame);
      banner();
      if (!hashSeen) {
        hashSeen = true;
        onHash();
      }
    },
    noticed(element) {
      if (element.hasAttribute('data-heed-status')) fill(element);
      else if (element.hasAttribute('data-heed-cookies')) withUi((mounted) => mounted.declaration(element));
      else banner();
    },
    openPreferences(opener) {
      whenParsed(() => withUi((mounted) => mounted.openPreferences(opener)));
    },
    showBanner() {
      whenParsed(() => withUi((mounted) => mounted.banner(true)));
    },
    destroy() {
      destroyed = true;
      doc.removeEventListener('click', onClick);
      win.removeEventListener('hashchange', onHash);
      ui?.destroy();
    },
  };
  return face;
}
