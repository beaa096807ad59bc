import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { consentMode } from './consent-mode.ts';
import type { Ids, LoaderTools, VendorLoader } from './vendor.ts';

/**
 * Loads the vendors that the file names with their own ids, once each, when they are granted. How each is loaded is
 * fetched with the first of them.
 *
 * @returns what to call with each decision
 */
export function loadVendors(
  win: Window,
  fetchLoaders: () => Promise<unknown>,
  insert: (src: string) => Promise<void>,
  warn: (message: string) => void,
): (policy: Policy, decision: Decision) => void {
  const page = win as unknown as LoaderTools['win'];
  const tellGoogle = consentMode(page);
  const asked = new Set<string>();
  let current: Decision;
  return (policy, decision) => {
    current = decision;
    tellGoogle(policy, decision);
    for (const { id, entry, ids } of Object.values(policy.vendors)) {
      if (!decision.vendors[id]!.granted || asked.has(id) || !ids.some((key) => entry[key])) continue;
      asked.add(id);
      const failed = (error: unknown) => warn(`${id} was not loaded: ${error}`);
      fetchLoaders()
        .then((loaders) => {
          // Denied again meanwhile: the next grant asks anew.
          if (!current.vendors[id]!.granted) return void asked.delete(id);
          const { forms, load } = (loaders as Record<string, VendorLoader>)[id]!;
          for (const key of ids) {
            const form = forms[key];
            if (form && !form.test(entry[key] as string))
              warn(`${id}: ${key} "${entry[key]}" has not the usual form, ${form}`);
          }
          return load(entry as Ids, { win: page, script: insert });
        })
        .catch(failed);
    }
  };
}
