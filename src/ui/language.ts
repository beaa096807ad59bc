import { VERSION } from '../version.ts';
import type { UiHost } from './host.ts';
import type { TextKey, Texts } from './texts/en.ts';

/** Gives a text, its `{names}` filled in; of a key that there is not, nothing. */
export type Say = (key: TextKey | (string & {}), values?: Readonly<Record<string, unknown>>) => string;

/** A language as its file has it, or as the build writes it: the version, then the texts in the order of the keys. */
type Given = Texts | readonly string[];
type Load = () => Promise<{ default: Given }>;

/** Literal specifiers, so that bundlers see each file; the build points them at `dist/texts/`. */
const languages: Readonly<Record<string, Load | undefined>> = {
  ar: () => import('./texts/ar.ts'),
  bg: () => import('./texts/bg.ts'),
  cs: () => import('./texts/cs.ts'),
  da: () => import('./texts/da.ts'),
  de: () => import('./texts/de.ts'),
  el: () => import('./texts/el.ts'),
  es: () => import('./texts/es.ts'),
  'es-us': () => import('./texts/es-us.ts'),
  et: () => import('./texts/et.ts'),
  fi: () => import('./texts/fi.ts'),
  fr: () => import('./texts/fr.ts'),
  ga: () => import('./texts/ga.ts'),
  he: () => import('./texts/he.ts'),
  hr: () => import('./texts/hr.ts'),
  hu: () => import('./texts/hu.ts'),
  it: () => import('./texts/it.ts'),
  ja: () => import('./texts/ja.ts'),
  ko: () => import('./texts/ko.ts'),
  lt: () => import('./texts/lt.ts'),
  lv: () => import('./texts/lv.ts'),
  mt: () => import('./texts/mt.ts'),
  nb: () => import('./texts/nb.ts'),
  nl: () => import('./texts/nl.ts'),
  pl: () => import('./texts/pl.ts'),
  pt: () => import('./texts/pt.ts'),
  'pt-br': () => import('./texts/pt-br.ts'),
  ro: () => import('./texts/ro.ts'),
  sk: () => import('./texts/sk.ts'),
  sl: () => import('./texts/sl.ts'),
  sv: () => import('./texts/sv.ts'),
  tr: () => import('./texts/tr.ts'),
  uk: () => import('./texts/uk.ts'),
  zh: () => import('./texts/zh.ts'),
  'zh-hant': () => import('./texts/zh-hant.ts'),
};

/** The file that speaks a language: its own, or its base's (`de-AT`, `de`); undefined for English. */
export function fileOf(language: string): string | undefined {
  // Names that say the same as one of ours without its letters (RFC 5646, CLDR likely subtags).
  let tag = language
    .toLowerCase()
    .replace(/^(no|nn)\b/, 'nb')
    .replace(/^iw\b/, 'he')
    .replace(/^zh-(tw|hk|mo)\b/, 'zh-hant');
  while (tag) {
    if (Object.keys(languages).includes(tag)) return tag;
    tag = tag.replace(/-?[^-]*$/, '');
  }
  return;
}

/** Fetches the texts of the page's language; empty for English, and where they cannot be had. */
export async function loadTexts({ warn, win }: UiHost): Promise<Given> {
  const file = fileOf(win.document.documentElement.lang);
  if (file)
    try {
      const texts = (await languages[file]!()).default;
      // A list of another version would put its words in the wrong places.
      if ('length' in texts && texts[0] !== VERSION) throw new Error('not of version ' + VERSION);
      return texts;
    } catch (error) {
      warn(`texts/${file}.js failed; the interface speaks English: ${error}`);
    }
  return [];
}

/** Speaks those texts where they know a key of the English ones, and the site's own over all. */
export function speaker(given: Given, english: Partial<Texts>, own: Readonly<Record<string, string>>): Say {
  const all: Record<string, string> = { ...english, ...('length' in given ? {} : given) };
  if ('length' in given) Object.keys(english).forEach((key, i) => (all[key] = given[i + 1] || all[key]!));
  Object.assign(all, own);
  return (key, values = {}) =>
    (all[key] || '').replace(/\{(\w+)\}/g, (found, name) => (name in values ? String(values[name]) : found));
}

/**
 * "A, B, C" with the comma of a language. The browser's own lists, like all else of `Intl`, cost the first who asks
 * 20 ms (measured, Chromium 150): no price for a banner.
 */
export function enumerate(language: string, words: readonly string[]): string {
  return words.join(/^(ja|zh)/.test(language) ? '、' : /^ar/.test(language) ? '، ' : ', ');
}

/** "A, B and C" in a language; with commas where the browser does not know the language's name. */
export function listOf(language: string, words: readonly string[]): string {
  try {
    return new Intl.ListFormat(language).format(words);
  } catch {
    return words.join(', ');
  }
}
