import type { Slot } from './slots.js';

const NEAREST = { atoms: 2, rows: 3 } as const;

/** The bundle that stands in for one that cannot be reached: equal but for the part of speech, or all but two atoms. */
export function nearestSlot(target: Slot, slots: readonly Slot[], rowsOf: (slot: Slot) => number): Slot | undefined {
  let nearest: Slot | undefined;
  let least: number = NEAREST.atoms + 1;
  const features = target.parts.slice(1);
  for (const slot of slots) {
    if (slot.id === target.id || rowsOf(slot) < NEAREST.rows) continue;
    const shared = features.filter((part) => slot.parts.includes(part)).length;
    const apart = features.length + slot.parts.length - 1 - 2 * shared;
    const other = slot.partOfSpeech !== target.partOfSpeech;
    if (other ? apart > 0 : shared === 0) continue;
    const far = apart + (other ? 0.5 : 0);
    if (far < least) {
      least = far;
      nearest = slot;
    }
  }
  return nearest;
}
