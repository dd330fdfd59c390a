import type { InflectionMethod } from '../model/model.js';
import type { SurfaceOption } from './expand.js';
import { type FormTable, formKey } from './segments.js';

/** Method → how many words of a row, as expected, were inflected by it. */
export type MethodShares = ReadonlyMap<InflectionMethod, number>;

/** The order in which reports name them. */
export const METHODS: readonly InflectionMethod[] = ['attested', 'predicted', 'rule', 'citation'];

/** How the words of a carrier's rows that are asked for a form come to it, weighted as they are drawn. */
export function methodsOf(
  choices: readonly (readonly SurfaceOption[])[],
  forms: FormTable,
  ofSlots: ReadonlyMap<number, readonly MethodShares[]>,
): MethodShares {
  const counts = new Map<InflectionMethod, number>();
  const add = (method: InflectionMethod, times: number) => counts.set(method, (counts.get(method) ?? 0) + times);
  for (const options of choices) {
    const total = options.reduce((sum, { weight }) => sum + weight, 0);
    for (const { weight, methods, words } of options) {
      for (const method of methods) add(method, weight / total);
      for (const word of words) {
        if (word.span < 0 || word.features === '') continue;
        const form = [...(forms.get(word.span)?.keys() ?? [])].indexOf(formKey(word));
        for (const [method, share] of ofSlots.get(word.span)?.[form] ?? []) add(method, (share * weight) / total);
      }
    }
  }
  return counts;
}

export function sumMethods(all: readonly MethodShares[]): Record<InflectionMethod, number> {
  const sums = { attested: 0, predicted: 0, rule: 0, citation: 0 };
  for (const counts of all) for (const [method, times] of counts) sums[method] += times;
  const total = METHODS.reduce((sum, method) => sum + sums[method], 0);
  for (const method of METHODS) sums[method] = total === 0 ? 0 : Math.round((sums[method] / total) * 1000) / 1000;
  return sums;
}
