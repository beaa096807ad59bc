import { LOADS } from './attributes.ts';
import type { Room } from './gate.ts';
import { patchMethod, type Undo } from './patch.ts';
import type { Tags } from './tags.ts';

/** Methods that put nodes into a tree, by interface (DOM "mutation methods", Range). */
const METHODS: Readonly<Record<string, string>> = {
  Node: 'appendChild insertBefore replaceChild',
  Element: 'append prepend replaceChildren before after replaceWith insertAdjacentElement moveBefore',
  Document: 'append prepend replaceChildren moveBefore',
  DocumentFragment: 'append prepend replaceChildren moveBefore',
  CharacterData: 'before after replaceWith',
  Range: 'insertNode surroundContents',
};

/** Trees that a script inserts: what they carry is held before, and marked tags in them are settled after. */
export function patchInsertion(room: Room, tags: Tags): Undo {
  const win = room.win as unknown as Record<string, { prototype: object } | undefined>;
  /** Whether there is anything in it to look at: most nodes are text, or elements that load nothing. */
  const matters = (node: Node): boolean =>
    node.nodeType === 11 || (node.nodeType === 1 && !!(LOADS[(node as Element).localName] || node.firstChild));

  const undo: Undo[] = [];
  for (const type of Object.keys(METHODS)) {
    for (const method of METHODS[type]!.split(' ')) {
      undo.push(
        patchMethod(win[type]?.prototype, method, (native, self, args) => {
          let inserted: Node[] | undefined;
          for (const node of args) {
            if (!node || !node.nodeType || !matters(node)) continue;
            tags.gateTree(node, true);
            // A fragment is empty once it has been inserted.
            inserted ||= [];
            if (node.nodeType === 11) inserted.push(...node.childNodes);
            else inserted.push(node);
          }
          const result = native.apply(self, args);
          if (inserted) for (const node of inserted) tags.settleTree(node);
          return result;
        }),
      );
    }
  }

  // A copy into the page's own document starts to load before anybody inserts it: it is made elsewhere, gated there,
  // and brought over.
  const elsewhere = room.doc.implementation.createHTMLDocument('');
  undo.push(
    patchMethod(room.win.Document.prototype, 'importNode', (native, self, args) => {
      const copy = native.apply(self === room.doc ? elsewhere : self, args);
      if (self !== room.doc) return copy;
      if (matters(copy)) tags.gateTree(copy, true);
      return room.doc.adoptNode(copy);
    }),
  );

  return () => {
    for (const back of undo) back();
  };
}
