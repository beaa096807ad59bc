import fs from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { createRewriter, HeedError, type Rewriter } from '../rewrite.ts';
import type { Config } from '../types.ts';
import { Failure } from './failure.ts';
import { readConfig, reasonOf } from './file.ts';

interface Options {
  readonly config: string;
  readonly output?: string;
  readonly site?: string;
  readonly inPlace?: boolean;
}

/** `heed rewrite`: HTML in, inert HTML out. */
export function rewriteCommand(program: Command): void {
  program
    .command('rewrite')
    .summary('make HTML inert: one output for every visitor')
    .description(
      'Makes every tag of a held vendor inert, so that no browser asks for it before heed.js lets it.\n' +
        'A file, a folder with all its .html files, or standard input.',
    )
    .argument('[in]', 'a file, a folder, or "-" for standard input', '-')
    .option('-o, --output <out>', 'file or folder to write to (default: standard output)')
    .option('-c, --config <file>', 'the category file', 'heed.json')
    .option('--site <url>', "the site's address: its own hosts stay live")
    .option('--in-place', 'write each file over itself')
    .action(rewrite);
}

function rewriterFor({ config, site }: Options): Rewriter {
  const file = readConfig(config);
  try {
    const rewriter = createRewriter(file as Config, { site });
    for (const warning of rewriter.warnings) console.error(`heed: ${config}: ${warning}`);
    return rewriter;
  } catch (error) {
    if (!(error instanceof HeedError)) throw error;
    const about = error.code === 'bad-site' ? '--site' : config;
    throw new Failure(error.message.replace(/^/gm, `${about}: `));
  }
}

async function rewrite(from: string, options: Options): Promise<void> {
  const { output, inPlace } = options;
  const rewriter = rewriterFor(options);
  if (inPlace && (output !== undefined || from === '-'))
    throw new Failure('--in-place takes a file or a folder, and no --output');
  if (from === '-') return pipe(rewriter, 'standard input', Readable.toWeb(process.stdin), output);

  let folder: boolean;
  try {
    folder = fs.statSync(from).isDirectory();
  } catch (error) {
    throw new Failure(`${from}: ${reasonOf(error)}`);
  }
  if (!folder) {
    if (inPlace) return overwrite(rewriter, from, from);
    return pipe(rewriter, from, Readable.toWeb(fs.createReadStream(from)), output);
  }
  if (!inPlace && output === undefined) throw new Failure(`${from} is a folder: give --output or --in-place`);
  const pages = fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  if (!pages.length) throw new Failure(`${from}: no .html file in it`);
  for (const page of pages)
    await overwrite(rewriter, page, inPlace ? page : path.join(output!, path.relative(from, page)));
}

/** Reads the whole file before it is written, since it may be the same. */
async function overwrite(rewriter: Rewriter, from: string, to: string): Promise<void> {
  let page: string;
  try {
    page = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(from));
  } catch (error) {
    throw new Failure(`${from}: ${error instanceof TypeError ? 'not UTF-8' : reasonOf(error)}`);
  }
  const inert = rewriter.html(page);
  // Untouched pages keep their time of change.
  if (from === to && inert === page) return;
  try {
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, inert);
  } catch (error) {
    throw new Failure(`${to}: ${reasonOf(error)}`);
  }
}

async function pipe(
  rewriter: Rewriter,
  name: string,
  from: ReturnType<typeof Readable.toWeb>,
  output: string | undefined,
): Promise<void> {
  const page = (from as unknown as ReadableStream<Uint8Array>).pipeThrough(rewriter.stream());
  try {
    if (output === undefined) return await page.pipeTo(Writable.toWeb(process.stdout));
    // Written under another name first: what fails half-way leaves no half page, and the input may be the output.
    const partial = `${output}.${process.pid}.part`;
    try {
      await page.pipeTo(Writable.toWeb(fs.createWriteStream(partial)));
      fs.renameSync(partial, output);
    } finally {
      fs.rmSync(partial, { force: true });
    }
  } catch (error) {
    // Whoever reads the output has seen enough.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    throw new Failure(`${name}: ${error instanceof HeedError ? error.message : reasonOf(error)}`);
  }
}
