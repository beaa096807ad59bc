import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { Decision } from '../types.ts';
import { gtag } from './google.ts';
import { list } from './queue.ts';
import type { LoaderTools } from './vendor.ts';

const GOOGLE = /^(google-|doubleclick$)/;

/**
 * Google Consent Mode v2: the default stands in the queue before any command of the page, with a stored choice
 * already in it; later decisions are updates (developers.google.com, "Set up consent mode on websites"; R68). It is
 * the basic mode: a denied tag is not asked for at all (R69), unless the file lets its pings pass; the words are the
 * same. The region is in the decision already, so no command names one: Google would look it up by itself, and a
 * laxer default for a region would grant what the decision denies. `url_passthrough` stays off, as it is by default.
 *
 * @returns what to call with each decision
 */
export function consentMode(win: LoaderTools['win']): (policy: Policy, decision: Decision) => void {
  let told = '';
  return (policy, decision) => {
    if (policy.broken || !Object.keys(policy.vendors).some((id) => GOOGLE.test(id))) return;
    /** Granted if each of these that the file names is granted; where it names none, if the category is. */
    const state = (category: string, ...ids: string[]) => {
      const named = ids.filter((id) => owns(decision.vendors, id));
      const verdicts = named.length
        ? named.map((id) => decision.vendors[id])
        : [decision.categories[category]];
      return verdicts.every((verdict) => verdict?.granted) ? 'granted' : 'denied';
    };
    const ads = state('advertising', 'doubleclick', 'google-ads');
    const other = state('marketing');
    const keys = {
      ad_storage: ads,
      ad_user_data: ads,
      ad_personalization: ads,
      analytics_storage: state('performance', 'google-analytics'),
      functionality_storage: other,
      personalization_storage: other,
      security_storage: 'granted',
    };
    const now = JSON.stringify(keys);
    if (now !== told) {
      const command = gtag(win);
      command('consent', told ? 'update' : 'default', keys);
      command('set', 'ads_data_redaction', ads === 'denied');
      told = now;
    }
    if (!owns(policy.vendors, 'google-tag-manager')) return;
    // For a container's triggers: a custom of this project, no call of Google's. Tags still meet the gate.
    const heed: Record<string, boolean> = {};
    for (const id of Object.keys(decision.categories)) heed[id] = decision.categories[id]!.granted;
    list(win, 'dataLayer').push({ event: 'heed_consent', heed });
  };
}
