// Writes the tables of src/vendors/ from the vendor files beside them: which of them has what.
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../src/vendors');

/** What a vendor file may export, the table that gathers it, its type, and what the table is for. */
const TABLES = [
  ['core', 'registry', 'VendorCore', 'What every visitor needs of each vendor that Heed knows, by id.'],
  ['loader', 'loaders', 'VendorLoader', 'How to load each vendor that Heed can load, by id.'],
  [
    'consent',
    'consents',
    'VendorConsent',
    'The consent call of each vendor that has one and is fetched for it, by id.',
  ],
  [
    'facts',
    'facts',
    'VendorFacts',
    'What the interface tells about each vendor, by id. Never reached from heed.ts without a need to show it.',
  ],
  ['about', 'abouts', 'VendorAbout', 'What tools and the documentation tell about each vendor, by id.'],
];

const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The tables as they should be, by file name. */
export function tables() {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => [name.slice(0, -3), fs.readFileSync(path.join(folder, name), 'utf8')]);
  const vendors = texts.filter(([, text]) => text.includes('export const core: VendorCore'));
  const written = {};
  for (const [part, table, type, purpose] of TABLES) {
    const ids = vendors.filter(([, text]) => text.includes(`export const ${part}: `)).map(([id]) => id);
    const types =
      table === 'facts' ? "\nexport type { VendorCookie, VendorFacts } from './vendor.ts';\n" : '';
    const imports = [
      ...ids.map((id) => [id, `import { ${part} as ${camel(id)} } from './${id}.ts';`]),
      ['vendor', `import type { ${type} } from './vendor.ts';`],
    ].sort(([a], [b]) => (a < b ? -1 : 1));
    written[table + '.ts'] = [
      '// Written by scripts/index-vendors.mjs.',
      ...imports.map(([, line]) => line),
      types,
      `/** ${purpose} */`,
      `export const ${table}: Readonly<Record<string, ${type}>> = {`,
      ...ids.map((id) => (id === camel(id) ? `  ${id},` : `  '${id}': ${camel(id)},`)),
      '};',
      '',
    ].join('\n');
  }
  return written;
}

if (process.argv[1] === import.meta.filename)
  for (const [name, text] of Object.entries(tables())) fs.writeFileSync(path.join(folder, name), text);
