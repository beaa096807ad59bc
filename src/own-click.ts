/**
 * Tells a click of the visitor: made by the browser (DOM `isTrusted`), and no forgery of an event. A key press on a
 * button is a click too. Loading, scrolling or moving is no act of will (R26).
 *
 * Made before the page's scripts run: they could change what events say of themselves.
 */
export function clickJudge(win: Window & typeof globalThis): (event: Event | undefined) => boolean {
  const { get } = Object.getOwnPropertyDescriptor(win.Event.prototype, 'type')!;
  return (event) => {
    try {
      // The native getter takes nothing but a real event: neither a look-alike nor a proxy.
      return !!event && get!.call(event) === 'click' && event.isTrusted;
    } catch (_) {
      return false;
    }
  };
}
