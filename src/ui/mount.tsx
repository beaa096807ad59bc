import { Fragment, h, render } from 'preact';
import { banner } from './banner.tsx';
import { giveFocus } from './focus.ts';
import type { Frames } from './frames.ts';
import type { HeldFrame, MountUi } from './host.ts';
import { loadTexts, speaker } from './language.ts';
import { createLayers } from './layer.ts';
import { roomKeeper } from './room.ts';
import { en } from './texts/en.ts';
import { acceptAndReject, button, privacyLink, type View } from './view.tsx';

/** What only a visitor who looks closer needs, in a file of its own. */
type Panel = typeof import('./panel.tsx');

const asks = (host: Element) => !!(host.shadowRoot && host.shadowRoot.querySelector('[part=banner]'));

export const mountUi: MountUi = async (host) => {
  const { consent, policy, win } = host;
  const doc = win.document;
  const page = doc.documentElement;
  let given = await loadTexts(host);
  let english: object = en;
  const layers = createLayers(win, () => view.say('lang'));
  let shown = false;
  let dismissed = false;
  let opener: Element | null = null;
  let message = '';
  let reload: (() => void) | null = null;
  let panel: Panel | undefined;
  let frames: Frames | undefined;
  let body: HTMLElement | undefined;
  /** How often the interface comes back to a body that it was taken out of: whoever insists is let. */
  let returns = 20;
  const tables = new Set<Element>();
  const links = new Set<Element>();

  const part = <Kind extends Element>(name: string) => root.querySelector<Kind>(`[part=${name}]`);
  const panelDialog = () => part<HTMLDialogElement>('panel')!;
  const conflictDialog = () => part<HTMLDialogElement>('conflict')!;

  /** First in the body that is there now: a router may have brought another, with a copy of this in it. */
  function attach(): boolean {
    if (doc.body && own.parentNode !== doc.body) {
      view.close();
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

  const shownNow = (name: 'banner' | 'panel') =>
    doc.dispatchEvent(new win.CustomEvent('heed:shown', { bubbles: true, detail: { part: name } }));

  function draw(): void {
    const showing = shown && !dismissed;
    const focused = root.activeElement;
    render(
      <>
        {showing && banner(view)}
        {!showing &&
          reload &&
          panel!.reloadNotice(view, reload, () => {
            reload = null;
            draw();
          })}
        {view.draft && panel!.panel(view)}
        {view.conflict && panel!.conflict(view)}
        <p class="aloud" role="status">
          {message}
        </p>
      </>,
      root,
    );
    keepRoom(root.querySelector('.banner'));
    if (focused && !focused.isConnected && !view.draft) giveFocus(doc, null);
    if (frames) frames.draw();
    const empty = doc.querySelectorAll('[data-heed-open]:empty');
    if (panel) empty.forEach(links.add, links);
    else if (empty.length) withPanel(draw);
    for (const [elements, content] of [
      [tables, () => panel!.declaration(view)],
      [links, () => panel!.openerLabel(view)],
    ] as const)
      for (const element of elements)
        if (element.isConnected) render(content(), element);
        else elements.delete(element);
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
      },
      (error) => host.warn('the facts about vendors were not loaded: ' + error),
    );
  }

  /** Runs `then` with the panel's file, at once where it is there. */
  function withPanel(then: () => void): void {
    if (panel) return then();
    import('./panel.tsx').then(
      (loaded) => {
        if (gone) return;
        if (!panel) {
          panel = loaded;
          frames = loaded.createFrames(view, layers);
          english = { ...en, ...loaded.enPanel };
          layers.style(loaded.css);
          speak();
        }
        then();
      },
      (error) => host.warn('heed.panel.js was not loaded: ' + error),
    );
  }

  function speak(): void {
    view.say = speaker(given, english, policy.texts);
    layers.speak(own);
    if (frames) frames.speak();
    host.setStatusText(view.say('honored'));
    draw();
  }

  /** Hands a choice on: the one place from which the interface does so. */
  function pass(input: Parameters<View['choose']>[0], event: Event, stay?: boolean): void {
    // The click goes along, so that a grant once given against a signal stays. "All" never lifts one (R31).
    consent.choose(input, input === 'all' ? undefined : { event });
    if (!stay) {
      shown = false;
      view.close();
    }
    attach();
    message = view.say('saved') + (reload ? ' ' + view.say('reload') : '');
    draw();
  }

  const signalled = () => view.decision.signals.gpc || view.decision.signals.dnt;

  const view: View = {
    h,
    render,
    button,
    acceptAndReject,
    privacyLink,
    consent,
    policy,
    win,
    say: speaker(given, english, policy.texts),
    facts: {},
    decision: consent.decision,
    draft: null,
    conflict: null,
    copied: null,
    draw,
    edit(draft) {
      view.draft = draft;
      draw();
    },
    choose(input, event, stay) {
      if (typeof input === 'string' || !signalled()) return pass(input, event, stay);
      learn();
      withPanel(() => {
        const lifts = panel!.liftsOf(policy, view.decision, input);
        if (!lifts.length) return pass(input, event, stay);
        if (view.conflict || !attach()) return;
        view.conflict = { input, lifts, stay };
        draw();
        conflictDialog().showModal();
        root.getElementById('conflict-title')!.focus();
      });
    },
    settle(allow, event) {
      const { input, stay } = view.conflict!;
      conflictDialog().close();
      view.conflictClosed();
      if (allow) pass(input, event, stay);
      else if (!stay) pass(panel!.withoutLifts(view, input), event);
    },
    conflictClosed() {
      // It tells of its closing a task later, when another may be open.
      if (!view.conflict || conflictDialog().open) return;
      view.conflict = null;
      draw();
    },
    open(from) {
      const wanted = from || doc.activeElement;
      learn();
      withPanel(() => {
        // It tells of its closing a task later; who asks again before that gets it.
        if (view.draft) view.closed();
        if (view.draft || !attach()) return;
        opener = wanted;
        message = '';
        view.copied = null;
        view.edit(panel!.draftOf(view.decision));
        panelDialog().showModal();
        // A filter list hides it. Who asks for it gets it: unseen it would only lock the page.
        if (win.getComputedStyle(own).display === 'none') own.removeAttribute('data-heed-ui');
        shownNow('panel');
        root.getElementById('panel-title')!.focus();
      });
    },
    close() {
      if (view.conflict) conflictDialog().close();
      if (view.draft) panelDialog().close();
    },
    closed() {
      if (!view.draft || panelDialog().open) return;
      view.draft = view.conflict = null;
      draw();
      giveFocus(doc, opener);
    },
    dismiss() {
      dismissed = true;
      draw();
    },
  };

  const own = layers.make('ui');
  const root = own.shadowRoot!;
  const keepRoom = roomKeeper(win, () => root.querySelector('.banner'));
  let gone = false;

  const unsubscribe = consent.subscribe((decision) => {
    if (decision === view.decision) return;
    view.decision = decision;
    dismissed = false;
    // The panel shows what is in force, also when it changes under the visitor's hands.
    if (view.draft) view.draft = panel!.draftOf(decision);
    draw();
  });
  const bodies = new win.MutationObserver(() => {
    const same = doc.body === body;
    if (same && (own.parentNode === body || !(shown || view.draft || reload) || --returns < 0)) return;
    if (shown || view.draft || reload) attach();
    draw();
  });
  bodies.observe(page, { childList: true });

  let asked = 0;
  const tongues = new win.MutationObserver(async () => {
    const mine = ++asked;
    const texts = await loadTexts(host);
    // The page may have changed its language again meanwhile.
    if (gone || mine !== asked) return;
    given = texts;
    speak();
  });
  tongues.observe(page, { attributeFilter: ['lang', 'dir', 'class', 'data-theme'] });

  speak();
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
    askReload(run) {
      withPanel(() => {
        if (!attach()) return;
        reload = run;
        message = view.say('reload');
        draw();
      });
    },
    placeholder(frame: HeldFrame) {
      let undo: (() => void) | null = null;
      learn();
      withPanel(() => {
        undo = undo || frames!.hold(frame);
      });
      return () => {
        if (undo) undo();
        undo = () => {};
      };
    },
    declaration(element) {
      learn();
      withPanel(() => {
        tables.add(element);
        draw();
      });
    },
    destroy() {
      gone = true;
      unsubscribe();
      bodies.disconnect();
      tongues.disconnect();
      if (frames) frames.clear();
      for (const element of [...tables, ...links]) render(null, element);
      render(null, root);
      keepRoom(null, true);
      own.remove();
    },
  };
};
