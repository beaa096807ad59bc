// Builds dist/ from src/: tsc writes JavaScript and types to build/, Rollup bundles them. The same source gives the
// same bytes. `--out DIR` builds elsewhere.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { bundles } from '../rollup.config.mjs';

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
for (const { output, ...input } of bundles(out)) {
  const bundle = await rollup({
    ...input,
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  await bundle.write(output);
  await bundle.close();
}

// Each language is a file of its own, fetched alone; English is inside heed.ui.js.
fs.mkdirSync(path.join(out, 'texts'), { recursive: true });
for (const file of fs.readdirSync('build/ui/texts').filter((name) => /^(?!en\b)[\w-]+\.js$/.test(name))) {
  const { code } = await minify(fs.readFileSync(`build/ui/texts/${file}`, 'utf8'), {
    ecma: 2020,
    module: true,
  });
  fs.writeFileSync(path.join(out, 'texts', file), code + '\n');
}

// The types that an importer reaches from index.d.ts, as tsc wrote them.
const seen = new Set();
function copy(name) {
  if (seen.has(name)) return;
  seen.add(name);
  const text = fs.readFileSync(`build/${name}.d.ts`, 'utf8').replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'");
  fs.writeFileSync(path.join(out, `${name}.d.ts`), text);
  for (const [, next] of text.matchAll(/from '\.\/([\w-]+)\.js'/g)) copy(next);
}
for (const entry of ['index', 'vendors']) copy(entry);
