import { ATTRIBUTES, PARKED } from './attributes.ts';
import type { Room } from './room.ts';
import type { Origin } from './tags.ts';
import { waits } from './verdicts.ts';

/** MIME types that run as a classic script (WHATWG MIME Sniffing, "JavaScript MIME type"); `module` runs too. */
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma|j|live)script[\d.]*)$/i;

/**
 * Makes held scripts live, in one order over all categories: a script waits for the one before it, as the parser
 * would have had it wait, unless that one is `async`. A script that fails or throws does not stop the next.
 *
 * @param done called when a script has come to its end
 */
export function createScripts({ win, doc, nonce, set, insert, trusted, warn }: Room, done: () => void) {
  const queue: (() => Promise<unknown> | undefined)[] = [];
  const waiting = new WeakSet<Element>();
  const live = new WeakSet<Element>();
  /** What stands in the page in place of a script that was inert for good. */
  const stand = new WeakMap<Node, Element>();
  let running = false;
  /** How many stand in front of the queue, written by the script that runs. */
  let written = 0;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      written = 0;
      const end = next();
      if (end) await end;
      done();
    }
    running = false;
  }

  /**
   * Makes a script live: the page's own element, or, where that is inert for good, a new one in its place.
   *
   * @returns what the next script waits for
   */
  function start(script: HTMLScriptElement, origin: Origin, value: unknown): Promise<unknown> | undefined {
    const { parentNode, nextSibling } = script;
    // Out of the document it waits on: it is looked at once more when it comes in. What has run already, or another gate
    // has freed, does not run again.
    if (!script.isConnected || !waits(script) || live.has(script)) return;
    const type = script.getAttribute(PARKED + 'type') || '';
    const same = origin !== 'text';
    const next = same
      ? script
      : (doc.createElementNS(script.namespaceURI, script.localName) as typeof script);
    let by = '';
    for (const { name } of script.attributes) {
      const plain = name.replace(PARKED, '');
      if (ATTRIBUTES.includes(plain)) by = plain;
      else if (!same && !/^(data-heed-)?type$|^nonce$|^on/.test(name))
        set(next, name, script.getAttribute(name));
    }
    if (same) set(script, PARKED + 'type', null);
    // A type that the page has given to it since stays.
    if (same ? script.getAttribute('type') === 'text/plain' : type) set(next, 'type', type || null);
    if (origin !== 'script') {
      next.nonce = script.nonce || nonce;
      // Scripts made by script are async; one that stood in the document is not, unless it says so.
      next.async = script.hasAttribute('async');
    }
    live.add(script).add(next);
    let ended = () => {};
    const end =
      by && RUNS.test(type) && !next.async && !(next.noModule && type !== 'module')
        ? new Promise<void>((resolve) => {
            ended = resolve;
          })
        : undefined;
    for (const type of ['load', 'error'])
      next.addEventListener(type, () => {
        // Whoever listens to the page's own element hears of it.
        if (!same) script.dispatchEvent(new win.Event(type));
        ended();
      });
    if (!same) {
      if (script.textContent) next.textContent = trusted('createScript', script.textContent) as string;
      // First: another gate on the page frees what something is inserted in front of.
      script.remove();
      stand.set(script, next);
    }
    const source = by && (value || script.getAttribute(PARKED + by) || script.getAttribute(by));
    if (source) {
      // It is the coming of an address that makes a script in the document ask for it.
      set(next, by, null);
      set(next, by, trusted('createScriptURL', source));
    }
    if (!same || !source) insert(parentNode!, next, nextSibling);
    return end;
  }

  return {
    /**
     * Queues a held script.
     *
     * @param origin who brought it; as text, it does not run as it stands
     * @param value the address as the page gave it, where that is more than text
     * @param isHeld whether it is held again when its turn comes
     * @param first whether the script that runs has written it: it comes next
     */
    free(script: Element, origin: Origin = 'text', value: unknown, isHeld: () => boolean, first?: boolean) {
      if (waiting.has(script)) return;
      waiting.add(script);
      queue.splice(first ? written++ : queue.length, 0, () => {
        waiting.delete(script);
        try {
          if (!isHeld()) return start(script as HTMLScriptElement, origin, value);
        } catch (error) {
          warn('a granted tag was not freed: ' + error);
        }
      });
      run();
    },
    /** What stands where the page believes this node to stand. */
    inPlaceOf: <T>(node: T): T => (stand.get(node as Node) as T) || node,
    isLive: (script: Element) => live.has(script),
    current(): Element | null {
      const script = doc.currentScript;
      return script && live.has(script) && script.parentNode ? script : null;
    },
  };
}
