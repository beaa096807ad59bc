import { LATEST } from './regions/recommended.ts';
import { TABLE } from './regions/table.ts';

export type { RegionRow, SignalDuty } from './regions/table.ts';

/** The recommended regimes: the date by which a category file pins them, and a row for each region with its source. */
export const recommended = Object.freeze({ date: LATEST, rows: TABLE });
