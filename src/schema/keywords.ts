/** The keywords of JSON Schema (draft 2020-12) that the schema of the category file is made of. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: 'string' | 'boolean' | 'integer' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly unevaluatedProperties?: false;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

export const ref = (name: string): Schema => ({ $ref: '#/$defs/' + name });

export const text = (description: string, more: Schema = {}): Schema => ({
  description,
  type: 'string',
  ...more,
});

export const yesNo = (description: string, more: Schema = {}): Schema => ({
  description,
  type: 'boolean',
  ...more,
});

export const list = (description: string, items: Schema, more: Schema = {}): Schema => ({
  description,
  type: 'array',
  items,
  ...more,
});

/** An object of these keys only. */
export const shape = (
  description: string,
  properties: Readonly<Record<string, Schema>>,
  more: Schema = {},
): Schema => ({
  description,
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});

/** What holds of a value that meets a condition. */
export const when = (condition: Schema, holds: Schema): Schema => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema
  then: holds,
});

/** Whoever denies less than the rules do says why. */
export const because = (key: string, description: string): Schema =>
  shape(description, { [key]: text('The reason, in writing.', { pattern: '\\S' }) }, { required: [key] });
