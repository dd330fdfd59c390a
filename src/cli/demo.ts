import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languageName } from '../languages/languages.js';
import { CalqueError, type Plan, type StoredTemplate } from '../model/model.js';
import { openInput } from '../read/read.js';
import { renderRow } from '../realise/realise.js';
import { openStore, type Store } from '../store/store.js';
import { compileLanguage } from './compile-language.js';
import { importFile } from './import-file.js';
import { type ImportKind, LEXICON, TABLE, templateKind, VALUE } from './import-kinds.js';
import { onInterrupt } from './interrupt.js';
import type { Progress } from './progress.js';
import { type StarterFile, starterFiles, starterLanguages } from './starter.js';

const UTTERANCES = 20;

export interface DemoUtterance {
  readonly language: string;
  readonly name: string;
  readonly intent: string;
  readonly utt: string;
  readonly annot_utt: string;
  /** The English template that it carries over. */
  readonly english: string;
}

/** Starter data into a store of its own, and from it utterances in several languages, which take turns. */
export async function demonstrate(progress: Progress): Promise<DemoUtterance[]> {
  const languages = starterLanguages();
  if (languages.length === 0) {
    throw new CalqueError('nothingToGenerate', 'this installation has no starter data', {
      suggestions: ['install calque again'],
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'calque-demo-'));
  const store = openStore(join(folder, 'demo.db'), { mode: 'write', create: true });
  const cleanup = () => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = onInterrupt(cleanup);
  try {
    for (const file of starterFiles(languages)) {
      progress.update(() => `reading ${file.file}`);
      await importStarter(store, file);
    }
    return await utterances(store, languages, progress);
  } finally {
    progress.done();
    forget();
    cleanup();
  }
}

async function importStarter(store: Store, file: StarterFile): Promise<void> {
  if (file.kind === 'lexicon') await importAs(LEXICON, store, file);
  else if (file.kind === 'table') await importAs(TABLE, store, file);
  else if (file.kind === 'value') await importAs(VALUE, store, file);
  else await importAs(templateKind('massive'), store, file);
}

async function importAs<Item extends { readonly line: number }>(
  kind: ImportKind<Item>,
  store: Store,
  { file, licence, title, language }: StarterFile,
): Promise<void> {
  const input = await openInput(file);
  const options = { licence, title, ...(language !== '' && { language, to: language }) };
  await importFile({ kind, input, options, store, strict: false, known: 0, onRows: () => undefined });
}

async function utterances(store: Store, languages: readonly string[], progress: Progress): Promise<DemoUtterance[]> {
  const templates = new Map(store.templates().map((template) => [template.name, template]));
  const turns: DemoUtterance[][] = [];
  const each = Math.ceil(UTTERANCES / languages.length);
  for (const [place, language] of languages.entries()) {
    progress.update(() => `translating into ${languageName(language)}`);
    const { plan } = await compileLanguage(store, language, { allRegisters: false });
    turns.push(pick(plan, { each, shift: place / languages.length, templates }));
  }
  const inTurn = Array.from({ length: each }, (_, turn) => turns.flatMap((own) => own[turn] ?? []));
  return inTurn.flat().slice(0, UTTERANCES);
}

interface Choice {
  readonly each: number;
  /** 0..1: where between two neighbours this language picks, so that languages show different templates. */
  readonly shift: number;
  readonly templates: ReadonlyMap<string, StoredTemplate>;
}

/** Carriers from all over the plan, of those with slots and the best tier. */
function pick(plan: Plan, { each, shift, templates }: Choice): DemoUtterance[] {
  const indices = [...plan.carriers.keys()];
  const good = indices.filter(
    (index) => plan.carriers[index]?.tier === 'A' && plan.carriers[index]?.holes.length !== 0,
  );
  const pool = good.length >= each ? good : indices;
  const picked = Array.from({ length: each }, (_, turn) => pool[Math.floor(((turn + shift) * pool.length) / each)]);
  return picked.flatMap((carrier) => {
    if (carrier === undefined) return [];
    const { locale, intent, utt, annot_utt, template } = renderRow(plan, { carrier, seed: 1, ordinal: 0 });
    const english = templates.get(template)?.text ?? '';
    return [{ language: locale, name: languageName(locale), intent, utt, annot_utt, english }];
  });
}
