import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Circumstances } from '../../../src/decide/decide.ts';
import type { Config } from '../../../src/types.ts';
import { loadVendors } from '../../../src/vendors/load.ts';
import { loaders } from '../../../src/vendors/loaders.ts';
import { decideFor, GPC, policyOf, recordOf } from '../support/files.ts';

const FILE: Config = {
  categories: {
    required: { vendors: ['stripe'] },
    marketing: { vendors: [{ id: 'marketo', munchkinId: '123-ABC-456' }, 'google-tag-manager', 'youtube'] },
    advertising: {
      vendors: [
        { id: 'linkedin', partnerId: '12345' },
        { id: 'facebook', pixelId: '1234567890' },
        { id: 'microsoft-uet', tagId: '12345678' },
      ],
    },
  },
};
const policy = policyOf(FILE);
const said = (vendors: Record<string, boolean>) => ({ record: recordOf({ vendors }) });
const later = () => new Promise((resolve) => setImmediate(resolve));

let inserted: string[];
let warnings: string[];
beforeEach(() => {
  inserted = [];
  warnings = [];
});

/** The flow's end: what to call with each decision. */
function start({
  fetchLoaders = async () => loaders as unknown,
  insert = async (_src: string) => {},
  file = policy,
} = {}) {
  const take = loadVendors(
    { dataLayer: [] } as unknown as Window,
    fetchLoaders,
    (src) => {
      inserted.push(src);
      return insert(src);
    },
    (message) => void warnings.push(message),
  );
  return async (given: Partial<Circumstances>) => {
    take(file, decideFor(file, given));
    await later();
  };
}
const INSIGHT = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
const PIXEL = 'https://connect.facebook.net/en_US/fbevents.js';

describe('a vendor that the file names with its ids', () => {
  it('is loaded when it is granted, once, and not before', async () => {
    const fetchLoaders = vi.fn(async () => loaders);
    const decide = start({ fetchLoaders });
    await decide({});
    expect([inserted, fetchLoaders.mock.calls]).toEqual([[], []]);
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: false }));
    await decide(said({ linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    await decide(said({ linkedin: true, facebook: true }));
    expect(inserted).toEqual([INSIGHT, PIXEL]);
  });

  it('is not loaded against a signal', async () => {
    const decide = start();
    await decide({ ...said({ linkedin: true }), signals: GPC });
    expect(inserted).toEqual([]);
  });

  it('is not loaded if it has been denied by the time its loader is there, and is after the next grant', async () => {
    let arrive = (_loaders: unknown) => {};
    const fetchLoaders = () =>
      new Promise<unknown>((resolve) => {
        arrive = resolve;
      });
    const decide = start({ fetchLoaders });
    await decide(said({ linkedin: true }));
    await decide(said({ linkedin: false }));
    arrive(loaders);
    await later();
    expect(inserted).toEqual([]);
    await decide(said({ linkedin: true }));
    arrive(loaders);
    await later();
    expect(inserted).toEqual([INSIGHT]);
  });
});

describe('a vendor that the file names without ids', () => {
  it('is the business of the page: nothing is fetched for it', async () => {
    const fetchLoaders = vi.fn(async () => loaders);
    await start({ fetchLoaders })(said({ 'google-tag-manager': true, youtube: true }));
    expect([inserted, fetchLoaders.mock.calls]).toEqual([[], []]);
  });
});

describe('a failure', () => {
  it('of one vendor is told, and stops no other', async () => {
    const broken = {
      ...loaders,
      linkedin: {
        forms: {},
        load() {
          throw new Error('no insight');
        },
      },
    };
    await start({ fetchLoaders: async () => broken })(said({ linkedin: true, facebook: true }));
    expect(inserted).toEqual([PIXEL]);
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*no insight/)]);
  });

  it('of the loaders is told, and throws nothing', async () => {
    const fetchLoaders = () => Promise.reject(new Error('offline'));
    await start({ fetchLoaders })(said({ linkedin: true }));
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*offline/)]);
  });

  /** A promise that keeps count of its descendants to which nobody listens. */
  const unheard = new Set<Promise<unknown>>();
  class Watched<T> extends Promise<T> {
    // biome-ignore lint/suspicious/noThenProperty: what this is about
    override then<A = T, B = never>(
      good?: ((value: T) => A | PromiseLike<A>) | null,
      bad?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      unheard.delete(this);
      const next = super.then(good, bad);
      unheard.add(next);
      // What comes to a good end needs nobody; and the test itself leaves no rejection.
      super.then.call(
        next,
        () => unheard.delete(next),
        () => {},
      );
      return next;
    }
  }
  beforeEach(() => unheard.clear());

  it.each(['linkedin', 'facebook', 'microsoft-uet', 'marketo'])(
    'of the script of %s is told, and leaves no rejection that the page would hear of',
    async (id) => {
      const insert = () => Watched.reject(new Error('blocked')) as Promise<void>;
      await start({ insert })(said({ [id]: true }));
      await later();
      expect(warnings).toEqual([expect.stringMatching(new RegExp(`${id}.*blocked`))]);
      expect(unheard.size).toBe(0);
    },
  );

  it.each(['microsoft-uet', 'marketo'])(
    'of a script of %s that does not bring what it should is told, and leaves no rejection',
    async (id) => {
      const insert = () => Watched.resolve() as Promise<void>;
      await start({ insert })(said({ [id]: true }));
      await later();
      expect(warnings).toEqual([expect.stringContaining(id)]);
      expect(unheard.size).toBe(0);
    },
  );

  it('an id of another form than was ever seen is told, and loaded all the same', async () => {
    const file = policyOf({
      categories: { advertising: { vendors: [{ id: 'linkedin', partnerId: 'my shop' }] } },
    });
    await start({ file })(said({ linkedin: true }));
    expect(inserted).toEqual([INSIGHT]);
    expect(warnings).toEqual([expect.stringMatching(/linkedin.*partnerId/)]);
  });
});
