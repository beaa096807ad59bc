import type { CategoryId } from '../types.ts';

/** How many purposes TCF 2.2 and 2.3 have. */
const ALL = 11;

/**
 * The purposes that a visitor must have consented to, all of them, before a category is allowed. Read from the names and
 * texts of the purposes (IAB Europe TCF Policies, Appendix A, since version 4.0 of the policies, TCF 2.2). The choice
 * is ours; in doubt it takes one more, since this can only deny:
 *
 * - 1, store and access information on a device: whatever is not required does so;
 * - performance counts visits and measures how the site is used: 8, content performance, 9, audience statistics;
 * - marketing recognizes visitors for the site's own offers: 5 and 6, profiles for content, 7, performance of ads;
 * - advertising picks ads by interests and measures them: 2, limited data, 3 and 4, profiles for ads, 7.
 */
const PURPOSES: ReadonlyMap<CategoryId, readonly number[]> = new Map([
  ['required', []],
  ['performance', [1, 8, 9]],
  ['marketing', [1, 5, 6, 7]],
  ['advertising', [1, 2, 3, 4, 7]],
]);

/** What a category that the site has added does is not known: it takes every purpose. */
const EVERY: readonly number[] = Array.from({ length: ALL }, (_, i) => i + 1);

export const purposesOf = (category: CategoryId): readonly number[] => PURPOSES.get(category) ?? EVERY;
