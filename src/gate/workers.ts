import type { Rules } from './judge.ts';
import type { Scope } from './room.ts';
import type { imported } from './verdicts.ts';

/**
 * Workers get a gate in front of their code; one whose address is denied fails by its error event. Goes to workers as
 * text, for the workers that they start.
 *
 * @param parts the functions of a worker's gate, the one that is called first, and the one that reads imports last
 * @param key names the messages between a page's gate and a worker's
 * @returns what tells the workers that run of a new decision
 */
export function patchWorkers(
  { win, construct, url, rules, stops, trusted, warn, refuse }: Scope,
  parts: readonly unknown[],
  key: string,
): (now?: Rules) => void {
  const post = win.Worker && win.Worker.prototype.postMessage;
  const read = parts[parts.length - 1] as typeof imported;
  const running: (() => Worker | undefined)[] = [];
  const shared = new Map<string, string>();
  /** Whether the page's policies let a worker of the site run behind a gate: found out with the first. */
  let allowed: boolean | undefined;
  const make = (code: string) => win.URL.createObjectURL(new win.Blob([code], { type: 'text/javascript' }));

  /**
   * The address of the worker with the gate in front of its code; `''` for code that imports something denied.
   * Throws where the code cannot be read.
   */
  function wrap(href: string, network: boolean, module: boolean, now: unknown): string {
    const quoted = JSON.stringify(href);
    const given = JSON.stringify([key, network ? href : '', now]).slice(1);
    const gate = `try{(p=>p[0](self,p,${given.slice(0, -1)}))([${parts}])}catch(e){console.error(e)};`;
    // Imports come before everything else, in their order.
    if (network)
      return make(
        (module
          ? `import ${JSON.stringify(make(gate))};import ${quoted}`
          : `${gate}importScripts(${quoted})`) + `;postMessage("${key}")`,
      );
    const request = new win.XMLHttpRequest();
    request.open('GET', href, false);
    // Firefox ESR 153 reads what has no type as XML, and complains.
    request.overrideMimeType('text/plain');
    request.send();
    const code = request.responseText;
    for (const address of read(code)) if (stops('worker', url(address))) return '';
    const whole = (/^\s*["']use strict/.test(code) ? '"use strict";' : '') + gate + code;
    // A worker of a data: address has no origin, and gets none here.
    return /^data/.test(href) ? 'data:text/javascript,' + encodeURIComponent(whole) : make(whole);
  }

  /**
   * A policy that forbids blob: workers says so by an error event only (Chromium 156, Firefox ESR 153). Then the native
   * takes the place of this worker, and gets what was sent meanwhile.
   */
  function mind(worker: Worker, href: string, again: () => Worker): void {
    const sent: unknown[] = [];
    let over = allowed;
    worker.postMessage = (...args: unknown[]) => {
      try {
        if (!over) sent.push(win.structuredClone(args[0]));
      } catch (_) {
        // what can only be handed over cannot be sent twice
      }
      post.apply(worker, args as never);
    };
    worker.addEventListener('message', (event) => {
      if (event.data !== key) return;
      event.stopImmediatePropagation();
      over = allowed = true;
      sent.length = 0;
    });
    worker.addEventListener('error', (event) => {
      const { message } = event;
      if (over) return;
      over = true;
      // An error of the code itself; Trusted Types, as Chromium and Firefox tell of them, keep it from being loaded.
      if (message && !message.includes(href) && !/Trusted|by CSP/.test(message)) return;
      event.stopImmediatePropagation();
      allowed = false;
      alone(href);
      const native = again();
      worker.postMessage = native.postMessage.bind(native);
      worker.terminate = native.terminate.bind(native);
      native.onmessage =
        native.onmessageerror =
        native.onerror =
          (told: Event) => {
            worker.dispatchEvent(new (told.constructor as typeof Event)(told.type, told));
          };
      for (const message of sent) native.postMessage(message);
    });
  }

  const alone = (href: string): undefined => {
    warn(`the worker ${href} is not gated: it is shared, or a policy forbids it`);
  };

  construct('Worker SharedWorker', (args, native, create) => {
    const [address, options] = args;
    const finding = url(address);
    const isShared = native.name === 'SharedWorker';
    const refusal = () => refuse(native.prototype, isShared ? { port: new win.MessageChannel().port1 } : {});
    if (!args.length || !finding.url) return;
    if (stops('worker', finding)) return refusal();
    if (typeof address === 'string') args[0] = finding.url;
    const now = rules();
    let start: string;
    let href = '';
    try {
      ({ href } = new URL(finding.url, win.origin));
    } catch (_) {
      // The native says what is wrong with it.
    }
    const network = href.startsWith(win.origin + '/');
    if (!now || !(network || /^(blob|data):/.test(href))) return;
    // Tabs share a worker by its address: another one would be another worker.
    if (network && (isShared || allowed === false)) return alone(href);
    let worker: Worker;
    try {
      start =
        (isShared && shared.get(href)) || wrap(href, network, !!options && options.type === 'module', now);
      if (!start) return refusal();
      args[0] = trusted('createScriptURL', start);
      worker = create();
    } catch (_) {
      // The code cannot be read, or Trusted Types allow no other address: what the native does stands.
      args[0] = address;
      return alone(href);
    }
    if (isShared) shared.set(href, start);
    else {
      win.URL.revokeObjectURL(start);
      if (network) mind(worker, href, () => new native(address, options));
      const weak = win.WeakRef && new win.WeakRef(worker);
      running.push(() => (weak ? weak.deref() : worker));
    }
    return worker;
  });
  return (given) => {
    if (!running.length) return;
    const now = given || rules();
    for (const alive of running) {
      const worker = alive();
      if (worker && now) post.call(worker, { [key]: now });
    }
  };
}
