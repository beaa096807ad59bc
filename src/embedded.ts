/*
 * What one file of a site's own has inside: nothing here, for the package's heed.js serves every site. `heed build` has
 * another module in its place (rollup.config.mjs, `template`).
 */

/** The category file. */
export const file: unknown = undefined;

/** Parts that need not be fetched, by name: each does what its script does. */
export const parts: Readonly<Record<string, () => void>> | undefined = undefined as never;
