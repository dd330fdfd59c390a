import { canonicalBundle } from '../../model/model.js';
import { type Slot, slotOf } from './features.js';

/** The bundles of a table: equal sets of atoms are one slot, however they are spelled. */
export class Slots {
  readonly all: Slot[] = [];
  private readonly ids = new Map<string, number>();
  private readonly spellings = new Map<string, string>();

  intern(bundle: string): Slot {
    const key = this.canonical(bundle);
    const known = this.ids.get(key);
    if (known !== undefined) return this.all[known] as Slot;
    const slot = slotOf(this.all.length, key);
    this.ids.set(key, slot.id);
    this.all.push(slot);
    return slot;
  }

  find(bundle: string): Slot | undefined {
    const id = this.ids.get(this.canonical(bundle));
    return id === undefined ? undefined : this.all[id];
  }

  canonical(bundle: string): string {
    let key = this.spellings.get(bundle);
    if (key === undefined) {
      key = canonicalBundle(bundle);
      this.spellings.set(bundle, key);
    }
    return key;
  }
}
