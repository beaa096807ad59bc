import { addresses, LOADS, loading } from '../gate/attributes.ts';

/** Beyond what the gate looks at: elements that ask for an address by one engine or another, or for another document. */
const MORE: Readonly<Record<string, string>> = {
  // An <image> in HTML becomes an <img>.
  image: 'src srcset href xlink:href',
  tbody: 'background',
  thead: 'background',
  tfoot: 'background',
  col: 'background',
  colgroup: 'background',
  // Firefox follows these into other documents.
  ...Object.fromEntries(
    'linearGradient radialGradient pattern filter textPath mpath'
      .split(' ')
      .map((name) => [name, 'href xlink:href']),
  ),
};

/** Attributes of addresses, by the name of their element in small letters. */
const LISTS = new Map<string, ReadonlySet<string>>();
for (const table of [LOADS, MORE])
  for (const [name, list] of Object.entries(table)) {
    if (list) LISTS.set(name.toLowerCase(), new Set(list.split(' ')));
  }

/** Of any element: attributes with addresses that are asked for on a click, and by attribution reporting. */
const ANYWHERE = new Set(['ping', 'attributionsrc']);

/** SVG presentation attributes that may hold a `url()` (SVG 2, "Presentation attributes"). */
const PRESENTATION = new Set(
  'fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor'.split(' '),
);

/** What an SVG animation sets an attribute to. */
const ANIMATED = new Set(['to', 'from', 'by', 'values']);

/** Every attribute that has to be looked at, on whatever element: the rest is passed on as it came. */
const LOOKED_AT = new Set([
  ...[...LISTS.values()].flatMap((list) => [...list]),
  ...ANYWHERE,
  ...PRESENTATION,
  ...ANIMATED,
  'style',
  'srcdoc',
]);

export type AttributeKind = 'address' | 'style' | 'presentation' | 'page' | undefined;

export interface LookedAt {
  readonly name: string;
  readonly get: (attribute: string) => string | null;
}

/** What an attribute of an element means to a browser, as far as it asks for something. */
export function kindOf({ name, get }: LookedAt, attribute: string): AttributeKind {
  if (!LOOKED_AT.has(attribute)) return;
  if (attribute === 'style') return 'style';
  if (attribute === 'srcdoc') return name === 'iframe' ? 'page' : undefined;
  if (PRESENTATION.has(attribute)) return 'presentation';
  if (ANYWHERE.has(attribute)) return 'address';
  if (ANIMATED.has(attribute)) {
    if (name !== 'set' && name !== 'animate') return;
    return /(^|:)href\s*$/i.test(get('attributename') ?? '') ? 'address' : 'presentation';
  }
  if (!LISTS.get(name)?.has(attribute)) return;
  if (name !== 'link') return 'address';
  const link = { localName: name, getAttribute: get } as unknown as Element;
  return loading(link).includes(attribute) || /compression-dictionary/i.test(get('rel') ?? '')
    ? 'address'
    : undefined;
}

/** The addresses in an attribute. */
export function addressesIn(attribute: string, value: string): string[] {
  if (ANYWHERE.has(attribute)) return value.split(/[\t\n\f\r ]+/).filter(Boolean);
  if (attribute === 'values') return value.split(';');
  // What a URL leaves out may not part it.
  return addresses(attribute, value.replace(/\ufeff/g, ''));
}
