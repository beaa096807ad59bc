import type { Scope } from './room.ts';

/** What a script has opened and may go on sending through. */
export interface Connections {
  /** Remembers an open connection, as long as somebody else does. */
  watch(connection: { close(): void }, address: string): void;
  /** Closes those that are denied now. */
  review(): void;
}

/** Requests that a script makes without an element. Goes to workers as text. */
export function patchNetwork({ win, patch, construct, url, stops, refuse }: Scope): Connections {
  let open: [alive: () => { close(): void } | undefined, address: string][] = [];
  const watch: Connections['watch'] = (connection, address) => {
    const weak = win.WeakRef && new win.WeakRef(connection);
    open.push([() => (weak ? weak.deref() : connection), address]);
  };
  /** Whether an argument is an address that is held. One that is text is made so once: what is judged is what is asked. */
  function held(kind: string, args: unknown[], at: number, send?: () => void): boolean {
    const input = args[at] as Partial<Request> | undefined;
    const finding = url(input);
    if (stops(kind, finding, send)) return true;
    // A Request is judged by its address; anything else is text.
    if (at < args.length && finding.url && {}.toString.call(input) !== '[object Request]')
      args[at] = finding.url;
    return false;
  }
  patch(win, 'fetch', (native, self, args) => {
    const [input, init] = args;
    // What outlives the page is a beacon: nobody waits for its answer, and it is sent after a grant.
    const later = (init && init.keepalive) || (input && input.keepalive);
    // Libraries take a function of their own out of a frame that they remove again (Sentry): no promise of that frame
    // is ever kept (Chromium 156).
    const { Promise: Kept, Response: Answer } = win.closed ? globalThis : win;
    // The caller is told, and nothing is thrown (RFC 7725).
    return held('fetch', args, 0, later && (() => native.apply(win, args).catch(() => {})))
      ? Kept.resolve(new Answer(null, { status: 451, statusText: 'Unavailable For Legal Reasons' }))
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
  patch(
    'XMLHttpRequest',
    'open',
    (native, self, args) => {
      // An address that nobody has, of this origin: the request fails by its own events, asks nobody, and Firefox ESR 153
      // and Chromium 156 do not complain of it.
      if (held('xhr', args, 1)) args[1] = `blob:${win.origin}/heed`;
      return native.apply(self, args);
    },
    2,
  );
  construct('WebSocket EventSource WebSocketStream WebTransport', (args, native, create) => {
    if (held('connection', args, 0)) return refuse(native.prototype);
    const made = create() as WebSocket;
    watch(made, args[0]);
    return made;
  });
  patch(
    'Navigator',
    'sendBeacon',
    (native, self, args) =>
      held('beacon', args, 0, () => native.apply(self, args)) || native.apply(self, args),
    1,
  );
  return {
    watch,
    review() {
      open = open.filter(([alive, address]) => {
        const connection = alive();
        if (!connection) return false;
        const held = stops('connection', url(address));
        if (held) connection.close();
        return !held;
      });
    },
  };
}
