import { ATTRIBUTES, LOADING_REL, PARKED } from './attributes.ts';
import type { Handler } from './patch.ts';
import type { Room } from './room.ts';
import type { Tags } from './tags.ts';

/** Interfaces (`HTML…Element`) whose properties reflect a loading attribute. A link loads by its `rel`. */
const REFLECTED: Readonly<Record<string, string>> = {
  Script: 'src',
  Image: 'src srcset',
  IFrame: 'src srcdoc',
  Frame: 'src',
  Embed: 'src',
  Object: 'data',
  Anchor: 'ping',
  Area: 'ping',
  Link: 'href imageSrcset rel relList',
  Source: 'src srcset',
  Media: 'src',
  Video: 'poster',
  Track: 'src',
  Input: 'src',
  Body: 'background',
};

/** Whether it is a link's list, told without looking for the link: lists of classes are changed all the time. */
function isRel(list: DOMTokenList): boolean {
  try {
    return list.supports('stylesheet');
  } catch (_) {
    // A list of classes has no words that it knows of (DOM, "validation steps").
    return false;
  }
}

/** Addresses that a script gives to an element: as a property, as an attribute, as an attribute node. */
export function patchElements({ doc, patch, construct, set }: Room, tags: Tags): void {
  /** True where the value is held. A link that is about to become a loading one gives up its address first. */
  function holds(element: Element, name: string, value: unknown): boolean {
    if (ATTRIBUTES.includes(name)) return tags.hold(element, name, value);
    if (name === 'rel' && element.localName === 'link') tags.gate(element, 'script', String(value));
    return false;
  }

  construct('Audio', (args, _, create) => {
    const [src] = args.splice(0);
    const audio = create() as HTMLAudioElement;
    if (src !== undefined) audio.src = src;
    return audio;
  });
  for (const type of Object.keys(REFLECTED))
    for (const property of REFLECTED[type]!.split(' '))
      patch(`HTML${type}Element`, property, (native, self, args) => {
        if (!holds(self, property.toLowerCase().replace('list', ''), args[0])) native.apply(self, args);
      });

  const attribute =
    (at: number): Handler =>
    (native, self, args) => {
      const name = String(args[at]).toLowerCase();
      if (args.length > at + 1 && holds(self, name, args[at + 1])) return;
      native.apply(self, args);
      // It asks for something when it is drawn.
      if (name === 'style') tags.styles.dress(self);
    };
  patch('Element', 'setAttribute', attribute(0), 2);
  patch('Element', 'setAttributeNS', attribute(1), 3);
  patch('Element', 'setAttributeNode setAttributeNodeNS', (native, self, args) => {
    if (args[0] && holds(self, args[0].name, args[0].value)) return null;
    const old = native.apply(self, args);
    tags.styles.dress(self);
    return old;
  });
  const value: Handler = (native, self, args) => {
    const element = self.ownerElement;
    if (element && holds(element, self.name, args[0])) return;
    native.apply(self, args);
    if (element) tags.styles.dress(element);
  };
  patch('Attr', 'value', value);
  // A list of words does not tell whose it is. Only a link in the document loads by one.
  patch('DOMTokenList', 'add toggle replace value', (native, self, args) => {
    if (LOADING_REL.test(args.join()) && isRel(self))
      for (const link of doc.querySelectorAll('link'))
        if (link.relList === self) holds(link, 'rel', args.join());
    return native.apply(self, args);
  });

  // The map does not tell whose it is.
  const owners = new WeakMap<object, Element>();
  patch('Element', 'attributes', (native, self) => {
    const map = native.call(self);
    owners.set(map, self);
    return map;
  });
  // What the page takes back does not come. Those that make two trees alike take away what they do not know.
  const removal =
    (at: number): Handler =>
    (native, self, args) => {
      const element = owners.get(self) || self;
      const name = String(args[at]).toLowerCase();
      const held = PARKED + name;
      if (tags.hasParked(element, name)) return null;
      if (ATTRIBUTES.includes(name) && element.hasAttribute(held)) {
        if (element.hasAttribute(name)) set(element, held, null);
        else args[at] = held;
      }
      return native.apply(self, args);
    };
  patch('Element', 'removeAttribute toggleAttribute', removal(0), 1);
  patch('Element', 'removeAttributeNS', removal(1), 2);
  patch('NamedNodeMap', 'removeNamedItem', removal(0), 1);
  patch('NamedNodeMap', 'setNamedItem setNamedItemNS', (native, self, args) => {
    const element = owners.get(self);
    if (!element || !args[0]) return native.apply(self, args);
    if (holds(element, args[0].name, args[0].value)) return null;
    const old = native.apply(self, args);
    tags.styles.dress(element);
    return old;
  });
}
