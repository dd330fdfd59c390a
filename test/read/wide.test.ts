import { describe, expect, it } from 'vitest';
import { readLexicon, write } from './support.js';

describe('wide tables', () => {
  it('reads numbered columns of many languages', async () => {
    const { format, pairs, lines } = await readLexicon('terms.csv');
    expect(format).toBe('wide');
    // `nde` beside Afrikaans, Xhosa and Swati is Southern Ndebele.
    expect(pairs).toEqual(['en>af', 'en>xh', 'en>ss', 'en>st', 'en>nr']);
    expect(lines).toEqual([
      '1 ! a column that names no known language',
      '2 abolish=afskaf /V//1/e.g. laws',
      '2 abolish=ophef /V//2/e.g. laws',
      '3 water=water /N//1',
      '3 fluid=water ///1',
      '4 hall=saal ///1',
      '4 large room=saal ///2',
      '5 ! a side is empty',
      '6 ! no translation in any language',
      '7 constructor=maker ///1',
      '7 constructor=bouer ///2',
      '2 abolish=bhangisa /V//1/e.g. laws',
      '3 water=amanzi /N//1',
      '3 fluid=amanzi ///1',
      '4 hall=iholo ///1',
      '4 large room=iholo ///2',
      '7 constructor=umakhi ///1',
      '2 abolish=cedza /V//1/e.g. laws',
      '3 water=emanti /N//1',
      '3 fluid=emanti ///1',
      '3 water=metsi /N//1',
      '3 fluid=metsi ///1',
      '2 abolish=-phelisa /V//1/e.g. laws',
      '3 water=amanzi /N//1',
      '3 fluid=amanzi ///1',
    ]);
  });

  it('joins a term that an unquoted comma cut within its brackets, and knows a name by its company', async () => {
    const rows = [
      'eng__001,eng__002,Bura Pabir,Mandara',
      'narcotic {illegal drug, heroin},one,two',
      'sell,buy,three,four',
    ];
    const { pairs, lines } = await readLexicon(write('terms.csv', `${rows.join('\n')}\n`));
    expect(pairs).toEqual(['en>bwr', 'en>mfi']);
    expect(lines.filter((line) => line.startsWith('2'))).toEqual([
      '2 narcotic=one ///1/illegal drug, heroin',
      '2 narcotic=two ///1/illegal drug, heroin',
    ]);
  });

  it('takes the languages that are asked for', async () => {
    expect((await readLexicon('terms.csv', { to: 'st' })).lines).toContain('3 water=metsi /N//1');
    expect((await readLexicon('terms.csv', { to: 'st' })).pairs).toEqual(['en>st']);
    await expect(readLexicon('terms.csv', { to: 'sw' })).rejects.toThrow(/no column for sw/);
    expect((await readLexicon('terms.csv', { columns: ['eng__002', 'xho__001'] })).lines).toEqual([
      '2 ! a side is empty',
      '3 fluid=amanzi ///1',
      '4 ! a side is empty',
      '5 ! a side is empty',
      '6 ! a side is empty',
      '7 ! a side is empty',
    ]);
  });

  it('asks from which language a table without English is to be read', async () => {
    const file = write(
      'words.csv',
      'Kiswahili;Deutsch;Wortart;Klasse\nchakula;Essen;Substantiv;7/8\nfanya;tun;Verb;\n',
    );
    await expect(readLexicon(file)).rejects.toMatchObject({
      message: expect.stringContaining('no English column: its languages are sw, de'),
      suggestions: [expect.stringContaining('--from de --to sw')],
    });
    const { pairs, lines } = await readLexicon(file, { from: 'de' });
    expect(pairs).toEqual(['de>sw']);
    expect(lines).toEqual(['2 Essen=chakula /N/BANTU7/1', '3 tun=fanya /V//1']);
  });

  it('reads columns that are named in English, in TSV without quoting', async () => {
    const file = write(
      'covid.tsv',
      'Wikipedia (EN)\tEnglish\tSwahili\tSimplified Chinese\nx\tfever "hot"\thoma\t发热\n',
    );
    const { pairs, lines } = await readLexicon(file);
    expect(pairs).toEqual(['en>sw', 'en>zh-Hans']);
    expect(lines.slice(1)).toEqual(['2 fever "hot=homa ///1', '2 fever "hot=发热 ///1']);
  });
});

describe('lists with a row a language', () => {
  it('finds the row that names concepts in English', async () => {
    const { format, pairs, lines } = await readLexicon('rows.csv');
    expect(format).toBe('concepts');
    expect(pairs).toEqual(['en>sw', 'en>x-island-north', 'en>x-nowhere']);
    expect(lines).toEqual([
      '4 animal=mnyama ///1',
      '4 arm=mkono ///1',
      '4 ashes=majivu ///1',
      '4 bark=gome ///1',
      '4 bed=kitanda ///1',
      '4 belly=tumbo ///1',
      '4 big=-kubwa ///1',
      '4 bird=ndege ///1',
      '4 blood=damu ///1',
      '4 bone=mfupa ///1',
      '4 bone=ubavu ///2',
      '4 rib=mfupa ///3',
      '4 rib=ubavu ///4',
      '5 ! a reconstructed form',
      '5 ashes=avu ///1',
      '5 belly=umbo ///1',
      '6 ! no form is given',
    ]);
  });
});
