import { list } from './queue.ts';
import type { LoaderTools } from './vendor.ts';

/**
 * Google's tags share one queue. A command is an `arguments` object; an array is ignored
 * (developers.google.com, "Set up consent mode on websites"). So what Heed says does not go by the page's own `gtag`,
 * which may push arrays, wait, or throw; a page that has none gets this one.
 */
export function gtag(win: LoaderTools['win'], name = 'dataLayer'): (...command: unknown[]) => void {
  const own = function () {
    list(win, name).push(arguments);
  };
  if (name === 'dataLayer') win.gtag ||= own;
  return own;
}

/**
 * What Google documents for gtag.js: `js`, `config`, then the script with the same id. What the page has said already
 * comes behind it, in a queue that nobody has read: an event is for those that are configured by then.
 */
export function loadGtag(id: string, { win, script }: LoaderTools, name = 'dataLayer'): Promise<void> {
  const layer = list(win, name) as ArrayLike<unknown>[];
  const command = gtag(win, name);
  const events = layer.push === [].push ? layer.filter((one) => one && one[0] === 'event') : [];
  for (const one of events) layer.splice(layer.indexOf(one), 1);
  command('js', new Date());
  command('config', id);
  layer.push(...events);
  return script('https://www.googletagmanager.com/gtag/js?id=' + id + queueNamed(name));
}

/** What tells a tag the name of its queue, where that is not the usual one. */
export const queueNamed = (name: string): string => (name === 'dataLayer' ? '' : '&l=' + name);
