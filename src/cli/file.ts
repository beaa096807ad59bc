import fs from 'node:fs';
import { parseConfig } from '../config/parse.ts';
import type { Policy } from '../config/policy.ts';
import { fileWarnings } from '../config/warnings.ts';
import { aliases } from '../vendors/aliases.ts';
import { registry } from '../vendors/registry.ts';
import { Failure } from './failure.ts';

/** What the system says of a file that cannot be read or written, without its own prefix. */
export const reasonOf = (error: unknown): string =>
  ({ ENOENT: 'no such file', EISDIR: 'this is a folder', EACCES: 'no permission' })[
    (error as NodeJS.ErrnoException).code ?? ''
  ] ?? String((error as Error).message ?? error);

/**
 * The category file, as JSON.
 *
 * @throws Failure with the file's name, and the place of a mistake in its JSON
 */
export function readConfig(file: string): unknown {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Failure(`${file}: not JSON: ${(error as Error).message}`);
  }
}

/** What is wrong in the file, each with its JSON path. */
export const problemsIn = (config: unknown): string[] =>
  parseConfig(config, registry).problems.map(({ path, text }) => `${path}: ${text}`);

/**
 * The category file with what it means; what is merely odd in it is said.
 *
 * @throws Failure with every mistake in it
 */
export function readPolicy(file: string): { config: unknown; policy: Policy } {
  const config = readConfig(file);
  const { policy, problems } = parseConfig(config, registry, aliases);
  if (problems.length)
    throw new Failure(problems.map(({ path, text }) => `${file}: ${path}: ${text}`).join('\n'));
  for (const warning of fileWarnings(policy)) console.error(`heed: ${file}: ${warning}`);
  return { config, policy };
}
