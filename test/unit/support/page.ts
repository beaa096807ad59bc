import { createConsent } from '../../../src/create.ts';
import type { Config, Consent, ConsentOptions, SignalKind } from '../../../src/types.ts';
import { clearCookies } from './cookies.ts';
import { SHOP } from './files.ts';

const open = new Set<Consent>();

/** A consent object on the test's page, without Heed's own interface; `closePage` takes it away. */
export function openPage(...given: [config?: unknown, options?: ConsentOptions]): Consent {
  const [config, options] = given.length ? given : [SHOP];
  const consent = createConsent(config as Config, { ui: 'none', ...options });
  open.add(consent);
  return consent;
}

/** What a test has left on the page goes. */
export function closePage(): void {
  for (const consent of open) consent.destroy();
  open.clear();
  setSignals();
  clearCookies();
  Reflect.deleteProperty(window, 'heed');
  document.head.innerHTML = '';
  document.body.innerHTML = '';
}

/** What the browser says from now on. */
export function setSignals(...kinds: SignalKind[]): void {
  const say = (key: string, value: unknown) =>
    Object.defineProperty(navigator, key, { value, configurable: true });
  say('globalPrivacyControl', kinds.includes('gpc') ? true : undefined);
  say('doNotTrack', kinds.includes('dnt') ? '1' : null);
}

/** The page comes to the front: Heed looks again. */
export const lookAgain = () => void window.dispatchEvent(new Event('focus'));

/** An event as the browser itself makes one, which no script can. */
export function trusted<T extends Event>(event: T): T {
  const key = Object.getOwnPropertySymbols(event).find((symbol) => symbol.description === 'impl')!;
  (event as unknown as Record<symbol, { isTrusted: boolean }>)[key]!.isTrusted = true;
  return event;
}
export const trustedClick = () => trusted(new MouseEvent('click', { bubbles: true }));

/** Every function that the page has: of the window, of its prototypes, of what stands in it. */
export function allFunctions(): Map<string, unknown> {
  const found = new Map<string, unknown>();
  function look(owner: string, object: object): void {
    for (const key of Reflect.ownKeys(object)) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key)!;
      for (const part of ['value', 'get', 'set'] as const)
        if (typeof descriptor[part] === 'function')
          found.set(`${owner}.${String(key)} ${part}`, descriptor[part]);
    }
  }
  // The window of a test gives its interfaces by accessors, of which some are others after the first use.
  const interfaces = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name));
  for (const name of interfaces) {
    const value: unknown = Reflect.get(window, name);
    if (typeof value !== 'function') continue;
    found.set(name, value);
    if (value.prototype) look(name, value.prototype);
  }
  look('window', window);
  look('document', document);
  look('navigator', navigator);
  return found;
}

/** The names of the functions that are not what they were. What is new on the window, such as a vendor's queue, is none. */
export function changedFunctions(before: Map<string, unknown>): string[] {
  const now = allFunctions();
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter(
    (name) => before.get(name) !== now.get(name) && (before.has(name) || !name.startsWith('window.')),
  );
}
