import type { Room } from './room.ts';

/** A write that takes a cookie away: that is always welcome. */
export function removes(written: string): boolean {
  const age = /;\s*max-age\s*=\s*(-?\d+)/i.exec(written);
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(written);
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
