import { describe, expect, it, vi } from 'vitest';
import { isDnt, isGpc, readSignals } from '../../../src/signals/signals.ts';

/** A window whose navigator has these properties, and which has these itself. */
const browser = (navigator: object, own: object = {}) => ({ navigator, ...own }) as unknown as Window;
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
    const win = throwing('doNotTrack', { navigator: { globalPrivacyControl: true } });
    expect(readSignals(win as unknown as Window, () => {})).toEqual({ gpc: true, dnt: false });
  });
});
