import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/ui/language.ts';
import de from '../../../src/ui/texts/de.ts';
import { en } from '../../../src/ui/texts/en.ts';
import { fakeHost, fakePolicy } from '../../ui-preview/fake.ts';

const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const say = (lang: string, texts = {}) =>
  loadTexts(
    fakeHost({ document: { documentElement: { lang } } } as never, { policy: fakePolicy({ texts }) }),
  );

describe('texts', () => {
  it('are complete in German, with the same names to fill in', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(de[key].trim(), key).toBeTruthy();
      expect(names(de[key]), key).toEqual(names(en[key]));
    }
  });

  it('follow the language of the page, then its base, then English', async () => {
    expect((await say('de'))('accept')).toBe('Alle akzeptieren');
    expect((await say('de-AT'))('lang')).toBe('de');
    for (const other of ['en-GB', 'xx', '', 'constructor', '__proto__'])
      expect((await say(other))('accept'), other).toBe('Accept all');
  });

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
});
