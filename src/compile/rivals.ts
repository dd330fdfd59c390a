import type { PlanValue } from '../model/model.js';
import type { SurfaceOption } from './expand.js';
import { formKey } from './segments.js';

/** Two options of one choice that differ only in the form asked of a slot, as indices of forms; a is the heavier. */
interface Rivals {
  readonly choice: number;
  readonly lighter: SurfaceOption;
  readonly span: number;
  readonly forms: readonly [number, number];
}

/**
 * Options that differ only in the form they ask of a slot say the same where a value has no such form of its own.
 * Where that holds for most values the lighter option goes, else those few values do.
 */
export function withoutRivals(
  choices: readonly (readonly SurfaceOption[])[],
  valuesOf: (choices: readonly (readonly SurfaceOption[])[]) => ReadonlyMap<number, readonly PlanValue[]>,
): { choices: readonly (readonly SurfaceOption[])[]; values: ReadonlyMap<number, readonly PlanValue[]> } {
  let kept = choices;
  for (;;) {
    let values = valuesOf(kept);
    const rivals = findRivals(kept);
    const crowded = rivals.find((pair) => {
      const own = values.get(pair.span) ?? [];
      return own.filter((value) => sameIn(value, pair.forms)).length * 2 > own.length;
    });
    if (crowded === undefined) {
      for (const pair of rivals) {
        values = new Map(
          [...values].map(([span, own]) => [
            span,
            span === pair.span ? own.filter((value) => !sameIn(value, pair.forms)) : own,
          ]),
        );
      }
      return { choices: kept, values };
    }
    kept = kept.map((options, i) =>
      i === crowded.choice ? options.filter((option) => option !== crowded.lighter) : options,
    );
  }
}

function sameIn(value: PlanValue, [a, b]: readonly [number, number]): boolean {
  return value.forms[a] === value.forms[b];
}

function findRivals(choices: readonly (readonly SurfaceOption[])[]): Rivals[] {
  const formNumbers = numberForms(choices);
  return choices.flatMap((options, choice) => {
    const byFrame = new Map<string, SurfaceOption[]>();
    for (const option of options) {
      const frame = option.words.map((word) => (word.span < 0 ? word.text : `\u0000${word.span}`)).join(' ');
      byFrame.set(frame, [...(byFrame.get(frame) ?? []), option]);
    }
    return [...byFrame.values()].flatMap((same) =>
      pairsOf(same)
        .map((pair) => rivalsOf(pair, choice, formNumbers))
        .filter((rivals) => rivals !== undefined),
    );
  });
}

function rivalsOf(
  [a, b]: readonly [SurfaceOption, SurfaceOption],
  choice: number,
  formNumbers: ReadonlyMap<string, number>,
): Rivals | undefined {
  const differing = a.words.findIndex(
    (word, i) => word.span >= 0 && formKey(word) !== formKey(b.words[i] as typeof word),
  );
  const left = a.words[differing];
  const right = b.words[differing];
  if (left === undefined || right === undefined) return undefined;
  const forms = [formNumbers.get(formKey(left)) as number, formNumbers.get(formKey(right)) as number] as const;
  return { choice, lighter: a.weight >= b.weight ? b : a, span: left.span, forms };
}

function numberForms(choices: readonly (readonly SurfaceOption[])[]): Map<string, number> {
  const counts = new Map<number, number>();
  const numbers = new Map<string, number>();
  for (const word of choices.flat().flatMap((option) => option.words)) {
    if (word.span < 0 || numbers.has(formKey(word))) continue;
    const number = counts.get(word.span) ?? 0;
    numbers.set(formKey(word), number);
    counts.set(word.span, number + 1);
  }
  return numbers;
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}
