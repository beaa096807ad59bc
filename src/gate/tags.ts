import type { HeldFrame } from '../ui/host.ts';
import { ATTRIBUTES, addresses, FILLED, LOADING, LOADS, loads, MARKED, PARKED } from './attributes.ts';
import type { Room } from './gate.ts';
import type { Finding } from './judge.ts';
import { heldThing } from './judge.ts';
import type { Held } from '../types.ts';
import { createScripts } from './scripts.ts';

type Verdict = Finding & { readonly href: string };

/** Smaller than this in CSS pixels, a frame is a tracking frame and no place for words. */
const PIXEL = 10;

/**
 * Holds and frees tags. A held tag keeps its address in `data-heed-<attribute>`, as the marked-up forms do, so there
 * is one way to be held, whoever did it, and a copy of a held tag is held too.
 */
export function createTags(room: Room) {
  const { win, doc, native } = room;
  /** The very value a script gave, where it is more than text (a TrustedScriptURL). */
  const given = new WeakMap<Element, Record<string, unknown>>();
  /** Scripts that the page itself made: freed as the same element, so that its listeners hear of the load. */
  const made = new WeakSet<Element>();
  /** Frames that the visitor loaded once, whatever the decision says. */
  const once = new WeakSet<Element>();
  const frames = new Map<HTMLIFrameElement, HeldFrame>();
  /** Roots besides the document in which something is held. */
  const roots = new Set<ParentNode>([doc]);
  const scripts = createScripts(room);

  const get = (element: Element, name: string): string | null => native.getAttribute.call(element, name);
  const mark = (element: Element) => get(element, 'data-heed');

  /** The verdict on what one attribute would load: of several addresses the strictest. */
  function judge(element: Element, name: string, value: unknown): Verdict {
    const word = mark(element);
    const findings = addresses(name, String(value)).map((address) => room.judge().url(address, word));
    return findings.find((finding) => !finding.granted) || findings[0] || room.judge().url('', word);
  }

  const parkedNames = (element: Element): string[] =>
    ATTRIBUTES.filter((name) => element.hasAttribute(PARKED + name));

  function inert(script: Element): void {
    const type = get(script, 'type');
    if (type === 'text/plain') return;
    if (type) native.setAttribute.call(script, PARKED + 'type', type);
    native.setAttribute.call(script, 'type', 'text/plain');
  }

  /** Parks an address: from now on the element asks for nothing. */
  function park(element: Element, name: string, value: unknown, byScript: boolean): void {
    native.setAttribute.call(element, PARKED + name, String(value));
    if (typeof value !== 'string') given.set(element, { ...given.get(element), [name]: value });
    if (element.localName === 'script') {
      if (byScript) made.add(element);
      inert(element);
    }
    if (element.hasAttribute(name)) native.removeAttribute.call(element, name);
  }

  /** Whether an address that a script is about to set is held; it is parked then, and the caller sets nothing. */
  function hold(element: Element, name: string, value: unknown): boolean {
    if (!loads(element, name)) return false;
    const finding = judge(element, name, value);
    if (finding.granted || once.has(element) || room.reports(element.localName, finding)) {
      if (element.hasAttribute(PARKED + name)) native.removeAttribute.call(element, PARKED + name);
      return false;
    }
    park(element, name, value, true);
    settle(element);
    return true;
  }

  /** Holds what the element itself carries already. True if anything was held. */
  function gateElement(element: Element, byScript: boolean, rel?: string): boolean {
    const list = LOADS[element.localName];
    if (!list) return false;
    let held = false;
    for (const name of list.split(' ')) {
      const value = get(element, name);
      if (value === null || !loads(element, name, rel) || once.has(element)) continue;
      const finding = judge(element, name, value);
      if (finding.granted || room.reports(element.localName, finding)) continue;
      park(element, name, value, byScript);
      held = true;
    }
    // Inline code that is marked and would run.
    if (element.localName === 'script' && !held) {
      const word = mark(element);
      if (word && get(element, 'type') !== 'text/plain' && !scripts.freed(element) && !verdictOf(element)?.granted)
        inert(element);
    }
    return held;
  }

  /** Holds what a tree carries, before it is inserted. True if anything was held. */
  function gateTree(node: Node, byScript: boolean): boolean {
    let held = node.nodeType === 1 && gateElement(node as Element, byScript);
    if ((node as ParentNode).firstElementChild)
      for (const element of (node as ParentNode).querySelectorAll(LOADING))
        held = gateElement(element, byScript) || held;
    return held;
  }

  /** The verdict on a tag that is held or marked. */
  function verdictOf(element: Element): Verdict | undefined {
    const findings = parkedNames(element).map((name) => judge(element, name, get(element, PARKED + name)));
    if (findings.length) return findings.find((finding) => !finding.granted) || findings[0];
    const word = mark(element);
    if (word === null) return;
    const finding = room.judge().word(word);
    if (!finding) room.unknown(word);
    return { ...(finding || room.judge().url('', word)), href: '' };
  }

  function free(element: Element): void {
    if (element.localName === 'script') {
      if (get(element, 'type') === 'text/plain') scripts.free(element, made.has(element), given.get(element));
      return;
    }
    const values = given.get(element) || {};
    const set = () => {
      for (const name of parkedNames(element)) {
        const value = values[name] ?? get(element, PARKED + name);
        native.removeAttribute.call(element, PARKED + name);
        if (name.includes(':'))
          native.setAttributeNS.call(element, 'http://www.w3.org/1999/xlink', name, value as string);
        else native.setAttribute.call(element, name, value as string);
      }
    };
    const frame = frames.get(element as HTMLIFrameElement);
    if (frame) {
      frames.delete(frame.element);
      room.face.frames.freed(frame);
    }
    // Chromium 156 drops the navigation of a frame whose address is set by an observer while the parser inserts it.
    if (element.localName === 'iframe' && doc.readyState === 'loading') win.setTimeout(set);
    else set();
  }

  function placeholder(element: HTMLIFrameElement, finding: Verdict): void {
    if (frames.has(element) || !element.isConnected) return;
    const style = win.getComputedStyle(element);
    const small = (length: string) => Number.parseFloat(length) <= PIXEL;
    if (style.display === 'none' || style.visibility === 'hidden' || small(style.width) || small(style.height))
      return;
    const frame: HeldFrame = {
      element,
      vendor: finding.vendor,
      category: finding.category,
      url: finding.href,
      loadOnce() {
        once.add(element);
        free(element);
      },
    };
    frames.set(element, frame);
    room.face.frames.held(frame);
  }

  /** Frees a held or marked tag if it is granted now; else sees that it is shown as held. */
  function settle(element: Element): void {
    if (element.matches(FILLED)) return room.face.noticed(element);
    const finding = verdictOf(element);
    if (!finding) return;
    if (finding.granted || once.has(element) || room.reports(element.localName, finding)) return free(element);
    const root = element.getRootNode();
    if (root !== doc && 'host' in root) roots.add(root as unknown as ParentNode);
    if (element.localName === 'iframe') placeholder(element as HTMLIFrameElement, finding);
    // A picture loads without a place in the document: there is no other record of it.
    else if (element.localName === 'img' && !element.isConnected && finding.href)
      room.quarantine.add('img', finding, () => element.isConnected || free(element), mark(element));
  }

  function settleTree(node: Node): void {
    if (node.nodeName === 'BODY') room.face.noticed(node as Element);
    if (node.nodeType === 1 && (node as Element).matches(MARKED)) settle(node as Element);
    if ((node as ParentNode).firstElementChild) for (const element of (node as ParentNode).querySelectorAll(MARKED)) settle(element);
  }

  /** A frame that runs and is denied now shows nothing more. */
  function stopFrames(): void {
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLIFrameElement>('iframe[src]')) {
        const src = get(element, 'src')!;
        const finding = judge(element, 'src', src);
        if (finding.granted || once.has(element) || room.reports('iframe', finding)) continue;
        // Taking `src` away leaves the document where it is, in Chromium: it has to be sent away, with no new entry
        // in the history.
        element.contentWindow?.location.replace('about:blank');
        park(element, 'src', src, true);
      }
    }
  }

  return {
    hold,
    gateElement,
    /** Addresses of tags that stand on the page already and should have been held: they were asked for before. */
    early(): string[] {
      const list: string[] = [];
      for (const element of doc.querySelectorAll(LOADING)) {
        for (const name of (LOADS[element.localName] || '').split(' ')) {
          const value = get(element, name);
          if (value === null || !loads(element, name)) continue;
          const finding = judge(element, name, value);
          if (!finding.granted) list.push(finding.href);
        }
      }
      return list;
    },
    gateTree,
    settleTree,
    scripts,
    /** Puts every tag on the page to the new decision. */
    review() {
      stopFrames();
      for (const root of roots) settleTree(root);
    },
    held(): Held[] {
      const list: Held[] = [];
      for (const root of roots) {
        for (const element of root.querySelectorAll(MARKED)) {
          if (element.matches(FILLED) || (element.localName === 'script' && get(element, 'type') !== 'text/plain')) continue;
          const finding = verdictOf(element);
          if (finding && !finding.granted && !once.has(element)) list.push(heldThing(element.localName, finding));
        }
      }
      return list;
    },
    destroy() {
      for (const frame of frames.values()) room.face.frames.freed(frame);
      frames.clear();
    },
  };
}

export type Tags = ReturnType<typeof createTags>;
