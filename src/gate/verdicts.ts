import { ATTRIBUTES, addresses, PARKED } from './attributes.ts';
import { type Finding, strictest } from './judge.ts';
import type { Room } from './room.ts';

/** Static and dynamic imports of an address with a host. */
const IMPORT = /\b(?:import|from)\s*\(?\s*["']((?:https?:)?\/\/[^"']+)/g;

export const isScript = (element: Element) => element.localName === 'script';

/** Attributes whose address is parked. */
export const parked = (element: Element) => ATTRIBUTES.filter((name) => element.hasAttribute(PARKED + name));

/** A script that waits: of a type that does not run, by its mark or by the gate. */
export const waits = (script: Element) =>
  script.hasAttribute(PARKED + 'type') || script.getAttribute('type') === 'text/plain';

/** Reads what a tag asks for, or would, and puts it to the judge. */
export function createVerdicts(room: Pick<Room, 'url'>) {
  /** The verdict on what one attribute would load: of several addresses the strictest. */
  function judge(element: Element, name: string, value: unknown): Finding {
    const findings = addresses(name, String(value)).map((address) =>
      // The mark of a tag says nothing of how it is styled.
      room.url(address, name === 'style' ? null : element.getAttribute('data-heed')),
    );
    return strictest(findings) || room.url('');
  }

  /** What an inline module imports from elsewhere. */
  function imports(script: Element): Finding[] {
    const found: Finding[] = [];
    if (/^module$/i.test(script.getAttribute(PARKED + 'type') || script.getAttribute('type') || ''))
      script.textContent!.replace(IMPORT, (whole, address) => {
        found.push(judge(script, 'src', address));
        return whole;
      });
    return found;
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
