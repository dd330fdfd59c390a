import { run } from '@oclif/core';
import { nearest } from '../languages/languages.js';
import { CalqueError } from '../model/model.js';
import { describeFailure, failureJson, failureText } from './failure.js';
import { cleanUp } from './interrupt.js';
import { safeJson } from './text.js';

/** Runs what was typed; errors of commands are told by the commands themselves, the rest here. */
export async function main(argv: readonly string[], directory: string): Promise<void> {
  try {
    await run([...argv], directory);
  } catch (error) {
    cleanUp();
    if ((error as { code?: string }).code === 'EEXIT') {
      process.exitCode = (error as { oclif?: { exit?: number } }).oclif?.exit ?? 0;
      return;
    }
    const failure = describeFailure(await unknownCommand(error, argv, directory));
    process.exitCode = failure.exitCode;
    if (argv.includes('--json')) process.stdout.write(`${safeJson(failureJson(failure))}\n`);
    else process.stderr.write(`${failureText(failure)}\n`);
    if (failure.exitCode === 1 && process.env.DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
  }
}

/** `calque lexicn import`: the framework says only that it is unknown. */
async function unknownCommand(error: unknown, argv: readonly string[], directory: string): Promise<unknown> {
  const message = error instanceof Error ? error.message : '';
  if (!/^command .* not found$/.test(message)) return error;
  const { readManifest } = await import('./manifest.js');
  const typed = argv.filter((word) => !word.startsWith('-')).slice(0, 2);
  const { commands } = readManifest(directory);
  const known = commands.map(({ name }) => name);
  const close = nearest(typed.join(' '), known);
  const [single] = nearest(typed[0] ?? '', known);
  const meant = close.length > 0 ? close : single === undefined ? [] : [single];
  return new CalqueError('usage', `calque has no command ${JSON.stringify(typed.join(' '))}`, {
    suggestions: [...meant.map((name) => `calque ${name}`), 'calque --help lists all commands'],
  });
}
