import type { Room } from './room.ts';

/**
 * A write that takes a cookie away: that is always welcome. As in browsers, the last word that has the form of one counts:
 * `expires=0`, or a date as of JSON, is none, and leaves a cookie for the session.
 */
export function removes(written: string): boolean {
  const age = /^.*;\s*max-age\s*=\s*(-?\d+)\s*(;|$)/i.exec(written);
  const expires = /^.*;\s*expires\s*=([^;]*[a-z]{3}[^;]*:[^;]*)/i.exec(written);
  return age ? +age[1]! <= 0 : !!expires && Date.parse(expires[1]!) <= Date.now();
}

/** Cookies that a script writes, by name and by writer. */
export function patchCookies({ win, patch, held }: Room): void {
  patch('Document', 'cookie', (native, self, args) => {
    const text = String(args[0]);
    if (removes(text) || !held('cookie', text.split(/[=;]/)[0]!.trim())) native.apply(self, args);
  });
  patch('CookieStore', 'set', (native, self, args) =>
    held('cookie', String((args[0] && args[0].name) || args[0]))
      ? win.Promise.resolve()
      : native.apply(self, args),
  );
}
