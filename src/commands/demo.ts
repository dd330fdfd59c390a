import { CalqueCommand, demonstration, terminalWidth, useColour, visible } from '../cli/cli.js';

const NEXT = [
  'calque template import --starter             English templates into a store of your own',
  'calque lexicon import --starter --to sw      words, values and forms that come along',
  'calque lexicon import FILE --to sw           a dictionary of your language',
  'calque language show sw                      what is known, and what is missing',
  'calque generate --to sw --per-template 3     labelled utterances, into output/',
];

export default class Demo extends CalqueCommand {
  static override summary = 'starter data → twenty utterances in several languages, and what to do next';
  static override examples = ['<%= config.bin %> demo'];

  async run(): Promise<unknown> {
    await this.parse(Demo);
    const { demonstrate } = await demonstration();
    const utterances = await demonstrate(this.progress());
    const width = terminalWidth();
    const colour = useColour() ? COLOUR : PLAIN;
    const indent = Math.max(...utterances.map(({ name }) => name.length)) + 2;
    for (const { name, annot_utt, english, intent } of utterances) {
      const said = visible(annot_utt).replace(/\[([^\]]*?) : ([^\]]*)\]/g, colour.slot);
      this.logStyled(`${name.padEnd(indent)}${said}`);
      const below = `${intent}: ${english}`;
      if (indent + below.length <= width) this.logStyled(`${' '.repeat(indent)}${colour.dim(visible(below))}`);
    }
    this.log(`\nWhat next:\n${NEXT.map((line) => `  ${line}`).join('\n')}`);
    return { utterances, next: NEXT.map((line) => line.split(/ {2,}/)[0]) };
  }
}

const PLAIN = { slot: '[$1 : $2]', dim: (text: string) => text };
const COLOUR = {
  slot: '\u001b[36m[$1 : \u001b[1m$2\u001b[22m]\u001b[39m',
  dim: (text: string) => `\u001b[2m${text}\u001b[22m`,
};
