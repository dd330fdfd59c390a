// Writes the pages that the program itself can tell: docs/commands.md from the manifest, docs/formats.md from the
// readers and writers. A test fails when they are stale. Usage, after `npm run build`: node scripts/docs.js
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataSection } from '../bench/check-page.js';
import { PACKAGE_FORMATS } from '../dist/package/package.js';
import { formats } from '../dist/read/read.js';
import { licencesPage } from './licences-page.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Which schema in docs/schemas the result of a command holds to; more than one command may share it. */
export function schemaOf(id) {
  if (/:import$/.test(id)) return 'result-import';
  if (['lexicon:list', 'morphology:list', 'template:list', 'text:list'].includes(id)) return 'result-sources';
  if (/:remove$/.test(id)) return 'result-lexicon-remove';
  if (id === 'morphology:inflect') return 'result-inflect';
  return `result-${id.replaceAll(':', '-')}`;
}

const INTRODUCTION = `# Commands

Made by \`npm run docs\` from what \`calque COMMAND --help\` prints.

Every command takes \`--help\`, \`--json\` (one JSON document on standard output, of the schema that is named below; of
[error.json](schemas/error.json) when the command fails) and \`--store FILE\` (the file that holds what was imported:
\`calque.db\` unless \`CALQUE_STORE\` says otherwise).

| exit code | means |
|---|---|
| 0 | done |
| 1 | a bug of Calque |
| 2 | usage: an unknown command, flag or value |
| 10 | the store is missing, locked, newer or damaged |
| 20 | input is not what it should be |
| 21 | rows were rejected under \`--strict\` |
| 30 | nothing to generate: the message says what is missing |
| 40 | verification failed |
| 41 | leak found |
| 50 | output cannot be written |
| 130 | interrupted |
`;

/** Pages by their path below the project. */
export function pages() {
  const { commands } = JSON.parse(readFileSync(join(ROOT, 'oclif.manifest.json'), 'utf8'));
  const sections = Object.values(commands)
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(commandSection);
  return new Map([
    ['docs/commands.md', [INTRODUCTION, ...sections].join('\n')],
    ['docs/formats.md', formatsPage()],
    ['docs/licences.md', licencesPage()],
  ]);
}

function commandSection({ id, summary, description = '', args, flags, examples = [] }) {
  const name = id.replaceAll(':', ' ');
  const own = Object.values(flags).filter(({ name: flag }) => flag !== 'json' && flag !== 'store');
  const usage = [
    'calque',
    name,
    ...Object.values(args).map(usageOfArgument),
    ...own.filter(({ required }) => required).map(usageOfFlag),
  ];
  const parts = [
    `## calque ${name}\n`,
    `${capital(summary)}.\n`,
    description && `${description}\n`,
    `\`\`\`\n${usage.join(' ')}\n\`\`\`\n`,
    own.length > 0 && `| flag | |\n|---|---|\n${own.map(flagRow).join('\n')}\n`,
    `\`\`\`sh\n${examples.map((example) => example.replace('<%= config.bin %>', 'calque')).join('\n')}\n\`\`\`\n`,
    `Result: [${schemaOf(id)}.json](schemas/${schemaOf(id)}.json)\n`,
  ];
  return parts.filter((part) => part).join('\n');
}

function usageOfArgument({ name, required }) {
  return required ? name.toUpperCase() : `[${name.toUpperCase()}]`;
}

function usageOfFlag({ name, type, helpValue, options }) {
  return type === 'boolean' ? `--${name}` : `--${name} ${helpValue ?? options?.join('|') ?? 'VALUE'}`;
}

function flagRow(flag) {
  const usual = flag.default === undefined || flag.type === 'boolean' ? '' : ` (default: ${flag.default})`;
  return `| ${cell(`\`${usageOfFlag(flag)}\``)} | ${cell(`${flag.description}${usual}`)} |`;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

const COMMANDS = {
  lexicon: 'lexicon',
  table: 'morphology',
  template: 'template',
  value: 'value',
  typology: 'typology',
  text: 'text',
};

function formatsPage() {
  const read = formats().map(({ kind, id, title, extensions, specification, carries }) => {
    const endings = extensions.filter((each) => each !== '').join(', ');
    const page = specification === '' ? '' : `<${specification}>`;
    return `| ${[`\`calque ${COMMANDS[kind]} import\``, `\`${id}\``, title, endings, carries.join(', '), page].map(cell).join(' | ')} |`;
  });
  const written = PACKAGE_FORMATS.map(({ id, title, loses }) => {
    return `| ${[`\`${id}\``, title, loses || 'nothing'].map(cell).join(' | ')} |`;
  });
  return `# Formats

Made by \`npm run docs\` from the readers and writers; \`calque formats\` prints the same.

## Read

Formats are recognised by their content; \`--format ID\` says which it is. Files may be packed with gzip; text is UTF-8 or
UTF-16, and line ends may be CRLF; Western text of one byte a letter is taken for what it is, with a warning, and
\`--encoding\` names every other.

| command | id | what it is | usual endings | what it carries | specification |
|---|---|---|---|---|---|
${read.join('\n')}

## Written by \`calque package\`

| id | what it is | what it leaves out |
|---|---|---|
${written.join('\n')}
${dataSection() === '' ? '' : `\n${dataSection()}\n`}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of pages()) writeFileSync(join(ROOT, path), text);
}
