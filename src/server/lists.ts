/**
 * The parts of a header that is a list, split at the commas that stand in no quotes and, where `angled`, in no `<…>`.
 */
export function partsOf(value: string, angled = false): string[] {
  const parts: string[] = [];
  let quoted = false;
  let inside = false;
  let start = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value[at];
    if (quoted && char === '\\') at++;
    else if (!inside && char === '"') quoted = !quoted;
    else if (angled && !quoted && (char === '<' || char === '>')) inside = char === '<';
    else if (char === ',' && !quoted && !inside) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, value.slice(start)].map((part) => part.trim()).filter(Boolean);
}

/** Every address with a scheme that a text holds; JSON may write "/" as "\/". */
export const addressesIn = (text: string): string[] =>
  text.replace(/\\\//g, '/').match(/(?:https?|wss?):\/\/[^\s"'<>;,)}\\]+/gi) || [];
