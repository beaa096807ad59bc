import type { Room } from './gate.ts';
import { patchMethod, patchSetter, type Undo } from './patch.ts';

/** A write that takes a cookie away: that is always welcome. */
function removes(written: string): boolean {
  const age = /;\s*max-age\s*=\s*(-?\d+)/i.exec(written);
  if (age) return +age[1]! <= 0;
  const expires = /;\s*expires\s*=\s*([^;]+)/i.exec(written);
  return !!expires && Date.parse(expires[1]!) <= Date.now();
}

/**
 * Cookies that a script writes, by the names that the file and the vendors' facts list.
 *
 * @param own name of the opt-out cookie, which no pattern of the file may hold
 */
export function patchCookies(room: Room, own: () => string): Undo {
  const { win } = room;

  function held(name: string): boolean {
    if (name === own()) return false;
    const finding = { ...room.judge().cookie(name), href: name };
    if (finding.granted || room.reports('cookie', finding)) return false;
    room.quarantine.add('cookie', finding);
    return true;
  }

  const undo: Undo[] = [
    patchSetter(win.Document.prototype, 'cookie', (native, self, [value]) => {
      const text = String(value);
      if (removes(text) || !held(text.split(/[=;]/)[0]!.trim())) native.call(self, value);
    }),
    patchMethod(
      (win as unknown as { CookieStore?: { prototype: object } }).CookieStore?.prototype,
      'set',
      (native, self, args) => {
        const [first] = args;
        return held(String(first && typeof first === 'object' ? first.name : first))
          ? win.Promise.resolve()
          : native.apply(self, args);
      },
    ),
  ];
  return () => {
    for (const back of undo) back();
  };
}
