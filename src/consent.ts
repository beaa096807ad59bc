import { observe, recordChoice } from './choice/evolve.ts';
import { openJar } from './choice/jar.ts';
import { type ChoiceRecord, dayOf } from './choice/record.ts';
import { widestDomain } from './choice/domain.ts';
import { cleanCookies } from './cleaner/cookies.ts';
import { nearest } from './config/nearest.ts';
import { parseConfig } from './config/parse.ts';
import { decide } from './decide/decide.ts';
import { sentence } from './decide/explain.ts';
import { HeedError } from './error.ts';
import { createGate } from './gate/gate.ts';
import { owns } from './owns.ts';
import { readSignals } from './signals/signals.ts';
import type { ChoiceInput, ChooseOptions, Consent, ConsentOptions, Decision, Signals } from './types.ts';
import { createInterface } from './ui/interface.ts';
import type { MountUi } from './ui/host.ts';
import { loadVendors } from './vendors/load.ts';
import type { VendorCore } from './vendors/vendor.ts';

/** What an entry hands in: the browser, and the parts that differ between a script tag and an import. */
export interface Surroundings {
  readonly win: Window & typeof globalThis;
  readonly nonce: string;
  readonly registry: Readonly<Record<string, VendorCore>>;
  /** Fetches the interface; `script` inserts a script as the page's policies ask. */
  loadUi(script: (src: string) => Promise<void>): Promise<MountUi>;
}

/** A category file as an entry found it; `why` says what was wrong where there is none. */
export interface Found {
  readonly config: unknown;
  readonly why?: string;
}

/** The consent object with the door by which a file that was late comes in. */
export interface LiveConsent extends Consent {
  configure(found: Found): void;
}

/**
 * The flow from top to bottom: config, signals, region and the stored choice make a decision; gate, cleaner, vendors
 * and interface follow it. Nothing comes back up but a visitor's choice, by `choose()`.
 */
export function openConsent(
  found: Found | undefined,
  options: ConsentOptions,
  { win, nonce, registry, loadUi }: Surroundings,
): LiveConsent {
  const doc = win.document;
  const said = new Set<string>();
  const tell = (level: 'warn' | 'error', message: string) => {
    if (said.has(message)) return;
    said.add(message);
    win.console[level]('[heed] ' + message);
  };
  const warn = (message: string) => tell('warn', message);

  // Config and region. Without a file everything but the site's own is held, until it is there.
  let { policy } = read(found);
  function read(file: Found | undefined) {
    const parsed = parseConfig(file?.config, registry);
    if (file && parsed.policy.broken)
      tell(
        'error',
        'the category file is not valid, so everything but "required" stays held: ' +
          (file.why || parsed.problems.map(({ path, text }) => `${path}: ${text}`).join('\n')),
      );
    return parsed;
  }
  const region =
    options.region ||
    doc.querySelector<HTMLMetaElement>('meta[name="heed-region"]')?.content ||
    null;

  // Signals: read once before any tag; later readings may only tighten.
  let signals: Signals = readSignals(win, warn);

  // Choice. Where the browser keeps nothing, the choice holds for this page.
  let domain: string | undefined;
  const siteDomain = (): string => (domain ??= widestDomain(doc));
  let jar = openJar(win, policy.cookie, siteDomain);
  let record: ChoiceRecord | null = jar.read();
  let kept = true;
  const today = () => dayOf(Date.now());
  function store(next: ChoiceRecord | null): void {
    record = next;
    if (!next) return jar.forget();
    kept = jar.write(next, today());
    if (!kept) warn('this browser keeps no cookie for the site: the choice holds for this page only');
  }

  // Decision.
  const circumstances = () => ({ signals, region, record, day: today(), optedOut: !!options.account?.optedOut });
  /** What a page view does to the record: a signal seen is kept, a lift whose signal has gone is over. */
  function witness(renew: boolean): void {
    if (policy.broken) return;
    const seen = observe(record, signals, today(), decide(policy, circumstances()).regime === 'opt-out');
    // Denials are renewed on each visit, and a cookie that a script has set ends in a week in Safari (R93, R94).
    if (seen && (renew || seen !== record)) store(seen);
  }
  witness(true);
  let decision: Decision = decide(policy, circumstances());

  // Gate.
  const ownHost = win.location.hostname;
  function isOwn(host: string): boolean {
    if (host === ownHost) return true;
    // Without two labels in common there is no domain of the site's own that could span both.
    const bare = ownHost.replace(/^www\./, '');
    if (!bare.includes('.')) return false;
    if (host.endsWith('.' + bare) || host === bare) return true;
    const tail = ownHost.split('.').slice(-2).join('.');
    if (host !== tail && !host.endsWith('.' + tail)) return false;
    const widest = siteDomain();
    return !!widest && (host === widest || host.endsWith('.' + widest));
  }
  function unknown(word: string): void {
    const near = nearest(word, [...Object.keys(decision.categories), ...Object.keys(decision.vendors)]);
    warn(`"${word}" is no category and no vendor of the file${near ? `; did you mean "${near}"?` : ''}`);
  }
  const face = createInterface({
    win,
    loadUi: () => loadUi(gate.script),
    warn,
    wanted: options.ui !== 'none',
  });
  const gate = createGate({ win, nonce, registry, face, isOwn, warn, unknown }, policy, decision);

  // Store: one snapshot, listeners that cannot stop each other.
  const listeners = new Set<(decision: Decision) => void>();
  let destroyed = false;
  function notify(listener: (decision: Decision) => void): void {
    try {
      listener(decision);
    } catch (error) {
      win.console.error(error);
    }
  }
  const announce = (type: string) => doc.dispatchEvent(new win.CustomEvent(type, { bubbles: true, detail: decision }));

  /** Everything downstream takes the decision over. */
  function apply(): void {
    gate.update(policy, decision);
    cleanCookies(win, policy, gate.judge);
    loader.update(policy, decision);
    face.update(consent, policy, decision);
  }
  function settle(): void {
    witness(false);
    const next = decide(policy, circumstances());
    if (JSON.stringify(next) === JSON.stringify(decision)) return;
    decision = next;
    apply();
    for (const listener of [...listeners]) notify(listener);
    announce('heed:change');
  }

  const loader = loadVendors(win, registry, gate, warn);

  /** Late signals, other tabs, a page that comes back: read anew, and only tighten by signals. */
  function refresh(): void {
    if (destroyed) return;
    const now = readSignals(win, warn);
    signals = { gpc: signals.gpc || now.gpc, dnt: signals.dnt || now.dnt };
    if (kept) record = jar.read();
    settle();
  }
  let unwatch = jar.watch(refresh);
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) refresh();
  };
  const onVisible = () => {
    if (doc.visibilityState === 'visible') refresh();
  };
  win.addEventListener('pageshow', onShow);
  doc.addEventListener('DOMContentLoaded', refresh);
  doc.addEventListener('visibilitychange', onVisible);

  const isKnown = (id: string) => owns(decision.categories, id) || owns(decision.vendors, id);

  const consent: LiveConsent = {
    get decision() {
      return decision;
    },
    get held() {
      return gate.held;
    },
    allows(id) {
      const verdict = owns(decision.vendors, id)
        ? decision.vendors[id]
        : owns(decision.categories, id)
          ? decision.categories[id]
          : unknown(id);
      return !!verdict?.granted;
    },
    subscribe(listener) {
      listeners.add(listener);
      notify(listener);
      return () => void listeners.delete(listener);
    },
    choose(input: ChoiceInput, { event }: ChooseOptions = {}) {
      if (input !== 'all' && input !== 'required') {
        if (typeof input !== 'object' || !input)
          throw new HeedError('bad-choice', `choose() takes "all", "required" or an object, not ${String(input)}`);
        for (const id of Object.keys(input))
          if (!isKnown(id)) {
            unknown(id);
            throw new HeedError('unknown-id', `choose(): "${id}" is no category and no vendor of the file`);
          }
      }
      if (policy.broken || destroyed) return warn('choose() does nothing: there is no valid category file');
      // Only the visitor's own click, and only on what it names, lifts a signal (R31, R39): "all" does not.
      const lift = !!event?.isTrusted && typeof input === 'object';
      store(recordChoice(policy, record, decision, input, signals, today(), lift));
      settle();
    },
    withdraw() {
      consent.choose('required');
    },
    reset() {
      store(null);
      settle();
    },
    explain(target) {
      const word = gate.judge.word(target);
      const kind = owns(decision.vendors, target) ? 'vendor' : word ? 'category' : /[/.]/.test(target) ? 'host' : 'cookie';
      const finding =
        word ||
        (kind === 'cookie'
          ? gate.judge.cookie(target)
          : gate.judge.url(/^([a-z]+:)?\/\//i.test(target) ? target : 'https://' + target));
      const { granted, reason, path, vendor, category } = finding;
      const found = { target, kind, granted, reason, path, vendor, category } as const;
      return { ...found, text: sentence(found) };
    },
    openPreferences: () => face.openPreferences(doc.activeElement),
    showBanner: () => face.showBanner(),
    whenGranted: (id) =>
      new Promise((resolve) => {
        let off: (() => void) | undefined;
        const look = () => {
          if (!consent.allows(id)) return false;
          resolve();
          off?.();
          return true;
        };
        if (!look()) off = consent.subscribe(look);
      }),
    destroy() {
      if (destroyed) return;
      destroyed = true;
      unwatch();
      win.removeEventListener('pageshow', onShow);
      doc.removeEventListener('DOMContentLoaded', refresh);
      doc.removeEventListener('visibilitychange', onVisible);
      gate.destroy();
      face.destroy();
      listeners.clear();
    },
    configure(late) {
      ({ policy } = read(late));
      unwatch();
      jar = openJar(win, policy.cookie, siteDomain);
      unwatch = jar.watch(refresh);
      record = jar.read();
      witness(true);
      decision = decide(policy, circumstances());
      apply();
      for (const listener of [...listeners]) notify(listener);
      ready();
    },
  };

  /** Told once the page can have listeners: Heed itself is the first to run. */
  function ready(): void {
    if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', ready, { once: true });
    else announce('heed:ready');
  }
  apply();
  if (found) ready();
  return consent;
}
