import { describe, expect, it, vi } from 'vitest';
import { createConsent } from '../../src/create.ts';
import type { Decision } from '../../src/types.ts';
import { granted, SHOP } from './support/files.ts';

const OPEN = { ...SHOP, regime: 'opt-out' as const, regions: { US: 'opt-out' as const } };

describe('where there is no window', () => {
  it('importing and creating touches nothing', () => {
    expect(globalThis).not.toHaveProperty('window');
    const before = Object.getOwnPropertyDescriptors(globalThis);
    createConsent(SHOP);
    expect(Object.getOwnPropertyDescriptors(globalThis)).toEqual(before);
  });

  it.each([
    ['opt-in', SHOP, {}],
    ['an opt-out regime', OPEN, {}],
    ['an opt-out region', OPEN, { region: 'US-CA' }],
    ['a visitor who has opted out', OPEN, { region: 'US-CA', account: { optedOut: true } }],
    ['a file without a mistake but the audience', { ...OPEN, audience: 'minors' as const }, {}],
  ])('everything but required is denied: %s', (_name, config, options) => {
    const { decision } = createConsent(config, options);
    expect(granted(decision)).toEqual([]);
    expect(decision.categories.required).toMatchObject({ granted: true });
    expect(decision.vendors.stripe).toMatchObject({ granted: true });
  });

  it('a broken file throws nothing and grants nothing', () => {
    for (const config of [null, undefined, {}, { categories: { advertising: { vendors: ['linkdin'] } } }]) {
      const consent = createConsent(config as never);
      expect(granted(consent.decision)).toEqual([]);
      expect(consent.allows('required')).toBe(true);
      expect(consent.decision.ask).toBe(false);
    }
  });

  it('what is asked is answered', () => {
    const consent = createConsent(OPEN);
    expect(consent.allows('linkedin')).toBe(false);
    expect(consent.allows('required')).toBe(true);
    expect(consent.allows('constructor')).toBe(false);
    expect(consent.held).toEqual([]);
    expect(consent.explain('https://px.ads.linkedin.com/')).toMatchObject({
      kind: 'host',
      vendor: 'linkedin',
      granted: false,
    });
    expect(consent.explain('advertising')).toMatchObject({ kind: 'category', granted: false });
  });

  it('a listener is called at once, and its undo does nothing', () => {
    const consent = createConsent(SHOP);
    const listener = vi.fn<(decision: Decision) => void>();
    const stop = consent.subscribe(listener);
    expect(listener.mock.calls).toEqual([[consent.decision]]);
    stop();
    stop();
  });

  it('no act does anything, and none throws', () => {
    const consent = createConsent(OPEN);
    const before = consent.decision;
    consent.choose('all');
    consent.choose({ advertising: true });
    consent.withdraw();
    consent.reset();
    consent.openPreferences();
    consent.showBanner();
    consent.destroy();
    expect(consent.decision).toBe(before);
    expect(granted(before)).toEqual([]);
  });

  it('whenGranted waits for ever for what is denied, and not for required', async () => {
    const consent = createConsent(SHOP);
    const [waits, resolves] = [vi.fn(), vi.fn()];
    void consent.whenGranted('linkedin').then(waits);
    void consent.whenGranted('required').then(resolves);
    await Promise.resolve();
    await Promise.resolve();
    expect(resolves).toHaveBeenCalledTimes(1);
    expect(waits).not.toHaveBeenCalled();
  });

  it('two requests have nothing in common', () => {
    const [one, other] = [createConsent(SHOP), createConsent(SHOP)];
    expect(one).not.toBe(other);
    expect(one.decision).toEqual(other.decision);
  });
});
