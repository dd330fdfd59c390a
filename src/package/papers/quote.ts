import { quoted } from '../quote.js';

/**
 * Text from data in papers. A title or a citation may hold anything: it never ends a cell, a string or a block, and never
 * becomes a link or markup.
 */

/** What YAML 1.1 does not print, or takes for a line end. */
const UNPRINTABLE = /[\u007f-\u00a0\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;

/** A string that YAML 1.1, YAML 1.2 and JSON read as the same text. */
export function yamlText(text: string): string {
  return quoted(wellFormed(text), UNPRINTABLE);
}

/** Half of a surrogate pair is no text. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** Text in a line of a file that is no markup. */
export function lineText(text: string): string {
  return wellFormed(text).replace(CONTROLS, ' ').trim();
}

/** Text in a line or a cell of Markdown: shown as it stands. */
export function plainText(text: string): string {
  return lineText(text)
    .replace(/[\\`*_{}[\]<>|~#]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replaceAll('://', ':&#47;&#47;')
    .replace(/^([-+=]|\d+\.)/, '\\$1');
}

/** The same as code: a run of backticks that is longer than any inside. */
export function code(text: string): string {
  const inside = wellFormed(text).replace(CONTROLS, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...inside.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = inside.startsWith('`') || inside.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${inside}${pad}${fence}`;
}

/** 1234567 → 1,234,567. */
export function figure(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
