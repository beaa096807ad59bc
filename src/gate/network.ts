import type { Room } from './gate.ts';
import { patchMethod, type Undo } from './patch.ts';

/** Requests that a script makes without an element. */
export function patchNetwork(room: Room): Undo {
  const { win } = room;

  /** The finding where the address is held. */
  function denied(kind: string, address: unknown) {
    const finding = room.judge().url(address);
    return finding.granted || room.reports(kind, finding) ? undefined : finding;
  }

  const undo: Undo[] = [
    patchMethod(win, 'fetch', (native, self, args) => {
      const [input, init] = args as [RequestInfo | URL, RequestInit?];
      const request = typeof input === 'object' && 'url' in input ? input : undefined;
      const finding = denied('fetch', request ? request.url : input);
      if (!finding) return native.apply(self || win, args);
      // What outlives the page is a beacon: nobody waits for its answer, and it is sent after a grant.
      const later = init?.keepalive || request?.keepalive;
      room.quarantine.add('fetch', finding, later ? () => void native.apply(win, args).catch(() => {}) : undefined);
      // The caller is told, and nothing is thrown (RFC 7725).
      const answer = new win.Response(null, { status: 451, statusText: 'Unavailable For Legal Reasons' });
      return win.Promise.resolve(answer);
    }),
    patchMethod(win.XMLHttpRequest?.prototype, 'open', (native, self, args) => {
      const finding = denied('xhr', args[1]);
      if (finding) {
        room.quarantine.add('xhr', finding);
        // An address that nobody holds: the request fails by its own events, without asking anybody.
        args[1] = 'blob:heed';
      }
      return native.apply(self, args);
    }),
    patchMethod(win.Navigator.prototype, 'sendBeacon', (native, self, args) => {
      const finding = denied('beacon', args[0]);
      if (!finding) return native.apply(self, args);
      room.quarantine.add('beacon', finding, () => native.apply(self, args));
      return true;
    }),
  ];
  return () => {
    for (const back of undo) back();
  };
}
