/** Exit codes that scripts rely on. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  store: 10,
  input: 20,
  rejected: 21,
  nothingToGenerate: 30,
  verification: 40,
  leak: 41,
  output: 50,
  interrupted: 130,
} as const;

export type ExitReason = keyof typeof EXIT;

/** A place in a file that a user can open: line counts from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** An error that the user can act on: what happened, where, and what to do next. */
export class CalqueError extends Error {
  readonly reason: ExitReason;
  readonly place: Place | undefined;
  readonly suggestions: readonly string[];

  constructor(
    reason: ExitReason,
    message: string,
    details: { place?: Place; suggestions?: readonly string[]; cause?: unknown } = {},
  ) {
    const { place } = details;
    const where = place ? `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ` : '';
    super(`${where}${message}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CalqueError';
    this.reason = reason;
    this.place = place;
    this.suggestions = details.suggestions ?? [];
  }

  get exitCode(): number {
    return EXIT[this.reason];
  }
}
