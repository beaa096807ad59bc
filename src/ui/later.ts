import type { UiHost } from './host.ts';
import type { State } from './view.tsx';

/** What only a visitor who looks closer needs, in a file of its own. */
export type Panel = typeof import('./panel.tsx');

/**
 * Runs `then` with the panel's file, at once where it is there; `facts` fetches what Heed knows of vendors too, and draws
 * anew with it. Without it vendors go by what the file says.
 */
export type WithPanel = (then: (panel: Panel) => void, facts?: boolean) => void;

/**
 * Fetches what most visitors never need when it is first needed, and once. `onPanel` runs before the first `then`. What
 * comes when the interface is gone is left aside.
 */
export function createLater({ warn }: UiHost, state: State, onPanel: (panel: Panel) => void): WithPanel {
  let panel: Panel | undefined;
  let learning = false;

  function learn(): void {
    learning = true;
    import('../vendors/facts.ts').then(
      ({ facts }) => {
        state.facts = facts;
        if (!state.gone) state.draw();
      },
      (error) => warn('the facts about vendors were not loaded: ' + error),
    );
  }

  return (then, facts) => {
    if (facts && !learning) learn();
    if (panel) return then(panel);
    import('./panel.tsx').then(
      (loaded) => {
        if (state.gone) return;
        if (!panel) onPanel((panel = loaded));
        then(panel);
      },
      (error) => warn('heed.panel.js was not loaded: ' + error),
    );
  };
}
