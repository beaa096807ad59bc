// What the page benchmark compares: the same page and the same tags, each time installed as its own documentation shows.
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const versionOf = (folder) => JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
const CATEGORIES = ['advertising', 'performance', 'marketing'];

/** As many third parties as wanted, each with a host and a tag of its own. */
export const vendorsOf = (count, port) =>
  Array.from({ length: count }, (_, i) => ({
    id: `vendor-${i}`,
    category: CATEGORIES[i % CATEGORIES.length],
    host: `v${i}.vendor.test`,
    src: `http://v${i}.vendor.test:${port}/tag.js`,
  }));

const NONE = {
  name: 'page alone',
  version: '',
  files: {},
  head: () => '',
  tag: () => '',
};

/** Texts and files are Heed's own; the category file stands in the page, and every tag is marked. */
function heed(dist) {
  const inLayer = (part) =>
    `[...document.querySelectorAll('[data-heed-ui]')].map((e) => e.shadowRoot.querySelector('[part~=${part}]')).find(Boolean)`;
  return {
    name: 'Heed',
    version: versionOf(ROOT),
    files: Object.fromEntries(
      fs
        .readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .map((file) => [`/${path.relative(dist, file).split(path.sep).join('/')}`, file]),
    ),
    head(vendors) {
      const categories = {};
      for (const { id, category, host } of vendors)
        (categories[category] ??= { vendors: [] }).vendors.push({ id, name: id, hosts: [host] });
      return `<script type="application/json" id="heed-config">${JSON.stringify({ categories })}</script><script src="/heed.js"></script>`;
    },
    tag: ({ id, src }) => `<script type="text/plain" data-heed="${id}" async src="${src}"></script>`,
    banner: inLayer('banner'),
    accept: inLayer('accept'),
    refuse: inLayer('reject'),
  };
}

/**
 * vanilla-cookieconsent, the leanest peer: deferred script and settings, a category for each kind of tag and a service for
 * each vendor, everything else as it comes. English texts are ours, for the package brings none; `hideFromBots` is off, or
 * a driven browser would see no banner.
 */
function vanillaCookieConsent() {
  const folder = path.join(ROOT, 'node_modules/vanilla-cookieconsent');
  const button = (role) => `document.querySelector('#cc-main .cm button[data-role="${role}"]')`;
  const settings = (vendors) => {
    const categories = { necessary: { enabled: true, readOnly: true } };
    for (const { id, category } of vendors)
      (categories[category] ??= { services: {} }).services[id] = { label: id };
    const sections = Object.keys(categories).map((id) => ({
      title: id,
      description: `What ${id} is for.`,
      linkedCategory: id,
    }));
    const consentModal = {
      title: 'Your privacy',
      description:
        'With your agreement, we use services for performance, marketing and advertising. You can change your choice at any time.',
      acceptAllBtn: 'Accept all',
      acceptNecessaryBtn: 'Required only',
      showPreferencesBtn: 'Preferences',
    };
    const preferencesModal = {
      title: 'Preferences',
      acceptAllBtn: 'Accept all',
      acceptNecessaryBtn: 'Required only',
      savePreferencesBtn: 'Save',
      closeIconLabel: 'Close',
      sections,
    };
    return {
      hideFromBots: false,
      categories,
      language: { default: 'en', translations: { en: { consentModal, preferencesModal } } },
    };
  };
  return {
    name: 'vanilla-cookieconsent',
    version: versionOf(folder),
    files: {
      '/cookieconsent.js': path.join(folder, 'dist/cookieconsent.umd.js'),
      '/cookieconsent.css': path.join(folder, 'dist/cookieconsent.css'),
    },
    settings: (vendors) => `CookieConsent.run(${JSON.stringify(settings(vendors))});`,
    head: () =>
      '<link rel="stylesheet" href="/cookieconsent.css"><script defer src="/cookieconsent.js"></script><script defer src="settings.js"></script>',
    tag: ({ id, category, src }) =>
      `<script type="text/plain" data-category="${category}" data-service="${id}" async data-src="${src}"></script>`,
    banner: `document.querySelector('#cc-main .cm')`,
    accept: button('all'),
    refuse: button('necessary'),
  };
}

/** What no gate can do without: see least.js. It holds nothing and asks nobody. */
const LEAST = {
  ...NONE,
  name: 'the least of any gate',
  files: { '/least.js': path.join(import.meta.dirname, 'least.js') },
  head: () => '<script src="/least.js"></script>',
};

/**
 * @param dist folder with a build of Heed
 * @param least whether to measure what no gate can do without, too
 */
export const subjects = (dist, least = false) => [
  NONE,
  heed(dist),
  vanillaCookieConsent(),
  ...(least ? [LEAST] : []),
];

/** A long marketing page of some 1,400 elements, whose largest text is a line and a half. */
export function pageOf({ head, tag }, vendors) {
  const cards =
    '<article><h3>Card</h3><p>What the product does.</p><ul><li>one</li><li>two</li></ul></article>';
  const section = `<section><h2>Section</h2><p>Plan, ship and measure with a team that answers.</p><div class="grid">${cards.repeat(12)}</div></section>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
${head(vendors)}<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 sans-serif;margin:0}section{padding:2rem}.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem}article{border:1px solid #ccc;padding:1rem}</style>
</head><body><main>${section.repeat(18)}</main>
${vendors.map(tag).join('\n')}
</body></html>`;
}
