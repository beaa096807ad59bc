import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/*
 * Three bundles over what tsc has written to build/. Nothing is left to be installed: js-cookie and Preact are inside,
 * so that a script-tag user copies one file and an importer gets no second Preact.
 */
const banner = '/*! Heed, MIT licence. Contains js-cookie (MIT)';
const minify = (options) =>
  terser({ ecma: 2018, compress: { passes: 3, unsafe_arrows: true }, format: { preamble: `${banner}${options} */` } });

/** @param {string} out the folder to write to */
export const bundles = (out) => [
  {
    input: 'build/heed.js',
    output: { file: `${out}/heed.js`, format: 'iife', plugins: [minify('.')] },
    plugins: [resolve()],
  },
  {
    // One file for both ways in: a classic script, and what index.js imports. It has no exports.
    input: 'build/ui/index.js',
    external: (id) => /\/texts\/(?!en\b)[\w-]+\.js$/.test(id),
    output: {
      file: `${out}/heed.ui.js`,
      paths: (id) => './texts/' + id.split('/').pop(),
      format: 'iife',
      plugins: [minify(' and Preact (MIT).')],
    },
    plugins: [resolve()],
  },
  {
    input: 'build/index.js',
    external: (id) => id.endsWith('/ui/index.js'),
    output: { file: `${out}/index.js`, format: 'es', paths: () => './heed.ui.js', plugins: [minify('.')] },
    plugins: [resolve()],
  },
];

export default bundles('dist');
