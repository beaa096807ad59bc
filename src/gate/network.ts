import type { Room } from './gate.ts';

/** Requests that a script makes without an element. */
export function patchNetwork({ win, patch, url, holds, quarantine }: Room): void {
  patch(win, 'fetch', (native, self, args) => {
    const [input, init] = args;
    const request = input && input.url ? input : init || {};
    const finding = url((input && input.url) || input);
    if (!holds('fetch', finding)) return native.apply(self, args);
    // What outlives the page is a beacon: nobody waits for its answer, and it is sent after a grant.
    const later = request.keepalive || (init && init.keepalive);
    quarantine.add('fetch', finding, later && (() => native.apply(win, args).catch(() => {})));
    // The caller is told, and nothing is thrown (RFC 7725).
    return win.Promise.resolve(
      new win.Response(null, { status: 451, statusText: 'Unavailable For Legal Reasons' }),
    );
  });
  patch('XMLHttpRequest', 'open', (native, self, args) => {
    const finding = url(args[1]);
    if (holds('xhr', finding)) {
      quarantine.add('xhr', finding);
      // An address that nobody has: the request fails by its own events, and asks nobody.
      args[1] = 'blob:heed';
    }
    return native.apply(self, args);
  });
  patch('Navigator', 'sendBeacon', (native, self, args) => {
    const finding = url(args[0]);
    if (!holds('beacon', finding)) return native.apply(self, args);
    quarantine.add('beacon', finding, () => native.apply(self, args));
    return true;
  });
}
