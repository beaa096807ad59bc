// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanStorage } from '../../../src/cleaner/storage.ts';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, policyOf, recordOf } from '../support/files.ts';

const policy = policyOf({
  categories: {
    required: { vendors: ['stripe'] },
    advertising: {
      vendors: [{ id: 'acme', hosts: ['acme.example'], cookies: ['_acme'], storage: ['acme-*'] }],
    },
  },
});
const NAMES = ['acme-1', '_acme', '__stripe_mid', 'mine', 'length2'];
const STAY = ['__stripe_mid', 'length2', 'mine'];

let deleted: string[];
function clean(given: Partial<Circumstances> = {}, by = policy, win: object = window): void {
  const judge = createJudge(
    by,
    decideFor(by, given),
    registry,
    location,
    () => document.baseURI,
    () => true,
  );
  cleanStorage(win as Window & typeof globalThis, by, judge);
}
const keys = () => [Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()];

beforeEach(() => {
  deleted = [];
  for (const name of NAMES) {
    localStorage.setItem(name, '1');
    sessionStorage.setItem(name, '1');
  }
  const remove = (kind: string) => (name: string) => void deleted.push(`${kind} ${name}`);
  Object.assign(window, {
    indexedDB: {
      databases: () => Promise.resolve(NAMES.map((name) => ({ name }))),
      deleteDatabase: remove('database'),
    },
    caches: { keys: () => Promise.resolve(NAMES), delete: remove('cache') },
  });
});
afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  for (const key of ['indexedDB', 'caches']) Reflect.deleteProperty(window, key);
});

it('R58: deletes what denied vendors have stored, and nothing else', async () => {
  clean();
  expect(keys()).toEqual([STAY, STAY]);
  await expect
    .poll(() => deleted.sort())
    .toEqual(['cache _acme', 'cache acme-1', 'database _acme', 'database acme-1']);
});

it('leaves what a granted vendor has stored', () => {
  clean({ record: recordOf({ vendors: { acme: true } }) });
  expect(keys()[0]).toEqual([...NAMES].sort());
});

it('deletes nothing by a broken file, nor in report mode', () => {
  clean({}, { ...policy, broken: true });
  clean({}, { ...policy, mode: 'report' });
  expect(keys()[0]).toEqual([...NAMES].sort());
});

it('throws nothing where the browser keeps nothing, and cleans what there is', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const win = Object.create(null, {
    localStorage: { get: refuse },
    sessionStorage: { value: sessionStorage },
    indexedDB: { value: { databases: () => Promise.reject(new Error('no')) } },
  });
  expect(() => clean({}, policy, win)).not.toThrow();
  expect(keys()[1]).toEqual(STAY);
});
