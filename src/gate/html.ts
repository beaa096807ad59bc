import { LOADS } from './attributes.ts';
import type { Room } from './room.ts';
import type { Tags } from './tags.ts';

const NAMES = Object.keys(LOADS).join('|');
/** Start tags that may load something, wherever they stand in a piece of markup. */
const TAG = new RegExp(`<(${NAMES})(?=[\\s/])((?:"[^"]*"|'[^']*'|[^'">])*)>`, 'gi');
/** Such a tag that a piece of markup leaves open. */
const OPEN = new RegExp(`<(${NAMES})\\b[^>]*$`, 'i');

/** Markup that a script hands over as text. */
export function patchHtml({ doc, patch, trusted, parse }: Room, tags: Tags): void {
  const html = (markup: unknown) => trusted('createHTML', markup);

  /** Patches what takes markup as its argument number `at`; it changes the parent, but for the content of an element. */
  const markup = (owner: string, keys: string, at: number, content?: boolean) =>
    patch(
      owner,
      keys,
      (native, self, args) => {
        const { reword } = tags.styles;
        if (self.localName === 'style') return reword(self, args, () => native.apply(self, args));
        const tree = self.nodeType && ((!content && self.parentNode) || self);
        // Inside SVG `<image>` is no other word for `<img>`.
        if (at < args.length) args[at] = tags.text(args[at], 'text', 'ownerSVGElement' in self && self);
        const result = native.apply(self, args);
        if (tree && /<script/i.test(String(args[at]))) tags.bury(tree);
        if (tags.isBlind()) tags.gateTree(tree || result, 'text');
        // A fragment's pictures load before it is inserted. Nothing else is looked at: the tree may be the whole page.
        if (/data-heed|<(i?frame|object)/i.test(args[at])) tags.settleTree(tree || result);
        return result;
      },
      at + 1,
    );
  markup('Element', 'outerHTML', 0);
  for (const owner of ['Element', 'ShadowRoot']) markup(owner, 'innerHTML setHTML setHTMLUnsafe', 0, true);
  markup('Element', 'insertAdjacentHTML', 1);
  markup('Range', 'createContextualFragment', 0);
  markup('Document', 'execCommand', 2);

  let cut = '';
  // What the page writes once it is there, or into a frame, no observer sees.
  let late = doc.readyState !== 'loading';
  doc.addEventListener(
    'readystatechange',
    () => {
      late = true;
    },
    { once: true },
  );
  patch(
    'Document',
    'write writeln',
    (native, self, args) => {
      if (self !== doc) return native.apply(self, args);
      // A freed script comes after the parser has passed its place: written as it stands, its markup would replace
      // the page. It goes where the script stands.
      if (tags.write(args.join(''))) return;
      // The parser takes markup that is cut anywhere: it is gated tag by tag, and all else passes as it came.
      const before = cut;
      const asked = before + args.join('');
      cut = (OPEN.exec(asked) || [''])[0]!;
      const whole = asked.slice(0, asked.length - cut.length).replace(TAG, (tag) => {
        const parsed = parse(tag).content.firstElementChild;
        return parsed && tags.gate(parsed, 'parser') ? parsed.outerHTML.replace(/<\/\w+>$/, '') : tag;
      });
      // As it came, if it may: it may be more than text.
      native.apply(self, !before && whole === args.join('') ? args : [html(whole)]);
      if (late) tags.gateTree(doc, 'parser');
      tags.settleTree(doc);
    },
    99,
  );
}
