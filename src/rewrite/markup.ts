import { quoted } from '../quoted.ts';

/** One attribute as it stands in a start tag: its name in small letters, and from where to where. */
interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What is to become of a start tag. */
export interface Edits {
  /** Attributes that keep their bytes under a name that asks for nothing: `data-heed-<name>`. */
  readonly park: Set<string>;
  /** Attributes that get another value. */
  readonly replace: Map<string, string>;
  /** Attributes that come first, and so beat all of the same name. */
  readonly first: Map<string, string>;
}

const ATTRIBUTE =
  /([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r "'>][^\t\n\f\r >]*|(?=>)))?/g;

/** The attributes of a start tag, doubles too (HTML "Tokenization": the first of a name counts). */
function places(tag: string): Place[] {
  const found: Place[] = [];
  ATTRIBUTE.lastIndex = /^<[^\t\n\f\r />]*/.exec(tag)![0].length;
  for (let at = ATTRIBUTE.exec(tag); at; at = ATTRIBUTE.exec(tag))
    found.push({
      name: at[1]!.replace(/[A-Z]/g, (c) => c.toLowerCase()),
      start: at.index,
      end: ATTRIBUTE.lastIndex,
    });
  return found;
}

/** A start tag with these edits; every byte that is not concerned stays. */
export function editTag(tag: string, { park, replace, first }: Edits): string {
  const all = places(tag);
  const has = new Set(all.map(({ name }) => name));
  const seen = new Set<string>();
  const nameEnd = /^<[^\t\n\f\r />]*/.exec(tag)![0].length;
  let out = tag.slice(0, nameEnd);
  for (const [name, value] of first) out += ` ${name}="${quoted(value)}"`;
  let copied = nameEnd;
  for (const { name, start, end } of all) {
    const touched = park.has(name) || replace.has(name);
    if (!touched && !first.has(name)) continue;
    // A double would come to life in the place of the first; what is parked already is the site's own word.
    const double = seen.has(name) || !touched;
    seen.add(name);
    const parked = !double && park.has(name) && !has.has('data-heed-' + name);
    const gone = double || (!parked && !replace.has(name));
    const before = tag.slice(copied, start);
    // With an attribute goes the space before it, if there is some behind it too.
    out += gone && /[\t\n\f\r >]/.test(tag[end]!) ? before.replace(/[\t\n\f\r ]+$/, '') : before;
    copied = end;
    if (gone) continue;
    if (parked) out += 'data-heed-' + tag.slice(start, end);
    if (replace.has(name)) out += (parked ? ' ' : '') + `${name}="${quoted(replace.get(name)!)}"`;
  }
  return out + tag.slice(copied);
}
