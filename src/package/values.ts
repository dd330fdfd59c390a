import { byCodeUnit } from '../model/model.js';
import type { PackageRow } from './format.js';

/** The values that slots have in rows, each once. */
export class SlotValues {
  readonly #slots = new Map<string, Set<string>>();

  add({ utt, spans }: PackageRow): void {
    for (const { slot, start, end } of spans) {
      let values = this.#slots.get(slot);
      if (values === undefined) {
        values = new Set();
        this.#slots.set(slot, values);
      }
      values.add(utt.slice(start, end));
    }
  }

  /** Slots and their values, in code unit order. */
  entries(): [string, string[]][] {
    const slots = [...this.#slots].sort(([a], [b]) => byCodeUnit(a, b));
    return slots.map(([slot, values]) => [slot, [...values].sort(byCodeUnit)]);
  }
}
