import { byCodeUnit, type Tier } from '../model/model.js';
import type { LanguageFacts, SourceFacts } from './facts.js';
import type { Origin, PackageRow, Partition } from './format.js';

/** Counts what papers tell of a package, while its rows are written. */
export class FactsCounter {
  readonly #languages = new Map<string, Counting>();
  readonly #sources = new Map<string, number>();

  add(row: PackageRow): void {
    let language = this.#languages.get(row.locale);
    if (language === undefined) {
      language = new Counting();
      this.#languages.set(row.locale, language);
    }
    language.add(row);
    for (const source of row.sources) increase(this.#sources, source);
  }

  languages(): LanguageFacts[] {
    return [...this.#languages]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([locale, counting]) => counting.facts(locale));
  }

  rowsOf(origin: Origin): number {
    return this.languages().reduce((sum, { origins }) => sum + (origins.get(origin) ?? 0), 0);
  }

  /** Sources that rows name, with what is known of their licences. */
  sources(licences: ReadonlyMap<string, string>): SourceFacts[] {
    return sorted(this.#sources).map(([name, rows]) => ({ name, licence: licences.get(name) ?? '', rows }));
  }
}

class Counting {
  readonly #templates = new Set<string>();
  readonly #partitions = new Map<Partition, number>();
  readonly #tiers = new Map<Tier, number>();
  readonly #origins = new Map<Origin, number>();
  readonly #intents = new Map<string, number>();
  readonly #slots = new Map<string, number>();
  #rows = 0;
  #words = 0;

  add(row: PackageRow): void {
    this.#rows++;
    this.#words += row.utt.split(' ').length;
    this.#templates.add(row.template);
    increase(this.#partitions, row.partition);
    increase(this.#tiers, row.tier);
    increase(this.#origins, row.origin);
    increase(this.#intents, row.intent);
    for (const [i, { slot }] of row.spans.entries()) {
      if (row.spans.findIndex((span) => span.slot === slot) === i) increase(this.#slots, slot);
    }
  }

  facts(locale: string): LanguageFacts {
    return {
      locale,
      rows: this.#rows,
      templates: this.#templates.size,
      partitions: this.#partitions,
      tiers: new Map(sorted(this.#tiers)),
      origins: this.#origins,
      intents: new Map(sorted(this.#intents)),
      slots: new Map(sorted(this.#slots)),
      words: this.#words,
    };
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted<Key extends string>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([a], [b]) => byCodeUnit(a, b));
}
