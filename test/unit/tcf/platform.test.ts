// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { allowedBy, listenToPlatform } from '../../../src/tcf/platform.ts';
import { consents, EVERY, Platform, removePlatform } from '../support/platform.ts';

const CATEGORIES = ['required', 'performance', 'marketing', 'advertising', 'social'];
const DONE = { gdprApplies: true, eventStatus: 'useractioncomplete' };

describe('R74: what an answer allows', () => {
  it.each<[string, object, string[] | undefined]>([
    ['everything consented to', { ...DONE, ...EVERY }, CATEGORIES],
    ['an earlier consent that still holds', { ...DONE, eventStatus: 'tcloaded', ...EVERY }, CATEGORIES],
    ['nothing', { ...DONE, ...consents() }, ['required']],
    ['storage alone', { ...DONE, ...consents(1) }, ['required']],
    ['all but storage', { ...DONE, ...consents(2, 3, 4, 5, 6, 7, 8, 9, 10, 11) }, ['required']],
    ['measuring content and audience', { ...DONE, ...consents(1, 8, 9) }, ['required', 'performance']],
    ['measuring content alone', { ...DONE, ...consents(1, 8) }, ['required']],
    ['profiles for content', { ...DONE, ...consents(1, 5, 6, 7) }, ['required', 'marketing']],
    ['ads by a profile', { ...DONE, ...consents(1, 2, 3, 4, 7) }, ['required', 'advertising']],
    ['ads without a profile', { ...DONE, ...consents(1, 2, 7) }, ['required']],
    [
      'all but one: what the site has added may need it',
      { ...DONE, ...consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) },
      ['required', 'performance', 'marketing', 'advertising'],
    ],
    ['the GDPR does not apply', { gdprApplies: false }, CATEGORIES],
    ['it is not known whether the GDPR applies', { eventStatus: 'tcloaded', ...consents() }, ['required']],
    [
      'legitimate interest is no consent',
      {
        ...DONE,
        ...consents(),
        ...{ purpose: { consents: {}, legitimateInterests: { 1: true, 8: true, 9: true } } },
      },
      ['required'],
    ],
    ['no purposes', DONE, ['required']],
    [
      'values that are not true',
      { ...DONE, purpose: { consents: { 1: 1, 8: '1', 9: 'true' } } },
      ['required'],
    ],
    ['its banner is shown', { gdprApplies: true, eventStatus: 'cmpuishown', ...EVERY }, undefined],
    ['it loads', { gdprApplies: true, cmpStatus: 'loading', ...EVERY }, undefined],
    ['a status that nobody knows', { ...DONE, eventStatus: 'tcloaded2', ...EVERY }, undefined],
    ['nothing at all', {}, undefined],
  ])('%s', (_name, answer, expected) => {
    const allowed = allowedBy(answer, CATEGORIES);
    expect(allowed && [...allowed]).toEqual(expected);
  });

  it('null is no answer', () => {
    expect(allowedBy(null, CATEGORIES)).toBeUndefined();
  });
});

describe('R74: listening', () => {
  let told: string[][];
  let warn: Mock<(message: string) => void>;
  let stop: () => void;
  beforeEach(() => {
    told = [];
    warn = vi.fn();
  });
  afterEach(() => {
    stop();
    removePlatform();
    document.body.innerHTML = '';
  });
  function listen(): void {
    const win = window as Window & typeof globalThis;
    stop = listenToPlatform(win, CATEGORIES, (allowed) => told.push([...allowed]), warn);
  }
  const ALL = { eventStatus: 'tcloaded', ...EVERY };

  it('hears what the platform knows already', () => {
    new Platform({ gdprApplies: true, ...ALL }).install();
    listen();
    expect(told).toEqual([CATEGORIES]);
  });

  it('waits for one that is there and does not know yet, and hears each later answer', () => {
    const platform = new Platform().install();
    listen();
    expect(told).toEqual([]);
    platform.answer({ eventStatus: 'cmpuishown', ...consents() });
    expect(told).toEqual([]);
    platform.answer({ eventStatus: 'useractioncomplete', ...consents(1, 8, 9) });
    platform.answer({ eventStatus: 'cmpuishown', ...EVERY });
    platform.answer({ eventStatus: 'useractioncomplete', ...consents() });
    platform.answer({ eventStatus: 'useractioncomplete', ...EVERY });
    expect(told).toEqual([['required', 'performance'], ['required'], CATEGORIES]);
  });

  it.each<[string, () => void]>([
    ['a script that has loaded', () => document.head.append(document.createElement('script'))],
    ['the locator frame of its stub', () => document.body.append(document.createElement('iframe'))],
  ])('finds one that comes late: by %s', (_name, insert) => {
    listen();
    new Platform().install().answer(ALL);
    insert();
    const element = document.querySelector('script, iframe')!;
    element.dispatchEvent(new Event('load'));
    expect(told).toEqual([CATEGORIES]);
    element.remove();
  });

  it.each(['DOMContentLoaded', 'load', 'pageshow', 'focus'])('finds one that comes late: at %s', (moment) => {
    listen();
    new Platform({ gdprApplies: true, ...ALL }).install();
    window.dispatchEvent(new Event(moment));
    window.dispatchEvent(new Event(moment));
    expect(told).toEqual([CATEGORIES]);
  });

  it('asks the platform itself where a stub was there before, which may have forgotten', () => {
    const stub = new Platform().install();
    listen();
    const platform = new Platform({ gdprApplies: true, ...ALL }).install();
    window.dispatchEvent(new Event('focus'));
    expect(stub.size).toBe(1);
    expect(platform.size).toBe(1);
    expect(told).toEqual([CATEGORIES]);
  });

  it('takes no answer from a platform that could not register it', () => {
    const refuse = (_command: string, _version: number, callback: (data: object, ok: boolean) => void) =>
      callback({ gdprApplies: false }, false);
    Object.assign(window, { __tcfapi: refuse });
    listen();
    expect(told).toEqual([]);
  });

  it('says what failed, and throws nothing into the platform', () => {
    Object.assign(window, {
      __tcfapi(_command: string, _version: number, callback: (data: object, ok: boolean) => void) {
        callback(
          Object.defineProperty({}, 'gdprApplies', {
            get() {
              throw new Error('unreadable');
            },
          }),
          true,
        );
        throw new Error('out of order');
      },
    });
    listen();
    expect(told).toEqual([]);
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('unreadable'),
      expect.stringContaining('out of order'),
    ]);
  });

  it('says that there is none, where the page has loaded without', () => {
    listen();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('no "__tcfapi"'));
  });

  it('says nothing where there is one', () => {
    new Platform().install();
    listen();
    expect(warn).not.toHaveBeenCalled();
  });

  it('ends: the platform has no listener left, and is not asked again', () => {
    const platform = new Platform().install();
    listen();
    stop();
    expect(platform.size).toBe(0);
    platform.answer(ALL);
    const late = new Platform().install();
    window.dispatchEvent(new Event('load'));
    expect(late.calls).toEqual([]);
    expect(told).toEqual([]);
  });
});
