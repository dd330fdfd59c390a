import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit, CalqueError } from '../model/model.js';

/** A file that a folder holds and that is not data. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

export interface Walk {
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Files that describe others. */
const DESCRIBING =
  /(^|[-_.])(readme|licen[cs]e|copying|notice|changelog|changes|authors|contributing|citation|metadata|makefile|credits|sha256sums?|md5sums?)([-_.]|$)|\.(md|rst|bib|pdf|html?|ya?ml|py|js|sh|css|dtd|rng|xsl|zip|tar|tgz|db|sqlite)$|^languages\.csv$|^slots\.tsv$|^langs?\d*\.txt$/i;

/** The files to read: those that are named, and all data in folders that are named, in an order that no system changes. */
export async function walkInputs(paths: readonly string[]): Promise<Walk> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) await visit(path, { files, skipped });
  return { files: [...new Set(files)], skipped };
}

interface Found {
  readonly files: string[];
  readonly skipped: Skipped[];
}

async function visit(path: string, found: Found): Promise<void> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw new CalqueError('input', 'there is no such file or folder', {
      place: { file: path },
      suggestions: ['check the path'],
      cause,
    });
  });
  if (!facts.isDirectory()) {
    found.files.push(path);
    return;
  }
  const names = (await readdir(path)).sort(byCodeUnit);
  const dataset = names.includes('languages.csv') ? names.find((name) => /^values\.csv(\.gz)?$/.test(name)) : undefined;
  for (const name of names) {
    const file = join(path, name);
    const reason = reasonToSkip(path, name, dataset);
    if (reason !== '') found.skipped.push({ file, reason });
    else if ((await stat(file)).isDirectory() || dataset === undefined || name === dataset) await visit(file, found);
  }
}

function reasonToSkip(folder: string, name: string, dataset: string | undefined): string {
  if (name.startsWith('.')) return 'hidden';
  if (dataset !== undefined && name !== dataset && /\.(csv|json|bib)(\.gz)?$/.test(name)) return `part of ${dataset}`;
  const bare = name.replace(/\.gz$/, '');
  if (DESCRIBING.test(bare)) return 'describes other files';
  return bare === 'eng-000.txt' && existsSync(join(folder, name)) ? 'the English side of the lists beside it' : '';
}
