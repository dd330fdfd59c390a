import { bundlePartOfSpeech, byCodeUnit, canonicalBundle } from '../model/model.js';
import { isNested, meaningOf, sameArguments, sharedBundle } from './bundles.js';
import { type Features, featuresOf, lawfulDistance } from './lawful.js';

/** A bundle of the table that answers a request. */
export interface MappedBundle {
  readonly bundle: string;
  /** 1 where it is the bundle asked for, however it is spelled; less where it is the nearest that the table has. */
  readonly trust: number;
}

/** A request that no lawful step takes to the table is refused; each step costs trust. */
const TRUST_RANGE = 25;

/** Finds for each request the bundle of a table that answers it. */
export class BundleMap {
  /** Bundles by their flat spelling, the most frequent first. */
  private readonly exact = new Map<string, string[]>();
  private readonly equal = new Map<string, string[]>();
  /** Bundles that a lawful step may lead to one another: of one part of speech, with the same strict atoms. */
  private readonly groups = new Map<string, Features[]>();
  /** Most of the table's bundles are nested. */
  private readonly nests: boolean;
  private readonly found = new Map<string, MappedBundle | undefined>();

  /** Counts of the table's bundles, in whichever notation it has them. */
  constructor(private readonly counts: ReadonlyMap<string, number>) {
    const bundles = [...counts.keys()].sort((a, b) => this.countOf(b) - this.countOf(a) || byCodeUnit(a, b));
    for (const bundle of bundles) {
      const shared = sharedBundle(bundle);
      this.exact.set(shared, [...(this.exact.get(shared) ?? []), bundle]);
      const meaning = meaningOf(bundle);
      this.equal.set(meaning, [...(this.equal.get(meaning) ?? []), bundle]);
      const features = { ...featuresOf(shared), bundle };
      const key = groupKey(bundlePartOfSpeech(bundle), features);
      const group = this.groups.get(key);
      if (group === undefined) this.groups.set(key, [features]);
      else group.push(features);
    }
    const cellsOf = (some: readonly string[]) => some.reduce((sum, bundle) => sum + this.countOf(bundle), 0);
    this.nests = cellsOf(bundles.filter(isNested)) * 2 > cellsOf(bundles);
  }

  /** `partOfSpeech` is that of the lemma, for requests that state none. */
  find(asked: string, partOfSpeech = ''): MappedBundle | undefined {
    const key = `${partOfSpeech}\t${asked}`;
    if (!this.found.has(key)) this.found.set(key, this.search(asked, bundlePartOfSpeech(asked) || partOfSpeech));
    return this.found.get(key);
  }

  private search(asked: string, pos: string): MappedBundle | undefined {
    const own = canonicalBundle(asked);
    if (this.counts.has(own)) return { bundle: own, trust: 1 };
    const shared = sharedBundle(asked);
    const spelled = this.exact.get(shared)?.find((bundle) => sameArguments(own, bundle));
    if (spelled !== undefined) return { bundle: spelled, trust: 1 };
    const equal = this.equal.get(meaningOf(asked)) ?? [];
    const same = equal.find((bundle) => bundlePartOfSpeech(bundle) === pos && sameArguments(own, bundle));
    if (same !== undefined) return { bundle: same, trust: 1 };
    const wanted = featuresOf(shared);
    let best: MappedBundle | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const features of this.groups.get(groupKey(pos, wanted)) ?? []) {
      const distance = lawfulDistance(wanted, features);
      if (distance >= least || !sameArguments(own, features.bundle)) continue;
      least = distance;
      best = { bundle: features.bundle, trust: Math.exp(-distance / TRUST_RANGE) };
    }
    return best;
  }

  /** A bundle that the table lacks, in the table's notation. */
  spelled(bundle: string): string {
    return this.nests ? canonicalBundle(bundle) : sharedBundle(bundle);
  }

  /** Cells of a bundle of the table. */
  countOf(bundle: string): number {
    return this.counts.get(bundle) ?? 0;
  }
}

function groupKey(pos: string, { strict }: Features): string {
  return `${pos}\t${[...strict].sort(byCodeUnit).join(';')}`;
}
