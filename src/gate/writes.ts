import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import type { Room } from './room.ts';

/** What has happened in a page and all its frames. */
export interface Past {
  /** Whether code of somebody else may have run: a vendor was granted, or a tag got away. */
  foreign?: boolean;
  /** What is in force on the page. */
  current: [policy: Policy, decision: Decision];
}

/** Addresses on the stack, nearest first, without line and column; or those in another text. */
const places = (text = new Error().stack || ''): string[] =>
  text.match(/https?:\/\/[^\s()]+?(?=:\d|[\s)]|$)/g) || [];

/**
 * Judges a write: by its name, and where the name is nobody's, by who writes.
 *
 * @param own name of the opt-out cookie, which no pattern of the file may hold
 */
export function createWrites(room: Omit<Room, 'held'>, past: Past, own: () => string): Room['held'] {
  // What started Heed, wherever it comes from. A stack costs Chromium 156 as much time as reading all of Heed once more,
  // so a script tag is asked for its address.
  const { src } = (room.doc.currentScript || {}) as HTMLScriptElement;
  const ours = places(src || undefined);
  return (kind, name) => {
    let finding = room.judge()[kind](name);
    if (past.foreign && finding.path === '$.firstParty') {
      const { src } = (room.doc.currentScript || {}) as HTMLScriptElement;
      // Nearest is Heed itself.
      const [heed, ...rest] = places();
      const writer = [...rest, src || '']
        .filter((place) => place !== heed && !ours.includes(place))
        .map((place) => room.url(place))
        .find(({ path }) => path !== '$.firstParty');
      if (writer) finding = { ...writer, url: name, granted: writer.granted && !writer.pings };
    }
    if (name === own() || !room.holds(kind, finding)) return false;
    room.quarantine.add(kind, finding);
    return true;
  };
}
