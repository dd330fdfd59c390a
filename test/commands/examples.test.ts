import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sqlite } from '../../src/store/sqlite.js';
import { furnish, Session } from './session.js';

interface CachedCommand {
  readonly id: string;
  readonly summary?: string;
  readonly examples?: readonly string[];
  readonly flags: Readonly<Record<string, object>>;
}

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'oclif.manifest.json'), 'utf8'));
const commands = Object.values(manifest.commands as Record<string, CachedCommand>);

/** Sources and runs that examples of later commands name come from those of earlier ones. */
const ORDER = [
  'template:import',
  'lexicon:import',
  'morphology:import',
  'value:import',
  'typology:import',
  'text:import',
  'generate',
  'package',
  'package:verify',
  'explain',
  'evaluate',
];

function place({ id }: CachedCommand): number {
  const at = ORDER.indexOf(id);
  return id === 'lexicon:remove' || id === 'text:remove' ? ORDER.length + 1 : at < 0 ? ORDER.length : at;
}

/** An example's words, quotation marks taken off. */
function wordsOf(example: string): string[] {
  const command = example.replace('<%= config.bin %> ', '');
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? (plain as string));
}

/** Packages are made only of what may be passed on, and most imports of the examples state no licence. */
function stateLicences(store: string): void {
  const database = new Sqlite(store);
  database.prepare("update source set licence = 'CC0-1.0' where licence = ''").run();
  database.close();
}

describe('every command', () => {
  it('is there', () => {
    expect(commands.map(({ id }) => id.replaceAll(':', ' ')).sort()).toEqual([
      'demo',
      'evaluate',
      'explain',
      'formats',
      'generate',
      'language list',
      'language show',
      'lexicon export',
      'lexicon import',
      'lexicon list',
      'lexicon remove',
      'lexicon show',
      'morphology analyse',
      'morphology evaluate',
      'morphology import',
      'morphology inflect',
      'morphology list',
      'package',
      'package verify',
      'template import',
      'template list',
      'text import',
      'text list',
      'text remove',
      'text show',
      'typology import',
      'value import',
    ]);
  });

  it.each(commands.map((command) => [command.id, command] as const))(
    '%s has a summary, an example, --json and --store',
    (_, command) => {
      expect(command.summary).toMatch(/^[a-z].*[^.]$/);
      expect(command.examples?.length).toBeGreaterThan(0);
      expect(Object.keys(command.flags)).toEqual(expect.arrayContaining(['json', 'store']));
    },
  );
});

describe('the examples', () => {
  const session = new Session();
  beforeAll(async () => {
    furnish(session);
    await session.run(['lexicon', 'import', 'sw/lexicon.tsv', '--licence', 'CC0-1.0']);
    await session.run(['lexicon', 'import', 'cy-en.tsv']);
    await session.run(['lexicon', 'import', 'wechsel']);
  });
  afterAll(() => session.end());

  const sorted = [...commands].sort((a, b) => place(a) - place(b));
  // The demo runs with the results and in the package, and is long.
  const examples = sorted.filter(({ id }) => id !== 'demo').flatMap(({ examples = [] }) => examples);

  it.each(examples)('%s', async (example) => {
    if (example.startsWith('<%= config.bin %> generate')) stateLicences(join(session.folder, 'calque.db'));
    const { code, stderr } = await session.run(wordsOf(example));
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('Error') });
  });
});
