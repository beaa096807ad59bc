import { expect, it } from 'vitest';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { ADS, page } from './support/pages.ts';

const JS = 'text/javascript';

/** Answers each message, an address and a way, with what came of it. Runs in a worker. */
const ASK = `
const ways = {
  fetch: (url) => fetch(url).then((answer) => answer.status),
  request: (url) => fetch(new Request(url)).then((answer) => answer.status),
  xhr: (url) => new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.onload = xhr.onerror = (event) => resolve(event.type + ' ' + xhr.status);
    xhr.open('GET', url);
    xhr.send();
  }),
  socket: (url) => new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onerror = (event) => resolve(event.type + ' ' + (socket instanceof WebSocket));
  }),
  events: (url) => new Promise((resolve) => {
    const source = new EventSource(url);
    source.onerror = (event) => { source.close(); resolve(event.type); };
  }),
  scripts: (url) => {
    try { importScripts(url); return 'ran'; } catch (error) { return error.name; }
  },
  nested: (url) => new Promise((resolve) => {
    const worker = new Worker(url);
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = () => resolve('error');
    worker.postMessage(['fetch', 'https://ads.acme.example/nested']);
  }),
  where: () => location.href + ' ' + self.name,
  keep: (name) => new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => { request.result.close(); resolve('open'); };
    request.onerror = () => resolve('error');
  }),
};
self.onmessage = async (event) => postMessage(await ways[event.data[0]](event.data[1]));
`;

describeInEveryBrowser('workers', (context) => {
  /** A page with a worker `window.worker`, made by this code, and `ask()`, which sends it a message and gives its answer. */
  async function open(make: string, options: Parameters<typeof page>[0] = {}, headers = {}) {
    const { site } = context;
    site.serve('/work/worker.js', { body: ASK, type: JS });
    site.serve('/work/module.js', {
      body: `import { two } from './part.js';\n${ASK}\nself.two = two;`,
      type: JS,
    });
    site.serve('/work/part.js', { body: 'export const two = 2;', type: JS });
    site.serve('/work/plain.js', { body: 'self.loaded = 1;', type: JS });
    site.serve('/work/data.json*', { body: '{}', type: 'application/json' });
    const script = `<script>
      const code = ${JSON.stringify(ASK)};
      const blob = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
      const make = () => ${make};
      window.worker = make();
      window.ask = (way, address) => new Promise((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => resolve('failed ' + event.type);
        worker.postMessage([way, address]);
      });
      const more = [];
      window.askNested = (address) => Promise.race(Array.from({ length: 6 }, () => new Promise((resolve) => {
        const one = make();
        more.push(one);
        one.onmessage = (event) => resolve(event.data);
        one.postMessage(['nested', address]);
      })));
    </script>`;
    site.page('/', page({ ...options, body: script }), { headers });
    const tab = await context.open();
    const ask = (way: string, address = '') =>
      tab.evaluate(
        (...given) =>
          (window as unknown as { ask(way: string, address: string): Promise<unknown> }).ask(...given),
        way,
        address,
      );
    /**
     * The first answer of several workers, each of which starts one of its own: Firefox ESR 153 loses one in some thirty
     * of those, also on a page without Heed.
     */
    const askNested = (address: string) =>
      tab.evaluate(
        (given) => (window as unknown as { askNested(address: string): Promise<unknown> }).askNested(given),
        address,
      );
    return { tab, ask, askNested, site };
  }

  for (const [name, make] of [
    ['of a blob', 'new Worker(blob(code))'],
    [
      'of a blob whose address is gone at once',
      '(() => { const u = blob(code), w = new Worker(u); URL.revokeObjectURL(u); return w; })()',
    ],
    ['of a data: address', "new Worker('data:text/javascript,' + encodeURIComponent(code))"],
    ['of the site', "new Worker('/work/worker.js')"],
    ['that is a module of a blob', "new Worker(blob(code), { type: 'module' })"],
    ['that is a module of the site', "new Worker('/work/module.js', { type: 'module' })"],
    [
      'of a frame',
      "(() => { const f = document.body.appendChild(document.createElement('iframe')); return new f.contentWindow.Worker(blob(code)); })()",
    ],
  ] as const) {
    it(`${name}: asks nobody that is denied, asks after the grant, and stops after a denial`, async () => {
      const { tab, ask, site } = await open(make);
      expect(await ask('fetch', ADS + 'fetch')).toBe(451);
      expect(await ask('xhr', ADS + 'xhr')).toBe('error 0');
      expect(await ask('socket', 'wss://ads.acme.example/ws')).toBe('error true');
      expect(await ask('events', ADS + 'events')).toBe('error');
      if (!name.includes('module')) expect(await ask('scripts', ADS + 'a.js')).toBe('NetworkError');
      expect(await ask('fetch', `${site.origin}/work/data.json`)).toBe(200);
      await tab.idle();
      expect(site.thirdParty()).toEqual([]);

      await tab.heed((heed) => heed.choose('all'));
      expect(await ask('fetch', ADS + 'late')).toBe(200);
      expect(site.thirdParty()).toEqual([ADS + 'late']);

      await tab.heed((heed) => heed.withdraw());
      expect(await ask('fetch', ADS + 'never')).toBe(451);
      expect(site.thirdParty()).toEqual([ADS + 'late']);
      expect(tab.heedLines).toEqual([]);
    });
  }

  it.each([
    ['a blob', 'new Worker(blob(code))'],
    ['the site', "new Worker('/work/worker.js')"],
  ])('of %s: those that it starts of a blob ask nobody that is denied either', async (_whose, make) => {
    const { askNested, site, tab } = await open(make);
    // Names of a script of the page, which are no properties of its window.
    // biome-ignore lint/security/noGlobalEval: nothing else reaches them
    const address = await tab.evaluate(() => globalThis.eval('blob(code)') as string);
    expect(await askNested(address)).toBe(451);
    expect(site.thirdParty()).toEqual([]);
  });

  it('lets a worker of the site work as before: address, name, relative addresses, workers of its own', async () => {
    const { ask, askNested, site, tab } = await open("new Worker('/work/worker.js', { name: 'mine' })");
    expect(await ask('where')).toBe(`${site.origin}/work/worker.js mine`);
    expect(await ask('fetch', 'data.json')).toBe(200);
    expect(await ask('request', './data.json?request')).toBe(200);
    expect(await ask('xhr', '../work/data.json?xhr')).toBe('load 200');
    expect(await ask('scripts', 'plain.js')).toBe('ran');
    expect(await askNested('worker.js')).toBe(451);
    const paths = site.received('/work/*').map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/work/data.json',
        '/work/data.json?request',
        '/work/data.json?xhr',
        '/work/plain.js',
      ]),
    );
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    await tab.heed((heed) => heed.choose('all'));
    expect(await askNested('worker.js')).toBe(200);
  });

  it('passes messages, what is handed over, and errors, and ends when it is told to', async () => {
    const { site } = context;
    site.serve('/echo.js', {
      body: 'onmessage = ({ data }) => { if (data === "throw") throw new Error("mine"); postMessage(data, [data]); };',
      type: JS,
    });
    site.serve('/broken.js', { body: 'throw new Error("at once")', type: JS });
    const { tab } = await open('null');
    const seen = await tab.evaluate(async () => {
      const next = (worker: Worker) =>
        new Promise<Event>((resolve) => {
          const done = (event: Event) => {
            event.preventDefault();
            resolve(event);
          };
          worker.onmessage = done;
          worker.onerror = done;
        });
      const worker = new Worker('/echo.js');
      const bytes = new Uint8Array([1, 2, 3]).buffer;
      worker.postMessage(bytes, [bytes]);
      const back = ((await next(worker)) as MessageEvent<ArrayBuffer>).data;
      worker.postMessage('throw');
      const { message } = (await next(worker)) as ErrorEvent;
      worker.terminate();
      const broken = (await next(new Worker('/broken.js'))) as ErrorEvent;
      return [bytes.byteLength, back.byteLength, message, broken.message];
    });
    expect(seen).toEqual([0, 3, expect.stringContaining('mine'), expect.stringContaining('at once')]);
    expect(tab.heedLines).toEqual([]);
  });

  it('refuses a worker whose address is denied, and code that imports what is denied, by their error event', async () => {
    const { tab, site } = await open('null');
    const make = () =>
      Promise.all(
        [
          () => new Worker('https://ads.acme.example/worker.js'),
          () =>
            new Worker(
              URL.createObjectURL(
                new Blob(['import "https://ads.acme.example/part.js"; postMessage(1)'], {
                  type: 'text/javascript',
                }),
              ),
              { type: 'module' },
            ),
          () =>
            new Worker(
              URL.createObjectURL(
                new Blob(['import("https://ads.acme.example/part.js").catch(() => {}); postMessage(1)'], {
                  type: 'text/javascript',
                }),
              ),
            ),
        ].map((create) => {
          const worker = create();
          worker.postMessage('taken');
          return new Promise((resolve) => {
            worker.addEventListener('error', ({ type }) => resolve([type, worker instanceof Worker]));
            worker.addEventListener('message', ({ data }) => resolve(data));
          });
        }),
      );
    expect(await tab.evaluate(make)).toEqual([
      ['error', true],
      ['error', true],
      ['error', true],
    ]);
    await tab.idle();
    expect(site.thirdParty()).toEqual([]);
    expect(await tab.heed((heed) => heed.held.map(({ kind }) => kind))).toEqual(Array(3).fill('worker'));
  });

  it('leaves a worker of the site alone where the policy of the page forbids blob: workers, and says so once', async () => {
    const policy = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";
    const { tab, ask, site } = await open(
      "new Worker('/work/worker.js')",
      {},
      { 'content-security-policy': policy },
    );
    expect(await ask('where')).toBe(`${site.origin}/work/worker.js `);
    expect(
      await tab.evaluate(() => {
        const again = new Worker('/work/worker.js');
        again.postMessage(['where']);
        return new Promise((resolve) => {
          again.onmessage = ({ data }) => resolve(data);
        });
      }),
    ).toBe(`${site.origin}/work/worker.js `);
    expect(tab.heedLines.map(({ text }) => text)).toEqual([
      expect.stringContaining('worker.js is not gated'),
    ]);
  });

  it.each(['heed page', 'page'])(
    'keeps a worker of the site alive under Trusted Types that allow: %s',
    async (names) => {
      const policy = `require-trusted-types-for 'script'; trusted-types ${names}`;
      const make = `(() => {
      const types = window.trustedTypes && trustedTypes.createPolicy('page', { createScriptURL: (url) => url });
      return new Worker(types ? types.createScriptURL('/work/worker.js') : '/work/worker.js');
    })()`;
      const { ask, site } = await open(make, {}, { 'content-security-policy': policy });
      expect(await ask('where')).toBe(`${site.origin}/work/worker.js `);
    },
  );

  it('does not part a worker that tabs share', async () => {
    const { site } = context;
    site.serve('/shared.js', {
      body: 'let n = 0; onconnect = ({ ports }) => ports[0].postMessage(++n);',
      type: JS,
    });
    const first = (await open('null')).tab;
    const second = await context.open();
    const connect = () =>
      new Promise((resolve) => {
        const worker = new SharedWorker('/shared.js');
        Object.assign(window, { shared: worker });
        worker.port.onmessage = ({ data }) => resolve(data);
      });
    expect([await first.evaluate(connect), await second.evaluate(connect)]).toEqual([1, 2]);
  });

  it('holds what a shared worker of a blob asks for', async () => {
    const { tab, site } = await open('null');
    const status = await tab.evaluate(() => {
      const code =
        'onconnect = async ({ ports }) => ports[0].postMessage((await fetch("https://ads.acme.example/shared")).status)';
      const worker = new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return new Promise((resolve) => {
        worker.port.onmessage = ({ data }) => resolve(data);
      });
    });
    expect(status).toBe(451);
    expect(site.thirdParty()).toEqual([]);
  });

  it('looks like the native: instanceof, subclasses, wrong arguments, strict code', async () => {
    const { tab } = await open('null');
    const seen = await tab.evaluate(async () => {
      const thrown = (call: () => unknown) => {
        try {
          call();
          return 'nothing';
        } catch (error) {
          return (error as Error).name;
        }
      };
      class Mine extends Worker {
        mine() {
          return true;
        }
      }
      const code = '"use strict"; postMessage((function () { return this === undefined; })())';
      const worker = new Mine(URL.createObjectURL(new Blob([code])));
      const strict = await new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
      return [
        worker instanceof Worker && worker.mine() && worker.constructor === Mine,
        [Worker.name, Worker.length, Worker.prototype.constructor === Worker],
        thrown(() => Reflect.construct(Worker, [])),
        thrown(() => (Worker as unknown as () => void)()),
        thrown(() => new Worker('http://[')),
        strict,
      ];
    });
    expect(seen).toEqual([true, ['Worker', 1, true], 'TypeError', 'TypeError', 'SyntaxError', true]);
  });

  it('holds the databases of denied vendors in a worker', async () => {
    const config = {
      categories: {
        advertising: { vendors: [{ id: 'acme-ads', hosts: ['ads.acme.example'], storage: ['acme-*'] }] },
      },
    };
    const { tab, ask } = await open('new Worker(blob(code))', { config });
    expect([await ask('keep', 'acme-db'), await ask('keep', 'mine')]).toEqual(['error', 'open']);
    await tab.heed((heed) => heed.choose('all'));
    expect(await ask('keep', 'acme-db')).toBe('open');
  });

  it('rejects a worklet whose address is denied', async () => {
    const { tab, site } = await open('null');
    const add = () =>
      new OfflineAudioContext(1, 1, 44100).audioWorklet
        .addModule('https://ads.acme.example/worklet.js')
        .then(() => 'added')
        .catch((error: Error) => error.name);
    expect(await tab.evaluate(add)).toBe('AbortError');
    expect(site.thirdParty()).toEqual([]);
    site.serve('ads.acme.example', { body: '', type: JS });
    await tab.heed((heed) => heed.choose('all'));
    expect(await tab.evaluate(add)).toBe('added');
  });
});
