import { describe, expect, it } from 'vitest';
import { RuleBook, RuleText, ruleKey, StoredRules } from '../../src/inflect/predict/rules.js';

const ends = (suffixFrom: string, suffixTo: string) => new RuleText('ends', '', '', suffixFrom, suffixTo, []);
const inner = (place: number) => new RuleText('end', 'ku', 'ni', 'a', 'e', [{ place, from: 'tt', to: 't' }]);

describe('a book of rules', () => {
  it('knows a rule again, and tells it from all others, however many there are', () => {
    const book = new RuleBook();
    const all = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? ends(`a${i}`, 'b') : inner(i)));
    const rules = all.map((text) => book.intern(text));
    expect(new Set(rules).size).toBe(3000);
    expect(all.map((text) => book.intern(text.withSuffix(text.suffixTo)))).toEqual(rules);
  });

  it('tells letters of one part from those of the next', () => {
    const book = new RuleBook();
    expect(book.intern(ends('ab', 'c'))).not.toBe(book.intern(ends('a', 'bc')));
    expect(book.intern(inner(1))).not.toBe(book.intern(inner(2)));
  });

  it('reads rules as they were stored', () => {
    const texts = [ends('', 'lar'), inner(3)];
    const stored = new StoredRules(texts.map(ruleKey));
    expect(texts.map((text, id) => stored.at(id).equals(text))).toEqual([true, true]);
  });
});
