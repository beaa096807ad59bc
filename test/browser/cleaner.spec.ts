// biome-ignore-all lint/suspicious/noDocumentCookie: what this is about
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Config } from '../../src/types.ts';
import { DIST } from './support/dist.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

const config: Config = {
  categories: {
    required: {
      vendors: [{ id: 'pay', hosts: ['pay.example'], cookies: ['_pay*'] }],
      cookies: ['session_id'],
    },
    advertising: {
      vendors: [
        {
          id: 'acme-ads',
          hosts: ['ads.acme.example'],
          cookies: ['_acme*', '__Secure-acme*', '__Host-acme*'],
          storage: ['acme-*'],
        },
      ],
    },
  },
};

const CHIPS = 'secure; samesite=none; partitioned';
/** What a page may have written in every corner. */
const THEIRS = [
  '_acme_folder=1',
  '_acme_site=1; path=/',
  '_acme_above=1; path=/; domain=shop.example',
  '_acme_host=1; path=/; domain=www.shop.example',
  '_acme_path=1; path=/sale',
  '_acme_slash=1; path=/sale/',
  '_acme_page=1; path=/sale/red;shoes/page',
  '_acme_strict=1; path=/; samesite=strict; secure',
  `_acme_chips=1; path=/; ${CHIPS}`,
  `_acme_chips_above=1; path=/sale; domain=shop.example; ${CHIPS}`,
  '__Secure-acme=1; path=/; domain=shop.example; secure',
  '__Host-acme=1; path=/; secure',
  `__Host-acme_chips=1; path=/; ${CHIPS}`,
  '_acme%20a b!#$&\'*+-.^`|~:@(){}[]<>?/"=1; path=/',
  ...['', '; domain=shop.example'].flatMap((on) => [`_acme=1; path=/${on}`, `_acme=1; path=/sale${on}`]),
];
const OTHERS = [
  '_pay=1; path=/',
  'session_id=1; path=/; domain=shop.example',
  'mine=1; path=/sale',
  '_acm=1',
];

const write = (list: string[]) =>
  list.forEach((one) => {
    document.cookie = one;
  });
const names = () => document.cookie.split('; ').map((pair) => pair.split('=')[0]!);

describeInEveryBrowser('the cookies of a denied vendor', (context) => {
  const PLACE = '/sale/red;shoes/page';
  const open = (path = PLACE) => {
    context.site.page(path, page({ config }));
    return context.open(path);
  };

  it('go from host, domains above, folders and the jar of partitioned cookies; others stay', async () => {
    const tab = await open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(write, [...THEIRS, ...OTHERS]);
    const before = await tab.evaluate(names);
    expect(before.filter((name) => /_?acme/.test(name)).length).toBeGreaterThanOrEqual(THEIRS.length - 1);
    await tab.heed((heed) => heed.choose('required'));
    expect((await tab.evaluate(names)).sort()).toEqual(['_acm', '_pay', 'heed', 'mine', 'session_id']);
  });

  it('go on localhost without https too, where browsers keep what is secure all the same', async () => {
    const file = (name: string) => fs.readFileSync(path.join(DIST, name));
    context.site.serve('http://localhost/heed.js', { body: file('heed.js'), type: 'text/javascript' });
    context.site.serve('http://localhost/', { body: page({ config }), type: 'text/html' });
    const tab = await context.tab();
    await tab.goto('http://localhost/');
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(write, [...THEIRS, 'mine=1']);
    await tab.heed((heed) => heed.choose('required'));
    expect((await tab.evaluate(names)).sort()).toEqual(['heed', 'mine']);
  });

  it('do not come back by what looks like a removal and is none, in any browser', async () => {
    const tab = await open('/');
    const kept = await tab.evaluate(() => {
      const hours = { past: 'Thu, 01 Jan 1970 00:00:00 GMT', coming: 'Fri, 01 Jan 2100 00:00:00 GMT' };
      const lives = [
        ...[
          'expires=0',
          'expires=-1',
          'expires=1999',
          'expires=1970-01-01T00:00:00.000Z',
          'expires=2000 Jan 1',
        ],
        ...['max-age=0; max-age=100', 'max-age=0.5', 'max-age=0x0', 'max-age='],
        ...[`expires=${hours.past}; max-age=100`, `expires=${hours.past}; expires=${hours.coming}`],
      ];
      return lives.filter((life) => {
        document.cookie = `_acme=1; path=/; ${life}`;
        return document.cookie.includes('_acme');
      });
    });
    expect(kept).toEqual([]);
    // A page's own clean-up still works, while nothing is held that only Heed would delete.
    const held = await tab.evaluate(() => {
      for (const life of [
        'max-age=0',
        `expires=${new Date(0).toUTCString()}`,
        'expires=Thu, 01-Jan-70 00:00:01 GMT',
      ])
        document.cookie = `_acme=; path=/; ${life}`;
      return (window as unknown as { heed: { held: unknown[] } }).heed.held.length;
    });
    expect(held).toBe(11);
  });
});

describeInEveryBrowser('a database of a denied vendor', (context) => {
  it('goes at once, though the vendor has it open and does not close it; others stay', async () => {
    context.site.page('/', page({ config }));
    const tab = await context.open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(async () => {
      const bases: Record<string, IDBDatabase> = {};
      for (const name of ['acme-1', 'mine'])
        bases[name] = await new Promise((resolve) => {
          const opening = indexedDB.open(name);
          opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
          opening.onsuccess = () => resolve(opening.result);
        });
      Object.assign(window, { bases });
    });
    await tab.heed((heed) => heed.choose('required'));
    await tab.until(async () => (await indexedDB.databases()).length === 1);
    const left = await tab.evaluate(() => {
      const { bases } = window as unknown as { bases: Record<string, IDBDatabase> };
      return ['acme-1', 'mine'].map((name) => {
        try {
          return bases[name]!.transaction('all', 'readwrite').mode;
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(left).toEqual(['InvalidStateError', 'readwrite']);
    expect(tab.errors).toEqual([]);
  });
});
