import { h, render } from 'preact';
import { createActions } from './actions.ts';
import { categoryName } from './describe.ts';
import { drawLayer } from './draw.tsx';
import type { Fills } from './fills.ts';
import { giveFocus } from './focus.ts';
import type { Frames } from './frames.ts';
import { createHome } from './home.ts';
import type { HeldFrame, MountUi } from './host.ts';
import { isolate } from './isolate.ts';
import { listOf, loadTexts, speaker } from './language.ts';
import { createLater, type Panel } from './later.ts';
import { createLayers } from './layer.ts';
import { roomKeeper } from './room.ts';
import { tellShown } from './tell.ts';
import { en } from './texts/en.ts';
import { acceptAndReject, button, privacyLink, type State, type View } from './view.tsx';

const asks = (host: Element) => !!(host.shadowRoot && host.shadowRoot.querySelector('[part=banner]'));

export const mountUi: MountUi = async (host) => {
  const { consent, policy, win } = host;
  const doc = win.document;
  const page = doc.documentElement;
  let given = await loadTexts(host);
  // Heed asks for this file before the page has a body.
  if (!doc.body)
    await new Promise((there) => doc.addEventListener('DOMContentLoaded', there, { once: true }));
  let english: object = en;
  let panel: Panel | undefined;
  let frames: Frames | undefined;
  let fills: Fills | undefined;

  const state: State = {
    h,
    render,
    listOf,
    isolate,
    categoryName,
    button,
    acceptAndReject,
    privacyLink,
    consent,
    policy,
    win,
    say: speaker(given, english, policy.texts),
    facts: {},
    decision: consent.decision,
    shown: false,
    dismissed: false,
    message: '',
    reload: null,
    draft: null,
    conflict: null,
    copied: null,
    gone: false,
    draw,
  };
  const layers = createLayers(win, () => state.say('lang'));
  const own = layers.make('ui');
  const root = own.shadowRoot!;
  const keepRoom = roomKeeper(win);
  const home = createHome(state, own, () => view.close());
  const withPanel = createLater(host, state, (loaded) => {
    panel = loaded;
    frames = panel.createFrames(view, layers);
    fills = panel.createFills(view);
    english = { ...en, ...panel.enPanel };
    layers.style(panel.css);
    speak();
  });
  const { attach } = home;
  const view: View = Object.assign(state, createActions(state, root, home, withPanel));

  function draw(): void {
    const focused = root.activeElement;
    drawLayer(view, panel, root);
    keepRoom(root.querySelector('.banner'));
    if (focused && !focused.isConnected && !view.draft) giveFocus(doc, null);
    if (frames) frames.draw();
    fill();
  }
  function fill(): void {
    if (fills) fills.draw();
    else if (doc.querySelector('[data-heed-open]:empty')) withPanel(draw);
  }

  function speak(): void {
    view.say = speaker(given, english, policy.texts);
    layers.speak(own);
    if (frames) frames.speak();
    host.setStatusText(view.say('honored'));
    draw();
  }

  const unsubscribe = consent.subscribe((decision) => {
    if (decision === view.decision) return;
    view.decision = decision;
    view.dismissed = false;
    // The panel shows what is in force, also when it changes under the visitor's hands.
    if (view.draft) view.draft = panel!.draftOf(decision);
    draw();
  });

  let asked = 0;
  const tongues = new win.MutationObserver(async () => {
    const mine = ++asked;
    const texts = await loadTexts(host);
    // The page may have changed its language again meanwhile.
    if (view.gone || mine !== asked) return;
    given = texts;
    speak();
  });
  tongues.observe(page, { attributeFilter: ['lang', 'dir', 'class', 'data-theme'] });

  host.setStatusText(view.say('honored'));
  fill();
  return {
    fill,
    banner(show) {
      // Another instance on this page asks already: one banner is enough.
      if (
        show &&
        !view.shown &&
        [...doc.querySelectorAll('[data-heed-ui]')].some((other) => other !== own && asks(other))
      )
        return;
      if (show && (!attach() || view.shown)) return;
      if (!show) view.dismissed = false;
      view.shown = show;
      draw();
      if (show) tellShown(win, 'banner');
    },
    openPreferences: view.open,
    askReload(run) {
      withPanel(() => {
        if (!attach()) return;
        view.reload = run;
        view.message = view.say('reload');
        draw();
      });
    },
    placeholder(frame: HeldFrame) {
      let undo: (() => void) | null = null;
      withPanel(() => {
        undo = undo || frames!.hold(frame);
      }, true);
      return () => {
        if (undo) undo();
        undo = () => {};
      };
    },
    declaration(element) {
      withPanel(() => {
        fills!.declare(element);
        draw();
      }, true);
    },
    destroy() {
      view.gone = true;
      unsubscribe();
      home.stop();
      tongues.disconnect();
      if (frames) frames.clear();
      if (fills) fills.clear();
      render(null, root);
      keepRoom(null);
      own.remove();
    },
  };
};
