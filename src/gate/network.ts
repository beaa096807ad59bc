import type { Room } from './room.ts';

/** What a request is for: the address of a `Request`, or what stands for one. */
const addressOf = (input: unknown): unknown => (input && (input as { readonly url?: string }).url) || input;

/** Requests that a script makes without an element. */
export function patchNetwork({ win, patch, construct, url, holds, quarantine }: Room): void {
  patch(win, 'fetch', (native, self, args) => {
    const [input, init] = args;
    const finding = url(addressOf(input));
    if (!holds('fetch', finding)) return native.apply(self, args);
    // What outlives the page is a beacon: nobody waits for its answer, and it is sent after a grant.
    const later = (init && init.keepalive) || (input && input.keepalive);
    quarantine.add('fetch', finding, later && (() => native.apply(win, args).catch(() => {})));
    // The caller is told, and nothing is thrown (RFC 7725).
    return win.Promise.resolve(
      new win.Response(null, { status: 451, statusText: 'Unavailable For Legal Reasons' }),
    );
  });
  patch(win, 'fetchLater', (native, self, args) => {
    const finding = url(addressOf(args[0]));
    if (!holds('fetch', finding)) return native.apply(self || win, args);
    quarantine.add('fetch', finding, () => native.apply(win, args));
    return { activated: false };
  });
  patch('Cache', 'add addAll', (native, self, args) => {
    const requests: unknown[] = [].concat(args[0]);
    return requests.some((request) => holds('fetch', url(addressOf(request))))
      ? win.Promise.reject(new win.TypeError('held'))
      : native.apply(self, args);
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
  construct('WebSocket EventSource WebSocketStream WebTransport', (args) => {
    const finding = url(args[0]);
    if (!holds('connection', finding)) return;
    quarantine.add('connection', finding);
    return refused(win);
  });
  patch('Navigator', 'sendBeacon', (native, self, args) => {
    const finding = url(args[0]);
    if (!holds('beacon', finding)) return native.apply(self, args);
    quarantine.add('beacon', finding, () => native.apply(self, args));
    return true;
  });
}

/** A connection that was never made: it fails by its events and its promises, and takes what is sent to it. */
function refused(win: Window & typeof globalThis): EventTarget {
  const target = new win.EventTarget() as EventTarget & Record<string, unknown>;
  const failed = win.Promise.reject(new win.TypeError('held'));
  failed.catch(() => {});
  const nothing = () => {};
  Object.assign(target, {
    readyState: 3,
    close: nothing,
    send: nothing,
    ready: failed,
    opened: failed,
    closed: failed,
  });
  win.setTimeout(() => {
    for (const type of ['error', 'close']) {
      const event = new win.Event(type);
      target.dispatchEvent(event);
      const listener = target['on' + type];
      if (typeof listener === 'function') listener.call(target, event);
    }
  });
  return target;
}
