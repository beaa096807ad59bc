import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { createJudge } from '../../../src/gate/judge.ts';
import { createQuarantine } from '../../../src/gate/quarantine.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { decideFor, GPC, policyOf, recordOf, SHOP } from '../support/files.ts';

const shop = policyOf(SHOP);
const judgeFor = (given: Partial<Circumstances> = {}) =>
  createJudge(
    shop,
    decideFor(shop, given),
    registry,
    new URL('https://shop.example'),
    () => 'https://shop.example/',
    () => false,
  );
const choice = (vendors: Record<string, boolean>) => judgeFor({ record: recordOf({ vendors }) });
const undecided = judgeFor();
const granted = choice({ linkedin: true, doubleclick: true, 'google-analytics': true, 'acme-ads': true });
const all = () => true;

let sent: string[];
let warnings: string[];
let quarantine: ReturnType<typeof createQuarantine>;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  sent = [];
  warnings = [];
  quarantine = createQuarantine((message) => void warnings.push(message));
});
afterEach(() => {
  vi.useRealTimers();
});

/** Holds a request, which says its name when it is sent. */
function hold(url: string, kind = 'beacon', mark?: string): void {
  const address = `https://${url}`;
  quarantine.add(kind, undecided.url(address, mark), () => void sent.push(url), mark);
}

describe('what is held', () => {
  it('is told oldest first, as the public sees it', () => {
    hold('px.ads.linkedin.com/1', 'img');
    hold('ad.doubleclick.net/2');
    quarantine.add('cookie', undecided.cookie('_ga'));
    expect(quarantine.items).toEqual([
      {
        kind: 'img',
        url: 'https://px.ads.linkedin.com/1',
        host: 'px.ads.linkedin.com',
        vendor: 'linkedin',
        category: 'advertising',
        reason: 'regime',
        path: '$.regime',
      },
      expect.objectContaining({ kind: 'beacon', vendor: 'doubleclick' }),
      expect.objectContaining({ kind: 'cookie', url: '_ga', vendor: 'google-analytics' }),
    ]);
    expect(sent).toEqual([]);
  });

  it('stays while the visitor has not decided', () => {
    hold('px.ads.linkedin.com/1');
    for (const judge of [undecided, judgeFor({ signals: GPC })]) {
      quarantine.drop(() => judge);
      quarantine.send(() => judge, all);
    }
    expect(quarantine.items).toHaveLength(1);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['px.ads.linkedin.com/1']);
  });
});

describe('a grant', () => {
  it('sends what was held, in order, once', () => {
    for (const url of ['px.ads.linkedin.com/1', 'ad.doubleclick.net/2', 'px.ads.linkedin.com/3']) hold(url);
    quarantine.send(() => granted, all);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['px.ads.linkedin.com/1', 'ad.doubleclick.net/2', 'px.ads.linkedin.com/3']);
    expect(quarantine.items).toEqual([]);
  });

  it('sends nothing of others', () => {
    for (const url of ['px.ads.linkedin.com/1', 'ad.doubleclick.net/2', 'unknown.example/3']) hold(url);
    quarantine.send(() => choice({ linkedin: true }), all);
    expect(sent).toEqual(['px.ads.linkedin.com/1']);
    expect(quarantine.items.map(({ host }) => host)).toEqual(['ad.doubleclick.net', 'unknown.example']);
  });

  it('sends what is marked when its mark is granted too', () => {
    hold('unknown.example/1', 'img', 'advertising');
    quarantine.send(() => choice({ linkedin: true }), all);
    expect(sent).toEqual([]);
    quarantine.send(() => judgeFor({ record: recordOf({ categories: { advertising: true } }) }), all);
    expect(sent).toEqual(['unknown.example/1']);
  });

  it('sends nothing of a vendor that the file does not let be replayed, and drops it', () => {
    for (const url of ['px.ads.linkedin.com/1', 'ad.doubleclick.net/2']) hold(url);
    quarantine.send(
      () => granted,
      (vendor) => vendor !== 'linkedin',
    );
    expect(sent).toEqual(['ad.doubleclick.net/2']);
    expect(quarantine.items).toEqual([]);
  });

  it('drops what cannot be sent later', () => {
    quarantine.add('fetch', undecided.url('https://px.ads.linkedin.com/'));
    quarantine.add('cookie', undecided.cookie('li_fat_id'));
    quarantine.send(() => granted, all);
    expect(quarantine.items).toEqual([]);
  });

  it('does not stop at one that fails', () => {
    hold('px.ads.linkedin.com/1');
    quarantine.add('beacon', undecided.url('https://px.ads.linkedin.com/2'), () => {
      throw new TypeError('native');
    });
    hold('px.ads.linkedin.com/3');
    hold('unknown.example/4');
    expect(() => quarantine.send(() => granted, all)).not.toThrow();
    expect(warnings).toEqual([expect.stringContaining('https://px.ads.linkedin.com/2')]);
    expect(sent).toEqual(['px.ads.linkedin.com/1', 'px.ads.linkedin.com/3']);
    expect(quarantine.items).toHaveLength(1);
  });

  it('keeps what is added meanwhile', () => {
    quarantine.add('beacon', undecided.url('https://px.ads.linkedin.com/'), () =>
      hold('ad.doubleclick.net/2'),
    );
    hold('unknown.example/3');
    quarantine.send(() => choice({ linkedin: true }), all);
    expect(quarantine.items.map(({ host }) => host).sort()).toEqual([
      'ad.doubleclick.net',
      'unknown.example',
    ]);
  });
});

describe('a denial by choice', () => {
  it('drops what waits, for good', () => {
    for (const url of ['px.ads.linkedin.com/1', 'ad.doubleclick.net/2']) hold(url);
    quarantine.add('cookie', undecided.cookie('li_fat_id'));
    quarantine.drop(() => choice({ linkedin: false }));
    expect(quarantine.items.map(({ vendor }) => vendor)).toEqual(['doubleclick']);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['ad.doubleclick.net/2']);
  });

  it('keeps what is part of how the page looks and plays', () => {
    const refused = choice({ linkedin: false });
    hold('px.ads.linkedin.com/style', 'style');
    for (const kind of ['style', 'image', 'audio', 'video'])
      quarantine.add(kind, refused.url('https://px.ads.linkedin.com/1'), () => void sent.push(kind));
    quarantine.drop(() => refused);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['px.ads.linkedin.com/style', 'style', 'image', 'audio', 'video']);
  });
});

describe('what is kept at most', () => {
  it('is the last 100 of a vendor', () => {
    for (let i = 1; i <= 130; i++) hold(`px.ads.linkedin.com/${i}`);
    hold('ad.doubleclick.net/1');
    expect(quarantine.items).toHaveLength(101);
    quarantine.send(() => granted, all);
    expect(sent).toHaveLength(101);
    expect(sent[0]).toBe('px.ads.linkedin.com/31');
    expect(sent.at(-1)).toBe('ad.doubleclick.net/1');
  });

  it('is 100 of each vendor: a busy one takes nothing from another', () => {
    hold('ad.doubleclick.net/1');
    for (let i = 1; i <= 300; i++) hold(`px.ads.linkedin.com/${i}`);
    expect(quarantine.items[0]!.vendor).toBe('doubleclick');
  });

  it('is not older than 30 minutes', () => {
    hold('px.ads.linkedin.com/old');
    vi.advanceTimersByTime(60_000);
    hold('px.ads.linkedin.com/new');
    vi.advanceTimersByTime(29 * 60_000 + 1);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['px.ads.linkedin.com/new']);
    expect(quarantine.items).toEqual([]);
  });

  it('is still sent a moment before', () => {
    hold('px.ads.linkedin.com/1');
    vi.advanceTimersByTime(30 * 60_000 - 1);
    quarantine.send(() => granted, all);
    expect(sent).toEqual(['px.ads.linkedin.com/1']);
  });
});
