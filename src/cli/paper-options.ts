import { CalqueError } from '../model/model.js';
import type { PaperOptions } from './packaging.js';

interface Flags {
  readonly title?: string | undefined;
  readonly creator?: readonly string[] | undefined;
  readonly url: string;
  readonly date?: string | undefined;
  readonly release?: string | undefined;
  readonly since?: string | undefined;
}

/**
 * What a user says of a data set. The day is the one thing that a clock tells: the command that is written into the
 * package names it, so that the same bytes can be made on another day.
 */
export function parsePapers(flags: Flags, environment: Readonly<Record<string, string | undefined>>): PaperOptions {
  const { title, creator = [], url, release, since } = flags;
  const date = flags.date ?? today(environment);
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date)) throw wrong('date', 'a day like 2026-01-31', date);
  if (release !== undefined && !/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(release)) {
    throw wrong('release', 'three numbers like 1.0.0', release);
  }
  if (url !== '' && !/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url)) throw wrong('url', 'an address like https://…', url);
  return { title, creators: [...new Set(creator)], url, date, release, since };
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function today({ SOURCE_DATE_EPOCH: epoch }: Readonly<Record<string, string | undefined>>): string {
  const time = epoch === undefined ? Date.now() : Number(epoch) * 1000;
  if (!Number.isFinite(time)) throw wrong('date', 'or SOURCE_DATE_EPOCH in seconds', epoch ?? '');
  return new Date(time).toISOString().slice(0, 10);
}

function wrong(flag: string, wanted: string, given: string): CalqueError {
  return new CalqueError('usage', `--${flag} takes ${wanted}, not ${JSON.stringify(given)}`);
}
