import { summary, total, worthSection } from './card.js';
import { figure, plainText } from './quote.js';
import type { PackageRecord } from './record.js';

const UNKNOWN = 'Not stated.';

/** The questions of a datasheet (Gebru et al. 2021) in their order, answered where the program can know. */
export function datasheet(record: PackageRecord): string {
  const sections = sectionsOf(record).map(([title, answers]) => {
    const lines = answers.map(([question, answer]) => `**${question}** ${answer}\n`);
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return `# Datasheet: ${plainText(record.title)}\n\n${sections.join('\n')}`;
}

type Section = readonly [title: string, answers: readonly (readonly [question: string, answer: string])[]];

function sectionsOf(record: PackageRecord): Section[] {
  return [
    motivation(record),
    composition(record),
    collection(record),
    processing(record),
    uses(record),
    ...rest(record),
  ];
}

function motivation({ creators }: PackageRecord): Section {
  return [
    'Motivation',
    [
      ['Why was it made?', 'To train understanding of commands in languages that have a dictionary and little else.'],
      ['Who made it?', creators.map(plainText).join(', ') || UNKNOWN],
      ['Who paid for it?', UNKNOWN],
    ],
  ];
}

function composition(record: PackageRecord): Section {
  const { languages, split } = record;
  const natural = total(record, 'source');
  return [
    'Composition',
    [
      ['What does a row stand for?', 'An utterance with its intent and the spans of its slots.'],
      ['How many are there?', summary(record)],
      ['Is it a sample?', 'Of all combinations that the carriers and values allow, drawn by weight with a seed.'],
      ['Are labels part of each row?', 'Yes: those of the template; spans are exact by construction.'],
      [
        'Is anything missing?',
        `Words without a translation; README.md gives the coverage of each of ${figure(languages.length)} languages.`,
      ],
      ['Are rows related?', 'Rows of one template are; their ids begin with its name.'],
      ['Are there splits?', split ? `By ${split.by.join(', ')}; see splits.json.` : 'Those of the templates.'],
      ['Are there errors?', 'Yes, of unknown number: no person has checked the rows.'],
      ['Does it rest on other sources?', 'ATTRIBUTION.md lists them; none is needed to use the rows.'],
      [
        'Is anything confidential, offensive or personal?',
        'Not known. Words that dictionaries mark as vulgar, offensive or obsolete are not drawn unless asked for; names come from lists.',
      ],
      [
        'Did people write any of it?',
        natural > 0
          ? `${figure(natural)} rows of the source language, mixed in as they were.`
          : 'The templates, dictionaries and tables; no row as it stands.',
      ],
    ],
  ];
}

function collection({ runs }: PackageRecord): Section {
  return [
    'Collection',
    [
      [
        'How were rows acquired?',
        `By ${runs.map((run) => `Calque ${plainText(run.version)}, seed ${run.seed}`).join('; ') || 'Calque'}.`,
      ],
      ['Who took part?', 'No annotators, no participants; those who wrote the sources are named in ATTRIBUTION.md.'],
      ['Was there an ethical review?', UNKNOWN],
    ],
  ];
}

function processing({ leftOut }: PackageRecord): Section {
  const out = leftOut.filter(({ rows }) => rows > 0).map(({ name, rows }) => `${figure(rows)} ${name}`);
  return [
    'Processing',
    [
      ['What was left out?', out.join(', ') || 'Nothing.'],
      ['Is what it was made from kept?', 'The hashes of the store and of each source are in run.json.'],
      ['Is the program to be had?', 'Calque is free software; run.json holds the commands.'],
    ],
  ];
}

function uses({ worth, split }: PackageRecord): Section {
  return [
    'Uses',
    [
      ['What is it fit for?', 'Training intent and slot models, as a start to which text that people wrote is added.'],
      [
        'What should it not be used for?',
        `${split?.syntheticTest ? 'Its test partition is synthetic. ' : ''}Measuring how well a model does on natural text; learning the language.`,
      ],
      ['What is it worth?', worth.length === 0 ? 'Not measured.' : `\n\n${worthSection(worth).slice(2).join('\n')}`],
    ],
  ];
}

function rest({ licence, url, changes }: PackageRecord): Section[] {
  return [
    [
      'Distribution',
      [
        ['Under which licence?', licence.carries || 'None allows this mix to be passed on.'],
        ['Where?', plainText(url) || UNKNOWN],
      ],
    ],
    [
      'Maintenance',
      [
        ['Who keeps it?', UNKNOWN],
        ['Will it be updated?', changes ? `It follows release ${plainText(changes.since)}.` : UNKNOWN],
        ['How is a source taken back?', '`calque lexicon remove SOURCE`, then the commands in run.json again.'],
      ],
    ],
  ];
}
