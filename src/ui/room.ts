/** Takes away the style attribute that an undo leaves empty. */
export function tidy(element: Element): void {
  if (!element.getAttribute('style')) element.removeAttribute('style');
}

/**
 * What has the focus, and the end of the page, can be scrolled out from under the banner (WCAG 2.4.11). Returns what
 * makes the room for an element, or gives it back; `end` stops it for good.
 */
export function roomKeeper(win: Window, current: () => Element | null) {
  const page = win.document.documentElement;
  const names = ['scroll-padding-block-end', 'padding-block-end'];
  let before: string[] | null = null;
  const onResize = () => keep(current());
  win.addEventListener('resize', onResize);

  function keep(element: Element | null, end?: boolean): void {
    if (end) win.removeEventListener('resize', onResize);
    if (!before && !element) return;
    const old = (before = before || names.map((name) => page.style.getPropertyValue(name)));
    names.forEach((name, i) => {
      const height = element && win.innerHeight - element.getBoundingClientRect().top + 'px';
      page.style.setProperty(name, height || old[i]!);
    });
    if (!element) {
      before = null;
      tidy(page);
    }
  }
  return keep;
}
