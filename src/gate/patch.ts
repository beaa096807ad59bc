// biome-ignore-all lint/suspicious/noExplicitAny: a patch works on whatever function the platform has there

/** Takes a patch away again. */
export type Undo = () => void;

// biome-ignore lint/complexity/noBannedTypes: natives of every signature
type Native = Function;

/** A replacement: gets the native and its call, and answers in its place. */
export type Handler = (native: Native, self: any, args: any[]) => unknown;

/** Gives a stand-in the name and the length of the native, as code that looks at them expects. */
function dress<T extends Native>(fake: T, native: Native): T {
  for (const key of ['name', 'length'] as const)
    Object.defineProperty(fake, key, { value: native[key], configurable: true });
  return fake;
}

function swap(owner: object, key: string, old: PropertyDescriptor, next: PropertyDescriptor): Undo {
  const part = 'value' in next ? 'value' : 'set';
  Object.defineProperty(owner, key, next);
  return () => {
    // Somebody may have patched on top since: then this link of the chain stays and only passes calls on.
    if (Object.getOwnPropertyDescriptor(owner, key)?.[part] === next[part]) Object.defineProperty(owner, key, old);
  };
}

/**
 * Puts `handler` in front of a method. Does nothing where the browser lacks it. After the undo the method is the
 * native again, or, if it was patched anew by others, passes through.
 */
export function patchMethod(owner: object | undefined, key: string, handler: Handler): Undo {
  const old = owner && Object.getOwnPropertyDescriptor(owner, key);
  const native = old?.value as Native | undefined;
  if (typeof native !== 'function' || !old!.configurable) return () => {};
  let live = true;
  // A method of an object literal, like a native method, is no constructor.
  const fake = {
    [key](this: unknown, ...args: unknown[]) {
      return live ? handler(native, this, args) : native.apply(this, args);
    },
  }[key]!;
  const undo = swap(owner!, key, old!, { ...old, value: dress(fake, native) });
  return () => {
    live = false;
    undo();
  };
}

/** Puts `handler` in front of the setter of a property; `args` holds the one new value. */
export function patchSetter(owner: object | undefined, key: string, handler: Handler): Undo {
  const old = owner && Object.getOwnPropertyDescriptor(owner, key);
  const native = old?.set;
  if (!native || !old!.configurable) return () => {};
  let live = true;
  const fake = {
    set(this: unknown, value: unknown) {
      if (live) handler(native, this, [value]);
      else native.call(this, value);
    },
  }.set;
  const undo = swap(owner!, key, old!, { ...old, set: dress(fake, native) });
  return () => {
    live = false;
    undo();
  };
}
