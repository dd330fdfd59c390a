import { describe, expect, it } from 'vitest';
import type { LexiconItem } from '../../src/model/model.js';
import { takeArticle } from '../../src/read/lexicon/dictd-article.js';

const SIDES = { from: 'en', to: 'sw', turned: false, english: true };

function read(headword: string, ...senses: string[]): string[] {
  const items: LexiconItem[] = [];
  takeArticle(items, { line: 1, headword, article: [`${headword} /x/`, ...senses].join('\n') }, SIDES);
  return items.map((item) => ('reason' in item ? `! ${item.reason}` : item.to));
}

describe('a numbered sense of a dictd article', () => {
  it.each([
    [
      ['barrister', '1. ing. wakili, mtetezi'],
      ['wakili', 'mtetezi'],
    ],
    [['flat', '1. ing., it., ABD, b.h., nyumba'], ['nyumba']],
    [
      ['quince', '1. mpera, (bot.) Cydonia oblonga.'],
      ['mpera', '! a scientific name, not a translation'],
    ],
    [['taught', '1. (bak.) teach.'], ['! refers to another entry']],
    [['bldg', '1. (kıs.) building.'], ['! an abbreviation written out, not a translation']],
    [['nt', '1. (abbr.) New Testament.'], ['! an abbreviation written out, not a translation']],
    [
      ['adapt', '1. (lit.) adapta, rekebisha.'],
      ['adapta', 'rekebisha'],
    ],
  ])('%j', ([headword = '', ...senses], expected) => {
    expect(read(headword, ...senses)).toEqual(expected);
  });
});
