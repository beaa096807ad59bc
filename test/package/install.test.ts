import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bin, pack, run, temporaryFolder } from './support.ts';

// The package as a stranger gets it: packed, then installed into an empty project.

const project = temporaryFolder('install');
const installed = path.join(project, 'node_modules/heed-consent');
const write = (name: string, text: string) => fs.writeFileSync(path.join(project, name), text);

beforeAll(() => {
  const { tarball } = pack(project);
  write('package.json', JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], project);
});

it('brings nothing else along', () => {
  const packages = fs.readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(packages).toEqual(['heed-consent']);
});

it('has the schema of the category file where the docs say, and by its export', () => {
  const where = './node_modules/heed-consent/dist/heed.schema.json';
  const readme = fs.readFileSync(path.join(installed, 'README.md'), 'utf8');
  expect(readme).toContain(`"$schema": "${where}"`);
  const schema = JSON.parse(fs.readFileSync(path.join(project, where), 'utf8'));
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required).toEqual(['categories']);
  const show = "console.log(import.meta.resolve('heed-consent/heed.schema.json'))";
  expect(run(process.execPath, ['--input-type=module', '-e', show], project)).toContain(
    'dist/heed.schema.json',
  );
});

it('has the script tag where a CDN looks for it', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
  for (const field of ['unpkg', 'jsdelivr']) {
    expect(fs.statSync(path.join(installed, manifest[field])).size).toBeGreaterThan(0);
  }
  expect(fs.statSync(path.join(installed, 'dist/heed.ui.js')).size).toBeGreaterThan(0);
});

it('runs on a server: no window, nothing granted but required, nothing thrown', () => {
  write(
    'server.js',
    `import { createConsent } from 'heed-consent';
    const consent = createConsent({ categories: { advertising: { vendors: ['linkedin'] } } }, { region: 'DE' });
    const unsubscribe = consent.subscribe(() => {});
    unsubscribe();
    const granted = ['required', 'advertising', 'linkedin'].map((id) => consent.allows(id));
    consent.destroy();
    console.log(JSON.stringify({ granted, held: consent.held.length }));`,
  );
  const said = run(process.execPath, ['server.js'], project);
  expect(JSON.parse(said)).toEqual({ granted: [true, false, false], held: 0 });
});

it('has a command, and rewrites HTML', () => {
  write('heed.json', '{ "categories": { "advertising": { "vendors": ["linkedin"] } } }');
  write('page.html', '<img src="https://px.ads.linkedin.com/x">');
  const said = run(path.join(project, 'node_modules/.bin/heed'), ['rewrite', 'page.html'], project);
  expect(said).toBe('<img data-heed-src="https://px.ads.linkedin.com/x">');
});

it('can be required from CommonJS where Node can do that', () => {
  write('server.cjs', `console.log(typeof require('heed-consent').createConsent)`);
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const canRequire = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (canRequire)
    expect(run(process.execPath, ['--no-warnings', 'server.cjs'], project).trim()).toBe('function');
});

describe.each(['nodenext', 'bundler'])('types under moduleResolution %s', (moduleResolution) => {
  const compile = (text: string) => {
    write('use.ts', text);
    const config = {
      compilerOptions: {
        ...{
          target: 'es2022',
          lib: ['es2022', 'dom'],
          strict: true,
          noEmit: true,
          types: [],
          skipLibCheck: false,
        },
        module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
        moduleResolution,
      },
      files: ['use.ts'],
    };
    write('tsconfig.json', JSON.stringify(config));
    return run(bin('tsc'), ['--project', 'tsconfig.json'], project);
  };

  it('compile as a user writes', () => {
    compile(`
      import { createConsent, HeedError, type Config, type Consent, type Decision } from 'heed-consent';
      const config: Config = {
        revision: 1,
        regime: 'opt-in',
        categories: { advertising: { vendors: ['linkedin', { id: 'acme', hosts: ['ads.acme.example'] }] } },
      };
      const consent: Consent = createConsent(config, { region: 'US-CA', ui: 'none' });
      const unsubscribe: () => void = consent.subscribe((decision: Decision) => decision.categories);
      unsubscribe();
      consent.choose({ advertising: true }, { event: new Event('click') });
      const granted: boolean = consent.allows('linkedin');
      try { consent.choose('all'); } catch (error) { if (error instanceof HeedError) console.log(error.code, granted); }
    `);
  });

  it('compile for the rewriter and the Vite plugin, without Vite', () => {
    compile(`
      import { createRewriter, type Rewriter } from 'heed-consent/rewrite';
      import { heed } from 'heed-consent/vite';
      const rewriter: Rewriter = createRewriter({ categories: {} }, { site: 'https://www.shop.example' });
      const text: string = rewriter.html('<p>');
      const bytes: TransformStream<Uint8Array, Uint8Array> = rewriter.stream();
      const texts: TransformStream<string, string> = rewriter.stream<string>();
      console.log(text, bytes, texts, heed('heed.json'));
    `);
  });

  it('do not compile what is wrong', () => {
    compile(`
      import { createConsent, type Config } from 'heed-consent';
      // @ts-expect-error a regime that is none
      const config: Config = { regime: 'opt-inn' };
      // @ts-expect-error text is no file
      createConsent('heed.json');
      const consent = createConsent({});
      // @ts-expect-error a choice is all, required, or yes and no by id
      consent.choose('some');
      // @ts-expect-error nobody writes a decision
      consent.decision = consent.decision;
    `);
  });
});
