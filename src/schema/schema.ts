import { COOKIE, ID } from '../config/parse.ts';
import { RECOMMENDED } from '../regions/recommended.ts';
import { TABLE } from '../regions/table.ts';
import { en, enPanel } from '../ui/texts/en.ts';
import { because, list, ref, type Schema, shape, text, yesNo } from './keywords.ts';
import { vendorDefs } from './vendor.ts';

const texts: Readonly<Record<string, string>> = { ...en, ...enPanel };
const CATEGORIES = ['required', 'performance', 'marketing', 'advertising'];
const LABEL = '[^\\s.:*?#@/]+';
const HOST = `^${LABEL}(\\.${LABEL})+\\.?`;

const signal = (description: string, more: Schema): Schema => ({
  description,
  ...more,
  anyOf: [
    {
      type: 'array',
      minItems: 1,
      items: {
        anyOf: [
          { enum: CATEGORIES.filter((id) => id !== 'required') },
          { type: 'string', pattern: ID.source, not: { const: 'required' } },
        ],
      },
    },
    because('ignore', 'Switches the signal off.'),
  ],
});

/**
 * JSON Schema of the category file, for editors. It says what can be said without the rest of the file: that an id
 * stands twice, or that a signal names a category that the file does not have, only `parseConfig()` finds.
 */
export const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Category file of Heed',
  ...shape(
    'Which vendors and cookies a site has, and who may do what. Everything has a default but "categories".',
    {
      $schema: text('For your editor; not read.'),
      revision: {
        description:
          'Raise it when vendors or purposes change: grants lapse and visitors are asked again. Denials stay.',
        type: 'integer',
        minimum: 0,
        default: 1,
      },
      regime: {
        description:
          'Where no region matches. "opt-in": nothing but required until a choice. "opt-out": allowed until denied.',
        ...ref('regime'),
        default: 'opt-in',
      },
      regions: {
        description:
          'Regime by region. "recommended", alone or as a key with its date, fills in a dated table; rows of your own go over it.',
        default: {},
        anyOf: [
          { const: 'recommended' },
          {
            type: 'object',
            properties: {
              recommended: {
                description: 'Date of the table.',
                enum: Object.keys(RECOMMENDED),
              },
              ...Object.fromEntries(
                TABLE.map(({ code, regime, source }) => [
                  code,
                  { description: `Recommended: ${regime}. ${source}`, ...ref('regime') },
                ]),
              ),
            },
            patternProperties: { '^[A-Z]{2}(-[A-Z0-9]{1,3})?$': ref('regime') },
            additionalProperties: false,
          },
        ],
      },
      regionFrom: {
        description: 'Lets the clock stand in where nobody has named a region. Default: no guess.',
        enum: ['timezone'],
      },
      signals: shape(
        'Which categories a signal denies. A list adds to the default; it never takes away from it.',
        {
          gpc: signal(
            'Global Privacy Control. Denies, besides, every vendor that shares, whatever its category.',
            { default: ['advertising'] },
          ),
          dnt: signal('Do Not Track. Default: all but "required".', {}),
        },
      ),
      unlisted: {
        description: 'Third-party hosts that no category lists.',
        default: 'hold',
        anyOf: [{ const: 'hold' }, because('allow', 'Lets them pass.')],
      },
      mode: {
        description: '"report" holds nothing and logs what would be held, for a roll-out.',
        enum: ['enforce', 'report'],
        default: 'enforce',
      },
      reload: {
        description: 'With a guard, a grant loads the page anew; "ask" asks the visitor first.',
        enum: ['auto', 'ask'],
        default: 'auto',
      },
      audience: {
        description: 'No choice and no regime grants advertising, or any vendor that shares.',
        enum: ['minors', 'sensitive'],
      },
      tcf: yesNo(
        'A registered IAB TCF platform of the page is one more denial: until it has answered, everything but "required" is held.',
        { default: false },
      ),
      cookie: shape('The opt-out cookie.', {
        name: text('Its name.', { pattern: '^[\\w-]+$', default: 'heed' }),
        domain: text(
          '"auto" takes the widest domain that the browser accepts, so that subdomains share the choice.',
          {
            default: 'auto',
          },
        ),
        grantDays: {
          description: 'Days after which a grant ends and the visitor is asked again.',
          type: 'integer',
          minimum: 0,
          default: 180,
        },
      }),
      links: shape('Linked from banner and preferences.', { privacy: text('Address of the privacy page.') }),
      firstParty: list(
        'Hosts that are the site\'s own, besides its domain. Without scheme, port, path and "*".',
        { type: 'string', pattern: HOST + '$' },
        { default: [] },
      ),
      texts: {
        description: 'Replaces texts of the interface, by key.',
        type: 'object',
        properties: Object.fromEntries(
          Object.keys(texts).map((key) => [key, text('In English: ' + texts[key])]),
        ),
        additionalProperties: { type: 'string' },
        default: {},
      },
      categories: {
        description: 'What may be granted or denied. Leave out what you do not have, add what you need.',
        type: 'object',
        minProperties: 1,
        properties: Object.fromEntries(
          CATEGORIES.map((id) => [id, { description: texts[`category.${id}.about`], ...ref('category') }]),
        ),
        propertyNames: { pattern: ID.source },
        additionalProperties: ref('category'),
      },
    },
    { required: ['categories'] },
  ),
  $defs: {
    regime: { enum: ['opt-in', 'opt-out'] },
    category: shape('A category. Its id has small letters, digits and "-".', {
      name: text("Shown to visitors. Default for the four usual ids: Heed's own."),
      description: text("Shown to visitors. Default for the four usual ids: Heed's own."),
      vendors: list('Ids of vendors that Heed knows, or objects.', ref('vendor'), { default: [] }),
      cookies: list("The site's own cookies in this category: names, or objects.", ref('cookie'), {
        default: [],
      }),
    }),
    host: {
      description: 'A host, without scheme, port and "*".',
      type: 'string',
      pattern: HOST + '(/.*)?$',
    },
    cookieName: {
      description: 'A cookie name, "*" at its end only.',
      type: 'string',
      pattern: COOKIE.source,
    },
    cookie: {
      anyOf: [
        ref('cookieName'),
        shape(
          'A cookie, with what visitors are told of it.',
          {
            name: ref('cookieName'),
            purpose: text('Shown in the cookie table.'),
            duration: text('In words; "session" is translated.'),
            party: {
              description: 'Third-party cookies are listed for visitors; no page can hold or delete them.',
              enum: ['first', 'third'],
              default: 'first',
            },
            httpOnly: yesNo(
              'Whether only your server can delete it. Visitors are told that the page cannot.',
              {
                default: false,
              },
            ),
          },
          { required: ['name'] },
        ),
      ],
    },
    ...vendorDefs,
  },
};
