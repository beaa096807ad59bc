import type { Room } from './gate.ts';
import { patchMethod, patchSetter, type Undo } from './patch.ts';
import type { Tags } from './tags.ts';

/** Start tags that may load something, wherever they stand in a piece of markup. */
const TAG =
  /<(script|img|image|iframe|link|source|video|audio|track|embed|object|input|table|t[dhr]|use|feimage)(?=[\s/])((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
/** A start tag of these that a piece of markup leaves open. */
const OPEN = /<(?:script|img|image|iframe|link|source|video|audio|track|embed|object|input)\b[^>]*$/i;

/** Markup that a script hands over as text. */
export function patchHtml(room: Room, tags: Tags): Undo {
  const { win, doc, native } = room;

  /** A template's content belongs to a document that loads nothing. */
  function parse(markup: string): HTMLTemplateElement {
    const template = doc.createElement('template');
    native.innerHTML.set!.call(template, room.trusted('createHTML', markup));
    return template;
  }

  /** Markup in which everything held is parked; the very value that came in where nothing is. */
  function gate(value: unknown): unknown {
    const markup = String(value);
    // No address of somebody else without one of these, however it is written.
    if (!/<\w[^]*[/\\&]/.test(markup)) return value;
    const template = parse(markup);
    return tags.gateTree(template.content, false)
      ? room.trusted('createHTML', native.innerHTML.get!.call(template))
      : value;
  }

  const undo: Undo[] = [];
  const element = win.Element.prototype;
  const whole = (host: object | undefined) => {
    undo.push(
      patchSetter(host, 'innerHTML', (set, self, [value]) => {
        set.call(self, gate(value));
        tags.settleTree(self);
      }),
    );
    for (const method of ['setHTML', 'setHTMLUnsafe']) {
      undo.push(
        patchMethod(host, method, (call, self, [value, ...rest]) => {
          call.call(self, gate(value), ...rest);
          tags.settleTree(self);
        }),
      );
    }
  };
  whole(element);
  whole(win.ShadowRoot?.prototype);
  undo.push(
    patchSetter(element, 'outerHTML', (set, self, [value]) => {
      const parent = self.parentNode;
      set.call(self, gate(value));
      if (parent) tags.settleTree(parent);
    }),
    patchMethod(element, 'insertAdjacentHTML', (call, self, [where, value]) => {
      call.call(self, where, gate(value));
      tags.settleTree(/^(before|after)(?!begin$)(begin|end)$/i.test(where) ? self.parentNode || self : self);
    }),
    patchMethod(win.Range.prototype, 'createContextualFragment', (call, self, [value]) => call.call(self, gate(value))),
    patchMethod(win.Document.prototype, 'execCommand', (call, self, args) => {
      if (/^inserthtml$/i.test(args[0])) args[2] = gate(args[2]);
      return call.apply(self, args);
    }),
  );

  /** Markup for the parser, which may be cut anywhere: tag by tag, everything else as it came. */
  const gateWritten = (markup: string): string =>
    markup.replace(TAG, (tag) => {
      const parsed = parse(tag).content.firstElementChild;
      return parsed && tags.gateElement(parsed, false) ? parsed.outerHTML.replace(/<\/\w+>$/, '') : tag;
    });

  let cut = '';
  for (const method of ['write', 'writeln']) {
    undo.push(
      patchMethod(win.Document.prototype, method, (call, self, args) => {
        if (self !== doc) return call.apply(self, args);
        const asked = args.join('') + (method === 'writeln' ? '\n' : '');
        const script = tags.scripts.current();
        if (script?.parentNode) {
          // A freed script comes after the parser has passed its place: written as it stands, its markup would
          // replace the page. It goes where the script stands.
          const range = doc.createRange();
          range.selectNode(script);
          script.parentNode.insertBefore(
            range.createContextualFragment(room.trusted('createHTML', asked) as string),
            script,
          );
          return;
        }
        let markup = cut + asked;
        cut = (OPEN.exec(markup) || [''])[0];
        markup = gateWritten(markup.slice(0, markup.length - cut.length));
        const same = args.length === 1 && markup === String(args[0]) && method === 'write';
        const result = call.call(self, ...(same ? args : [room.trusted('createHTML', markup)]));
        tags.settleTree(doc);
        return result;
      }),
    );
  }

  return () => {
    for (const back of undo) back();
  };
}
