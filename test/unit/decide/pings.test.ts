import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/parse.ts';
import { sourcesOf } from '../../../src/decide/content-policy.ts';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { explain } from '../../../src/decide/explain.ts';
import { decideForNobody } from '../../../src/decide/nobody.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { DNT, decideFor, GPC, policyOf, recordOf } from '../support/files.ts';

// The advanced mode of Google Consent Mode: denied, and asked all the same.

const advanced = { advanced: 'a note of our lawyers' };
const FILE: Config = {
  regions: { US: 'opt-out' },
  categories: {
    performance: { vendors: [{ id: 'google-analytics', consentMode: advanced }] },
    advertising: { vendors: ['doubleclick', { id: 'google-ads', consentMode: advanced }, 'linkedin'] },
  },
};
const COLLECT = 'https://region1.google-analytics.com/g/collect?gcs=G100';
const REFUSED = { record: recordOf({ categories: { performance: false, advertising: false } }) };

function look(given: Partial<Circumstances> = {}, file: Config = FILE) {
  const policy = policyOf(file);
  const decision = decideFor(policy, given);
  const site = new URL('https://shop.example/');
  const judge = createJudge(
    policy,
    decision,
    registry,
    site,
    () => site.href,
    (host) => host === site.hostname,
  );
  return {
    decision,
    judge,
    passes: (url: string, mark?: string) => judge.url(url, mark).granted,
    explain: (target: string) => explain(target, decision, judge),
    sources: sourcesOf(policy, decision)!.join(' '),
  };
}

describe.each([
  ['without a choice', {}],
  ['after a refusal', REFUSED],
])('pings %s', (_, given) => {
  const { decision, judge, passes, explain, sources } = look(given);

  it('pass to the hosts of that vendor, and the verdict stays denied', () => {
    expect(decision.vendors['google-analytics']).toMatchObject({ granted: false, pings: true });
    expect(passes(COLLECT)).toBe(true);
    expect(passes('https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345')).toBe(true);
    for (const target of ['google-analytics', COLLECT, '_ga'])
      expect(explain(target), target).toMatchObject({ granted: false, vendor: 'google-analytics' });
    expect(explain(COLLECT).text).toContain('denied, pings pass');
    expect(explain('_ga').text).not.toContain('pings');
  });

  it('are no leave to store anything', () => {
    expect([judge.cookie('_ga').granted, judge.storage('_gcl_ls').granted]).toEqual([false, false]);
    const rules = judge.rules('shop.example');
    expect(rules).toMatchObject({ words: { 'google-analytics': true, doubleclick: false } });
    expect(rules && rules.names).toEqual(expect.arrayContaining(['_ga', '_gcl_ls']));
  });

  it("never pass to another vendor's host, nor to one that is another's too", () => {
    expect(passes('https://px.ads.linkedin.com/collect')).toBe(false);
    expect(passes('https://stats.g.doubleclick.net/g/collect')).toBe(false);
    expect(passes('https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/')).toBe(false);
    expect(passes('https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234')).toBe(false);
  });

  it('go by the mark of a tag: its own vendor passes, a denied category does not', () => {
    expect(passes(COLLECT, 'google-analytics')).toBe(true);
    expect(passes(COLLECT, 'performance')).toBe(false);
  });

  it('are in the policy of this visitor', () => {
    expect(sources).toContain('http://*.google-analytics.com:*');
    expect(sources).not.toMatch(/linkedin|[/.]2mdn\.net/);
  });
});

it.each([
  ['GPC', { signals: GPC }, FILE],
  ['DNT', { signals: DNT }, FILE],
  ['the account', { optedOut: true }, FILE],
  ['the audience', {}, { ...FILE, audience: 'minors' } as Config],
  ['an opt-out', { ...REFUSED, region: 'US' }, FILE],
  ['no reason in the file', {}, { categories: { performance: { vendors: ['google-analytics'] } } } as Config],
])('no ping passes against %s', (_, given, file) => {
  const { decision, passes, sources } = look(given, file);
  expect(decision.vendors['google-analytics']).toMatchObject({ granted: false });
  expect(decision.vendors['google-analytics']).not.toHaveProperty('pings');
  expect(passes(COLLECT)).toBe(false);
  expect(sources).not.toContain('google');
});

it('a host of two vendors, one granted and one that sends pings, is not told as granted', () => {
  const both: Config = {
    categories: {
      advertising: {
        vendors: ['google-ads', { id: 'doubleclick', consentMode: advanced }],
      },
    },
  };
  const { passes, explain } = look({ record: recordOf({ vendors: { 'google-ads': true } }) }, both);
  const shared = 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/';
  expect(passes(shared)).toBe(true);
  expect(explain(shared)).toMatchObject({ granted: false, vendor: 'doubleclick' });
});

it('what is printed for every visitor lets no ping pass', () => {
  const policy = policyOf(FILE);
  expect(sourcesOf(policy, decideForNobody(policy))!.join(' ')).not.toContain('google');
});

it.each([
  ['google-analytics', {}, 'expected { "advanced": "the reason" }'],
  ['google-analytics', { advanced: ' ' }, 'expected a reason'],
  ['google-analytics', true, 'expected an object'],
  ['google-fonts', advanced, 'expected one of'],
  ['linkedin', advanced, 'expected one of'],
])('%s with %o is a mistake', (id, consentMode, text) => {
  const { problems } = parseConfig(
    { categories: { advertising: { vendors: [{ id, consentMode }] } } },
    registry,
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]!.path).toMatch(/^\$\.categories\.advertising\.vendors\[0\]\.consentMode/);
  expect(problems[0]!.text).toContain(text);
});
