import type { SlotSpan } from '../model/model.js';
import { type GuardReport, LEAK_KINDS, type Leak, type LeakAction, type LeakKind } from './facts.js';
import type { PackageRow } from './format.js';
import { keysOf, templateKey } from './keys.js';
import { NearTexts } from './near.js';

/** A labelled utterance that rows must not give away. */
export interface GuardedUtterance {
  readonly file: string;
  readonly id: string;
  readonly intent: string;
  readonly text: string;
  readonly spans: readonly SlotSpan[];
}

export interface GuardedFile {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
}

/** Examples of each kind that the report keeps. */
const MOST_EXAMPLES = 5;
const NEAR = 0.9;
const SIMILAR = 0.8;

/** Compares rows with test sets. Exact comparison alone calls sets clean that share a fifth of their templates. */
export class LeakGuard {
  readonly #action: LeakAction;
  readonly #files: readonly GuardedFile[];
  readonly #utterances: readonly GuardedUtterance[];
  readonly #texts = new Map<string, number>();
  readonly #normalised = new Map<string, number>();
  readonly #skeletons = new Map<string, number>();
  readonly #ids = new Map<string, number>();
  readonly #near: NearTexts;
  readonly #found = new Map<LeakKind, number>(LEAK_KINDS.map((kind) => [kind, 0]));
  readonly #examples: Leak[] = [];

  constructor(utterances: readonly GuardedUtterance[], files: readonly GuardedFile[], action: LeakAction) {
    this.#action = action;
    this.#files = files;
    this.#utterances = utterances;
    const texts: string[] = [];
    for (const [i, { id, intent, text, spans }] of utterances.entries()) {
      const keys = keysOf({ utt: text, spans });
      texts.push(keys.text);
      addFirst(this.#texts, text, i);
      addFirst(this.#normalised, keys.text, i);
      if (spans.length > 0) addFirst(this.#skeletons, keys.skeleton, i);
      // The same number stands for other utterances in other data sets: the intent must agree too.
      if (id !== '') addFirst(this.#ids, `${templateKey(id)}\t${intent}`, i);
    }
    this.#near = new NearTexts(texts, SIMILAR);
  }

  /** Counts a row that is found, and says whether it must not go into the package. */
  isLeak(row: PackageRow): boolean {
    const found = this.#find(row);
    if (found === undefined) return false;
    const { kind } = found;
    const before = this.#found.get(kind)!;
    this.#found.set(kind, before + 1);
    if (before < MOST_EXAMPLES) this.#examples.push(this.#leakOf(row, found));
    return this.#action !== 'report' && kind !== 'similar';
  }

  #find(row: PackageRow): Finding | undefined {
    const keys = keysOf(row);
    const bySkeleton = keys.values === '' ? undefined : this.#skeletons.get(keys.skeleton);
    const found: readonly [LeakKind, number | undefined][] = [
      ['exact', this.#texts.get(row.utt)],
      ['normalised', this.#normalised.get(keys.text)],
      ['skeleton', bySkeleton],
      ['source', this.#ids.get(`${templateKey(row.template)}\t${row.intent}`)],
    ];
    for (const [kind, utterance] of found) if (utterance !== undefined) return { kind, utterance, similarity: 1 };
    const near = this.#near.nearest(keys.text);
    return near && { kind: near.similarity >= NEAR ? 'near' : 'similar', ...near };
  }

  #leakOf(row: PackageRow, { kind, utterance, similarity }: Finding): Leak {
    const { file, id, text } = this.#utterances[utterance]!;
    const { locale, utt } = row;
    return { kind, id: row.id, locale, text: utt, file, guardId: id, guardText: text, similarity };
  }

  report(): GuardReport {
    const leaks = LEAK_KINDS.filter((kind) => kind !== 'similar').reduce(
      (sum, kind) => sum + this.#found.get(kind)!,
      0,
    );
    const removed = this.#action === 'remove' ? leaks : 0;
    const order = (leak: Leak) => LEAK_KINDS.indexOf(leak.kind);
    const examples = [...this.#examples].sort((a, b) => order(a) - order(b));
    return { files: this.#files, found: this.#found, action: this.#action, leaks, removed, examples };
  }
}

interface Finding {
  readonly kind: LeakKind;
  readonly utterance: number;
  readonly similarity: number;
}

function addFirst(map: Map<string, number>, key: string, value: number): void {
  if (!map.has(key)) map.set(key, value);
}
