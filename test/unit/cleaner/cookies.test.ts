// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/sale/shoes" }
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanCookies } from '../../../src/cleaner/cookies.ts';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { clearCookies, cookiePairs, replaceCookies, sandboxed, writeCookie } from '../support/cookies.ts';
import { decideFor, policyOf, recordOf, SHOP } from '../support/files.ts';

const shop = policyOf(SHOP);
function clean(given: Partial<Circumstances> = {}, policy = shop): void {
  const decision = decideFor(policy, given);
  const judge = createJudge(
    policy,
    decision,
    registry,
    location,
    () => document.baseURI,
    () => true,
  );
  cleanCookies(window as Window & typeof globalThis, policy, judge);
}
const names = () => cookiePairs().map((pair) => pair.split('=')[0]!);

beforeEach(() => {
  for (const name of [
    '_ga',
    '_ga_ABC',
    '_gid',
    'li_fat_id',
    '_acme_1',
    '__stripe_mid',
    'session_id',
    'mine',
    'heed',
  ])
    writeCookie(`${name}=1; path=/`);
});
afterEach(clearCookies);

it('R58: deletes what denied vendors have stored, and nothing else', () => {
  clean();
  expect(names().sort()).toEqual(['__stripe_mid', 'heed', 'mine', 'session_id']);
});

it('leaves what a granted vendor has stored', () => {
  clean({ record: recordOf({ vendors: { 'google-analytics': true } }) });
  expect(names()).toEqual(expect.arrayContaining(['_ga', '_ga_ABC', '_gid']));
  expect(names()).not.toContain('li_fat_id');
});

it.each([
  ['on the domain above', '_ga=1; path=/; domain=shop.example'],
  ['on the host as a domain', '_ga=1; path=/; domain=www.shop.example'],
  ['on a folder', '_ga=1; path=/sale'],
  ['on the page itself', '_ga=1; path=/sale/shoes'],
  ['on a folder of the domain above', '_ga=1; path=/sale; domain=shop.example'],
  ['with an odd value', '_ga=a=b="c"; path=/'],
])('finds a cookie %s', (_name, text) => {
  writeCookie(text);
  clean();
  expect(names()).not.toContain('_ga');
});

it('never deletes the opt-out cookie, not even by a pattern of the file', () => {
  clean({}, policyOf({ categories: { advertising: { cookies: ['h*'] } } }));
  expect(names()).toContain('heed');
});

it('deletes nothing by a broken file, nor in report mode', () => {
  const before = names();
  clean({}, { ...shop, broken: true });
  clean({}, { ...shop, mode: 'report' });
  expect(names()).toEqual(before);
});

it('writes nothing where there is nothing to delete', () => {
  clearCookies();
  writeCookie('mine=1; path=/');
  const written: string[] = [];
  const undo = replaceCookies({ set: (text) => void written.push(text) });
  clean();
  undo();
  expect(written).toEqual([]);
});

it('R98: throws nothing where the document has no cookies', () => {
  const undo = replaceCookies(sandboxed);
  expect(() => clean()).not.toThrow();
  undo();
});
