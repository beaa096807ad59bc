import type { Regime } from '../types.js';
/** What the law of a region says of an opt-out signal. Heed honors it everywhere. */
export type SignalDuty = 'owed' | 'unclear' | 'none';
/** One region of the recommended table. */
export interface RegionRow {
    /** ISO 3166-1, or 3166-2 for a part of a country. */
    readonly code: string;
    readonly regime: Regime;
    readonly signal: SignalDuty;
    /** Day from which the duty to honor a signal, or else the law, is in force, where it is known. */
    readonly since?: string;
    readonly source: string;
    /** Day on which the source was read. */
    readonly date: string;
}
/**
 * The recommended regimes with their sources, read on the day that the table is named after. An engineering reading of
 * published texts and summaries, not legal advice. `regime` is a choice of this project where a note says "starter".
 */
export declare const TABLE: readonly RegionRow[];
