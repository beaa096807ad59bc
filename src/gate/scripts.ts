import { ATTRIBUTES, PARKED } from './attributes.ts';
import type { Room } from './room.ts';

/** MIME types that run as a classic script (WHATWG MIME Sniffing, "JavaScript MIME type"); `module` runs too. */
const RUNS = /^(|module|(text|application)\/(x-)?(java|ecma|j|live)script[\d.]*)$/i;

/**
 * Makes held scripts live, in one order over all categories: a script waits for the one before it, as the parser
 * would have had it wait, unless that one is `async`. A script that fails or throws does not stop the next.
 */
export function createScripts({ doc, nonce, set, insert, trusted, warn }: Room) {
  const queue: (() => Promise<unknown> | undefined)[] = [];
  const waiting = new WeakSet<Element>();
  const live = new WeakSet<Element>();
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const end = next();
      if (end) await end;
    }
    running = false;
  }

  /** The page's own element: the browser runs it where it stands, and its listeners hear of it. */
  function revive(script: Element, value: unknown): void {
    const type = script.getAttribute(PARKED + 'type');
    if (script.getAttribute('type') === 'text/plain') set(script, 'type', type || null);
    set(script, PARKED + 'type', null);
    const source = value || script.getAttribute('src');
    const { parentNode } = script;
    if (source) {
      // It is the coming of an address that makes a script in the document ask for it.
      set(script, 'src', null);
      set(script, 'src', trusted('createScriptURL', source));
    } else if (parentNode) insert(parentNode, script, script.nextSibling);
  }

  /** A new element in its place: one that the parser made and left inert does not run any more. */
  function replace(script: HTMLScriptElement): Promise<unknown> | undefined {
    const fresh = doc.createElementNS(script.namespaceURI, script.localName) as HTMLScriptElement;
    const type = script.getAttribute(PARKED + 'type') || '';
    let by = '';
    for (const { name } of script.attributes) {
      const plain = name.replace(PARKED, '');
      const value = script.getAttribute(name);
      if (ATTRIBUTES.includes(plain)) by = plain;
      else if (!/^(data-heed-)?type$|^nonce$/.test(name)) set(fresh, name, value);
    }
    if (type) set(fresh, 'type', type);
    fresh.nonce = script.nonce || nonce;
    // Scripts made by script are async; one that stood in the document is not, unless it says so.
    fresh.async = script.hasAttribute('async');
    live.add(fresh);
    if (script.textContent) fresh.textContent = trusted('createScript', script.textContent) as string;
    if (by)
      set(fresh, by, trusted('createScriptURL', script.getAttribute(PARKED + by) || script.getAttribute(by)));
    const { parentNode } = script;
    if (!parentNode) return;
    const skipped = fresh.noModule && type !== 'module';
    const end =
      by && script.isConnected && RUNS.test(type) && !fresh.async && !skipped
        ? new Promise((resolve) => {
            fresh.addEventListener('load', resolve);
            fresh.addEventListener('error', resolve);
          })
        : undefined;
    insert(parentNode, fresh, script);
    script.remove();
    return end;
  }

  return {
    /**
     * Queues a held script.
     *
     * @param same whether to free the page's own element
     * @param value the address as the page gave it, where that is more than text
     */
    free(script: Element, same: boolean, value: unknown) {
      if (waiting.has(script)) return;
      waiting.add(script);
      queue.push(() => {
        waiting.delete(script);
        try {
          if (same) revive(script, value);
          else return replace(script as HTMLScriptElement);
        } catch (error) {
          warn('a granted tag was not freed: ' + error);
        }
      });
      run();
    },
    isLive: (script: Element) => live.has(script),
    current(): Element | null {
      const script = doc.currentScript;
      return script && live.has(script) && script.parentNode ? script : null;
    },
  };
}
