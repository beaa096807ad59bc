// biome-ignore-all lint/suspicious/noExplicitAny: a stored value is whatever the page says
import type { Scope } from './room.ts';

/**
 * What a script stores besides cookies, by name and by writer. A held write does nothing; reading and removing pass.
 *
 * Goes to workers as text.
 *
 * @returns its undo
 */
export function patchStorage({ win, patch, construct, held, url, stops, refuse }: Scope): () => void {
  /** Asks a stand-in for the browser's own object, in every window alike. */
  const REAL = Symbol.for('heed');
  const real = (storage: any) => (storage && storage[REAL]) || storage;
  let live = true;
  const keeps = (key: unknown) => live && typeof key === 'string' && held('storage', key);

  // `localStorage.key = 1` calls no function that could be patched: the page gets a stand-in, the same one each time.
  const proxies = new WeakMap<object, object>();
  function standIn(storage: any): any {
    if (!storage) return storage;
    let proxy: any = proxies.get(storage);
    if (!proxy) {
      proxy = new Proxy(storage, {
        get(_, key) {
          if (key === REAL) return storage;
          const value = storage[key];
          // Without the patches the browser's methods do not take a stand-in.
          return !live && typeof value === 'function' ? value.bind(storage) : value;
        },
        set: (_, key, value) => keeps(key) || Reflect.set(storage, key, value),
        defineProperty: (_, key, how) => keeps(key) || Reflect.defineProperty(storage, key, how),
      });
      proxies.set(storage, proxy);
    }
    return proxy;
  }
  patch(win, 'localStorage sessionStorage', (native, self) => standIn(native.call(self)));
  patch('StorageEvent', 'storageArea', (native, self) => standIn(native.call(self)));
  construct('StorageEvent', (args): undefined => {
    if (args[1] && args[1].storageArea) args[1] = { ...args[1], storageArea: real(args[1].storageArea) };
  });
  patch('StorageEvent', 'initStorageEvent', (native, self, args) => native.apply(self, args.map(real)));
  patch('Storage', 'getItem removeItem clear key length', (native, self, args) =>
    native.apply(real(self), args),
  );
  patch(
    'Storage',
    'setItem',
    (native, self, args) => {
      if (args.length < 2 || !keeps(String(args[0]))) native.apply(real(self), args);
    },
    2,
  );
  patch(win, 'name', (native, self, args) => {
    if (!keeps(String(args[0]).split('=')[0])) native.apply(self, args);
  });

  const failure = () => new win.DOMException('held', 'NotAllowedError');
  const request = (type: any) =>
    refuse(type.prototype, { readyState: 'done', error: failure(), result: undefined });
  patch(
    'IDBFactory',
    'open',
    (native, self, args) => {
      if (keeps(String(args[0]))) return request(win.IDBOpenDBRequest);
      const opening = native.apply(self, args);
      // A database goes once nobody has it open.
      opening.addEventListener('success', () => {
        const base = opening.result;
        base.addEventListener('versionchange', () => keeps(base.name) && base.close());
      });
      return opening;
    },
    1,
  );
  patch('IDBObjectStore', 'add put', (native, self, args) =>
    keeps(self.transaction.db.name) ? request(win.IDBRequest) : native.apply(self, args),
  );
  patch('CacheStorage', 'open', (native, self, args) =>
    keeps(String(args[0])) ? win.Promise.reject(failure()) : native.apply(self, args),
  );
  patch('Cache', 'put', (native, self, args) =>
    stops('storage', url(args[0])) ? win.Promise.resolve() : native.apply(self, args),
  );
  patch('FileSystemDirectoryHandle', 'getFileHandle getDirectoryHandle', (native, self, args) =>
    args[1] && args[1].create && keeps(args[0]) ? win.Promise.reject(failure()) : native.apply(self, args),
  );
  return () => {
    live = false;
  };
}
