import { Fragment, h, render } from 'preact';
import { banner } from './banner.tsx';
import type { Panel } from './later.ts';
import type { View } from './view.tsx';

/** Draws what stands in the interface's own layer, from the view alone; `panel` is there once something needs it. */
export function drawLayer(view: View, panel: Panel | undefined, root: ShadowRoot): void {
  const { reload } = view;
  const showing = view.shown && !view.dismissed;
  render(
    <>
      {showing && banner(view)}
      {!showing &&
        reload &&
        panel!.reloadNotice(view, reload, () => {
          view.reload = null;
          view.draw();
        })}
      {view.draft && panel!.panel(view)}
      {view.conflict && panel!.conflict(view)}
      <p class="aloud" role="status">
        {view.message}
      </p>
    </>,
    root,
  );
}
