import fc from 'fast-check';
import { expect, test } from 'vitest';
import { englishLemmas, englishPlural, englishSingular } from '../../src/analyse/analyse.js';

const LEMMAS: readonly (readonly [string, string])[] = [
  ['lights', 'light'],
  ['parties', 'party'],
  ['movies', 'movie'],
  ['boxes', 'box'],
  ['dishes', 'dish'],
  ['houses', 'house'],
  ['knives', 'knife'],
  ['children', 'child'],
  ['playing', 'play'],
  ['making', 'make'],
  ['stopping', 'stop'],
  ['calling', 'call'],
  ['studied', 'study'],
  ['closed', 'close'],
  ['planned', 'plan'],
  ['went', 'go'],
  ['written', 'write'],
  ['louder', 'loud'],
  ['bigger', 'big'],
  ['happiest', 'happy'],
  ['nicest', 'nice'],
  ['quickly', 'quick'],
  ['easily', 'easy'],
  ['is', 'be'],
];

test.each(LEMMAS)('%s may be a form of %s', (form, lemma) => {
  expect(englishLemmas(form)).toContain(lemma);
});

test('the likeliest lemma follows the word itself', () => {
  expect(englishLemmas('making')[1]).toBe('make');
  expect(englishLemmas('opening')[1]).toBe('open');
  expect(englishLemmas('movies')[0]).toBe('movie');
  expect(englishLemmas('went')[0]).toBe('go');
});

test('words in -s that are no plural stay', () => {
  for (const word of ['news', 'always', 'this', 'bus', 'glass', 'tennis', 'christmas']) {
    expect(englishSingular(word)).toBe(word);
    expect(englishLemmas(word)[0]).toBe(word);
  }
});

const PLURALS: readonly (readonly [string, string])[] = [
  ['light', 'lights'],
  ['party', 'parties'],
  ['day', 'days'],
  ['box', 'boxes'],
  ['child', 'children'],
  ['knife', 'knives'],
  ['movie', 'movies'],
  ['phone number', 'phone numbers'],
  ['person', 'people'],
  ['roof', 'roofs'],
];

test.each(PLURALS)('%s, %s', (singular, plural) => {
  expect(englishPlural(singular)).toBe(plural);
  expect(englishSingular(plural.split(' ').at(-1) as string)).toBe(singular.split(' ').at(-1));
});

test('any string has lemmas', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      const lemmas = englishLemmas(word);
      expect(lemmas).toContain(word);
      expect(new Set(lemmas).size).toBe(lemmas.length);
    }),
  );
});
