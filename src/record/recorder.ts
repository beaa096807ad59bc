import { dayOf } from '../choice/record.ts';
import type { Policy } from '../config/policy.ts';
import type { ConsentRecord, Decision, OptOut, SignalKind, Verdict } from '../types.ts';
import { loadTexts, speaker } from '../ui/language.ts';
import { en, enPanel } from '../ui/texts/en.ts';
import { VERSION } from '../version.ts';

type Act = Exclude<ConsentRecord['act'], SignalKind>;

/** Tells of one choice, or of one signal: what was decided by it under which file. Rejects where the hook throws. */
export type Recorder = (by: OptOut['by'], policy: Policy, file: unknown, decision: Decision) => Promise<void>;

export type MakeRecorder = (
  win: Window & typeof globalThis,
  hook: (record: ConsentRecord) => void,
  /** Keeps what takes every listener away again. */
  atEnd: (undo: () => void) => void,
) => Recorder;

/** A text's SHA-256 in hex; null where the browser has no SubtleCrypto, which it keeps from pages on http. */
async function hash({ crypto, TextEncoder }: typeof globalThis, text: string): Promise<string | null> {
  if (!crypto || !crypto.subtle) return null;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const granted = (verdicts: Readonly<Record<string, Verdict>>): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(verdicts).flatMap(([id, { granted, reason }]) =>
      reason === 'required' ? [] : [[id, granted] as const],
    ),
  );

/**
 * Puts together what proves a choice (GDPR 7(1); R59): which text, which file, which act, on which day, for what. It
 * hands that to the site's hook and sends nothing.
 */
export const makeRecorder: MakeRecorder = (win, hook, atEnd) => {
  const doc = win.document;
  /** The part of Heed's interface that the visitor clicks right now, with its language. */
  let act: Act = 'api';
  let language: string | null = null;
  function watch(event: Event): void {
    const path = event.composedPath();
    const parts = path.map((node) => (node as Partial<Element>).getAttribute?.('part') || '');
    const found = parts.find((part) => /^(banner|panel|conflict|placeholder)$/.test(part)) as Act | undefined;
    // The part stands in a shadow root, and its language on the element that has that root.
    const root = found && (path[parts.indexOf(found)] as Element).getRootNode();
    if (!found || !root || !('host' in root)) return;
    act = found;
    language = (root as ShadowRoot).host.closest<HTMLElement>('[lang]')?.lang || null;
    // A choice is made while the click is under way, and told before anything else runs.
    win.setTimeout(() => {
      act = 'api';
      language = null;
    });
  }
  doc.addEventListener('click', watch, true);
  atEnd(() => doc.removeEventListener('click', watch, true));

  return async (by, policy, file, decision) => {
    const { regime, region, signals } = decision;
    const shown = by === 'choice' ? language : null;
    const day = new Date(dayOf(Date.now()) * 864e5).toISOString().slice(0, 10);
    const what = by === 'choice' ? act : by;
    const textsShown = async () => {
      if (!shown) return null;
      const document = { documentElement: { lang: shown } };
      const english = { ...en, ...enPanel };
      const given = await loadTexts({ win: { document }, warn() {} } as unknown as Parameters<
        typeof loadTexts
      >[0]);
      const say = speaker(given, english, policy.texts);
      // Another language than the visitor saw proves nothing.
      if (say('lang') !== shown) return null;
      const keys = [...new Set([...Object.keys(english), ...Object.keys(policy.texts)])].sort();
      return hash(win, JSON.stringify(keys.map((key) => [key, say(key)])));
    };
    const [fileHash, texts] = await Promise.all([hash(win, JSON.stringify(file)), textsShown()]);
    hook({
      act: what,
      day,
      regime,
      region,
      revision: policy.revision,
      file: fileHash,
      language: shown,
      texts,
      version: VERSION,
      signals,
      categories: granted(decision.categories),
      vendors: granted(decision.vendors),
    });
  };
};
