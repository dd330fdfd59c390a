import { readManifest } from './manifest.js';
import { terminalWidth } from './terminal.js';
import { truncate } from './text.js';

/** The commands in the order in which a user meets them. */
const ORDER = ['demo', 'formats', 'lexicon', 'morphology', 'template', 'value', 'typology', 'language', 'generate'];

/** What `calque --help` prints: every command with its line. Made here because the framework takes three times as long. */
export function rootHelp(directory: string, version: string): string {
  const { commands } = readManifest(directory);
  const sorted = [...commands].sort((a, b) => place(a.name) - place(b.name));
  const widest = Math.max(...sorted.map(({ name }) => name.length));
  const width = terminalWidth();
  const lines = sorted.map(({ name, summary }) => truncate(`  ${name.padEnd(widest)}  ${summary}`, width));
  return `Labelled utterances for languages that have a dictionary and little else

VERSION
  ${version}

USAGE
  $ calque COMMAND

COMMANDS
${lines.join('\n')}

EXAMPLES
  $ calque demo
  $ calque generate --help

Every command takes --help, --json and --store FILE.
`;
}

function place(name: string): number {
  const at = ORDER.indexOf(name.split(' ')[0] as string);
  return at < 0 ? ORDER.length : at;
}
