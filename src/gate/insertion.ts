import { FILLED, LOADING, LOADS, SETTLED, STYLING } from './attributes.ts';
import type { Room } from './room.ts';
import type { Tags } from './tags.ts';

const PARENT = 'append prepend replaceChildren moveBefore ';
const CHILD = 'before after replaceWith';
/** Methods that put nodes into a tree, by interface (DOM "mutation methods", Range). */
const METHODS: Readonly<Record<string, string>> = {
  Node: 'appendChild insertBefore replaceChild',
  Element: PARENT + CHILD + ' insertAdjacentElement',
  Document: PARENT,
  DocumentFragment: PARENT,
  CharacterData: CHILD,
  Range: 'insertNode surroundContents',
};

const ANY = LOADING + ',' + SETTLED;
const OWN = STYLING + ',' + FILLED;

/** Trees that a script inserts: what they carry is held before, and marked tags in them are settled after. */
export function patchInsertion({ win, doc, patch }: Room, tags: Tags): void {
  /** Whether there is anything in an element to look at: most load nothing. */
  const matters = (node: Element): unknown =>
    LOADS[node.localName] ||
    node.localName === 'style' ||
    (node.firstElementChild && node.querySelector(ANY)) ||
    (node.hasAttributes() && node.matches(OWN));

  for (const type of Object.keys(METHODS))
    patch(type, METHODS[type]!, (native, self, args) => {
      tags.stirred = true;
      // What a method takes second stands in the page already.
      if (args.length > 1) args[1] = tags.inPlaceOf(args[1]);
      let inserted: Node[] | undefined;
      let text = false;
      for (const node of args) {
        const kind = node && node.nodeType;
        if (kind === 1 ? matters(node) : kind === 11) {
          tags.gateTree(node, 'script');
          // A fragment is empty once it has been inserted.
          inserted = (inserted || []).concat(kind === 1 ? node : [...node.childNodes]);
        } else text = text || kind !== 1;
        // What takes a list has no length. Of the others the first node is inserted, and the second stands there already.
        if (kind && native.length) break;
      }
      const result =
        (text || inserted) && self.localName === 'style'
          ? tags.styles.reword(self, args, () => native.apply(self, args))
          : native.apply(self, args);
      if (inserted) for (const node of inserted) tags.settleTree(node);
      return result;
    });

  patch('Node', 'removeChild', (native, self, [child]) => {
    native.call(self, tags.inPlaceOf(child));
    return child;
  });

  // A router may bring a whole body.
  patch(
    'Document',
    'body',
    (native, self, args) => {
      if (args[0]) tags.gateTree(args[0], 'script');
      native.apply(self, args);
      if (args[0]) tags.settleTree(args[0]);
    },
    0,
  );

  // WebKit (WebKitGTK 2.50.6) asks for a picture as soon as it belongs to the page's document.
  patch('Document', 'adoptNode', (native, self, args) => {
    if (args[0]) tags.gateTree(args[0], 'script');
    return native.apply(self, args);
  });

  // A copy into the page's own document starts to load before anybody inserts it: it is made elsewhere, gated there,
  // and brought over.
  let elsewhere: Document | undefined;
  patch('Document', 'importNode', (native, self, args) => {
    if (self !== doc) return native.apply(self, args);
    elsewhere ||= doc.implementation.createHTMLDocument('');
    const copy = native.apply(elsewhere, args);
    tags.gateTree(copy, 'script');
    const here = doc.adoptNode(copy);
    // Where it was made, nothing is defined.
    if (win.customElements) win.customElements.upgrade(here);
    return here;
  });
}
