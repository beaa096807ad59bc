// biome-ignore-all lint/suspicious/noExplicitAny: a patch works on whatever function the platform has there
// biome-ignore-all lint/complexity/noBannedTypes: natives of every signature

/** A replacement: gets the native and its call, and answers in its place. For a setter, `args` is the new value. */
export type Handler = (native: Function, self: any, args: any[]) => unknown;

export interface Patcher {
  /**
   * Puts `handler` in front of methods and setters, and of getters where nothing can be set.
   *
   * @param owner the object that has them, or the name of an interface, whose prototype it is then
   * @param keys space-separated; what the browser lacks is passed over
   * @param texts how many of the first arguments are text, as a setter's value is by default: an object is read once, so
   *   that what is judged is what the native gets
   */
  patch(owner: object | string, keys: string, handler: Handler, texts?: number): void;
  /**
   * Puts `handler` in front of constructors of the window: what it returns is the new object, and nothing leaves that
   * to the native, as `create` does.
   */
  construct(
    keys: string,
    handler: (args: any[], native: any, create: (list?: any[]) => any) => object | undefined,
  ): void;
  /**
   * Takes every patch away. A method is the native again; one that others have patched since stays as a link in
   * their chain, and passes through.
   */
  undo(): void;
}

/** Goes to workers as text. */
export function createPatcher(win: Window): Patcher {
  const undo: (() => void)[] = [];
  /** Marks a stand-in that is out of use with what it stood for; the same for all gates of a page. */
  const NATIVE = Symbol.for('heed');
  /** What is left when every stand-in that is out of use is taken off. */
  const original = (method: any): any => (method[NATIVE] ? original(method[NATIVE]) : method);

  function patchOne(owner: any, key: string, handler: Handler, texts?: number): void {
    const old = Object.getOwnPropertyDescriptor(owner, key) as any;
    const part =
      old &&
      old.configurable &&
      (old.set ? 'set' : old.get ? 'get' : typeof old.value === 'function' && 'value');
    if (!part) return;
    const native = old[part];
    const count = texts === undefined ? +(part === 'set') : texts;
    let live = true;
    // A method of an object literal is, like a native method, no constructor. Name and length are those of the
    // native, as code that looks at them expects.
    const fake = {
      m(this: unknown, ...args: unknown[]) {
        if (!live) return native.apply(this, args);
        for (let i = 0; i < count && i < args.length; i++) {
          const value = args[i];
          // A trusted value is text that stays what it is.
          if (Object(value) === value && !/Trusted/.test({}.toString.call(value))) args[i] = `${value}`;
        }
        return handler(native, this, args);
      },
    }.m;
    Object.defineProperty(fake, 'name', { value: native.name });
    Object.defineProperty(fake, 'length', { value: native.length });
    Object.defineProperty(owner, key, { [part]: fake });
    undo.push(() => {
      live = false;
      (fake as any)[NATIVE] = native;
      const now = Object.getOwnPropertyDescriptor(owner, key) as any;
      if (now && now[part] === fake) Object.defineProperty(owner, key, { [part]: original(native) });
    });
  }

  return {
    patch(owner, keys, handler, texts) {
      const interfaces = win as any;
      const on = typeof owner === 'string' ? interfaces[owner] && interfaces[owner].prototype : owner;
      if (on) for (const key of keys.split(' ')) patchOne(on, key, handler, texts);
    },
    construct(keys, handler) {
      const fakes = new Map<unknown, any>();
      for (const key of keys.split(' ')) {
        const old = Object.getOwnPropertyDescriptor(win, key);
        const native = old && old.configurable && old.value;
        if (!native) continue;
        let live = true;
        // A proxy is the native in all but this: `instanceof`, static members, subclasses. Two names of one native stay so.
        const fake: any =
          fakes.get(native) ||
          new Proxy(native, {
            get: (_, trait) => (trait === NATIVE ? !live && native : native[trait]),
            construct(_, args, target) {
              const create = (list = args): object =>
                Reflect.construct(native, list, target === fake ? native : target);
              return (live && handler(args, native, create)) || create();
            },
          });
        fakes.set(native, fake);
        Object.defineProperty(win, key, { value: fake });
        // `Audio` shares its prototype with another interface, whose constructor stays.
        if (native.prototype.constructor === native) native.prototype.constructor = fake;
        undo.push(() => {
          live = false;
          if (native.prototype.constructor === fake) native.prototype.constructor = original(native);
          if ((win as any)[key] === fake) Object.defineProperty(win, key, { value: original(native) });
        });
      }
    },
    undo() {
      for (const back of undo.reverse())
        try {
          back();
        } catch (_) {
          // The page has locked it since: the patch stays, and passes through.
        }
    },
  };
}
