// biome-ignore-all lint/suspicious/noExplicitAny: a patch works on whatever function the platform has there
// biome-ignore-all lint/complexity/noBannedTypes: natives of every signature

/** A replacement: gets the native and its call, and answers in its place. For a setter, `args` is the new value. */
export type Handler = (native: Function, self: any, args: any[]) => unknown;

export interface Patcher {
  /**
   * Puts `handler` in front of methods and setters.
   *
   * @param owner the object that has them, or the name of an interface, whose prototype it is then
   * @param keys space-separated; what the browser lacks is passed over
   */
  patch(owner: object | string, keys: string, handler: Handler): void;
  /**
   * Takes every patch away. A method is the native again; one that others have patched since stays as a link in
   * their chain, and passes through.
   */
  undo(): void;
}

export function createPatcher(win: Window): Patcher {
  const undo: (() => void)[] = [];

  function patchOne(owner: any, key: string, handler: Handler): void {
    const old = Object.getOwnPropertyDescriptor(owner, key) as any;
    const part = old && old.configurable && (old.set ? 'set' : typeof old.value === 'function' && 'value');
    if (!part) return;
    const native = old[part];
    let live = true;
    // A method of an object literal is, like a native method, no constructor. Name and length are those of the
    // native, as code that looks at them expects.
    const fake = {
      m(this: unknown, ...args: unknown[]) {
        return live ? handler(native, this, args) : native.apply(this, args);
      },
    }.m;
    for (const trait of ['name', 'length'])
      Object.defineProperty(fake, trait, { value: native[trait], configurable: true });
    Object.defineProperty(owner, key, { ...old, [part]: fake });
    undo.push(() => {
      live = false;
      if ((Object.getOwnPropertyDescriptor(owner, key) as any)[part] === fake)
        Object.defineProperty(owner, key, old);
    });
  }

  return {
    patch(owner, keys, handler) {
      const interfaces = win as any;
      const on = typeof owner === 'string' ? interfaces[owner] && interfaces[owner].prototype : owner;
      if (on) for (const key of keys.split(' ')) patchOne(on, key, handler);
    },
    undo() {
      for (const back of undo.reverse()) back();
    },
  };
}
