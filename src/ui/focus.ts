/** The element that has the focus, looked up through open shadow roots; null if it is only the body. */
export function focused(doc: Document): HTMLElement | null {
  let at = doc.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at && at !== doc.body ? (at as HTMLElement) : null;
}

/** Gives the focus back, or to the page's main part where that is gone: it must never be lost (R86). */
export function giveFocus(doc: Document, wanted: Element | null): void {
  if (wanted?.isConnected) {
    (wanted as HTMLElement).focus();
    if (focused(doc) === wanted) return;
  }
  const rest = doc.querySelector<HTMLElement>('main,[role=main],h1,a[href],button');
  if (!rest) return;
  if (rest.tabIndex < 0 && !rest.hasAttribute('tabindex')) {
    rest.setAttribute('tabindex', '-1');
    rest.addEventListener('blur', () => rest.removeAttribute('tabindex'), { once: true });
  }
  rest.focus({ preventScroll: true });
}
