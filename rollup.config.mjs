import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/*
 * Six bundles over what tsc has written to build/. Nothing is left to be installed: js-cookie and Preact are inside,
 * so that a script-tag user copies one file and an importer gets no second Preact.
 */
/** @param {string} inside other people's work that the file contains */
const minify = (inside, ecma = 2020) =>
  terser({
    ecma,
    compress: { passes: 3, unsafe_arrows: true },
    format: { preamble: `/*! Heed, MIT licence.${inside && ` Contains ${inside} (MIT licence).`} */` },
  });

/** @param {string} out the folder to write to */
export const bundles = (out) => [
  {
    input: 'build/es2018/heed.js',
    output: { file: `${out}/heed.js`, format: 'iife', plugins: [minify('js-cookie', 2018)] },
    plugins: [resolve()],
  },
  {
    // One file for both ways in: a classic script, and what index.js imports. It has no exports.
    input: 'build/ui/index.js',
    external: (id) => /\/texts\/(?!en\b)[\w-]+\.js$|\/facts\.js$/.test(id),
    output: {
      file: `${out}/heed.ui.js`,
      paths: (id) => (id.includes('/texts/') ? './texts/' : './heed.') + id.split('/').pop(),
      format: 'iife',
      plugins: [minify('Preact')],
    },
    plugins: [resolve()],
  },
  {
    // What Heed knows of vendors: fetched when one is shown.
    input: 'build/vendors/facts.js',
    output: { file: `${out}/heed.facts.js`, format: 'es', plugins: [minify('')] },
  },
  {
    // How granted vendors are loaded: fetched with the first of them.
    input: 'build/vendors/index.js',
    output: { file: `${out}/heed.load.js`, format: 'iife', plugins: [minify('')] },
    plugins: [resolve()],
  },
  {
    // All of it at once, for tools.
    input: 'build/vendors.js',
    output: { file: `${out}/vendors.js`, format: 'es', plugins: [minify('')] },
  },
  {
    input: 'build/index.js',
    external: (id) => /\/(ui|vendors)\/index\.js$/.test(id),
    output: {
      file: `${out}/index.js`,
      format: 'es',
      paths: (id) => (id.includes('/ui/') ? './heed.ui.js' : './heed.load.js'),
      plugins: [minify('js-cookie')],
    },
    plugins: [resolve()],
  },
];

export default bundles('dist');
