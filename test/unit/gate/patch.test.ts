import { describe, expect, it, vi } from 'vitest';
import { createPatcher } from '../../../src/gate/patch.ts';

/** An interface such as browsers have: a method, an accessor, a constant and one that cannot be changed. */
function page() {
  class Thing {
    sent: unknown[] = [];
    kept = '';
    send(...what: unknown[]) {
      this.sent.push(what);
      return what.length;
    }
    both(a: unknown, b: unknown) {
      return [this, a, b];
    }
    get value() {
      return this.kept;
    }
    set value(value: string) {
      this.kept = value;
    }
    get readOnly() {
      return 1;
    }
  }
  Object.defineProperty(Thing.prototype, 'fixed', { value: () => 'native', configurable: false });
  Object.defineProperty(Thing.prototype, 'constant', { value: 7, configurable: true });
  const win = { Thing, ask: (question: string) => `native ${question}` };
  return { win, Thing, proto: Thing.prototype, patcher: createPatcher(win as unknown as Window) };
}
const passOn = (native: Function, self: unknown, args: unknown[]) => native.apply(self, args);
const descriptor = (owner: object, key: string) => Object.getOwnPropertyDescriptor(owner, key)!;

describe('a patched method', () => {
  it('puts the handler in front, which gets the native, the object and the call', () => {
    const { Thing, patcher } = page();
    const native = Thing.prototype.send;
    const handler = vi.fn((send: Function, self: unknown, args: unknown[]) =>
      send.apply(self, [...args, '!']),
    );
    patcher.patch('Thing', 'send', handler);
    const thing = new Thing();
    expect(thing.send('a', 'b')).toBe(3);
    expect(thing.sent).toEqual([['a', 'b', '!']]);
    expect(handler).toHaveBeenCalledWith(native, thing, ['a', 'b']);
  });

  it('answers what the handler answers', () => {
    const { Thing, patcher } = page();
    patcher.patch('Thing', 'send', () => 'held');
    const thing = new Thing();
    expect(thing.send('a')).toBe('held');
    expect(thing.sent).toEqual([]);
  });

  it('looks like the native: name, length, no constructor, the same descriptor', () => {
    const { proto, patcher } = page();
    for (const key of ['send', 'both'] as const) {
      const before = descriptor(proto, key);
      patcher.patch('Thing', key, passOn);
      const after = descriptor(proto, key);
      expect(proto[key]).not.toBe(before.value);
      expect([proto[key].name, proto[key].length]).toEqual([before.value.name, before.value.length]);
      expect({ ...after, value: 0 }).toEqual({ ...before, value: 0 });
      expect(Object.keys(Object.getOwnPropertyDescriptors(proto[key]))).not.toContain('prototype');
      expect(() => Reflect.construct(proto[key], [])).toThrow(TypeError);
    }
  });

  it('lets an error of the native through', () => {
    const { win, patcher } = page();
    win.ask = () => {
      throw new RangeError('native');
    };
    patcher.patch(win, 'ask', passOn);
    expect(() => win.ask('x')).toThrow(new RangeError('native'));
  });

  it('may be on an object of its own', () => {
    const { win, patcher } = page();
    patcher.patch(win, 'ask', (native, self, args) => `held ${native.apply(self, args)}`);
    expect(win.ask('it')).toBe('held native it');
  });

  it('may be one of several', () => {
    const { proto, patcher } = page();
    const handler = vi.fn(passOn);
    patcher.patch('Thing', 'send both', handler);
    proto.both.call({}, 1, 2);
    proto.send.call({ sent: [] } as never);
    expect(handler).toHaveBeenCalledTimes(2);
  });
});

describe('a patched setter', () => {
  it('gets the new value, and leaves the getter alone', () => {
    const { Thing, proto, patcher } = page();
    const before = descriptor(proto, 'value');
    patcher.patch('Thing', 'value', (native, self, args) => native.call(self, args[0] + '!'));
    const thing = new Thing();
    thing.value = 'a';
    expect(thing.value).toBe('a!');
    const after = descriptor(proto, 'value');
    expect(after.get).toBe(before.get);
    expect([after.set!.name, after.set!.length]).toEqual([before.set!.name, before.set!.length]);
  });
});

describe('a patched constructor', () => {
  /** A window with a constructor that counts what the native has made. */
  function maker() {
    const made: unknown[] = [];
    class Maker {
      static readonly limit = 7;
      constructor(public what?: string) {
        made.push(what);
      }
    }
    const win: { Maker: typeof Maker } = { Maker };
    return { win, Maker, made, patcher: createPatcher(win as unknown as Window) };
  }

  it('makes what the handler makes, and leaves the rest to the native', () => {
    const { win, made, patcher } = maker();
    const held = { what: 'held' };
    patcher.construct('Maker', ([what]) => (what === 'bad' ? held : undefined));
    expect(new win.Maker('bad')).toBe(held);
    expect(made).toEqual([]);
    expect(new win.Maker('good').what).toBe('good');
    expect(made).toEqual(['good']);
  });

  it('is the native in all else', () => {
    const { win, Maker, patcher } = maker();
    patcher.construct('Maker', () => undefined);
    expect(win.Maker).not.toBe(Maker);
    expect([win.Maker.name, win.Maker.length, win.Maker.limit]).toEqual([Maker.name, Maker.length, 7]);
    expect(win.Maker.prototype).toBe(Maker.prototype);
    const one = new win.Maker();
    expect(one).toBeInstanceOf(Maker);
    expect(one).toBeInstanceOf(win.Maker);
    expect(one.constructor).toBe(win.Maker);
    class Own extends win.Maker {
      more = 1;
    }
    const own = new Own('own');
    expect(own).toBeInstanceOf(Own);
    expect([own.what, own.more]).toEqual(['own', 1]);
    expect(() => (win.Maker as unknown as () => void)()).toThrow(TypeError);
  });

  it('passes over what the browser lacks', () => {
    const { win, patcher } = maker();
    const { Maker } = win;
    patcher.construct('Missing', () => undefined);
    expect(win).toEqual({ Maker });
  });

  it('is the native again after undo, and passes through for who has kept it', () => {
    const { win, Maker, patcher } = maker();
    patcher.construct('Maker', () => ({ what: 'held' }) as never);
    const kept = win.Maker;
    patcher.undo();
    expect(win.Maker).toBe(Maker);
    expect(new win.Maker().constructor).toBe(Maker);
    expect(new kept('a').what).toBe('a');
    patcher.undo();
    expect(win.Maker).toBe(Maker);
  });

  it.each([
    ['the last first', [1, 0]],
    ['the first first', [0, 1]],
  ])('of two on one page is the native again, %s', (_name, order) => {
    const { win, Maker } = maker();
    const patchers = [createPatcher(win as unknown as Window), createPatcher(win as unknown as Window)];
    for (const patcher of patchers) patcher.construct('Maker', () => undefined);
    for (const i of order) patchers[i]!.undo();
    expect(win.Maker).toBe(Maker);
    expect(Maker.prototype.constructor).toBe(Maker);
  });
});

describe('what cannot be patched is passed over', () => {
  it.each([
    ['a member that is missing', 'Thing', 'sendBeacon'],
    ['an interface that is missing', 'CookieStore', 'set'],
    ['a member that is fixed', 'Thing', 'fixed'],
    ['a member that is no function', 'Thing', 'constant'],
    ['a name that objects inherit', 'Thing', 'toString'],
  ])('%s', (_name, owner, key) => {
    const { proto, patcher } = page();
    const before = Object.getOwnPropertyDescriptors(proto);
    expect(() => patcher.patch(owner, key, passOn)).not.toThrow();
    expect(Object.getOwnPropertyDescriptors(proto)).toEqual(before);
    expect(() => patcher.undo()).not.toThrow();
    expect(Object.getOwnPropertyDescriptors(proto)).toEqual(before);
  });

  it('and does not keep the others from being patched', () => {
    const { proto, patcher } = page();
    patcher.patch('Thing', 'missing send', () => 'held');
    expect(proto.send.call({} as never)).toBe('held');
  });
});

describe('undo', () => {
  it('gives the very same functions back', () => {
    const { win, proto, patcher } = page();
    const before = [Object.getOwnPropertyDescriptors(proto), Object.getOwnPropertyDescriptors(win)];
    patcher.patch('Thing', 'send both value', passOn);
    patcher.patch('Thing', 'send', passOn);
    patcher.patch(win, 'ask', passOn);
    patcher.undo();
    const after = [Object.getOwnPropertyDescriptors(proto), Object.getOwnPropertyDescriptors(win)];
    expect(after).toEqual(before);
    for (const key of ['send', 'both'] as const)
      expect((after[0] as Record<string, PropertyDescriptor>)[key]!.value).toBe(
        (before[0] as Record<string, PropertyDescriptor>)[key]!.value,
      );
  });

  it('may be called twice', () => {
    const { proto, patcher } = page();
    const native = proto.send;
    patcher.patch('Thing', 'send', passOn);
    patcher.undo();
    patcher.undo();
    expect(proto.send).toBe(native);
  });

  it('twice does not take away what somebody has patched in between', () => {
    const { proto, patcher } = page();
    patcher.patch('Thing', 'send', passOn);
    patcher.undo();
    const theirs = () => 'theirs';
    proto.send = theirs as never;
    patcher.undo();
    expect(proto.send).toBe(theirs);
  });

  it('lets the later patch of somebody else live, and stays in it as a link that passes through', () => {
    const { Thing, proto, patcher } = page();
    const handler = vi.fn(() => 'held');
    patcher.patch('Thing', 'send', handler);
    const ours = proto.send;
    const theirs = function (this: InstanceType<typeof Thing>, ...what: unknown[]) {
      return ours.apply(this, ['theirs', ...what]);
    };
    proto.send = theirs;
    patcher.undo();
    expect(proto.send).toBe(theirs);
    const thing = new Thing();
    expect(thing.send('a')).toBe(2);
    expect(thing.sent).toEqual([['theirs', 'a']]);
    expect(handler).not.toHaveBeenCalled();
  });

  it('lets a function pass through that somebody has kept', () => {
    const { Thing, proto, patcher } = page();
    patcher.patch('Thing', 'send', () => 'held');
    const kept = proto.send;
    patcher.undo();
    const thing = new Thing();
    expect(kept.call(thing, 'a')).toBe(1);
    expect(thing.sent).toEqual([['a']]);
  });

  it('passes over what somebody has deleted, and gives the rest back', () => {
    const { win, proto, patcher } = page();
    const [send, ask] = [proto.send, win.ask];
    patcher.patch('Thing', 'send both', passOn);
    patcher.patch(win, 'ask', passOn);
    Reflect.deleteProperty(proto, 'both');
    patcher.undo();
    expect(proto.send).toBe(send);
    expect(win.ask).toBe(ask);
    expect('both' in proto).toBe(false);
  });

  it.each([
    ['the last first', [1, 0]],
    ['the first first', [0, 1]],
  ])('of two on one page gives the natives back, %s', (_name, order) => {
    const { win, proto } = page();
    const native = proto.send;
    const patchers = [createPatcher(win as unknown as Window), createPatcher(win as unknown as Window)];
    for (const patcher of patchers) patcher.patch('Thing', 'send', passOn);
    for (const i of order) patchers[i]!.undo();
    expect(proto.send).toBe(native);
  });
});
