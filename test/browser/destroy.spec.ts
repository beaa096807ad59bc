import { expect, it } from 'vitest';
import type { Consent } from '../../src/types.ts';
import { describeInEveryBrowser } from './support/each-browser.ts';
import { page } from './support/pages.ts';

type Taken = Record<string, unknown>;
interface Page {
  heed: Consent;
  /** Every property that is found on the interfaces of the window, on it and on the objects in it. */
  take(): Taken;
  before: Taken;
}

/** Runs before Heed: tells every function and descriptor that a script can get hold of. */
const SNAPSHOT = `<script>
  window.take = () => {
    const found = {};
    const look = (owner, name) => {
      for (const key of Reflect.ownKeys(owner)) {
        const label = name + '.' + String(key);
        const own = Object.getOwnPropertyDescriptor(owner, key);
        // Of the test, of Heed's own files, and a vendor's stub that a grant has made: no natives.
        if (/^window\\.(before|take|heed|__|Symbol\\(heed|dataLayer|gtag)/.test(label)) continue;
        for (const part of ['get', 'set', 'enumerable', 'configurable', 'writable']) found[label + ' ' + part] = own[part];
        if (typeof own.value === 'function') found[label] = own.value;
      }
    };
    look(window, 'window');
    look(Window.prototype, 'Window.prototype');
    look(document, 'document');
    look(navigator, 'navigator');
    look(Object.getPrototypeOf(document.body.style), 'style');
    for (const name of Object.getOwnPropertyNames(window)) {
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== 'function' || !/^[A-Z]/.test(name)) continue;
      look(value, name);
      if (value.prototype) look(value.prototype, name + '.prototype');
    }
    return found;
  };
</script>`;
const TAKE = '<body><script>window.before = window.take()</script><script src="/heed.js"></script>';

const changes = () => {
  const { take, before } = window as unknown as Page;
  const now = take();
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (key) => before[key] !== now[key],
  );
};
const destroy = () => (window as unknown as Page).heed.destroy();

describeInEveryBrowser('destroy()', (context) => {
  const open = (body = '') => {
    context.site.page('/', page({ tag: SNAPSHOT, body: TAKE + body }));
    return context.open();
  };

  it('gives every native back, with its descriptor; twice is as good as once', async () => {
    const tab = await open();
    expect((await tab.evaluate(changes)).length).toBeGreaterThan(100);
    await tab.heed((heed) => heed.choose('all'));
    await tab.heed((heed) => heed.choose('required'));
    await tab.evaluate(destroy);
    expect(await tab.evaluate(changes)).toEqual([]);
    await tab.evaluate(destroy);
    expect(await tab.evaluate(changes)).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it('leaves what others have put on top of it, which goes on', async () => {
    const tab = await open();
    const seen = await tab.evaluate(async () => {
      const calls: string[] = [];
      const { fetch } = window;
      const theirs: typeof fetch = (...args) => {
        calls.push('fetch');
        return fetch(...args);
      };
      window.fetch = theirs;
      const { appendChild } = Node.prototype;
      Node.prototype.appendChild = function (node) {
        calls.push('appendChild');
        return appendChild.call(this, node) as typeof node;
      };
      const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!;
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...src,
        set(value) {
          calls.push('src');
          src.set!.call(this, value);
        },
      });
      const Native = window.WebSocket;
      class Theirs extends Native {}
      window.WebSocket = Theirs;
      (window as unknown as Page).heed.destroy();
      const { status } = await window.fetch('/heed.js');
      document.body.appendChild(new Image()).src = 'https://ads.acme.example/pixel.gif';
      const socket = new WebSocket('wss://ads.acme.example/socket');
      return [
        calls,
        status,
        window.fetch === theirs,
        window.WebSocket === Theirs,
        socket instanceof Theirs,
        socket.readyState,
      ];
    });
    expect(seen).toEqual([['fetch', 'appendChild', 'src'], 200, true, true, true, 0]);
    await context.site.waitForRequest('ads.acme.example/pixel.gif');
  });

  it('throws nothing where the page has taken away what it was to give back', async () => {
    const tab = await open();
    const said = await tab.evaluate(() => {
      Reflect.deleteProperty(window, 'fetch');
      Reflect.deleteProperty(Node.prototype, 'appendChild');
      Reflect.deleteProperty(window, 'WebSocket');
      Object.defineProperty(XMLHttpRequest.prototype, 'open', { value: () => {}, configurable: false });
      const frozen = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;
      Object.defineProperty(Element.prototype, 'innerHTML', { ...frozen, configurable: false });
      try {
        (window as unknown as Page).heed.destroy();
        return 'fetch' in window ? 'back' : 'gone';
      } catch (error) {
        return String(error);
      }
    });
    expect(said).toBe('gone');
    expect(tab.errors).toEqual([]);
  });

  it('frees nothing: what is held stays held, and what comes after is the page’s own', async () => {
    const held = `<script type="text/plain" data-heed="advertising" src="https://ads.acme.example/marked.js"></script>
      <script>
        new Image().src = 'https://ads.acme.example/held.gif';
        navigator.sendBeacon('https://ads.acme.example/held');
        document.body.insertAdjacentHTML('beforeend', '<iframe src="https://ads.acme.example/held.html"></iframe>');
      </script>`;
    const tab = await open(held);
    await tab.evaluate(destroy);
    await tab.idle();
    expect(context.site.thirdParty()).toEqual([]);
    await tab.evaluate(() => {
      new Image().src = 'https://ads.acme.example/after.gif';
    });
    await context.site.waitForRequest('ads.acme.example/after.gif');
    await tab.idle();
    expect(context.site.thirdParty()).toEqual(['https://ads.acme.example/after.gif']);
  });

  it('gives a frame its own functions back too', async () => {
    const tab = await open('<iframe srcdoc="<p>a"></iframe>');
    const names = await tab.evaluate(() => {
      const realm = (document.querySelector('iframe') as HTMLIFrameElement).contentWindow as Window &
        typeof globalThis;
      const isNative = (value: unknown) => /\[native code\]/.test(Function.prototype.toString.call(value));
      const look = () => [isNative(realm.fetch), isNative(realm.Node.prototype.appendChild)];
      const before = look();
      (window as unknown as Page).heed.destroy();
      return [before, look()];
    });
    expect(names).toEqual([
      [false, false],
      [true, true],
    ]);
  });
});
