import type { ChoiceRecord, Day } from '../choice/record.ts';
import { grantDayOf, SALE, vendorCode } from '../choice/record.ts';
import type { Policy, PolicyCategory, PolicyVendor } from '../config/policy.ts';
import { own, owns } from '../owns.ts';
import { SIGNAL_KINDS } from '../signals/signals.ts';
import type { CategoryId, Decision, Reason, Regime, SignalKind, Signals, Verdict } from '../types.ts';

/** All that a decision depends on, besides the file. */
export interface Circumstances {
  readonly signals: Signals;
  /** `DE`, `US-CA` …, `?` for a guess that names none, or null where unknown: then the file's own `regime` holds. */
  readonly region: string | null;
  readonly record: ChoiceRecord | null;
  readonly day: Day;
  /** The site knows that this person opted out. */
  readonly optedOut: boolean;
  /** Categories that the page's registered platform allows (`tcf`). Left out: it has not answered, and allows none. */
  readonly allowed?: ReadonlySet<CategoryId>;
}

/**
 * The regime of a region: its own row, then its country's, then the file's default. With the path that said so. A
 * country whose part is not known, and `?` for anywhere, may be any of the file's rows there: the strictest counts.
 */
function regimeOf(
  { regions, regime }: Policy,
  region: string | null,
): readonly [regime: Regime, path: string] {
  const code = (region || '').toUpperCase();
  const [country, part] = code.split('-') as [string, string?];
  const strict = (name: string) =>
    regions[name]![0] === 'opt-in' && (code === '?' || name.startsWith(country + '-'));
  const key =
    (code && !part && Object.keys(regions).filter(strict)[0]) ||
    [code, country].filter((name) => owns(regions, name))[0];
  return key ? regions[key]! : [regime, '$.regime'];
}

/** Whether a signal denies this category, or this vendor in it: the path in the file that says so. */
export function signalPath(
  { signals }: Policy,
  kind: SignalKind,
  { id }: PolicyCategory,
  vendor?: PolicyVendor,
): string | undefined {
  if (id === 'required') return;
  if (signals[kind].includes(id)) return '$.signals.' + kind;
  // GPC forbids selling and sharing, whatever the purpose: Civ. Code 1798.135(e), w3c/gpc "Legal Effects" (R7, R30).
  // An empty list is a site that ignores the signal and has given its reason.
  if (kind === 'gpc' && vendor && vendor.shares && signals.gpc.length) return vendor.path;
}

/** Whether it is about selling and sharing, which is what an opt-out opts out of. */
export const isSale = ({ signals }: Policy, { id }: PolicyCategory, vendor?: PolicyVendor): boolean =>
  id === 'advertising' || signals.gpc.includes(id) || !!(vendor && vendor.shares);

/** The verdict on a vendor or a category, or undefined for what the file does not name. */
export const verdictOf = ({ vendors, categories }: Decision, id: string): Verdict | undefined =>
  owns(vendors, id) ? vendors[id] : owns(categories, id) ? categories[id] : undefined;

/**
 * The decision: one pure function of the file, the signals, the region, the visitor's record and the day.
 * Precedence as in the contract: required; denials from outside (account, audience, signals); choice; regime.
 */
export function decide(policy: Policy, given: Circumstances): Decision {
  const { signals, region, record, day, optedOut, allowed } = given;
  const [regime, regimePath] = regimeOf(policy, region);
  const seen = (kind: SignalKind) => !!record && record.seen[kind] !== undefined;

  // A grant ends with its time and with a new revision, and counts for nothing if it comes from the future.
  const chosen = record && record.day !== null ? record : undefined;
  const grantsHold =
    !!chosen &&
    chosen.revision === policy.revision &&
    day >= chosen.day! - 1 &&
    day <= grantDayOf(chosen) + policy.cookie.grantDays;

  let honored = false;

  function judge(category: PolicyCategory, vendor?: PolicyVendor): Verdict {
    const { path } = vendor || category;
    const verdict = (granted: boolean, reason: Reason, at = path): Verdict => {
      // Opting out of sale and sharing: a denial that the visitor, or somebody for the visitor, asked for.
      if (concerned && !granted && /choice|gpc|dnt|account/.test(reason)) honored = true;
      // One more denial (R74), which is no opt-out: whatever Heed would grant, the page's platform allows as well.
      if (granted && reason !== 'required' && policy.tcf && !(allowed && allowed.has(category.id)))
        return Object.freeze({ granted: false, reason: 'account', path: '$.tcf' });
      // Google's advanced mode: where nobody has opted out, by signal or otherwise, and the file has given its reason.
      const pings = !granted && regime === 'opt-in' && /choice|regime/.test(reason);
      return Object.freeze({
        granted,
        reason,
        path: at,
        ...(pings && vendor?.entry.consentMode ? { pings: true as const } : {}),
      });
    };
    const concerned = isSale(policy, category, vendor);

    if (category.id === 'required') return verdict(true, 'required');
    if (policy.broken) return verdict(false, 'error', '$');
    if (concerned && optedOut) return verdict(false, 'account');
    // No choice cures what is owed to minors and on sensitive pages (R40, R50, R51).
    if (concerned && policy.audience) return verdict(false, 'audience', '$.audience');

    // The visitor's own word, vendor over category; a category's grant does not cover a vendor that came later (R61).
    let choice: boolean | undefined;
    let from = path;
    if (chosen) {
      const all = own(chosen.categories, category.id);
      choice = all;
      if (vendor) choice = own(chosen.vendors, vendorCode(vendor.id)) ?? (all && undefined);
      if (choice && !grantsHold) choice = undefined;
      if (choice === undefined && all === false) choice = false;
      // Who has opted out of sale has opted out of what came later, and of what a grant has ended for.
      if (choice === undefined && concerned && regime === 'opt-out' && SALE in chosen.categories)
        choice = false;
      // Whose word it was: the category's, unless the vendor's own goes against it.
      if (choice === all) from = category.path;
    }
    for (const kind of SIGNAL_KINDS) {
      const at = signalPath(policy, kind, category, vendor);
      if (!at || !(signals[kind] || seen(kind))) continue;
      // Lifted: granted while the signal was sent, which choose() allows by the visitor's trusted click only.
      if (choice && chosen!.signals.includes(kind)) continue;
      // Gone is not taken back: it denies on under opt-out, and voids the grants it overrode under opt-in (R33, R47).
      if (signals[kind] || regime === 'opt-out') return verdict(false, kind, at);
      choice = choice && undefined;
    }
    return choice === undefined
      ? verdict(regime === 'opt-out', 'regime', regimePath)
      : verdict(choice, 'choice', from);
  }

  const categories: Record<string, Verdict> = {};
  const vendors: Record<string, Verdict> = {};
  for (const category of policy.categories) {
    categories[category.id] = judge(category);
    for (const id of category.vendors) vendors[id] = judge(category, policy.vendors[id]);
  }

  // Who has refused is left alone for half a year (R60: 184 days), who has opted out for a whole one (R38), even when
  // grants have ended by their time or by a new revision. Who has not opted out may be asked what was never answered.
  const refused = !!chosen && Object.values({ ...chosen.categories, ...chosen.vendors }).includes(false);
  const quiet = refused && day - chosen!.day! < (honored ? 366 : 184);
  // A category that names nothing is nothing to ask about, unless no category names anything.
  const names = (category: PolicyCategory) => category.vendors.length + category.cookies.length;
  const someNames = policy.categories.some(names);
  const ask = policy.categories.some((category) => {
    const { id } = category;
    if (someNames && !names(category)) return false;
    if (quiet && (honored || owns(chosen!.categories, id))) return false;
    const verdicts = category.vendors.length
      ? category.vendors.map((name) => vendors[name]!)
      : [categories[id]!];
    return verdicts.some(({ granted, reason }) => !granted && reason === 'regime');
  });

  const inForce = (kind: SignalKind) => signals[kind] || (regime === 'opt-out' && seen(kind));
  const { broken } = policy;
  return Object.freeze({
    regime,
    region,
    signals: Object.freeze({ gpc: inForce('gpc'), dnt: inForce('dnt') }),
    categories: Object.freeze(categories),
    vendors: Object.freeze(vendors),
    unlisted: Object.freeze({
      granted: policy.unlisted !== 'hold' && !broken,
      reason: broken ? 'error' : 'unlisted',
      path: broken ? '$' : '$.unlisted',
    }),
    ask,
    optedOut: honored,
  } as const);
}
