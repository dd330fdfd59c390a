import { describe, expect, it } from 'vitest';
import { spansOf, tagsOf, tokenise, trainAndTest, trainIntents, trainSlots } from '../../src/evaluate/evaluate.js';
import { CalqueError } from '../../src/model/model.js';
import { tinyLanguage, utterance } from './tiny-language.js';

const rows = tinyLanguage();
const tokensOf = (text: string) => tokenise(text).map((token) => token.text);
const UNSEEN = ['pigia saa moja simu', 'niamshe sasa hivi', 'moshi', 'x', 'PIGIA Asha', ''];

describe('intents', () => {
  it('are learnt perfectly where words tell them apart', () => {
    const model = trainIntents(rows);
    expect(model.intents).toEqual(['alarm_set', 'call', 'joke']);
    expect(rows.map((row) => model.predict(row.text).intent)).toEqual(rows.map((row) => row.intent));
    expect(model.predict('nichekeshe tena').intent).toBe('joke');
  });

  it('do not hang on the order of rows, and come out the same twice', () => {
    const answers = [rows, rows, [...rows].reverse()].map((each) => {
      const model = trainIntents(each);
      return [...rows.map((row) => row.text), ...UNSEEN].map((text) => model.predict(text));
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('part rows by a plane whose margin the cost sets: the solution of the dual for two rows', () => {
    // Two rows with one word each, no feature in common but the bias. With vectors of length √2 and the bias, the dual
    // is symmetric: α = 1 / (3 − 1 + 1 / 2C) for both, so that the score of either row is 2α = 2 / 3 at C = 0.5.
    const two = [utterance('1', 'a', 'ee'), utterance('2', 'b', 'oo')];
    const model = trainIntents(two, { leastUtterances: 1, tolerance: 1e-9 });
    expect(model.predict('ee').intent).toBe('a');
    expect(model.predict('ee').score).toBeCloseTo(2 / 3, 5);
    expect(model.predict('oo').score).toBeCloseTo(2 / 3, 5);
  });

  it('are one where there is one, and refused where there is none', () => {
    expect(trainIntents(rows.filter((row) => row.intent === 'joke')).predict('what').intent).toBe('joke');
    expect(() => trainIntents([])).toThrow(CalqueError);
  });

  it('may be named like parts of an object', () => {
    const odd = [utterance('1', 'constructor', 'toString valueOf'), utterance('2', '__proto__', 'hasOwnProperty')];
    expect(trainIntents(odd).predict('hasOwnProperty').intent).toBe('__proto__');
  });
});

describe('slots', () => {
  it('are learnt perfectly where words tell them apart', () => {
    const model = trainSlots(rows);
    expect(model.slots).toEqual(['person', 'time']);
    for (const { text, spans } of rows) expect(spansOf(tokenise(text), model.predict(tokensOf(text)))).toEqual(spans);
  });

  it('do not hang on the order of rows, and come out the same twice', () => {
    const answers = [rows, rows, [...rows].reverse()].map((each) => {
      const model = trainSlots(each);
      return [...rows.map((row) => row.text), ...UNSEEN].map((text) => model.predict(tokensOf(text)));
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('are always well-formed, whatever is said', () => {
    const model = trainSlots(rows, { epochs: 1 });
    const words = [...new Set(rows.flatMap((row) => tokensOf(row.text))), 'unseen'];
    for (let i = 0; i < 500; i++) {
      const tokens = Array.from({ length: i % 9 }, (_, k) => words[(i * 7 + k * 13) % words.length] as string);
      const tags = model.predict(tokens);
      expect(tags).toHaveLength(tokens.length);
      for (const [at, tag] of tags.entries()) {
        if (tag.startsWith('I-')) expect([`B-${tag.slice(2)}`, tag]).toContain(tags[at - 1]);
      }
    }
  });

  it('may be absent', () => {
    expect(trainSlots([utterance('1', 'joke', 'tell me')]).predict(['tell', 'me'])).toEqual(['O', 'O']);
  });
});

describe('tokens', () => {
  it('are white-space words, and letters where a script has no blanks', () => {
    expect(tokensOf("  wake  me at 5 a.m.  jenn's ")).toEqual(['wake', 'me', 'at', '5', 'a.m.', "jenn's"]);
    expect(tokensOf('播放 music 吧')).toEqual(['播', '放', 'music', '吧']);
    expect(tokensOf('ปลุกฉัน')).toEqual(['ป', 'ลุ', 'ก', 'ฉั', 'น']);
    expect(tokensOf('ទីក្រុង').join('')).toBe('ទីក្រុង');
    expect(tokensOf('𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪')).toHaveLength(2);
  });

  it('belong to the span that holds most of them', () => {
    const text = "jenn's party at 5pm";
    const spans = [
      { slot: 'person', start: 0, end: 4 },
      { slot: 'event', start: 7, end: 12 },
    ];
    expect(tagsOf(tokenise(text), spans)).toEqual(['B-person', 'B-event', 'O', 'O']);
    expect(spansOf(tokenise(text), ['B-person', 'B-event', 'I-event', 'O'])).toEqual([
      { slot: 'person', start: 0, end: 6 },
      { slot: 'event', start: 7, end: 15 },
    ]);
  });

  it('are learnt in a script without blanks, however the text is spaced', async () => {
    const places = ['東京', '大阪', '京都', '北海道', '名古屋'];
    const train = places.flatMap((place, i) => [
      utterance(`w${i}`, 'weather', `[place : ${place}]の天気を教えて`),
      utterance(`t${i}`, 'train', `[place : ${place}]まで電車で行きたい`),
    ]);
    const test = [
      utterance('1', 'weather', '[place : 大阪] の 天気 を 教えて'),
      utterance('2', 'train', '[place : 札幌]まで電車で行きたい'),
    ];
    const tested = await trainAndTest({ train, test });
    expect(tested.map(({ predictedIntent }) => predictedIntent)).toEqual(['weather', 'train']);
    for (const { gold, predicted } of tested) expect(predicted).toEqual(gold);
  });
});
