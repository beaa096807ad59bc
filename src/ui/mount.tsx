import { Fragment, h, render } from 'preact';
import { banner } from './banner.tsx';
import { declaration } from './declaration.tsx';
import { draftOf } from './draft.ts';
import { giveFocus } from './focus.ts';
import type { HeldFrame, MountUi } from './host.ts';
import { loadTexts } from './language.ts';
import { layerMaker } from './layer.ts';
import { panel } from './panel.tsx';
import { placeholder } from './placeholder.tsx';
import { standIn, tidy } from './stand-in.ts';
import type { View } from './view.tsx';

const asks = (host: Element) => !!(host.shadowRoot && host.shadowRoot.querySelector('.banner'));

export const mountUi: MountUi = async (host) => {
  const { consent, policy, win } = host;
  const doc = win.document;
  const page = doc.documentElement;
  const say = await loadTexts(host);
  host.setStatusText(say('honored'));

  const layer = layerMaker(win, say('lang'));
  const own = layer('ui');
  const root = own.shadowRoot!;
  let shown = false;
  let dismissed = false;
  let opener: Element | null = null;
  let message = '';
  const frames = new Map<Element, { draw(): void; undo(): void; frame: HeldFrame }>();
  const tables = new Set<Element>();

  const dialog = () => root.querySelector('dialog')!;
  const bannerElement = () => root.querySelector('.banner');

  // What has the focus, and the end of the page, can be scrolled out from under the banner (WCAG 2.4.11).
  const room = ['scroll-padding-block-end', 'padding-block-end'];
  let roomBefore: string[] | null = null;
  function makeRoom(): void {
    const element = bannerElement();
    if (!roomBefore && !element) return;
    const before = (roomBefore = roomBefore || room.map((name) => page.style.getPropertyValue(name)));
    room.forEach((name, i) => {
      const height = element && win.innerHeight - element.getBoundingClientRect().top + 'px';
      page.style.setProperty(name, height || before[i]!);
    });
    if (!element) {
      roomBefore = null;
      tidy(page);
    }
  }
  win.addEventListener('resize', makeRoom);

  /** First in the body that is there now: a router may have brought another, with a copy of this in it. */
  function attach(): boolean {
    const { body } = doc;
    if (body && own.parentNode !== body) {
      view.close();
      for (const copy of doc.querySelectorAll('[data-heed-ui]')) if (!copy.shadowRoot) copy.remove();
      body.prepend(own);
    }
    return !!body;
  }

  const shownNow = (part: 'banner' | 'panel') =>
    doc.dispatchEvent(new win.CustomEvent('heed:shown', { bubbles: true, detail: { part } }));

  function draw(): void {
    const showing = shown && !dismissed;
    const focusGoes = !showing && !view.draft && bannerElement() && root.activeElement;
    render(
      <>
        {showing && banner(view)}
        {view.draft && panel(view)}
        <p class="aloud" role="status">
          {message}
        </p>
      </>,
      root,
    );
    makeRoom();
    if (focusGoes) giveFocus(doc, null);
    for (const frame of frames.values()) frame.draw();
  }

  let learning = false;
  /** Fetches what Heed knows of vendors, and draws anew with it. Without it vendors go by what the file says. */
  function learn(): void {
    if (learning) return;
    learning = true;
    import('../vendors/facts.ts').then(
      ({ facts }) => {
        view.facts = facts;
        draw();
        for (const element of tables) render(declaration(view), element);
      },
      (error) => host.warn('the facts about vendors were not loaded: ' + error),
    );
  }

  const view: View = {
    policy,
    say,
    facts: {},
    decision: consent.decision,
    draft: null,
    edit(draft) {
      view.draft = draft;
      draw();
    },
    choose(input, event, stay) {
      // The click goes along, so that a grant once given against a signal stays. "All" never lifts one (R31).
      consent.choose(input, input === 'all' ? undefined : { event });
      if (!stay) {
        shown = false;
        view.close();
      }
      attach();
      message = say('saved');
      draw();
    },
    open(from) {
      // It tells of its closing a task later; who asks again before that gets it.
      if (view.draft) view.closed();
      if (view.draft || !attach()) return;
      learn();
      opener = from || doc.activeElement;
      message = '';
      view.edit(draftOf(view.decision));
      dialog().showModal();
      shownNow('panel');
      root.getElementById('panel-title')!.focus();
    },
    close() {
      if (view.draft) dialog().close();
    },
    closed() {
      if (!view.draft || dialog().open) return;
      view.draft = null;
      draw();
      giveFocus(doc, opener);
    },
    dismiss() {
      dismissed = true;
      draw();
    },
  };

  const unsubscribe = consent.subscribe((decision) => {
    if (decision === view.decision) return;
    view.decision = decision;
    dismissed = false;
    // The panel shows what is in force, also when it changes under the visitor's hands.
    if (view.draft) view.draft = draftOf(decision);
    draw();
  });
  const bodies = new win.MutationObserver(() => {
    if (shown || view.draft) attach();
  });
  bodies.observe(page, { childList: true });

  // A page that takes a frame away knows nothing of its placeholder.
  const pages = new win.MutationObserver(() => {
    for (const [element, { undo, frame }] of frames) {
      if (element.isConnected) continue;
      undo();
      frame.lost();
    }
  });

  return {
    banner(show) {
      // Another instance on this page asks already: one banner is enough.
      if (
        show &&
        !shown &&
        [...doc.querySelectorAll('[data-heed-ui]')].some((other) => other !== own && asks(other))
      )
        return;
      if (show && (!attach() || shown)) return;
      if (!show) dismissed = false;
      shown = show;
      draw();
      if (show) shownNow('banner');
    },
    openPreferences: view.open,
    placeholder(frame: HeldFrame) {
      learn();
      const { element } = frame;
      const known = frames.get(element);
      if (known) return known.undo;
      const place = layer('placeholder');
      const inside = place.shadowRoot!;
      const back = standIn(element, place, win);
      if (!back) return () => {};
      const draw = () => render(placeholder(view, frame), inside);
      const undo = () => {
        if (!frames.delete(element)) return;
        if (!frames.size) pages.disconnect();
        const focusGoes = inside.activeElement;
        render(null, inside);
        back();
        if (focusGoes) element.focus();
      };
      frames.set(element, { draw, undo, frame });
      if (frames.size === 1) pages.observe(doc, { childList: true, subtree: true });
      draw();
      return undo;
    },
    declaration(element) {
      learn();
      tables.add(element);
      render(declaration(view), element);
    },
    destroy() {
      unsubscribe();
      bodies.disconnect();
      win.removeEventListener('resize', makeRoom);
      for (const { undo } of [...frames.values()]) undo();
      for (const element of tables) render(null, element);
      render(null, root);
      makeRoom();
      own.remove();
    },
  };
};
