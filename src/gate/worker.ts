// biome-ignore-all lint/suspicious/noExplicitAny: natives of a scope that has whatever the browser gives it
import { type Finding, ownersOf, type Rules } from './judge.ts';
import { patchNetwork } from './network.ts';
import { createPatcher } from './patch.ts';
import { refused } from './refused.ts';
import type { Scope } from './room.ts';
import { patchStorage } from './storage.ts';
import { imported } from './verdicts.ts';
import { patchWorkers } from './workers.ts';

/** What goes into a worker, as text: none of these functions may refer to anything outside itself but globals. */
export const PARTS = [
  gateWorker,
  ownersOf,
  refused,
  createPatcher,
  patchNetwork,
  patchStorage,
  patchWorkers,
  imported,
] as const;

/**
 * The gate of a worker, which runs before the worker's own code.
 *
 * @param key names the messages between a page's gate and a worker's
 * @param base address of a worker of the site, which its code is to see as its own; else `''`
 */
function gateWorker(scope: any, parts: typeof PARTS, key: string, base: string, rules: Rules): void {
  const [, owners, refuse, create, network, storage, workers] = parts;
  let hosts = new Map(rules.hosts);
  const { patch, construct } = create(scope);

  const isRequest = (input: any) => ({}).toString.call(input) === '[object Request]';
  function url(input: any): Finding {
    let granted = true;
    let address = input;
    try {
      const { href, protocol, hostname, pathname, search } = new URL(
        isRequest(input) ? input.url : input,
        base || undefined,
      );
      address = href;
      if (/^(http|ws)s?:$/.test(protocol)) {
        const found = owners(hosts, hostname.replace(/\.$/, ''), pathname + search);
        const verdicts = found.map((owner) => rules.words[owner]);
        granted = !verdicts.includes(false) && (verdicts.includes(true) || rules.open);
      }
    } catch (_) {
      // No address: the browser reports it in its own way.
    }
    return { granted, url: address } as Finding;
  }
  /** The address as the code of a worker of the site means it. */
  const full = (input: any) => (isRequest(input) ? input : url(input).url);

  const room: Scope = {
    win: scope,
    url,
    patch: (owner, keys, handler) => patch(owner === scope ? 'WorkerGlobalScope' : owner, keys, handler),
    construct,
    stops: (_, { granted }) => !granted,
    held: (_, name) =>
      rules.names.some((pattern) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      ),
    refuse: (proto, more) => refuse(scope, proto, more),
    trusted: (_, value) => value,
    rules: () => rules,
    warn() {},
  };
  storage(room);
  const connections = network(room);
  const tell = workers(room, parts, key);
  construct('Request', (args): undefined => {
    if (args.length) args[0] = full(args[0]);
  });
  room.patch(scope, 'importScripts', (native, self, args) => {
    if (args.some((address) => !url(address).granted)) throw new scope.DOMException('held', 'NetworkError');
    native.apply(self, args.map(full));
  });
  if (base) Object.defineProperty(scope, 'location', { value: new URL(base), configurable: true });

  scope.addEventListener('message', (event: MessageEvent) => {
    const next = event.data && event.data[key];
    if (!next) return;
    event.stopImmediatePropagation();
    rules = next;
    hosts = new Map(rules.hosts);
    tell();
    connections.review();
  });
}
