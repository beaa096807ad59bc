import type { Page } from './queue.ts';

/** As many as the gate keeps of a vendor's requests. */
const MOST = 100;

/** One call of a page. Its path begins at the page's window, or at another call, under whose `RESULT` it went on. */
export type PageCall = [from: object, path: string, args: ArrayLike<unknown>, result?: unknown];
/** Where a call has what it returned. */
export const RESULT = 3;

/** The calls of a page to a vendor that Heed is going to load. */
export interface PageCalls {
  /** Whether the page has nothing of its own there. */
  stands(): boolean;
  /** Forgets them: the visitor has refused, or the file wants no replay. */
  letGo(): void;
  /**
   * Leaves the place to the vendor's own stub. A list stays: it is its vendor's queue already.
   *
   * @returns whether the page has a stub of its own there
   */
  stepAside(): boolean;
  /**
   * Hands the calls over to whoever is in that place now, once; where there is nobody, it stands in again.
   *
   * @param send false where there is nothing of that name yet: the call stays for the next time
   */
  handOver(send: (call: PageCall) => boolean): void;
}

/**
 * Stands in for a vendor's global until the vendor is loaded, so that a page that relies on it gets no error, whatever
 * it calls there: `fbq()`, `analytics.track()`, `mixpanel.people.set()`. Nor from what a method returns, which is kept
 * in the same way (`ttq.instance('x').track()`) and is a promise of nothing to who waits for it. Questions
 * (`isFeatureEnabled()`) have no answer. Where the page has the vendor's own snippet, that one is left alone.
 *
 * @param isList whether the page fills a list there, not calls
 */
export function keepCalls(win: Page, name: string, isList: boolean): PageCalls {
  let calls: PageCall[] = [];
  let send = (_call: PageCall) => false;
  const keep = (path: string, from: object): unknown => {
    const nothing = Promise.resolve() as unknown as Record<string, () => unknown>;
    // No arrow: a page may say `new amplitude.Identify()`.
    function called(): unknown {
      const one: PageCall = [from, path, arguments];
      // A page may have kept the stand-in itself.
      if (send(one)) return one[RESULT];
      if (calls.push(one) > MOST) calls.shift();
      return /\.(?!is|has|get(?!_g|I))/.test(path) ? keep('' + RESULT, one) : undefined;
    }
    called._of = from;
    return new Proxy(called, {
      get: (own: object, key: string) =>
        from !== win && /^(then|catch|finally)$/.test(String(key))
          ? nothing[key]!.bind(nothing)
          : // Snippets look at marks of their own (`__SV`, `_i`) to see who is there, and no stand-in is a promise.
            key in own || /^(_|then$|Symbol)/.test(String(key))
            ? (own as Record<string, unknown>)[key]
            : keep(path + '.' + key, from),
    });
  };
  const made = isList ? [] : keep(name, win);
  const stands = () => win[name] === made;
  win[name] ||= made;
  return {
    stands,
    letGo() {
      calls = [];
      if (stands() && isList) (made as unknown[]).length = 0;
    },
    stepAside() {
      if (stands() && !isList) delete win[name];
      return !isList && !!win[name];
    },
    handOver(to) {
      win[name] ||= made;
      if (stands()) return;
      send = to;
      calls = calls.filter((one) => !to(one));
    },
  };
}
