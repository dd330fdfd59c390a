import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CurvePoint, scoresOf } from '../evaluate/evaluate.js';
import { keyOfText, type Lexicon, uniform } from '../model/model.js';
import { DEFAULT_PER_TEMPLATE, realise, rowCounts, sum } from '../realise/realise.js';
import { openStore, type Store } from '../store/store.js';
import { compileLanguage, requireMaterial } from './compile-language.js';
import { figuresOf } from './evaluation-result.js';
import { type Learning, learnAll } from './learning.js';
import { readUtterances, type Utterances } from './utterances.js';

const SHARES = [0.03, 0.1, 0.3, 1];

/** Scores against the number of lexicon entries: rows are made again with parts of the lexicon, each within the next. */
export async function lexiconCurve(
  { store: path, language }: { readonly store: string; readonly language: string },
  learning: Learning,
): Promise<CurvePoint[]> {
  const store = openStore(path, { mode: 'read' });
  try {
    requireMaterial(store, language, undefined);
    const entries = store.languages().find((known) => known.language === language)?.entries ?? 0;
    const parts = new Map<string, Utterances['rows']>();
    for (const share of SHARES) {
      learning.progress.update(() => `making rows with ${Math.round(100 * share)} % of the lexicon`);
      parts.set(String(share), (await rowsOf(store, language, share)).rows);
    }
    const answers = await learnAll(parts, learning);
    return SHARES.map((share): CurvePoint => {
      const scores = scoresOf(answers.get(String(share)) ?? [], { seed: learning.seed });
      return { size: Math.round(share * entries), draws: 1, ...figuresOf(scores) };
    });
  } finally {
    store.close();
  }
}

async function rowsOf(store: Store, language: string, share: number): Promise<Utterances> {
  const thin = (lexicon: Lexicon) => thinned(lexicon, share);
  const { plan } = await compileLanguage(store, language, { allRegisters: false, thin });
  const counts = rowCounts(plan, { perTemplate: DEFAULT_PER_TEMPLATE });
  const folder = mkdtempSync(join(tmpdir(), 'calque-curve-'));
  try {
    const file = join(folder, `${language}.jsonl`);
    const handle = openSync(file, 'w');
    const write = (buffer: Uint8Array, length: number) => void writeSync(handle, buffer, 0, length);
    realise(plan, { seed: 1, counts, from: 0, to: sum(counts), write });
    closeSync(handle);
    return await readUtterances([file], { format: 'massive' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A share of the headwords, by their hashes: a larger share has all of a smaller one. */
function thinned({ lookup, longestKey }: Lexicon, share: number): Lexicon {
  const isKept = (key: string) => share === 1 || uniform(keyOfText(0, key)) < share;
  return { lookup: (key) => (isKept(key) ? lookup(key) : []), longestKey };
}
