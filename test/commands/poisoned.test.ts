import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish, Session, WORDS } from './session.js';

const session = new Session();
afterAll(() => session.end());

/** Sets the title, turns red, turns red by one character, rings, hides what follows, turns it round. */
const POISON = '\u001b]0;owned\u0007\u001b[31m\u009b31m\u0007\u001b[8m\u202e';
/** Nothing that a terminal obeys, line ends and the tabs of data apart. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const NAME = `ev\u001b[31mil.tsv`;

beforeAll(async () => {
  furnish(session);
  session.write(NAME, `milk\tmaziwa\nfire\tmo${POISON}to\n${POISON}\tmaji\n`);
  session.write(
    'evil/lexicon.tsv',
    `# title: Words${POISON}\n# licence: CC0-1.0${POISON}\n${WORDS}sun${POISON}\tN\tjua${POISON}\n`,
  );
  session.write(
    'evil.tei',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><entry><form><orth>moon&#x9b;31m</orth></form></entry>`,
  );
  session.write('evil-templates.tsv', `id\tscenario\tintent\tannotated\ne1\ts\ti${POISON}\tplay${POISON} music\n`);
  session.write('evil-values.tsv', `slot\tenglish\tvalue\tweight\ntime\tnine am\tsaa${POISON}\t1\n`);
  session.write('evil-table.tsv', `kitap\tkitap${POISON}lar\tN;PL\n`);
  session.write('evil.txt', `Habari${POISON} za leo.\n`);
  session.write('evil.yaml', `evil${POISON}: [\n`);
  session.write('evil/profile.yaml', `order${POISON}: SVO\n`);
  await session.run(['generate', '--to', 'sw', '--output', 'none']);
});

/** Each command but an export into a pipe, which gives text back as it is, fed and asked with text that would drive a terminal. */
const COMMANDS: readonly (readonly string[])[] = [
  ['lexicon', 'import', NAME, '--to', 'sw', '--dry-run', '--title', `T${POISON}`],
  ['lexicon', 'import', NAME, '--to', 'sw', '--title', `T${POISON}`, '--licence', `CC0-1.0${POISON}`],
  ['lexicon', 'import', 'evil/lexicon.tsv', '--to', 'sw', '--dry-run'],
  ['lexicon', 'import', 'evil/lexicon.tsv', '--to', 'sw'],
  ['lexicon', 'import', 'sw/lexicon.tsv', '--to', 'sw'],
  ['lexicon', 'import', 'evil.tei'],
  ['lexicon', 'import', `no${POISON}.tsv`],
  ['lexicon', 'import', 'swahili.tsv', '--mapping', 'evil.yaml'],
  ['template', 'import', 'templates.tsv'],
  ['template', 'import', 'evil-templates.tsv', '--dry-run'],
  ['template', 'import', 'evil-templates.tsv'],
  ['template', 'list'],
  ['value', 'import', 'values.tsv', '--to', 'sw'],
  ['value', 'import', 'evil-values.tsv', '--to', 'sw', '--dry-run'],
  ['value', 'import', 'evil-values.tsv', '--to', 'sw'],
  ['value', 'list', '--to', 'sw'],
  ['morphology', 'import', 'evil-table.tsv', '--language', 'tr', '--dry-run'],
  ['morphology', 'import', 'evil-table.tsv', '--language', 'tr'],
  ['morphology', 'list'],
  ['morphology', 'inflect', `kitap${POISON}`, 'N;PL', '--language', 'tr'],
  ['morphology', 'analyse', `kitap${POISON}lar`, '--language', 'tr'],
  ['text', 'import', 'evil.txt', '--to', 'sw', '--dry-run'],
  ['text', 'import', 'evil.txt', '--to', 'sw'],
  ['text', 'list'],
  ['text', 'show', 'Habari', '--language', 'sw'],
  ['lexicon', 'show', `milk${POISON}`],
  ['lexicon', 'show', 'milk'],
  ['lexicon', 'list'],
  ['lexicon', 'export', '--json'],
  ['language', 'list'],
  ['language', 'show', 'sw'],
  ['language', 'show', 'sw', '--profile', 'evil/profile.yaml'],
  ['language', 'show', POISON],
  ['generate', '--to', 'sw', '--output', 'run'],
  ['explain', 't2#0', '--run', 'run'],
  ['explain', 'e1#0', '--run', 'run'],
  ['explain', POISON, '--run', 'run'],
  ['lexicon', 'remove', POISON],
];

describe('text that would drive the terminal', () => {
  it.each(COMMANDS.map((command) => ({ command, said: command.join(' ').replaceAll(POISON, '…') })))(
    'is shown and not obeyed by $said',
    async ({ command }) => {
      for (const more of [[], ['--json']]) {
        const { stdout, stderr, code } = await session.run([...command, ...more]);
        expect([stdout, stderr].map((text) => OBEYED.exec(text)?.[0] ?? '')).toEqual(['', '']);
        expect(stdout + stderr).not.toBe('');
        expect(code).not.toBe(1);
      }
    },
  );
});
