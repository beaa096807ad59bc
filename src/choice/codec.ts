import { own } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { SignalKind } from '../types.ts';
import type { ChoiceRecord, Day } from './record.ts';

/*
 * The value of the opt-out cookie, format 1, eight fields behind "~":
 *
 *   1~3~2026-11-25~advertising:0.performance:1~a1b2c3d4~k3f9~gpc~gpc:2026-11-25
 *   │ │ │          │                            │        │    │   └ signals seen, with their day
 *   │ │ │          │                            │        │    └ signals in force when chosen
 *   │ │ │          │                            │        └ vendors denied one by one, four characters each
 *   │ │ │          │                            └ vendors granted
 *   │ │ │          └ categories
 *   │ │ └ day of the choice, empty where only a signal was seen; behind "." the day of older grants left as they were
 *   │ └ revision of the file
 *   └ format
 *
 * Lists are sorted, so the same choice has the same bytes. Every character is one that a cookie may hold (R92).
 */
const FORM =
  /^1~(\d{1,16})~((?:\.?\d{4}-\d\d-\d\d){0,2})~((?:[a-z0-9-]{1,40}:[01](?:\.(?!~))?)*)~((?:[a-z0-9]{4})*)~((?:[a-z0-9]{4})*)~((?:(?:gpc|dnt)\.?)*)~((?:(?:gpc|dnt):[\d-]{10}\.?)*)$/;

const dateOf = (day: Day): string => new Date(day * 864e5).toISOString().slice(0, 10);

/** `key:value` pairs behind ".", sorted. */
const join = (pairs: object, show: (value: never) => string | number): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key}:${show(value as never)}`)
    .sort()
    .join('.');

/** The pairs of such a list. */
function split<T>(text: string, read: (value: string) => T): Record<string, T> {
  const pairs: Record<string, T> = {};
  for (const pair of text.split('.').filter(Boolean)) {
    const [key, value] = pair.split(':');
    pairs[key!] = read(value || '');
  }
  return pairs;
}

/** The cookie's value for a record. */
export function encodeRecord(record: ChoiceRecord): string {
  const { revision, day, grantDay, categories, vendors, signals, seen } = record;
  const codes = (granted: boolean) =>
    Object.keys(vendors)
      .filter((code) => vendors[code] === granted)
      .sort()
      .join('');
  return [
    1,
    revision,
    day === null ? '' : dateOf(day) + (grantDay === undefined ? '' : '.' + dateOf(grantDay)),
    join(categories, Number),
    codes(true),
    codes(false),
    SIGNAL_KINDS.filter((kind) => signals.includes(kind)).join('.'),
    join(seen, dateOf),
  ].join('~');
}

/** The record of a value, or undefined for anything that is not wholly as `encodeRecord` writes it. */
export function decodeRecord(value: string): ChoiceRecord | undefined {
  const fields = FORM.exec(value);
  if (!fields) return;
  const [, revision, date, categories, granted, denied, signals, seen] = fields;
  // Who has chosen has done so on a day.
  if (!date && (categories || granted || denied || signals)) return;
  const dayOfDate = (text: string): Day => Date.parse(text) / 864e5;
  const vendors: Record<string, boolean> = {};
  for (const code of granted!.match(/.{4}/g) || []) vendors[code] = true;
  for (const code of denied!.match(/.{4}/g) || []) vendors[code] = false;
  const record: ChoiceRecord = {
    revision: +revision!,
    day: date ? dayOfDate(date.slice(0, 10)) : null,
    ...(date!.length > 10 ? { grantDay: dayOfDate(date!.slice(-10)) } : {}),
    categories: split(categories!, (flag) => flag === '1'),
    vendors,
    signals: signals!.split('.').filter(Boolean) as SignalKind[],
    seen: split(seen!, dayOfDate),
  };
  try {
    // One spelling only: what does not come out again as it went in was not written by Heed.
    if (encodeRecord(record) === value && !(record.grantDay! >= record.day!)) return record;
  } catch (_) {
    // a date that is none, such as the 31st of February
  }
}

/**
 * Of two copies of the cookie the stricter holds: a denial where either denies, a grant only where both give the same
 * grant, of the same day and revision (R97).
 */
export function stricter(a: ChoiceRecord, b: ChoiceRecord): ChoiceRecord {
  const alike = a.revision === b.revision && a.day === b.day && a.grantDay === b.grantDay;
  const both = (x: Readonly<Record<string, boolean>>, y: Readonly<Record<string, boolean>>) => {
    const out: Record<string, boolean> = {};
    for (const id in { ...x, ...y }) {
      if (own(x, id) === false || own(y, id) === false) out[id] = false;
      else if (alike && own(x, id) && own(y, id)) out[id] = true;
    }
    return out;
  };
  return {
    revision: Math.min(a.revision, b.revision),
    day: a.day === null ? b.day : b.day === null ? a.day : Math.max(a.day, b.day),
    ...(alike && a.grantDay !== undefined ? { grantDay: a.grantDay } : {}),
    categories: both(a.categories, b.categories),
    vendors: both(a.vendors, b.vendors),
    signals: a.signals.filter((kind) => b.signals.includes(kind)),
    seen: { ...a.seen, ...b.seen },
  };
}
