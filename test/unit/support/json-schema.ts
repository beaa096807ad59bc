import { owns } from '../../../src/owns.ts';
import type { Schema } from '../../../src/schema/keywords.ts';

/** Keywords that judge nothing. */
const TOLD = ['$schema', '$defs', 'title', 'description', 'default', 'examples'];
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const isType = (type: Schema['type'], value: unknown): boolean => {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
};

/**
 * What a value breaks, each with its path: the keywords of draft 2020-12 that the category file's schema uses, and an
 * error for any other. `seen` collects the properties that `unevaluatedProperties` need not look at.
 */
export function problemsOf(root: Schema, value: unknown): string[] {
  function check(schema: Schema, value: unknown, path: string, seen = new Set<string>()): string[] {
    const found: string[] = [];
    const fail = (what: string) => void found.push(`${path}: ${what}`);
    /** A subschema that must hold counts as seen; one that is only tried does where it holds. */
    const inner = (part: Schema, at = value, where = path) =>
      found.push(...check(part, at, where, at === value ? seen : undefined));
    const holds = (part: Schema) => {
      const more = new Set<string>();
      const ok = !check(part, value, path, more).length;
      if (ok) for (const key of more) seen.add(key);
      return ok;
    };
    const rules: { [K in keyof Required<Schema>]?: (rule: NonNullable<Schema[K]>) => void } = {
      $ref: (name) => inner(root.$defs![name.replace('#/$defs/', '')]!),
      type: (type) => isType(type, value) || fail('type ' + type),
      enum: (valid) => valid.some((one) => same(one, value)) || fail('enum'),
      const: (one) => same(one, value) || fail('const'),
      pattern: (pattern) =>
        typeof value !== 'string' || new RegExp(pattern, 'u').test(value) || fail('pattern'),
      minLength: (least) => typeof value !== 'string' || value.length >= least || fail('minLength'),
      minimum: (least) => typeof value !== 'number' || value >= least || fail('minimum'),
      minItems: (least) => !Array.isArray(value) || value.length >= least || fail('minItems'),
      minProperties: (least) =>
        !isObject(value) || Object.keys(value).length >= least || fail('minProperties'),
      required: (names) => {
        if (isObject(value)) for (const name of names) if (!owns(value, name)) fail('required ' + name);
      },
      items: (item) => {
        if (Array.isArray(value)) value.forEach((one, i) => inner(item, one, `${path}[${i}]`));
      },
      propertyNames: (name) => {
        if (isObject(value)) for (const key of Object.keys(value)) inner(name, key, `${path}.${key}`);
      },
      anyOf: (parts) => parts.filter(holds).length || fail('anyOf'),
      allOf: (parts) => parts.forEach((part) => inner(part)),
      not: (part) => !check(part, value, path).length && fail('not'),
      if: (condition) => {
        const branch = holds(condition) ? schema.then : schema.else;
        if (branch) inner(branch);
      },
    };
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    if (isObject(value))
      for (const [key, item] of Object.entries(value)) {
        const at = `${path}.${key}`;
        const parts = [
          ...(owns(properties, key) ? [properties[key]!] : []),
          ...Object.keys(patternProperties)
            .filter((one) => new RegExp(one, 'u').test(key))
            .map((one) => patternProperties[one]!),
        ];
        if (!parts.length && additionalProperties) parts.push(additionalProperties);
        for (const part of parts) found.push(...check(part, item, at));
        if (parts.length) seen.add(key);
        else if (additionalProperties === false) found.push(`${at}: additionalProperties`);
      }
    for (const key of Object.keys(schema) as (keyof Schema)[]) {
      const rule = rules[key] as ((rule: unknown) => void) | undefined;
      if (rule) rule(schema[key]);
      else if (
        !/^(properties|patternProperties|additionalProperties|unevaluatedProperties|then|else)$/.test(key) &&
        !TOLD.includes(key)
      )
        throw new Error(`the keyword "${key}" is not known here`);
    }
    if (schema.unevaluatedProperties === false && isObject(value))
      for (const key of Object.keys(value))
        if (!seen.has(key)) found.push(`${path}.${key}: unevaluatedProperties`);
    return found;
  }
  return check(root, value, '$');
}
