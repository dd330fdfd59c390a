import { describe, expect, it } from 'vitest';
import { preparedRow } from '../../src/package/package.js';
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
