#!/usr/bin/env node
import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { buildCommand } from './build.ts';
import { explainCommand } from './explain.ts';
import { Failure } from './failure.ts';
import { guardCommand } from './guard.ts';
import { rewriteCommand } from './rewrite.ts';

/** Every command has a file of its own here, which adds it to the program. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  buildCommand,
  explainCommand,
  guardCommand,
  rewriteCommand,
];

const program = new Command('heed')
  .description('Holds third-party tags until the visitor allows them.')
  .version(VERSION)
  .showHelpAfterError('(heed --help tells more)');
for (const add of COMMANDS) add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error('heed: ' + error.message);
  process.exitCode = 1;
}
