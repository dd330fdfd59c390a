import type { TextRecord } from '../model/model.js';

/** A text as it was understood, for people. */
export function showText(record: TextRecord): string {
  switch (record.unit) {
    case 'pair':
      return `${record.from} → ${record.to}`;
    case 'verse':
      return `${record.reference}${record.last === '' ? '' : ` – ${record.last}`}: ${record.text}`;
    case 'sentence':
      return record.text;
    case 'word':
      return `${record.word}: ${record.count}`;
  }
}
