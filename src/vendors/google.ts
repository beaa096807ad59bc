import { list } from './queue.ts';
import type { LoaderTools } from './vendor.ts';

/**
 * Google's tags share one queue. A command is an `arguments` object; an array is ignored
 * (developers.google.com, "Set up consent mode on websites").
 */
export function gtag(win: LoaderTools['win']): (...command: unknown[]) => void {
  const layer = list(win, 'dataLayer');
  win.gtag ||= function () {
    layer.push(arguments);
  };
  return win.gtag as (...command: unknown[]) => void;
}

/** What Google documents for gtag.js: `js`, `config`, then the script with the same id. */
export function loadGtag(id: string, { win, script }: LoaderTools): Promise<void> {
  const command = gtag(win);
  command('js', new Date());
  command('config', id);
  return script('https://www.googletagmanager.com/gtag/js?id=' + id);
}
