import type { Policy } from '../config/policy.ts';
import { owns } from '../owns.ts';
import type { VendorCore } from '../vendors/vendor.ts';

/** `heed.build.json` of the package: code in which names stand for what a site has of its own. */
export interface Templates {
  /** heed.js, without file and vendors. */
  readonly heed: string;
  /** heed.load.js, without vendors. */
  readonly load: string;
  /** Code of each vendor that has some, setting properties of `exports`. */
  readonly vendors: Readonly<Record<string, string>>;
}

/**
 * JSON as code that old browsers read: the two line ends that ES2018 does not take in a string, and what would end a
 * script element if somebody puts the script into a page.
 */
const literal = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => '\\u' + char.charCodeAt(0).toString(16).padStart(4, '0'),
  );

const hostOf = (pattern: string) => pattern.replace(/\/.*/s, '');

/**
 * The vendors that a file names, and those that share a host with one of them or have a name below it: without them,
 * what is theirs would count as that vendor's, and be granted with it.
 *
 * @returns ids, in the order of the registry
 */
export function vendorsFor(
  policy: Policy,
  registry: Readonly<Record<string, VendorCore>>,
): readonly string[] {
  const named = Object.values(policy.vendors).flatMap(({ hosts }) => hosts.map(hostOf));
  const isNear = (host: string) => named.some((other) => `.${host}`.endsWith(`.${other}`));
  return Object.keys(registry).filter(
    (id) => owns(policy.vendors, id) || registry[id]!.hosts.split(' ').some((host) => isNear(hostOf(host))),
  );
}

/**
 * A site's own `heed.js`: with its category file inside, the vendors that the file names, and what loads and tells them.
 *
 * @param file the category file, valid
 * @returns a classic script, ES2018; the same for the same file
 */
export function siteScript(
  file: Readonly<Record<string, unknown>>,
  policy: Policy,
  registry: Readonly<Record<string, VendorCore>>,
  templates: Templates,
): string {
  const { $schema, ...rest } = file;
  const cores = vendorsFor(policy, registry).map((id) => [id, registry[id]!] as const);
  const withCode = Object.keys(policy.vendors).filter((id) => owns(templates.vendors, id));
  const table = (part: string) =>
    `{${withCode
      .filter((id) => templates.vendors[id]!.includes(`exports.${part}=`))
      .map((id) => `${literal(id)}:HEED_VENDORS[${literal(id)}].${part}`)
      .join()}}`;
  const codes = withCode.map(
    (id) => `${literal(id)}:(exports=>{${templates.vendors[id]!};return exports})({})`,
  );
  const load = fill(templates.load, { HEED_LOADERS: table('loader'), HEED_CONSENTS: table('consent') });
  const parts = codes.length ? `{"heed.load"(){const HEED_VENDORS={${codes.join()}};${load}}}` : '{}';
  return `${fill(templates.heed, {
    // A key that means something in a literal means nothing in JSON.
    HEED_FILE: `JSON.parse(${literal(JSON.stringify(rest))})`,
    HEED_PARTS: parts,
    HEED_REGISTRY: literal(Object.fromEntries(cores)),
  })}\n`;
}

/** Puts what stands for itself in the place of each name. */
function fill(code: string, by: Readonly<Record<string, string>>): string {
  return code.replace(/\bHEED_[A-Z]+\b/g, (name) => {
    if (!owns(by, name)) throw new Error(`${name} stands for nothing`);
    return by[name]!;
  });
}
