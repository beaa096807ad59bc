import { PARKED } from './attributes.ts';
import type { Room } from './gate.ts';

/** MIME types that run as a classic script (WHATWG MIME Sniffing, "JavaScript MIME type"); `module` runs too. */
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma|j|live)script[\d.]*)$/i;

/**
 * Makes held scripts live, in one order over all categories: a script waits for the one before it, as the parser
 * would have had it wait, unless that one is `async`. A script that fails or throws does not stop the next.
 */
export function createScripts(room: Room) {
  const { doc, native } = room;
  const queue: (() => Promise<unknown> | undefined)[] = [];
  const waiting = new WeakSet<Element>();
  const live = new WeakSet<Element>();
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const ended = next();
      if (ended) await ended;
    }
    running = false;
  }

  const ended = (script: Element): Promise<unknown> =>
    new Promise((resolve) => {
      native.addEventListener.call(script, 'load', resolve);
      native.addEventListener.call(script, 'error', resolve);
    });

  /** The page's own element: the browser runs it where it stands, and its listeners hear of it. */
  function revive(script: Element, source: unknown): void {
    const type = script.getAttribute(PARKED + 'type');
    native.removeAttribute.call(script, PARKED + 'type');
    if (type) native.setAttribute.call(script, 'type', type);
    else native.removeAttribute.call(script, 'type');
    native.removeAttribute.call(script, PARKED + 'src');
    native.setAttribute.call(script, 'src', room.trusted('createScriptURL', source) as string);
  }

  /** A new element in its place: one that the parser made and left inert does not run any more. */
  function replace(script: Element): Promise<unknown> | undefined {
    const parent = script.parentNode;
    if (!parent) return;
    const fresh = doc.createElementNS(script.namespaceURI, script.localName) as HTMLScriptElement;
    let type = '';
    let source: string | null = null;
    let sourceName = 'src';
    for (const { name, value } of Array.from(script.attributes)) {
      if (name === PARKED + 'type') type = value;
      else if (name.startsWith(PARKED)) {
        source = value;
        sourceName = name.slice(PARKED.length);
      } else if (name !== 'type' && name !== 'nonce') native.setAttribute.call(fresh, name, value);
    }
    if (type) native.setAttribute.call(fresh, 'type', type);
    fresh.nonce = (script as HTMLScriptElement).nonce || room.nonce;
    // Scripts made by script are async; one that stood in the document is not, unless it says so.
    fresh.async = script.hasAttribute('async');
    live.add(fresh);
    if (script.textContent) fresh.textContent = room.trusted('createScript', script.textContent) as string;
    if (source !== null)
      native.setAttribute.call(fresh, sourceName, room.trusted('createScriptURL', source) as string);
    const waits = source !== null && RUNS.test(type) && !fresh.async && !(fresh.noModule && type !== 'module');
    const end = waits && parent.isConnected ? ended(fresh) : undefined;
    native.replaceChild.call(parent, fresh, script);
    return end;
  }

  return {
    /** Queues a held script; `same` frees the page's own element. */
    free(script: Element, same: boolean, values: Record<string, unknown> = {}) {
      if (waiting.has(script)) return;
      waiting.add(script);
      queue.push(() => {
        waiting.delete(script);
        try {
          const source = values.src ?? script.getAttribute(PARKED + 'src');
          if (same && source !== null) revive(script, source);
          else return replace(script);
        } catch (error) {
          room.warn('a granted tag could not be made live: ' + error);
        }
      });
      run();
    },
    freed: (script: Element) => live.has(script),
    /** The freed script that is running now, if one is. */
    current(): Element | null {
      const script = doc.currentScript;
      return script && live.has(script) ? script : null;
    },
  };
}
