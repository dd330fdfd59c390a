import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Packaged, type PackageTask, packageRuns } from '../../src/cli/packaging.js';
import { Progress } from '../../src/cli/progress.js';
import type { Row } from '../../src/model/model.js';
import { preparedRow } from '../../src/package/package.js';

const INTENTS = ['alarm_set', 'music_play', 'lights_off'];
const VERBS = ['weka', 'cheza', 'zima'];
const DAYS = ['leo', 'kesho', 'jumatatu', 'ijumaa', 'jana', 'asubuhi', 'usiku'];

/** Rows of a small made-up run: templates with their own words, values that two templates share. */
export function madeRows(templates = 24, perTemplate = 4): Row[] {
  return Array.from({ length: templates * perTemplate }, (_, i): Row => {
    const template = Math.floor(i / perTemplate);
    const intent = INTENTS[template % INTENTS.length]!;
    const word = `neno${'abcdefghijklmnopqrstuvwxyz'[template % 26]}`;
    const day = DAYS[(i * 5 + template) % DAYS.length]!;
    const annotated = `${VERBS[template % VERBS.length]} ${word} [date : ${day} ${i}] sasa`;
    const { utt, annot_utt } = preparedRow({ annot_utt: annotated } as Row, 'train', 'generated');
    return {
      id: `t${template}#${i % perTemplate}`,
      locale: 'sw',
      partition: 'train',
      scenario: intent.split('_')[0]!,
      intent,
      utt,
      annot_utt,
      slot_method: [{ slot: 'date', method: 'translation' }],
      score: template % 3 === 0 ? 0.9 : 0.6,
      tier: template % 3 === 0 ? 'A' : 'B',
      template: `t${template}`,
      sources: template % 4 === 0 ? ['templates', 'table'] : ['templates', 'words'],
    };
  });
}

/** Writes a run as `generate` leaves it. */
export function writeRun(folder: string, rows: readonly Row[], sources: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sw.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const record = {
    command: 'generate',
    version: '0.1.0',
    seed: 1,
    generator: 1,
    arguments: { perTemplate: 4 },
    shard: null,
    plans: {},
    store: { schema: 1, sha256: '0'.repeat(64) },
    files: [{ language: 'sw', file: 'sw.jsonl', sha256: '1'.repeat(64), rows: rows.length }],
    languages: [{ language: 'sw', coverage: 0.9 }],
    sources,
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  return folder;
}

export const SILENT = new Progress({ write: () => undefined });

/** Packages runs as the command does, with what a test says otherwise. */
export async function packaged(run: string, output: string, changes: Partial<PackageTask> = {}): Promise<Packaged> {
  return packageRuns({
    runs: [run],
    store: 'none.db',
    mixSource: 0,
    codeSwitch: 0,
    formats: ['massive', 'huggingface', 'conll', 'token-classification', 'text-to-text', 'csv'],
    output,
    split: [0.75, 0.25],
    shareValues: true,
    keepSplit: undefined,
    allowSyntheticTest: false,
    guard: [],
    leaks: 'refuse',
    dedupe: false,
    dedupeNear: false,
    perIntent: undefined,
    maxPerTemplate: undefined,
    examples: 2,
    spreadsheetSafe: false,
    gzip: false,
    force: true,
    licences: undefined,
    papers: { creators: ['Example'], url: '', date: '2026-01-31' },
    line: 'calque package run --output set --date 2026-01-31',
    progress: SILENT,
    ...changes,
  });
}
