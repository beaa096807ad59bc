import type { Room } from './room.ts';

/** What has happened in a page and all its frames. */
export interface Past {
  /** Whether code of somebody else may have run: a vendor was granted, or a tag got away. */
  foreign: boolean;
}

/** Addresses on the stack, nearest first, without line and column. */
const places = (): string[] => (new Error().stack || '').match(/https?:\/\/[^\s()]+?(?=:\d|[\s)]|$)/g) || [];

/**
 * Judges a write: by its name, and where the name is nobody's, by who writes.
 *
 * @param own name of the opt-out cookie, which no pattern of the file may hold
 */
export function createWrites(room: Omit<Room, 'held'>, past: Past, own: () => string): Room['held'] {
  // Heed itself, and what started it, wherever it comes from.
  const ours = places();
  return (kind, name) => {
    let finding = room.judge()[kind](name);
    if (past.foreign && finding.path === '$.firstParty') {
      const { src } = (room.doc.currentScript || {}) as HTMLScriptElement;
      const writer = [...places(), src || '']
        .filter((place) => !ours.includes(place))
        .map((place) => room.url(place))
        .find(({ path }) => path !== '$.firstParty');
      if (writer) finding = { ...writer, url: name, granted: writer.granted && !writer.pings };
    }
    if (name === own() || !room.holds(kind, finding)) return false;
    room.quarantine.add(kind, finding);
    return true;
  };
}
