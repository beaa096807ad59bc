import { valuesOf } from '../choice/read.ts';
import type { Policy } from '../config/policy.ts';
import { contentPolicy, passes as mayAsk, sourcesOf } from '../decide/content-policy.ts';
import { PARKED } from '../gate/attributes.ts';
import type { Finding } from '../gate/judge.ts';
import type { Decision, Verdict } from '../types.ts';
import { ENTRY, type GuardEntry, MARK, REFERRER, SEEN, SENT } from './entry.ts';

/**
 * The guard on a page: a policy that the browser itself enforces, which only a reload can widen. Printed into every
 * page, or sent by the server as a header.
 */
export interface Guard {
  /** Whether something granted cannot pass before the page is loaded anew. */
  waits(finding: Pick<Finding, 'vendor' | 'category' | 'url' | 'host'>): boolean;
  /** The decision without the grants of vendors that wait. */
  limit(policy: Policy, decision: Decision): Decision;
  /**
   * Leaves for the next page what its policy may let pass.
   *
   * @param decision null where the visitor's choice is not kept beyond this page
   * @param until the last day on which these grants hold
   */
  remember(policy: Policy, decision: Decision | null, today: number, until: number): void;
  /**
   * After a choice: loads the page anew if that lets more through. Scroll position and `document.referrer` stay as they
   * are; a visitor who has typed something is asked first.
   */
  pass(policy: Policy, decision: Decision, ask: (run: () => void) => void): void;
  destroy(): void;
}

/** Finds the guard that the page was sent with; undefined where there is none. */
export function findGuard(
  win: Window & typeof globalThis,
  warn: (message: string) => void,
): Guard | undefined {
  const doc = win.document;
  const tag = doc.querySelector(`script[${MARK}]`);
  const meta = (
    tag ? tag.nextElementSibling : doc.querySelector(`meta[name=${SENT}]`)
  ) as HTMLMetaElement | null;
  if (!tag && !meta) return;
  if (!meta || (tag && !/^content-security-policy$/i.test(meta.httpEquiv || ''))) {
    warn('the guard is damaged: its policy has to stand behind its script');
    return;
  }
  // Firefox (ESR 153) gives a frame back the address that it had last: one that was held would stay empty. Done when
  // the page is gone, so that nothing moves under the visitor's eyes.
  function onHide({ persisted }: PageTransitionEvent): void {
    if (!persisted)
      doc.querySelectorAll(`[${PARKED}src],[${PARKED}srcdoc]`).forEach((element) => {
        if ('contentWindow' in element) element.remove();
      });
  }
  let typed = false;
  function onInput({ isTrusted, target }: Event): void {
    // A script's own editing command makes trusted events as well: they count once the visitor is there. Heed's own
    // switches are nothing to lose.
    const { userActivation } = win.navigator;
    if (userActivation && !userActivation.hasBeenActive) return;
    typed = typed || (isTrusted && !(target as Element).matches('[data-heed-ui],[data-heed-placeholder]'));
  }
  win.addEventListener('pagehide', onHide);
  doc.addEventListener('input', onInput);
  /** Whether a reload would let more through than this page does. */
  let behind = false;
  const inForce = meta.content.split(' ');
  const open = inForce
    .map((source) => /^http:\/\/([^:*']+):\*(.*)/.exec(source))
    .filter((match) => match)
    .map((match) => [match![1]!, match![2]!] as const);

  // As the browser compares: a source without a path is for all, one that ends in a slash for what is below it.
  const passes = (host: string, path: string) =>
    open.some(
      ([name, start]) =>
        ('.' + host).endsWith('.' + name) &&
        (/\/$|^$/.test(start) ? path.startsWith(start) : path.split(/[?#]/)[0] === start),
    );

  function reload(): void {
    try {
      win.sessionStorage.setItem(REFERRER, doc.referrer);
    } catch (_) {
      // Then the next page view has the referrer that the browser gives it.
    }
    win.location.reload();
  }

  return {
    waits: ({ vendor, category, host, url }) =>
      !!(vendor || category) && !!host && !passes(host, url.slice(url.indexOf('/', 8))),
    limit(policy, decision) {
      const vendors: Record<string, Verdict> = {};
      for (const id of Object.keys(decision.vendors)) {
        const verdict = decision.vendors[id]!;
        const open = policy.vendors[id]!.hosts.every((address) => {
          const [, host, path] = /^([^/]*)(.*)/.exec(address)!;
          return passes(host!, path!);
        });
        vendors[id] = open ? verdict : { ...verdict, granted: false, pings: undefined };
      }
      return { ...decision, vendors };
    },
    remember(policy, decision, today, until) {
      const verdicts = decision ? Object.values(decision.vendors) : [];
      const open = verdicts.filter((verdict) => mayAsk(verdict) && verdict.reason !== 'required');
      const sources = open[0] && sourcesOf(policy, decision!);
      behind = false;
      try {
        if (tag) win.localStorage.removeItem(ENTRY);
        if (!sources) return;
        // Pings alone are not worth a reload: they pass from the next page on.
        const more =
          open.some(({ granted }) => granted) && sources.some((source) => !inForce.includes(source));
        const { name } = policy.cookie;
        // A server reads the cookie itself.
        if (tag) {
          const entry: GuardEntry = {
            seen: tag.getAttribute(SEEN)!,
            name,
            cookie: valuesOf(doc.cookie, name).join(),
            from: today,
            until,
            policy: contentPolicy(sources),
          };
          win.localStorage.setItem(ENTRY, JSON.stringify(entry));
        }
        behind = more;
      } catch (error) {
        warn('the guard cannot be opened for what is granted: ' + error);
      }
    },
    pass(policy, decision, ask) {
      const event = new win.CustomEvent('heed:reload', { cancelable: true, detail: decision });
      if (!behind || !doc.dispatchEvent(event)) return;
      if (policy.reload === 'ask' || typed) ask(reload);
      else reload();
    },
    destroy() {
      win.removeEventListener('pagehide', onHide);
      doc.removeEventListener('input', onInput);
    },
  };
}
