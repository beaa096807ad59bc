import type { Verdict } from '../types.ts';

/** Denied by the visitor's own browser: the visitor may lift that, knowingly. */
export const isHeld = ({ reason }: Verdict): boolean => /^(gpc|dnt)$/.test(reason);

/** Not the visitor's to choose: required, or denied by somebody else. */
export const isLocked = (verdict: Verdict): boolean =>
  !/^(choice|regime)$/.test(verdict.reason) && !isHeld(verdict);

/** Something else than the visitor's choice stands against it, or for it. */
export const isStuck = (verdict: Verdict): boolean => isLocked(verdict) || isHeld(verdict);
