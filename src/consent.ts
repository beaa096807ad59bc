import { widestDomain } from './choice/domain.ts';
import { observe, recordChoice } from './choice/evolve.ts';
import { openJar } from './choice/jar.ts';
import { type ChoiceRecord, dayOf, grantDayOf } from './choice/record.ts';
import { cleanCookies } from './cleaner/cookies.ts';
import { cleanStorage } from './cleaner/storage.ts';
import { nearest } from './config/nearest.ts';
import { parseConfig } from './config/parse.ts';
import { decide, verdictOf } from './decide/decide.ts';
import { explain } from './decide/explain.ts';
import { HeedError } from './error.ts';
import { createGate } from './gate/gate.ts';
import { siteHosts } from './gate/site.ts';
import { findGuard } from './guard/guard.ts';
import { clickJudge } from './own-click.ts';
import { makeReport } from './record/report.ts';
import { regionOfZone } from './regions/zone.ts';
import { readSignals, SIGNAL_KINDS } from './signals/signals.ts';
import type { ListenToPlatform } from './tcf/platform.ts';
import type { CategoryId, Consent, ConsentOptions, Decision, OptOut, SignalKind } from './types.ts';
import { createInterface } from './ui/interface.ts';
import { loadVendors } from './vendors/load.ts';
import type { VendorCore } from './vendors/vendor.ts';

/** Parts of Heed that are fetched only when they are needed. */
export type Part = 'heed.ui' | 'heed.load' | 'heed.record' | 'heed.tcf';

/** What an entry hands in: the browser, and what differs between a script tag and an import. */
export interface Surroundings {
  readonly win: Window & typeof globalThis;
  /** For the scripts that Heed inserts; `''` for none. */
  readonly nonce: string;
  readonly registry: Readonly<Record<string, VendorCore>>;
  /** Fetches a part; `script` inserts a script in the way that the page's policies ask. */
  fetchPart(part: Part, script: (src: string) => Promise<void>): Promise<unknown>;
}

/** A category file as an entry found it; `why` says what was wrong where there is none. */
export interface Found {
  readonly config: unknown;
  readonly why?: string;
}

/** The consent object, and the door by which a file comes in later, or the word that it will: the entry's alone. */
export interface Opened {
  readonly consent: Consent;
  configure(found: Found | undefined): void;
}

/**
 * The flow from top to bottom: config, signals, region and the stored choice make a decision; gate, cleaner, vendors
 * and interface follow it. Nothing comes back up but a visitor's choice, by `choose()`.
 */
export function openConsent(
  found: Found | undefined,
  options: ConsentOptions,
  { win, nonce, registry, fetchPart }: Surroundings,
): Opened {
  const doc = win.document;
  const isOwnClick = clickJudge(win);
  const said = new Set<string>();
  function tell(level: 'warn' | 'error', message: string): void {
    if (!said.has(message)) win.console[level]('[heed] ' + message);
    said.add(message);
  }
  const warn = (message: string) => tell('warn', message);
  const undo: (() => void)[] = [];
  function listen(target: EventTarget, type: string, then: (event: Event) => void): void {
    target.addEventListener(type, then);
    undo.push(() => target.removeEventListener(type, then));
  }
  /** For what asks the browser's other processes and has time: the page is not to wait for the answers. */
  function whenLoaded(call: () => void): void {
    if (doc.readyState === 'complete') call();
    else listen(win, 'load', call);
  }

  // Config and region. Without a file everything but the site's own is held, until it is there.
  let file: unknown;
  function read(found: Found | undefined) {
    file = found && found.config;
    const { policy, problems } = parseConfig(file, registry);
    if (found && policy.broken)
      tell(
        'error',
        'the category file is not valid; all but "required" stays held: ' +
          (found.why || problems.map(({ path, text }) => `${path}: ${text}`).join('\n')),
      );
    if (policy.mode === 'report') warn('report mode: NOTHING is held');
    return policy;
  }
  let policy = read(found);
  const meta = doc.querySelector<HTMLMetaElement>('meta[name="heed-region"]');
  const given = options.region || (meta && meta.content);
  const regionNow = () => given || (policy.regionFrom ? regionOfZone(win) : null);

  // Signals: read once before any tag; later readings may only tighten.
  let signals = readSignals(win, warn);

  // Choice. Where the browser keeps nothing, it holds for this page.
  let domain: string | undefined;
  const siteDomain = () => (domain = domain === undefined ? widestDomain(doc) : domain);
  const jar = openJar(win, () => policy.cookie, siteDomain);
  let record = found ? jar.read() : null;
  let kept = true;
  const today = () => dayOf(Date.now());
  function store(next: ChoiceRecord | null): void {
    record = next;
    kept = jar.write(next, today());
    if (!kept) warn('no cookie can be kept: the choice holds for this page only');
  }

  // Decision.
  const optedOut = !!options.account && !!options.account.optedOut;
  /** What the page's own platform allows: nothing until it has answered (R74). */
  let allowed: ReadonlySet<CategoryId> | undefined;
  const decideNow = (by = policy) =>
    decide(by, { signals, region: regionNow(), record, day: today(), optedOut, allowed });
  let decision = decideNow();
  /**
   * What a page view does to the record: a signal seen is kept, a lift whose signal has gone is over. Returns the kind
   * of a signal that was not known yet.
   */
  function witness(): SignalKind | undefined {
    const before = record;
    const seen = policy.broken ? null : observe(record, signals, today(), decision.regime === 'opt-out');
    if (seen && seen !== record) store(seen);
    decision = decideNow();
    return SIGNAL_KINDS.filter((kind) => seen && kind in seen.seen && !(before && kind in before.seen))[0];
  }
  const first = witness();

  // Gate, vendors, interface.
  function isUnknown(word: string): string {
    const near = nearest(word, [...Object.keys(decision.categories), ...Object.keys(decision.vendors)]);
    return `"${word}" is no category and no vendor of the file${near ? `; did you mean "${near}"?` : ''}`;
  }
  function unknown(word: string): void {
    if (!policy.broken && !verdictOf(decision, word)) warn(isUnknown(word));
  }
  const part = (name: Part) => fetchPart(name, insert);
  const face = createInterface({ win, warn, wanted: options.ui !== 'none', fetchUi: () => part('heed.ui') });
  const guard = findGuard(win, warn);
  const atEnd = (back: () => void) => void undo.push(back);
  const insert = (src: string) => gate.script(src);
  const vendors = loadVendors(win, registry, () => part('heed.load'), insert, warn, atEnd);
  const gate = createGate(
    {
      win,
      nonce,
      registry,
      face,
      warn,
      unknown,
      isOwn: siteHosts(win, siteDomain),
      waits: guard && guard.waits,
      sees: vendors.sees,
      inline: vendors.inline,
    },
    policy,
    decision,
  );
  const tellSite = makeReport(win, options, () => part('heed.record'), atEnd);

  /** What merely waits for the page's platform is held, not deleted. */
  const spared = () => (allowed ? '' : '$.tcf');
  const clean = () => cleanCookies(win, policy, gate.judge, spared());
  const cleanStored = () => cleanStorage(win, policy, gate.judge, spared());
  /** Everything downstream takes the decision over; `when` may put off what it lets go. */
  function apply(when?: (free: () => void) => void): void {
    gate.update(policy, decision, when);
    clean();
    vendors.take(policy, guard ? guard.limit(policy, decision) : decision);
    face.update(consent, policy, decision);
    if (!guard) return;
    const { grantDays } = policy.cookie;
    const until = (record && record.day !== null ? grantDayOf(record) : today()) + grantDays;
    guard.remember(policy, kept ? decision : null, today(), until);
  }

  /** The visitor sees the answer to a click before what was held has its turn. A page out of sight paints nothing. */
  function afterPaint(free: () => void): void {
    if (doc.hidden) return free();
    // Nothing is left to undo once all is undone.
    const then = () => undo.length && free();
    win.requestAnimationFrame(() => win.setTimeout(then));
    // A frame out of sight is not painted either. To free twice is to free once.
    win.setTimeout(then, 500);
  }

  // Store: one snapshot, listeners that cannot stop each other.
  const listeners = new Set<{ readonly call: (decision: Decision) => void }>();
  function notify({ call }: { readonly call: (decision: Decision) => void }): void {
    try {
      call(decision);
    } catch (error) {
      win.console.error(error);
    }
  }
  /** Tells the site itself of a choice, or of a signal that was not known yet; gives what there is to wait for. */
  function report(by: OptOut['by'] | undefined, optOut = true): Promise<void> | undefined {
    const now = decision;
    let told: Promise<void> | undefined;
    if (by)
      whenParsed(() => {
        told = tellSite(by, optOut, policy, file, now);
      });
    return told;
  }
  const announce = (type: string) =>
    doc.dispatchEvent(new win.CustomEvent(type, { bubbles: true, detail: decision }));
  function settle(when?: (free: () => void) => void): void {
    const before = decision;
    const signal = witness();
    if (JSON.stringify(before) === JSON.stringify(decision)) decision = before;
    else {
      apply(when);
      cleanStored();
      listeners.forEach(notify);
      announce('heed:change');
    }
    report(signal);
  }

  /** A signal that an extension defines late counts as well (R5). */
  function lookForSignals(): void {
    const now = readSignals(win, warn);
    signals = { gpc: signals.gpc || now.gpc, dnt: signals.dnt || now.dnt };
    settle();
  }
  /** Other tabs, a page that comes back: all is read anew. */
  function refresh(): void {
    if (kept) record = jar.read();
    lookForSignals();
  }
  if (guard) undo.push(guard.destroy);
  listen(doc, 'DOMContentLoaded', lookForSignals);
  listen(doc, 'visibilitychange', refresh);
  // At the first showing all has just been read.
  listen(win, 'pageshow', (event) => (event as PageTransitionEvent).persisted && refresh());
  listen(win, 'focus', refresh);
  const consent: Consent = {
    get decision() {
      return decision;
    },
    get held() {
      return gate.held;
    },
    allows(id) {
      const verdict = verdictOf(decision, id);
      if (!verdict) unknown(id);
      return !!verdict && verdict.granted;
    },
    subscribe(call) {
      const listener = { call };
      listeners.add(listener);
      notify(listener);
      return () => void listeners.delete(listener);
    },
    choose(input, { event } = {}) {
      const named = typeof input === 'object' && input ? Object.keys(input) : null;
      if (!named && input !== 'all' && input !== 'required')
        throw new HeedError(
          'bad-choice',
          `choose() takes "all", "required" or an object, not ${String(input)}`,
        );
      if (policy.broken) return warn('choose(): there is no valid category file');
      for (const id of named || []) {
        const value: unknown = (input as Readonly<Record<string, unknown>>)[id];
        if (typeof value !== 'boolean')
          throw new HeedError('bad-choice', `choose(): "${id}" is true or false, not ${String(value)}`);
        if (!verdictOf(decision, id)) throw new HeedError('unknown-id', 'choose(): ' + isUnknown(id));
      }
      // Only the visitor's own click, and only on what it names, lifts a signal (R31, R39): "all" does not.
      const lift = !!named && isOwnClick(event);
      const { optedOut } = decision;
      // A choice is not narrowed by what another platform denies now: it may come to allow it.
      const own = decideNow({ ...policy, tcf: false });
      store(recordChoice(policy, record, own, input, signals, today(), lift));
      settle(afterPaint);
      const told = report('choice', !optedOut && decision.optedOut);
      const pass = () => guard && guard.pass(policy, decision, face.askReload);
      // A reload would cut the record off.
      if (told) told.then(pass, pass);
      else pass();
    },
    withdraw() {
      consent.choose('required');
    },
    reset() {
      store(null);
      settle();
    },
    explain: (target) => explain(target, decision, gate.judge),
    openPreferences: () => face.openPreferences(doc.activeElement),
    showBanner: face.showBanner,
    whenGranted: (id) =>
      new Promise((resolve) => {
        const stop = consent.subscribe(() => {
          if (!consent.allows(id)) return;
          resolve();
          // The first call comes before there is anything to stop.
          Promise.resolve().then(() => stop());
        });
      }),
    destroy() {
      for (const back of undo.splice(0)) back();
      gate.destroy();
      face.destroy();
      listeners.clear();
    },
  };

  /** Once the page can have listeners: Heed itself is the first to run. */
  function whenParsed(call: () => void): void {
    if (doc.readyState === 'loading') listen(doc, 'DOMContentLoaded', call);
    else call();
  }
  function ready(signal?: SignalKind): void {
    whenParsed(() => announce('heed:ready'));
    report(signal);
    if (policy.tcf)
      part('heed.tcf')
        .then((hear) => {
          // Nothing is left to undo once all is undone.
          if (!undo.length) return;
          const take = (next: ReadonlySet<CategoryId>) => {
            allowed = next;
            settle();
            // What was spared until now goes, also where the decision is the same.
            clean();
            cleanStored();
          };
          atEnd((hear as ListenToPlatform)(win, Object.keys(decision.categories), take, warn));
        })
        .catch((error) => warn('"tcf" stays without an answer, so all but "required" is held: ' + error));
  }
  if (found) {
    apply();
    ready(first);
  }
  function tidy(): void {
    refresh();
    // Denials are renewed on each visit; and a cookie that a script has set ends in a week in Safari (R93, R94).
    if (record && !policy.broken) store(record);
    clean();
    cleanStored();
  }
  whenLoaded(() => {
    tidy();
    // A response may set a denied vendor's cookie, which no page can hold: it goes at once.
    undo.push(jar.watch(refresh, clean));
  });
  return {
    consent,
    configure(late) {
      if (!undo.length) return;
      policy = read(late);
      record = jar.read();
      const signal = witness();
      apply();
      listeners.forEach(notify);
      if (!late) return;
      ready(signal);
      if (doc.readyState === 'complete') tidy();
    },
  };
}
