import type { Page } from './queue.ts';

/** What a page calls early, of the vendors whose global is an object. */
const METHODS =
  'track page identify group alias ready reset on once init load capture register setUserId'.split(' ');

/** As many as the gate keeps of a vendor's requests. */
const MOST = 100;

/** The calls of a page to a vendor that Heed is going to load. */
export interface PageCalls {
  /** Forgets them: the visitor has refused. */
  drop(): void;
  /** Leaves the place to the vendor's own stub. A list stays: it is its vendor's queue already. */
  stepAside(): void;
  /** Hands the calls over to whoever is in that place now, once. */
  hand(): void;
}

/**
 * Stands in for a vendor's global until the vendor is loaded, so that a page that relies on it gets no error. Where the
 * page has the vendor's own snippet, that one is left alone.
 *
 * @param global as in `VendorCore.stub`
 */
export function keepCalls(win: Page, global: string): PageCalls {
  const [, name, kind] = /^(\w+)(.*)$/.exec(global) as unknown as [string, string, string];
  const calls: [method: string, args: unknown[]][] = [];
  const pass = (method: string, args: unknown[]) => {
    const owner = win[name] as Record<string, unknown> | undefined;
    const found = owner && method ? owner[method] : owner;
    if (typeof found === 'function') found.apply(owner, args);
  };
  const keep =
    (method: string) =>
    (...args: unknown[]) => {
      // A page may have kept the stand-in itself.
      if (win[name] !== made) return pass(method, args);
      if (calls.push([method, args]) > MOST) calls.shift();
    };
  const made: unknown = kind === '[]' ? [] : kind ? {} : keep('');
  if (kind === '.') for (const method of METHODS) (made as Record<string, unknown>)[method] = keep(method);
  win[name] ||= made;
  return {
    drop() {
      calls.length = 0;
      if (win[name] === made && kind === '[]') (made as unknown[]).length = 0;
    },
    stepAside() {
      if (win[name] === made && kind !== '[]') delete win[name];
    },
    hand() {
      if (win[name]) for (const [method, args] of calls.splice(0)) pass(method, args);
    },
  };
}
