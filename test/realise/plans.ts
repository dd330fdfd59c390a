import fc from 'fast-check';
import type { Carrier, Hole, Option, Piece, Plan, PlanValue, Segment } from '../../src/model/model.js';
import { tierOf } from '../../src/model/model.js';
import { type Realised, realise, rowCounts, sum, type Wanted } from '../../src/realise/realise.js';

export function option(pieces: readonly Piece[], weight = 1, sources: readonly number[] = []): Option {
  return { weight, pieces, sources };
}

export function segment(...options: readonly (Option | string)[]): Segment {
  return { options: options.map((one) => (typeof one === 'string' ? option([one]) : one)) };
}

export function value(text: string, details: Partial<PlanValue> = {}): PlanValue {
  return { weight: 1, method: 'translation', sources: [], forms: [text], ...details };
}

export function hole(slot: string, ...values: readonly PlanValue[]): Hole {
  return { slot, forms: values[0]!.forms.map((_, i) => (i === 0 ? '' : `F${i}`)), values };
}

export function carrier(template: string, details: Partial<Carrier> = {}): Carrier {
  const score = details.score ?? 0.81;
  const rest = { scenario: 'alarm', intent: 'alarm_set', partition: 'train', segments: [], holes: [] };
  return { template, ...rest, ...details, score, tier: tierOf(score) };
}

export function plan(carriers: readonly Carrier[], details: Partial<Plan> = {}): Plan {
  return { language: 'sw', sources: ['lexicon', 'phrasebook', 'values'], carriers, ...details };
}

/** Carriers of segments alone, by the weights of their options. */
export function weighted(template: string, weights: readonly (readonly number[])[]): Carrier {
  const segments = weights.map((level, i) => ({ options: level.map((weight, j) => option([`w${i}x${j}`], weight)) }));
  return carrier(template, { segments });
}

/** All bytes that `realise` writes, and what it says of them. */
export function written(
  one: Plan,
  { seed = 1, from, to, ...wanted }: Wanted & { seed?: number; from?: number; to?: number },
): { text: string; result: Realised; lengths: number[] } {
  const counts = rowCounts(one, wanted);
  const pieces: Buffer[] = [];
  const write = (buffer: Uint8Array, length: number): void => {
    pieces.push(Buffer.from(buffer.subarray(0, length)));
  };
  const result = realise(one, { seed, counts, from: from ?? 0, to: to ?? sum(counts), write });
  return { text: Buffer.concat(pieces).toString(), result, lengths: pieces.map((piece) => piece.length) };
}

/** A plan that has a bit of everything: several forms, a slot twice, options that say nothing, many scripts. */
export const SAMPLE: Plan = plan([
  carrier('11', {
    segments: [
      segment(option(['niamshe'], 3, [1]), option(['tafadhali', 'niamshe'], 1, [0, 1]), option([], 1)),
      segment(option([{ hole: 0, form: 0 }], 1, [0]), option(['mnamo', { hole: 0, form: 1 }], 1, [0])),
      segment(option([], 2), option(['tena'], 1, [0])),
    ],
    holes: [
      hole(
        'time',
        value('saa tatu', { forms: ['saa tatu', 'saa tatuni'], sources: [2], weight: 4 }),
        value('kesho asubuhi', { forms: ['kesho asubuhi', 'asubuhini'], method: 'localization', sources: [1, 2] }),
        value('nine am', { forms: ['nine am', 'nine amni'], method: 'unchanged' }),
      ),
    ],
  }),
  carrier('greeting', { segments: [segment('გამარჯობა', 'ሰላም', 'سلام', '👋 hello')], score: 0.5, intent: 'greet' }),
  carrier('train/12', {
    score: 0.333,
    partition: 'dev',
    segments: [
      segment('kutoka', 'toka'),
      segment(option([{ hole: 1, form: 0 }])),
      segment(option(['hadi', { hole: 0, form: 0 }], 5, [0]), option([{ hole: 0, form: 0 }, 'mpaka'], 2)),
      segment(option([{ hole: 2, form: 0 }])),
    ],
    holes: [
      hole('place_name', value('Nairobi', { method: 'localization' }), value('Mombasa', { sources: [2] })),
      hole('place_name', value('Kisumu'), value('Tanga', { method: 'localization', sources: [0] })),
      hole('date', value('leo'), value('kesho')),
    ],
  }),
]);

/** Any small plan that a compiler could have made: distinct options, each hole said once whatever is drawn. */
export function anyPlan(text: fc.Arbitrary<string>): fc.Arbitrary<Plan> {
  const names = fc.array(text, { minLength: 1, maxLength: 40 });
  const source = fc.nat({ max: 39 });
  const weight = fc.double({ min: 0.001, max: 1000, noNaN: true });
  const shape = fc.record({
    words: fc.array(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
    holes: fc.array(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
    sources: fc.array(source, { minLength: 8, maxLength: 8 }),
    weights: fc.array(weight, { minLength: 8, maxLength: 8 }),
    name: text,
  });
  return fc.record({ names, shapes: fc.array(shape, { minLength: 1, maxLength: 4 }) }).map(({ names, shapes }) => {
    const sources = Array.from({ length: 40 }, (_, i) => `${names[i % names.length]}${i}`);
    return plan(
      shapes.map((one, i) => carrierOf(one, `${i}${one.name}`)),
      { sources },
    );
  });
}

interface Shape {
  readonly words: readonly (readonly string[])[];
  readonly holes: readonly (readonly string[])[];
  readonly sources: readonly number[];
  readonly weights: readonly number[];
  readonly name: string;
}

function carrierOf({ words, holes, sources, weights }: Shape, template: string): Carrier {
  const details = (i: number) => ({ weight: weights[i % 8]!, sources: sources.slice(i % 8, (i % 8) + 2) });
  const segments: Segment[] = words.map((level, s) => ({
    options: level.map((word, i) => ({ ...details(s + i), pieces: [word, `${s}.${i}`] })),
  }));
  holes.forEach((_, h) => {
    const pieces: Piece[] = [{ hole: h, form: 0 }];
    const options = [
      { ...details(h), pieces },
      { ...details(h + 1), pieces: ['tail', ...pieces] },
    ];
    segments.splice(sources[h]! % (segments.length + 1), 0, { options });
  });
  return carrier(template, {
    segments,
    holes: holes.map((texts, h) => ({
      slot: ['time', 'date', 'time'][h]!,
      forms: [''],
      values: texts.map((text, i) => ({
        ...details(h + i),
        method: i % 2 === 0 ? 'translation' : 'localization',
        forms: [`${i}${text.trim()}`],
      })),
    })),
  });
}
