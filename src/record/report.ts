import type { Policy } from '../config/policy.ts';
import type { ConsentOptions, Decision, OptOut } from '../types.ts';
import type { MakeRecorder } from './recorder.ts';

/**
 * Tells the site itself of a choice, or of a signal that was not known yet. Resolves when the record has been handed
 * over; undefined where there is none to wait for.
 */
export type Report = (
  by: OptOut['by'],
  optOut: boolean,
  policy: Policy,
  file: unknown,
  decision: Decision,
) => Promise<void> | undefined;

/**
 * The site's two hooks, each called by itself: one that throws is told and stops nothing. What proves a choice is put
 * together by a part of its own, which only a site that wants it fetches.
 */
export function makeReport(
  win: Window & typeof globalThis,
  { onOptOut, onRecord }: ConsentOptions,
  fetchRecorder: () => Promise<unknown>,
  atEnd: (undo: () => void) => void,
): Report {
  const told = (error: unknown) => win.console.error(error);
  const recorder = onRecord && fetchRecorder().then((make) => (make as MakeRecorder)(win, onRecord, atEnd));
  // Told by itself too: there may be no choice on this page.
  if (recorder) recorder.catch(told);
  return (by, optOut, policy, file, decision) => {
    try {
      if (optOut && onOptOut) onOptOut({ by, decision });
    } catch (error) {
      told(error);
    }
    return recorder && recorder.then((record) => record(by, policy, file, decision)).catch(told);
  };
}
