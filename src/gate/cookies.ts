import type { Room } from './room.ts';

/** A write that takes a cookie away: that is always welcome. */
export function removes(written: string): boolean {
  const age = /;\s*max-age\s*=\s*(-?\d+)/i.exec(written);
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(written);
  return age ? +age[1]! <= 0 : !!expires && Date.parse(expires[1]!) <= Date.now();
}

/**
 * Cookies that a script writes, by the names that the file and the vendors' facts list.
 *
 * @param own name of the opt-out cookie, which no pattern of the file may hold
 */
export function patchCookies({ win, patch, judge, holds, quarantine }: Room, own: () => string): void {
  function held(name: string): boolean {
    const finding = judge().cookie(name);
    if (name === own() || !holds('cookie', finding)) return false;
    quarantine.add('cookie', finding);
    return true;
  }
  patch('Document', 'cookie', (native, self, args) => {
    const text = String(args[0]);
    if (removes(text) || !held(text.split(/[=;]/)[0]!.trim())) native.apply(self, args);
  });
  patch('CookieStore', 'set', (native, self, args) =>
    held(String((args[0] && args[0].name) || args[0])) ? win.Promise.resolve() : native.apply(self, args),
  );
}
