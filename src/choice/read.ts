import { decodeRecord, stricter } from './codec.ts';
import type { ChoiceRecord } from './record.ts';

/**
 * The values of a cookie in `document.cookie` or a `Cookie` header, which spell it alike. Copies of one name, on the
 * host and on its domain, come twice.
 */
export const valuesOf = (cookies: string, name: string): string[] =>
  cookies
    .split(/; */)
    .filter((pair) => pair.startsWith(name + '='))
    .map((pair) => pair.slice(name.length + 1));

/** What the copies of the opt-out cookie say together: of two the stricter holds, what is damaged says nothing (R97). */
export const recordOf = (values: readonly string[]): ChoiceRecord | null =>
  values.reduce<ChoiceRecord | null>((record, value) => {
    const copy = decodeRecord(value);
    return copy && record ? stricter(record, copy) : copy || record;
  }, null);
