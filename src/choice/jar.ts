import type { Policy } from '../config/policy.ts';
import { encodeRecord } from './codec.ts';
import { domainsOf, setCookie } from './domain.ts';
import { recordOf, valuesOf } from './read.ts';
import { type ChoiceRecord, type Day, grantDayOf } from './record.ts';

/** Browsers cut a cookie's life to 400 days (draft-ietf-httpbis-rfc6265bis, "Cookie Lifetime Limits"; R92). */
const LONGEST = 400;

export interface Jar {
  /** What the visitor's browser holds; null where nothing valid is stored. */
  read(): ChoiceRecord | null;
  /** Stores the record, or forgets what is stored for null; false where the browser keeps none. */
  write(record: ChoiceRecord | null, today: Day): boolean;
  /** Calls back when the stored value has changed, be it by another tab, and when any cookie has; returns its undo. */
  watch(changed: () => void, any?: () => void): () => void;
}

/**
 * The opt-out cookie in the browser. Copies (host and domain) are the same name twice.
 *
 * @param domain the widest settable domain, `''` for the host alone
 */
export function openJar(win: Window, cookie: () => Policy['cookie'], domain: () => string): Jar {
  const doc = win.document;
  /** What was last read or written, as the browser tells it: anything else is news. */
  let last = '';

  function values(): string[] {
    let all = '';
    try {
      all = doc.cookie;
    } catch (_) {
      // A document without cookies (a sandboxed frame): no choice is readable (R98), and write() says so.
    }
    return valuesOf(all, cookie().name);
  }

  return {
    read() {
      const found = values();
      last = found.join();
      return recordOf(found);
    },
    write(record, today) {
      const { name, grantDays, domain: wanted } = cookie();
      const value = record ? encodeRecord(record) : '';
      const remove = () => domainsOf(win).forEach((on) => setCookie(doc, name, '', on, 0));
      const put = (written: ChoiceRecord) => {
        const { day, seen, categories, vendors } = written;
        // Grants end at a fixed time from the choice; denials and signals seen are kept as long as it goes (R60, R94).
        const denies =
          day === null ||
          Object.keys(seen).length > 0 ||
          Object.values({ ...categories, ...vendors }).includes(false);
        const days = denies ? LONGEST : Math.min(LONGEST, grantDayOf(written) + grantDays + 1 - today);
        setCookie(
          doc,
          name,
          value,
          wanted === 'auto' ? domain() : wanted,
          days,
          win.location.protocol === 'https:' ? '; secure' : '',
        );
      };
      let found: string[] = [];
      try {
        if (record) put(record);
        else remove();
        found = values();
        // Another copy, on the host or by somebody else: one is enough.
        if (record && found.length > 1) {
          remove();
          put(record);
          found = values();
        }
      } catch (_) {
        // told by what can be read back
      }
      last = found.join();
      return !record || found.includes(value);
    },
    watch(changed, any = () => {}) {
      // It tells at once, in every tab; an open BroadcastChannel would keep the page out of the back-forward cache
      // (measured, Chromium 156 and Firefox 153). Where it is missing, a tab looks when it is looked at.
      const { cookieStore } = win as unknown as { cookieStore?: EventTarget };
      const look = () => {
        if (values().join() !== last) changed();
        any();
      };
      if (!cookieStore) return () => {};
      cookieStore.addEventListener('change', look);
      return () => cookieStore.removeEventListener('change', look);
    },
  };
}
