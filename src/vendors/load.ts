import type { Policy } from '../config/policy.ts';
import type { Gate } from '../gate/gate.ts';
import type { Decision } from '../types.ts';
import { consentMode } from './consent-mode.ts';
import type { Ids, LoaderTools, VendorCore } from './vendor.ts';

/** Loads the vendors that the file names with their own ids, once each, when they are granted. */
export function loadVendors(
  win: Window,
  registry: Readonly<Record<string, VendorCore>>,
  gate: Pick<Gate, 'script'>,
  warn: (message: string) => void,
): { update(policy: Policy, decision: Decision): void } {
  const loaded = new Set<string>();
  const page = win as unknown as LoaderTools['win'];
  const tellGoogle = consentMode(page);
  return {
    update(policy, decision) {
      tellGoogle(policy, decision);
      for (const id of Object.keys(policy.vendors)) {
        const { entry } = policy.vendors[id]!;
        const core = registry[id];
        if (!core?.load || !decision.vendors[id]!.granted || loaded.has(id)) continue;
        if (!Object.keys(core.ids || {}).every((key) => entry[key])) continue;
        loaded.add(id);
        const script = (src: string) => {
          const done = gate.script(src);
          done.catch((error) => warn(`${id}: ${error.message}`));
          return done;
        };
        try {
          core.load(entry as Ids, { win: page, script });
        } catch (error) {
          warn(`${id} could not be loaded: ${error}`);
        }
      }
    },
  };
}
