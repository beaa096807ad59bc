import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeRecord } from '../../src/choice/codec.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { ATTRIBUTES } from '../../src/gate/attributes.ts';
import { registry } from '../../src/vendors/registry.ts';
import { until } from './support/until.ts';

// No types come with it.
const { JSDOM, VirtualConsole, requestInterceptor } = createRequire(import.meta.url)('jsdom');

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const files = [
  'README.md',
  'CHANGELOG.md',
  ...fs.readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

interface Snippet {
  /** File and line, to find it by. */
  where: string;
  language: string;
  /** What stands behind the language: how the snippet is to be tested. */
  info: string;
  code: string;
  /** The fence behind it. */
  next?: Snippet;
}

function snippetsOf(file: string): Snippet[] {
  const text = read(file);
  const found: Snippet[] = [];
  for (const match of text.matchAll(/^```(\w+)(?: (.*))?\n([\s\S]*?)^```$/gm)) {
    const line = text.slice(0, match.index).split('\n').length;
    const [, language, info = '', code] = match as unknown as [string, string, string | undefined, string];
    found.push({ where: `${file}:${line}`, language, info, code });
  }
  for (const [i, snippet] of found.entries()) snippet.next = found[i + 1];
  return found;
}

const snippets = files.flatMap(snippetsOf);
/** What runs on a server is tested where it can run: server/docs.test.ts. */
const inLanguage = (...languages: string[]) =>
  snippets.filter(({ language, info }) => languages.includes(language) && info !== 'server');

/** JSON with comments at the end of a line; none of ours holds `//` within a text but behind a colon. */
const parseJsonc = (text: string) => JSON.parse(text.replace(/(^|[\s,])\/\/.*$/gm, '$1'));

/** The category file of the README: what the other snippets take for granted. */
const sample = parseJsonc(snippets.find((one) => one.language === 'jsonc')?.code ?? '');

it('finds every fence, and each has a language that is tested', () => {
  const fences = files.flatMap((file) => read(file).match(/^```/gm) ?? []);
  expect(fences.length).toBe(snippets.length * 2);
  const tested = ['css', 'html', 'js', 'json', 'jsonc', 'jsx', 'sh', 'text', 'ts'];
  for (const { where, language } of snippets) expect(tested, where).toContain(language);
});

describe('category files', () => {
  it.each(inLanguage('json', 'jsonc').map((one) => [one.where, one] as const))(
    '%s',
    (_where, { code, info, next }) => {
      const { problems } = parseConfig(parseJsonc(code), registry);
      const told = problems.map((problem) => `${problem.path}: ${problem.text}`).join('\n');
      if (info === 'problem') expect(told).toBe(next?.code.trim());
      else expect(told).toBe('');
    },
  );

  it('every vendor that Heed knows is in docs/vendors.md, with its own ids', () => {
    const page = read('docs/vendors.md');
    for (const [id, core] of Object.entries(registry))
      for (const word of [id, ...`${core.ids ?? ''} ${core.options ?? ''}`.split(' ').filter(Boolean)])
        expect(page).toContain(`\`${word}\``);
  });

  it('every key of the file is in docs/file.md', () => {
    const { problems } = parseConfig({ none: 1, categories: { a: {} } }, registry);
    const keys = /one of:? ([\w$, ]+)/.exec(problems[0]?.text ?? '')?.[1]?.split(', ') ?? [];
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys)
      expect(read('docs/file.md')).toMatch(new RegExp(`^\\| \`${key.replace('$', '\\$')}\` +\\|`, 'm'));
  });
});

describe('opt-out cookie', () => {
  it.each(inLanguage('text').filter((one) => one.info === 'cookie'))('$where', ({ code }) => {
    expect(decodeRecord(code.trim())).toMatchObject({
      revision: 3,
      categories: { advertising: false, performance: true },
    });
  });
});

describe('style sheets', () => {
  const ui = fs.readdirSync(path.join(ROOT, 'src/ui')).filter((name) => /\.tsx?$/.test(name));
  const source = ui.map((name) => read(`src/ui/${name}`)).join('\n');

  it.each(inLanguage('css').map((one) => [one.where, one.code] as const))('%s', (_where, code) => {
    for (const [name] of code.matchAll(/--heed-[\w-]+/g)) expect(source).toContain(name);
    for (const [, name] of code.matchAll(/::part\(([\w-]+)\)/g)) expect(source).toContain(`part="${name}"`);
  });

  it('every property and part is in docs/interface.md', () => {
    const page = read('docs/interface.md');
    const names = [
      ...[...source.matchAll(/--heed-[\w-]+/g)].map(([name]) => name),
      ...[...source.matchAll(/part="([\w-]+)"|button\(\s*'([\w-]+)'/g)].map(([, a, b]) => a ?? b!),
    ];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('commands', () => {
  const { scripts } = JSON.parse(read('package.json'));
  it.each(inLanguage('sh').map((one) => [one.where, one.code] as const))('%s', (_where, code) => {
    for (const command of code
      .split(/&&|\n/)
      .map((part) => part.trim())
      .filter(Boolean)) {
      const [program, what, name] = command.split(' ');
      if (command === 'npm ci' || command === 'npm install heed-consent') continue;
      if (program === 'npx' && what === 'heed')
        expect(fs.existsSync(path.join(ROOT, 'src/cli', name + '.ts')), `heed ${name}`).toBe(true);
      else if (program === 'npm') expect(Object.keys(scripts)).toContain(what === 'run' ? name : what);
      else if (program === 'node') expect(fs.existsSync(path.join(ROOT, what!)), what).toBe(true);
      else {
        expect([program, what]).toEqual(['npx', 'vite']);
        expect(fs.existsSync(path.join(ROOT, name!, 'vite.config.js'))).toBe(true);
      }
    }
  });
});

describe('links', () => {
  it.each(files)('%s leads somewhere', (file) => {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(fs.existsSync(path.join(ROOT, path.dirname(file), target!)), target).toBe(true);
  });
});

/** jsdom parses a page to its end before it runs a script that it has to fetch; so that this one is first, it is inline. */
const withHeedInline = (html: string) =>
  html.replace(/<script src="\/heed\.js"([^>]*)>/, (_tag, attributes) => {
    const code = fs.readFileSync(path.join(DIST, 'heed.js'), 'utf8').replace(/<\/script/g, '<\\/script');
    return `<script${attributes}>${code}`;
  });

/** A page on which `heed.js` of the build runs, with all that it asked for and said. */
async function openPage(html: string) {
  const requests: string[] = [];
  const complaints: string[] = [];
  const serve = (url: string) => {
    requests.push(url);
    const name = new URL(url).pathname.slice(1);
    if (name === 'heed.json') return new Response(JSON.stringify(sample));
    const file = path.join(DIST, name);
    if (!name.endsWith('.js') || !fs.existsSync(file)) return new Response('', { status: 404 });
    return new Response(fs.readFileSync(file), { headers: { 'Content-Type': 'text/javascript' } });
  };
  const virtualConsole = new VirtualConsole();
  for (const level of ['error', 'warn'])
    virtualConsole.on(level, (...said: unknown[]) => complaints.push(said.map(String).join(' ')));
  // What a browser has and jsdom has not is no complaint about the snippet.
  virtualConsole.on('jsdomError', (error: { type?: string; message: string; cause?: unknown }) => {
    if (error.type !== 'not-implemented') complaints.push(`${error.message} ${error.cause ?? ''}`);
  });
  const dom = new JSDOM(withHeedInline(html), {
    url: 'https://shop.example/',
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    virtualConsole,
    resources: { interceptors: [requestInterceptor((request: Request) => serve(request.url))] },
    beforeParse(window: Window & Record<string, unknown>) {
      // What jsdom lacks of a browser.
      window.performance.getEntriesByType ??= () => [];
      window.fetch = async (address) => serve(new URL(String(address), 'https://shop.example/').href);
      window.Response = Response;
    },
  });
  const { window } = dom;
  if (window.document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  // Where somebody is to be asked, the interface comes by itself.
  await until(() => {
    if (window.heed?.decision.ask) expect(window.document.querySelector('[data-heed-ui]')).not.toBeNull();
  });
  return { window, requests, complaints };
}

const installed = `<script type="application/json" id="heed-config">${JSON.stringify(sample)}</script><script src="/heed.js"></script>`;

describe('pages', () => {
  const known = [
    ...ATTRIBUTES.map((name) => `data-heed-${name}`),
    ...[
      'data-heed',
      'data-heed-type',
      'data-heed-open',
      'data-heed-status',
      'data-heed-cookies',
      'data-heed-picture',
      'data-heed-title',
      'data-heed-note',
      'data-config',
      'data-region',
      'data-records',
      'data-notice',
    ],
  ];

  it.each(inLanguage('html').map((one) => [one.where, one.code] as const))('%s', async (_where, code) => {
    const whole = code.includes('/heed.js');
    const { window, requests, complaints } = await openPage(
      `<!doctype html><html lang="en"><head>${whole ? code : installed}</head><body>${whole ? '' : code}</body></html>`,
    );
    for (const element of window.document.querySelectorAll('*'))
      for (const name of element
        .getAttributeNames()
        .filter((name: string) => /^data-(?!heed-ui|heed-placeholder)/.test(name)))
        expect(known).toContain(name);
    // jsdom knows no import(), by which the interface fetches what it tells of vendors.
    expect(complaints.filter((line) => !/DYNAMIC_IMPORT/.test(line))).toEqual([]);
    const { heed } = window;
    expect(Object.values(heed.decision.categories)).not.toContainEqual(
      expect.objectContaining({ reason: 'error' }),
    );
    // Nothing that is marked has been asked for, nor anything of anybody else.
    expect(requests.filter((url) => !url.startsWith('https://shop.example/'))).toEqual([]);
    if (/data-heed="/.test(code) && !code.includes('<noscript>')) expect(heed.held.length).toBeGreaterThan(0);
    heed.destroy();
    window.close();
  });
});

describe('scripts', () => {
  const scripts = inLanguage('js');
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  /** What the other entries export, under their own names. */
  const extras: Record<string, unknown> = {};
  let createConsent: (config: unknown, options?: object) => { destroy(): void };

  afterEach(() => vi.unstubAllGlobals());
  beforeAll(async () => {
    ({ createConsent } = await import(path.join(DIST, 'index.js')));
    for (const entry of ['explain', 'gpp', 'regions'])
      Object.assign(extras, await import(path.join(DIST, `${entry}.js`)));
  });

  it.each(scripts.map((one) => [one.where, one.code] as const))('%s runs', async (_where, code) => {
    const { window, complaints } = await openPage(
      '<!doctype html><html lang="en"><head></head><body></body></html>',
    );
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', window.document);
    const made: { destroy(): void }[] = [];
    const here = (config: unknown, options: object = {}) => {
      const consent = createConsent(config, { ui: 'none', ...options, window });
      made.push(consent);
      return consent;
    };
    const consent = /^import .* from 'heed-consent'/m.test(code) ? undefined : here(sample);
    const seen: [line: number, ...values: unknown[]][] = [];
    const body = code
      .split('\n')
      .map((line, i) => line.replace(/console\.log\(/g, `log(${i}, `))
      .join('\n')
      .replace(/^import .*$/gm, '')
      .replace(/^export default /gm, 'void ')
      .replace(/^export /gm, '')
      .replace(/import\.meta/g, 'importMeta');
    const given = {
      createConsent: here,
      config: sample,
      consent,
      heed: code.includes("'heed-consent/vite'") ? (await import(path.join(DIST, 'vite.js'))).heed : consent,
      createRewriter: (await import(path.join(DIST, 'rewrite.js'))).createRewriter,
      ...extras,
      window,
      document: window.document,
      importMeta: { hot: undefined },
      log: (...entry: [number, ...unknown[]]) => seen.push(entry),
    };
    const names = Object.keys(given).filter((name) => !new RegExp(`(const|let) ${name}\\b`).test(body));
    await new AsyncFunction(...names, body)(...names.map((name) => given[name as keyof typeof given]));

    // A comment behind console.log says what is logged.
    for (const [line, ...values] of seen) {
      const told = /console\.log\(.*\); \/\/ (['{[]|true|false|\d)(.*)$/.exec(code.split('\n')[line]!);
      if (told) expect(values.map((value) => inspect(value)).join(' ')).toBe(told[1]! + told[2]!);
    }
    for (const consent of made) consent.destroy();
    expect(complaints).toEqual([]);
    window.close();
  });

  it('every member of Consent is in docs/api.md', () => {
    const [, members] = /interface Consent \{([\s\S]*?)\n\}/.exec(read('dist/types.d.ts')) ?? [];
    const names = [...(members ?? '').matchAll(/^ {4}(?:readonly )?(\w+)[(:]/gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(read('docs/api.md')).toMatch(new RegExp(`^## .*\\b${name}\\b`, 'm'));
  });

  /** Compiles files in a folder of their own, from which the package is found by its name. */
  function compile(name: string, contents: Record<string, string>, options: object): string {
    const folder = path.join(ROOT, 'build/docs', name);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const compilerOptions = {
      ...{
        noEmit: true,
        skipLibCheck: true,
        types: [],
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      },
      ...{ module: 'ESNext', moduleResolution: 'bundler', jsx: 'react-jsx', jsxImportSource: 'preact' },
      ...options,
    };
    const all = { ...contents, 'tsconfig.json': JSON.stringify({ compilerOptions }) };
    for (const [file, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, file), text);
    return spawnSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout;
  }
  const modules = (...languages: string[]) =>
    Object.fromEntries(
      inLanguage(...languages).map(({ where, language, code }) => [
        `${where.replace(/\W+/g, '-')}.${language}`,
        `${code}\nexport {};\n`,
      ]),
    );

  it('JavaScript type-checks against the built package', { timeout: 60_000 }, () => {
    const around = {
      'consent.js':
        "import { createConsent } from 'heed-consent';\nexport const consent = createConsent({ categories: {} });\n",
      'json.d.ts':
        "declare module '*.json' { const config: import('heed-consent').Config; export default config; }",
      'globals.d.ts': `import type { Config, Consent, Decision } from 'heed-consent';
        declare global {
          const consent: Consent;
          const heed: Consent;
          const config: Config;
          interface Window { heed: Consent; dataLayer: unknown[] }
          interface DocumentEventMap { 'heed:change': CustomEvent<Decision> }
          interface ImportMeta { hot?: { dispose(undo: () => void): void } }
        }`,
    };
    const checked = { allowJs: true, checkJs: true, strict: false };
    expect(compile('js', { ...modules('js', 'jsx'), ...around }, checked)).toBe('');
  });

  it('TypeScript type-checks, with the category file as it is', { timeout: 60_000 }, () => {
    const around = { 'heed.json': JSON.stringify(sample) };
    expect(compile('ts', { ...modules('ts'), ...around }, { strict: true, resolveJsonModule: true })).toBe(
      '',
    );
  });
});
