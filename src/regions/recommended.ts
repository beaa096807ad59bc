import type { Regime } from '../types.ts';

/** The table that `"recommended"` alone means. */
export const LATEST = '2026-11-25';

/** Codes of two letters each, one behind the other. */
const OPT_IN =
  'AEATAXBEBGBRCHCNCYCZDEDKEEESFIFRGBGFGIGPGRHRHUIDIEINISITKRLILTLULVMFMQMTMYNLNOPHPLPTREROSASESGSISKTHTRVNYT';

/**
 * The recommended regimes by the date of their table: what every visitor gets, so codes only. `table.ts` has the source
 * of each row, and a test holds the two together. A newer table is added beside the older ones: a site names the date
 * that it has read.
 *
 * @param path where the file asks for them: the reason for each row
 */
export const RECOMMENDED: Readonly<
  Record<string, (path: string) => Record<string, readonly [regime: Regime, path: string]>>
> = {
  [LATEST](path) {
    const strict = ['opt-in', path] as const;
    const rows: ReturnType<(typeof RECOMMENDED)[string]> = { 'CA-QC': strict };
    for (const code of OPT_IN.match(/../g)!) rows[code] = strict;
    rows.AU = rows.CA = rows.JP = rows.US = ['opt-out', path];
    return rows;
  },
};
