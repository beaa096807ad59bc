import type { HeldFrame } from './host.ts';
import type { Layers } from './layer.ts';
import { placeholder } from './placeholder.tsx';
import { standIn } from './stand-in.ts';
import type { View } from './view.tsx';

/** The placeholders of a page. */
export interface Frames {
  /** Puts one where the frame stands; returns its undo. */
  hold(frame: HeldFrame): () => void;
  draw(): void;
  speak(): void;
  clear(): void;
}

export function createFrames(view: View, layers: Layers): Frames {
  const { win, render } = view;
  const shown = new Map<Element, { draw(): void; undo(): void; frame: HeldFrame; place: HTMLElement }>();

  // A page that takes a frame away knows nothing of its placeholder.
  const pages = new win.MutationObserver(() => {
    for (const [element, { undo, frame }] of shown) {
      if (element.isConnected) continue;
      undo();
      frame.lost();
    }
  });

  return {
    hold(frame) {
      const { element } = frame;
      const known = shown.get(element);
      if (known) return known.undo;
      const nothing = () => {};
      // Gone while the file of this was on its way.
      if (!element.isConnected) {
        frame.lost();
        return nothing;
      }
      const place = layers.make('placeholder');
      const inside = place.shadowRoot!;
      const back = standIn(element, place, win);
      if (!back) return nothing;
      const draw = () => render(placeholder(view, frame), inside);
      const undo = () => {
        if (!shown.delete(element)) return;
        if (!shown.size) pages.disconnect();
        const focusGoes = inside.activeElement;
        render(null, inside);
        back();
        if (focusGoes) element.focus();
      };
      shown.set(element, { draw, undo, frame, place });
      if (shown.size === 1) pages.observe(win.document, { childList: true, subtree: true });
      draw();
      return undo;
    },
    draw() {
      for (const { draw } of shown.values()) draw();
    },
    speak() {
      for (const { place } of shown.values()) layers.speak(place);
    },
    clear() {
      for (const { undo } of [...shown.values()]) undo();
    },
  };
}
