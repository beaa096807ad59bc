import { gateCss } from './css.ts';

const SVG = 'href xlink:href';
/** Presentation attributes of SVG that take an address, in `url()` (SVG 2, "Presentation attributes"). */
const PAINT = 'fill stroke mask filter clip-path marker-start marker-mid marker-end cursor';
const MOTION = 'to from by values';
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
  tbody: 'background',
  thead: 'background',
  tfoot: 'background',
  col: 'background',
  colgroup: 'background',
  image: SVG,
  use: SVG,
  feImage: SVG,
  set: 'to',
  animate: MOTION,
};

const ADDRESSES = [...new Set(Object.values(LOADS).join(' ').split(' '))];

/** Every such attribute, once. */
export const ATTRIBUTES = [...ADDRESSES, ...PAINT.split(' ')];

/** Where a held address stands meanwhile. */
export const PARKED = 'data-heed-';

/**
 * A link asks for its address only where its `rel` says so; a canonical or licence link does not. Firefox ESR 153 fetches
 * the next page ahead.
 */
export const LOADING_REL = /stylesheet|icon|pre|manifest|next/i;

/** The attributes by which this element may load something; `rel` is the one that a link is about to get. */
export const loading = (element: Element, rel = element.getAttribute('rel')): string[] =>
  element.localName === 'link' && !LOADING_REL.test(rel || '')
    ? []
    : `${LOADS[element.localName] || ''}${'ownerSVGElement' in element ? ' ' + PAINT : ''}`.split(' ');

/**
 * The addresses in an attribute: one, each of a `ping`, each candidate of a `srcset` (a width or density is none), or
 * those in CSS.
 */
export function addresses(name: string, value: string): string[] {
  if (/srcset$|^ping$/.test(name))
    return value.split(/[\s,]+/).filter((part) => part && !/^[\d.]+[wxh]$/.test(part));
  const found = MOTION.includes(name) ? value.split(';') : [];
  if (!found.length && !STYLED.includes(name)) return [value];
  gateCss(value, (address) => !found.push(address));
  return found;
}

/** What holds CSS: an attribute, the text of a style element. */
const STYLED = ['style', 'text', ...PAINT.split(' ')];
/** Finds what holds CSS. */
export const DRESSED = `[${PARKED}style],[${PARKED}text]`;

/** Finds what is styled with an address, perhaps. */
export const STYLING = 'style,' + STYLED.map((name) => `[${name}*="("]`);

/** Elements that Heed fills with text. */
export const FILLED = '[data-heed-status],[data-heed-cookies]';

/** Finds every element that the gate has parked, or that is marked. */
export const MARKED = [
  '[data-heed]',
  FILLED,
  DRESSED,
  ...['type', ...ATTRIBUTES].map((name) => `[${PARKED}${name.replace(':', '\\:')}]`),
].join();

/** Finds every element that is looked at once it is in the page. */
export const SETTLED = MARKED + ',iframe,frame,object';

const TELLING = new Set([...ATTRIBUTES, 'style']);
/** Whether an element with attributes may match `LOADING` or `SETTLED`: quicker than asking, for the many that do not. */
export const isTelling = (element: Element): boolean =>
  /^(script|i?frame|object)$/.test(element.localName) ||
  element
    .getAttributeNames()
    .some(
      (name) =>
        /^data-heed|:/.test(name) ||
        (TELLING.has(name) && (name === 'style' || loading(element).includes(name))),
    );

/** Finds every element that may load something. */
export const LOADING =
  ADDRESSES.map((name) => `[${name.replace('xlink:', '*|')}]`).join() +
  ',[data-heed],script[type],' +
  STYLING;
