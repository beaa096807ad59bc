// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://www.shop.example/" }
import { createHash, webcrypto } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsentRecord, OptOut, SignalKind } from '../../../src/types.ts';
import { en, enPanel } from '../../../src/ui/texts/en.ts';
import { VERSION } from '../../../src/version.ts';
import { SHOP } from '../support/files.ts';
import { closePage, lookAgain, openPage, setSignals, trusted, trustedClick } from '../support/page.ts';
import { until } from '../support/until.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 25, 13, 37, 42) });
  vi.stubGlobal('crypto', webcrypto);
});
afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.documentElement.lang = '';
});

describe('R30, R37: onOptOut', () => {
  function visit(region: string, ...signals: SignalKind[]) {
    const calls: OptOut[] = [];
    setSignals(...signals);
    const consent = openPage(SHOP, { region, onOptOut: (optOut) => calls.push(optOut) });
    return { consent, calls, by: () => calls.map(({ by }) => by) };
  }

  it('is called for a signal when it is seen first, and on no later page', () => {
    const { calls, by, consent } = visit('US-CA', 'gpc');
    expect(by()).toEqual(['gpc']);
    expect(calls[0]!.decision).toBe(consent.decision);
    consent.destroy();
    expect(visit('US-CA', 'gpc').by()).toEqual([]);
    expect(visit('US-CA').by()).toEqual([]);
  });

  it('is called for a late signal', () => {
    const { by } = visit('US-CA');
    expect(by()).toEqual([]);
    setSignals('gpc');
    lookAgain();
    lookAgain();
    expect(by()).toEqual(['gpc']);
  });

  it('is called once for two signals at once', () => {
    expect(visit('US-CA', 'gpc', 'dnt').by()).toEqual(['gpc']);
  });

  it('is not called for a signal under opt-in before any choice: nothing was granted, nothing is stored', () => {
    expect(visit('DE', 'gpc').by()).toEqual([]);
  });

  it('is called for a choice once, not for one that changes nothing about it', () => {
    const { by, consent } = visit('US-CA');
    consent.choose({ performance: true });
    expect(by()).toEqual([]);
    consent.choose({ advertising: false });
    expect(by()).toEqual(['choice']);
    consent.choose({ marketing: false });
    consent.withdraw();
    expect(by()).toEqual(['choice']);
    consent.destroy();
    expect(visit('US-CA').by()).toEqual([]);
  });

  it('is called anew after the opt-out has ended', () => {
    const { by, consent } = visit('US-CA');
    consent.withdraw();
    consent.choose('all');
    consent.withdraw();
    expect(by()).toEqual(['choice', 'choice']);
  });

  it('is called again for a signal that comes after it was lifted and gone', () => {
    const { consent } = visit('US-CA', 'gpc');
    consent.choose({ linkedin: true }, { event: trustedClick() });
    consent.destroy();
    visit('US-CA').consent.destroy();
    expect(visit('US-CA', 'gpc').by()).toEqual(['gpc']);
  });

  it('is not called for what the site itself knows', () => {
    const onOptOut = vi.fn();
    openPage(SHOP, { region: 'US-CA', account: { optedOut: true }, onOptOut });
    expect(onOptOut).not.toHaveBeenCalled();
  });

  it('R35: gets nothing that tells one visitor from another', () => {
    const { calls } = visit('US-CA', 'gpc');
    expect(Object.keys(calls[0]!).sort()).toEqual(['by', 'decision']);
    expect(Object.keys(calls[0]!.decision).sort()).toEqual(
      ['ask', 'categories', 'optedOut', 'regime', 'region', 'signals', 'unlisted', 'vendors'].sort(),
    );
  });

  it('may throw: the page and the choice go on', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const consent = openPage(SHOP, {
      onOptOut() {
        throw new Error('the site');
      },
    });
    consent.choose('required');
    expect(consent.allows('advertising')).toBe(false);
    expect(error.mock.calls[0]![0]).toMatchObject({ message: 'the site' });
  });
});

describe('R59: onRecord', () => {
  function visit(region = 'DE', file: object = SHOP) {
    const records: ConsentRecord[] = [];
    const consent = openPage(file, { region, onRecord: (record) => records.push(record) });
    const next = async (count: number) => {
      await until(() => expect(records).toHaveLength(count));
      return records[count - 1]!;
    };
    return { consent, records, next };
  }

  it('gets what proves a choice, and no more', async () => {
    const { consent, next } = visit();
    consent.choose({ performance: true });
    expect(await next(1)).toEqual({
      act: 'api',
      day: '2026-11-25',
      regime: 'opt-in',
      region: 'DE',
      revision: 1,
      file: sha256(JSON.stringify(SHOP)),
      language: null,
      texts: null,
      version: VERSION,
      signals: { gpc: false, dnt: false },
      categories: { performance: true, marketing: false, advertising: false },
      vendors: {
        'google-analytics': true,
        stats: true,
        marketo: false,
        doubleclick: false,
        linkedin: false,
        'acme-ads': false,
      },
    });
  });

  it('R91: is the same for two visitors who chose the same on the same day', async () => {
    const first = visit();
    first.consent.choose('all');
    const one = await first.next(1);
    closePage();
    vi.setSystemTime(Date.UTC(2026, 10, 25, 22, 0, 1));
    const second = visit();
    second.consent.choose('all');
    expect(await second.next(1)).toEqual(one);
  });

  it('is called for each choice, also one that changes nothing, and for a withdrawal', async () => {
    const { consent, next } = visit();
    consent.choose('all');
    await next(1);
    consent.choose('all');
    await next(2);
    consent.withdraw();
    expect(Object.values((await next(3)).vendors)).not.toContain(true);
  });

  it('R30: is called for a signal when it is seen first', async () => {
    setSignals('gpc');
    const { next, consent } = visit('US-CA');
    expect(await next(1)).toMatchObject({
      act: 'gpc',
      language: null,
      signals: { gpc: true },
      vendors: { linkedin: false, stats: true },
    });
    consent.choose({ performance: false });
    expect(await next(2)).toMatchObject({ act: 'api' });
  });

  it('is not called where nobody has said anything', async () => {
    const { consent, records, next } = visit();
    lookAgain();
    consent.reset();
    consent.choose('required');
    await next(1);
    expect(records).toHaveLength(1);
  });

  it.each(['banner', 'panel', 'placeholder'] as const)(
    'tells a click in the %s, its language and texts',
    async (part) => {
      const { consent, next } = visit('DE', { ...SHOP, texts: { title: 'Cookies?' } });
      // The part that puts records together has to be there before it can see a click.
      consent.choose('required');
      expect(await next(1)).toMatchObject({ act: 'api' });

      const host = document.createElement('div');
      host.lang = 'en';
      host.attachShadow({ mode: 'open' }).innerHTML = `<div part="${part}"><button>Accept all</button></div>`;
      document.body.append(host);
      const button = host.shadowRoot!.querySelector('button')!;
      button.addEventListener('click', (event) => consent.choose({ performance: true }, { event }));
      button.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
      const texts: Record<string, string> = { ...en, ...enPanel, title: 'Cookies?' };
      const all = Object.keys(texts)
        .sort()
        .map((key) => [key, texts[key]]);
      expect(await next(2)).toMatchObject({ act: part, language: 'en', texts: sha256(JSON.stringify(all)) });

      // And no longer than the click lasts.
      consent.choose('all');
      expect(await next(3)).toMatchObject({ act: 'api', language: null, texts: null });
    },
  );

  it('has no hash where the browser offers none (http), and all the rest', async () => {
    vi.stubGlobal('crypto', {});
    const { consent, next } = visit();
    consent.choose('all');
    expect(await next(1)).toMatchObject({ act: 'api', file: null, categories: { advertising: true } });
  });

  it('leaves nothing on the page after the end', async () => {
    const added = vi.spyOn(document, 'addEventListener');
    const removed = vi.spyOn(document, 'removeEventListener');
    const clicks = (spy: typeof added | typeof removed) =>
      spy.mock.calls
        .filter(([type, , capture]) => type === 'click' && capture === true)
        .map(([, listener]) => listener);
    const { consent, next } = visit();
    consent.choose('all');
    await next(1);
    consent.destroy();
    expect(clicks(added).length).toBeGreaterThan(0);
    expect(clicks(removed)).toEqual(expect.arrayContaining(clicks(added)));
  });

  it('may throw: it is told, and the choice stands', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const consent = openPage(SHOP, {
      onRecord() {
        throw new Error('the site');
      },
    });
    consent.choose('all');
    await until(() => expect(error.mock.calls[0]![0]).toMatchObject({ message: 'the site' }));
    expect(consent.allows('advertising')).toBe(true);
  });
});
