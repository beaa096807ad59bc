import Cookies from 'js-cookie';
import type { Policy } from '../config/policy.ts';
import { decodeRecord, encodeRecord, stricter } from './codec.ts';
import type { ChoiceRecord, Day } from './record.ts';

/** Browsers cut a cookie's life to 400 days (draft-ietf-httpbis-rfc6265bis, "Cookie Lifetime Limits"; R92). */
const LONGEST = 400;

export interface Jar {
  /** What the visitor's browser holds; null where nothing valid is stored. */
  read(): ChoiceRecord | null;
  /** Stores the record; false where the browser keeps none. */
  write(record: ChoiceRecord, today: Day): boolean;
  forget(): void;
  /** Calls back when the stored value has changed, be it by another tab; returns its undo. */
  watch(changed: () => void): () => void;
}

type CookieStoreLike = EventTarget & { addEventListener(type: 'change', listener: () => void): void };

/**
 * The opt-out cookie in the browser. js-cookie writes its syntax; copies (host and domain) are read here, since they
 * are the same name twice.
 *
 * @param domain the widest settable domain, `''` for the host alone
 */
export function openJar(win: Window, cookie: Policy['cookie'], domain: () => string): Jar {
  const doc = win.document;
  // The browser's own word for a value, so that one unlike what was written is noticed.
  let last = '';

  const where = () => {
    const on = cookie.domain === 'auto' ? domain() : cookie.domain;
    return { path: '/', ...(on ? { domain: on } : {}) };
  };
  function values(): string[] {
    let all = '';
    try {
      all = doc.cookie;
    } catch (_) {
      // A document without cookies (a sandboxed frame): no choice is readable (R98), and write() says so.
    }
    return all
      .split('; ')
      .filter((pair) => pair.startsWith(cookie.name + '='))
      .map((pair) => pair.slice(cookie.name.length + 1));
  }

  function read(): ChoiceRecord | null {
    let record: ChoiceRecord | null = null;
    for (const value of values()) {
      let text = '';
      try {
        text = decodeURIComponent(value);
      } catch (_) {
        continue; // damaged: never a choice
      }
      const copy = decodeRecord(text);
      if (copy) record = record ? stricter(record, copy) : copy;
    }
    last = values().join();
    return record;
  }

  function clear(): void {
    try {
      Cookies.remove(cookie.name, { path: '/' });
      const at = where();
      if ('domain' in at) Cookies.remove(cookie.name, at);
    } catch (_) {
      // nothing is kept where nothing can be removed
    }
  }

  return {
    read,
    write(record, today) {
      const value = encodeRecord(record);
      // Grants end at a fixed time from the choice; denials and signals seen are kept as long as it goes (R60, R94).
      const denies =
        record.day === null ||
        Object.keys(record.seen).length ||
        [record.categories, record.vendors].some((flags) => Object.values(flags).includes(false));
      const days = denies ? LONGEST : Math.min(LONGEST, record.day! + cookie.grantDays - today + 1);
      if (values().length > 1 || values()[0] !== value) clear();
      try {
        Cookies.set(cookie.name, value, {
          ...where(),
          expires: days,
          sameSite: 'lax',
          secure: win.location.protocol === 'https:',
        });
      } catch (_) {
        // told by what can be read back
      }
      last = values().join();
      return last === value;
    },
    forget: clear,
    watch(changed) {
      const look = () => {
        if (values().join() !== last) changed();
      };
      const late = () => {
        if (doc.visibilityState === 'visible') look();
      };
      // cookieStore tells at once, in every tab; an open BroadcastChannel would keep the page out of the
      // back-forward cache (measured, Chromium 156 and Firefox 153). Where it is missing: when the tab is looked at.
      const store = (win as unknown as { cookieStore?: CookieStoreLike }).cookieStore;
      store?.addEventListener('change', look);
      doc.addEventListener('visibilitychange', late);
      win.addEventListener('focus', look);
      return () => {
        store?.removeEventListener('change', look);
        doc.removeEventListener('visibilitychange', late);
        win.removeEventListener('focus', look);
      };
    },
  };
}
