import { Fragment, h, render } from 'preact';
import { banner } from './banner.tsx';
import { giveFocus } from './focus.ts';
import type { HeldFrame, MountUi } from './host.ts';
import { loadTexts, speaker } from './language.ts';
import { createLayers } from './layer.ts';
import { placeholder } from './placeholder.tsx';
import { roomKeeper } from './room.ts';
import { standIn } from './stand-in.ts';
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
  const frames = new Map<Element, { draw(): void; undo(): void; frame: HeldFrame; place: HTMLElement }>();
  const tables = new Set<Element>();
  const links = new Set<Element>();

  const part = <Kind extends Element>(name: string) => root.querySelector<Kind>(`[part=${name}]`);
  const panelDialog = () => part<HTMLDialogElement>('panel')!;
  const conflictDialog = () => part<HTMLDialogElement>('conflict')!;

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
    for (const frame of frames.values()) frame.draw();
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
    for (const element of [own, ...[...frames.values()].map(({ place }) => place)]) layers.speak(element);
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
  tongues.observe(page, { attributeFilter: ['lang', 'dir'] });

  // A page that takes a frame away knows nothing of its placeholder.
  const pages = new win.MutationObserver(() => {
    for (const [element, { undo, frame }] of frames) {
      if (element.isConnected) continue;
      undo();
      frame.lost();
    }
  });

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
      learn();
      // "Always allow" may have to ask, and what need not be asked is to be chosen within the click.
      if (signalled()) withPanel(() => {});
      const { element } = frame;
      const known = frames.get(element);
      if (known) return known.undo;
      const place = layers.make('placeholder');
      const inside = place.shadowRoot!;
      const back = standIn(element, place, win);
      if (!back) return () => {};
      const drawFrame = () => render(placeholder(view, frame), inside);
      const undo = () => {
        if (!frames.delete(element)) return;
        if (!frames.size) pages.disconnect();
        const focusGoes = inside.activeElement;
        render(null, inside);
        back();
        if (focusGoes) element.focus();
      };
      frames.set(element, { draw: drawFrame, undo, frame, place });
      if (frames.size === 1) pages.observe(doc, { childList: true, subtree: true });
      drawFrame();
      return undo;
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
      for (const { undo } of [...frames.values()]) undo();
      for (const element of [...tables, ...links]) render(null, element);
      render(null, root);
      keepRoom(null, true);
      own.remove();
    },
  };
};
