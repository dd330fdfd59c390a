import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/model/model.js';
import { PACKAGE_FORMATS } from '../../src/package/package.js';

const ROW: Row = {
  id: '11#0',
  locale: 'sw',
  partition: 'train',
  scenario: 'alarm',
  intent: 'alarm_set',
  utt: 'niamshe saa tatu asubuhi ijumaa',
  annot_utt: 'niamshe [time : saa tatu asubuhi] [date : ijumaa]',
  slot_method: [{ slot: 'time', method: 'translation' }],
  score: 0.9,
  tier: 'A',
  template: '11',
  sources: ['starter'],
};

function format(id: string) {
  const found = PACKAGE_FORMATS.find((each) => each.id === id);
  if (!found) throw new Error(`no format ${id}`);
  return found;
}

describe('massive', () => {
  it('writes exactly the keys of MASSIVE, in its order', () => {
    expect(format('massive').file(ROW)).toBe('massive/sw.jsonl');
    const line = format('massive').write(ROW);
    expect(line.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(line))).toEqual([
      'id',
      'locale',
      'partition',
      'scenario',
      'intent',
      'utt',
      'annot_utt',
      'worker_id',
      'slot_method',
    ]);
  });
});

describe('conll', () => {
  it('writes a block as xSID does', () => {
    expect(format('conll').file(ROW)).toBe('conll/sw.train.conll');
    expect(format('conll').write(ROW)).toBe(
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

  it('begins anew where two spans of one slot meet', () => {
    const row = { ...ROW, utt: 'jazz rock', annot_utt: '[g : jazz] [g : rock]' };
    expect(format('conll').write(row)).toContain('1\tjazz\talarm_set\tB-g\n2\trock\talarm_set\tB-g\n');
  });

  it('refuses a row whose brackets do not match', () => {
    expect(() => format('conll').write({ ...ROW, annot_utt: 'x [time : y' })).toThrow('row 11#0 has brackets');
  });
});
