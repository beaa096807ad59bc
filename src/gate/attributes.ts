const SVG = 'href xlink:href';
/** Attributes by which an element makes the browser ask for something, by local name (HTML "fetch" attributes, SVG 2). */
export const LOADS: Readonly<Record<string, string>> = {
  // An element may be named like something that every object inherits.
  __proto__: null as never,
  script: 'src ' + SVG,
  img: 'src srcset',
  iframe: 'src srcdoc',
  frame: 'src',
  embed: 'src',
  object: 'data',
  a: 'ping',
  area: 'ping',
  link: 'href imagesrcset',
  source: 'src srcset',
  video: 'src poster',
  audio: 'src',
  track: 'src',
  input: 'src',
  body: 'background',
  table: 'background',
  td: 'background',
  th: 'background',
  tr: 'background',
  image: SVG,
  use: SVG,
  feImage: SVG,
};

/** Every such attribute, once. */
export const ATTRIBUTES = [...new Set(Object.values(LOADS).join(' ').split(' '))];

/** Where a held address stands meanwhile. */
export const PARKED = 'data-heed-';

/** A link asks for its address only where its `rel` says so; a canonical or licence link does not. */
const LOADING_REL = /stylesheet|icon|pre|manifest/i;

/** Whether this attribute of this element would be fetched; `rel` is the one that a link is about to get. */
export function loads(element: Element, name: string, rel?: string | null): boolean {
  const list = LOADS[element.localName];
  return (
    !!list &&
    list.split(' ').includes(name) &&
    (element.localName !== 'link' || LOADING_REL.test(rel ?? element.getAttribute('rel') ?? ''))
  );
}

/** The addresses in an attribute: one, each of a `ping`, each candidate of a `srcset` (a width or density is none). */
export const addresses = (name: string, value: string): string[] =>
  /srcset$|^ping$/.test(name)
    ? value.split(/[\s,]+/).filter((part) => part && !/^[\d.]+[wxh]$/.test(part))
    : [value];

/** Elements that Heed fills with text. */
export const FILLED = '[data-heed-status],[data-heed-cookies]';

/** Finds every element that the gate has parked, or that is marked. */
export const MARKED = [
  '[data-heed]',
  FILLED,
  ...['type', ...ATTRIBUTES].map((name) => `[${PARKED}${name.replace(':', '\\:')}]`),
].join();

/** Finds every element that is looked at once it is in the page. */
export const SETTLED = MARKED + ',iframe,frame,object';

/** Finds every element that may load something. */
export const LOADING =
  ATTRIBUTES.map((name) => `[${name.replace('xlink:', '*|')}]`).join() + ',[data-heed],script[type]';
