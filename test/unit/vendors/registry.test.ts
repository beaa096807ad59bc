import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/gate/judge.ts';
import { abouts } from '../../../src/vendors/abouts.ts';
import { consents } from '../../../src/vendors/consents.ts';
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

it('knows the third parties that this project began with, and the rest of the field', () => {
  const first =
    'adroll adscale appnexus bidswitch microsoft-uet bizible casale-media doubleclick facebook g2 google-analytics google-tag-manager linkedin loom marketo microsoft-clarity pubmatic reddit rubicon segment shopify stripe twitter youtube zoominfo';
  expect(ids).toEqual(expect.arrayContaining(first.split(' ')));
  expect(ids.length).toBeGreaterThanOrEqual(52);
});

it('has facts of every vendor, and of no other', () => {
  expect(Object.keys(facts)).toEqual(ids);
  expect(Object.keys(abouts)).toEqual(ids);
});

it('marks every vendor that has a consent call to be fetched, and no other', () => {
  expect(Object.keys(consents)).toEqual(ids.filter((id) => registry[id]!.tell));
});

it('tells from the first decision on whoever is told of every one', () => {
  const every = Object.keys(consents).filter((id) => consents[id]!.every);
  expect(every).toEqual(ids.filter((id) => registry[id]!.tell === 'first'));
});

it('says why of every vendor that Heed cannot load, and of no other', () => {
  expect(ids.filter((id) => abouts[id]!.only)).toEqual(ids.filter((id) => !registry[id]!.ids));
});

it('has a loader of every vendor that has ids of its own, and of no other', () => {
  expect(Object.keys(loaders)).toEqual(ids.filter((id) => registry[id]!.ids));
});

const twice = (all: string[]) => all.filter((one, i) => all.indexOf(one) !== i);

it('has no host twice, but those that two vendors ask: who is denied either is denied both', () => {
  expect(twice(ids.flatMap((id) => words(registry[id]!.hosts)))).toEqual([
    'c.bing.com',
    'clarity.ms/tag/uet/',
  ]);
});

it('has no cookie twice, but those that Publisher Tag and AdSense both set', () => {
  expect(twice(ids.flatMap((id) => words(registry[id]!.cookies)))).toEqual(['__gads', '__gpi', '__eoi']);
});

it("has no alias that is an id, or another vendor's", () => {
  const aliases = ids.flatMap((id) => words(abouts[id]!.aliases));
  expect(twice([...ids, ...aliases])).toEqual([]);
  for (const alias of aliases) expect(alias).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
});

describe('hosts that serve several purposes', () => {
  it.each([
    ['https://www.google.com/search?q=a', null],
    ['https://www.google.com/pagead/1p-user-list/1/', 'google-ads'],
    ['https://www.google.com/recaptcha/api.js', 'google-recaptcha'],
    ['https://www.google.com/maps/embed?pb=1', 'google-maps'],
    ['https://www.gstatic.com/recaptcha/releases/a.js', 'google-recaptcha'],
    ['https://www.gstatic.com/charts/loader.js', null],
    ['https://www.facebook.com/tr?id=1', 'facebook'],
    ['https://www.facebook.com/plugins/like.php', null],
    ['https://www.facebook.com/travel', null],
    ['https://api.hsforms.com/submissions/v3/integration/submit/1/2', 'hubspot'],
    ['https://assets.pinterest.com/js/pinit.js', 'pinterest'],
    ['https://assets.pinterest.com/', null],
    ['https://t.co/abc', null],
    ['https://t.co/i/adsct?p_id=Twitter', 'twitter'],
    ['https://www.reddit.com/', null],
    ['https://www.linkedin.com/in/me', null],
    ['https://cdn.shopify.com/s/files/theme.js', null],
    ['https://monorail-edge.shopifysvc.com/v1/produce', 'shopify'],
    ['https://www.googletagmanager.com/gtag/js?id=AW-123456789', 'google-ads'],
    ['https://www.googletagmanager.com/gtag/js?l=other&id=AW-123456789&cx=c', 'google-ads'],
    ['https://www.googletagmanager.com/gtag/js?id=DC-1234567', 'doubleclick'],
    ['https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345', 'google-analytics'],
    ['https://www.googletagmanager.com/gtag/destination?id=AW-123456789&l=dataLayer', 'google-ads'],
    ['https://www.googletagmanager.com/gtag/destination?id=DC-1234567&cx=c', 'doubleclick'],
    ['https://www.googletagmanager.com/gtag/destination?id=G-ABCDE12345&cx=c', 'google-analytics'],
    ['https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234', 'google-tag-manager'],
    ['https://stats.g.doubleclick.net/g/collect', 'doubleclick'],
  ])('%s belongs to %s', (address, vendor) => {
    const all = { regime: 'opt-out' as const, categories: { advertising: { vendors: ids } } };
    const policy = policyOf(all);
    const site = new URL('https://www.shop.example');
    const judge = createJudge(
      policy,
      decideFor(policy),
      registry,
      site,
      () => site.href,
      (host) => host === site.hostname,
    );
    expect(judge.url(address).vendor).toBe(vendor);
  });

  it('a shop on Shopify keeps its storefront, its cart and its checkout', () => {
    const judge = judgeOf('shopify');
    expect(judge.url('https://cdn.shopify.com/s/files/theme.js')).toMatchObject({ granted: true });
    expect(judge.url('https://a-shop.myshopify.com/cart.js')).toMatchObject({ granted: true });
    expect(judge.url('https://a-shop.myshopify.com/api/2026-07/graphql.json')).toMatchObject({
      granted: true,
    });
    expect(judge.url('https://monorail-edge.shopifysvc.com/')).toMatchObject({ granted: false });
    for (const name of [
      'cart',
      'cart_sig',
      'checkout_token',
      '_shopify_essential',
      'localization',
      '_tracking_consent',
    ])
      expect(judge.cookie(name), name).toMatchObject({ granted: true });
    for (const name of ['_shopify_y', '_shopify_s', '_shopify_sa_t'])
      expect(judge.cookie(name), name).toMatchObject({ granted: false });
  });

  it.each(['hubspot', 'vwo', 'optimizely'])('%s keeps what it notes of an objection', (id) => {
    const judge = judgeOf(id);
    for (const name of [
      '__hs_do_not_track',
      '__hs_opt_out',
      '_vis_opt_out',
      '_vwo_global_opt_out',
      'optimizelyOptOut',
    ])
      expect(judge.cookie(name), name).toMatchObject({ granted: true });
  });
});

it('no vendor is required by default but who takes payments', () => {
  expect(ids.filter((id) => abouts[id]!.category === 'required')).toEqual(['stripe']);
});

it('leads to a privacy policy of each vendor, but where no public source of today has one', () => {
  expect(ids.filter((id) => !facts[id]!.privacyPolicy)).toEqual(['adscale']);
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
    for (const name of words(core.storage)) expect(name).toMatch(/^[\w.-]+\*?$/);
  });

  it('gives a source of everything it says', () => {
    const { cookies, storage, ids, options } = core;
    const { sources, consent } = abouts[id]!;
    const { privacyPolicy, optOut } = facts[id]!;
    const said = {
      hosts: true,
      shares: true,
      cookies: cookies || facts[id]!.cookies.length,
      storage,
      loader: ids || options,
      consent: consent !== 'none known',
      links: privacyPolicy || optOut,
    };
    const needed = Object.entries(said).filter(([, there]) => there);
    expect(Object.keys(sources).sort()).toEqual(needed.map(([part]) => part).sort());
    for (const text of Object.values(sources))
      expect(text).not.toMatch(/ghostery|duckduckgo|disconnect|wappalyzer|webappanalyzer|^$/i);
  });

  it('tells visitors who it is and what it does', () => {
    const { name, company, purpose, privacyPolicy } = facts[id]!;
    expect(name.length).toBeGreaterThan(1);
    expect(company.length).toBeGreaterThan(1);
    expect(purpose).toMatch(/^[A-Z].{10,}\.$/);
    for (const link of [privacyPolicy, facts[id]!.optOut])
      if (link) expect(new URL(link).protocol).toBe('https:');
  });

  it('holds every first-party cookie that it tells of', () => {
    const judge = judgeOf(id);
    for (const { name, party } of facts[id]!.cookies)
      if (party === 'first')
        expect(judge.cookie(name.replace('*', '_1')), name).toMatchObject({ vendor: id, granted: false });
  });

  it('tells how long cookies stay in the form that is put into other languages', () => {
    for (const { name, duration } of facts[id]!.cookies)
      if (duration)
        expect(duration, name).toMatch(/^(session|\d+ (second|minute|hour|day|week|month|year)s?)$/);
  });

  it("tells of no cookie twice, but of the site's and of the vendor's own of one name", () => {
    const names = facts[id]!.cookies.map(({ name, party }) => `${party} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
