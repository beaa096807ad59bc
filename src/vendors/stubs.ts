import { list, type Page } from './queue.ts';
import type { LoaderTools } from './vendor.ts';

export { list };
export type Command = (...args: unknown[]) => unknown;

/**
 * The function under a name, made if the page has none: until the vendor's script has set its handler, calls wait in
 * the queue where that script looks for them.
 *
 * @param queue property that holds what waits
 * @param handler property that the vendor's script sets to take calls itself
 * @param entry what one call leaves in the queue; default: its `arguments` object
 * @param more further properties of the function
 */
export function stub(
  win: Page,
  name: string,
  {
    queue = 'q',
    handler = '',
    entry = (args) => args,
    more = {},
  }: {
    queue?: string;
    handler?: string;
    entry?: (args: ArrayLike<unknown> & Iterable<unknown>) => unknown;
    more?: object;
  } = {},
): Command {
  if (!win[name]) {
    const made = function () {
      const own = made as unknown as Record<string, unknown>;
      if (own[handler]) (own[handler] as Function).apply(made, arguments);
      else (own[queue] as unknown[]).push(entry(arguments));
    };
    win[name] = Object.assign(made, { [queue]: [] }, more);
  }
  return win[name] as Command;
}

/**
 * The object under a name, made if the page has none: a list whose methods leave their calls in it, until the vendor's
 * script has put its own object there: then it gets what comes by a method that the page has kept.
 *
 * @param names methods, space-separated; `people.set` is `set` of a list within the list, and leaves its calls there
 * @param entry what one call leaves; default: the name and the arguments in one list
 * @param queue where; default: in the object itself
 * @param chains whether a method gives the object back
 */
export function methods(
  win: Page,
  name: string,
  names: string,
  entry: (name: string, args: unknown[]) => unknown = (method, args) => [method, ...args],
  queue?: unknown[],
  chains?: boolean,
): unknown[] & Record<string, Command> {
  const made = list(win, name) as unknown[] & Record<string, Command>;
  for (const path of names.split(' ')) {
    const [method, inner] = path.split('.') as [string, string?];
    const owner = (inner ? (made[method] ||= [] as unknown as Command) : made) as Record<string, Command>;
    owner[inner || method] ||= (...args) => {
      if (win[name] === made) (queue || (owner as unknown as unknown[])).push(entry(inner || method, args));
      else call(win, name + '.' + path, ...args);
      return chains ? made : undefined;
    };
  }
  return made;
}

/**
 * Loads a script that makes its global itself, and leaves room for what stands in for it meanwhile. That script alone
 * does not see it: Munchkin's does nothing where there is one, Amplitude's goes on with what is there.
 *
 * @param method what to call on it then
 */
export function loadGlobal(
  { win, script }: LoaderTools,
  name: string,
  src: string,
  method: string,
  ...args: unknown[]
): Promise<void> {
  let now: unknown;
  let isReal = !!win[name];
  const isScript = () => ((win.document.currentScript || {}) as HTMLScriptElement).src === src;
  if (!isReal)
    Object.defineProperty(win, name, {
      configurable: true,
      get: () => (isReal || !isScript() ? now : undefined),
      set(value) {
        now = value;
        isReal = isScript();
      },
    });
  return script(src).then(() => {
    if (!isReal) throw new Error('no ' + name);
    call(win, name + '.' + method, ...args);
  });
}

/** What a page has queued, lists of entries too. Nothing where a script has taken the queue over. */
export const queued = (queue: unknown[]): Record<string, unknown>[] =>
  (queue.push === [].push ? queue : []).flat().map(Object);

/**
 * Puts words in front of what a page has queued; where a script has taken the queue over, says them.
 *
 * @param at how many words stand there already
 */
export const inFront = (queue: unknown[], words: unknown[], at = 0) =>
  queue.push === [].push ? queue.splice(at, 0, ...words) : queue.push(...words);

/** What there is under a path (`posthog.opt_in_capturing`), behind its owner. */
export function find(from: object, path: string): [owner: unknown, found: unknown] {
  let owner: unknown;
  let found: unknown = from;
  for (const name of path.split('.')) {
    owner = found;
    found = owner && (owner as Record<string, unknown>)[name];
  }
  return [owner, found];
}

/** Calls what the page has under a path, on its owner. False where it has nothing there. */
export function call(win: Page, path: string, ...args: unknown[]): boolean {
  const [owner, found] = find(win, path);
  if (typeof found !== 'function') return false;
  found.apply(owner === win ? undefined : owner, args);
  return true;
}
