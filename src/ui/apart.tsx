// biome-ignore-all lint/correctness/noUnusedVariables: JSX is made with h
// biome-ignore-all lint/correctness/noUnusedFunctionParameters: the same
import type { h } from 'preact';
import type { Described } from './describe.ts';
import type { View } from './view.tsx';

/**
 * Words of the file or of a vendor, in a direction of their own: those around them may run the other way. What Heed
 * itself knows of a vendor is English, and says so (WCAG 3.1.2); names are nobody's language.
 *
 * @param vendor id of the vendor whose purpose, or whose cookie's purpose, the words are
 */
export function apart(
  { h, facts }: View,
  words: string | undefined,
  vendor?: string,
): h.JSX.Element | undefined {
  if (!words) return;
  const known = facts[vendor!];
  const isOurs = known && [known, ...known.cookies].some(({ purpose }) => purpose === words);
  return <bdi lang={isOurs ? 'en' : undefined}>{words}</bdi>;
}

/** Who a vendor is and what for, beside its name. */
export const about = (view: View, id: string, { name, company, purpose }: Omit<Described, 'cookies'>) =>
  line(company !== name && apart(view, company), apart(view, purpose, id));

/** What there is of some words, in one line. */
export const line = (...words: unknown[]) =>
  words.filter(Boolean).map((one, i) => (i ? [' · ', one] : one)) as string[];
