import type { RunRecord } from './run-folder.js';

/** The command that makes a run again, from what it recorded of itself. */
export function generateLine(record: RunRecord, folder: string): string {
  const { arguments: said, seed, shard, languages } = record;
  const tags = (languages as { language: string }[]).map(({ language }) => language);
  const words = ['calque', 'generate', '--to', tags.join(',')];
  for (const [name, flag] of FLAGS) {
    const value = said[name];
    if (value === true) words.push(flag);
    else if (Array.isArray(value)) words.push(flag, value.join(','));
    else if (value !== undefined && value !== false) words.push(flag, String(value));
  }
  words.push('--seed', String(seed));
  if (shard) words.push('--shard', `${shard.index}/${shard.count}`);
  return commandLine([...words, '--output', folder]);
}

const FLAGS: readonly (readonly [string, string])[] = [
  ['perTemplate', '--per-template'],
  ['rows', '--rows'],
  ['tiers', '--tier'],
  ['minScore', '--min-score'],
  ['licences', '--licences'],
  ['allRegisters', '--all-registers'],
  ['profile', '--profile'],
];

/** Words as a shell takes them. */
export function commandLine(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}
