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
  return (policy, decision) => {
    tellGoogle(policy, decision);
    for (const { id, entry, ids } of Object.values(policy.vendors)) {
      if (!decision.vendors[id]!.granted || asked.has(id) || !ids.some((key) => entry[key])) continue;
      asked.add(id);
      const failed = (error: unknown) => warn(`${id} was not loaded: ${error}`);
      const script = (src: string) => {
        const done = insert(src);
        done.catch(failed);
        return done;
      };
      fetchLoaders()
        .then((loaders) =>
          (loaders as Record<string, VendorLoader>)[id]!.load(entry as Ids, { win: page, script }),
        )
        .catch(failed);
    }
  };
}
