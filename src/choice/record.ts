import type { SignalKind } from '../types.ts';

/** Days since 1 January 1970, UTC: no finer time is kept. */
export type Day = number;

export const dayOf = (milliseconds: number): Day => Math.floor(milliseconds / 864e5);

/**
 * What the opt-out cookie holds. No identifier: two visitors with the same choice on the same day have the same
 * record (R91).
 */
export interface ChoiceRecord {
  /** Revision of the file that the choice was made under. */
  readonly revision: number;
  /** Day of the last choice, or null where only a signal was seen. */
  readonly day: Day | null;
  /** Day from which grants count, where that is an earlier one: of the oldest that the last choice left as it was. */
  readonly grantDay?: Day;
  /** Choice by category id. */
  readonly categories: Readonly<Record<string, boolean>>;
  /**
   * Choice by vendor code. A grant is always written vendor by vendor, so that it covers just the vendors that the
   * file named then (R61); a denial only where its category is not denied as a whole.
   */
  readonly vendors: Readonly<Record<string, boolean>>;
  /** Signals that were sent when the choice was made and are still sent: what it granted against them was lifted. */
  readonly signals: readonly SignalKind[];
  /** Signals seen, with the day, that no later choice has ended (R33, R47, R100). */
  readonly seen: Readonly<Partial<Record<SignalKind, Day>>>;
}

/**
 * Stands among the denied categories, under a name that no category can have: all that sells or shares is denied, also
 * what the file did not name then (R37, R38).
 */
export const SALE = '-sale';

/** Day from which the grants of a choice count. */
export const grantDayOf = ({ day, grantDay }: ChoiceRecord): Day =>
  grantDay === undefined ? day! : grantDay;

/**
 * Four characters that stand for a vendor id in the cookie, so that all vendors fit (FNV-1a, 20 bits). A clash would
 * let one vendor be covered by another's choice; among 52 vendors its likelihood is about one in a thousand.
 */
export function vendorCode(id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ('000' + (hash >>> 0).toString(36)).slice(-4);
}
