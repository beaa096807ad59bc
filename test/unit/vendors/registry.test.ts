import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/gate/judge.ts';
import { facts } from '../../../src/vendors/facts.ts';
import { loaders } from '../../../src/vendors/loaders.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, policyOf } from '../support/files.ts';

const ids = Object.keys(registry);
const words = (text = '') => text.split(' ').filter(Boolean);
/** The page of a shop that names this vendor alone. */
function judgeOf(id: string) {
  const policy = policyOf({ categories: { advertising: { vendors: [id] } } });
  const site = new URL('https://www.shop.example');
  return createJudge(
    policy,
    decideFor(policy),
    registry,
    site,
    () => site.href,
    (host) => host === site.hostname,
  );
}

it('has facts of every vendor, and of no other', () => {
  expect(Object.keys(facts)).toEqual(ids);
});

it('has a loader of every vendor that has ids of its own, and of no other', () => {
  expect(Object.keys(loaders)).toEqual(ids.filter((id) => registry[id]!.ids));
});

it('has no host twice', () => {
  const hosts = ids.flatMap((id) => words(registry[id]!.hosts));
  expect(hosts.filter((host, i) => hosts.indexOf(host) !== i)).toEqual([]);
});

it('has no cookie twice', () => {
  const cookies = ids.flatMap((id) => words(registry[id]!.cookies));
  expect(cookies.filter((name, i) => cookies.indexOf(name) !== i)).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  const core = registry[id]!;

  it('has an id that a file may have', () => {
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  });

  it('has hosts as browsers spell them', () => {
    expect(words(core.hosts)).not.toEqual([]);
    for (const host of words(core.hosts)) {
      const { protocol, host: name, pathname, search } = new URL('https://' + host);
      expect(protocol + name + (pathname + search).replace(/^\/$/, '')).toBe('https:' + host);
      expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/);
    }
  });

  it('has cookies whose names may end in "*" only', () => {
    for (const name of words(core.cookies)) expect(name).toMatch(/^[\w.-]+\*?$/);
  });

  it('tells visitors who it is and what it does', () => {
    const { name, company, purpose, privacyPolicy } = facts[id]!;
    expect(name.length).toBeGreaterThan(1);
    expect(company.length).toBeGreaterThan(1);
    expect(purpose).toMatch(/^[A-Z].{10,}\.$/);
    if (privacyPolicy) expect(new URL(privacyPolicy).protocol).toBe('https:');
  });

  it('holds every first-party cookie that it tells of', () => {
    const judge = judgeOf(id);
    for (const { name, party } of facts[id]!.cookies)
      if (party === 'first')
        expect(judge.cookie(name.replace('*', '_1')), name).toMatchObject({ vendor: id, granted: false });
  });

  it('tells of no cookie twice', () => {
    const names = facts[id]!.cookies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
