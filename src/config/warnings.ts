import { own } from '../owns.ts';
import { formWarnings } from '../vendors/forms.ts';
import { loaders } from '../vendors/loaders.ts';
import type { Policy } from './policy.ts';

/** What is odd in a file that holds all the same: for tools; a page says it when it loads the vendor. */
export const fileWarnings = ({ vendors }: Policy): string[] =>
  Object.values(vendors).flatMap(({ id, entry }) => (own(loaders, id) ? formWarnings(id, entry) : []));
