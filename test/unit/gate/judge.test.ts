import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import type { Config } from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, policyOf, recordOf, SHOP } from '../support/files.ts';

const PAGE = 'https://www.shop.example/sale/shoes';
const isOwn = (host: string) => host === 'shop.example' || host.endsWith('.shop.example');

function judgeOf(config: Config = SHOP, given: Partial<Circumstances> = {}, base = PAGE) {
  const policy = policyOf(config);
  return createJudge(policy, decideFor(policy, given), registry, new URL(PAGE), () => base, isOwn);
}
/** Every address below is put to a page on which nothing but required is granted. */
const strict = judgeOf();
/** A page on which the visitor has granted these, one by one. */
const granting = (...vendors: string[]) =>
  judgeOf(SHOP, { record: recordOf({ vendors: Object.fromEntries(vendors.map((id) => [id, true])) }) });
/** A page on which all is granted that the file names. */
const open = judgeOf({ ...SHOP, regime: 'opt-out', regions: {} });

describe('an address of a vendor', () => {
  it.each([
    ['its host', 'https://snap.licdn.com/li.lms-analytics/insight.min.js', 'linkedin'],
    ['a subdomain', 'https://px.ads.linkedin.com/collect', 'linkedin'],
    ['a deep subdomain', 'https://a.b.c.px.ads.linkedin.com/', 'linkedin'],
    ['capitals', 'HTTPS://PX.ADS.LINKEDIN.COM/collect', 'linkedin'],
    ['http', 'http://px.ads.linkedin.com/', 'linkedin'],
    ['a port', 'https://px.ads.linkedin.com:8443/', 'linkedin'],
    ['a user', 'https://shop.example:x@px.ads.linkedin.com/', 'linkedin'],
    ['no scheme', '//px.ads.linkedin.com/collect', 'linkedin'],
    ['backslashes', '\\\\px.ads.linkedin.com\\collect', 'linkedin'],
    ['a scheme and backslashes', 'https:\\\\px.ads.linkedin.com\\collect', 'linkedin'],
    ['a scheme and one slash', 'http:/px.ads.linkedin.com/collect', 'linkedin'],
    ['three slashes', 'https:///px.ads.linkedin.com/collect', 'linkedin'],
    ['a dot at the end', 'https://px.ads.linkedin.com./collect', 'linkedin'],
    ['blanks around', '  https://px.ads.linkedin.com/ \n', 'linkedin'],
    ['a line break within', 'https://px.ads.lin\nkedin.com/collect', 'linkedin'],
    ['percent in the host', 'https://px.ads.linkedin%2ecom/collect', 'linkedin'],
    ['a wide letter', 'https://px.ads.ｌinkedin.com/collect', 'linkedin'],
    ['a wide dot', 'https://px.ads.linkedin。com/collect', 'linkedin'],
    ['a socket', 'wss://px.ads.linkedin.com/', 'linkedin'],
    ['an open socket', 'ws://px.ads.linkedin.com/', 'linkedin'],
    ['an URL object', new URL('https://px.ads.linkedin.com/'), 'linkedin'],
    ['a vendor that the file describes', 'https://eu.ads.acme.example/pixel.gif', 'acme-ads'],
  ])('is its own: %s', (_name, address, vendor) => {
    expect(strict.url(address)).toMatchObject({
      granted: false,
      vendor,
      category: 'advertising',
      reason: 'regime',
      path: '$.regime',
    });
    expect(granting(vendor).url(address)).toMatchObject({ granted: true, vendor, reason: 'choice' });
  });

  it.each([
    ['another name with the same end', 'https://evil-linkedin.com/px'],
    ['its name in front', 'https://ads.linkedin.com.evil.example/'],
    ['its name as a user', 'https://px.ads.linkedin.com@evil.example/'],
    ['its name as a path', 'https://evil.example/px.ads.linkedin.com'],
    ['its name as a query', 'https://evil.example/?https://px.ads.linkedin.com/'],
    ['its name as a fragment', 'https://evil.example/#//px.ads.linkedin.com/'],
    ['its parent', 'https://licdn.com/'],
    ['a sibling', 'https://media.licdn.com/'],
    ['a letter that looks alike', 'https://px.ads.lіnkedin.com/'],
    ['without its dot', 'https://adslinkedin.com/'],
  ])('is not its own: %s', (_name, address) => {
    const finding = granting('linkedin').url(address);
    expect(finding).toMatchObject({
      granted: false,
      reason: 'unlisted',
      path: '$.unlisted',
      category: null,
    });
  });

  it('a host with letters of its own is found in both spellings', () => {
    const judge = judgeOf({
      categories: { advertising: { vendors: [{ id: 'buecher', hosts: ['bücher.example'] }] } },
    });
    for (const address of [
      'https://ads.bücher.example/',
      'https://xn--bcher-kva.example/',
      'https://BÜCHER.example/',
    ])
      expect(judge.url(address)).toMatchObject({ granted: false, vendor: 'buecher' });
    expect(judge.url('https://bucher.example/')).toMatchObject({ reason: 'unlisted' });
  });

  it('tells the address as the browser asks for it', () => {
    expect(strict.url('//PX.ads.linkedin.com:443/a/../b?c#d')).toMatchObject({
      url: 'https://px.ads.linkedin.com/b?c#d',
      host: 'px.ads.linkedin.com',
    });
  });

  it('is found for every host of every vendor that Heed knows', () => {
    for (const [id, core] of Object.entries(registry)) {
      const judge = judgeOf({ categories: { advertising: { vendors: [id] } } });
      for (const host of core.hosts.split(' ')) {
        const at = judge.url('https://' + host);
        expect(at, host).toMatchObject({ granted: false, vendor: id });
        const [name, ...path] = host.split('/');
        expect(judge.url(['https://sub.' + name, ...path].join('/')), host).toMatchObject({ vendor: id });
      }
    }
  });
});

describe('an address of the page itself', () => {
  it.each([
    ['relative', 'shoes.js'],
    ['to the root', '/shoes.js'],
    ['a parent', '../shoes.js'],
    ['a query', '?page=2'],
    ['a fragment', '#top'],
    ['nothing', ''],
    ['its own host', 'https://www.shop.example/app.js'],
    ['its own domain', 'https://cdn.shop.example/app.js'],
    ['a name of a vendor in the path', '/linkedin.com/px'],
  ])('passes: %s', (_name, address) => {
    expect(strict.url(address)).toMatchObject({
      granted: true,
      reason: 'required',
      path: '$.firstParty',
      vendor: null,
      category: null,
    });
  });

  it.each([
    ['data:', 'data:text/javascript,alert(1)'],
    ['blob:', 'blob:https://px.ads.linkedin.com/0c4e'],
    ['javascript:', 'javascript:void 0'],
    ['about:', 'about:blank'],
    ['mailto:', 'mailto:hello@px.ads.linkedin.com'],
    ['an extension', 'chrome-extension://abc/x.js'],
    ['no address at all', 'https://'],
    ['a bad host', 'https://a b/'],
    ['a bad port', 'https://px.ads.linkedin.com:99999/'],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['a symbol', Symbol('x')],
  ])('passes, since it asks no other host: %s', (_name, address) => {
    expect(strict.url(address)).toMatchObject({ granted: true, reason: 'required' });
  });

  it('is read from the base of the page, anew each time', () => {
    let base = PAGE;
    const policy = policyOf(SHOP);
    const judge = createJudge(policy, decideFor(policy), registry, new URL(PAGE), () => base, isOwn);
    expect(judge.url('collect')).toMatchObject({ granted: true });
    base = 'https://px.ads.linkedin.com/';
    for (const address of ['collect', '/collect', '/', '?x'])
      expect(judge.url(address), address).toMatchObject({ granted: false, vendor: 'linkedin' });
  });

  it('does not throw, whatever the base is', () => {
    const judge = judgeOf(SHOP, {}, 'about:blank');
    expect(judge.url('collect')).toMatchObject({ granted: true });
    expect(judge.url('//px.ads.linkedin.com/')).toMatchObject({ granted: true });
    expect(judge.url('https://px.ads.linkedin.com/')).toMatchObject({ granted: false });
  });

  it('passes where the file says so, with all below', () => {
    const judge = judgeOf({ ...SHOP, firstParty: ['shop-cdn.example'] });
    expect(judge.url('https://shop-cdn.example/a.js')).toMatchObject({ granted: true, path: '$.firstParty' });
    expect(judge.url('https://eu.shop-cdn.example/a.js')).toMatchObject({ granted: true });
    expect(judge.url('https://evil-shop-cdn.example/a.js')).toMatchObject({ granted: false });
  });

  it("is a vendor's all the same, where the file lists it as such", () => {
    const judge = judgeOf({
      firstParty: ['own.example'],
      categories: {
        performance: { vendors: [{ id: 'tagging', hosts: ['metrics.shop.example', 'own.example/collect'] }] },
      },
    });
    expect(judge.url('https://metrics.shop.example/g')).toMatchObject({ granted: false, vendor: 'tagging' });
    expect(judge.url('https://own.example/collect?x')).toMatchObject({ granted: false, vendor: 'tagging' });
    expect(judge.url('https://own.example/other')).toMatchObject({ granted: true });
  });

  it("is a vendor's all the same on the very host of the page", () => {
    for (const host of ['www.shop.example/collect', 'shop.example/collect']) {
      const judge = judgeOf({ categories: { performance: { vendors: [{ id: 'tagging', hosts: [host] }] } } });
      for (const address of ['/collect', '/collect?v=2', 'https://www.shop.example/collect', '../collect'])
        expect(judge.url(address), address).toMatchObject({ granted: false, vendor: 'tagging' });
      expect(judge.url('/app.js')).toMatchObject({ granted: true, vendor: null });
    }
  });
});

describe('a path in the file', () => {
  it.each([
    ['https://www.linkedin.com/px', 'linkedin'],
    ['https://linkedin.com/px/?a=1', 'linkedin'],
    ['https://linkedin.com/px?a=1', 'linkedin'],
    ['https://linkedin.com/px;a=1', 'linkedin'],
    ['https://linkedin.com/px#a', 'linkedin'],
    ['https://linkedin.com/pxl', null],
    ['https://linkedin.com/px.js', null],
    ['https://linkedin.com/px-1?/px/', null],
    ['https://linkedin.com/feed', null],
    ['https://linkedin.com/', null],
    ['https://linkedin.com/feed?u=/px', null],
    ['https://linkedin.com/feed/../px', 'linkedin'],
    ['https://linkedin.com/feed#/px', null],
    ['https://www.facebook.com/tr?id=1', null],
  ])('narrows: %s', (address, vendor) => {
    expect(strict.url(address).category).toBe(vendor && 'advertising');
  });

  const google = (...vendors: string[]) =>
    judgeOf({
      categories: {
        performance: { vendors: vendors.slice(0, 1) },
        advertising: { vendors: vendors.slice(1) },
      },
    });
  it.each([
    ['gtag/js?id=G-ABC123', 'google-analytics'],
    ['gtag/js?id=UA-1-1', 'google-analytics'],
    ['gtag/js?id=DC-1234567', 'doubleclick'],
    ['gtag/js?id=G-ABC123&l=dataLayer&cx=c', 'google-analytics'],
    ['gtag/js?l=dataLayer&id=DC-1234567', 'doubleclick'],
    ['gtm.js?id=GTM-ABC', null],
    ['gtag/js', null],
  ])('may reach into the query: googletagmanager.com/%s', (path, vendor) => {
    const finding = google('google-analytics', 'doubleclick').url('https://www.googletagmanager.com/' + path);
    expect(finding).toMatchObject({ granted: false, reason: vendor ? 'regime' : 'unlisted' });
    if (vendor) expect(finding.vendor).toBe(vendor);
  });

  it.each([
    ['/pixel', 'media'],
    ['/pixel/a', 'media'],
    ['/pixels', null],
    ['/ads/', 'media'],
    ['/ads/a', 'media'],
    ['/ads', null],
    ['/t?kind=ads', 'media'],
  ])('of the file is that path and what is below it: %s', (path, vendor) => {
    const hosts = ['pixel', 'ads/', 't?kind=ad'].map((one) => 'media.example/' + one);
    const judge = judgeOf({ categories: { advertising: { vendors: [{ id: 'media', hosts }] } } });
    expect(judge.url('https://media.example' + path).vendor).toBe(vendor);
  });

  it('holds what the file itself reaches into the query for, whatever follows there', () => {
    const judge = judgeOf({
      unlisted: { allow: 'a test' },
      categories: { advertising: { vendors: [{ id: 'media', hosts: ['media.example/t?kind=ad'] }] } },
    });
    expect(judge.url('https://media.example/t?kind=ad&id=5')).toMatchObject({
      granted: false,
      vendor: 'media',
    });
  });

  it('the longest counts: a container is no leave for what has an entry of its own', () => {
    const policy = policyOf({
      regime: 'opt-in',
      categories: {
        marketing: { vendors: ['google-tag-manager'] },
        performance: { vendors: ['google-analytics'] },
      },
    });
    const record = recordOf({ vendors: { 'google-tag-manager': true } });
    const judge = createJudge(
      policy,
      decideFor(policy, { record }),
      registry,
      new URL(PAGE),
      () => PAGE,
      isOwn,
    );
    const at = (path: string) => judge.url('https://www.googletagmanager.com/' + path);
    expect(at('gtm.js?id=GTM-A')).toMatchObject({ granted: true, vendor: 'google-tag-manager' });
    expect(at('gtag/js?id=G-A')).toMatchObject({ granted: false, vendor: 'google-analytics' });
  });

  it('the longest counts: nor for a vendor that Heed knows and the file does not name', () => {
    const policy = policyOf({
      regime: 'opt-out',
      categories: { marketing: { vendors: ['google-tag-manager'] } },
    });
    const judge = createJudge(policy, decideFor(policy), registry, new URL(PAGE), () => PAGE, isOwn);
    expect(judge.url('https://www.googletagmanager.com/gtag/js?id=G-A')).toMatchObject({
      granted: false,
      vendor: 'google-analytics',
      category: null,
      reason: 'unlisted',
    });
  });
});

describe("a vendor's own server that the file names by its address", () => {
  const matomo = (matomoUrl: string, firstParty: string[] = []) =>
    judgeOf({
      firstParty,
      categories: { performance: { vendors: [{ id: 'matomo', matomoUrl, siteId: '1' }] } },
    });
  const page = { granted: true, reason: 'required', vendor: null };
  const held = { granted: false, vendor: 'matomo', category: 'performance' };

  it.each([
    ['https://stats.partner.example/', 'https://stats.partner.example/matomo.php', held],
    ['https://stats.shop.example/', 'https://stats.shop.example/matomo.php', held],
    ['https://stats.shop.example/', '/app.js', page],
    ['https://www.shop.example/matomo/', '/matomo/matomo.php', held],
    ['https://www.shop.example/matomo/', '/app.js', page],
    ['https://www.shop.example/matomo/', '/matomo', page],
  ])('%s: what is asked of %s', (address, url, expected) => {
    expect(matomo(address).url(url)).toMatchObject(expected);
  });

  it.each([
    ['https://www.shop.example/', '/app.js'],
    ['https://www.shop.example/', 'https://shop.example/app.js'],
    ['https://shop.example/', '/app.js'],
    ['//www.shop.example', 'https://www.shop.example/matomo.php'],
  ])('%s is not the whole site: %s', (address, url) => {
    expect(matomo(address).url(url)).toMatchObject(page);
  });

  it('nor is it a host that the file has as the site’s own', () => {
    const judge = matomo('https://www.shop.test/', ['shop.test']);
    expect(judge.url('https://www.shop.test/app.js')).toMatchObject(page);
  });
});

describe('a host of two vendors', () => {
  const shared = (given: Partial<Circumstances>) =>
    judgeOf(
      {
        categories: {
          performance: { vendors: [{ id: 'one', hosts: ['shared.example'], shares: false }] },
          advertising: { vendors: [{ id: 'two', hosts: ['shared.example', 'deep.shared.example'] }] },
        },
      },
      given,
    );
  it.each([
    [{}, false],
    [{ one: true }, false],
    [{ two: true }, false],
    [{ one: true, two: true }, true],
  ])('is denied if either is: %j', (vendors, expected) => {
    const judge = shared({ record: recordOf({ vendors }) });
    expect(judge.url('https://shared.example/x').granted).toBe(expected);
    expect(judge.url('https://sub.shared.example/x').granted).toBe(expected);
  });

  it('is denied if the one on the domain above is', () => {
    const judge = shared({ record: recordOf({ vendors: { two: true } }) });
    expect(judge.url('https://deep.shared.example/')).toMatchObject({ granted: false, vendor: 'one' });
  });

  it('names the one that denies it', () => {
    expect(
      shared({ record: recordOf({ vendors: { one: true } }) }).url('https://shared.example/'),
    ).toMatchObject({
      vendor: 'two',
      category: 'advertising',
    });
  });
});

describe('a host that no category lists', () => {
  it('is held', () => {
    expect(open.url('https://unknown.example/')).toMatchObject({
      granted: false,
      reason: 'unlisted',
      path: '$.unlisted',
      vendor: null,
    });
  });

  it('is told by name if Heed knows whose it is', () => {
    expect(open.url('https://connect.facebook.net/en_US/fbevents.js')).toMatchObject({
      granted: false,
      reason: 'unlisted',
      vendor: 'facebook',
      category: null,
    });
  });

  it('passes if the file gives a reason, and takes no listed one along', () => {
    const judge = judgeOf({ ...SHOP, unlisted: { allow: 'because' } });
    expect(judge.url('https://unknown.example/')).toMatchObject({ granted: true, reason: 'unlisted' });
    expect(judge.url('https://px.ads.linkedin.com/')).toMatchObject({ granted: false, vendor: 'linkedin' });
  });
});

describe('a mark', () => {
  it.each([
    ['a category that is denied holds an own address', 'advertising', '/pixel.gif', false],
    ['a vendor that is denied holds an own address', 'linkedin', '/pixel.gif', false],
    ['required lets an own address pass', 'required', '/pixel.gif', true],
    ['required does not let a denied vendor pass', 'required', 'https://px.ads.linkedin.com/', false],
    ['a word that the file does not know holds', 'advertizing', '/pixel.gif', false],
    ['a word that objects inherit holds', 'constructor', '/pixel.gif', false],
    ['none is none', null, '/pixel.gif', true],
    ['an empty one is none', '', '/pixel.gif', true],
    [
      'required is the entry of a host that the file does not list',
      'required',
      'https://unknown.example/',
      true,
    ],
    ['a denied one holds a host that the file does not list', 'marketing', 'https://unknown.example/', false],
    ['a data: address is held by its mark', 'advertising', 'data:text/javascript,1', false],
  ])('%s', (_name, mark, address, expected) => {
    expect(strict.url(address, mark).granted).toBe(expected);
  });

  it('an unknown word is told as a mistake of the page', () => {
    expect(strict.url('/x', 'advertizing')).toMatchObject({
      granted: false,
      reason: 'error',
      path: '$.categories',
      vendor: null,
      category: null,
    });
  });

  it('the verdict of a mark is that of its word', () => {
    expect(strict.url('https://unknown.example/', 'advertising')).toMatchObject({
      category: 'advertising',
      vendor: null,
      reason: 'regime',
      host: 'unknown.example',
    });
    expect(strict.url('/x', 'linkedin')).toMatchObject({ vendor: 'linkedin', category: 'advertising' });
  });

  it('of mark and host the stricter counts', () => {
    const judge = judgeOf(SHOP, { record: recordOf({ categories: { performance: true } }) });
    expect(judge.url('https://px.ads.linkedin.com/', 'performance').granted).toBe(false);
    const other = judgeOf(SHOP, {
      record: recordOf({ categories: { advertising: true }, vendors: { linkedin: true } }),
    });
    expect(other.url('https://px.ads.linkedin.com/', 'performance').granted).toBe(false);
    expect(other.url('https://px.ads.linkedin.com/', 'advertising').granted).toBe(true);
  });

  it('a vendor that the visitor granted by name passes, however its tags are marked', () => {
    const judge = granting('linkedin');
    expect(judge.url('https://px.ads.linkedin.com/', 'advertising')).toMatchObject({
      granted: true,
      vendor: 'linkedin',
    });
    expect(judge.url('https://px.ads.linkedin.com/', 'marketing').granted).toBe(true);
    // Its name on another's address is no leave.
    expect(judge.url('https://ads.acme.example/', 'linkedin').granted).toBe(false);
  });
});

describe('a cookie', () => {
  const judge = judgeOf();
  it.each([
    ['of a vendor', 'li_fat_id', 'linkedin', false],
    ['by pattern', '_ga_ABC123', 'google-analytics', false],
    ['by the whole of a pattern', '_ga_', 'google-analytics', false],
    ['by name', '_ga', 'google-analytics', false],
    ['of a vendor that the file describes', '_acme_42', 'acme-ads', false],
    ['of a vendor in required', '__stripe_mid', 'stripe', true],
  ])('%s: %s', (_name, name, vendor, expected) => {
    expect(judge.cookie(name)).toMatchObject({ vendor, granted: expected, url: name });
  });

  it.each(['li_fat_id2', 'xli_fat_id', '_GA', '_gab', '_acme', 'acme_', 'session', '', '*', 'constructor'])(
    'that nobody lists passes: %s',
    (name) => {
      expect(judge.cookie(name)).toMatchObject({ granted: true, vendor: null, category: null });
    },
  );

  it('of a category goes with the category', () => {
    expect(judge.cookie('session_id')).toMatchObject({ granted: true, category: 'required' });
    const ads = judgeOf({ categories: { advertising: { cookies: ['ad_*'] } } });
    expect(ads.cookie('ad_seen')).toMatchObject({ granted: false, category: 'advertising', vendor: null });
  });

  it('of two is denied if either is', () => {
    const file: Config = {
      categories: {
        required: { cookies: ['_g*'] },
        performance: { vendors: ['google-analytics'] },
      },
    };
    expect(judgeOf(file).cookie('_ga')).toMatchObject({ granted: false, vendor: 'google-analytics' });
    expect(judgeOf(file).cookie('_gx')).toMatchObject({ granted: true });
  });

  it('of a third party is not held by its name: a page cannot', () => {
    const file: Config = {
      categories: {
        advertising: {
          vendors: [{ id: 'acme', hosts: ['acme.example'], cookies: [{ name: 'IDE', party: 'third' }] }],
          cookies: [{ name: 'lang', party: 'third' }],
        },
      },
    };
    for (const name of ['IDE', 'lang']) expect(judgeOf(file).cookie(name)).toMatchObject({ granted: true });
  });
});

describe('the name of a stored thing', () => {
  const file: Config = {
    categories: {
      performance: { cookies: ['_ga'] },
      advertising: {
        vendors: [{ id: 'acme', hosts: ['acme.example'], cookies: ['_acme'], storage: ['acme-*'] }],
      },
    },
  };
  const judge = judgeOf(file);

  it('is a vendor’s by its storage and by its cookies; a cookie is by its cookies alone', () => {
    for (const name of ['acme-1', 'acme-', '_acme'])
      expect(judge.storage(name)).toMatchObject({ granted: false, vendor: 'acme', url: name });
    expect(judge.cookie('_acme')).toMatchObject({ granted: false, vendor: 'acme' });
    expect(judge.cookie('acme-1')).toMatchObject({ granted: true, vendor: null });
  });

  it('of a vendor that Heed knows and the file does not name is unlisted, and told by name', () => {
    for (const kind of ['cookie', 'storage'] as const) {
      expect(judge[kind]('li_fat_id')).toMatchObject({
        granted: false,
        reason: 'unlisted',
        vendor: 'linkedin',
      });
      expect(judgeOf({ ...file, unlisted: { allow: 'a test' } })[kind]('li_fat_id').granted).toBe(true);
      // What the file names is the file's.
      expect(judge[kind]('_ga')).toMatchObject({ reason: 'regime', vendor: null, category: 'performance' });
    }
  });

  it('that nobody has is the site’s own, whatever it looks like', () => {
    for (const name of ['_x', 'acm', 'user', '', '__proto__', 'constructor'])
      expect(judge.storage(name)).toMatchObject({ granted: true, vendor: null, path: '$.firstParty' });
  });
});

describe('a word', () => {
  it('is a category or a vendor of the file, and nothing else', () => {
    expect(strict.word('advertising')).toMatchObject({
      category: 'advertising',
      vendor: null,
      granted: false,
    });
    expect(strict.word('linkedin')).toMatchObject({ category: 'advertising', vendor: 'linkedin' });
    for (const word of ['facebook', 'advertizing', '', 'constructor', '__proto__', 'toString'])
      expect(strict.word(word)).toBeUndefined();
  });
});

describe('a broken file', () => {
  it('holds all but required and the own', () => {
    const policy = { ...policyOf({ ...SHOP, regime: 'opt-out', unlisted: { allow: 'x' } }), broken: true };
    const judge = createJudge(policy, decideFor(policy), registry, new URL(PAGE), () => PAGE, isOwn);
    expect(judge.url('https://px.ads.linkedin.com/')).toMatchObject({ granted: false, reason: 'error' });
    expect(judge.url('https://unknown.example/')).toMatchObject({
      granted: false,
      reason: 'error',
      path: '$',
    });
    expect(judge.url('/app.js')).toMatchObject({ granted: true });
    expect(judge.url('https://js.stripe.com/v3')).toMatchObject({ granted: true });
    expect(judge.cookie('_ga').granted).toBe(false);
  });
});

describe('whatever the address', () => {
  it('nothing throws, and no other host passes', () => {
    const scheme = fc.constantFrom(
      'https://',
      'http://',
      '//',
      'ws://',
      'https:/',
      '\\\\',
      'HTTPS:\\\\',
      ' https://',
    );
    const host = fc.constantFrom(
      'px.ads.linkedin.com',
      'PX.ADS.LINKEDIN.COM.',
      'u:p@ads.linkedin.com',
      'unknown.example',
    );
    const address = fc.tuple(scheme, host, fc.constantFrom('', ':443', ':8080'), fc.string());
    fc.assert(
      fc.property(address, ([start, name, port, rest]) => {
        const written = `${start}${name}${port}/${rest}`;
        let asked: URL | undefined;
        try {
          asked = new URL(written, PAGE);
        } catch (_) {
          // no address
        }
        const { granted } = strict.url(written);
        if (asked && !isOwn(asked.hostname)) expect(granted).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing throws: anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.option(fc.string()), (address, mark) => {
        const { granted, reason, url } = strict.url(address, mark);
        expect([typeof granted, typeof reason, typeof url]).toEqual(['boolean', 'string', 'string']);
        expect(strict.cookie(String(mark)).granted).toEqual(expect.any(Boolean));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an object without a prototype', Object.create(null)],
    ['an object that cannot be text', { toString: 1, valueOf: 1 }],
    [
      'an object that throws',
      {
        toString() {
          throw new Error('no');
        },
      },
    ],
  ])('nothing throws: %s', (_name, address) => {
    expect(() => strict.url(address)).not.toThrow();
  });
});
