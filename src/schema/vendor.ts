import { ADVANCED, ID } from '../config/parse.ts';
import { registry } from '../vendors/registry.ts';
import { vendors } from '../vendors.ts';
import { because, list, ref, type Schema, text, when, yesNo } from './keywords.ts';

const words = (given = '') => given.split(' ').filter(Boolean);
const known = Object.keys(registry);

const named = (id: string): Schema => ({ properties: { id: { const: id } }, required: ['id'] });

/** What an entry of a known vendor may have besides: its own ids, all that are needed or none. */
function own(id: string): Schema {
  const { ids, options } = registry[id]!;
  const told = vendors.find((one) => one.id === id)!;
  const parameter = (name: string): Schema => {
    const { example } = told.parameters.find((one) => one.name === name) ?? {};
    return text(
      words(ids).includes(name)
        ? 'The id that the vendor gave you. With it, Heed loads the vendor once it is granted.'
        : 'May be given besides.',
      example === undefined ? {} : { examples: [example] },
    );
  };
  const names = [...words(ids), ...words(options)];
  const given = { type: 'string', minLength: 1 } as const;
  return {
    description: `${told.name} (${told.company}). ${told.purpose}`,
    properties: {
      ...Object.fromEntries(names.map((name) => [name, parameter(name)])),
      ...(ADVANCED.test(id) && {
        consentMode: because('advanced', "Lets Google's tag send its cookieless pings while it is denied."),
      }),
    },
    ...when(
      { anyOf: names.map((name) => ({ properties: { [name]: { type: 'string' } }, required: [name] })) },
      { properties: Object.fromEntries(words(ids).map((name) => [name, given])), required: words(ids) },
    ),
  };
}

/** A vendor in a category: one that Heed knows, by its id alone or with more, or one that the file describes. */
export const vendorDefs: Readonly<Record<string, Schema>> = {
  knownVendor: { description: 'A vendor that Heed knows. docs/vendors.md has them all.', enum: known },
  vendor: { anyOf: [ref('knownVendor'), ref('vendorEntry')] },
  vendorEntry: {
    description: 'A vendor that Heed knows, with more; or any other, which needs "hosts".',
    type: 'object',
    properties: {
      id: {
        description: 'A vendor that Heed knows, or a new id: small letters, digits and "-".',
        anyOf: [ref('knownVendor'), { type: 'string', pattern: ID.source }],
      },
      name: text('Shown to visitors. Default: what Heed knows.'),
      company: text('Shown to visitors. Default: what Heed knows.'),
      purpose: text('Shown to visitors. Default: what Heed knows.'),
      privacyPolicy: text('Address, shown to visitors. Default: what Heed knows.'),
      shares: yesNo(
        'Whether you sell or share data with it. "false" only where the vendor works for you alone, by contract. Default: what Heed knows, else true.',
      ),
      hosts: list(
        'Added to what Heed knows. A host covers its subdomains; "host/path" narrows to a path.',
        ref('host'),
      ),
      cookies: list('Its first-party cookies, added to what Heed knows.', ref('cookie')),
      storage: list(
        'Keys in localStorage and sessionStorage, IndexedDB databases, caches, files; "*" at the end only. Names of "cookies" count too.',
        { type: 'string', pattern: '^[^*]+\\*?$' },
      ),
      replay: yesNo('"false": what was held is not sent after a grant.', { default: true }),
    },
    required: ['id'],
    allOf: [
      { anyOf: [{ properties: { id: ref('knownVendor') } }, { required: ['hosts'] }] },
      ...known
        .filter((id) => registry[id]!.ids || registry[id]!.options)
        .map((id) => when(named(id), own(id))),
    ],
    unevaluatedProperties: false,
  },
};
