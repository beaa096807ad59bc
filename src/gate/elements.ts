import { ATTRIBUTES, LOADS } from './attributes.ts';
import type { Room } from './gate.ts';
import { patchMethod, patchSetter, type Undo } from './patch.ts';
import type { Tags } from './tags.ts';

/** Interfaces whose properties reflect a loading attribute, with the attribute of each property. */
const REFLECTED: Readonly<Record<string, string>> = {
  HTMLScriptElement: 'src',
  HTMLImageElement: 'src srcset',
  HTMLIFrameElement: 'src',
  HTMLFrameElement: 'src',
  HTMLEmbedElement: 'src',
  HTMLObjectElement: 'data',
  HTMLLinkElement: 'href imageSrcset rel',
  HTMLSourceElement: 'src srcset',
  HTMLMediaElement: 'src',
  HTMLVideoElement: 'poster',
  HTMLTrackElement: 'src',
  HTMLInputElement: 'src',
  HTMLBodyElement: 'background',
};

/** Addresses that a script gives to an element: as a property, as an attribute, as an attribute node. */
export function patchElements(room: Room, tags: Tags): Undo {
  const win = room.win as unknown as Record<string, { prototype: object } | undefined>;
  const gated = new Set([...ATTRIBUTES, 'rel']);

  /** True where the value is held. A link that is about to become a loading one gives up its address first. */
  function held(element: Element, name: string, value: unknown): boolean {
    if (name !== 'rel') return tags.hold(element, name, value);
    if (element.localName === 'link') tags.gateElement(element, true, String(value));
    return false;
  }

  const undo: Undo[] = [];
  for (const type of Object.keys(REFLECTED)) {
    for (const property of REFLECTED[type]!.split(' ')) {
      undo.push(
        patchSetter(win[type]?.prototype, property, (native, self, [value]) => {
          if (!held(self, property.toLowerCase(), value)) native.call(self, value);
        }),
      );
    }
  }

  const element = room.win.Element.prototype;
  const attribute = (at: number) => (native: Function, self: Element, args: unknown[]) => {
    const given = args[at];
    const name = gated.has(given as string) ? (given as string) : String(given).toLowerCase();
    // An element of SVG knows `href` with or without its prefix; a namespaced one carries the prefix.
    if (gated.has(name) && args.length > at + 1 && LOADS[self.localName] && held(self, name, args[at + 1])) return;
    return native.apply(self, args);
  };
  undo.push(patchMethod(element, 'setAttribute', attribute(0)));
  undo.push(patchMethod(element, 'setAttributeNS', attribute(1)));

  const node = (native: Function, self: Element, args: Attr[]) => {
    const attr = args[0];
    if (attr && gated.has(attr.name) && held(self, attr.name, attr.value)) return null;
    return native.apply(self, args);
  };
  undo.push(patchMethod(element, 'setAttributeNode', node));
  undo.push(patchMethod(element, 'setAttributeNodeNS', node));
  const value = (native: Function, self: Attr, args: unknown[]) => {
    const owner = self.ownerElement;
    if (!(owner && gated.has(self.name) && held(owner, self.name, args[0]))) native.apply(self, args);
  };
  undo.push(patchSetter(room.win.Attr.prototype, 'value', value));
  undo.push(patchSetter(room.win.Node.prototype, 'nodeValue', (native, self, args) => {
    if (self.nodeType === 2) value(native, self, args);
    else native.apply(self, args);
  }));

  return () => {
    for (const back of undo) back();
  };
}
