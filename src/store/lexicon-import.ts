import type { LexiconRecord, SourceDescription } from '../model/model.js';
import { type Import, type ImportTools, type RowWriter, startImport } from './import.js';
import type { Memory } from './memory.js';
import { ensureLanguage, languageId } from './sources.js';

/**
 * Imports translations of one pair of languages.
 *
 * Kept: the store had no such translation. Merged: it had it, from another source (which now has one more voucher) or
 * from an earlier row of this one (which adds evidence only where a label or a sense sets it apart).
 */
export function importLexicon(
  tools: ImportTools & { readonly memory: Memory },
  description: SourceDescription,
): Import<LexiconRecord> {
  const { connection, transaction, memory } = tools;
  return startImport(tools, description, (source) => {
    const enter = (tag: string): number => {
      const isNew = languageId(connection, tag) === undefined;
      const id = ensureLanguage(connection, tag);
      if (isNew) memory.startEmpty(id);
      return id;
    };
    const writer = lexiconWriter(memory, source, { from: enter(description.from), to: enter(description.to) });
    return {
      add: (rows) => {
        transaction.expect(rows.length);
        return writer.add(rows);
      },
      flush: writer.flush,
    };
  });
}

function lexiconWriter(
  memory: Memory,
  source: number,
  languages: { readonly from: number; readonly to: number },
): RowWriter<LexiconRecord> {
  const { from, to } = languages;
  const origins = memory.lexemesOf(from);
  const targets = memory.lexemesOf(to);
  memory.loadPairs(to);
  const pairs = memory.pairs.table;

  const write = (record: LexiconRecord): boolean => {
    const { pos, nounClass } = record;
    const originIds = origins.of(pos, '');
    let origin = originIds.get(record.from);
    if (origin === 0) {
      origin = memory.addLexeme(from, record.from, { pos, nounClass: '' });
      originIds.add(record.from, origin);
    }
    const targetIds = targets.of(pos, nounClass);
    let target = targetIds.get(record.to);
    if (target === 0) {
      target = memory.addLexeme(to, record.to, record);
      targetIds.add(record.to, target);
    }
    let pair = pairs.find(origin, target);
    const isNew = pair < 0;
    if (isNew) pair = pairs.add(origin, target, memory.addTranslation(origin, target, to));
    const plain = record.labels === '' && record.sense === '';
    if (plain && pairs.vouched[pair] === source) return isNew;
    if (plain) pairs.vouched[pair] = source;
    addEvidence(memory, record, { translation: pairs.ids[pair] as number, source, origin });
    return isNew;
  };

  return {
    add: (rows) => {
      let kept = 0;
      for (let i = 0; i < rows.length; i++) if (write(rows[i] as LexiconRecord)) kept++;
      return kept;
    },
    flush: () => memory.flush(),
  };
}

function addEvidence(
  memory: Memory,
  record: LexiconRecord,
  ids: { readonly translation: number; readonly source: number; readonly origin: number },
): void {
  const plain = record.labels === '' && record.sense === '';
  const sense = record.sense === '' ? null : memory.sense(ids.origin, record.sense);
  const [buffer, other] = plain ? [memory.plainEvidence, memory.evidence] : [memory.evidence, memory.plainEvidence];
  // Of two rows of one line for one translation the first counts, whichever of them has labels.
  other.flush();
  const at = buffer.next();
  const { values } = buffer;
  values[at] = ids.translation;
  values[at + 1] = ids.source;
  values[at + 2] = record.line;
  values[at + 3] = record.rank;
  if (plain) return;
  values[at + 4] = record.labels === '' ? null : record.labels;
  values[at + 5] = sense;
}
