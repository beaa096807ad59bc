import type { Policy } from '../config/policy.ts';
import type { Judge } from '../gate/judge.ts';

/**
 * Deletes what denied vendors have stored besides cookies: keys, databases, caches, by the names that are known.
 *
 * @param spared path of a denial that is not final: what it denies is held, not deleted
 */
export function cleanStorage(
  win: Window & typeof globalThis,
  policy: Policy,
  judge: Judge,
  spared?: string,
): void {
  if (policy.broken || policy.mode === 'report') return;
  const denied = (names: readonly string[]) =>
    names.filter((name) => {
      const { granted, path } = judge.storage(name);
      return !granted && path !== spared;
    });
  // Where a browser keeps nothing, or keeps it from this page, there is nothing to delete: each way for itself.
  const nothing = () => {};
  const attempt = (clean: () => unknown) => {
    try {
      Promise.resolve(clean()).catch(nothing);
    } catch (_) {
      nothing();
    }
  };
  for (const area of ['localStorage', 'sessionStorage'] as const)
    attempt(() => denied(Object.keys(win[area])).forEach((name) => win[area].removeItem(name)));
  attempt(() =>
    win.indexedDB
      .databases()
      .then((list) =>
        denied(list.map(({ name }) => name!)).forEach((name) => win.indexedDB.deleteDatabase(name)),
      ),
  );
  attempt(() => win.caches.keys().then((list) => denied(list).forEach((name) => win.caches.delete(name))));
}
