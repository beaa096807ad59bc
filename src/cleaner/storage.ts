import type { Policy } from '../config/policy.ts';
import type { Judge } from '../gate/judge.ts';

/** Deletes what denied vendors have stored besides cookies: keys, databases, caches, by the names that are known. */
export function cleanStorage(win: Window & typeof globalThis, policy: Policy, judge: Judge): void {
  if (policy.broken || policy.mode === 'report') return;
  const denied = (names: readonly string[]) => names.filter((name) => !judge.storage(name).granted);
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
