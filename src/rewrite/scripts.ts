import type { Finding } from '../gate/judge.ts';

type Judge = (address: string) => Finding | undefined;

const SPACE = String.raw`(?:\s|/\*[\s\S]*?\*/|//[^\n]*\n)*`;
/** Static and dynamic imports whose address is written out. */
const IMPORT = new RegExp(
  `\\b(?:import|from)${SPACE}\\(?${SPACE}(["'\`])((?:(?!\\1)[^\\\\\\n]|\\\\[\\s\\S])*)\\1`,
  'g',
);

/** The text of a JavaScript string literal, as far as an address could hide in one. */
const literal = (text: string) =>
  text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|\r?\n|([\s\S]))/gi,
    (_all, x, u, braced, other) => {
      const hex = x ?? u ?? braced;
      if (hex === undefined) return other ?? '';
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    },
  );

/** What an inline module imports that is held: by address, or by a name that a held import map gives one. */
export function importsIn(text: string, judge: Judge, mapped: ReadonlyMap<string, Finding>): Finding[] {
  const found: Finding[] = [];
  for (const [, , specifier] of text.matchAll(IMPORT)) {
    const name = literal(specifier!);
    const bare = !/^(\.{0,2}[\\/]|[a-z][a-z\d+.-]*:)/i.test(name.trim());
    // A name stands for its own address, or for what lies below one that ends in "/".
    const below = [...mapped.keys()].find((key) => key.endsWith('/') && name.startsWith(key));
    const finding =
      mapped.get(name) ??
      (below === undefined ? undefined : mapped.get(below)) ??
      (bare ? undefined : judge(name));
    if (finding) found.push(finding);
  }
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON of a data script; undefined where a browser would not take it either. */
function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch (_) {
    return undefined;
  }
}

/** Names of an import map whose address is held (HTML "Import maps": `imports`, `scopes`). */
export function mappedIn(text: string, judge: Judge): Map<string, Finding> {
  const held = new Map<string, Finding>();
  const map = parse(text);
  if (!map) return held;
  const scopes = isObject(map.scopes) ? Object.values(map.scopes) : [];
  for (const names of [map.imports, ...scopes])
    if (isObject(names))
      for (const [name, address] of Object.entries(names)) {
        const finding = typeof address === 'string' ? judge(address) : undefined;
        if (finding) held.set(name, finding);
      }
  return held;
}

/** What a document rule may match: true where all of it is the site's own. */
function staysHome(where: unknown, judge: Judge): boolean {
  if (!isObject(where)) return false;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  if ('and' in where) return list(where.and).some((part) => staysHome(part, judge));
  if ('or' in where) return list(where.or).every((part) => staysHome(part, judge));
  if (!('href_matches' in where)) return false;
  return list(where.href_matches).every((pattern) => {
    const text = isObject(pattern) ? (pattern.hostname ?? pattern.baseURL ?? pattern.protocol) : pattern;
    if (text === undefined) return true;
    // A pattern that starts with its path is the site's own (URL Pattern: its base is the document's).
    return typeof text === 'string' && /^[/?#](?![/\\])/.test(text)
      ? true
      : typeof text === 'string' && /^https?:\/\/[\w.-]+(\/|$)/i.test(text) && !judge(text);
  });
}

/** Whether speculation rules could ask somebody who is held; with the findings, as far as they have an address. */
export function speculatesOn(text: string, judge: Judge): { held: boolean; findings: Finding[] } {
  const findings: Finding[] = [];
  let held = false;
  for (const rules of Object.values(parse(text) ?? {}))
    for (const rule of Array.isArray(rules) ? rules : []) {
      if (!isObject(rule)) continue;
      for (const url of Array.isArray(rule.urls) ? rule.urls : []) {
        const finding = typeof url === 'string' ? judge(url) : undefined;
        if (finding) findings.push(finding);
      }
      if (!Array.isArray(rule.urls) && !staysHome(rule.where, judge)) held = true;
    }
  return { held: held || findings.length > 0, findings };
}
