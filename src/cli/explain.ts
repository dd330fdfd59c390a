import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languageName, requireLanguage } from '../languages/languages.js';
import { annotate, CalqueError, type Plan, type Row, type Source, type WordTrace } from '../model/model.js';
import { drawRow, renderRow } from '../realise/realise.js';
import { openStore, type Store } from '../store/store.js';
import { compileLanguage, type PlanOptions } from './compile-language.js';
import { rowsIn } from './package-rows.js';
import { type RunRecord, readRun } from './run-folder.js';

export interface ExplainTask {
  readonly row: string;
  readonly store: string;
  readonly run?: string | undefined;
  readonly language?: string | undefined;
}

/** A source as a reader of the explanation wants it. */
interface Named {
  readonly name: string;
  readonly licence: string;
}

export interface ExplainedWord extends Omit<WordTrace, 'sources'> {
  readonly sources: readonly Named[];
}

export interface ExplainedSlot {
  readonly slot: string;
  readonly english: string;
  readonly how: string;
  readonly base: string;
  readonly text: string;
  /** What the carrier asks of the value; '' for nothing. */
  readonly form: string;
  readonly sources: readonly Named[];
}

export interface Explanation {
  readonly row: Row;
  readonly language: string;
  readonly name: string;
  readonly template: { readonly name: string; readonly english: string; readonly source: Named };
  readonly words: readonly ExplainedWord[];
  readonly slots: readonly ExplainedSlot[];
  /** Rules that moved, added or changed something. */
  readonly rules: readonly string[];
}

/** Compiles the row's plan again, this time with its trace, and tells what was drawn. */
export async function explain(task: ExplainTask): Promise<Explanation> {
  const folder = task.run ?? onlyRun();
  const records = readRun(folder);
  const { language, row } = await findRow(folder, records, task);
  const record = records[0] as RunRecord;
  const store = openStore(task.store, { mode: 'read' });
  try {
    const options = record.arguments as unknown as PlanOptions;
    const { plan } = await compileLanguage(store, language, {
      ...options,
      allRegisters: options.allRegisters ?? false,
      trace: true,
    });
    const address = addressOf(plan, row, record.seed);
    if (!address || renderRow(plan, address).annot_utt !== row.annot_utt) throw changed(folder, row);
    return { row, language, name: languageName(language), ...told(plan, address, store) };
  } finally {
    store.close();
  }
}

function onlyRun(): string {
  const runs = existsSync('output')
    ? readdirSync('output').filter((name) => existsSync(join('output', name, 'run.json')))
    : [];
  if (runs.length === 1) return join('output', runs[0] as string);
  throw new CalqueError(
    'usage',
    runs.length === 0 ? 'there is no run in output/' : 'there are several runs in output/',
    {
      suggestions:
        runs.length === 0
          ? ['name one with --run DIR']
          : runs.slice(0, 5).map((name) => `--run ${join('output', name)}`),
    },
  );
}

async function findRow(folder: string, records: readonly RunRecord[], { row: id, language: name }: ExplainTask) {
  const wanted = name === undefined ? undefined : requireLanguage(name);
  const files = records
    .flatMap((record) => record.files)
    .filter(({ language }) => wanted === undefined || wanted === language);
  const languages = new Set(files.map(({ language }) => language));
  if (languages.size > 1) {
    throw new CalqueError('usage', `the run has several languages: ${[...languages].join(', ')}`, {
      suggestions: [`calque explain ${JSON.stringify(id)} --run ${folder} --to ${[...languages][0]}`],
    });
  }
  for (const { language, file } of files) {
    for await (const rows of rowsIn(join(folder, file))) {
      const row = rows.find((each) => each.id === id);
      if (row) return { language, row };
    }
  }
  throw new CalqueError('usage', `the run has no row ${JSON.stringify(id)}`, {
    suggestions: [
      'a row is named by its id: template, #, number, as in "s1#0"',
      ...(wanted === undefined ? [] : ['check --to']),
    ],
  });
}

interface Address {
  readonly carrier: number;
  readonly seed: number;
  readonly ordinal: number;
}

function addressOf(plan: Plan, row: Row, seed: number): Address | undefined {
  const carrier = plan.carriers.findIndex(({ template }) => template === row.template);
  const ordinal = Number(row.id.slice(row.id.lastIndexOf('#') + 1));
  return carrier < 0 ? undefined : { carrier, seed, ordinal };
}

function changed(folder: string, row: Row): CalqueError {
  return new CalqueError('store', `the store has changed since row ${row.id} of ${folder} was made`, {
    suggestions: ['name the store that it was made from with --store FILE', 'or generate the run again'],
  });
}

function told(plan: Plan, address: Address, store: Store): Pick<Explanation, 'template' | 'words' | 'slots' | 'rules'> {
  const sources = new Map(store.sources().map((source) => [source.id, source]));
  const named = (ids: readonly number[]) => ids.flatMap((id) => nameOf(sources.get(id)));
  const carrier = plan.carriers[address.carrier] as Plan['carriers'][number];
  const draw = drawRow(plan, address);
  const options = carrier.segments.map((segment, at) => segment.options[draw.options[at] as number]);
  const template = store.templates().find(({ name }) => name === carrier.template);
  const pieces = options.flatMap((option) => option?.pieces ?? []);
  const slots = pieces.flatMap((piece): ExplainedSlot[] => {
    if (typeof piece === 'string') return [];
    const hole = carrier.holes[piece.hole] as (typeof carrier.holes)[number];
    const value = hole.values[draw.values[piece.hole] as number];
    if (!value) return [];
    const { english, how, base } = value.trace ?? { english: '', how: value.method, base: '' };
    const text = value.forms[piece.form] as string;
    return [
      { slot: hole.slot, english, how, base, text, form: hole.forms[piece.form] ?? '', sources: named(value.sources) },
    ];
  });
  return {
    template: {
      name: carrier.template,
      english: template === undefined ? '' : annotate(template.text, template.spans),
      source: named([template?.source ?? -1])[0] ?? { name: '', licence: '' },
    },
    words: options
      .flatMap((option) => option?.trace?.words ?? [])
      .map((word) => ({ ...word, sources: named(word.sources) })),
    slots,
    rules: [...new Set(options.flatMap((option) => option?.trace?.rules ?? []))],
  };
}

function nameOf(source: Source | undefined): Named[] {
  return source === undefined ? [] : [{ name: source.name, licence: source.licence }];
}
