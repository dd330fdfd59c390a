import { rootName } from './xml.js';

/** Pairs of sides that tell which kind a dictionary is of. */
const FEW = 2;

/**
 * Apertium's monolingual dictionaries have a written form on the left and symbols on the right; bilingual ones have
 * symbols on both sides. Entries of a monolingual one name their lemma, too, but they may begin late in the file.
 */
export function isMonolingual(head: string): boolean {
  if (rootName(head) !== 'dictionary') return false;
  if (/<e\s[^<>]*\blm\s*=/.test(head)) return true;
  let written = 0;
  let both = 0;
  for (const [, left = '', right = ''] of head.matchAll(
    /<l>((?:(?!<\/l>)[\s\S]){0,200})<\/l>\s*<r>((?:(?!<\/r>)[\s\S]){0,200})<\/r>/g,
  )) {
    if (!right.includes('<s ')) continue;
    if (left.includes('<s ')) both++;
    else written++;
  }
  return written >= FEW && written > 4 * both;
}
