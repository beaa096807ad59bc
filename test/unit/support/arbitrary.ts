import fc from 'fast-check';
import { type ChoiceRecord, vendorCode } from '../../../src/choice/record.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import type { Policy } from '../../../src/config/policy.ts';
import type { Circumstances } from '../../../src/decide/decide.ts';
import { SIGNAL_KINDS } from '../../../src/signals/signals.ts';
import type {
  CategoryEntry,
  CategoryId,
  Config,
  CookieFact,
  SignalKind,
  VendorEntry,
} from '../../../src/types.ts';
import { registry } from '../../../src/vendors/registry.ts';
import { TODAY } from './files.ts';

const OPTIONAL = ['performance', 'marketing', 'advertising', 'social', 'chat'];
const OWN_VENDORS = ['acme-ads', 'stats', 'chatter', 'constructor'];
/** Every vendor that an arbitrary file may name. */
const VENDORS = ['stripe', 'google-analytics', 'marketo', 'doubleclick', 'linkedin', ...OWN_VENDORS];

/** A vendor entry of every form: the bare id, the id with more, a vendor that the file describes. */
const entry = (id: string): fc.Arbitrary<string | VendorEntry> => {
  const more = fc.record(
    {
      shares: fc.boolean(),
      replay: fc.boolean(),
      cookies: fc.constant<CookieFact[]>([{ name: `_${id}_*` }]),
    },
    { requiredKeys: [] },
  );
  return OWN_VENDORS.includes(id)
    ? more.map((rest): VendorEntry => ({ id, hosts: [`${id}.example`], ...rest }))
    : fc.oneof(
        fc.constant<string | VendorEntry>(id),
        more.map((rest): VendorEntry => ({ id, ...rest })),
      );
};

const regime = fc.constantFrom('opt-in' as const, 'opt-out' as const);

/** A valid category file. */
export const config: fc.Arbitrary<Config> = fc
  .uniqueArray(fc.constantFrom(...OPTIONAL), { minLength: 1 })
  .chain((optional) => {
    const ids: CategoryId[] = ['required', ...optional];
    // A file may deny more than the default, and less only by `ignore`.
    const ignore = fc.record({ ignore: fc.constant('because') });
    const gpc = fc
      .subarray(optional, { minLength: 1 })
      .map((ids) => [...new Set([...ids, ...optional.filter((id) => id === 'advertising')])]);
    const signals = fc.record(
      { gpc: fc.oneof(gpc, ignore), dnt: fc.oneof(fc.constant(optional), ignore) },
      { requiredKeys: [] },
    );
    return fc
      .record({
        // Where each vendor stands: a category, or nowhere.
        places: fc.array(fc.option(fc.constantFrom(...ids), { freq: 3 }), {
          minLength: VENDORS.length,
          maxLength: VENDORS.length,
        }),
        entries: fc.tuple(...VENDORS.map(entry)),
        cookies: fc.subarray(ids),
        withRequired: fc.boolean(),
        rest: fc.record(
          {
            revision: fc.integer({ min: 0, max: 4 }),
            regime,
            regions: fc.dictionary(fc.constantFrom('US', 'US-CA', 'DE', 'CA-QC'), regime),
            signals,
            unlisted: fc.oneof(fc.constant('hold' as const), fc.constant({ allow: 'because' })),
            audience: fc.constantFrom('minors' as const, 'sensitive' as const),
            cookie: fc.record({ grantDays: fc.integer({ min: 0, max: 400 }) }),
          },
          { requiredKeys: [] },
        ),
      })
      .map(({ places, entries, cookies, withRequired, rest }): Config => {
        const categories: Record<CategoryId, CategoryEntry> = {};
        for (const id of ids) {
          const vendors = entries.filter((_, i) => places[i] === id);
          if (id === 'required' && !withRequired && !vendors.length) continue;
          categories[id] = { vendors, ...(cookies.includes(id) && { cookies: [`own_${id}`] }) };
        }
        return { ...rest, categories };
      });
  });

/** What the flow makes of an arbitrary valid file. */
export const policy: fc.Arbitrary<Policy> = config.map((file) => {
  const { policy, problems } = parseConfig(file, registry);
  if (problems.length) throw new Error('not a valid file: ' + JSON.stringify(problems));
  return policy;
});

export const day = fc.integer({ min: TODAY - 500, max: TODAY + 500 });

const code = fc.oneof(fc.constantFrom(...VENDORS.map(vendorCode)), fc.stringMatching(/^[a-z0-9]{4}$/));

const revision = fc.integer({ min: 0, max: 4 });
const seen = fc.record({ gpc: day, dnt: day }, { requiredKeys: [] });
const choice = fc.record({
  revision,
  categories: fc.dictionary(fc.constantFrom(...OPTIONAL, 'gone'), fc.boolean()),
  vendors: fc.dictionary(code, fc.boolean(), { maxKeys: 12 }),
  signals: fc.subarray([...SIGNAL_KINDS]) as fc.Arbitrary<SignalKind[]>,
  seen,
});
/** A choice made on one of these days; its grants may count from an earlier one. */
const chosenOn = (days: fc.Arbitrary<number>): fc.Arbitrary<ChoiceRecord & { day: number }> =>
  fc
    .tuple(choice, days, fc.option(fc.integer({ min: 1, max: 200 }), { freq: 2, nil: 0 }))
    .map(([said, day, older]) => ({ ...said, day, ...(older && { grantDay: day - older }) }));

/** Whatever the opt-out cookie may hold: a choice, or only a signal that was seen. */
export const record: fc.Arbitrary<ChoiceRecord> = fc.oneof(
  { weight: 8, arbitrary: chosenOn(day) },
  {
    weight: 1,
    arbitrary: fc.record({
      revision,
      day: fc.constant(null),
      categories: fc.constant({}),
      vendors: fc.constant({}),
      signals: fc.constant([]),
      seen,
    }),
  },
);

export const signals = fc.record({ gpc: fc.boolean(), dnt: fc.boolean() });

export const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  signals,
  region: fc.constantFrom(
    null,
    '',
    'US',
    'us-ca',
    'US-CA',
    'US-TX',
    'DE',
    'CA',
    'CA-QC',
    'ZZ',
    'constructor',
  ),
  record: fc.option(record, { freq: 8 }),
  day,
  optedOut: fc.boolean(),
});

/** Circumstances in which a choice was made lately, so that it counts. */
export const lately: fc.Arbitrary<Circumstances & { record: ChoiceRecord & { day: number } }> =
  circumstances.chain((given) =>
    chosenOn(fc.integer({ min: given.day - 30, max: given.day })).map((record) => ({ ...given, record })),
  );
