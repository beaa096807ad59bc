import type { Held } from '../types.ts';
import type { HeldFrame } from '../ui/host.ts';
import { DRESSED, FILLED, LOADING, loading, MARKED, PARKED, SETTLED, STYLING } from './attributes.ts';
import { type Finding, heldThing } from './judge.ts';
import type { Room } from './room.ts';
import { createScripts } from './scripts.ts';
import { createStyles } from './styles.ts';
import { createVerdicts, isScript, keeps, parked, waits } from './verdicts.ts';

/** Smaller than this in CSS pixels, a frame is a tracking frame and no place for words. */
const PIXEL = 10;

/** Tags, attributes and words of CSS by which markup may make the browser ask for something. */
export const MAY_LOAD =
  /<(script|ima?ge?|i?frame|embed|object|link|source|video|audio|track|input|use|feimage|set|animate|style|body)\b|\b(ping|background)\b|url|-set|\\|&#/i;

/** Who brought a tag: the parser, a script, or a script as text; scripts in such text never run (HTML, innerHTML). */
export type Origin = 'parser' | 'script' | 'text';

/**
 * Holds and frees tags. A held script is of the type `text/plain`, any other tag keeps its address in
 * `data-heed-<attribute>`, as the marked-up forms do: so there is one way to be held, whoever did it, and a copy of a
 * held tag is held too.
 */
export function createTags(room: Room) {
  const { win, doc, set, face } = room;
  /** The very value a script gave, where it is more than text (a TrustedScriptURL). */
  const given = new WeakMap<Element, Record<string, unknown>>();
  /** Elements from which the gate has taken something, unlike those that the page has marked. */
  const taken = new WeakSet<Element>();
  /**
   * Who brought a script, where it runs as it stands once it may. One that waits and that a script brings may be from
   * markup, and inert for good (HTML, "already started").
   */
  const origins = new WeakMap<Element, Origin>();
  const know = (script: Element, origin: Origin) => origins.has(script) || origins.set(script, origin);
  /** Scripts that came as text: they do not run, and are not to be made to. */
  const dead = new WeakSet<Element>();
  /** Frames that the visitor loaded once, whatever the decision says. */
  const once = new WeakSet<Element>();
  const frames = new Map<Element, HeldFrame>();
  /** The document, and every shadow root in which something is held. */
  const roots = new Set<ParentNode>([doc]);
  const scripts = createScripts(room, () => place(true));
  const styles = createStyles(room);
  const { judge, imports, verdictOf } = createVerdicts(room);
  let blind = false;

  const isHeld = (element: Element, finding: Finding | undefined): finding is Finding =>
    !!finding && !once.has(element) && room.holds(element.localName, finding);

  /** Says of a marked inline script whether it is held, or about to run. */
  function sayOf(script: Element, held: boolean): boolean {
    const word = script.getAttribute('data-heed');
    if (word && !script.matches(`[src],[${PARKED}src]`)) room.inline(word, held);
    return held;
  }

  /** A frame's own page stays, under a policy that lets through what is granted now. */
  function confine(element: Element): void {
    const page = room.policy() + element.getAttribute(PARKED + 'srcdoc');
    if (element.getAttribute('srcdoc') !== page) set(element, 'srcdoc', room.trusted('createHTML', page));
  }

  /** From now on the element asks for nothing: a script by its type, any other by giving up its address. */
  function park(element: Element, origin: Origin, name: string, value: unknown): void {
    taken.add(element);
    if (typeof value !== 'string') given.set(element, { ...given.get(element), [name]: value });
    if (isScript(element)) {
      know(element, origin === 'script' && waits(element) ? 'text' : origin);
      const type = element.getAttribute('type');
      if (type !== 'text/plain') {
        set(element, PARKED + 'type', type || '');
        set(element, 'type', 'text/plain');
      }
      if (!name || keeps(element)) return;
    }
    const { parentNode, nextSibling } = element;
    // Chromium 156 asks for a preload link or an embedded object whose address is taken away, unless it is out of the
    // document then.
    const out = origin === 'parser' && /^(link|embed|object)$/.test(element.localName) && parentNode;
    if (out) element.remove();
    set(element, PARKED + name, String(value));
    if (name === 'srcdoc') confine(element);
    else if (element.hasAttribute(name)) set(element, name, null);
    if (out) room.insert(out, element, nextSibling);
  }

  /** Whether an address that a script is about to set is kept from the element: the caller sets nothing then. */
  function hold(element: Element, name: string, value: unknown): boolean {
    // A link may be told later what it is.
    if (!loading(element, element.getAttribute('rel') || 'pre').includes(name)) return false;
    const held = isHeld(element, judge(element, name, value));
    if (held) {
      park(element, 'script', name, value);
      settle(element);
    } else if (element.hasAttribute(PARKED + name)) set(element, PARKED + name, null);
    return held && !keeps(element);
  }

  /** Holds what the element itself carries already; `rel` is the one that a link is about to get. */
  function gate(element: Element, origin: Origin, rel?: string): boolean {
    const script = isScript(element);
    if (script && (origin === 'text' || dead.has(element) || scripts.isLive(element))) return false;
    let held = false;
    for (const name of loading(element, rel)) {
      const value = element.getAttribute(name);
      if (value === null || element.hasAttribute(PARKED + name)) continue;
      if (!isHeld(element, judge(element, name, value))) continue;
      park(element, origin, name, value);
      held = true;
    }
    styles.dress(element);
    held = held || element.matches(DRESSED);
    // Inline code that would run: marked, or a module that asks others for its parts.
    const word = script && !held && element.getAttribute('data-heed');
    if (
      script &&
      !held &&
      [...imports(element), ...(word ? [room.url('', word)] : [])].some((f) => isHeld(element, f))
    )
      park(element, origin, '', '');
    return held;
  }

  /** Holds what a tree carries. True if anything was held. */
  function gateTree(node: Node, origin: Origin): boolean {
    let held = node.nodeType === 1 && gate(node as Element, origin);
    if ((node as Element).firstElementChild)
      for (const element of (node as Element).querySelectorAll(LOADING)) held = gate(element, origin) || held;
    return held;
  }

  /** Markup in which everything held is parked; the very value that came in where nothing is. */
  function text(value: unknown, origin: Origin, near?: Element | false): unknown {
    // Nothing is asked for without one of these, however an address is written.
    if (!MAY_LOAD.test(value as string)) return value;
    try {
      const root = room.parse(String(value), near);
      return gateTree(root.content || root, origin) ? room.trusted('createHTML', root.innerHTML) : value;
    } catch (error) {
      // The page's policy allows no Trusted Types of Heed's: markup is gated right after it has been inserted.
      blind = true;
      room.warn('markup was inserted unseen: ' + error);
      return value;
    }
  }

  /** What the freed script `writer` has written, as far as it is not in the page yet. */
  let rest = '';
  let writer: Element;
  /**
   * Puts it in front of its writer once every element in it is closed, or when the writer has ended. Its scripts come next.
   */
  function place(last?: boolean): void {
    if (!rest) return;
    const { content } = room.parse(rest + (last ? '' : '<!---->'));
    if (!last) {
      const end = content.lastChild as Comment;
      if (end.nodeType !== 8 || end.data) return;
      end.remove();
    }
    rest = '';
    const list = content.querySelectorAll('script');
    // Parsed like this, none runs as it stands.
    for (const script of list) know(script, 'text');
    gateTree(content, 'script');
    for (const script of list) if (!waits(script)) park(script, 'text', '', '');
    const nodes = [...content.childNodes];
    room.insert(writer.parentNode || doc.body, content, writer.parentNode && writer);
    for (const script of list) free(script, true);
    nodes.forEach(settleTree);
  }

  function free(element: Element, first?: boolean): void {
    const values = given.get(element) || {};
    if (isScript(element))
      return scripts.free(
        element,
        keeps(element) ? origins.get(element) : 'text',
        values.src,
        () => sayOf(element, isHeld(element, verdictOf(element))),
        first,
      );
    const frame = frames.get(element);
    if (frame) face.freed(frame);
    frames.delete(element);
    const restore = () => {
      for (const name of parked(element)) {
        const value = element.getAttribute(PARKED + name);
        set(element, PARKED + name, null);
        if (element.getAttribute(name) !== value)
          set(element, name, values[name] || (name === 'srcdoc' ? room.trusted('createHTML', value) : value));
      }
      // Chromium 156 starts an animation anew only where it is inserted.
      if (element.hasAttribute('attributeName') && element.parentNode)
        room.insert(element.parentNode, element, element.nextSibling);
      // A player looks for its sources once.
      const player = element.parentNode as HTMLMediaElement | null;
      if (element.localName === 'source' && player && player.load) player.load();
    };
    // Chromium 156 drops the navigation of a frame whose address is set by an observer while the parser inserts it.
    if (element.localName === 'iframe' && doc.readyState === 'loading') win.setTimeout(restore);
    else restore();
  }

  function showHeld(element: HTMLIFrameElement, finding: Finding): void {
    const { vendor, category, url } = finding;
    const { display, visibility, width, height } = win.getComputedStyle(element);
    const small = Number.parseFloat(width) <= PIXEL || Number.parseFloat(height) <= PIXEL;
    if (frames.has(element) || small || display === 'none' || visibility === 'hidden') return;
    const loadOnce =
      room.waits && room.waits({ ...finding, granted: true })
        ? undefined
        : () => {
            once.add(element);
            free(element);
          };
    const lost = () => {
      frames.delete(element);
      face.freed(frame);
    };
    const frame: HeldFrame = { element, vendor, category, url, loadOnce, lost };
    frames.set(element, frame);
    face.held(frame);
  }

  /** Frees a held or marked tag if it is granted now; else sees that it is shown as held. */
  function settle(element: Element): void {
    // What belongs to a document without a window is held there, and settled when it is brought here.
    if (!element.ownerDocument.defaultView) return;
    if (element.matches(FILLED)) return face.noticed(element);
    if ('contentWindow' in element) room.look(element);
    styles.dress(element);
    const finding = verdictOf(element);
    if (!isHeld(element, finding)) {
      if (finding) free(element);
      return;
    }
    const word = element.getAttribute('data-heed');
    if (word && finding.reason === 'error') room.unknown(word);
    if (isScript(element)) sayOf(element, true);
    const root = element.getRootNode();
    if (root !== doc && (root as ShadowRoot).host) roots.add(root as ShadowRoot);
    if (element.hasAttribute(PARKED + 'srcdoc')) confine(element);
    else if (element.localName === 'iframe' && element.isConnected && element.ownerDocument === doc)
      showHeld(element as HTMLIFrameElement, finding);
    // These load without a place in the document: there is no other record of them.
    if (/^(img|video|audio)$/.test(element.localName) && !element.isConnected)
      room.quarantine.add(element.localName, finding, () => element.isConnected || free(element), word);
  }

  function tend(element: Element): void {
    try {
      if (element.matches(SETTLED)) settle(element);
    } catch (error) {
      // The page's own call has done its work already, and is not to fail by ours.
      room.warn('a held tag: ' + error);
    }
  }
  function settleTree(node: Node): void {
    const element = node as Element;
    if (element.localName === 'body') face.noticed(element);
    if (element.nodeType === 1) tend(element);
    if (element.firstElementChild) element.querySelectorAll(SETTLED).forEach(tend);
  }

  // What a held frame shows is nothing that the page waits for.
  const onLoad = (event: Event) => {
    const target = event.target as Element;
    if (target.localName === 'iframe' && target.matches('[data-heed-src]:not([src],[srcdoc])'))
      event.stopImmediatePropagation();
  };
  doc.addEventListener('load', onLoad, true);

  const inRoots = <T extends Element>(selector: string): T[] => {
    const found: T[] = [];
    for (const root of roots) found.push(...root.querySelectorAll<T>(selector));
    return found;
  };

  return {
    styles,
    /** Whether a script has moved anything since the parser's tags were looked at last. */
    stirred: false,
    hold,
    gate,
    /** Takes note of scripts that came as text. A marked one is the site's wish to have it run. */
    bury(root: ParentNode): void {
      for (const script of root.querySelectorAll('script')) {
        know(script, 'text');
        if (!script.hasAttribute('data-heed')) dead.add(script);
      }
    },
    /** Gates and settles an element that the parser has made. */
    meet(element: Element): void {
      if (isScript(element)) know(element, 'parser');
      if (element.matches(LOADING)) gate(element, 'parser');
      tend(element);
    },
    gateTree,
    settleTree,
    text,
    /** Whether markup could not be looked at before it was inserted. */
    isBlind: () => blind,
    inPlaceOf: scripts.inPlaceOf,
    /** Takes what a freed script writes that runs now; false if none does. */
    write(markup: string): boolean {
      const script = scripts.current();
      if (!script) return false;
      writer = script;
      rest += markup;
      place();
      return true;
    },
    /** Whether the gate itself has put an attribute on an element. */
    hasParked: (element: Element, name: string) => taken.has(element) && name.startsWith(PARKED),
    /** Addresses of tags that stand on the page already and should have been held: they were asked for before. */
    early(): string[] {
      const asked: string[] = [];
      for (const element of inRoots(LOADING)) {
        if (isScript(element) && waits(element)) continue;
        for (const name of loading(element)) {
          const value = element.getAttribute(name);
          const finding = value !== null && judge(element, name, value);
          if (finding && isHeld(element, finding)) asked.push(finding.url);
        }
      }
      return asked;
    },
    /** Stops what runs on the page and is denied now. */
    deny() {
      // A frame that runs and is denied now shows nothing more.
      for (const element of inRoots<HTMLIFrameElement>('iframe'))
        for (const name of ['src', 'srcdoc']) {
          const value = element.getAttribute(name);
          if (value === null || element.hasAttribute(PARKED + name)) continue;
          if (!isHeld(element, judge(element, name, value))) continue;
          // Without `src` its document would stay, in Chromium: it is sent away, with no new entry in the history.
          if (name === 'src' && element.contentWindow) element.contentWindow.location.replace('about:blank');
          park(element, 'script', name, value);
        }
      // What is styled now with something that is denied shows it no more, and what is still to ask asks no more: a
      // picture that has not come or changes with the window, a player, a ping, an animation that begins again, a
      // style sheet whose fonts are not used yet.
      for (const element of inRoots<Element & { complete?: boolean; srcset?: string; load?: () => void }>(
        STYLING + ',[ping],link,img,video,audio,object,embed,set,animate',
      )) {
        const tree = element.closest('picture') || (element.load && element);
        if (element.complete && !tree && !element.srcset) styles.dress(element);
        else if (tree ? gateTree(tree, 'parser') : gate(element, 'parser')) if (element.load) element.load();
      }
    },
    /**
     * Asks for the first script that is granted now, if it has an address: it is under way then. What says where modules
     * are is there at once, for the page's own next step.
     */
    begin() {
      for (const script of doc.querySelectorAll('script[type="text/plain"]')) {
        const finding = verdictOf(script);
        if (!finding || isHeld(script, finding)) continue;
        const isMap = script.matches(`[${PARKED}type=importmap]`);
        if (isMap || script.matches(`[src],[${PARKED}src]`)) free(script);
        if (!isMap) return;
      }
    },
    /** Frees every tag on the page that is granted now, and shows the others as held. */
    free() {
      roots.forEach((root) => settleTree(root));
    },
    held(): Held[] {
      const list: Held[] = [];
      for (const element of inRoots(MARKED)) {
        const finding = verdictOf(element);
        const kind = element.matches(DRESSED) ? 'style' : element.localName;
        if (isHeld(element, finding)) list.push(heldThing(kind, finding));
      }
      return list;
    },
    destroy() {
      doc.removeEventListener('load', onLoad, true);
      styles.destroy();
      frames.forEach(face.freed);
      frames.clear();
    },
  };
}

export type Tags = ReturnType<typeof createTags>;
