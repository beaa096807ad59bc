import type { Scope } from './room.ts';

/** Requests that a script makes without an element. Goes to workers as text. */
export function patchNetwork({ win, patch, construct, url, stops, refuse }: Scope): void {
  /** Whether an argument is an address that is held. One that is text is made so once: what is judged is what is asked. */
  function held(kind: string, args: unknown[], at: number, send?: () => void): boolean {
    const input = args[at] as Partial<Request> | undefined;
    const finding = url(input);
    if (stops(kind, finding, send)) return true;
    if (input && !input.url && finding.url) args[at] = finding.url;
    return false;
  }
  patch(win, 'fetch', (native, self, args) => {
    const [input, init] = args;
    // What outlives the page is a beacon: nobody waits for its answer, and it is sent after a grant.
    const later = (init && init.keepalive) || (input && input.keepalive);
    // The caller is told, and nothing is thrown (RFC 7725).
    return held('fetch', args, 0, later && (() => native.apply(win, args).catch(() => {})))
      ? win.Promise.resolve(
          new win.Response(null, { status: 451, statusText: 'Unavailable For Legal Reasons' }),
        )
      : native.apply(self, args);
  });
  patch(win, 'fetchLater', (native, self, args) =>
    held('fetch', args, 0, () => native.apply(win, args))
      ? { activated: false }
      : native.apply(self || win, args),
  );
  patch('Cache', 'add addAll', (native, self, args) =>
    [].concat(args[0]).some((request) => stops('fetch', url(request)))
      ? win.Promise.reject(new win.TypeError('held'))
      : native.apply(self, args),
  );
  patch('XMLHttpRequest', 'open', (native, self, args) => {
    // An address that nobody has: the request fails by its own events, and asks nobody. One of another origin would be
    // an error on the console of every browser.
    if (held('xhr', args, 1)) args[1] = `blob:${win.origin}/heed`;
    return native.apply(self, args);
  });
  construct('WebSocket EventSource WebSocketStream WebTransport', (args, native) =>
    held('connection', args, 0) ? refuse(native.prototype) : undefined,
  );
  patch(
    'Navigator',
    'sendBeacon',
    (native, self, args) =>
      held('beacon', args, 0, () => native.apply(self, args)) || native.apply(self, args),
  );
}
