/** Gives the focus back, or to the page's main part where that is gone: it must never be lost (R86). */
export function giveFocus(doc: Document, wanted: Element | null): void {
  if (wanted) {
    (wanted as HTMLElement).focus();
    if ((wanted.getRootNode() as Document | ShadowRoot).activeElement === wanted) return;
  }
  const rest = doc.querySelector<HTMLElement>('main,[role=main],h1');
  if (!rest) return;
  if (rest.tabIndex < 0 && !rest.hasAttribute('tabindex')) {
    rest.tabIndex = -1;
    rest.addEventListener('blur', () => rest.removeAttribute('tabindex'), { once: true });
  }
  rest.focus({ preventScroll: true });
}
