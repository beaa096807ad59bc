import { owns } from '../owns.ts';
import { readSignals } from '../signals/signals.ts';
import type { Consent, Decision } from '../types.ts';
import { headerOf } from './encode.ts';
import { encodeSection, fieldsOf, SECTIONS } from './sections.ts';

export interface GppOptions {
  /** The page. Default: the global window. */
  window?: Window;
  /** Whether the site gives the notice of the right to opt out, by link or text. Default `true`. */
  notice?: boolean;
}

type Callback = (data: unknown, success: boolean) => void;
type Gpp = ((command?: unknown, callback?: unknown, parameter?: unknown) => unknown) & {
  queue?: unknown[][];
  events?: { id: number; callback: Callback }[];
};

/** Whether a decision keeps from sale, sharing and targeted advertising, for whatever reason. */
function isOut({ optedOut, categories: { advertising } }: Decision): boolean {
  return optedOut || !!(advertising && !advertising.granted);
}

/**
 * Tells vendors of the visitor's opt-out in the words of the Global Privacy Platform (IAB Tech Lab, CMP API 1.1): US state
 * sections alone, under `cmpId` 1, which stands for a maker that is not registered (R75-R79). It follows the decision and
 * writes nothing back. Any other platform's `__gpp` on the page stays as it is.
 *
 * @returns takes the API away again
 */
export function startGpp(consent: Consent, { window: given, notice = true }: GppOptions = {}): () => void {
  const win = (given || globalThis.window) as (Window & typeof globalThis & { __gpp?: Gpp }) | undefined;
  // A server has no vendors to tell.
  if (!win?.document) return () => {};
  const doc = win.document;
  const before = win.__gpp;
  if (before && !(before.queue || before.events)) {
    win.console.warn('[heed] this page has a __gpp of its own: heed.gpp stays away');
    return () => {};
  }

  let decision = consent.decision;
  let ready = false;
  let parts: ReturnType<typeof fieldsOf> | null = null;
  let gppString = headerOf([]);
  const sectionNow = () => SECTIONS[(decision.region || '').toUpperCase()];

  /** What the decision says in the visitor's section, if there is one. */
  function encode(): void {
    const section = sectionNow();
    const { gpc } = readSignals(win!, () => {});
    parts = section ? fieldsOf(section, { optedOut: isOut(decision), gpc, notice }) : null;
    gppString = section ? headerOf([section.id]) + '~' + encodeSection(parts!) : headerOf([]);
  }

  function ping() {
    const section = sectionNow();
    const ids = section ? [section.id] : [];
    return {
      gppVersion: '1.1',
      cmpStatus: 'loaded',
      // Vendors are not told what the visitor looks at.
      cmpDisplayStatus: null,
      signalStatus: ready ? 'ready' : 'not ready',
      supportedAPIs: Object.values(SECTIONS).map(({ id, name }) => `${id}:${name}`),
      cmpId: 1,
      sectionList: ids,
      applicableSections: section ? ids : [-1],
      gppString,
      parsedSections: section && parts ? { [section.name]: parts } : {},
    };
  }

  const listeners = new Map<number, Callback>();
  let lastId = 0;
  /** A vendor's callback cannot stop the next one, nor the page. */
  function call(callback: unknown, data: unknown, success = true): void {
    try {
      if (typeof callback === 'function') (callback as Callback)(data, success);
    } catch (error) {
      win!.console.error(error);
    }
  }
  function tell(eventName: string, data: unknown): void {
    for (const [listenerId, callback] of [...listeners])
      call(callback, { eventName, listenerId, data, pingData: ping() });
  }

  const partsOf = (name: unknown) => (sectionNow()?.name === name ? parts : null);
  const commands: Readonly<Record<string, (callback: unknown, parameter: unknown) => void>> = {
    ping: (callback) => call(callback, ping()),
    addEventListener(callback) {
      const listenerId = ++lastId;
      listeners.set(listenerId, callback as Callback);
      call(callback, { eventName: 'listenerRegistered', listenerId, data: true, pingData: ping() });
    },
    removeEventListener: (callback, id) => call(callback, listeners.delete(id as number)),
    hasSection: (callback, name) => call(callback, !!partsOf(name)),
    getSection(callback, name) {
      const found = partsOf(name);
      call(callback, found, !!found);
    },
    getField(callback, path) {
      const [name, field] = String(path).split('.');
      const found = (partsOf(name) || []).filter((fields) => owns(fields, field!))[0];
      call(callback, found ? found[field!] : null, !!found);
    },
  };
  const gpp: Gpp = (command, callback, parameter) => {
    if (typeof command === 'string' && owns(commands, command)) commands[command]!(callback, parameter);
    else call(callback, null, false);
  };

  // What a page's stub has kept is answered now, in its order.
  win.__gpp = gpp;
  for (const { id, callback } of before?.events || []) {
    listeners.set(id, callback);
    lastId = Math.max(lastId, id);
  }
  encode();
  tell('cmpStatus', 'loaded');
  for (const item of before?.queue || []) gpp(...item);

  // Frames of vendors cannot call a function of the page: they look for a frame of this name and send messages.
  function answer({ data, source }: MessageEvent): void {
    let message: { __gppCall?: { command: unknown; parameter: unknown; callId: unknown } } | null = null;
    try {
      message = typeof data === 'string' ? JSON.parse(data) : data;
    } catch {
      return; // somebody else's message
    }
    const asked = message && typeof message === 'object' ? message.__gppCall : undefined;
    if (!asked || !source) return;
    gpp(
      asked.command,
      (returnValue: unknown, success: boolean) => {
        const reply = { __gppReturn: { returnValue, success, callId: asked.callId } };
        (source as Window).postMessage(typeof data === 'string' ? JSON.stringify(reply) : reply, '*');
      },
      asked.parameter,
    );
  }
  win.addEventListener('message', answer);
  const locator = doc.createElement('iframe');
  locator.name = '__gppLocator';
  locator.hidden = true;
  locator.style.display = 'none';
  const place = () => void doc.body.append(locator);
  if (doc.body) place();
  else doc.addEventListener('DOMContentLoaded', place);

  // "Ready" is last, and only for a decision by a file: what has an error stands for no choice.
  const stop = consent.subscribe((next) => {
    const text = gppString;
    decision = next;
    if (ready) {
      ready = false;
      tell('signalStatus', 'not ready');
    }
    encode();
    const section = sectionNow();
    if (section && gppString !== text) tell('sectionChange', section.name);
    ready = next.unlisted.reason !== 'error';
    if (ready) tell('signalStatus', 'ready');
  });

  return () => {
    stop();
    listeners.clear();
    win.removeEventListener('message', answer);
    doc.removeEventListener('DOMContentLoaded', place);
    locator.remove();
    if (win.__gpp === gpp) delete win.__gpp;
  };
}
