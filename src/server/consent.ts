import { observe } from '../choice/evolve.ts';
import { recordOf, valuesOf } from '../choice/read.ts';
import { dayOf } from '../choice/record.ts';
import { parseConfig } from '../config/parse.ts';
import type { Policy } from '../config/policy.ts';
import { fileWarnings } from '../config/warnings.ts';
import { decide } from '../decide/decide.ts';
import { createJudge, type Judge } from '../gate/judge.ts';
import { signalsOf } from '../signals/signals.ts';
import type { Decision } from '../types.ts';
import { aliases } from '../vendors/aliases.ts';
import { registry } from '../vendors/registry.ts';
import { headerPolicy } from './csp.ts';
import { filterHeaders, vary } from './filter.ts';
import { headOf } from './head.ts';
import { regionOf } from './region.ts';
import { keepsCookie } from './set-cookie.ts';
import type { ConfigInput, ServerConsent, ServerOptions, Visit, VisitOptions } from './types.ts';
import { headersOf, placeOf, responseHeaders } from './visit.ts';

/** Bytes of one header that the usual proxies let pass as they come (nginx, `proxy_buffer_size`: 4 or 8 kB for all). */
const LONG = 4000;

/**
 * The server's half: the decision that the page will make, from a request's headers, and the response headers that fit
 * it. A file that is not valid does not throw: all but `required` is denied, and the console says why.
 *
 * @param config the category file, parsed; an imported JSON file will do
 */
export function createServerConsent(
  config: ConfigInput,
  { site: own = '', region: everywhere }: ServerOptions = {},
): ServerConsent {
  const said = new Set<string>();
  /** Once for each message, whatever its detail. */
  function tell(message: string, detail = '', level: 'warn' | 'error' = 'warn'): void {
    if (!said.has(message)) console[level](`[heed] ${message}${detail && ': '}${detail}`);
    said.add(message);
  }

  const { policy, problems } = parseConfig(config, registry, aliases);
  if (policy.broken)
    tell(
      'the category file is not valid, so everything but "required" is denied',
      problems.map(({ path, text }) => `${path}: ${text}`).join('\n'),
      'error',
    );
  for (const warning of fileWarnings(policy)) tell(warning);
  if (policy.mode === 'report') tell('the file is in report mode: NOTHING is held');
  const { domain } = policy.cookie;
  const site = (own || (domain === 'auto' ? '' : domain)).toLowerCase().replace(/^\./, '');

  /** All that a visit says: the request's headers, and what the server adds. */
  function read(visit: Visit, { region: told, account }: VisitOptions) {
    const headers = headersOf('headers' in visit ? visit.headers : visit);
    const found = regionOf(headers);
    const given = told ?? everywhere;
    const region = given ?? found.region;
    const signals = signalsOf({ gpc: headers.get('sec-gpc'), dnt: headers.get('dnt') });
    const day = dayOf(Date.now());
    const optedOut = !!account?.optedOut;
    const stored = recordOf(valuesOf(headers.get('cookie') || '', policy.cookie.name));
    // As a page does it: first what the visit does to the record, then the decision.
    // Where only the page's clock can tell, any of the file's regions may be meant.
    const where = region ?? (policy.regionFrom ? '?' : null);
    const first = decide(policy, { signals, region: where, record: stored, day, optedOut });
    const record = policy.broken ? null : observe(stored, signals, day, first.regime === 'opt-out');
    const decision =
      record === stored ? first : decide(policy, { signals, region: where, record, day, optedOut });
    return {
      decision,
      region,
      signals,
      /** The request headers that the decision came from. */
      from: ['Cookie', 'Sec-GPC', 'DNT', ...(given === undefined || given === null ? found.from : [])],
      place: placeOf(visit, headers, site),
    };
  }

  function csp(...[decision, place, options]: Tail<typeof headerPolicy>): string | null {
    const header = headerPolicy(policy, decision, place, options);
    if (header === null)
      tell(
        policy.mode === 'report'
          ? 'there is no Content-Security-Policy in report mode'
          : `there is no Content-Security-Policy: the file lets unlisted hosts pass (${decision.unlisted.path}), which a policy cannot say`,
      );
    else if (header.length > LONG)
      tell(
        'the Content-Security-Policy of a visitor is long: see that every proxy on the way lets it pass',
        header.length + ' bytes',
      );
    return header;
  }

  return {
    problems,
    decide: (visit, options = {}) => read(visit, options).decision,
    csp(visit, options = {}) {
      const { decision, place } = read(visit, options);
      return csp(decision, place, options);
    },
    headers(visit, response, options = {}) {
      const { decision, place, from } = read(visit, options);
      const headers = responseHeaders(response);
      vary(headers, from);
      if (policy.mode !== 'report') {
        // Most responses name nobody: the judge is made for those that do.
        let made: Judge | undefined;
        const judge = () =>
          (made ??= createJudge(policy, decision, registry, place, () => place.href, place.isOwn));
        filterHeaders(
          headers,
          { denies: (address) => !judge().url(address).granted, tell },
          holds(policy, decision),
        );
        const cookies = headers.getSetCookie();
        headers.delete('set-cookie');
        for (const line of cookies)
          if (keepsCookie(line, policy, judge, place)) headers.append('set-cookie', line);
      }
      const header = csp(decision, place, options);
      if (header) headers.append('content-security-policy', header);
      return headers;
    },
    head(visit, options) {
      const { decision, region, signals, place } = read(visit, options);
      return headOf(
        config,
        { region, signals },
        holds(policy, decision),
        headerPolicy(policy, decision, place, {}),
        options,
      );
    },
  };
}

type Tail<F> = F extends (first: never, ...rest: infer Rest) => unknown ? Rest : never;

/** Whether anything that the file names is held for this visit. */
const holds = ({ broken, mode }: Policy, { categories, vendors }: Decision): boolean =>
  mode !== 'report' &&
  (broken || [...Object.values(categories), ...Object.values(vendors)].some(({ granted }) => !granted));
