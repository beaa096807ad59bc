import { ATTRIBUTES, addresses, PARKED } from './attributes.ts';
import { addressesIn, contentOf } from './documents.ts';
import { type Finding, strictest } from './judge.ts';
import type { Room } from './room.ts';

/** Every static and dynamic import of an address with a host in the text of a script. Goes to workers as text. */
export const imported = (code: string): string[] =>
  (code.match(/\b(?:import|from)\s*\(?\s*["'`](?:https?:)?\/\/[^"'`]+/g) || []).map((part) =>
    part.replace(/^[^"'`]*./, ''),
  );

/** Elements that run, show or apply a text which their address may carry in itself. */
const OWN_TEXT = /^(i?frame|embed|object|script|link)$/;
/** What such a text asks for. A frame's is a page of its own, whose scripts run. */
const inText = (text: string, kind: string): string[] =>
  kind === 'script' ? imported(text) : kind === 'link' ? addresses('style', text) : addressesIn(text);

export const isScript = (element: Element) => element.localName === 'script';

/** A script that keeps its address while it is held. Chromium 156 asks for that of an SVG script, whatever its type. */
export const keeps = (script: Element) => isScript(script) && 'text' in script;

/** Attributes whose address is parked. */
export const parked = (element: Element) => ATTRIBUTES.filter((name) => element.hasAttribute(PARKED + name));

/** A script that waits: of a type that does not run, by its mark or by the gate. */
export const waits = (script: Element) =>
  script.hasAttribute(PARKED + 'type') || script.getAttribute('type') === 'text/plain';

/** Reads what a tag asks for, or would, and puts it to the judge. */
export function createVerdicts(room: Pick<Room, 'url' | 'win'>) {
  /** The verdict on what one attribute would load: of several addresses the strictest. */
  function judge(element: Element, name: string, value: unknown): Finding {
    const { localName } = element;
    const given = String(value);
    const text =
      name === 'srcdoc' ? given : OWN_TEXT.test(localName) ? contentOf(room.win, given) : undefined;
    const list = text === undefined ? addresses(name, given) : inText(text, localName);
    const findings = list.map((address) =>
      // The mark of a tag says nothing of how it is styled.
      room.url(address, name === 'style' ? null : element.getAttribute('data-heed')),
    );
    return strictest(findings) || room.url('');
  }

  /** What inline code asks for before it runs: imports of a module, a map of them, pages to fetch ahead, a bundle. */
  function imports(script: Element): Finding[] {
    const type = script.getAttribute(PARKED + 'type') || script.getAttribute('type') || '';
    const read = /^module$/i.test(type)
      ? imported
      : /^(importmap|speculationrules|webbundle)$/i.test(type) && addressesIn;
    return read ? read(script.textContent!).map((address) => judge(script, 'src', address)) : [];
  }

  /** The verdict on a tag that is held or marked; undefined for any other. */
  function verdictOf(element: Element): Finding | undefined {
    const held = [
      ...parked(element),
      ...['style', 'text'].filter((name) => element.hasAttribute(PARKED + name)),
    ];
    const findings = held.map((name) => judge(element, name, element.getAttribute(PARKED + name)));
    if (isScript(element)) {
      if (!waits(element)) return;
      // A script keeps its address: scripts look for one another by it.
      for (const name of ATTRIBUTES)
        if (element.hasAttribute(name)) findings.push(judge(element, name, element.getAttribute(name)));
      findings.push(...imports(element));
      const word = element.getAttribute('data-heed');
      if (word && !findings.length) findings.push(room.url('', word));
    }
    return strictest(findings);
  }

  return { judge, imports, verdictOf };
}
