import { giveFocus } from './focus.ts';
import type { Home } from './home.ts';
import type { WithPanel } from './later.ts';
import { tellShown } from './tell.ts';
import type { Actions, State } from './view.tsx';

/** What the visitor's hand can do: choose, and open and close the dialogs. */
export function createActions(
  state: State,
  root: ShadowRoot,
  { attach }: Home,
  withPanel: WithPanel,
): Actions {
  const { consent, policy, win } = state;
  const doc = win.document;
  let opener: Element | null = null;

  const dialog = (name: 'panel' | 'conflict') => root.querySelector<HTMLDialogElement>(`[part=${name}]`)!;
  function show(name: 'panel' | 'conflict'): void {
    dialog(name).showModal();
    // A filter list hides it. Who asks for it gets it: unseen it would only lock the page.
    if (win.getComputedStyle(root.host).display === 'none') root.host.removeAttribute('data-heed-ui');
    root.getElementById(name + '-title')!.focus();
  }
  const signalled = () => state.decision.signals.gpc || state.decision.signals.dnt;

  /** Hands a choice on: the one place from which the interface does so. */
  function pass(input: Parameters<Actions['choose']>[0], event: Event, stay?: boolean): void {
    // The click goes along, so that a grant once given against a signal stays. "All" never lifts one (R31).
    consent.choose(input, input === 'all' ? undefined : { event });
    if (!stay) {
      state.shown = false;
      actions.close();
    }
    attach();
    state.message = state.say('saved') + (state.reload ? ' ' + state.say('reload') : '');
    state.draw();
  }

  const actions: Actions = {
    edit(draft) {
      state.draft = draft;
      state.draw();
    },
    choose(input, event, stay) {
      if (typeof input === 'string' || !signalled()) return pass(input, event, stay);
      withPanel(({ liftsOf }) => {
        const lifts = liftsOf(policy, state.decision, input);
        if (!lifts.length) return pass(input, event, stay);
        if (state.conflict || !attach()) return;
        state.conflict = { input, lifts, stay };
        state.draw();
        show('conflict');
      }, true);
    },
    settle(input, event) {
      const { stay } = state.conflict!;
      dialog('conflict').close();
      actions.conflictClosed();
      if (input) pass(input, event, stay);
    },
    conflictClosed() {
      // It tells of its closing a task later, when another may be open.
      if (!state.conflict || dialog('conflict').open) return;
      state.conflict = null;
      state.draw();
    },
    open(from) {
      const wanted = from || doc.activeElement;
      withPanel(({ draftOf }) => {
        // It tells of its closing a task later; who asks again before that gets it.
        if (state.draft) actions.closed();
        if (state.draft || !attach()) return;
        opener = wanted;
        state.message = '';
        state.copied = null;
        actions.edit(draftOf(state.decision));
        show('panel');
        tellShown(win, 'panel');
      }, true);
    },
    close() {
      if (state.conflict) dialog('conflict').close();
      if (state.draft) dialog('panel').close();
    },
    closed() {
      if (!state.draft || dialog('panel').open) return;
      state.draft = state.conflict = null;
      state.draw();
      giveFocus(doc, opener);
    },
    dismiss() {
      state.dismissed = true;
      state.draw();
    },
  };
  return actions;
}
