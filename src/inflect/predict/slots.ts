import { canonicalBundle } from '../../model/model.js';
import { hashText } from './hash.js';

const POSSESSOR = /^(PSS)([0-9])([A-Z])$/;

function partsOf(atoms: readonly string[]): string[] {
  return atoms.flatMap((atom) => {
    const possessor = POSSESSOR.exec(atom);
    if (possessor) return [`PSS:${possessor[2]}`, `PSS:${possessor[3]}`];
    const colon = atom.lastIndexOf(':') + 1;
    const path = atom.slice(0, colon);
    return atom
      .slice(colon)
      .split('+')
      .map((leaf) => path + leaf);
  });
}

const NONE = new Uint8Array(0);
const FAR = 255;

function distance(a: Slot, b: Slot): number {
  if (a.partOfSpeech !== b.partOfSpeech) return Number.POSITIVE_INFINITY;
  const left = a.partHashes;
  const right = b.partHashes;
  let shared = 0;
  for (const part of left) if (right.includes(part)) shared++;
  return left.length + right.length - 2 * shared;
}

/** A bundle as statistics and ranker see it; what they look at is worked out when it is first asked for. */
export class Slot {
  private read: Parts | undefined;
  /** By number of the other, one more than the distance; 0: not worked out yet. */
  private distances = NONE;

  constructor(
    readonly id: number,
    readonly bundle: string,
  ) {}

  private get known(): Parts {
    this.read ??= readBundle(this.bundle);
    return this.read;
  }

  /** The atoms in parts: `AT+ESS` is `AT` and `ESS`, `PSS1S` is a person and a number. */
  get parts(): readonly string[] {
    return this.known.parts;
  }

  get partHashes(): Int32Array {
    return this.known.partHashes;
  }

  get hash(): number {
    return this.known.hash;
  }

  get atomHashes(): Int32Array {
    return this.known.atomHashes;
  }

  get partOfSpeech(): number {
    return this.known.partOfSpeech;
  }

  /** How many parts two bundles do not share; infinite for different parts of speech. */
  distanceTo(other: Slot): number {
    if (other.id < 0) return distance(this, other);
    if (other.id >= this.distances.length) {
      const longer = new Uint8Array(Math.max(64, other.id * 2));
      longer.set(this.distances);
      this.distances = longer;
    }
    let known = this.distances[other.id] as number;
    if (known === 0) {
      known = Math.min(FAR, distance(this, other) + 1);
      this.distances[other.id] = known;
    }
    return known === FAR ? Number.POSITIVE_INFINITY : known - 1;
  }

  /** Sum of the parts' hashes: the difference of two sums stands for the difference of the bundles. */
  get sum(): number {
    return this.known.sum;
  }

  /** The same whatever the part of speech: adjectives may take the cases of nouns. */
  get looseSum(): number {
    return this.known.looseSum;
  }
}

interface Parts {
  readonly looseSum: number;
  readonly parts: readonly string[];
  readonly partHashes: Int32Array;
  readonly hash: number;
  readonly atomHashes: Int32Array;
  readonly partOfSpeech: number;
  readonly sum: number;
}

function readBundle(bundle: string): Parts {
  const atoms = bundle.split(';');
  const parts = partsOf(atoms);
  const pos = atoms[0] as string;
  return {
    parts,
    partHashes: Int32Array.from(parts, (part) => hashText(part)),
    hash: hashText(bundle, 21),
    atomHashes: Int32Array.from(new Set([...atoms, ...parts]), (atom) => hashText(atom, 22)),
    partOfSpeech: hashText(pos, 23),
    sum: parts.reduce((sum, part) => (sum + hashText(`${pos} ${part}`, 24)) | 0, 0),
    looseSum: parts.reduce((sum, part, i) => (i === 0 ? sum : (sum + hashText(part, 25)) | 0), 0),
  };
}

/** The bundles of a table: equal sets of atoms are one slot, however they are spelled. */
export class Slots {
  readonly all: Slot[] = [];
  private readonly ids = new Map<string, number>();
  private readonly spellings = new Map<string, string>();
  /** Slots by any spelling that was asked for. */
  private readonly found = new Map<string, Slot>();

  /** From canonical bundles, in the order of their numbers. */
  static of(bundles: readonly string[]): Slots {
    const slots = new Slots();
    for (const bundle of bundles) slots.add(bundle);
    return slots;
  }

  intern(bundle: string): Slot {
    const key = this.canonical(bundle);
    const known = this.ids.get(key);
    if (known !== undefined) return this.all[known] as Slot;
    return this.add(key);
  }

  private add(canonical: string): Slot {
    const slot = new Slot(this.all.length, canonical);
    this.ids.set(canonical, slot.id);
    this.all.push(slot);
    return slot;
  }

  find(bundle: string): Slot | undefined {
    const known = this.found.get(bundle);
    if (known !== undefined) return known;
    const id = this.ids.get(this.canonical(bundle));
    if (id === undefined) return undefined;
    const slot = this.all[id] as Slot;
    this.found.set(bundle, slot);
    return slot;
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
