import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/gate/judge.ts';
import { PARTS } from '../../../src/gate/worker.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, policyOf, recordOf } from '../support/files.ts';

const HOME = 'https://www.shop.example';
const FILE: Config = {
  firstParty: ['cdn.shop-assets.example'],
  categories: {
    required: { vendors: ['stripe'] },
    performance: {
      vendors: [{ id: 'own-stats', hosts: ['www.shop.example/collect', 'stats.shop.example'] }],
    },
    advertising: {
      vendors: [
        'linkedin',
        { id: 'acme', hosts: ['acme.example', 'shared.example/acme'], storage: ['acme-*', 'exact'] },
        { id: 'other', hosts: ['shared.example', 'acme.example/other'] },
      ],
    },
  },
};
const isOwn = (host: string) => host === 'shop.example' || host.endsWith('.shop.example');

function judgeOf(file: Config, vendors: Record<string, boolean>) {
  const policy = policyOf(file);
  const decision = decideFor(policy, { record: recordOf({ vendors }) });
  return createJudge(policy, decision, registry, new URL(HOME), () => `${HOME}/`, isOwn);
}

/** A worker's scope, of the natives that matter here, with the gate in it as text: the way it gets there. */
function scopeOf(rules: unknown, base = '') {
  const asked: unknown[] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const scope = vm.createContext({ URL, console, asked, listeners });
  vm.runInContext(
    `self = globalThis;
    WorkerGlobalScope = class { fetch(url) { asked.push(url); return 'asked'; } importScripts(...urls) { asked.push(...urls); } };
    Object.setPrototypeOf(self, WorkerGlobalScope.prototype);
    Response = class { constructor(body, init) { Object.assign(this, init); } };
    DOMException = class { constructor(text, name) { this.name = name; } };
    addEventListener = (type, listener) => listeners.push(listener);
    (p => p[0](self, p, 'key', ${JSON.stringify(base)}, ${JSON.stringify(rules)}))([${PARTS.join()}]);`,
    scope,
  );
  return {
    asked,
    run: (code: string) => vm.runInContext(code, scope) as unknown,
    tell: (data: unknown) => {
      let stopped = false;
      const event = { data, stopImmediatePropagation: () => (stopped = true) };
      for (const listener of listeners) listener(event);
      return stopped;
    },
  };
}

const ADDRESSES = [
  ...[
    '/app.js',
    '/collect',
    '/collect/more',
    '/collection',
    '//help.shop.example/',
    '//shop.example/',
    '//stats.shop.example/',
  ],
  ...[
    '//cdn.shop-assets.example/',
    '//x.cdn.shop-assets.example/',
    '//js.stripe.com/v3',
    '//unlisted.example/',
  ],
  ...[
    '//acme.example/',
    '//a.acme.example/',
    '//acme.example/other',
    '//shared.example/',
    '//shared.example/acme',
    '//shared.example/acme/a',
    '//shared.example/acmes',
  ],
  ...['//px.ads.linkedin.com/', '//px.ads.linkedin.com./', '//www.facebook.com/', '//evil-acme.example/'],
].map((address) => new URL(address, HOME).href);

describe('the gate of a worker', () => {
  const files: [string, Config][] = [
    ['unlisted held', FILE],
    ['unlisted allowed', { ...FILE, unlisted: { allow: 'a test' } }],
  ];
  const choices: Record<string, boolean>[] = [
    {},
    { acme: true },
    { other: true, linkedin: true },
    { 'own-stats': true },
  ];
  for (const [name, file] of files)
    it.each(choices)(`judges as the page does: ${name}, %o`, async (vendors) => {
      const judge = judgeOf(file, vendors);
      const { run } = scopeOf(judge.rules('www.shop.example'));
      for (const address of ADDRESSES) {
        const answer = run(`fetch(${JSON.stringify(address)})`);
        const passed = answer === 'asked' || (await (answer as Promise<{ status: number }>)).status !== 451;
        expect([address, passed]).toEqual([address, judge.url(address).granted]);
      }
    });

  it('takes a new decision over, and keeps it from the worker', () => {
    const { asked, run, tell } = scopeOf(judgeOf(FILE, {}).rules('www.shop.example'));
    run('fetch("https://acme.example/1")');
    expect(tell({ key: judgeOf(FILE, { acme: true }).rules('www.shop.example') })).toBe(true);
    run('fetch("https://acme.example/2")');
    expect(tell({ key: judgeOf(FILE, {}).rules('www.shop.example') })).toBe(true);
    run('fetch("https://acme.example/3")');
    expect(asked).toEqual(['https://acme.example/2']);
    for (const mine of [null, undefined, 'text', 1, { other: 1 }]) expect(tell(mine)).toBe(false);
  });

  it('gives a worker of the site its own address', () => {
    const { asked, run } = scopeOf(judgeOf(FILE, {}).rules('www.shop.example'), `${HOME}/work/worker.js`);
    expect(run('location.href')).toBe(`${HOME}/work/worker.js`);
    run('fetch("data.json"); importScripts("a.js", "/b.js")');
    expect(asked).toEqual([`${HOME}/work/data.json`, `${HOME}/work/a.js`, `${HOME}/b.js`]);
    expect(() => run('importScripts("c.js", "//acme.example/d.js")')).toThrow(
      expect.objectContaining({ name: 'NetworkError' }),
    );
    expect(asked).toHaveLength(3);
  });

  it('has no rules where nothing is held', () => {
    expect(judgeOf({ ...FILE, mode: 'report' }, {}).rules('www.shop.example')).toBe(false);
  });
});
