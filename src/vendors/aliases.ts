import { abouts } from './abouts.ts';

/** Other names of each vendor, to its id: for the hint of the file's checker. Tools alone carry them. */
export const aliases: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(abouts).flatMap(([id, { aliases }]) => aliases.split(' ').map((alias) => [alias, id])),
);
