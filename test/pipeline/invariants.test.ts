// The invariants of the design, on every row of every starter language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { englishLemmas } from '../../src/analyse/analyse.js';
import type { CompiledLanguage } from '../../src/cli/compile-language.js';
import { parseAnnotated, type Row, type StoredTemplate, type WordTrace } from '../../src/model/model.js';
import { compile, importStarter, rowsOf, temporaryStore } from './starter.js';

const LANGUAGES = readdirSync(join(import.meta.dirname, '..', '..', 'lexicons'))
  .filter((name) => /^[a-z]{2,3}$/.test(name) && name !== 'en')
  .sort();

describe.each(LANGUAGES)('%s', (language) => {
  const { store, done } = temporaryStore();
  let compiled: CompiledLanguage;
  let rows: Row[];
  let templates: Map<string, StoredTemplate>;

  beforeAll(async () => {
    await importStarter(store, [language]);
    templates = new Map(store.templates().map((template) => [template.name, template]));
    compiled = await compile(store, language, { trace: true });
    rows = rowsOf(compiled);
  }, 60_000);
  afterAll(done);

  it('makes rows of nearly all templates', () => {
    expect(new Set(rows.map((row) => row.template)).size).toBeGreaterThan(0.95 * templates.size);
    expect(rows.length).toBeGreaterThan(2 * templates.size);
  });

  it('says in utt what annot_utt says, without blanks too many', () => {
    for (const row of rows) {
      expect(parseAnnotated(row.annot_utt)?.text).toBe(row.utt);
      expect(row.utt).toBe(row.utt.trim().replaceAll(/\s+/g, ' '));
      expect(row.utt).not.toBe('');
    }
  });

  it('keeps the slots, the intent and the scenario of the template', () => {
    for (const row of rows) {
      const template = templates.get(row.template) as StoredTemplate;
      const slots = parseAnnotated(row.annot_utt)?.spans.map((span) => span.slot);
      expect(slots?.sort()).toEqual(template.spans.map((span) => span.slot).sort());
      expect([row.intent, row.scenario, row.locale]).toEqual([template.intent, template.scenario, language]);
    }
  });

  it('makes no row twice within a template, and names each by its ordinal', () => {
    const seen = new Set(rows.map((row) => `${row.template}\t${row.annot_utt}`));
    expect(seen.size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it('names the sources of every row, and how its slots came about', () => {
    const known = new Set(store.sources().map((source) => source.name));
    for (const row of rows) {
      expect(row.sources.length).toBeGreaterThan(0);
      expect(row.sources.filter((name) => !known.has(name))).toEqual([]);
      const slots = new Set(parseAnnotated(row.annot_utt)?.spans.map((span) => span.slot));
      expect(row.slot_method.map(({ slot }) => slot).sort()).toEqual([...slots].sort());
    }
  });

  it('writes lower case where the template does, in composed letters and without affix hyphens', () => {
    for (const row of rows) {
      expect(row.utt).toBe(row.utt.toLocaleLowerCase(language).normalize('NFC'));
      expect(row.utt).not.toMatch(/(^|\s)-\p{L}/u);
    }
  });

  it('leaves no English word outside slots that the store can translate', () => {
    const lexicon = store.lexicon(language, { allRegisters: false });
    const copied = new Set(
      tracedWords(compiled)
        .filter((word) => word.step === 'copy')
        .map((word) => word.english),
    );
    const missed = [...copied].filter((word) =>
      [word, ...englishLemmas(word)].some((key) => lexicon.lookup(key).length > 0),
    );
    expect(missed).toEqual([]);
  });

  it('traces every word of every option to an entry, a rule or a copy', () => {
    for (const word of tracedWords(compiled)) {
      expect(word.sources.length > 0 || word.step === 'rule' || word.step === 'copy').toBe(true);
    }
  });
});

function tracedWords({ plan }: Pick<CompiledLanguage, 'plan'>): WordTrace[] {
  return plan.carriers.flatMap(({ segments }) =>
    segments.flatMap(({ options }) => options.flatMap((option) => option.trace?.words ?? [])),
  );
}
