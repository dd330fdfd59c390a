import { Args, Flags } from '@oclif/core';
import { CalqueCommand, explanation } from '../cli/cli.js';

export default class Explain extends CalqueCommand {
  static override summary = 'where each word of a row came from: entry, form, rule, value and source';
  static override examples = ['<%= config.bin %> explain "s1#0" --run output/swahili'];
  static override args = {
    row: Args.string({ ignoreStdin: true, description: 'id of a row, as in "s1#0"', required: true }),
  };
  static override flags = {
    run: Flags.string({ description: 'folder of the run (default: the only one in output/)', helpValue: 'DIR' }),
    to: Flags.string({ description: 'language of the row, where the run has several', helpValue: 'LANGUAGE' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(Explain);
    const { explain } = await explanation();
    const told = await explain({ row: args.row, store: flags.store, run: flags.run, language: flags.to });
    const { row, name, template, words, slots, rules } = told;
    this.log(`${row.annot_utt}\n`);
    this.log(`  language  ${name} (${row.locale})`);
    this.log(`  template  ${template.name}: ${template.english}  [${said(template.source)}]`);
    this.log(`  intent    ${row.intent}, score ${row.score}, tier ${row.tier}\n`);
    this.table(
      [
        { title: 'word' },
        { title: 'for' },
        { title: 'how' },
        { title: 'lemma' },
        { title: 'form' },
        { title: 'sources' },
      ],
      words.map((word) => [
        word.text === '' ? '(nothing)' : word.text,
        word.english,
        word.step,
        word.lemma,
        [word.bundle, word.method].filter((part) => part !== '').join(' '),
        namesOf(word.sources),
      ]),
    );
    if (slots.length > 0) {
      this.log();
      this.table(
        [
          { title: 'slot' },
          { title: 'value' },
          { title: 'for' },
          { title: 'how' },
          { title: 'form' },
          { title: 'sources' },
        ],
        slots.map((slot) => [
          slot.slot,
          slot.text,
          slot.english,
          slot.how,
          slot.form,
          slot.sources.map(said).join(', '),
        ]),
      );
    }
    const sources = new Map(
      [...words, ...slots].flatMap((part) => part.sources.map((source) => [source.name, said(source)])),
    );
    this.log(`\nSources\n${[...sources.values()].map((source) => `  ${source}`).join('\n')}`);
    const cited = citations(words);
    if (cited.length > 0) this.log(`\nAs sources cite it\n${cited.join('\n')}`);
    if (rules.length > 0) this.log(`\nRules: ${rules.join('; ')}`);
    return told;
  }
}

/** `imba: -imba, kuimba`: what to look for in the sources that are named. */
function citations(words: readonly { readonly lemma: string; readonly citedAs: readonly string[] }[]): string[] {
  const cited = words.filter(({ citedAs }) => citedAs.length > 0);
  return [...new Set(cited.map(({ lemma, citedAs }) => `  ${lemma}: ${citedAs.join(', ')}`))];
}

function namesOf(sources: readonly { readonly name: string }[]): string {
  return sources.map(({ name }) => name).join(', ');
}

function said({ name, licence }: { readonly name: string; readonly licence: string }): string {
  return `${name}, ${licence || 'licence not stated'}`;
}
