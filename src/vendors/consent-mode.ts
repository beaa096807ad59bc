import { ADVANCED } from '../config/parse.ts';
import type { Policy } from '../config/policy.ts';
import { refuses } from '../decide/content-policy.ts';
import type { Decision, Verdict } from '../types.ts';
import { gtag } from './google.ts';
import { list } from './queue.ts';
import type { LoaderTools } from './vendor.ts';

/** Something that has happened on the page, not what sets tags up: `gtag('event', …)`, `{ event: 'purchase' }`. */
const isEvent = (one: unknown): unknown =>
  one &&
  /^(?!gtm|heed)./.test(
    ((one as string[])[0] === 'event' ? 'event' : (one as { event?: string }).event) || '',
  );

const isWord = (one: unknown, what: string): unknown =>
  one && (one as string[])[0] === 'consent' && (one as string[])[1] === what;

/** Tells of a decision. */
type Tell = (policy: Policy, decision: Decision) => void;
/** Makes one of it that never throws: it is called by what a page does, too. */
export type Safely = (tell: Tell) => Tell;

/**
 * Google Consent Mode v2: the default stands in the queue before any command of the page, with a stored choice
 * already in it; later decisions are updates, of what has changed (developers.google.com, "Set up consent mode on
 * websites"; R68). It is the basic mode: a denied tag is not asked for at all (R69), unless the file lets its pings pass;
 * the words are the same. `url_passthrough` stays off, as it is by default; `ads_data_redaction` has no effect while ads
 * are granted (the same page).
 *
 * What the regime alone grants is denied in the regions that the file has as `opt-in`. Google looks the region up by
 * itself, and of two defaults the one that names it counts: so Google may deny what Heed grants, never the other way
 * round, and an update, which names no region, ends that once the visitor has chosen.
 *
 * A page fills the queue before the visitor has chosen, or before the file is there, or puts a list of its own in its
 * place, as `dataLayer = [{ page: 'home' }]` does. As long as no tag has read the queue, all words go in front of what
 * else is in it: tags read in order, and what they find before an update they send as denied.
 *
 * @param atEnd takes what gives the page its property back
 * @param safely sees that nothing which the page has in the queue's place throws into it
 * @param name the queue's, which a page may choose (`gtm.js?id=…&l=other`)
 * @returns what to call with each decision
 */
export function consentMode(
  win: LoaderTools['win'],
  atEnd: (back: () => void) => void,
  safely: Safely,
  name: string,
): Tell {
  let told: Record<string, string> = {};
  let queue: unknown;
  /** How many words stand in front of it. */
  let ahead = 0;
  let refused = false;
  let last: Decision;
  atEnd(() => void (queue && Reflect.defineProperty(win, name, { value: win[name], writable: true })));
  const tell = safely((policy, decision) => {
    const tags = Object.keys(policy.vendors).filter((id) => ADVANCED.test(id));
    if (!tags[0]) return;
    let layer = list(win, name);
    // A page that has made the property one that nobody can watch is seen at the next decision.
    Reflect.defineProperty(win, name, {
      get: () => layer,
      set(value) {
        layer = value;
        if (Array.isArray(value) && value !== queue) tell(policy, decision);
      },
    });
    if (queue !== layer) {
      told = {};
      ahead = 0;
    }
    const again = queue === layer && decision === last;
    last = decision;
    queue = layer;
    const first = !told.ad_storage;
    // Whoever reads the queue has put a `push` of its own in it.
    const unread = layer.push === [].push;
    if (!again) {
      // What has happened until a refusal is taken back is not sent by a later grant; what sets the tags up stays.
      const before = refused;
      const verdicts = tags.map((id) => decision.vendors[id]!);
      refused = !verdicts.some(({ granted }) => granted) && (!first || verdicts.some(refuses));
      if (unread && (refused || before || tags.every((id) => !policy.vendors[id]!.replay)))
        layer.splice(0, layer.length, ...layer.filter((one) => !isEvent(one)));
    }
    const { length } = layer;
    /**
     * Granted if each of these that the file names is granted; where it names none, if the category is. "free" is granted
     * by the regime alone, "barred" refused, while pings pass. The strictest word is the first in the alphabet.
     */
    const state = (category: string, ...ids: string[]) => {
      const named = ids.map((id) => decision.vendors[id]).filter(Boolean);
      return (named[0] ? named : [decision.categories[category]])
        .map((one) => {
          const { granted, reason, pings } = one || ({} as Partial<Verdict>);
          if (granted) return reason === 'regime' ? 'free' : 'granted';
          return pings && reason === 'choice' ? 'barred' : 'denied';
        })
        .sort()[0]!;
    };
    const ads = state('advertising', 'doubleclick', 'google-ads');
    const other = state('marketing');
    const now: Record<string, string> = {
      ad_storage: ads,
      ad_user_data: ads,
      ad_personalization: ads,
      analytics_storage: state('performance', 'google-analytics'),
      functionality_storage: other,
      personalization_storage: other,
      security_storage: 'granted',
    };
    const changed = JSON.stringify(now, (key, word) => (told[key] === word ? undefined : word));
    if (changed !== '{}') {
      const command = gtag(win, name);
      const keys = (free: string) => JSON.parse(changed.replace(/free/g, free).replace(/barred/g, 'denied'));
      // A row that covers the visitor's own region is not meant: a nearer one has it as `opt-out`.
      const region = Object.keys(policy.regions).filter(
        (code) =>
          policy.regions[code]![0] === 'opt-in' &&
          !(decision.region + '-').toUpperCase().startsWith(code + '-'),
      );
      if (first && region[0] && /free/.test(changed))
        command('consent', 'default', { ...keys('denied'), region });
      command('consent', first ? 'default' : 'update', keys('granted'));
      command('set', 'ads_data_redaction', true);
      told = now;
      if (unread) {
        const words = layer.splice(length);
        layer.splice(ahead, 0, ...words);
        ahead += words.length;
      }
    }
    // A default of the page's own, behind these words, is not to count for what the visitor has decided.
    let at = unread ? layer.length : 0;
    while (--at >= ahead && !isWord(layer[at], 'default'));
    const firm = JSON.stringify(now, (key, word) =>
      key === 'security_storage' || /free|denied/.test(word) ? undefined : word,
    );
    if (at >= ahead && firm !== '{}' && !isWord(layer[at + 1], 'update')) {
      gtag(win, name)('consent', 'update', JSON.parse(firm.replace(/barred/g, 'denied')));
      layer.splice(at + 1, 0, layer.pop());
    }
    if (again) return;
    if (policy.vendors['google-tag-manager']) {
      // For a container's triggers: a custom of this project, no call of Google's. Tags still meet the gate.
      const heed: Record<string, boolean> = {};
      for (const id of Object.keys(decision.categories)) heed[id] = decision.categories[id]!.granted;
      layer.push({ event: 'heed_consent', heed });
    }
  });
  return tell;
}
