import { render } from 'preact';
import type { ChoiceInput, Decision } from '../types.ts';
import { Banner } from './banner.tsx';
import { Declaration } from './declaration.tsx';
import { type Draft, draftOf } from './draft.ts';
import { focused, giveFocus } from './focus.ts';
import type { HeldFrame, MountUi } from './host.ts';
import { loadTexts } from './language.ts';
import { shadowMaker } from './layer.ts';
import { Panel } from './panel.tsx';
import { Placeholder, standIn } from './placeholder.tsx';

export const mountUi: MountUi = async (host) => {
  const { consent, policy, win } = host;
  const doc = win.document;
  const page = doc.documentElement;
  const say = await loadTexts(host);
  host.setStatusText(say('honored'));

  const shadow = shadowMaker(win);
  // Texts have their own language; which side things stand on is the page's to say, whatever language it is in.
  const speak = (element: HTMLElement): HTMLElement => {
    element.lang = say('lang');
    element.dir = win.getComputedStyle(doc.body || page).direction || 'ltr';
    return element;
  };
  const layer = speak(doc.createElement('div'));
  layer.setAttribute('data-heed-ui', '');
  const root = shadow(layer);

  let decision: Decision = consent.decision;
  let shown = false;
  let dismissed = false;
  /** Where the keyboard was before it came into the banner. */
  let before: Element | null = null;
  let panel: { draft: Draft; opener: Element | null } | null = null;
  let message = '';
  const frames = new Map<HTMLIFrameElement, { draw(): void; undo(): void }>();
  const tables = new Map<Element, Node[]>();

  const part = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);

  /** First in the body that is there now: a router may have brought another. */
  function attach(): boolean {
    const { body } = doc;
    if (!body) return false;
    if (layer.parentNode !== body) {
      const focusedInside = root.activeElement;
      part<HTMLDialogElement>('dialog')?.close();
      doc.querySelectorAll('[data-heed-ui]').forEach((copy) => {
        if (!copy.shadowRoot) copy.remove();
      });
      speak(layer);
      body.prepend(layer);
      if (focusedInside) giveFocus(doc, focusedInside);
    }
    return true;
  }

  // What has the focus, and the end of the page, can be scrolled out from under the banner (WCAG 2.4.11).
  const room = ['scroll-padding-block-end', 'padding-block-end'];
  let saved: string[] | null = null;
  function keepClear(): void {
    const banner = part('.banner');
    if (banner) {
      saved ||= room.map((name) => page.style.getPropertyValue(name));
      const height = Math.ceil(win.innerHeight - banner.getBoundingClientRect().top) + 'px';
      for (const name of room) page.style.setProperty(name, height);
    } else if (saved) {
      room.forEach((name, i) => {
        page.style.setProperty(name, saved![i]!);
      });
      saved = null;
      if (!page.getAttribute('style')) page.removeAttribute('style');
    }
  }
  const sizes = win.ResizeObserver && new win.ResizeObserver(keepClear);

  function draw(): void {
    const banner = shown && !dismissed;
    const inBanner = !banner && part('.banner')?.contains(root.activeElement);
    render(
      <>
        {banner && (
          <Banner
            policy={policy}
            say={say}
            choose={(input) => {
              shown = false;
              message = say('saved');
              consent.choose(input);
              draw();
            }}
            preferences={open}
            dismiss={() => {
              dismissed = true;
              draw();
            }}
            enteredFrom={(from) => {
              if (from && !root.contains(from as Node)) before = from as Element;
            }}
          />
        )}
        {panel && (
          <Panel
            policy={policy}
            say={say}
            decision={decision}
            draft={panel.draft}
            edit={(draft) => {
              panel!.draft = draft;
              draw();
            }}
            choose={choose}
            close={() => part<HTMLDialogElement>('dialog')!.close()}
            closed={closed}
          />
        )}
        <p class="aloud" role="status">
          {message}
        </p>
      </>,
      root,
    );
    const element = part('.banner');
    sizes?.disconnect();
    if (element) sizes?.observe(element);
    keepClear();
    if (inBanner && !panel) giveFocus(doc, before);
    for (const frame of frames.values()) frame.draw();
  }

  /** The click goes along, so that a grant once given against a signal stays. "All" never lifts one (R31). */
  function choose(input: ChoiceInput, event: Event, stay?: boolean): void {
    consent.choose(input, input === 'all' ? undefined : { event });
    if (stay) return;
    shown = false;
    message = say('saved');
    part<HTMLDialogElement>('dialog')?.close();
  }

  function open(opener: Element | null): void {
    if (panel || !attach()) return;
    message = '';
    panel = { draft: draftOf(decision), opener: opener || focused(doc) };
    draw();
    part<HTMLDialogElement>('dialog')!.showModal();
    part('#panel-title')!.focus();
  }

  function closed(): void {
    const opener = panel?.opener || null;
    panel = null;
    draw();
    giveFocus(doc, opener);
  }

  function placeholder(frame: HeldFrame): () => void {
    const known = frames.get(frame.element);
    if (known) return known.undo;
    const place = speak(doc.createElement('div'));
    const back = standIn(frame.element, place, win);
    if (!back) return () => {};
    place.setAttribute('data-heed-placeholder', '');
    const inside = shadow(place);
    const entry = {
      draw: () =>
        render(
          <Placeholder
            frame={frame}
            policy={policy}
            say={say}
            decision={decision}
            always={(id, event) => {
              message = say('saved');
              consent.choose({ [id]: true }, { event });
            }}
          />,
          inside,
        ),
      undo: () => {
        if (!frames.delete(frame.element)) return;
        const hadFocus = inside.activeElement;
        render(null, inside);
        back();
        if (hadFocus) frame.element.focus();
      },
    };
    frames.set(frame.element, entry);
    entry.draw();
    return entry.undo;
  }

  const unsubscribe = consent.subscribe((next) => {
    if (next === decision) return;
    decision = next;
    dismissed = false;
    // The panel shows what is in force, also when it changes under the visitor's hands.
    if (panel) panel.draft = draftOf(next);
    draw();
  });
  const bodies = new win.MutationObserver(() => {
    if ((shown || panel) && !layer.isConnected) attach();
  });
  bodies.observe(page, { childList: true });

  return {
    banner(show) {
      if (show === shown && (!show || layer.parentNode === doc.body)) return;
      if (!show) dismissed = false;
      shown = show && attach();
      draw();
    },
    openPreferences: open,
    placeholder,
    declaration(element) {
      if (!tables.has(element)) {
        tables.set(element, Array.from(element.childNodes));
        element.replaceChildren();
      }
      render(<Declaration policy={policy} say={say} />, element);
    },
    destroy() {
      unsubscribe();
      bodies.disconnect();
      for (const frame of [...frames.values()]) frame.undo();
      for (const [element, nodes] of tables) {
        render(null, element);
        element.replaceChildren(...nodes);
      }
      tables.clear();
      shown = false;
      panel = null;
      draw();
      render(null, root);
      layer.remove();
    },
  };
};
