import type { Policy } from '../config/policy.ts';
import { contentPolicy, passes, sourcesOf } from '../decide/content-policy.ts';
import type { Decision } from '../types.ts';
import { patchApis } from './apis.ts';
import { patchCookies } from './cookies.ts';
import { patchElements } from './elements.ts';
import { watchEscapes } from './escapes.ts';
import { patchHtml } from './html.ts';
import { patchInsertion } from './insertion.ts';
import { createJudge, type Judge } from './judge.ts';
import { patchLeaving } from './leaving.ts';
import { patchNetwork } from './network.ts';
import { watchParser } from './parser.ts';
import { createPatcher } from './patch.ts';
import { createQuarantine } from './quarantine.ts';
import { createRealms } from './realms.ts';
import { refused } from './refused.ts';
import type { Gate, GateOptions, Room } from './room.ts';
import { patchStorage } from './storage.ts';
import { createTags } from './tags.ts';
import { createTrust } from './trust.ts';
import { PARTS } from './worker.ts';
import { patchWorkers } from './workers.ts';
import { createWrites, type Past } from './writes.ts';

/** In a frame nobody draws anything. */
const NOBODY: GateOptions['face'] = { held() {}, freed() {}, noticed() {} };

/**
 * Installs the gate: from here on, nothing that the decision denies is asked for by what a script does.
 *
 * @param outer what the page's own gate hands to that of a window inside the page, which it leads
 */
export function createGate(options: GateOptions, policy: Policy, decision: Decision, outer?: Past): Gate {
  const { win, warn } = options;
  const doc = win.document;
  const past = outer || ({} as Past);
  /** Made when it is asked for: a decision may be followed by another before that. */
  let known: Judge | undefined;
  let of: unknown;
  /** By the page's own decision: functions outlive the frame that they were taken from, and nobody updates its gate. */
  const judge = () => {
    const { current } = past;
    if (of !== current)
      known = createJudge(...current, options.registry, win.location, () => doc.baseURI, options.isOwn);
    of = current;
    return known!;
  };
  function look(next: Policy, verdicts: Decision): void {
    policy = next;
    decision = verdicts;
    if (Object.values(verdicts.vendors).some((verdict) => passes(verdict) && verdict.reason !== 'required'))
      past.foreign = true;
    if (!outer) past.current = [policy, decision];
  }
  look(policy, decision);

  // The browser's own functions, as they were before the patches.
  const { setAttribute, setAttributeNS, removeAttribute } = win.Element.prototype;
  const { insertBefore } = win.Node.prototype;
  const setHtml = Object.getOwnPropertyDescriptor(win.Element.prototype, 'innerHTML')!.set!;
  const patcher = createPatcher(win);

  const room: Room = {
    ...options,
    doc,
    patch: patcher.patch,
    construct: patcher.construct,
    quarantine: createQuarantine(warn),
    trusted: createTrust(win, warn),
    set(element, name, value) {
      if (value === null) removeAttribute.call(element, name);
      else if (/^xlink/.test(name))
        setAttributeNS.call(element, 'http://www.w3.org/1999/xlink', name, value as string);
      else setAttribute.call(element, name, value as string);
    },
    parse(markup, near) {
      const template = doc.createElement('template');
      const root = near ? (template.content.ownerDocument.importNode(near) as HTMLTemplateElement) : template;
      setHtml.call(root, room.trusted('createHTML', markup) as string);
      return root;
    },
    insert: (parent, node, before) => void insertBefore.call(parent, node, before),
    judge,
    held: (kind, name) => writes(kind, name),
    stops(kind, finding, send) {
      const held = room.holds(kind, finding);
      if (held) room.quarantine.add(kind, finding, send);
      return held;
    },
    refuse: (proto, more) => refused(win, proto, more),
    rules: () => judge().rules(win.origin.replace(/^.*\/\/|:\d+$/g, '')),
    look: (frame) => realms.look(frame),
    policy() {
      const sources = sourcesOf(policy, decision);
      // To a page of no origin, 'self' is everybody (measured, WebKitGTK 2.50.6): it is named instead.
      const content = sources ? contentPolicy(sources).replace("'self'", win.origin) : "default-src 'none'";
      return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
    },
    url: (address, mark) => judge().url(address, mark),
    holds(kind, finding) {
      const { granted, url, reason, path } = finding;
      options.sees(url);
      if (granted) return !!options.waits && options.waits(finding);
      if (policy.mode !== 'report') return true;
      warn(`report: would hold ${kind} ${url} (${reason}, ${path})`);
      return false;
    },
  };
  const realms = createRealms(room, (realm) =>
    createGate({ ...options, win: realm, face: NOBODY, sees() {}, inline() {} }, policy, decision, past),
  );
  const tags = createTags(room);
  const writes = createWrites(room, past, () => policy.cookie.name);
  let escapes: ReturnType<typeof watchEscapes> | undefined;
  patchElements(room, tags);
  patchInsertion(room, tags);
  patchHtml(room, tags);
  const connections = patchNetwork(room);
  patchApis(room, connections);
  patchCookies(room);
  const stopStorage = patchStorage(room);
  const tellWorkers = patchWorkers(room, PARTS, 'heed' + Math.random());
  const stay = patchLeaving(room, !!outer && win.parent !== win);
  const stopWatching = watchParser(room, tags);
  // The page's own gate is brought up to date with everything else; one inside the page has nobody else to do it.
  if (outer) {
    tags.deny();
    tags.free();
  }

  return {
    get judge() {
      return judge();
    },
    get held() {
      const held = [...tags.held(), ...room.quarantine.items];
      realms.each((gate) => held.push(...gate.held));
      return held;
    },
    update(next, verdicts, when = (free) => free()) {
      const changed = verdicts !== decision;
      if (changed) {
        if (escapes && !policy.broken) escapes.changed();
        look(next, verdicts);
        tellWorkers();
        connections.review();
      }
      // By the first decision on the page's file. What a guard refuses stands in the browser's list of requests all the same.
      if (!escapes && !outer && !options.waits) escapes = watchEscapes(room, tags.early(), past);
      tags.deny();
      room.quarantine.drop(judge);
      if (changed) tags.styles.review();
      realms.each((gate) => gate.update(next, verdicts, when));
      tags.begin();
      // By the decision that is in force then.
      when(() => {
        tags.free();
        room.quarantine.send(
          judge,
          (vendor) => !vendor || !policy.vendors[vendor] || policy.vendors[vendor]!.replay,
        );
      });
    },
    script: (src) =>
      new Promise((resolve, reject) => {
        const script = doc.createElement('script');
        script.nonce = options.nonce;
        script.onload = () => resolve();
        script.onerror = () => reject(new Error(src));
        room.set(script, 'src', room.trusted('createScriptURL', src));
        room.insert(doc.head || doc.documentElement, script, null);
      }),
    destroy() {
      stopWatching();
      stay();
      if (escapes) escapes.undo();
      realms.destroy();
      tellWorkers({ hosts: [], words: {}, open: true, names: [] });
      patcher.undo();
      stopStorage();
      tags.destroy();
    },
  };
}
