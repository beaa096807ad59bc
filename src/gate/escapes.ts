import type { Room } from './gate.ts';
import type { Undo } from './patch.ts';

/**
 * Names on the console what got away: tags in front of Heed, and those that the preload scanner asked for before any
 * script ran. Only the browser's own list of requests knows of the latter (Resource Timing).
 *
 * @param early addresses of tags that stood on the page before Heed
 */
export function watchEscapes(room: Room, early: readonly string[]): { undo: Undo; changed(): void } {
  const { win, doc } = room;
  let since = 0;

  function tell(): void {

    const asked = win.performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime >= since)
      .map((entry) => entry.name);
    const names = [...new Set([...early, ...asked])].filter((name) => !room.judge().url(name).granted);
    if (names.length)
      room.warn(
        'these were asked for before they could be held; put Heed first in <head> and mark the tags: ' +
          names.join(' '),
      );
  }
  const late = doc.readyState === 'complete';
  if (late) tell();
  else win.addEventListener('load', tell);
  return {
    undo: () => win.removeEventListener('load', tell),
    /** A new decision: what was asked for before it may have been granted then. */
    changed() {
      since = win.performance.now();
    },
  };
}
