import { describe, expect, it, vi } from 'vitest';
import { type HeaderValue, isDnt, isGpc, readSignals, signalsOf } from '../../../src/signals/signals.ts';

/** A window whose navigator has these properties, and which has these itself. */
const browser = (navigator: object, own: object = {}, meta: string | null = null) => {
  const document = { querySelector: () => (meta === null ? null : { content: meta }) };
  return { navigator, document, ...own } as unknown as Window;
};
const read = (navigator: object, own: object = {}) => readSignals(browser(navigator, own), () => {});

describe('R1, R2: Global Privacy Control on a page', () => {
  it.each([
    [true, true],
    ['1', true],
    [false, false],
    [undefined, false],
    [null, false],
    [0, false],
    [1, false],
    ['', false],
    ['0', false],
    ['true', false],
    ['TRUE', false],
    ['1 ', false],
    ['1;x', false],
    ['yes', false],
    [[], false],
    [[true], false],
    [{}, false],
    [{ valueOf: () => true }, false],
    [Object(true), false],
    [() => true, false],
    [Number.NaN, false],
    [Symbol('gpc'), false],
  ])('%s: %s', (value, expected) => {
    expect(isGpc(value)).toBe(expected);
    expect(read({ globalPrivacyControl: value })).toEqual({ gpc: expected, dnt: false });
  });

  it('is no signal where the browser does not know it', () => {
    expect(read({})).toEqual({ gpc: false, dnt: false });
  });
});

describe('R15, R16: Do Not Track on a page', () => {
  it.each([
    ['1', true],
    ['10', true],
    ['1xyz', true],
    ['1 ', true],
    ['yes', true],
    ['0', false],
    ['01', false],
    [' 1', false],
    ['no', false],
    ['unspecified', false],
    ['null', false],
    ['', false],
    ['true', false],
    ['yesterday', false],
    [null, false],
    [undefined, false],
    [1, false],
    [0, false],
    [true, false],
    [false, false],
    [['1'], false],
    [{ 0: '1' }, false],
    [Symbol('dnt'), false],
  ])('%s: %s', (value, expected) => {
    expect(isDnt(value)).toBe(expected);
    expect(read({ doNotTrack: value })).toEqual({ gpc: false, dnt: expected });
  });

  it.each([
    ['navigator.msDoNotTrack (IE 9, 10)', { msDoNotTrack: '1' }, {}, true],
    ['window.doNotTrack (IE 11, Safari)', {}, { doNotTrack: '1' }, true],
    ['any of the three', { doNotTrack: '0', msDoNotTrack: '0' }, { doNotTrack: '1' }, true],
    ['null beside an older one', { doNotTrack: null, msDoNotTrack: '1' }, {}, true],
    ['"0" in all', { doNotTrack: '0', msDoNotTrack: '0' }, { doNotTrack: '0' }, false],
    ['no other name', { donottrack: '1', 'do-not-track': '1' }, { DNT: '1' }, false],
  ])('%s', (_name, navigator, own, expected) => {
    expect(read(navigator, own)).toEqual({ gpc: false, dnt: expected });
  });
});

describe('both at once', () => {
  it('are told apart', () => {
    expect(read({ globalPrivacyControl: true, doNotTrack: '1' })).toEqual({ gpc: true, dnt: true });
    expect(read({ globalPrivacyControl: true, doNotTrack: '0' })).toEqual({ gpc: true, dnt: false });
    expect(read({ globalPrivacyControl: false, doNotTrack: '1' })).toEqual({ gpc: false, dnt: true });
  });
});

describe('R2: a getter that throws', () => {
  const throwing = (key: string, rest: object = {}) =>
    Object.defineProperty({ ...rest }, key, {
      get() {
        throw new TypeError('Illegal invocation');
      },
    });

  it.each(['globalPrivacyControl', 'doNotTrack', 'msDoNotTrack'])('%s is no signal, and is told', (key) => {
    const warn = vi.fn();
    expect(readSignals(browser(throwing(key)), warn)).toEqual({ gpc: false, dnt: false });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toContain('Illegal invocation');
  });

  it.each([
    ['DNT beside a GPC that throws', 'globalPrivacyControl', { doNotTrack: '1' }, { gpc: false, dnt: true }],
    ['GPC beside a DNT that throws', 'doNotTrack', { globalPrivacyControl: true }, { gpc: true, dnt: false }],
    ['an older DNT beside one that throws', 'doNotTrack', { msDoNotTrack: '1' }, { gpc: false, dnt: true }],
    [
      'GPC beside an older DNT that throws',
      'msDoNotTrack',
      { globalPrivacyControl: true },
      { gpc: true, dnt: false },
    ],
  ])('takes no other signal along: %s', (_name, key, rest, expected) => {
    expect(readSignals(browser(throwing(key, rest)), () => {})).toEqual(expected);
  });

  it('does not speak for the window', () => {
    const win = throwing('doNotTrack', browser({ globalPrivacyControl: true }));
    expect(readSignals(win as unknown as Window, () => {})).toEqual({ gpc: true, dnt: false });
  });
});

describe('one parser for page and server', () => {
  /** What a browser may put into the property or the header, and what it means in either. */
  const table: [rule: string, value: string, gpc: boolean, dnt: boolean][] = [
    ['R1, R3, R15: the signal', '1', true, true],
    ['R3, R16: off is not consent, and no signal', '0', false, false],
    ['R3: an empty value', '', false, false],
    ['R3: a word', 'true', false, false],
    ['R3: a word in capitals', 'TRUE', false, false],
    ['R4: no extension for GPC; R17: one for DNT', '1;x', false, true],
    ['R17: an extension', '1xyz', false, true],
    ['R17: an extension behind 0', '0xyz', false, false],
    ['R17: the first character alone', '10', false, true],
    ['R17: another first character', '01', false, false],
    ['R16: Firefox before 32', 'yes', false, true],
    ['R16: Firefox before 32', 'no', false, false],
    ['R15: Firefox for null', 'unspecified', false, false],
    ['R16: null in words', 'null', false, false],
    ['R3: a quoted value', '"1"', false, false],
    ['R3: a sign', '+1', false, false],
    ['R3: a fraction', '1.0', false, true],
    ['a digit that looks like 1', '\uff11', false, false],
  ];
  it.each(table)('%s: %j', (_rule, value, gpc, dnt) => {
    expect(signalsOf({ gpc: value, dnt: value })).toEqual({ gpc, dnt });
    expect(read({ globalPrivacyControl: value, doNotTrack: value })).toEqual({ gpc, dnt });
  });
});

describe('request headers', () => {
  const table: [rule: string, value: HeaderValue, gpc: boolean, dnt: boolean][] = [
    ['absent', undefined, false, false],
    ['absent, as Headers.get() has it', null, false, false],
    ['no field', [], false, false],
    ['white space around it belongs to the protocol', ' 1\t', true, true],
    ['R3: repeated, joined by the server', '1, 1', true, true],
    ['R3, R17: repeated, one says so: the stricter', '0, 1', true, true],
    ['R3, R17: the same in a list', ['0', '1'], true, true],
    ['R3: joined without a space', '0,1', true, true],
    ['R3: none of them', '0, 0', false, false],
    ['R3: of two fields one with an extension', '1;x, 0', false, true],
    ['a comma and nothing', ',', false, false],
    ['a long one', '0'.repeat(10_000), false, false],
  ];
  it.each(table)('%s: %j', (_rule, value, gpc, dnt) => {
    expect(signalsOf({ gpc: value })).toEqual({ gpc, dnt: false });
    expect(signalsOf({ dnt: value })).toEqual({ gpc: false, dnt });
  });
});

describe('R6: what the server saw', () => {
  it.each([
    ['gpc', true, false],
    ['dnt', false, true],
    ['gpc dnt', true, true],
    ['', false, false],
    ['GPC', false, false],
    ['gpc,dnt', false, false],
    ['no-gpc', false, false],
  ])('%j counts beside what the page says', (content, gpc, dnt) => {
    expect(readSignals(browser({}, {}, content), () => {})).toEqual({ gpc, dnt });
    expect(readSignals(browser({ doNotTrack: '1' }, {}, content), () => {})).toEqual({ gpc, dnt: true });
  });
});
