import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../../src/ui/describe.ts';
import { fileOf, listOf, loadTexts, speaker } from '../../../src/ui/language.ts';
import { en, enPanel, type Texts } from '../../../src/ui/texts/en.ts';
import { VERSION } from '../../../src/version.ts';
import { fakeHost } from '../../ui-preview/fake.ts';

const folder = path.resolve(import.meta.dirname, '../../../src/ui/texts');
const files = fs.readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
const others = files.filter((name) => name !== 'en');
const english: Texts = { ...en, ...enPanel };
const keys = Object.keys(english) as (keyof Texts)[];
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const textsOf = async (name: string): Promise<Texts> =>
  (await import(path.join(folder, name + '.ts'))).default;

const host = (lang: string) => fakeHost({ document: { documentElement: { lang } } } as never);
const say = async (lang: string, own = {}) => speaker(await loadTexts(host(lang)), english, own);

const EU = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
const MORE = 'nb uk tr ar he ja ko zh zh-hant pt-br es-us'.split(' ');

it('speaks the official languages of the Union, and those of many other visitors', () => {
  expect(files.sort()).toEqual([...EU, ...MORE].sort());
});

describe.each(others)('texts in %s', (name) => {
  it('are complete, with the same names to fill in, and no English left', async () => {
    const texts = await textsOf(name);
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(texts[key].trim(), key).toBeTruthy();
      expect(names(texts[key]), key).toEqual(names(english[key]));
      if (english[key].length > 20) expect(texts[key], key).not.toBe(english[key]);
    }
  });

  it('are found by the language that they are in, which Intl knows', async () => {
    const { lang } = await textsOf(name);
    expect(fileOf(lang)).toBe(name);
    expect(Intl.NumberFormat.supportedLocalesOf(lang)).toEqual([lang]);
  });

  it('have accept and refuse of about the same length', async () => {
    const { accept, reject, keepSignal, allowAnyway } = await textsOf(name);
    for (const [a, b] of [
      [accept, reject],
      [keepSignal, allowAnyway],
    ] as const)
      expect(Math.abs(a.length - b.length), `${a} / ${b}`).toBeLessThanOrEqual(10);
  });

  it('take at most 1.2 kB as they are fetched', async () => {
    const texts = await textsOf(name);
    const list = [VERSION, ...keys.map((key) => texts[key])];
    const built = brotliCompressSync(`export default${JSON.stringify(list)}\n`, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    });
    expect(built.length).toBeLessThanOrEqual(1200);
  });
});

describe('the language', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt-br'],
    ['pt-AO', 'pt'],
    ['es-US', 'es-us'],
    ['es-MX', 'es'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-SG', 'zh'],
    ['zh-TW', 'zh-hant'],
    ['zh-HK', 'zh-hant'],
    ['zh-Hant-MO', 'zh-hant'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
  ])('%s is spoken by texts/%s', (lang, file) => {
    expect(fileOf(lang)).toBe(file);
  });

  it.each(['en-GB', 'xx', '', 'nothing', 'constructor', '__proto__'])(
    '"%s" is spoken as English',
    async (lang) => {
      expect(fileOf(lang)).toBeUndefined();
      expect((await say(lang))('accept')).toBe('Accept all');
    },
  );

  it('is that of the page', async () => {
    expect((await say('de-AT'))('accept')).toBe('Alle akzeptieren');
  });
});

describe('texts', () => {
  it('are replaced by those of the file, by key', async () => {
    const own = await say('de', { accept: 'Alles klar', 'category.social': 'Soziales' });
    expect(own('accept')).toBe('Alles klar');
    expect(own('category.social')).toBe('Soziales');
    expect(own('reject')).toBe('Nur erforderliche');
  });

  it('fill in what they are given and leave the rest', async () => {
    const own = await say('en', { allow: '{name} {other} $&' });
    expect(own('allow', { name: '$1{x}' })).toBe('$1{x} {other} $&');
  });

  it('come as a list of the build too, first without the texts of the panel', () => {
    const list = [VERSION, ...keys.map((key) => key.toUpperCase())];
    expect(speaker(list, en, {})('accept')).toBe('ACCEPT');
    expect(speaker(list, en, {})('save')).toBe('');
    expect(speaker(list, english, {})('save')).toBe('SAVE');
  });
});

describe('lists and lengths of time', () => {
  it('are in the words of the language', () => {
    expect(listOf('en', ['A', 'B', 'C'])).toBe('A, B, and C');
    expect(listOf('de', ['A', 'B', 'C'])).toBe('A, B und C');
    expect(quantity('de', 400, 'day')).toBe('400 Tage');
    expect(quantity('pl', 13, 'month')).toBe('13 miesięcy');
  });

  it('do without where a site names a language that there is not', () => {
    expect(listOf('not a language', ['A', 'B'])).toBe('A, B');
    expect(quantity('not a language', 1, 'day')).toBe('1 day');
  });
});
