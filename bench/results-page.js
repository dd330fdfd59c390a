// docs/results.md has a part for each script that measures: each writes its own, and leaves the others' as they are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../docs/results.md', import.meta.url));
const PARTS = ['utterances', 'inflection'];
const mark = (part) => `<!-- ${part} -->`;

/** Writes one part of docs/results.md; the parts stand in the order of PARTS. */
export function writeResults(part, text) {
  if (!PARTS.includes(part)) throw new Error(`${part} is no part of docs/results.md: ${PARTS.join(', ')}`);
  const kept = existsSync(PAGE) ? partsOf(readFileSync(PAGE, 'utf8')) : new Map();
  kept.set(part, text.trim());
  const body = PARTS.filter((name) => kept.has(name)).map((name) => `${mark(name)}\n\n${kept.get(name)}\n`);
  writeFileSync(PAGE, `# Results\n\n${body.join('\n')}`);
}

function partsOf(page) {
  const found = PARTS.map((part) => ({ part, at: page.indexOf(mark(part)) })).filter(({ at }) => at >= 0);
  found.sort((left, right) => left.at - right.at);
  return new Map(
    found.map(({ part, at }, order) => [part, page.slice(at + mark(part).length, found[order + 1]?.at).trim()]),
  );
}
