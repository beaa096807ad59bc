// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeRecord } from '../../../src/choice/codec.ts';
import { recordChoice } from '../../../src/choice/evolve.ts';
import { openJar } from '../../../src/choice/jar.ts';
import type { ChoiceRecord } from '../../../src/choice/record.ts';
import type { ChoiceInput } from '../../../src/types.ts';
import { clearCookies, cookiePairs, replaceCookies, sandboxed, writeCookie } from '../support/cookies.ts';
import { decideFor, NO_SIGNAL, policyOf, recordOf, SHOP, TODAY } from '../support/files.ts';

const shop = policyOf(SHOP);
const chosen = (input: ChoiceInput, day = TODAY) =>
  recordChoice(shop, null, decideFor(shop), input, NO_SIGNAL, day, false);
const accepted = chosen('all');
const refused = chosen('required');
const seen = recordOf({ revision: 0, day: null, seen: { gpc: TODAY } });

let written: string[];
let undo: () => void;
const jarOf = (cookie: Partial<typeof shop.cookie> = {}, domain = 'shop.example') =>
  openJar(
    window,
    () => ({ ...shop.cookie, ...cookie }),
    () => domain,
  );
/** Attributes of what was written last, by name in small letters. */
function lastWritten(): Record<string, string> {
  const [pair, ...rest] = written.at(-1)!.split('; ');
  const attributes = rest
    .map((part) => part.split('='))
    .map(([key, value]) => [key!.toLowerCase(), value ?? '']);
  return { pair: pair!, ...Object.fromEntries(attributes) };
}
const livesFor = () => (Date.parse(lastWritten().expires!) - Date.now()) / 864e5;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY * 864e5 + 12 * 36e5 });
  written = [];
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!;
  undo = replaceCookies({
    set(text) {
      written.push(text);
      native.set!.call(document, text);
    },
  });
});
afterEach(() => {
  undo();
  clearCookies();
  expect(document.cookie).toBe('');
  vi.useRealTimers();
});

describe('writing', () => {
  it('R95: is for the whole site, Lax, and Secure on https', () => {
    expect(jarOf().write(accepted, TODAY)).toBe(true);
    expect(lastWritten()).toMatchObject({
      pair: 'heed=' + encodeRecord(accepted),
      path: '/',
      domain: 'shop.example',
      samesite: 'lax',
      secure: '',
    });
    expect(lastWritten()).not.toHaveProperty('httponly');
  });

  it('R95: is not Secure on http', () => {
    const http = new Proxy(window, {
      get: (target, key) =>
        key === 'location' ? { protocol: 'http:', hostname: 'www.shop.example' } : Reflect.get(target, key),
    });
    openJar(
      http,
      () => shop.cookie,
      () => 'shop.example',
    ).write(accepted, TODAY);
    expect(lastWritten()).not.toHaveProperty('secure');
  });

  it('R96: is for the host alone where no domain will do', () => {
    jarOf({}, '').write(accepted, TODAY);
    expect(lastWritten()).not.toHaveProperty('domain');
    expect(jarOf({}, '').read()).toEqual(jarOf({}, '').read());
  });

  it('takes the name and the domain that the file gives', () => {
    jarOf({ name: 'shop_choice', domain: 'www.shop.example' }).write(refused, TODAY);
    expect(lastWritten()).toMatchObject({ domain: 'www.shop.example' });
    expect(cookiePairs()).toEqual(['shop_choice=' + encodeRecord(refused)]);
  });

  it('leaves one cookie, and no trace of the way there', () => {
    const jar = jarOf();
    jar.write(accepted, TODAY);
    jar.write(refused, TODAY);
    expect(cookiePairs()).toEqual(['heed=' + encodeRecord(refused)]);
  });

  it('R92: the value stands in the cookie as it is', () => {
    jarOf().write({ ...accepted, signals: ['gpc'], seen: { dnt: TODAY } }, TODAY);
    expect(written.at(-1)).toContain(encodeRecord({ ...accepted, signals: ['gpc'], seen: { dnt: TODAY } }));
  });
});

describe('how long it is kept', () => {
  it.each([
    ['R94: a grant: until it ends', accepted, 181],
    ['R94: a grant that was carried along: until that one ends', { ...accepted, grantDay: TODAY - 100 }, 81],
    ['R60, R94: a refusal: as long as browsers keep one', refused, 400],
    ['R94: grants and a denied category', chosen({ performance: true, advertising: false }), 400],
    ['R94: grants and a denied vendor', chosen({ advertising: true, linkedin: false }), 400],
    ['R94: a denied vendor alone', chosen({ linkedin: false }), 400],
    ['R33: a signal seen', seen, 400],
    ['R33: a signal seen beside grants', { ...accepted, seen: { gpc: TODAY } }, 400],
  ] as [string, ChoiceRecord, number][])('%s', (_name, record, days) => {
    jarOf().write(record, TODAY);
    expect(livesFor()).toBeCloseTo(days, 3);
  });

  it('R94: a grant is not renewed by a visit, a denial is', () => {
    vi.setSystemTime((TODAY + 100) * 864e5);
    jarOf().write(accepted, TODAY + 100);
    expect(livesFor()).toBeCloseTo(81, 3);
    jarOf().write(chosen({ linkedin: false }), TODAY + 100);
    expect(livesFor()).toBeCloseTo(400, 3);
  });

  it('R92: a file that asks for more gets what browsers allow', () => {
    jarOf({ grantDays: 3000 }).write(accepted, TODAY);
    expect(livesFor()).toBeCloseTo(400, 3);
  });

  it('a grant that has ended is not written', () => {
    const jar = jarOf();
    vi.setSystemTime((TODAY + 200) * 864e5);
    jar.write(accepted, TODAY + 200);
    expect(document.cookie).toBe('');
  });
});

describe('reading', () => {
  const onDomain = (value: string) => writeCookie(`heed=${value}; path=/; domain=shop.example`);
  const onHost = (value: string) => writeCookie(`heed=${value}; path=/`);

  it('gives what was written', () => {
    const jar = jarOf();
    expect(jar.read()).toBeNull();
    jar.write(refused, TODAY);
    expect(encodeRecord(jar.read()!)).toBe(encodeRecord(refused));
  });

  it.each(['', 'OPT_OUT', '%7B%7D', '1~1~2026-11-25~advertising:1', 'x'.repeat(3000)])(
    'a foreign or damaged value is no choice, and the next write repairs it: %.30j',
    (value) => {
      onHost(value);
      const jar = jarOf();
      expect(jar.read()).toBeNull();
      expect(jar.write(refused, TODAY)).toBe(true);
      expect(cookiePairs()).toEqual(['heed=' + encodeRecord(refused)]);
    },
  );

  it('is not led astray by cookies with a similar name', () => {
    writeCookie(`xheed=${encodeRecord(accepted)}; path=/`);
    writeCookie(`heed2=${encodeRecord(accepted)}; path=/`);
    writeCookie('heed_probe=1; path=/');
    expect(jarOf().read()).toBeNull();
  });

  it('R97: of two copies the stricter counts, whichever comes first', () => {
    for (const [host, domain] of [
      [accepted, refused],
      [refused, accepted],
    ]) {
      onHost(encodeRecord(host!));
      onDomain(encodeRecord(domain!));
      expect(cookiePairs()).toHaveLength(2);
      expect(jarOf().read()).toMatchObject({
        categories: { performance: false, marketing: false, advertising: false },
      });
    }
  });

  it('R97: a damaged copy takes nothing from a sound one', () => {
    onHost('OPT_OUT');
    onDomain(encodeRecord(refused));
    expect(encodeRecord(jarOf().read()!)).toBe(encodeRecord(refused));
  });

  it('R97: the next write leaves one copy', () => {
    onHost(encodeRecord(accepted));
    onDomain(encodeRecord(refused));
    const jar = jarOf();
    jar.write(jar.read(), TODAY);
    expect(cookiePairs()).toHaveLength(1);
    expect(encodeRecord(jar.read()!)).toBe(encodeRecord(refused));
  });

  it('R97: a copy on a wider domain, from before the file named a narrower one, is repaired too', () => {
    onDomain(encodeRecord(refused));
    const jar = jarOf({ domain: 'www.shop.example' });
    jar.write(accepted, TODAY);
    expect(encodeRecord(jar.read()!)).toBe(encodeRecord(accepted));
    expect(cookiePairs()).toHaveLength(1);
  });
});

describe('forgetting', () => {
  it('takes every copy away', () => {
    writeCookie(`heed=${encodeRecord(accepted)}; path=/`);
    writeCookie(`heed=${encodeRecord(refused)}; path=/; domain=shop.example`);
    const jar = jarOf();
    expect(jar.write(null, TODAY)).toBe(true);
    expect(document.cookie).toBe('');
    expect(jar.read()).toBeNull();
  });

  it('touches no other cookie', () => {
    writeCookie('session_id=1; path=/');
    const jar = jarOf();
    jar.write(accepted, TODAY);
    jar.write(null, TODAY);
    expect(cookiePairs()).toEqual(['session_id=1']);
  });
});

describe('a browser that keeps nothing', () => {
  it('says so', () => {
    replaceCookies({ set: () => {} });
    expect(jarOf().write(accepted, TODAY)).toBe(false);
  });

  it('R98: a document without cookies throws nothing at the page', () => {
    replaceCookies(sandboxed);
    const jar = jarOf();
    expect(jar.read()).toBeNull();
    expect(jar.write(accepted, TODAY)).toBe(false);
    jar.watch(() => {})();
  });
});

describe('watching', () => {
  /** A cookieStore such as Chromium and Firefox have. */
  const withStore = () => {
    const cookieStore = new EventTarget();
    const win = new Proxy(window, {
      get: (target, key) => (key === 'cookieStore' ? cookieStore : Reflect.get(target, key)),
    });
    const jar = openJar(
      win,
      () => shop.cookie,
      () => 'shop.example',
    );
    return { jar, changed: () => cookieStore.dispatchEvent(new Event('change')) };
  };

  it('R99: tells of what another tab has written, and of nothing else', () => {
    const { jar, changed } = withStore();
    const told = vi.fn();
    jar.read();
    const stop = jar.watch(told);
    writeCookie('session_id=1; path=/');
    changed();
    jar.write(accepted, TODAY);
    changed();
    expect(told).not.toHaveBeenCalled();
    jarOf().write(refused, TODAY);
    changed();
    expect(told).toHaveBeenCalledTimes(1);
    jar.read();
    changed();
    expect(told).toHaveBeenCalledTimes(1);
    stop();
    jarOf().write(accepted, TODAY);
    changed();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('does without where the browser has no such store', () => {
    expect(jarOf().watch(() => {})).toBeTypeOf('function');
  });
});
