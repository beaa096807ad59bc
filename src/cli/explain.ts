import type { Command } from 'commander';
import { explain as explainFor, inWords } from '../explain.ts';
import { problemsIn, readConfig } from './file.ts';

interface Options {
  readonly config: string;
  readonly region?: string;
  readonly gpc?: boolean;
  readonly dnt?: boolean;
  readonly cookie?: string;
  readonly optedOut?: boolean;
  readonly page?: string;
  readonly json?: boolean;
}

/** `heed explain`: why something is granted or denied, in the words of the page and the server. */
export function explainCommand(program: Command): void {
  program
    .command('explain')
    .summary('say why an address, a cookie, a vendor or a category is granted or denied')
    .argument('<target>', 'an address, a cookie, a vendor or a category')
    .option('-c, --config <file>', 'the category file', 'heed.json')
    .option('--region <code>', "the visitor's region: DE, US-CA")
    .option('--gpc', 'the browser sends Global Privacy Control')
    .option('--dnt', 'the browser sends Do Not Track')
    .option('--cookie <value>', 'value of the opt-out cookie')
    .option('--opted-out', 'the site knows that this person has opted out')
    .option('--page <url>', 'address of the page: its own hosts are the site')
    .option('--json', 'as data')
    .action(explain);
}

function explain(target: string, { config, json, ...visitor }: Options): void {
  const file = readConfig(config);
  // A file with a mistake denies all: the mistake is the answer.
  for (const problem of problemsIn(file)) console.error(`${config}: ${problem}`);
  const why = explainFor(target, file, visitor);
  process.stdout.write(`${json ? JSON.stringify(why, null, 2) : inWords(why)}\n`);
}
