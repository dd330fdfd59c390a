import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/model/model.js';
import { detect, openInput, type ReadOptions, templateReaders, walkInputs } from '../../src/read/read.js';
import { FIXTURES, write, writeAll } from './support.js';

/** `line id scenario/intent/partition annotated utterance` or `line ! reason`, and the remarks. Ids made of content are left out. */
async function readTemplates(file: string, options: ReadOptions = {}) {
  const input = await openInput(file.startsWith('/') ? file : join(FIXTURES, 'template', file));
  const reader = detect(templateReaders, input);
  const { batches, language, remarks } = await reader.open(input, options);
  const lines: string[] = [];
  for await (const items of batches) {
    for (const item of items) {
      if ('reason' in item) lines.push(`${item.line} ! ${item.reason}`);
      else {
        const { line, id, scenario, intent, partition, text, spans } = item;
        const own = /-[0-9a-f]{10}$/.test(id) ? '' : `${id} `;
        lines.push(`${line} ${own}${scenario}/${intent}/${partition} ${annotate(text, spans)}`);
      }
    }
  }
  const said = remarks?.().map(({ text, line, count }) => `${line} ${text} ×${count}`) ?? [];
  return { format: reader.id, language, lines, remarks: said };
}

describe('sentence templates', () => {
  it('says all that the notation says', async () => {
    expect(await readTemplates('alarms.txt')).toEqual({
      format: 'sentences',
      language: 'en',
      lines: [
        '8 alarm/alarm_set/train wake me up at [time : five am]',
        '8 alarm/alarm_set/train wake me at [time : half past six]',
        '8 alarm/alarm_set/train get me up at [time : five am]',
        '9 ! holds a square bracket, which marks slots',
        '9 ! holds a square bracket, which marks slots',
        '10 alarm/alarm_set/train tomorrow wake me up',
        '10 alarm/alarm_set/train tomorrow wake me',
        '10 alarm/alarm_set/train tomorrow get me up',
        '10 alarm/alarm_set/train wake me up tomorrow',
        '10 alarm/alarm_set/train wake me tomorrow',
        '10 alarm/alarm_set/train get me up tomorrow',
        '11 ! ) is missing',
        '14 clock/alarm_query/train when is my [alarm_name : alarm name] alarm',
        '15 ! the rule <nobody> is not defined',
      ],
      remarks: [],
    });
  });

  it('takes some of many sentences, spread over all choices, and says so; bombs give none', async () => {
    const many = `intent: x\n${'(a|b) '.repeat(12)}\n`;
    const { lines, remarks } = await readTemplates(write('many.txt', many));
    expect(new Set(lines).size).toBe(50);
    for (const place of [0, 5, 11]) {
      const second = lines.filter((line) => line.split('train ')[1]?.split(' ')[place] === 'b').length;
      expect(Math.abs(second - 25)).toBeLessThan(12);
    }
    expect(remarks).toEqual(['2 lines that say more than 50 sentences: 50 of each were taken, spread evenly ×1']);
    const rules = Array.from({ length: 40 }, (_, i) => `<r${i + 1}> = <r${i}><r${i}>`);
    const bomb = `intent: x\n<r0> = a\n${rules.join('\n')}\n<c> = <c>x\n<r40>\n<c>\n${'('.repeat(3000)}\n`;
    expect((await readTemplates(write('bomb.txt', bomb))).lines).toEqual([
      '44 ! longer than 4000 pieces: no sentence',
      '45 ! the rule <c> refers to itself',
      '46 ! brackets are nested more than 30 deep',
    ]);
  });

  it('reads those of Home Assistant with their lists and rules', async () => {
    const { lines, remarks } = await readTemplates('light_HassLightSet.yaml');
    expect(lines).toEqual([
      '6 /HassLightSet/train set the [area : kitchen] lights to [color : red]',
      '6 /HassLightSet/train set the [area : living room] light to [color : blue]',
      '6 /HassLightSet/train set [area : kitchen] lights to [color : red]',
      '6 /HassLightSet/train set [area : living room] light to [color : blue]',
      '6 /HassLightSet/train change the [area : kitchen] lights to [color : red]',
      '6 /HassLightSet/train change the [area : living room] light to [color : blue]',
      '6 /HassLightSet/train change [area : kitchen] lights to [color : red]',
      '6 /HassLightSet/train change [area : living room] light to [color : blue]',
      '7 /HassLightSet/train dim it to [brightness : 0] percent',
      '7 /HassLightSet/train dim it to [brightness : 11]',
      '7 /HassLightSet/train lower it to [brightness : 22] percent',
      '7 /HassLightSet/train lower it to [brightness : 33]',
      '8 ! the rule <missing> is not defined',
    ]);
    expect(remarks).toEqual(['10 slots: was read past ×1']);
  });
});

describe('labelled utterances', () => {
  it('reads tables of utterances and intents', async () => {
    expect((await readTemplates('banking.train.csv')).lines).toEqual([
      '2 /transfer/train send [amount : ten pounds], please',
      '3 /balance/dev what is my balance',
      '4 ! slot brackets are not well-formed: [slot : value] is expected',
    ]);
    expect(await readTemplates('plain.tsv')).toMatchObject({
      format: 'utterances',
      lines: [
        '1 /alarm_set/train wake me at [time : six]',
        '2 /alarm_stop/train stop the alarm',
        '3 /alarm_set/train set it for [time : noon]',
        '4 /alarm_stop/train turn it off',
      ],
    });
    expect((await readTemplates('banking.train.csv', { partition: 'dev' })).lines).toHaveLength(2);
  });

  it('reads both forms of Snips', async () => {
    expect((await readTemplates('trains.json')).lines).toEqual([
      '3 /BookTrain/train from [origin : Gori] to Poti.',
      '4 /BookTrain/train any train',
      '5 ! holds a square bracket, which marks slots',
      '6 ! no utterance: a list "data" of texts is expected',
      '8 /constructor/train [destination : Tbilisi]',
    ]);
    expect(await readTemplates('library.json')).toEqual({
      format: 'snips',
      language: 'sw',
      lines: ['5 /setAlarm/train niamshe [day : kesho]', '6 ! no utterance: a list "data" of texts is expected'],
      remarks: ['9 values of entities were read past: calque value import takes lists ×1'],
    });
  });

  it('reads Rasa, its roles as slots of their own', async () => {
    expect(await readTemplates('assistant.yml')).toEqual({
      format: 'rasa',
      language: 'en',
      lines: [
        '5 /set_alarm/train wake me at [time : six thirty]',
        '6 /set_alarm/train set it for [time : 6:30]',
        '7 ! the line does not begin with a dash',
        '10 /book_train/train from [city.from : Gori] to [city : Poti]',
        '11 ! what stands in braces is not JSON',
        '12 ! holds a square bracket, which marks slots',
        '16 /faq/price/train how much is it',
        '24 ! no block of a kind that is known: entity',
      ],
      remarks: [
        '26 responses: was read past ×1',
        '6 values that texts stand for were read past ×1',
        '10 groups of entities were read past ×1',
        '18 blocks of kind synonym were read past ×1',
        '21 blocks of kind lookup were read past ×1',
      ],
    });
  });

  it('reads CoNLL with BIO labels, blanks as in the text', async () => {
    expect(await readTemplates('xx.valid.conll')).toMatchObject({
      lines: [
        '1 1 /alarm/set_alarm/dev Wake me [datetime : at six] [datetime : tomorrow], please!',
        '13 7 /music/play/dev cheza [music/item : nyimbo]',
        '19 ! line 22: a word and a label O, B-slot or I-slot are expected',
      ],
      remarks: ['13 utterances whose words are not those of their text were put together from the words ×1'],
    });
    expect((await readTemplates('xx.valid.conll', { partition: 'train' })).lines).toEqual([]);
  });

  it('reads Injongo, whether its offsets count characters or bytes', async () => {
    expect(await readTemplates('swa.dev.jsonl')).toMatchObject({
      language: 'sw',
      lines: [
        '1 dev-1 /alarm/dev weka kengele 🎫 [TIME : saa tatu]',
        '2 dev-2 /alarm/dev ቀን [DATE : ሰኞ]',
        '3 ! the offsets of its slots do not fit the text',
      ],
    });
  });

  it('refuses YAML that was made to fill memory, quickly', async () => {
    const bombs = [
      `nlu:\n- intent: ${'['.repeat(300_000)}`,
      `nlu:\n- intent: a\n  examples: |\n    - ${'['.repeat(300_000)}\n`,
      `a: &a [x,x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'},*${i ? `b${i - 1}` : 'a'}]`).join('\n')}\nnlu:\n- intent: *b39\n`,
      `nlu:\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}- intent:`).join('\n')}`,
      `nlu:\n- intent: x\n${'- '.repeat(5000)}`,
    ];
    for (const [index, bomb] of bombs.entries()) {
      const begin = performance.now();
      await readTemplates(write(`bomb${index}.yml`, bomb)).catch((error) => expect(error.name).toBe('CalqueError'));
      expect(performance.now() - begin).toBeLessThan(2000);
    }
  });

  it('takes YAML of templates from folders, with the rules that a folder shares, and no other YAML', async () => {
    const first = writeAll({
      'climate.yaml': 'language: en\nintents:\n  Get:\n    data:\n      - sentences:\n          - <what> in {area}\n',
      '_common.yaml': 'language: en\nexpansion_rules:\n  what: how warm is it\nlists:\n  area: {values: [attic]}\n',
      'sources.yaml': '"*.tsv": {format: pairs}\n',
    });
    expect((await walkInputs([dirname(first)])).files).toEqual([first]);
    expect((await readTemplates(first)).lines).toEqual(['6 /Get/train how warm is it in [area : attic]']);
  });
});

describe('formats that packages are written in', () => {
  it('reads tokens with tags: the text has the blanks, labels.json beside it the names of numbers', async () => {
    expect((await readTemplates('tagged.train.jsonl')).lines).toEqual([
      "1 1 /alarm_set/train wake [person : Ann]'s dog at [time : half past six]",
      '2 2 /lights_off/train გამორთე შუქი [house_place : სამზარეულოში]',
      '3 3 /music_play/train play [genre : jazz] [genre : rock]',
      '4 ! as many tags as tokens are expected, and no empty token',
      '5 ! a tag is a number, and labels.json beside the file does not name it',
      '6 ! the intent is missing',
      '7 7 /music_play/train play [genre : jazz]',
    ]);
    const numbered = writeAll({
      'x.jsonl': '{"tokens": ["play", "jazz"], "ner_tags": [0, 1], "intent": "music_play"}\n',
      'labels.json': '{"names": ["O", "B-genre"]}',
    });
    expect((await readTemplates(numbered)).lines).toEqual(['1 /music_play/train play [genre : jazz]']);
  });

  it('reads inputs and targets: annot_utt tells where slots end, if it says the same', async () => {
    expect((await readTemplates('asked.dev.jsonl')).lines).toEqual([
      '1 1 /alarm_set/dev wake me at [time : half past six]',
      '2 2 /lights_off/dev გამორთე შუქი [house_place : სამზარეულოში]',
      '3 3 /music_play/dev play [genre : jazz] [genre : rock]',
      '4 4 /music_play/dev play [genre : jazz rock]',
      '5 ! a label for each word and the intent are expected',
      '6 ! not a JSON object whose input begins "Annotate: "',
    ]);
  });

  it('reads questions and their answers', async () => {
    expect(await readTemplates('chat.json')).toEqual({
      format: 'few-shot',
      language: 'sw',
      lines: [
        '5 /alarm_set/train niamshe [time : saa tatu]',
        '7 ! its answer is not the utterance with slots in brackets',
        '9 ! an answer without a question',
        '10 ! a question without an answer',
      ],
      remarks: ['4 instructions to the model were read past ×1'],
    });
    expect((await readTemplates('chats.jsonl')).lines).toEqual([
      '1 /music_stop/train stop the music',
      '2 ! its answer is no JSON with intent and annot_utt',
    ]);
  });

  it('reads tables whose labels are numbers, which the file names', async () => {
    const { lines, language } = await readTemplates('numbered.parquet');
    expect([language, ...lines]).toEqual([
      'sw',
      '1 0 /alarm_set/train niamshe [time : saa tatu]',
      '2 1 /lights_off/dev zima taa',
      '3 ! slot brackets are not well-formed: [slot : value] is expected',
      '4 3 /alarm_set/train cheza [g : jazz] [g : taarab]',
    ]);
    expect((await readTemplates('numbered.parquet', { partition: 'dev' })).lines).toHaveLength(2);
  });

  it('goes by the folder of a language and a partition, and passes over what stands beside rows', async () => {
    const place = join(dirname(write('x', '')), 'ka.dev');
    mkdirSync(place);
    writeFileSync(join(place, 'alarm_set.yml'), 'nlu:\n- intent: alarm_set\n  examples: |\n    - [six](time)\n');
    writeFileSync(join(place, 'lookups.yml'), 'nlu:\n- lookup: time\n  examples: |\n    - six\n');
    writeFileSync(join(place, 'labels.json'), '{}');
    const { files, skipped } = await walkInputs([place]);
    expect([files.length, skipped.length]).toEqual([1, 2]);
    const { language, lines } = await readTemplates(files[0] as string);
    expect([language, ...lines]).toEqual(['ka', '4 /alarm_set/dev [time : six]']);
  });

  it('reads tests of sentences: values where they stand, as a comment says, or in another order', async () => {
    expect(await readTemplates('lamp_tests.yaml')).toEqual({
      format: 'hassil-tests',
      language: 'en',
      lines: [
        '4 /HassLightSet/train dim the [name : desk lamp] to [brightness : 50]%',
        '5 /HassLightSet/train [name : Desk lamp] to [brightness : 50] percent',
        '14 /PlayMusic/train play [genre : jazz] jazz',
        '15 /PlayMusic/train play [genre : jazz] by [genre : jazz]',
        '21 ! a test without sentences',
      ],
      remarks: ['4 slots whose value the sentence does not say were read past ×3'],
    });
  });
});
