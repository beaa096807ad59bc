import type { Policy } from '../config/policy.ts';
import type { Consent, Decision } from '../types.ts';
import type { HeldFrame, MountUi, Ui } from './host.ts';

/** The gate's side of the interface: decides when it must be seen, and fetches it only then. */
export interface Face {
  /** A frame is held and stands in need of a placeholder. */
  held(frame: HeldFrame): void;
  freed(frame: HeldFrame): void;
  update(consent: Consent, policy: Policy, decision: Decision): void;
  /** An element that Heed fills, or a body that took the place of another, has come into the page. */
  noticed(element: Element): void;
  openPreferences(opener: Element | null): void;
  showBanner(): void;
  /** Asks whether to load the page anew now. */
  askReload(run: () => void): void;
  destroy(): void;
}

interface Options {
  readonly win: Window & typeof globalThis;
  /** False where the site draws its own. */
  readonly wanted: boolean;
  /** Fetches the interface; rejects where that fails (offline, a filter list). */
  fetchUi(): Promise<unknown>;
  warn(message: string): void;
}

export function createInterface({ win, fetchUi, wanted, warn }: Options): Face {
  const doc = win.document;
  /** The undo of each frame's placeholder, once it has one. */
  const placeholders = new Map<HeldFrame, (() => void) | undefined>();
  let current: [Consent, Policy, Decision] | undefined;
  let ui: Ui | undefined;
  let loading: Promise<void> | undefined;
  let statusText = 'Opt-out request honored';
  let gone = !wanted;

  /** Runs `then` with the interface, which is fetched and mounted first if it is not there yet. */
  function withUi(then: (ui: Ui) => void): void {
    if (gone || !current) return;
    const [consent, policy] = current;
    loading =
      loading ||
      fetchUi()
        .then((mount) => (mount as MountUi)({ consent, policy, win, warn, setStatusText }))
        .then((mounted) => {
          ui = mounted;
          if (gone) ui.destroy();
        });
    loading
      .then(() => gone || then(ui!))
      .catch((error) => {
        // The next need tries again.
        if (!ui) loading = undefined;
        warn('heed.ui.js failed; what is denied stays denied: ' + error);
      });
  }

  function setStatusText(text: string): void {
    statusText = text;
    doc.querySelectorAll('[data-heed-status]').forEach(noticed);
  }

  function drawFrame(frame: HeldFrame): void {
    withUi((mounted) => {
      if (placeholders.has(frame) && !placeholders.get(frame))
        placeholders.set(frame, mounted.placeholder(frame));
    });
  }

  const asks = () => !!current && current[2].ask;
  function drawBanner(): void {
    if (asks()) withUi((mounted) => mounted.banner(asks()));
    else if (ui) ui.banner(false);
  }

  function noticed(element: Element): void {
    if (element.hasAttribute('data-heed-status')) {
      const shown = current && current[2].optedOut ? current[1].texts.status || statusText : '';
      if (element.textContent !== shown) element.textContent = shown;
      // Another language than English comes with the interface.
      if (shown && !ui && !/^(en|$)/i.test(doc.documentElement.lang)) withUi(() => {});
    } else if (element.hasAttribute('data-heed-cookies')) withUi((mounted) => mounted.declaration(element));
    else drawBanner();
  }

  function openPreferences(opener: Element | null): void {
    withUi((mounted) => mounted.openPreferences(opener));
  }
  function onClick(event: Event): void {
    const opener = (event.composedPath() as Element[]).filter(
      (target) => target.matches && target.matches('[data-heed-open],a[href="#heed"]'),
    )[0];
    if (!opener) return;
    event.preventDefault();
    openPreferences(opener);
  }
  function onHash(): void {
    if (win.location.hash === '#heed') openPreferences(null);
  }
  /** A link without a label gets one, and the official icon under opt-out: the interface does it when it is there. */
  function lookForEmptyOpeners(): void {
    if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', lookForEmptyOpeners);
    else if (doc.querySelector('[data-heed-open]:empty')) withUi((mounted) => mounted.fill());
  }
  if (wanted) {
    doc.addEventListener('click', onClick);
    win.addEventListener('hashchange', onHash);
  }

  return {
    held(frame) {
      placeholders.set(frame, undefined);
      drawFrame(frame);
    },
    freed(frame) {
      const undo = placeholders.get(frame);
      if (undo) undo();
      placeholders.delete(frame);
    },
    update(...next) {
      const first = !current;
      current = next;
      setStatusText(statusText);
      placeholders.forEach((_, frame) => drawFrame(frame));
      drawBanner();
      if (!first) return;
      onHash();
      lookForEmptyOpeners();
    },
    noticed,
    openPreferences,
    showBanner: () => withUi((mounted) => mounted.banner(true)),
    askReload: (run) => withUi((mounted) => mounted.askReload(run)),
    destroy() {
      gone = true;
      doc.removeEventListener('click', onClick);
      win.removeEventListener('hashchange', onHash);
      if (ui) ui.destroy();
    },
  };
}
