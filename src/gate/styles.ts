// biome-ignore-all lint/suspicious/noExplicitAny: a patch works on whatever the platform has there
import { PARKED } from './attributes.ts';
import { BLANK, gateCss, WORDS } from './css.ts';
import { type Finding, strictest } from './judge.ts';
import type { Room } from './room.ts';

/** Properties that take an address, with or without `-webkit-` (CSS Images, Masking, UI, Lists, Motion Path, SVG 2). */
const PROPERTIES =
  'background background-image border-image border-image-source box-reflect clip-path content cursor fill filter backdrop-filter list-style list-style-image marker marker-start marker-mid marker-end mask mask-image mask-border mask-border-source mask-box-image mask-box-image-source offset offset-path shape-outside stroke src';
/** One declaration that holds something. */
const HELD = new RegExp(`[^;]*${BLANK}[^;]*;?`, 'g');

const isStyle = (node: any): node is Element => !!node && node.localName === 'style';
const all = () => true;
/** The text without any address: what a text has in common with itself when it is held. */
const bare = (text: string) => gateCss(text, all);
const frames = (effect: any) => JSON.stringify(effect.getKeyframes());
const cssText = (self: any) => self.cssText;

/**
 * Holds addresses in styles. A `style` attribute keeps its full text in `data-heed-style`, a style element in
 * `data-heed-text`; what a script gives to the object model is given once more after the grant.
 */
export function createStyles({ win, doc, patch, construct, set, insert, url, holds, quarantine }: Room) {
  const setText = Object.getOwnPropertyDescriptor(win.Node.prototype, 'nodeValue')!.set!;

  /** The text without the addresses that are held now, of which it tells `found`. */
  const clean = (text: string, found: Finding[], mark?: string | null): string =>
    gateCss(text, (address) => {
      const finding = url(address, mark);
      return holds('style', finding) && !!found.push(finding);
    });

  const say = (style: Element, text: string): void =>
    style.childNodes.forEach((node, i) => void setText.call(node, i ? '' : text));

  /** Holds or frees, as the decision is now, what an element has in its attribute or as its text. */
  function wear(element: Element, name: string, live: string): void {
    const attribute = name === 'style';
    const mark = attribute ? null : element.getAttribute('data-heed');
    const found: Finding[] = [];
    let kept = element.getAttribute(PARKED + name);
    // What the page has written since counts.
    if (clean(live, found, mark) !== live || (attribute && !live.includes(BLANK))) kept = null;
    found.length = 0;
    const text = clean(kept || live, found, mark);
    if (found.length) set(element, PARKED + name, kept || live);
    else if (element.hasAttribute(PARKED + name)) set(element, PARKED + name, null);
    if (text === live) return;
    if (!attribute) return say(element, text);
    // The page may have changed other properties meanwhile.
    const same = !kept || bare(kept) === bare(live);
    set(element, name, same ? text : text + ';' + live.replace(HELD, ''));
  }

  /** Style elements that the parser has not come to the end of. */
  const open = new Set<Element>();
  function dress(element: Element): void {
    const style = element.getAttribute('style');
    if (style) wear(element, 'style', style);
    if (isStyle(element) && !open.has(element)) wear(element, 'text', element.textContent!);
  }

  /** Changes the text of a style element, out of the page if something in it is held. */
  function reword(node: Element, more: unknown[], run: () => unknown): unknown {
    const kept = node.getAttribute(PARKED + 'text');
    const text = more.reduce<string>(
      (before, part: any) => before + ((part && part.textContent) || part),
      node.textContent!,
    );
    if (kept === null && clean(text, []) === text) return run();
    const { parentNode, nextSibling } = node;
    node.remove();
    if (kept !== null) {
      set(node, PARKED + 'text', null);
      say(node, kept);
    }
    try {
      return run();
    } finally {
      dress(node);
      if (parentNode) insert(parentNode, node, nextSibling);
    }
  }

  /** A value without what is held, as deep as keyframes go; the very value if nothing in it is held. */
  function neutral(value: any, found: Finding[], depth = 4): any {
    if (typeof value === 'string') return clean(value, found);
    if (Object(value) !== value || !depth) return value;
    const before = found.length;
    let copy: any;
    if (Array.isArray(value) || {}.toString.call(value) === '[object Object]') {
      copy = Array.isArray(value) ? [] : {};
      for (const key in value) copy[key] = neutral(value[key], found, depth - 1);
    } else copy = clean(String(value), found); // of the typed object model
    return found.length > before ? copy : value;
  }

  /**
   * Makes a call with neutral arguments, and once more with its own when they are granted.
   *
   * @param call gets the arguments, and true if something is held
   * @param now what it has brought about: where that has changed since, the page wishes something else
   * @param then the second call, if it is another
   */
  function give<T>(
    args: any[],
    call: (args: any) => T,
    now: (result: T) => unknown,
    then?: (args: any[]) => unknown,
  ): T {
    const found: Finding[] = [];
    const result = call(neutral(args, found));
    if (found.length) {
      const was = now(result);
      quarantine.add(
        'style',
        strictest(found)!,
        () => now(result) === was && (then ? then(args) : give(args, call, now)),
      );
    }
    return result;
  }
  /** Patches what takes CSS in its arguments. */
  const css = (
    owner: object | string,
    keys: string,
    now: (self: any, args: any[]) => unknown,
    texts?: number,
  ) =>
    patch(
      owner,
      keys,
      (native, self, args) =>
        args.some((value) => Object(value) === value || WORDS.test(value))
          ? give(
              args,
              (list) => native.apply(self, list),
              () => now(self, args),
            )
          : native.apply(self, args),
      texts,
    );

  css('CSSStyleDeclaration', 'setProperty', (self, [name]) => self.getPropertyValue(name), 3);
  css('CSSStyleDeclaration', 'cssText', cssText);
  css('CSSStyleRule', 'style', cssText);
  css('CSSKeyframesRule', 'appendRule', cssText, 1);
  css('StylePropertyMap', 'set append', (self, [name]) => String(self.getAll(name)));
  css('CSSStyleSheet', 'replaceSync', (self) => Array.from(self.cssRules, cssText).join(), 1);
  css('KeyframeEffect', 'setKeyframes', frames);

  // A property is set by `setProperty`, which is patched. Chromium 156 has no accessors for properties: one on the
  // prototype goes before what it has in their place. All gates of a window share them, until the last one goes.
  const { style } = doc.createElement('p');
  const owner = Object.getPrototypeOf(style);
  const SHARED = Symbol.for('heed');
  function cover() {
    const before: [key: string, mine: PropertyDescriptor, old?: PropertyDescriptor][] = [];
    for (const plain of PROPERTIES.split(' '))
      for (const name of [plain, '-webkit-' + plain]) {
        if (!(name in style)) continue;
        const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
        for (const key of new Set([name, camel, camel.replace('W', 'w')])) {
          const old = Object.getOwnPropertyDescriptor(owner, key);
          const mine: PropertyDescriptor & ThisType<CSSStyleDeclaration> = {
            get() {
              return this.getPropertyValue(name);
            },
            set(value) {
              this.setProperty(name, value);
            },
            configurable: true,
            enumerable: !!old,
          };
          before.push([key, mine, old]);
          Object.defineProperty(owner, key, mine);
        }
      }
    return { gates: new Set(), before };
  }
  if (!owner[SHARED]) owner[SHARED] = cover();
  owner[SHARED].gates.add(dress);

  for (const type of ['HTMLElement', 'SVGElement', 'MathMLElement'])
    patch(type, 'style', (native, self, args) => {
      native.apply(self, args);
      dress(self);
    });
  for (const type of ['CSSStyleSheet', 'CSSGroupingRule', 'CSSStyleRule'])
    patch(
      type,
      'insertRule',
      (native, self, args) => {
        let rule: CSSRule;
        const place = () => Array.from(self.cssRules).indexOf(rule);
        return give(
          args,
          (list) => {
            const index = native.apply(self, list);
            rule = self.cssRules[index];
            return index;
          },
          () => place() >= 0 && rule.cssText,
          ([text]) => {
            const index = place();
            self.deleteRule(index);
            self.insertRule(text, index);
          },
        );
      },
      1,
    );
  patch(
    'CSSStyleSheet',
    'addRule',
    (_, self, [selector, text, index]) => {
      self.insertRule(`${selector}{${text}}`, index === undefined ? self.cssRules.length : index);
      return -1;
    },
    2,
  );
  patch(
    'CSSStyleSheet',
    'replace',
    (native, self, args) =>
      !args.length || bare(args[0]) === args[0]
        ? native.apply(self, args)
        : new win.Promise((resolve) => resolve(self.replaceSync(args[0]))).then(() => self),
    1,
  );
  /** What makes keyframes is made with neutral ones; then they are set, which holds them. */
  const animated = (args: any[], at: number, make: (args: any[]) => any): any => {
    const found: Finding[] = [];
    const made = make(neutral(args, found));
    if (found.length) (made.effect || made).setKeyframes(args[at]);
    return made;
  };
  patch('Element', 'animate', (native, self, args) => animated(args, 0, (list) => native.apply(self, list)));
  construct('KeyframeEffect', (args, _, create) => animated(args, 1, create));
  construct('FontFace', (args, _, make: (list: any) => FontFace) => {
    const face = give(args, make, all, () => {
      const granted = give(args, make, all);
      if (doc.fonts.delete(face)) doc.fonts.add(granted);
      if (face.status !== 'unloaded') granted.load().catch(() => {});
    });
    return face;
  });
  // It does not tell whose it is; it stays that element's.
  patch('SVGAnimatedString', 'baseVal', (native, self, args) => {
    const finding = url(args[0]);
    if (!holds('image', finding)) return native.apply(self, args);
    const was = self.baseVal;
    quarantine.add('image', finding, () => self.baseVal === was && native.apply(self, args));
  });

  const text = (type: string, keys: string) =>
    patch(type, keys, (native, self, args) => {
      const node = self.nodeType === 3 ? self.parentNode : self;
      // An attribute has a text too.
      if (self.nodeType === 2) self.value = args[0] ?? '';
      else
        return isStyle(node) ? reword(node, args, () => native.apply(self, args)) : native.apply(self, args);
    });
  text('Node', 'textContent nodeValue');
  text('Element', 'insertAdjacentText');
  text('HTMLElement', 'innerText');
  text('CharacterData', 'data appendData insertData replaceData');

  /** Takes out of a style sheet what is held now; one that cannot be read is of another origin. */
  function strip(owner: any): void {
    try {
      Array.from(owner.cssRules || []).forEach((rule: any, i) => {
        const { style, cssText } = rule;
        if (clean(cssText, []) === cssText) return;
        if (rule.href) {
          owner.deleteRule(i);
          owner.insertRule(cssText, i);
        }
        for (const name of Array.from<string>(style || []))
          style.setProperty(name, style.getPropertyValue(name), style.getPropertyPriority(name));
        strip(rule);
      });
    } catch (_) {
      // nothing of it can be read, or put in again
    }
  }

  return {
    open,
    dress,
    reword,
    /** Denial reaches into the style sheets too. */
    review: () => [...doc.styleSheets, ...(doc.adoptedStyleSheets || [])].forEach(strip),
    destroy() {
      const { gates, before } = owner[SHARED] || { gates: new Set() };
      if (!gates.delete(dress) || gates.size) return;
      delete owner[SHARED];
      for (const [key, mine, old] of before) {
        const now = Object.getOwnPropertyDescriptor(owner, key);
        // What others have put in its place since stays.
        if (!now || now.set !== mine.set) continue;
        if (old) Reflect.defineProperty(owner, key, old);
        else Reflect.deleteProperty(owner, key);
      }
    },
  };
}
