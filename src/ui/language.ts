import { owns } from '../owns.ts';
import type { UiHost } from './host.ts';
import { en, type TextKey, type Texts } from './texts/en.ts';

/** Gives a text, its `{names}` filled in. A key that no language has gives the fallback. */
export type Say = (
  key: TextKey | (string & {}),
  values?: Readonly<Record<string, unknown>>,
  fallback?: string,
) => string;

/** Literal specifiers, so that bundlers see each file; the build points them at `dist/texts/`. */
const languages: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  de: () => import('./texts/de.ts'),
};

/** The language of the page, then its base (`de-AT`, `de`), then English; the site's own texts over all. */
export async function loadTexts({ policy, warn, win }: UiHost): Promise<Say> {
  let texts: Texts = en;
  const language = (win.document.documentElement.lang || '').toLowerCase().split('-')[0]!;
  if (owns(languages, language)) {
    try {
      texts = (await languages[language]!()).default;
    } catch {
      warn(`the texts for "${language}" could not be loaded; the interface speaks English`);
    }
  }
  const all: Readonly<Record<string, string>> = { ...texts, ...policy.texts };
  return (key, values = {}, fallback = '') =>
    (all[key] ?? fallback).replace(/\{(\w+)\}/g, (found, name) => String(values[name] ?? found));
}
