// Builds dist/ from src/: tsc writes JavaScript and types to build/, Rollup bundles them. The same source gives the
// same bytes. `--out DIR` builds elsewhere.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';
import { bundles, templates } from '../rollup.config.mjs';

const at = process.argv.indexOf('--out');
const out = path.resolve(at < 0 ? 'dist' : process.argv[at + 1]);
process.chdir(path.join(import.meta.dirname, '..'));

fs.rmSync('build', { recursive: true, force: true });
function compile(...options) {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', ...options];
  const { status } = spawnSync(process.execPath, tsc, { stdio: 'inherit' });
  if (status) process.exit(status);
}
compile();
// The script tag has to parse in old browsers: what does not parse gates nothing.
compile('--target', 'ES2018', '--declaration', 'false', '--outDir', 'build/es2018');

fs.rmSync(out, { recursive: true, force: true });
const open = (input) =>
  rollup({
    ...input,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
for (const { output, ...input } of bundles(out)) {
  const bundle = await open(input);
  await bundle.write(output);
  await bundle.close();
}

const built = (name) => import(pathToFileURL(path.resolve('build', name)).href);

// What `heed build` makes a site's own heed.js of.
const [{ loaders }, { consents }] = [await built('vendors/loaders.js'), await built('vendors/consents.js')];
const code = {};
for (const id of Object.keys({ ...loaders, ...consents }).sort())
  code[id] = [...(loaders[id] ? ['loader'] : []), ...(consents[id] ? ['consent'] : [])];
const made = {};
for (const { output, ...input } of templates(code)) {
  const bundle = await open(input);
  made[output.file] = (await bundle.generate(output)).output[0].code.trim();
  await bundle.close();
}
const { heed, load, ...vendors } = made;
fs.writeFileSync(path.join(out, 'heed.build.json'), JSON.stringify({ heed, load, vendors }, null, 1) + '\n');

// Each language is a file of its own, fetched alone; English is inside the interface. The keys stay out of it: the texts
// stand in the order of the English ones, behind the version whose order that is.
fs.mkdirSync(path.join(out, 'texts'), { recursive: true });
const { en, enPanel } = await built('ui/texts/en.js');
const { VERSION } = await built('version.js');
for (const file of fs.readdirSync('build/ui/texts').filter((name) => /^(?!en\b)[\w-]+\.js$/.test(name))) {
  const { default: texts } = await built('ui/texts/' + file);
  const list = [VERSION, ...Object.keys({ ...en, ...enPanel }).map((key) => texts[key])];
  fs.writeFileSync(path.join(out, 'texts', file), `export default${JSON.stringify(list)}\n`);
}

const { schema } = await built('schema/schema.js');
fs.writeFileSync(path.join(out, 'heed.schema.json'), JSON.stringify(schema, null, 1) + '\n');

fs.chmodSync(path.join(out, 'cli.js'), 0o755);

// The types that an importer reaches from each entry, as tsc wrote them.
const seen = new Set();
function copy(name) {
  if (seen.has(name)) return;
  seen.add(name);
  const text = fs.readFileSync(`build/${name}.d.ts`, 'utf8').replace(/(from '\.[\w./-]+)\.ts'/g, "$1.js'");
  fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
  fs.writeFileSync(path.join(out, `${name}.d.ts`), text);
  for (const [, next] of text.matchAll(/from '(\.[\w./-]+)\.js'/g))
    copy(path.posix.join(path.dirname(name), next));
}
for (const entry of ['index', 'server', 'rewrite', 'vite', 'explain', 'gpp', 'regions', 'vendors'])
  copy(entry);
