import { loaders } from './loaders.ts';

/**
 * What is odd about the ids of a vendor's entry. Forms were observed, not promised by the vendor: so it is a warning,
 * with an example of the usual form.
 */
export function formWarnings(id: string, entry: Readonly<Record<string, unknown>>): string[] {
  const { forms } = loaders[id]!;
  return Object.keys(forms)
    .filter((key) => typeof entry[key] === 'string' && !forms[key]![0].test(entry[key]))
    .map((key) => `${id}: ${key} "${entry[key]}" has not the usual form, as in "${forms[key]![1]}"`);
}
