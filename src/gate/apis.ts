// biome-ignore-all lint/suspicious/noExplicitAny: the arguments of many interfaces, from whoever calls them
import { strictest } from './judge.ts';
import type { Connections } from './network.ts';
import type { Room } from './room.ts';

/** Calls of which one part is an address that the browser then asks: whose, where it stands, and how they fail natively. */
const CALLS: readonly [owner: string, keys: string, address: (args: any[]) => unknown, error: string][] = [
  ['Worklet', 'addModule', ([url]) => url, 'AbortError'],
  [
    'CredentialsContainer',
    'get',
    ([{ identity }]) => identity.providers.map((one: any) => one.configURL),
    'NetworkError',
  ],
  ['Navigator', 'joinAdInterestGroup leaveAdInterestGroup', ([{ owner }]) => owner, 'NotAllowedError'],
  ['Navigator', 'runAdAuction', ([{ seller }]) => seller, 'NotAllowedError'],
];

/** Other ways to have the browser ask somebody. */
export function patchApis({ win, patch, construct, url, stops, refuse }: Room, { watch }: Connections): void {
  /** Whether one of these addresses is held. Arguments of a wrong form are the native's to refuse. */
  function held(find: () => unknown): boolean {
    try {
      const finding = strictest(([] as unknown[]).concat(find()).map((address) => url(address)));
      return !!finding && stops('connection', finding);
    } catch (_) {
      return false;
    }
  }
  const failure = (error: string) => win.Promise.reject(new win.DOMException('held', error));

  for (const [owner, keys, address, error] of CALLS)
    patch(owner, keys, (native, self, args) =>
      held(() => address(args)) ? failure(error) : native.apply(self, args),
    );

  /** The first argument without those parts of a list that are held. */
  const without =
    (key: string, keep: (item: any) => unknown) =>
    (args: any[]): undefined => {
      const [given] = args;
      if (given && given[key]) args[0] = { ...given, [key]: [...given[key]].map(keep).filter(Boolean) };
    };
  const picture = (item: any) => !held(() => item.src) && item;
  // WebRTC asks these servers for the visitor's own address: `stun:` and `turn:` have a host, and no slashes.
  const hostOf = (server: unknown) => String(server).replace(/^\w+:/, 'https://');
  const servers = without('iceServers', (server) => {
    const urls = [].concat(server.urls).filter((one) => !held(() => hostOf(one)));
    return urls.length && { ...server, urls };
  });
  construct('RTCPeerConnection webkitRTCPeerConnection', (args, _, create) => {
    servers(args);
    const made = create() as RTCPeerConnection;
    for (const { urls } of (args[0] && args[0].iceServers) || [])
      for (const one of [].concat(urls)) watch(made, hostOf(one));
    return made;
  });
  patch('RTCPeerConnection', 'setConfiguration', (native, self, args) => {
    servers(args);
    return native.apply(self, args);
  });
  // Firefox ESR 153 and WebKitGTK 2.50 ask for the artwork at once.
  construct('MediaMetadata', without('artwork', picture));
  patch(
    'MediaMetadata',
    'artwork',
    (native, self, args) => native.call(self, [...args[0]].filter(picture)),
    0,
  );
  construct('PaymentRequest', ([methods], native) => {
    if (!held(() => methods.map((method: any) => method.supportedMethods))) return;
    const no = () => win.Promise.resolve(false);
    return refuse(native.prototype, {
      canMakePayment: no,
      hasEnrolledInstrument: no,
      show: () => failure('NotSupportedError'),
      abort: () => failure('InvalidStateError'),
    });
  });
}
