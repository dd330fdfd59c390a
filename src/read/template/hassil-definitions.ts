import { entriesIn, itemsIn, scalarText, valueAt } from '../yaml.js';
import { type Definitions, expand } from './expand.js';
import { type Expression, parseNotation } from './notation.js';

/** Values that are taken of a range of numbers. */
const MOST_NUMBERS = 10;

/** Values of one list. */
const MOST_VALUES = 1000;

/** Expansion rules and lists: those of the block before those of the file, these before those of the folder. */
export class HassilDefinitions implements Definitions {
  readonly #rules = new Map<string, Expression | undefined>();
  readonly #lists = new Map<string, readonly string[]>();

  /** Maps with `expansion_rules` and `lists`; what a later one says holds. */
  constructor(private readonly maps: readonly unknown[]) {}

  within(maps: readonly unknown[]): HassilDefinitions {
    const says = (map: unknown) => valueAt(map, 'expansion_rules') !== undefined || valueAt(map, 'lists') !== undefined;
    return maps.some(says) ? new HassilDefinitions([...this.maps, ...maps.filter(says)]) : this;
  }

  rule(name: string): Expression | undefined {
    if (this.#rules.has(name)) return this.#rules.get(name);
    const text = scalarText(this.#last('expansion_rules', name));
    const rule = text === undefined ? undefined : parseNotation(text);
    const found = typeof rule === 'string' ? undefined : rule;
    this.#rules.set(name, found);
    return found;
  }

  values(list: string): readonly string[] {
    const known = this.#lists.get(list);
    if (known) return known;
    const values = this.#valuesOf(this.#last('lists', list)).filter((value) => value.trim() !== '');
    this.#lists.set(list, values);
    return values;
  }

  #last(kind: string, name: string): unknown {
    return this.maps.map((map) => valueAt(valueAt(map, kind), name)).findLast((value) => value !== undefined);
  }

  /** `values: [red, {in: "bright red"}]` or `range: {from: 0, to: 100}`; a wildcard has none. */
  #valuesOf(list: unknown): string[] {
    const range = valueAt(list, 'range');
    if (range !== undefined) return numbersOf(new Map(entriesIn(range)));
    return itemsIn(valueAt(list, 'values'))
      .slice(0, MOST_VALUES)
      .flatMap((value) => {
        const text = scalarText(value) ?? scalarText(valueAt(value, 'in'));
        return text === undefined ? [] : [this.#plain(text)];
      });
  }

  /** A value may be written in the notation itself: the first that it says. */
  #plain(text: string): string {
    const expression = parseNotation(text);
    const found = typeof expression === 'string' ? undefined : expand(expression, NOTHING);
    if (found === undefined || typeof found === 'string') return '';
    return (found.taken[0] ?? []).map((piece) => piece.text).join('');
  }
}

const NOTHING: Definitions = { rule: () => undefined, values: () => [] };

function numbersOf(range: ReadonlyMap<string, unknown>): string[] {
  const [from, to, step] = ['from', 'to', 'step'].map((key) => Number(scalarText(range.get(key)) ?? Number.NaN));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to) || to < from) return [];
  const unit = step === undefined || Number.isNaN(step) || step <= 0 ? 1 : step;
  const count = Math.min(MOST_NUMBERS, Math.floor((to - from) / unit) + 1);
  const skip = Math.max(1, Math.floor((to - from) / unit / Math.max(1, count - 1)));
  return Array.from({ length: count }, (_, i) => String(from + i * skip * unit));
}
