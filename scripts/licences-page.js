// The page of licences: docs/licences.md, from the table of rules.
import { LIKE, licenceAddress, OUTPUTS, RULES } from '../dist/licence/licence.js';

const MARKS = { y: 'yes', '?': 'open', '.': '–' };
const HEADS = ['CC0', 'BY 4', 'BY-SA 3', 'BY-SA 4', 'ODbL', 'GPL 2', 'GPL 2+', 'GPL 3', 'GPL 3+', 'NC 4', 'NC-SA 4'];

const INTRODUCTION = `# Licences

Made by \`npm run docs\` from the table of rules (\`src/licence/rules.ts\`). **This is help for a decision, not legal advice.**

A row of a run names the sources whose entries are in it, and each source has a licence: what its file states, or what
\`import --licence\` says. A source without either counts as *not stated*, and nothing of it may be passed on.

- \`calque package\` looks at the sources of all rows, finds what the whole may carry, and writes it into the papers. Where no
  licence allows the mix, it refuses: it names the sources that do not go together, and what would be left of the rows under
  each licence that a part of them could carry.
- \`calque generate --licences X\` draws from no source that does not fit into a whole with the licence X: other entries take
  their place. It compiles the language a second time without the limit and says what the limit cost.
- \`calque package --licences X\` leaves out rows that hold anything of such a source, and says how many.

| \`--licences\` | the whole can carry |
|---|---|
| \`permissive\` | CC-BY-4.0 |
| \`share-alike\` | CC-BY-SA-4.0 |
| \`non-commercial\` | CC-BY-NC-SA-4.0 |
| one of ${OUTPUTS.map((id) => `\`${id}\``).join(', ')} | that licence |
| \`any\` | whatever comes of it; where no licence allows the mix, the package says that it is not to be passed on |

Without \`--licences\` a package carries the freest licence that its sources allow. The rules take the safe side: a sentence
counts as adapted from each source whose text is in it, also where another source says the same word; a source that was only
counted or compared with does not count; *open* counts as no. Whoever knows better (the owner has given a waiver, say) states
another licence for the source.

## What a whole may carry

One adaptation of several sources may carry a licence if each of them says yes to it.
`;

const QUESTIONS = `## What is owed

| duty | what to do |
|---|---|
| attribution | name the source: \`ATTRIBUTION.md\` does |
| changes | say that it was changed: \`ATTRIBUTION.md\` does |
| notice | keep the notice and the text of the licence |
| share-alike | pass on under the same licence only |
| source | offer the form that changes are best made in: sources, settings, program |
| offer-database | offer the derived database where something made of it is shown |
| non-commercial | no commerce |
| no-derivatives | nothing adapted may be passed on |
| read-it, ask | a person has to read the licence, or to ask the owner |

## When no licence allows a mix

1. Leave out a source: \`--licences\`, or \`calque lexicon remove\`.
2. Make a package of each part, none of whose rows is built from both (a *collection* to Creative Commons, an *aggregate* to
   the GPL, a *collective database* to ODbL).
3. Ask an owner for another licence, and import again with \`--licence\`.

## What nobody has decided

- How much of a dictionary is protected: a single pair of words hardly is; its selection, senses and examples are. In the
  European Union a substantial part of a database is, whoever wrote its contents.
- Whether a sentence is an adaptation of the lexicon that gave one of its words. Calque says yes.
- What "CC BY-SA" without a version means. Say the version at import, or it is not known.
- Wiktionary went from CC BY-SA 3.0 to 4.0 in 2023: a dump keeps the licence of its date.
- What the "source form" of data under the GPL is.
- Whether a model that was trained on the rows inherits anything.
`;

export function licencesPage() {
  const rows = RULES.map(({ id, may, owed }) => [
    code(id),
    ...[...may].map((mark) => MARKS[mark]),
    owed.join(', ') || '–',
  ]);
  const reasons = RULES.map(({ id, why, source }) => [code(id), why, source === '' ? '–' : `<${source}>`]);
  const like = LIKE.map(([id, other, why]) => [code(id), code(other), why, `<${licenceAddress(id)}>`]);
  return [
    INTRODUCTION,
    table(['source', ...HEADS, 'owed'], rows),
    '\n## Why\n',
    table(['source', 'why', 'read in'], reasons),
    '\nThese go as another does:\n',
    table(['source', 'as', 'why', 'text'], like),
    '',
    QUESTIONS,
  ].join('\n');
}

function code(text) {
  return `\`${text}\``;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
