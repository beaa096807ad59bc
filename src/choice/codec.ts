import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { SignalKind } from '../types.ts';
import type { ChoiceRecord, Day } from './record.ts';

/*
 * The value of the opt-out cookie, format 1, eight fields behind "~":
 *
 *   1~3~2026-11-25~advertising:0.performance:1~k3f9:1~a1b2c3d4~gpc~gpc:2026-11-25
 *   │ │ │          │                            │      │        │   └ signals seen, with their day
 *   │ │ │          │                            │      │        └ signals in force when chosen
 *   │ │ │          │                            │      └ vendors covered by the grants, four characters each
 *   │ │ │          │                            └ vendors by code
 *   │ │ │          └ categories
 *   │ │ └ day of the choice, empty where only a signal was seen
 *   │ └ revision of the file
 *   └ format
 *
 * Lists are sorted, so the same choice has the same bytes. Every character is one that a cookie may hold (R92).
 */
const FORMAT = '1';
const CATEGORY = /^[a-z0-9-]{1,40}$/;
const CODE = /^[a-z0-9]{4}$/;

const dateOf = (day: Day): string => new Date(day * 864e5).toISOString().slice(0, 10);

function dayOfDate(text: string): Day | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) / 864e5 : Number.NaN;
  return Number.isInteger(day) ? day : undefined;
}

const flags = (choices: Readonly<Record<string, boolean>>): string =>
  Object.keys(choices)
    .sort()
    .map((id) => id + ':' + +choices[id]!)
    .join('.');

function parseFlags(text: string, key: RegExp): Record<string, boolean> | undefined {
  const choices: Record<string, boolean> = {};
  for (const part of text ? text.split('.') : []) {
    const [id, value, ...rest] = part.split(':');
    if (!key.test(id!) || !/^[01]$/.test(value || '') || rest.length || id! in choices) return;
    choices[id!] = value === '1';
  }
  return choices;
}

/** The cookie's value for a record. */
export const encodeRecord = (record: ChoiceRecord): string =>
  [
    FORMAT,
    record.revision,
    record.day === null ? '' : dateOf(record.day),
    flags(record.categories),
    flags(record.vendors),
    record.covered.slice().sort().join(''),
    SIGNAL_KINDS.filter((kind) => record.signals.includes(kind)).join('.'),
    SIGNAL_KINDS.filter((kind) => record.seen[kind] !== undefined)
      .map((kind) => kind + ':' + dateOf(record.seen[kind]!))
      .join('.'),
  ].join('~');

/** The record of a value, or undefined for anything that is not wholly as `encodeRecord` writes it. */
export function decodeRecord(value: string): ChoiceRecord | undefined {
  const fields = value.length > 4000 ? [] : value.split('~');
  if (fields.length !== 8 || fields[0] !== FORMAT || !/^\d{1,9}$/.test(fields[1]!)) return;
  const day = fields[2] ? dayOfDate(fields[2]) : null;
  const categories = parseFlags(fields[3]!, CATEGORY);
  const vendors = parseFlags(fields[4]!, CODE);
  const covered = fields[5]!.match(/.{1,4}/g) || [];
  const signals = (fields[6] ? fields[6].split('.') : []) as SignalKind[];
  const seen: Partial<Record<SignalKind, Day>> = {};
  for (const part of fields[7] ? fields[7].split('.') : []) {
    const [kind, date] = part.split(':') as [SignalKind, string?];
    const since = dayOfDate(date || '');
    if (!SIGNAL_KINDS.includes(kind) || since === undefined) return;
    seen[kind] = since;
  }
  if (day === undefined || !categories || !vendors) return;
  const record = { revision: +fields[1]!, day, categories, vendors, covered, signals, seen };
  // One spelling only: what does not come out again as it went in was not written by Heed.
  return covered.every((code) => CODE.test(code)) && encodeRecord(record) === value ? record : undefined;
}

/** Of two copies of the cookie the stricter holds: a grant only where both grant, a denial where either denies (R97). */
export function stricter(a: ChoiceRecord, b: ChoiceRecord): ChoiceRecord {
  const both = (x: Readonly<Record<string, boolean>>, y: Readonly<Record<string, boolean>>) => {
    const out: Record<string, boolean> = {};
    for (const id in { ...x, ...y }) {
      if (x[id] === false || y[id] === false) out[id] = false;
      else if (x[id] && y[id]) out[id] = true;
    }
    return out;
  };
  return {
    revision: Math.min(a.revision, b.revision),
    day: a.day === null || b.day === null ? (a.day ?? b.day) : Math.min(a.day, b.day),
    categories: both(a.categories, b.categories),
    vendors: both(a.vendors, b.vendors),
    covered: a.covered.filter((code) => b.covered.includes(code)),
    signals: a.signals.filter((kind) => b.signals.includes(kind)),
    seen: { ...a.seen, ...b.seen },
  };
}
