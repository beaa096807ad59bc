import type { Held } from '../types.ts';
import { type Finding, heldThing, type Judge } from './judge.ts';

/** Per vendor, so that one busy tag cannot fill the memory or flood its host on a grant. */
const MOST = 100;
const OLDEST_MS = 30 * 60_000;

interface Item {
  readonly thing: Held;
  readonly at: number;
  readonly mark?: string | null;
  /** Sends what was held; missing for what cannot be sent later. */
  readonly send?: () => void;
}

/** Part of how the page looks and plays, and no event of the past: it comes with a later grant, whatever was said before. */
const LASTS = /^(style|image|audio|video)$/;

/** What was held and has no place in the document: pixels, beacons, requests, cookies. Never kept beyond the page. */
export interface Quarantine {
  readonly items: readonly Held[];
  add(kind: string, finding: Finding, send?: () => void, mark?: string | null): void;
  /** Drops what the visitor has refused. */
  drop(judge: () => Judge): void;
  /** Sends what is granted now, oldest first, once. */
  send(judge: () => Judge, replays: (vendor: string | null) => boolean): void;
}

export function createQuarantine(warn: (message: string) => void): Quarantine {
  let items: Item[] = [];
  function verdictOn({ thing, mark }: Item, judge: Judge): Finding {
    const { kind, url, vendor } = thing;
    // What was held for its writer is that vendor's, whatever its name.
    return /^(cookie|storage)$/.test(kind)
      ? (vendor && judge.word(vendor)) || judge.storage(url)
      : judge.url(url, mark);
  }
  return {
    get items() {
      return items.map(({ thing }) => thing);
    },
    add(kind, finding, send, mark) {
      const mine = items.filter(({ thing }) => thing.vendor === finding.vendor);
      if (mine.length >= MOST) items = items.filter((item) => item !== mine[0]);
      items.push({ thing: heldThing(kind, finding), at: Date.now(), mark, send });
    },
    drop(judge) {
      items = items.filter((item) => {
        const { granted, reason } = verdictOn(item, judge());
        return granted || reason !== 'choice' || LASTS.test(item.thing.kind);
      });
    },
    send(judge, replays) {
      const before = items;
      items = [];
      for (const item of before) {
        const { thing, send, at } = item;
        if (!verdictOn(item, judge()).granted) items.push(item);
        else
          try {
            if (send && replays(thing.vendor) && Date.now() - at < OLDEST_MS) send();
          } catch (error) {
            warn(`${thing.url} could not be sent: ${error}`);
          }
      }
    },
  };
}
