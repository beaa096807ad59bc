import type { Gate, Room } from './room.ts';

type Realm = Window & typeof globalThis;

/**
 * Windows of this origin that a page opens or embeds (about:blank, srcdoc, its own pages): each has functions of its
 * own, which a tag may use to go around this window's gate. Each gets a gate that follows this one.
 */
export function createRealms({ win, doc, patch }: Room, install: (realm: Realm) => Gate) {
  const gates = new Map<Realm, { readonly gate: Gate; readonly document: Document }>();

  function enter(realm: Realm | null | undefined): void {
    try {
      if (!realm || realm === win || !realm.document) return;
      const { document } = realm;
      const before = gates.get(realm);
      if (before && before.document === document) return;
      // A frame's first, empty document gives way to the real one, which may keep the window's functions.
      if (before) before.gate.destroy();
      gates.set(realm, { gate: install(realm), document });
    } catch (_) {
      // another origin's: what it asks for is its own
    }
  }
  /** Calls back with each gate whose window is still there. */
  function each(then: (gate: Gate) => void): void {
    gates.forEach(({ gate }, realm) => {
      try {
        if (!realm.closed && realm.document) return then(gate);
      } catch (_) {
        // another origin's by now
      }
      gates.delete(realm);
    });
  }

  const look = (element: Element) => enter((element as HTMLIFrameElement).contentWindow as Realm | null);
  // In the capture phase: before the page's own listener on the frame.
  const onLoad = (event: Event) => look(event.target as Element);
  doc.addEventListener('load', onLoad, true);
  patch(win, 'open', (native, self, args) => {
    const opened = native.apply(self, args);
    enter(opened);
    return opened;
  });

  return {
    look,
    each,
    destroy() {
      doc.removeEventListener('load', onLoad, true);
      each((gate) => gate.destroy());
    },
  };
}
