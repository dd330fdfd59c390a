import { CalqueError, EXIT } from '../model/model.js';
import { visibleLines } from './text.js';

/** An error as a user meets it. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly place?: { readonly file: string; readonly line?: number };
}

/** What to say of anything that was thrown, and with which code to end. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CalqueError) {
    const { exitCode, message, suggestions, place } = error;
    return { exitCode, message, suggestions, ...(place && { place }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  // Errors of the framework carry the code they ask for: an unknown flag, a missing argument.
  const asked = (error as { oclif?: { exit?: number } } | undefined)?.oclif?.exit;
  if (asked !== undefined) return { exitCode: asked, message: tidy(message), suggestions: [] };
  return {
    exitCode: EXIT.bug,
    message: `this should not happen: ${message}`,
    suggestions: [
      'please report it as a bug of Calque, with the command that you typed',
      'set DEBUG=1 to see where it happened',
    ],
  };
}

export function failureText(failure: Failure): string {
  const tries = failure.suggestions.map((suggestion, index) => `${index === 0 ? 'Try: ' : '     '}${suggestion}`);
  return visibleLines([`Error: ${failure.message}`, ...tries].join('\n'));
}

export function failureJson({ exitCode, message, suggestions, place }: Failure): object {
  return { error: { message, exitCode, suggestions, ...(place && { place }) } };
}

/** The framework's heading over a single complaint says nothing. */
function tidy(message: string): string {
  return message
    .replace(/^The following errors? occurred:\s*/, '')
    .replace(/\n+See more help with --help$/, '\nSee more help with --help');
}
