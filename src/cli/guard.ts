import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'parse5';
import { decideForNobody } from '../decide/nobody.ts';
import { guardHead } from '../guard/print.ts';
import { Failure } from './failure.ts';
import { readPolicy, reasonOf } from './file.ts';
import { ownFiles } from './own-files.ts';

interface Options {
  readonly src: string;
  readonly site?: string;
  readonly preload?: string;
  readonly hash?: boolean;
}

/** `heed guard`: the head of every page of a site that is held by the browser itself. */
export function guardCommand(program: Command): void {
  program
    .command('guard')
    .summary('print the head snippet that holds every plain tag')
    .description(
      'Prints what stands first in <head>, the same for every visitor: the guard, the category file, the script tag.\n' +
        'docs/install.md says what it holds and what it costs.',
    )
    .argument('[file]', 'the category file', 'heed.json')
    .option('--src <url>', 'address of heed.js', '/heed.js')
    .option('--site <domain>', "the site's own domain, where its subdomains serve it too: shop.example")
    .option(
      '--preload <page>',
      'a page of the site (.html): its own style sheets and scripts are asked for ahead',
    )
    .option('--hash', 'print only the hash of the inline script, for a policy of your own')
    .action(guard);
}

/** The snippet as the package holds it, beside this file. */
function snippet(): string {
  return fs.readFileSync(new URL('./heed.guard.js', import.meta.url), 'utf8').trim();
}

function guard(file: string, { src, site, preload, hash }: Options): void {
  if (hash) {
    process.stdout.write(`'sha256-${createHash('sha256').update(snippet()).digest('base64')}'\n`);
    return;
  }
  const { config, policy } = readPolicy(file);
  if (site !== undefined && !/^[\w-]+(\.[\w-]+)*$/.test(site))
    throw new Failure(`--site: found "${site}", expected a domain such as shop.example`);

  const text = JSON.stringify(config);
  const head = guardHead({
    policy,
    decision: decideForNobody(policy),
    file: text,
    hash: createHash('sha256').update(text).digest('base64url').slice(0, 12),
    snippet: snippet(),
    src,
    own: site ? [site] : [],
    before: preload === undefined ? [] : preloads(preload),
  });
  if (head === null)
    throw new Failure(
      `${file}: a guard can only say what is allowed: it cannot hold a file with ` +
        (policy.mode === 'report' ? '"mode": "report"' : '"unlisted": { "allow": … }'),
    );
  process.stdout.write(`${head}\n`);
}

function preloads(page: string): string[] {
  try {
    return ownFiles(parse(fs.readFileSync(page, 'utf8')));
  } catch (error) {
    throw new Failure(`${page}: ${reasonOf(error)}`);
  }
}
