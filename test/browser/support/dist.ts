import path from 'node:path';

/** The build under test: what is served at `/heed.js`. A developer may want to try another. */
export const DIST = process.env.HEED_DIST ?? path.resolve(import.meta.dirname, '../../../dist');

/** A module of the build, as a server imports it. */
export const fromDist = <Module>(file: string): Promise<Module> => import(path.join(DIST, file));
