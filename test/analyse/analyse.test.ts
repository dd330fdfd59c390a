import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analyse/analyse.js';
import { type Analysis, parseAnnotated, type Template } from '../../src/model/model.js';
import { sketch } from './sketch.js';

let analyse: (template: Template) => Analysis;
beforeAll(async () => {
  analyse = await createAnalyser();
});

function read(annotated: string): Analysis {
  const parsed = parseAnnotated(annotated);
  if (!parsed) throw new Error(`not well-formed: ${annotated}`);
  return analyse({ id: '', scenario: '', intent: '', partition: '', ...parsed });
}

/** V verb, N noun, A adverb, Q question, X auxiliary, P pronoun, I particle, C conjunction; * object, ^ definite. */
const CHUNKS: readonly (readonly [string, string])[] = [
  ['turn on the light', 'V(turn on) N*^(the light)'],
  ['turn the light on', 'V(turn) N*^(the light) A(on)'],
  ['turn the lights off [timeofday : tonight]', 'V(turn) N*^(the lights) A(off) A(tonight)'],
  ['turn it up', 'V(turn) P(it) A(up)'],
  ['take [food_type : cheese] off the list', 'V(take) N*(cheese) N^(off|the list)'],
  ['turn the volume up [change_amount : ten percent]', 'V(turn) N*^(the volume) A(up) N(ten percent)'],
  ['wake me up at [time : nine am] on [date : friday]', 'V(wake) P(me) A(up) N(at|nine am) N(on|friday)'],
  ['wake up', 'V(wake up)'],
  ['play on [media_type : spotify]', 'V(play) N(on|spotify)'],
  ['set an alarm for [time : seven am] [date : tomorrow]', 'V(set) N*(an alarm) N(for|seven am) A(tomorrow)'],
  ['turn off my [time : eight am] alarm', 'V(turn off) N*^(my eight am alarm)'],
  ['add [food_type : milk] to my [list_name : shopping] list', 'V(add) N*(milk) N^(to|my shopping list)'],
  ['turn on the [device_type : coffee] machine', 'V(turn on) N*^(the coffee machine)'],
  ['set a [event_name : meeting] [date : tomorrow]', 'V(set) N*(a meeting) A(tomorrow)'],
  ["what is [date : today]'s weather", "Q(what) X(is) N^(today 's weather)"],
  ["what's [date : tomorrow's] weather", "Q(what) X(is) N(tomorrow's weather)"],
  ['show me [date : tomorrow] weather', 'V(show) P(me) N*(tomorrow weather)'],
  ['what is the weather this week', 'Q(what) X(is) N^(the weather) A(this week)'],
  ["what's the time in [place_name : paris]", 'Q(what) X(is) N^(the time) N(in|paris)'],
  ['at what time is my [event_name : doctor] appointment', 'Q(at what time) X(is) N^(my doctor appointment)'],
  ['how many new emails do i have', 'Q(how many new emails) X(do) P(i) V(have)'],
  ['how old is [person : madonna]', 'Q(how old) X(is) N(madonna)'],
  ['how [weather_descriptor : hot] will it be', 'Q(how hot) X(will) P(it) X(be)'],
  ['what does [definition_word : democracy] mean', 'Q(what) X(does) N(democracy) V(mean)'],
  ['did [person : peter] send me an email', 'X(did) N(peter) V(send) P(me) N*(an email)'],
  ["i don't like this song", 'P(i) X(do not) V(like) N*^(this song)'],
  ["i'd like to hear [music_genre : jazz]", 'P(i) X(would) V(like) V(to hear) N*(jazz)'],
  ["let's play a game", 'V(let) P(us) V(play) N*(a game)'],
  ['send [person : maria] an email', 'V(send) N(maria) N*(an email)'],
  ['give me the news about [news_topic : sport]', 'V(give) P(me) N*^(the news) N(about|sport)'],
  ['remember that i like [artist_name : the beatles]', 'V(remember) C(that) P(i) V(like) N*(the beatles)'],
  ['who sings that song', 'Q(who) V(sings) N*^(that song)'],
  ['play the song [song_name : hello]', 'V(play) N*^(the song) N(hello)'],
  ['[player_setting : repeat] this song', 'V(repeat) N*^(this song)'],
  ['how long do i [cooking_type : cook] [food_type : eggs]', 'Q(how long) X(do) P(i) V(cook) N*(eggs)'],
  ['can you please book a [transport_type : train] ticket', 'X(can) P(you) I(please) V(book) N*(a train ticket)'],
  ['hey olly, open the door!', 'I(hey) I(olly) V(open) N*^(the door)'],
  ['order [food_type : pizza] and call [person : anna]', 'V(order) N*(pizza) C(and) V(call) N*(anna)'],
  ['i want to order a [food_type : pizza]', 'P(i) V(want) V(to order) N*(a pizza)'],
  ['delete all of my alarms', 'V(delete) N*(all) N^(of|my alarms)'],
  ['what is the name of the king of [place_name : spain]', 'Q(what) X(is) N^(the name) N^(of|the king) N(of|spain)'],
  ['make the music quieter', 'V(make) N*^(the music) A(quieter)'],
  ['is it [weather_descriptor : cold] now', 'X(is) P(it) N(cold) A(now)'],
  ['are there any emails from my [relation : boss]', 'X(are) P(there) N(any emails) N^(from|my boss)'],
  ['add this to my list', 'V(add) P(this) N^(to|my list)'],
  ['turn on the lights when i get home', 'V(turn on) N*^(the lights) C(when) P(i) V(get) A(home)'],
  ['how do i get to the [place_name : airport]', 'Q(how) X(do) P(i) V(get) N^(to|the airport)'],
];

describe('chunks', () => {
  test.each(CHUNKS)('%s', (annotated, expected) => {
    expect(sketch(read(annotated))).toBe(expected);
  });
});

describe('verb or noun', () => {
  const verbs = `show me my lists|open the app|order pizza|call mom|book a table|tweet this|list all alarms|lower the volume
    |search for recipes|check email|email my boss|repeat|reply to anna|increase the volume|dim the lights|mute|clear the list
    |schedule a meeting|text mom|please snooze|dance with me|tune into the radio|look up the word|be quiet|do not disturb me`;
  test.each(verbs.split(/\s*\|/u))('%s: command', (text) => {
    const { tokens, chunks, imperative } = read(text.trim());
    const verb = tokens[chunks.find((chunk) => chunk.kind === 'verb')?.head ?? -1];
    expect(imperative).toBe(true);
    expect(verb?.lemma).toBe(verb?.text);
  });

  const nouns = `weather report|volume level|train times for tomorrow|show times|call history|book reviews|current news
    |alarm for ten am|email addresses|light is too bright|list of movies|order status|what time is it|my schedule`;
  test.each(nouns.split(/\s*\|/u))('%s: no command', (text) => {
    const { chunks, imperative } = read(text.trim());
    expect(imperative).toBe(false);
    expect(chunks.filter((chunk) => chunk.kind === 'verb')).toEqual([]);
  });
});

describe('tokens', () => {
  test('lemmas, parts of speech and number', () => {
    const { tokens } = read('turn off the [house_place : kitchen] lights in the rooms of my [relation : children]');
    expect(tokens.map((token) => `${token.lemma}/${token.pos}${token.plural ? '+' : ''}`).join(' ')).toBe(
      'turn/VERB off/ADP the/DET kitchen/NOUN light/NOUN+ in/ADP the/DET room/NOUN+ of/ADP my/DET child/NOUN+',
    );
    expect(tokens.map((token) => token.span)).toEqual([-1, -1, -1, 0, -1, -1, -1, -1, -1, -1, 1]);
  });

  test('a name is a proper noun whatever its form', () => {
    expect(read('play [artist_name : The Beatles]').tokens[1]).toEqual({
      text: 'the beatles',
      lemma: 'the beatles',
      pos: 'PROPN',
      span: 0,
      plural: false,
    });
  });

  test('contractions, curly apostrophes and punctuation', () => {
    const { tokens } = read("What’s up? I can't hear john's song, dont stop...");
    expect(tokens.map((token) => token.text).join(' ')).toBe("what is up i can not hear john 's song do not stop");
  });

  test('nothing to say is nothing', () => {
    expect(read(' ?! ')).toEqual({ tokens: [], chunks: [], imperative: false });
  });
});

function coversAll({ tokens, chunks }: Analysis): boolean {
  let next = 0;
  for (const chunk of chunks) {
    if (chunk.start !== next || chunk.end <= chunk.start) return false;
    if (chunk.head < chunk.start || chunk.head >= chunk.end) return false;
    next = chunk.end;
  }
  return next === tokens.length;
}

describe('properties', () => {
  const file = join(import.meta.dirname, '../../lexicons/massive/templates.tsv');
  const templates = readFileSync(file, 'utf8').trim().split('\n').slice(1);

  test('every starter template is cut without a rest, and each slot is one token', () => {
    for (const line of templates) {
      const annotated = line.split('\t')[3] as string;
      const analysis = read(annotated);
      expect(coversAll(analysis), annotated).toBe(true);
      const spans = analysis.tokens.filter((token) => token.span >= 0).map((token) => token.span);
      expect(spans).toEqual(spans.map((_, i) => i));
      expect(analysis.chunks.filter((chunk) => chunk.kind !== 'noun' && chunk.object)).toEqual([]);
    }
  });

  test('any words in any order are covered in order, and analysis has no memory', () => {
    const words = [...new Set(templates.flatMap((line) => (line.split('\t')[3] as string).split(/[^a-z']+/u)))];
    const slots = ['date : tomorrow', 'time : nine am', 'song_name : hello', 'list_name : shopping', "date : today's"];
    const part = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words.filter((word) => word !== '')) },
      fc.constantFrom(...slots.map((slot) => `[${slot}]`), "'s", 'to', 'on', 'constructor', '__proto__', '—', '7'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const analysis = read(parts.join(' '));
        expect(coversAll(analysis)).toBe(true);
        expect(read(parts.join(' '))).toEqual(analysis);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
