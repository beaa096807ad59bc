/** What to look for: a role, and its name as text or as the source of a regular expression. */
export interface Part {
  role: string;
  name: string;
  /** Flags of the expression; undefined where the name is plain text. */
  flags?: string;
}

export interface PartState {
  text: string;
  checked: boolean;
  disabled: boolean;
  width: number;
  height: number;
}

declare global {
  interface Window {
    __test: ReturnType<typeof makePageSide>;
    __ran?: string[];
  }
}

/**
 * Everything that tests call inside the page. It is sent there as text and runs before the page's first script, so it has
 * the natives whatever the page does to them later, and nothing in it may refer to the outside.
 */
export function makePageSide() {
  const natives = {
    fetch: window.fetch.bind(window),
    requestAnimationFrame: window.requestAnimationFrame.bind(window),
    setTimeout: window.setTimeout.bind(window),
  };
  const text = (value: string | null | undefined) => (value ?? '').replace(/\s+/g, ' ').trim();

  /** The roles that an interface of plain HTML has, no more. */
  function roleOf(element: Element): string {
    const given = element.getAttribute('role');
    if (given) return given;
    const tag = element.localName;
    if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
    if (tag === 'input') {
      const { type } = element as HTMLInputElement;
      return type === 'checkbox' || type === 'radio'
        ? type
        : /^(button|submit)$/.test(type)
          ? 'button'
          : 'textbox';
    }
    if (/^h[1-6]$/.test(tag)) return 'heading';
    if (tag === 'section') return nameAttribute(element) ? 'region' : '';
    const roles: Record<string, string> = { summary: 'button', aside: 'complementary' };
    return roles[tag] ?? tag; // button, dialog, table, img, iframe
  }

  const nameAttribute = (element: Element) =>
    element.getAttribute('aria-labelledby') || element.getAttribute('aria-label');

  function nameOf(element: Element): string {
    const by = element.getAttribute('aria-labelledby');
    if (by) {
      const root = element.getRootNode() as Document | ShadowRoot;
      return text(
        by
          .split(/\s+/)
          .map((id) => root.getElementById(id)?.textContent)
          .join(' '),
      );
    }
    const labels = Array.from((element as HTMLInputElement).labels ?? [], (label) => label.textContent);
    return (
      text(element.getAttribute('aria-label')) ||
      text(labels.join(' ')) ||
      text(element.textContent) ||
      text(element.getAttribute('title'))
    );
  }

  function isVisible(element: Element) {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  }

  function search(root: Document | ShadowRoot, wanted: Part): Element | null {
    const isName = (name: string) =>
      wanted.flags === undefined ? name === wanted.name : new RegExp(wanted.name, wanted.flags).test(name);
    for (const element of Array.from(root.querySelectorAll('*'))) {
      if (roleOf(element) === wanted.role && isVisible(element) && isName(nameOf(element))) return element;
      const inside = element.shadowRoot && search(element.shadowRoot, wanted);
      if (inside) return inside;
    }
    return null;
  }

  /** The first visible element with that role and accessible name, in open shadow roots too. */
  const find = (wanted: Part) => search(document, wanted);

  function stateOf(wanted: Part): PartState | null {
    const element = find(wanted);
    if (!element) return null;
    const box = element.getBoundingClientRect();
    return {
      text: text(element.textContent),
      checked:
        (element as HTMLInputElement).checked === true || element.getAttribute('aria-checked') === 'true',
      disabled:
        (element as HTMLButtonElement).disabled === true || element.getAttribute('aria-disabled') === 'true',
      width: box.width,
      height: box.height,
    };
  }

  /** A hidden tab gets no frames. */
  const frame = () =>
    new Promise<void>((resolve) => {
      if (document.hidden) natives.setTimeout(() => resolve(), 0);
      else natives.requestAnimationFrame(() => resolve());
    });

  /** Loaded, then one request each to the site and to a host never seen before and back, then two frames. */
  async function roundTrip(path: string, host: string) {
    if (document.readyState !== 'complete') {
      await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
    }
    await frame();
    await Promise.all([
      natives.fetch(path, { cache: 'no-store' }).catch(() => {}),
      // A fresh host takes a fresh connection, as whatever was asked of a vendor before did. A policy may forbid it.
      natives.fetch(`https://${host}${path}`, { mode: 'no-cors' }).catch(() => {}),
    ]);
    await frame();
    await frame();
  }

  /** Scrolls to a part and gives its middle, in the viewport, once it stands still there. */
  async function pointOf(wanted: Part) {
    for (let last = ''; ; await frame()) {
      const element = find(wanted);
      if (!element) continue;
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const middle = { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) };
      const isInside = middle.x >= 0 && middle.y >= 0 && middle.x < innerWidth && middle.y < innerHeight;
      const now = JSON.stringify(middle);
      if (isInside && now === last) return middle;
      last = now;
    }
  }

  return { find, stateOf, pointOf, roundTrip, natives };
}
