import type { UiHost } from './host.ts';
import { en, type TextKey, type Texts } from './texts/en.ts';

/** Gives a text, its `{names}` filled in; of a key that there is not, nothing. */
export type Say = (key: TextKey | (string & {}), values?: Readonly<Record<string, unknown>>) => string;

/** Literal specifiers, so that bundlers see each file; the build points them at `dist/texts/`. */
const languages: Readonly<Record<string, (() => Promise<{ default: Texts }>) | undefined>> = {
  de: () => import('./texts/de.ts'),
};

/** The language of the page, or its base (`de-AT`, `de`), or English; the site's own texts over all. */
export async function loadTexts({ policy, warn, win }: UiHost): Promise<Say> {
  const language = win.document.documentElement.lang.toLowerCase().split('-')[0]!;
  let texts: Texts = en;
  try {
    const load = languages[language];
    if (load) texts = (await load()).default || en;
  } catch {
    warn(`texts/${language}.js could not be loaded: the interface speaks English`);
  }
  const all: Readonly<Record<string, string>> = { ...texts, ...policy.texts };
  return (key, values = {}) =>
    (all[key] || '').replace(/\{(\w+)\}/g, (found, name) => (name in values ? String(values[name]) : found));
}
