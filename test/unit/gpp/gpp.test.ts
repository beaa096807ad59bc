// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { GppModel } from '@iabgpp/cmpapi';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fibonacci, headerOf } from '../../../src/gpp/encode.ts';
import { encodeSection, fieldsOf, SECTIONS } from '../../../src/gpp/sections.ts';
import { startGpp } from '../../../src/gpp.ts';
import type { Consent } from '../../../src/types.ts';
import { SHOP } from '../support/files.ts';
import { closePage, lookAgain, openPage, setSignals, trustedClick } from '../support/page.ts';

/*
 * The judge is the Tech Lab's own decoder (iabgpp-es, @iabgpp/cmpapi 3.2.0).
 */
type Gpp = (command: unknown, callback?: unknown, parameter?: unknown) => unknown;
interface Ping {
  gppString: string;
  signalStatus: string;
  applicableSections: number[];
  sectionList: number[];
  [key: string]: unknown;
}
const page = window as unknown as { __gpp?: Gpp };

/** The answer of a command, which has to come before the call is over. */
function ask<T>(command: unknown, parameter?: unknown): { data: T; success: boolean } {
  const answers: { data: T; success: boolean }[] = [];
  const given = page.__gpp!(
    command,
    (data: T, success: boolean) => answers.push({ data, success }),
    parameter,
  );
  expect(given).toBeUndefined();
  expect(answers).toHaveLength(1);
  return answers[0]!;
}
const ping = () => ask<Ping>('ping').data;
const decoded = (text = ping().gppString) =>
  new GppModel(text).toObject() as Record<string, Record<string, unknown>>;

let stop: (() => void) | undefined;
function start(region: string, notice?: boolean): Consent {
  const consent = openPage({ ...SHOP, regions: 'recommended' }, { region });
  stop = startGpp(consent, { notice });
  return consent;
}
afterEach(() => {
  stop?.();
  stop = undefined;
  closePage();
  Reflect.deleteProperty(page, '__gpp');
  vi.restoreAllMocks();
});

describe('R76-R78: what is encoded', () => {
  const cases = Object.values(SECTIONS).flatMap((section) =>
    [
      { optedOut: true, gpc: true, notice: true },
      { optedOut: true, gpc: false, notice: true },
      { optedOut: false, gpc: false, notice: true },
      { optedOut: false, gpc: false, notice: false },
    ].map((said) => [section.name, JSON.stringify(said), section, said] as const),
  );

  it.each(cases)('%s %s is what the decoder reads', (name, _said, section, said) => {
    const fields = fieldsOf(section, said);
    const text = headerOf([section.id]) + '~' + encodeSection(fields);
    const read = decoded(text);
    expect(Object.keys(read)).toEqual([name]);
    expect(read[name]).toEqual(Object.assign({}, ...fields));
    const out = said.optedOut ? 1 : said.notice ? 2 : 0;
    expect(read[name]).toMatchObject({
      SaleOptOut: out,
      SaleOptOutNotice: said.notice ? 1 : 2,
      [name === 'usca' ? 'SharingOptOut' : 'TargetedAdvertisingOptOut']: out,
      MspaCoveredTransaction: 2,
      MspaOptOutOptionMode: 0,
      MspaServiceProviderMode: 0,
    });
    if (!/us(fl|ut|va)/.test(name)) expect(read[name]).toMatchObject({ Gpc: said.gpc });
    else expect(read[name]).not.toHaveProperty('Gpc');
    // And the bytes are those that the reference writes.
    const model = new GppModel();
    for (const [field, value] of Object.entries(read[name]!))
      if (field !== 'GpcSegmentType') model.setFieldValue(name, field, value);
    expect(model.encode()).toBe(text);
  });

  it('Fibonacci numbers, and a header without sections', () => {
    expect([1, 2, 3, 4, 5, 8, 12, 23].map(fibonacci)).toEqual([
      '11',
      '011',
      '0011',
      '1011',
      '00011',
      '000011',
      '101011',
      '01000011',
    ]);
    expect(headerOf([])).toBe(new GppModel().encode());
  });
});

describe('R75, R79: what vendors hear', () => {
  it('ping: all of it, at once', () => {
    start('US-CA');
    expect(ping()).toEqual({
      gppVersion: '1.1',
      cmpStatus: 'loaded',
      cmpDisplayStatus: null,
      signalStatus: 'ready',
      supportedAPIs: expect.arrayContaining(['8:usca', '16:ustx']),
      cmpId: 1,
      sectionList: [8],
      applicableSections: [8],
      gppString: expect.any(String),
      parsedSections: {
        usca: [expect.objectContaining({ SaleOptOut: 2 }), { GpcSegmentType: 1, Gpc: false }],
      },
    });
    expect(decoded()).toMatchObject({ usca: { SaleOptOut: 2, SharingOptOut: 2, SaleOptOutNotice: 1 } });
  });

  it.each(['DE', 'US', 'US-NY', 'US-MD', 'CA', 'ZZ'])('%s has no section: [-1]', (region) => {
    start(region);
    expect(ping()).toMatchObject({ applicableSections: [-1], sectionList: [], signalStatus: 'ready' });
    expect(decoded()).toEqual({});
  });

  it('an opt-out by choice: "not ready", the change, "ready"', () => {
    const consent = start('US-CO');
    const heard: unknown[] = [];
    page.__gpp!('addEventListener', ({ eventName, data, pingData }: Record<string, unknown>) => {
      const { gppString, signalStatus } = pingData as Ping;
      heard.push([eventName, data, signalStatus, decoded(gppString).usco!.SaleOptOut]);
    });
    consent.choose({ advertising: false });
    expect(heard).toEqual([
      ['listenerRegistered', true, 'ready', 2],
      ['signalStatus', 'not ready', 'not ready', 2],
      ['sectionChange', 'usco', 'not ready', 1],
      ['signalStatus', 'ready', 'ready', 1],
    ]);
    expect(decoded().usco).toMatchObject({ TargetedAdvertisingOptOut: 1, Gpc: false });
  });

  it('R78: the signal as it is sent, never inferred from a choice or a memory', () => {
    setSignals('gpc');
    const consent = start('US-CA');
    expect(decoded().usca).toMatchObject({ SaleOptOut: 1, Gpc: true });
    consent.choose({ advertising: true, 'google-analytics': true }, { event: trustedClick() });
    expect(decoded().usca).toMatchObject({ Gpc: true });
    stop!();
    consent.destroy();

    setSignals();
    openPage({ ...SHOP, regions: 'recommended' }, { region: 'US-CA' }).destroy();
    start('US-CA').choose('required');
    expect(decoded().usca).toMatchObject({ SaleOptOut: 1, Gpc: false });
  });

  it('a late signal', () => {
    start('US-CA');
    setSignals('gpc');
    lookAgain();
    expect(decoded().usca).toMatchObject({ SaleOptOut: 1, SharingOptOut: 1, Gpc: true });
  });

  it('no notice', () => {
    start('US-CA', false);
    expect(decoded().usca).toMatchObject({ SaleOptOutNotice: 2, SaleOptOut: 0 });
  });

  it('a broken file is never ready', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    stop = startGpp(openPage({ categories: { marketing: 1 } }, { region: 'US-CA' }));
    expect(ping()).toMatchObject({ signalStatus: 'not ready' });
  });

  it('sections and fields', () => {
    start('US-CA');
    expect(ask('hasSection', 'usca')).toEqual({ data: true, success: true });
    for (const name of ['uspv1', 'tcfeuv2', 'usnat', 'usco', undefined])
      expect(ask('hasSection', name)).toEqual({ data: false, success: true });
    expect(ask<object[]>('getSection', 'usca').data).toEqual([
      expect.objectContaining({ Version: 1, SaleOptOut: 2 }),
      { GpcSegmentType: 1, Gpc: false },
    ]);
    expect(ask('getSection', 'usnat')).toEqual({ data: null, success: false });
    expect(ask('getField', 'usca.SaleOptOut')).toEqual({ data: 2, success: true });
    expect(ask('getField', 'usca.Gpc')).toEqual({ data: false, success: true });
    for (const path of ['usca.None', 'usca', 'usca.constructor', '', null])
      expect(ask('getField', path)).toEqual({ data: null, success: false });
    for (const command of ['getVendorList', 'constructor', '', 7, null])
      expect(ask(command)).toEqual({ data: null, success: false });
  });

  it('listeners: each with a number, taken away again, one that throws stops no other', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const consent = start('US-CA');
    const heard = vi.fn();
    page.__gpp!('addEventListener', () => {
      throw new Error('vendor');
    });
    page.__gpp!('addEventListener', heard);
    const { listenerId } = heard.mock.calls[0]![0] as { listenerId: number };
    consent.choose('required');
    expect(heard.mock.calls.length).toBe(4);
    expect(ask('removeEventListener', listenerId).data).toBe(true);
    expect(ask('removeEventListener', listenerId).data).toBe(false);
    consent.choose('all');
    expect(heard.mock.calls.length).toBe(4);
    expect(error).toHaveBeenCalled();
  });

  it("answers what a page's stub has kept", () => {
    const waiting = vi.fn();
    const listening = vi.fn();
    const stub = Object.assign(() => {}, {
      queue: [['hasSection', waiting, 'usca']],
      events: [{ id: 4, callback: listening }],
    });
    page.__gpp = stub;
    start('US-CA');
    expect(waiting).toHaveBeenCalledWith(true, true);
    const names = listening.mock.calls.map(([{ eventName, data, listenerId }]) => [
      eventName,
      data,
      listenerId,
    ]);
    expect(names).toEqual([
      ['cmpStatus', 'loaded', 4],
      ['signalStatus', 'ready', 4],
    ]);
  });

  it("leaves another platform's alone, and says so", () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const other = () => {};
    page.__gpp = other;
    start('US-CA');
    expect(page.__gpp).toBe(other);
    expect(warn.mock.calls[0]![0]).toContain('__gpp');
  });

  it('frames ask by message', async () => {
    start('US-CA');
    const locator = document.querySelector<HTMLIFrameElement>('iframe[name="__gppLocator"]')!;
    expect(locator.hasAttribute('src')).toBe(false);
    const replies: unknown[] = [];
    const source = { postMessage: (reply: unknown) => replies.push(reply) };
    const send = (data: unknown) => {
      const event = new MessageEvent('message', { data });
      Object.defineProperty(event, 'source', { value: source });
      window.dispatchEvent(event);
    };
    const call = { __gppCall: { command: 'hasSection', parameter: 'usca', callId: 7 } };
    send(call);
    send(JSON.stringify(call));
    for (const other of ['{', 'text', null, 7, {}, [], { __gppCall: null }]) send(other);
    const reply = { __gppReturn: { returnValue: true, success: true, callId: 7 } };
    expect(replies).toEqual([reply, JSON.stringify(reply)]);
  });

  it('is gone after its end', () => {
    start('US-CA');
    stop!();
    expect(page.__gpp).toBeUndefined();
    expect(document.querySelector('iframe')).toBeNull();
  });
});

it('R73, R80: neither a TCF nor a US Privacy API is made', () => {
  start('US-CA');
  expect('__tcfapi' in window).toBe(false);
  expect('__uspapi' in window).toBe(false);
});

it('is safe where there is no page', () => {
  vi.stubGlobal('window', undefined);
  expect(startGpp({} as Consent)).toBeTypeOf('function');
  vi.unstubAllGlobals();
});
