import type { State } from './view.tsx';

/** Where the interface stands in the page. */
export interface Home {
  /** Puts it first in the body that is there now, if it is not there yet; says whether there is a body. */
  attach(): boolean;
  stop(): void;
}

/** Keeps `own` in the page, whatever a router does to the body; `leave` is called before it leaves one. */
export function createHome(state: State, own: HTMLElement, leave: () => void): Home {
  const { win } = state;
  const doc = win.document;
  let body: HTMLElement | undefined;
  /** How often the interface comes back to a body that it was taken out of: whoever insists is let. */
  let returns = 20;

  /** First in the body that is there now: a router may have brought another, with a copy of this in it. */
  function attach(): boolean {
    if (doc.body && own.parentNode !== doc.body) {
      leave();
      body = doc.body;
      for (const copy of doc.querySelectorAll('[data-heed-ui]')) if (!copy.shadowRoot) copy.remove();
      body.prepend(own);
      // A router may fill the body anew.
      bodies.observe(body, { childList: true });
      // Over all that the page raises, and free of what it does to its body; but not over a dialog that makes it inert.
      if (own.showPopover && !doc.querySelector(':modal')) {
        own.popover = 'manual';
        own.showPopover();
      }
    }
    return !!doc.body;
  }

  const isWanted = () => state.shown || state.draft || state.reload;
  const bodies = new win.MutationObserver(() => {
    const same = doc.body === body;
    if (same && (own.parentNode === body || !isWanted() || --returns < 0)) return;
    if (isWanted()) attach();
    state.draw();
  });
  bodies.observe(doc.documentElement, { childList: true });

  return { attach, stop: () => bodies.disconnect() };
}
