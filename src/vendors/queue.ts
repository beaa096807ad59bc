import type { LoaderTools } from './vendor.ts';

/** A page's window, by which the globals of vendors are reached. */
export type Page = LoaderTools['win'];

/** The list under a name, made if the page has none. */
export const list = (win: Page, name: string): unknown[] => (win[name] ||= []) as unknown[];
