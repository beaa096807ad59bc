/**
 * Whether an event is a click of the visitor: made by the browser (DOM `isTrusted`), and no forgery of an event. A key
 * press on a button is a click too. Loading, scrolling or moving is no act of will (R26).
 */
export function isOwnClick(win: Window & typeof globalThis, event: Event | undefined): boolean {
  try {
    // The native getter takes nothing but a real event: neither a look-alike nor a proxy.
    const { get } = Object.getOwnPropertyDescriptor(win.Event.prototype, 'type')!;
    return !!event && get!.call(event) === 'click' && event.isTrusted;
  } catch (_) {
    return false;
  }
}
