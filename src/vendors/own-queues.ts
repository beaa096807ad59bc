import type { Page } from './queue.ts';

/** Words by which a page says what has happened, or who the visitor is; the rest sets a vendor up. */
const HAPPENED =
  /^(?:(?:track|log|record|capture|custom|conversion|identify|alias|group|setPerson|addEcommerce)|(?:event|view\w+)$)/i;
/** That a page is open is part of a snippet, and is still so when its vendor is granted. */
const OPENED = /page_?(view|visit)|view_?(page|home|content)/i;

type Entry = Partial<Record<0 | 'event' | 'notify' | 'action' | 'name' | 'actionValue', string>> & {
  1?: string | Record<0, unknown>;
};

/** Whether an entry of a queue is an event: `['track', 'Lead']`, `{ notify: 'event', name: 'lead' }`. */
function isEvent(entry: unknown, global: string): boolean {
  if (Object(entry) !== entry) return false;
  const { 0: first, 1: second, event, notify, action, name, actionValue } = entry as Entry;
  const word = first || event || notify || action || name;
  // Its calls are names of events, and nothing else.
  const happened = global === 'plausible' || HAPPENED.test(word!);
  // AdRoll's snippet keeps the arguments together.
  const what = second && typeof second === 'object' ? second[0] : second;
  return happened && !OPENED.test(word + ' ' + (what || actionValue || name));
}

/**
 * Takes what has happened out of what a page's own snippet has queued for a vendor that has not run: after a refusal, a
 * later grant does not send it. The queues are those of the vendors' documented snippets.
 *
 * @param global the name of what pages call
 */
export function forgetEvents(win: Page, global: string): void {
  const owner = Object(win[global]) as Record<string, unknown>;
  const { q, queue, callQueue, actionQueue, _q, _i, people } = owner;
  const inner = Object.values(Object(_i)); // one for each of several pixels
  for (const list of [
    owner,
    q,
    queue,
    callQueue,
    actionQueue,
    _q,
    people,
    win[global + 'ReadyCb'],
    ...inner,
  ]) {
    if (!Array.isArray(list)) continue;
    for (let at = 0; at < list.length; at++) {
      // Microsoft's is flat: 'event', its action, and what it is about.
      const isFlat = list[at] === 'event' && typeof list[at + 1] === 'string';
      const length = isFlat && typeof list[at + 2] === 'object' ? 3 : isFlat ? 2 : 1;
      if (isFlat ? !OPENED.test(list[at + 1]) : list === people || isEvent(list[at], global))
        list.splice(at--, length);
    }
  }
}
