import type { Policy } from '../config/policy.ts';
import type { Decision } from '../types.ts';
import { patchCookies } from './cookies.ts';
import { patchElements } from './elements.ts';
import { watchEscapes } from './escapes.ts';
import { patchHtml } from './html.ts';
import { patchInsertion } from './insertion.ts';
import { createJudge, type Judge } from './judge.ts';
import { patchNetwork } from './network.ts';
import { watchParser } from './parser.ts';
import { createPatcher } from './patch.ts';
import { createQuarantine } from './quarantine.ts';
import { createRealms } from './realms.ts';
import type { Gate, GateOptions, Room } from './room.ts';
import { createTags } from './tags.ts';
import { createTrust } from './trust.ts';

/** In a frame nobody draws anything. */
const NOBODY: GateOptions['face'] = { held() {}, freed() {}, noticed() {} };

/**
 * Installs the gate: from here on, nothing that the decision denies is asked for by what a script does.
 *
 * @param top false for the gate of a window inside the page, which the page's own gate leads
 */
export function createGate(options: GateOptions, policy: Policy, decision: Decision, top = true): Gate {
  const { win, warn } = options;
  const doc = win.document;
  let judge: Judge;
  function look(next: Policy, verdicts: Decision): void {
    policy = next;
    decision = verdicts;
    judge = createJudge(next, verdicts, options.registry, win.location, () => doc.baseURI, options.isOwn);
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
    parse(markup) {
      const template = doc.createElement('template');
      setHtml.call(template, room.trusted('createHTML', markup) as string);
      return template;
    },
    insert: (parent, node, before) => void insertBefore.call(parent, node, before),
    judge: () => judge,
    look: (frame) => realms.look(frame),
    url: (address, mark) => judge.url(address, mark),
    holds(kind, { granted, url, reason, path }) {
      if (granted || policy.mode !== 'report') return !granted;
      warn(`report: would hold ${kind} ${url} (${reason}, ${path})`);
      return false;
    },
  };
  const realms = createRealms(room, (realm) =>
    createGate({ ...options, win: realm, face: NOBODY }, policy, decision, false),
  );
  const tags = createTags(room);
  const escapes = top ? watchEscapes(room, tags.early()) : undefined;
  patchElements(room, tags);
  patchInsertion(room, tags);
  patchHtml(room, tags);
  patchNetwork(room);
  patchCookies(room, () => policy.cookie.name);
  const stopWatching = watchParser(room, tags);
  // The page's own gate is brought up to date with everything else; one inside the page has nobody else to do it.
  if (!top) tags.review();

  return {
    get judge() {
      return judge;
    },
    get held() {
      const held = [...tags.held(), ...room.quarantine.items];
      realms.each((gate) => held.push(...gate.held));
      return held;
    },
    update(next, verdicts) {
      const changed = verdicts !== decision;
      if (changed) {
        if (escapes && !policy.broken) escapes.changed();
        look(next, verdicts);
      }
      tags.review();
      room.quarantine.review(
        judge,
        (vendor) => !vendor || !policy.vendors[vendor] || policy.vendors[vendor]!.replay,
      );
      if (changed) tags.styles.review();
      realms.each((gate) => gate.update(next, verdicts));
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
      if (escapes) escapes.undo();
      realms.destroy();
      patcher.undo();
      tags.destroy();
    },
  };
}
