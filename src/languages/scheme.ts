import { CalqueError, type Scheme, type SlotPolicy } from '../model/model.js';

const COLUMNS = ['slot', 'kind', 'translate', 'copy', 'local'] as const;
const KINDS: readonly SlotPolicy['kind'][] = ['time', 'place', 'person', 'name', 'thing'];

/** Reads a scheme's table of slots: what stands in each, and in which shares its values are drawn. */
export function parseScheme(text: string, file: string): Scheme {
  const scheme = new Map<string, SlotPolicy>();
  let header = true;
  text.split(/\r?\n/).forEach((row, index) => {
    const line = index + 1;
    if (row.trim() === '' || row.startsWith('#')) return;
    const cells = row.replace(/^\uFEFF/, '').split('\t');
    const fail = (message: string): never => {
      throw new CalqueError('input', message, { place: { file, line } });
    };
    if (header) {
      header = false;
      if (COLUMNS.some((column, at) => cells[at]?.trim() !== column))
        fail(`expected the columns ${COLUMNS.join(', ')}`);
      return;
    }
    const [slot = '', kind = '', ...shares] = cells.map((cell) => cell.trim());
    if (slot === '' || scheme.has(slot)) fail(slot === '' ? 'no slot name' : `slot ${slot} is listed twice`);
    const known = KINDS.find((name) => name === kind) ?? fail(`kind ${kind} is none of ${KINDS.join(', ')}`);
    const [translate, copy, local] = shares.map(Number);
    const policy = { kind: known, translate: translate ?? NaN, copy: copy ?? NaN, local: local ?? NaN };
    const all = [policy.translate, policy.copy, policy.local];
    if (!all.every((share) => share >= 0) || !all.some((share) => share > 0))
      fail('shares must be numbers from 0 up, one of them above 0');
    scheme.set(slot, policy);
  });
  return scheme;
}
