import type { Held } from '../types.ts';
import { type Finding, heldThing, type Judge } from './judge.ts';

/** Per vendor, so that one busy tag cannot fill the memory or flood its host on a grant. */
const MOST = 100;
const OLDEST_MS = 30 * 60_000;

interface Item extends Held {
  readonly at: number;
  readonly mark: string | null;
  /** Sends what was held; missing for what cannot be sent later. */
  readonly send?: () => void;
}

/** What was held and has no place in the document: pixels, beacons, requests, cookies. Never kept beyond the page. */
export interface Quarantine {
  readonly items: readonly Held[];
  add(kind: string, finding: Finding & { href: string }, send?: () => void, mark?: string | null): void;
  /** Sends what is granted now, oldest first, once; drops what the visitor has refused. */
  review(judge: Judge): void;
}

/**
 * @param now milliseconds since 1970
 * @param replays whether a vendor's held things may be sent later at all
 */
export function createQuarantine(now: () => number, replays: (vendor: string | null) => boolean): Quarantine {
  let items: Item[] = [];
  return {
    get items() {
      return items;
    },
    add(kind, finding, send, mark = null) {
      const thing = heldThing(kind, finding);
      const mine = items.filter((item) => item.vendor === thing.vendor);
      if (mine.length >= MOST) items = items.filter((item) => item !== mine[0]);
      items.push({ ...thing, at: now(), mark, send: replays(thing.vendor) ? send : undefined });
    },
    review(judge) {
      const before = items;
      items = [];
      for (const item of before) {
        const finding = item.kind === 'cookie' ? judge.cookie(item.url) : judge.url(item.url, item.mark);
        if (finding.granted) {
          if (item.send && now() - item.at <= OLDEST_MS) item.send();
        } else if (finding.reason !== 'choice') items.push(item);
      }
    },
  };
}
