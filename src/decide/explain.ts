import type { Judge } from '../gate/judge.ts';
import { owns } from '../owns.ts';
import type { Decision, Explanation } from '../types.ts';

/** Verdict on an address, the name of a cookie or of something else that is stored, a vendor or a category, as data and in one line. */
export function explain(target: string, decision: Decision, judge: Judge): Explanation {
  const word = judge.word(target);
  const kind = word
    ? owns(decision.vendors, target)
      ? 'vendor'
      : 'category'
    : /[/.]/.test(target)
      ? 'host'
      : 'cookie';
  const finding =
    word ||
    (kind === 'cookie'
      ? judge.storage(target)
      : judge.url(/^([a-z]+:(?!\d)|\/)/i.test(target) ? target : 'https://' + target));
  const { reason, path, vendor, category, pings } = finding;
  // What may send pings passes the gate and is denied all the same.
  const granted = finding.granted && !pings;
  const verdict = granted ? 'granted' : 'denied' + (pings && kind !== 'cookie' ? ', pings pass' : '');
  const text = [target, vendor, category, verdict, reason, path].filter(Boolean).join(' · ');
  return { target, kind, granted, reason, path, vendor, category, text };
}
