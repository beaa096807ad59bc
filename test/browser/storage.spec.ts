import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';

const config = {
  categories: {
    advertising: {
      vendors: [
        { id: 'acme-ads', hosts: ['ads.acme.example'], cookies: ['_acme'], storage: ['acme-*'] },
        'linkedin',
      ],
    },
    performance: { vendors: [{ id: 'stats', hosts: ['stats.example'] }] },
  },
};

/** Writes a name in every way that a page has, and waits until each has come to an end. */
async function writeAll(name: string) {
  const told: Record<string, unknown> = {};
  localStorage.setItem(name, '1');
  sessionStorage.setItem(name, '1');
  told.database = await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      request.result.close();
      resolve('open');
    };
    request.addEventListener('error', () =>
      resolve([request.error?.name, request.readyState, request instanceof IDBOpenDBRequest]),
    );
  });
  told.cache = await caches.open(name).then(
    () => 'open',
    (error: Error) => error.name,
  );
  const root = await navigator.storage?.getDirectory();
  told.file = root
    ? await root.getFileHandle(name, { create: true }).then(
        () => 'made',
        (error: Error) => error.name,
      )
    : 'none';
  window.name = `${name}=1`;
  return told;
}

/** What the browser keeps under the name. */
async function kept(name: string) {
  const root = await navigator.storage?.getDirectory();
  const found = {
    local: localStorage.getItem(name) !== null,
    session: sessionStorage.getItem(name) !== null,
    database: (await indexedDB.databases()).some((one) => one.name === name),
    cache: await caches.has(name),
    file: !!(await root?.getFileHandle(name).catch(() => null)),
    window: window.name === `${name}=1`,
  };
  return Object.entries(found)
    .filter(([, there]) => there)
    .map(([where]) => where);
}

describeInEveryBrowser('what a script stores', (context) => {
  /** WebKitGTK 2.50 has no `navigator.storage`, and so no files. */
  const hasFiles = context.browser !== 'webkit';
  const EVERYWHERE = ['local', 'session', 'database', 'cache', ...(hasFiles ? ['file'] : []), 'window'];
  const HELD = {
    database: ['NotAllowedError', 'done', true],
    cache: 'NotAllowedError',
    file: hasFiles ? 'NotAllowedError' : 'none',
  };
  const MADE = { database: 'open', cache: 'open', file: hasFiles ? 'made' : 'none' };

  const open = (body = '') => {
    context.site.page('/', page({ config, body }));
    return context.open();
  };

  it('is held by the names of denied vendors, and kept after the grant; names of nobody are the site’s', async () => {
    const tab = await open();
    expect(await tab.evaluate(writeAll, 'acme-1')).toEqual(HELD);
    expect(await tab.evaluate(kept, 'acme-1')).toEqual([]);
    expect(
      await tab.heed((heed) => heed.held.map(({ kind, url, vendor }) => `${kind} ${url} ${vendor}`)),
    ).toEqual(EVERYWHERE.map(() => 'storage acme-1 acme-ads'));
    // A name of its cookies, and of a vendor that the file does not name.
    expect(await tab.evaluate(writeAll, '_acme')).toEqual(HELD);
    expect(await tab.evaluate(writeAll, '_ga')).toEqual(HELD);
    expect(await tab.evaluate(writeAll, '_cart')).toEqual(MADE);
    expect(await tab.evaluate(kept, '_cart')).toEqual(EVERYWHERE);

    await tab.heed((heed) => heed.choose('all'));
    expect(await tab.evaluate(kept, 'acme-1')).toEqual([]);
    expect(await tab.evaluate(writeAll, 'acme-1')).toEqual(MADE);
    expect(await tab.evaluate(kept, 'acme-1')).toEqual(EVERYWHERE);
    expect(tab.errors).toEqual([]);
  });

  it('is deleted on a denial where it is a denied vendor’s, and nothing else is', async () => {
    const tab = await open();
    await tab.heed((heed) => heed.choose('all'));
    await tab.evaluate(writeAll, 'acme-1');
    await tab.evaluate(writeAll, 'mine');
    await tab.heed((heed) => heed.choose({ 'acme-ads': false }));
    await tab.until(
      async () =>
        !(await caches.has('acme-1')) && !(await indexedDB.databases()).some(({ name }) => name === 'acme-1'),
    );
    expect(await tab.evaluate(kept, 'acme-1')).toEqual(EVERYWHERE.filter((where) => where === 'file'));
    expect(await tab.evaluate(kept, 'mine')).toEqual(EVERYWHERE);
  });

  it('holds writes as properties, and is the native storage in all else', async () => {
    const tab = await open();
    const seen = await tab.evaluate(() => {
      const storage = localStorage as Storage & Record<string, unknown>;
      storage['acme-a'] = '1';
      Object.defineProperty(storage, 'acme-b', { value: '1' });
      Storage.prototype.setItem.call(storage, 'acme-c', '1');
      Object.assign(storage, { 'acme-d': '1' });
      storage.mine = 1;
      Object.defineProperty(storage, 'other', {
        value: '2',
        configurable: true,
        enumerable: true,
        writable: true,
      });
      Storage.prototype.setItem.call(storage, 'third', '3');
      const event = new StorageEvent('storage', { key: 'mine', storageArea: storage });
      const before = [
        Object.keys(storage).sort(),
        storage.length,
        'mine' in storage,
        'acme-a' in storage,
        storage.getItem('mine'),
        storage.mine,
        JSON.stringify(storage.third),
        Storage.prototype.getItem.call(storage, 'other'),
        [0, 1, 2].map((n) => storage.key(n)).sort(),
        storage instanceof Storage,
        String(storage),
        storage === localStorage,
        storage.constructor === Storage,
        storage.setItem === Storage.prototype.setItem,
        event.storageArea === storage,
      ];
      const missing = () => {
        try {
          (storage.setItem as unknown as (key: string) => void)('acme-a');
        } catch (error) {
          return (error as Error).name;
        }
        return 'nothing';
      };
      const error = missing();
      delete storage.mine;
      storage.removeItem('other');
      const left = storage.length;
      storage.clear();
      return [...before, error, left, storage.length];
    });
    expect(seen).toEqual([
      ...[['mine', 'other', 'third'], 3, true, false, '1', '1', '"3"', '2', ['mine', 'other', 'third'], true],
      ...['[object Storage]', true, true, true, true, 'TypeError', 1, 0],
    ]);
  });

  it('gives the native storage back, and lets what was taken before work on', async () => {
    const tab = await open();
    const seen = await tab.evaluate(() => {
      const before = localStorage as Storage & Record<string, unknown>;
      const { heed } = window as unknown as { heed: { destroy(): void } };
      heed.destroy();
      before.setItem('acme-1', '1');
      before['acme-2'] = '2';
      return [
        before.getItem('acme-1'),
        before.length,
        localStorage.getItem('acme-2'),
        localStorage === before,
      ];
    });
    expect(seen).toEqual(['1', 2, '2', false]);
  });

  it('holds it in frames too, and through their functions', async () => {
    const tab = await open('<iframe srcdoc="<p>a"></iframe>');
    const seen = await tab.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      for (const realm of [frame.contentWindow, frames[0]] as (Window & typeof globalThis)[]) {
        realm.localStorage.setItem('acme-1', '1');
        (realm.localStorage as unknown as Record<string, string>)['acme-2'] = '1';
        realm.Storage.prototype.setItem.call(localStorage, 'acme-3', '1');
        realm.Storage.prototype.setItem.call(localStorage, 'mine', '1');
        realm.document.cookie = '_acme=1; path=/';
      }
      return [Object.keys(localStorage), document.cookie];
    });
    expect(seen).toEqual([['mine'], '']);
  });

  it('is held by its writer, whatever its name, once a vendor has run: at once after a denial', async () => {
    const { site } = context;
    const code = (id: string) => `window.${id} = (name) => {
      localStorage.setItem(name, '1');
      sessionStorage[name] = '1';
      document.cookie = name + '=1; path=/';
    };
    ${id}('${id}_start');`;
    site.serve('ads.acme.example', { body: code('acme'), type: 'text/javascript' });
    site.serve('stats.example', { body: code('stats'), type: 'text/javascript' });
    site.serve('/own.js', { body: code('own'), type: 'text/javascript' });
    const tags = [ADS + 'tag.js', 'https://stats.example/tag.js', '/own.js'];
    const tab = await open(
      `<script>for (const src of ${JSON.stringify(tags)}) document.head.append(Object.assign(document.createElement('script'), { src }));</script>`,
    );
    await tab.heed((heed) => heed.choose('all'));
    await tab.until(() => ['acme', 'stats', 'own'].every((id) => id in window));
    await tab.heed((heed) => heed.choose({ 'acme-ads': false, stats: true }));
    const seen = await tab.evaluate(() => {
      for (const id of ['acme', 'stats', 'own'])
        (window as unknown as Record<string, (name: string) => void>)[id]!(id + '_late');
      return [
        Object.keys(localStorage).sort(),
        Object.keys(sessionStorage).sort(),
        document.cookie.split('; ').sort(),
      ];
    });
    const all = ['acme_start', 'own_late', 'own_start', 'stats_late', 'stats_start'];
    expect(seen[0]).toEqual(all);
    expect(seen[1]).toEqual(all);
    expect(seen[2]!.filter((pair) => !/^heed=/.test(pair))).toEqual(all.map((name) => `${name}=1`));
    const held = await tab.heed((heed) =>
      heed.held.map(({ kind, url, vendor }) => `${kind} ${url} ${vendor}`),
    );
    expect(held).toEqual([
      'storage acme_late acme-ads',
      'storage acme_late acme-ads',
      'cookie acme_late acme-ads',
    ]);
  });

  it('deletes a denied vendor’s cookie that a response has set, at once', async () => {
    const { site } = context;
    site.serve('/login', { body: '', headers: { 'set-cookie': '_acme=1; Path=/' } });
    const tab = await open();
    await tab.evaluate(() => fetch('/login'));
    await tab.until(() => document.cookie === '');
  });
});
