export type { RegionRow, SignalDuty } from './regions/table.js';
/** The recommended regimes: the date by which a category file pins them, and a row for each region with its source. */
export declare const recommended: Readonly<{
    date: "2026-11-25";
    rows: readonly import("./regions.ts").RegionRow[];
}>;
