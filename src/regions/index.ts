import { LATEST } from './recommended.ts';
import { TABLE } from './table.ts';

export type { RegionRow, SignalDuty } from './table.ts';

/** The recommended regimes: the date by which a category file pins them, and a row for each region with its source. */
export const recommended = Object.freeze({ date: LATEST, rows: TABLE });
