import { decodeRecord } from './choice/codec.ts';
import { dayOf } from './choice/record.ts';
import { parseConfig } from './config/parse.ts';
import { chainOf } from './decide/chain.ts';
import { decide } from './decide/decide.ts';
import { explain as explainBriefly } from './decide/explain.ts';
import { createJudge } from './gate/judge.ts';
import { siteHosts } from './gate/site.ts';
import { readSignals, signalsOf } from './signals/signals.ts';
import type { CategoryId, Consent, Explanation, Step } from './types.ts';
import { registry } from './vendors/registry.ts';

export type { Step } from './types.ts';

/** A verdict with the way to it. */
export interface FullExplanation extends Explanation {
  /** Every input that was looked at, in order of precedence; the last one decides. */
  readonly chain: readonly Step[];
}

/** What is known of a visitor. Whatever is left out is not known. */
export interface Visitor {
  /** `DE`, `US-CA` … */
  region?: string | null;
  /** Value of the header `Sec-GPC`, or of `navigator.globalPrivacyControl`. */
  gpc?: string | boolean | null;
  /** Value of the header `DNT`, or of `navigator.doNotTrack`. */
  dnt?: string | boolean | null;
  /** Value of the opt-out cookie. */
  cookie?: string | null;
  /** Whether the site knows that this person has opted out. */
  optedOut?: boolean;
  /** Categories that the page's IAB TCF platform allows. Left out: it has not answered; a file without `tcf` asks none. */
  allowed?: readonly CategoryId[];
  /** Milliseconds since 1970. Default: now. */
  now?: number;
  /** Address of the page. Default: an invented one, so that every host is a third party. */
  page?: string;
}

/**
 * Why an address, a cookie, a vendor or a category is granted or denied for a visitor: the same on a server, on the
 * command line and in a page, since it is the same decision. A mistake in the file does not throw: it is the reason.
 */
export function explain(target: string, config: unknown, visitor: Visitor = {}): FullExplanation {
  const { policy } = parseConfig(config, registry);
  const { region = null, gpc, dnt, cookie, optedOut = false, now = Date.now() } = visitor;
  const header = (value: string | boolean | null | undefined) =>
    typeof value === 'boolean' ? (value ? '1' : '0') : value;
  const given = {
    signals: signalsOf({ gpc: header(gpc), dnt: header(dnt) }),
    region,
    record: (cookie && decodeRecord(cookie)) || null,
    day: dayOf(now),
    optedOut,
    ...(visitor.allowed && { allowed: new Set(visitor.allowed) }),
  };
  const decision = decide(policy, given);
  const location = new URL(visitor.page || 'https://page.invalid/');
  const isOwn = siteHosts({ location } as unknown as Window, () => '');
  const judge = createJudge(policy, decision, registry, location, () => location.href, isOwn);
  const brief = explainBriefly(target, decision, judge);
  // A vendor that may send pings may store nothing all the same.
  const pings = brief.kind !== 'cookie' && decision.vendors[brief.vendor!]?.pings;
  const told = { ...brief, ...(pings && { pings }) };
  const finding = { ...told, url: target, host: '' };
  return Object.freeze({ ...told, chain: Object.freeze(chainOf(policy, given, decision, finding)) });
}

/**
 * The same for the page's own visitor.
 *
 * @param consent what `createConsent()` returned, or `window.heed`
 */
export function explainHere(
  target: string,
  config: unknown,
  consent: Consent,
  win: Window = window,
): FullExplanation {
  const { policy } = parseConfig(config, registry);
  const { gpc, dnt } = readSignals(win, () => {});
  const cookies = win.document.cookie.split('; ').filter((pair) => pair.startsWith(policy.cookie.name + '='));
  const { region, categories, vendors } = consent.decision;
  return explain(target, config, {
    region,
    gpc,
    dnt,
    // Of two copies the page has made one.
    cookie: cookies[0]?.slice(policy.cookie.name.length + 1) ?? null,
    optedOut: [...Object.values(categories), ...Object.values(vendors)].some(
      ({ reason, path }) => reason === 'account' && path !== '$.tcf',
    ),
    // What the platform denies is seen where nothing else denies it first: there it makes no difference.
    allowed: policy.categories
      .filter((category) =>
        [categories[category.id], ...category.vendors.map((name) => vendors[name])].every(
          (verdict) => verdict?.path !== '$.tcf',
        ),
      )
      .map(({ id }) => id),
    page: win.location.href,
  });
}

/** The chain in lines of text, for a console or a terminal. */
export const inWords = ({ target, granted, pings, chain }: FullExplanation): string =>
  [
    `${target}: ${granted ? 'granted' : pings ? 'denied, pings pass' : 'denied'}`,
    ...chain.map(({ text, rule, path, decides }) =>
      [
        decides ? '=>' : ' -',
        text,
        [rule, path].filter(Boolean).join(' ') && `(${[rule, path].filter(Boolean).join(', ')})`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ].join('\n');
