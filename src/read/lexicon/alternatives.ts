/** Slashes between alternatives; in `km/h`, `24/7` and `and/or` they belong to what is said. */

/** A blank on one side is enough: `a / b`, `a/ b`. */
const SLASHES = /\s+\/\s*|\/\s+/;
/** A stem or an ending has its hyphen before it. */
const ALTERNATIVES = /^-?\p{L}{3,}(?:\/-?\p{L}{3,})+$/u;

/** `deoxyribonucleic acid /DNA/`, `word /wɜːd/`: an abbreviation or a transcription, after what it stands for. */
const BETWEEN_SLASHES = /(?<=\S)\s+\/[^/\s][^/]{0,30}\/$/;

/** `nyumba kubwa/kuu` → `nyumba kubwa`, `nyumba kuu`. */
export function splitAlternatives(text: string): string[] {
  return text.split(SLASHES).flatMap(alternativesWithin);
}

/**
 * As above, for English that is described: with blanks around it, a slash parts terms of the same length only
 * (`coach / car`, not `turn the windlass / capstan`).
 */
export function splitEnglishAlternatives(text: string): string[] {
  const terms = text.split(SLASHES);
  const lengths = new Set(terms.map((term) => term.split(' ').length));
  return lengths.size === 1 ? terms.flatMap(alternativesWithin) : [text];
}

function alternativesWithin(text: string): string[] {
  const words = text.split(' ');
  const at = words.findIndex((word) => ALTERNATIVES.test(word));
  if (at < 0) return [text];
  const alternatives = (words[at] as string).split('/');
  return alternatives.map((word) => [...words.slice(0, at), word, ...words.slice(at + 1)].join(' '));
}

/** `play/pause` beside `çal/duraklat`: the first translates the first. None where the two are no such lists. */
export function alignedAlternatives(from: string, to: string): (readonly [string, string])[] {
  if (!ALTERNATIVES.test(from) || !ALTERNATIVES.test(to)) return [];
  const [left, right] = [from.split('/'), to.split('/')];
  return left.length === right.length ? left.map((word, index) => [word, right[index] as string] as const) : [];
}

export function withoutSlashedNote(text: string): string {
  return text.replace(BETWEEN_SLASHES, '');
}
