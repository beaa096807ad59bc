import fs from 'node:fs';
import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minify as oxc } from 'vite';

/*
 * The bundles over what tsc has written to build/. Nothing is left to be installed: Preact is inside,
 * so that a script-tag user copies one file and an importer gets no second Preact.
 */
/** @param {string} inside other people's work that the file contains */
const minify = (inside, ecma = 2020, head = '') =>
  terser({
    ecma,
    compress: { passes: 3, unsafe_arrows: true },
    format: {
      preamble: `${head}/*! Heed, MIT licence.${inside && ` Contains ${inside} (MIT licence).`} */`,
    },
  });

/**
 * Names of members that no other file of dist/ sees: in heed.js they are one letter long. No name of a browser's object
 * is among them, and none that stands in a file of a site or in what a site or another file gets.
 */
const OURS =
  'stops refuse thing review holds quarantine dress reword trusted freed noticed foreign isOwn judge look waits gate ' +
  'each isLive current verdictOf unknown hold bury gateTree settleTree isBlind early configure fetchPart problems fetchUi ' +
  'wanted limit remember construct patch meet free begin deny drop letGo stepAside handOver stirred sees registry inPlaceOf ' +
  'styles hasParked imports take gates insert face';

/**
 * In front of a file of which nearly all runs at the start: Chromium compiles it as it arrives then, off the main thread
 * (its explicit compile hints; a comment to all others). For the banner that is 40 % of its time.
 */
const AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/** What every visitor downloads. */
function small() {
  const shared = [
    'types',
    'config/policy',
    'ui/host',
    'vendors/vendor',
    'record/recorder',
    'choice/record',
  ].map((name) => fs.readFileSync(`src/${name}.ts`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
  const own = new RegExp(`^(${OURS.split(' ').join('|')})$`);
  const seen = shared
    .join('')
    .match(/\b\w+(?=\??[:(])/g)
    .filter((name) => own.test(name));
  if (seen.length) throw new Error('not for heed.js alone: ' + seen);
  return terser({
    ecma: 2018,
    toplevel: true,
    // Chromium 156 reads every function anew that is running when a page asks for its cookies, with all that is in it:
    // so functions are left side by side.
    compress: { passes: 3, unsafe_arrows: true, reduce_funcs: false, inline: 1 },
    mangle: { properties: { regex: own } },
  });
}
/** A second minifier finds what the first one leaves: 1 % of heed.js. */
const smaller = {
  name: 'smaller',
  /** @param {string} code */
  async renderChunk(code) {
    const small = await oxc('heed.js', code, { compress: { target: 'es2018' }, mangle: { toplevel: true } });
    // A block, not a function, for the same reason. A `var` in it would be the page's.
    if (this.parse(small.code).body.some(({ kind }) => kind === 'var')) throw new Error('a global variable');
    return { code: `${AT_ONCE}/*! Heed, MIT licence. */\n"use strict";{${small.code}}`, map: null };
  },
};

/** @param {boolean} toplevel whether names at the top are nobody else's */
const quickly = (toplevel) => ({
  name: 'quickly',
  /** @param {string} code */
  renderChunk: async (code) => {
    const { code: small } = await oxc('part.js', code, {
      compress: { target: 'es2018' },
      mangle: { toplevel },
    });
    return { code: small, map: null };
  },
});

/**
 * Files that are not minified carry the licences of what they contain in full.
 *
 * @param {Record<string, string>} inside packages with the names of their licences
 */
const banner = (inside) => {
  const names = Object.entries(inside).map(([name, licence]) => `${name} (${licence} licence)`);
  const texts = Object.keys(inside).map(
    (name) => `\n\n${name}:\n\n` + fs.readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim(),
  );
  return `/*! Heed, MIT licence. Contains ${names.join(' and ')}.${texts.join('')}\n*/`;
};

/** Commander is CommonJS, of the plainest kind: what its files require, they require by name and at the top. */
const commander = {
  name: 'commander',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/commander\/.*\.js$/.test(id)) return null;
    const imports = [];
    const body = code.replace(/require\('([^']+)'\)/g, (_call, from) => {
      imports.push(`import required${imports.length} from '${from}';`);
      return `required${imports.length - 1}`;
    });
    const text = [...imports, 'const exports = {};', body, 'export default exports;'].join('\n');
    return { code: text, map: null };
  },
};

/** Style sheets in one line. */
const sheets = {
  name: 'sheets',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/style\.js$/.test(id)) return null;
    return {
      code: code.replace(/(css = `)([^`]*)/, (_all, start, css) => start + css.replaceAll('\n', '')),
      map: null,
    };
  },
};

/**
 * A module in whose place `heed build` puts a site's own: a name that nothing else has stands for each of its exports.
 *
 * @param {Record<string, Record<string, string>>} names by end of the module's file name: exports with their names
 */
const template = (names) => ({
  name: 'template',
  /** @param {string} id */
  load(id) {
    const found = Object.keys(names).find((end) => id.endsWith(end));
    if (!found) return null;
    return Object.entries(names[found])
      .map(([name, stand]) => `export const ${name} = ${stand};`)
      .join('\n');
  },
});

/**
 * What `heed build` makes a site's own heed.js of, as old browsers read it: the script, the part that loads vendors, and
 * the code of each vendor.
 *
 * @param {Record<string, string[]>} vendors ids of those that have code, with what their files export of it
 */
export const templates = (vendors) => [
  {
    input: 'build/es2018/heed.js',
    output: { file: 'heed', format: 'es', plugins: [small(), smaller] },
    plugins: [
      template({
        '/embedded.js': { file: 'HEED_FILE', parts: 'HEED_PARTS' },
        '/vendors/registry.js': { registry: 'HEED_REGISTRY' },
      }),
      resolve(),
    ],
  },
  {
    input: 'build/es2018/vendors/index.js',
    output: { file: 'load', format: 'iife', plugins: [quickly(false)] },
    plugins: [
      template({
        '/vendors/loaders.js': { loaders: 'HEED_LOADERS' },
        '/vendors/consents.js': { consents: 'HEED_CONSENTS' },
      }),
    ],
  },
  ...Object.entries(vendors).map(([id, names]) => ({
    input: id,
    output: {
      file: id,
      format: 'cjs',
      esModule: false,
      strict: false,
      plugins: [quickly(true)],
    },
    plugins: [
      {
        name: 'some',
        /** @param {string} source */
        resolveId: (source) => (source === id ? id : null),
        /** @param {string} source */
        load: (source) =>
          source === id
            ? `export { ${names.join(', ')} } from '${path.resolve(`build/es2018/vendors/${id}.js`)}';`
            : null,
      },
    ],
  })),
];

/** @param {string} out the folder to write to */
export const bundles = (out) => [
  {
    input: 'build/es2018/heed.js',
    output: { file: `${out}/heed.js`, format: 'es', plugins: [small(), smaller] },
    plugins: [resolve()],
  },
  {
    // One file for both ways in: a classic script, and what index.js imports. It has no exports.
    input: 'build/ui/index.js',
    external: (id) => /\/texts\/(?!en\b)[\w-]+\.js$|\/facts\.js$|\/panel\.js$/.test(id),
    output: {
      file: `${out}/heed.ui.js`,
      paths: (id) => (id.includes('/ui/texts/') ? './texts/' : './heed.') + id.split('/').pop(),
      format: 'iife',
      plugins: [minify('Preact', 2020, AT_ONCE)],
    },
    plugins: [resolve(), sheets],
  },
  {
    // The guard's inline script, printed into pages as it is: every byte of it stands in a published hash.
    input: 'build/es2018/guard/snippet.js',
    output: {
      file: `${out}/heed.guard.js`,
      format: 'iife',
      plugins: [terser({ ecma: 2018, compress: { passes: 3, unsafe_arrows: true } })],
    },
  },
  {
    // What Heed knows of vendors: fetched when one is shown.
    input: 'build/vendors/facts.js',
    output: { file: `${out}/heed.facts.js`, format: 'es', plugins: [minify('')] },
  },
  {
    // What only a visitor who looks closer needs of the interface: fetched when it is asked for. No Preact inside.
    input: 'build/ui/panel.js',
    output: { file: `${out}/heed.panel.js`, format: 'es', plugins: [minify('')] },
    plugins: [sheets],
  },
  {
    // How granted vendors are loaded: fetched with the first of them.
    input: 'build/vendors/index.js',
    output: { file: `${out}/heed.load.js`, format: 'iife', plugins: [minify('')] },
    plugins: [resolve()],
  },
  {
    // What proves a choice: fetched by a site that wants it told.
    input: 'build/record/index.js',
    external: (id) => /\/texts\/(?!en\b)[\w-]+\.js$/.test(id),
    output: {
      file: `${out}/heed.record.js`,
      paths: (id) => './texts/' + id.split('/').pop(),
      format: 'iife',
      plugins: [minify('')],
    },
    plugins: [resolve()],
  },
  {
    // What listens to a registered platform of the page: fetched by a site that has one.
    input: 'build/tcf/index.js',
    output: { file: `${out}/heed.tcf.js`, format: 'iife', plugins: [minify('')] },
  },
  {
    // All of it at once, for tools.
    input: 'build/vendors.js',
    output: { file: `${out}/vendors.js`, format: 'es', plugins: [minify('')] },
  },
  {
    input: 'build/index.js',
    external: (id) => /\/(ui|vendors|record|tcf)\/index\.js$/.test(id),
    output: {
      file: `${out}/index.js`,
      format: 'es',
      paths: (id) =>
        id.includes('/ui/')
          ? './heed.ui.js'
          : id.includes('/record/')
            ? './heed.record.js'
            : id.includes('/tcf/')
              ? './heed.tcf.js'
              : './heed.load.js',
      plugins: [minify('')],
    },
    plugins: [resolve()],
  },
  {
    input: 'build/server.js',
    output: { file: `${out}/server.js`, format: 'es', plugins: [minify('')] },
  },
  // For sites that want them, and for tools.
  ...['explain', 'gpp', 'regions'].map((name) => ({
    input: `build/${name}.js`,
    output: { file: `${out}/${name}.js`, format: 'es', plugins: [minify('')] },
  })),
  {
    // The same for a script tag behind that of heed.js.
    input: 'build/es2018/gpp/script.js',
    output: { file: `${out}/heed.gpp.js`, format: 'iife', plugins: [minify('', 2018)] },
  },
  {
    // For tools and servers: read more often than sent, so not minified.
    input: 'build/rewrite.js',
    output: {
      file: `${out}/rewrite.js`,
      format: 'es',
      banner: banner({ parse5: 'MIT', entities: 'BSD-2-Clause' }),
    },
    plugins: [resolve()],
  },
  {
    input: 'build/vite.js',
    external: (id) => id.startsWith('node:') || id.endsWith('/rewrite.js'),
    output: { file: `${out}/vite.js`, format: 'es', banner: '/*! Heed, MIT licence. */' },
  },
  {
    input: 'build/cli/heed.js',
    // Commands use what is a file of its own in dist/.
    external: (id) => /^node:/.test(id) || id === path.resolve('build/rewrite.js'),
    output: {
      file: `${out}/cli.js`,
      format: 'es',
      paths: { [path.resolve('build/rewrite.js')]: './rewrite.js' },
      banner: banner({ commander: 'MIT', parse5: 'MIT', entities: 'BSD-2-Clause' }),
    },
    plugins: [resolve({ preferBuiltins: true }), commander],
  },
];

export default bundles('dist');
