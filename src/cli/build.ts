import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Command } from 'commander';
import { owns } from '../owns.ts';
import { facts } from '../vendors/facts.ts';
import { registry } from '../vendors/registry.ts';
import { Failure } from './failure.ts';
import { readPolicy, reasonOf } from './file.ts';
import { siteScript, type Templates } from './site-script.ts';

interface Options {
  readonly output?: string;
  readonly interface: boolean;
}

/** What the script fetches from where it lies, where it is needed. */
const BESIDE = ['heed.ui.js', 'heed.panel.js', 'heed.record.js'];

/** `heed build`: one script that holds the category file and only the vendors it names. */
export function buildCommand(program: Command): void {
  program
    .command('build')
    .summary("make a site's own heed.js, with its category file inside")
    .description(
      'Makes one script that holds the category file and only the vendors it names.\n' +
        'Beside it come the files of the interface, which it fetches where something is to be shown.',
    )
    .argument('[file]', 'the category file', 'heed.json')
    .option('-o, --output <script>', 'where to write it: public/heed.js. Default: standard output, alone')
    .option('--no-interface', 'leave the files of the interface out, where they are there already')
    .action(build);
}

const part = (name: string) => new URL(`./${name}`, import.meta.url);

function build(file: string, { output, interface: withInterface }: Options): void {
  const { config, policy } = readPolicy(file);
  const templates: Templates = JSON.parse(fs.readFileSync(part('heed.build.json'), 'utf8'));
  const script = siteScript(config as Record<string, unknown>, policy, registry, templates);
  if (output === undefined) {
    process.stdout.write(script);
    return;
  }
  const folder = path.dirname(output);
  const write = (name: string, text: string | Buffer) => {
    const at = path.join(folder, name);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, text);
  };
  try {
    write(path.basename(output), script);
    if (withInterface) {
      for (const name of policy.tcf ? [...BESIDE, 'heed.tcf.js'] : BESIDE)
        write(name, fs.readFileSync(part(name)));
      const told = Object.fromEntries(Object.entries(facts).filter(([id]) => owns(policy.vendors, id)));
      write('heed.facts.js', `/*! Heed, MIT licence. */\nexport const facts=${JSON.stringify(told)};\n`);
      for (const name of fs.readdirSync(part('texts/')))
        write(`texts/${name}`, fs.readFileSync(part(`texts/${name}`)));
    }
  } catch (error) {
    throw new Failure(`${output}: ${reasonOf(error)}`);
  }
  const size = (brotliCompressSync(script).length / 1000).toFixed(1);
  console.error(
    `heed: ${output}: ${size} kB after brotli${withInterface ? '; beside it what it fetches for its interface' : ''}`,
  );
}
