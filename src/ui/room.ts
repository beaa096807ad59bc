/** Takes away the style attribute that an undo leaves empty. */
export function tidy(element: Element): void {
  if (!element.getAttribute('style')) element.removeAttribute('style');
}

const USES = ['keydown', 'pointerdown', 'wheel'];

/**
 * What has the focus, and the end of the page, can be scrolled out from under the banner (WCAG 2.4.11). Returns what
 * makes the room for an element, or gives it back. Nothing in the page moves by it (CLS).
 */
export function roomKeeper(win: Window & typeof globalThis) {
  const page = win.document.documentElement;
  const names = ['box-sizing', 'scroll-padding-bottom', 'padding-bottom'];
  let before: string[];
  let owner: Element | null = null;

  function write(values: readonly string[]): void {
    names.forEach((name, i) => page.style.setProperty(name, values[i]!));
  }
  function make(): void {
    const { height, top } = owner!.getBoundingClientRect();
    const room = win.innerHeight - top + 'px';
    // A page that is made as high as the window would be squeezed. What is out of sight needs no room.
    write(height ? ['content-box', room, room] : before);
  }
  function onUse(event: Event): void {
    if (!event.composedPath().includes(owner!)) make();
  }
  /** A page that fits its window gets a scroll bar, which moves what stands in it: only once it is in use. */
  function wait(on: boolean): void {
    for (const use of USES)
      if (on) win.addEventListener(use, onUse, { capture: true, passive: true });
      else win.removeEventListener(use, onUse, true);
  }
  // Tells of the first size as well, once the browser has it: to ask would have the page laid out at once.
  const sized = () => {
    if (!owner) return;
    const fits = page.scrollHeight <= page.clientHeight;
    wait(fits);
    if (!fits) make();
  };
  const sizes = win.ResizeObserver && new win.ResizeObserver(sized);

  return (element: Element | null): void => {
    if (element === owner) return;
    if (!owner) before = names.map((name) => page.style.getPropertyValue(name));
    owner = element;
    if (sizes) sizes.disconnect();
    if (element) return sizes ? sizes.observe(element) : sized();
    wait(false);
    write(before);
    tidy(page);
  };
}
