import type { Scored } from './direct.js';
import type { Vote } from './votes.js';

/** What speaks for one form. */
export interface Backing {
  readonly form: string;
  /** Sum of the votes of neighbouring cells: reliability times probability. */
  votes: number;
  /** Cells whose likeliest form it is. */
  agreeing: number;
  /** The greatest reliability of them. */
  reliability: number;
  /** What the bundle's own rules give it. */
  direct: number;
}

/** The forms that neighbouring cells and the bundle's own rules propose. */
export class Support {
  /** Cells that were asked. */
  sources = 0;
  /** In the order in which they were proposed: few, so that looking through them is quicker than a table. */
  readonly all: Backing[] = [];

  get size(): number {
    return this.all.length;
  }

  private of(form: string): Backing {
    for (const known of this.all) if (known.form === form) return known;
    const backing = { form, votes: 0, agreeing: 0, reliability: 0, direct: 0 };
    this.all.push(backing);
    return backing;
  }

  /** Whether so many cells were asked that all propose one form: others would hardly change it. */
  isAgreed(enough: number): boolean {
    return this.sources >= enough && this.all.some(({ agreeing }) => agreeing === this.sources);
  }

  /** `trust`: how far the cell itself is believed that the votes come from. */
  addVotes(votes: readonly Vote[], reliability: number, trust = 1): void {
    this.sources++;
    for (let nth = 0; nth < votes.length; nth++) {
      const { form, p } = votes[nth] as Vote;
      const backing = this.of(form);
      backing.votes += reliability * trust * p;
      if (nth > 0) continue;
      backing.agreeing++;
      backing.reliability = Math.max(backing.reliability, reliability);
    }
  }

  addDirect(forms: readonly Scored[], trust: number): void {
    for (const { form, p } of forms) this.of(form).direct += p * trust;
  }
}
