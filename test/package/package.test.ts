import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { preparedRow, quoted } from '../../src/package/package.js';
import { rowWith, written } from './rows.js';

const ROW = rowWith();
const ADJACENT = rowWith({ annot_utt: '[g : jazz] [g : rock]' });

describe('rows', () => {
  it('have single blanks where a language has others, as Python understands them', () => {
    const row = rowWith({ annot_utt: ' weka\u00a0[time :  saa\u3000tatu] \u0085leo ' });
    expect(row.utt).toBe('weka saa tatu leo');
    expect(row.utt.slice(row.spans[0]!.start, row.spans[0]!.end)).toBe('saa tatu');
  });

  it('are refused when their brackets do not match', () => {
    expect(() => preparedRow({ ...ROW, annot_utt: 'x [time : y' }, 'train', 'generated')).toThrow(
      'row 11#0 has brackets',
    );
  });
});

describe('massive', () => {
  it('writes the keys of a translated row of MASSIVE, in its order, and the labels beside them', () => {
    const { texts, notes } = written('massive', [ROW, ADJACENT]);
    expect([...texts.keys()]).toEqual(['massive/sw.jsonl', 'massive/labels.json']);
    const [line] = texts.get('massive/sw.jsonl')!.split('\n');
    expect(Object.keys(JSON.parse(line!))).toEqual(
      'id locale partition scenario intent utt annot_utt worker_id slot_method judgments'.split(' '),
    );
    expect(JSON.parse(texts.get('massive/labels.json')!)).toEqual({
      intents: ['alarm_set'],
      slots: ['date', 'g', 'time'],
    });
    expect(notes).toEqual([expect.stringContaining('1 times a slot follows')]);
  });

  it('keeps code-switched rows in a file of their own', () => {
    const { texts } = written('massive', [rowWith({ origin: 'code-switched' })]);
    expect([...texts.keys()][0]).toBe('massive/sw.code-switched.jsonl');
  });
});

describe('conll', () => {
  it('writes a block as xSID does', () => {
    expect(written('conll', [ROW]).texts.get('conll/sw.train.conll')).toBe(
      [
        '# id = 11#0',
        '# text = niamshe saa tatu asubuhi ijumaa',
        '# intent = alarm_set',
        '1\tniamshe\talarm_set\tO',
        '2\tsaa\talarm_set\tB-time',
        '3\ttatu\talarm_set\tI-time',
        '4\tasubuhi\talarm_set\tI-time',
        '5\tijumaa\talarm_set\tB-date',
        '',
        '',
      ].join('\n'),
    );
  });

  it('begins anew where two spans of one slot meet, and cuts a word where a span ends in it', () => {
    expect(written('conll', [ADJACENT]).texts.get('conll/sw.train.conll')).toContain(
      '1\tjazz\talarm_set\tB-g\n2\trock\talarm_set\tB-g\n',
    );
    const cut = written('conll', [rowWith({ annot_utt: "[person : john]'s list" })]);
    expect(cut.texts.get('conll/sw.train.conll')).toContain("1\tjohn\talarm_set\tB-person\n2\t's\talarm_set\tO\n");
  });
});

describe('token-classification', () => {
  it('has as many tags as tokens', () => {
    const line = JSON.parse(written('token-classification', [ROW]).texts.get('token-classification/sw.train.jsonl')!);
    expect(line).toEqual({
      id: '11#0',
      intent: 'alarm_set',
      text: 'niamshe saa tatu asubuhi ijumaa',
      tokens: ['niamshe', 'saa', 'tatu', 'asubuhi', 'ijumaa'],
      ner_tags: ['O', 'B-time', 'I-time', 'I-time', 'B-date'],
    });
  });
});

describe('text-to-text', () => {
  it('writes one label a word, then the intent', () => {
    expect(JSON.parse(written('text-to-text', [ROW]).texts.get('text-to-text/sw.train.jsonl')!)).toEqual({
      id: '11#0',
      input: 'Annotate: niamshe saa tatu asubuhi ijumaa',
      target: 'Other time time time date alarm_set',
      annot_utt: 'niamshe [time : saa tatu asubuhi] [date : ijumaa]',
    });
  });
});

describe('csv', () => {
  const formula = rowWith({ annot_utt: '=1+1 "x", [g : y]' });

  it('quotes what needs it, and makes text of formulas only when asked', () => {
    expect(written('csv', [formula]).texts.get('csv/sw.train.csv')).toContain(',"=1+1 ""x"", y",');
    const safe = written('csv', [formula], { spreadsheetSafe: true }).texts.get('csv/sw.train.csv');
    expect(safe).toContain(`,"'=1+1 ""x"", y",`);
  });
});

const DIVERSE = [
  ROW,
  ADJACENT,
  rowWith({ id: 'b', intent: 'faq/ask', annot_utt: 'toka [city.from : Gori] hadi [city.to : gori]' }),
  rowWith({ id: 'c', intent: 'Faq-Ask', annot_utt: 'no (what) "is": 1:30' }),
];

describe('rasa', () => {
  const { texts, notes } = written('rasa', [...DIVERSE, rowWith({ id: 'd', utt: 'x', annot_utt: 'bad \u0007 sign' })]);

  it('writes a file for each intent, whatever the intent is called', () => {
    expect([...texts.keys()]).toEqual(
      ['alarm_set', 'faq-ask', 'Faq-Ask-2', 'lookups'].map((name) => `rasa/sw.train/${name}.yml`),
    );
    expect(notes).toEqual([expect.stringContaining('1 rows')]);
  });

  it('writes entities with their roles, lookup tables and synonyms, as version 3.1 has them', () => {
    expect(parse(texts.get('rasa/sw.train/faq-ask.yml')!)).toEqual({
      version: '3.1',
      nlu: [
        {
          intent: 'faq/ask',
          examples: '- toka [Gori]{"entity":"city","role":"from"} hadi [gori]{"entity":"city","role":"to"}\n',
        },
      ],
    });
    expect(parse(texts.get('rasa/sw.train/lookups.yml')!)).toEqual({
      version: '3.1',
      nlu: [
        { lookup: 'city', examples: '- Gori\n- gori\n' },
        { lookup: 'date', examples: '- ijumaa\n' },
        { lookup: 'g', examples: '- jazz\n- rock\n' },
        { lookup: 'time', examples: '- saa tatu asubuhi\n' },
        { synonym: 'Gori', examples: '- gori\n' },
      ],
    });
  });
});

describe('snips', () => {
  it('writes the data set of the library: every entity declared, texts that join to the utterance', () => {
    const data = JSON.parse(written('snips', DIVERSE).texts.get('snips/sw.train.json')!);
    expect(Object.keys(data.intents)).toEqual(['Faq-Ask', 'alarm_set', 'faq/ask']);
    expect(data.intents.alarm_set.utterances).toHaveLength(2);
    expect(data.intents['faq/ask'].utterances[0].data).toEqual([
      { text: 'toka ' },
      { text: 'Gori', entity: 'city.from', slot_name: 'city.from' },
      { text: ' hadi ' },
      { text: 'gori', entity: 'city.to', slot_name: 'city.to' },
    ]);
    expect(Object.keys(data.entities)).toEqual(['city.from', 'city.to', 'date', 'g', 'time']);
  });
});

describe('home-assistant', () => {
  const { texts, notes } = written('home-assistant', [
    ...DIVERSE,
    rowWith({ annot_utt: 'niamshe [time : saa sita] [date : leo]' }),
  ]);
  const folder = 'home-assistant/train';

  it('writes each sentence once, lists of values beside them, and a test for each utterance', () => {
    expect(parse(texts.get(`${folder}/sentences/sw/alarm_set.yaml`)!)).toEqual({
      language: 'sw',
      intents: { alarm_set: { data: [{ sentences: ['niamshe {time} {date}', '{g} {g:g__2}'] }] } },
    });
    expect(parse(texts.get(`${folder}/sentences/sw/_common.yaml`)!).lists.time).toEqual({
      values: ['saa sita', 'saa tatu asubuhi'],
    });
    expect(parse(texts.get(`${folder}/tests/sw/alarm_set.yaml`)!).tests[1]).toEqual({
      sentences: ['jazz rock'],
      intent: { name: 'alarm_set', slots: { g: 'jazz', g__2: 'rock' } },
    });
    expect(notes).toEqual([expect.stringContaining('1 rows left out')]);
  });
});

describe('few-shot', () => {
  it('shows the best rows of each intent, one a template', () => {
    const rows = [
      rowWith({ id: '1#0', template: '1', score: 0.5, annot_utt: 'a' }),
      rowWith({ id: '2#0', template: '2', score: 0.9, annot_utt: 'b' }),
      rowWith({ id: '2#1', template: '2', score: 0.9, annot_utt: 'c' }),
      rowWith({ id: '3#0', template: '3', score: 0.7, annot_utt: '[g : d]' }),
      rowWith({ id: '4#0', template: '4', score: 1, annot_utt: 'e', partition: 'dev' }),
    ];
    const { messages } = JSON.parse(written('few-shot', rows).texts.get('few-shot/sw.json')!);
    expect(messages.slice(1).map(({ content }: { content: string }) => content)).toEqual([
      'b',
      '{"intent":"alarm_set","annot_utt":"b"}',
      'd',
      '{"intent":"alarm_set","annot_utt":"[g : d]"}',
    ]);
  });
});

describe('strings in YAML', () => {
  it.each([
    'no',
    '1:30',
    '~',
    '',
    '2026-01-01',
    '=',
    '<<',
    'a\tb',
    '\u0085',
    '\u2028',
    '\u001b',
    '# x',
    '- x',
    '"',
    '\ufeff',
  ])('stay strings: %j', (text) => {
    expect(parse(quoted(text), { version: '1.1' })).toBe(text);
    expect(quoted(text)).toMatch(/^[ -~]*$/);
  });
});
