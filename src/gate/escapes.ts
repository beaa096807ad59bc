import type { Room } from './room.ts';
import type { Past } from './writes.ts';

/**
 * Names on the console what got away: tags in front of Heed, and those that the preload scanner asked for before any
 * script ran. Only the browser's own list of requests knows of the latter (Resource Timing).
 *
 * @param early addresses of tags that stood on the page before Heed
 * @param past is told of them too
 */
export function watchEscapes({ win, doc, url, warn }: Room, early: string[], past: Past) {
  const { performance } = win;
  let since = 0;
  if (early.length) past.foreign = true;
  function tell(list: PerformanceEntryList): void {
    // Frames are never asked for ahead; Chromium lists one even if it was held in time.
    const asked = (list as PerformanceResourceTiming[]).filter(
      ({ startTime, initiatorType }) => startTime >= since && initiatorType !== 'iframe',
    );
    const names = [...early.splice(0), ...asked.map(({ name }) => name)].filter(
      (name, i, all) => !url(name).granted && all.indexOf(name) === i,
    );
    if (names.length) {
      past.foreign = true;
      warn('asked for before it could be held (put Heed first in <head>, mark tags): ' + names.join(' '));
    }
  }
  // A stand-in for a browser may have no list.
  if (!performance.getEntriesByType || !win.PerformanceObserver) return { undo() {}, changed() {} };
  let end = 0;
  // What has not been answered yet is not in the list.
  const later = new win.PerformanceObserver((list) =>
    tell(list.getEntries().filter(({ startTime }) => startTime < end)),
  );
  function look(): void {
    end = performance.now();
    tell(performance.getEntriesByType('resource'));
    later.observe({ entryTypes: ['resource'] });
  }
  if (doc.readyState === 'complete') look();
  else win.addEventListener('load', look);
  return {
    undo() {
      win.removeEventListener('load', look);
      later.disconnect();
    },
    /** A new decision: what was asked for before it may have been granted then. */
    changed() {
      since = performance.now();
    },
  };
}
