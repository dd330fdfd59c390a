import { annotate, keyOfText, type Row, type StoredTemplate, uniform } from '../model/model.js';
import { preparedRow } from './row.js';

/** Templates by the name that rows carry. */
export type TemplatesByName = ReadonlyMap<string, StoredTemplate>;

/** Whether a row is among the share that gets a twin in two languages: a matter of its id alone. */
export function isCodeSwitched(row: Row, share: number): boolean {
  return uniform(keyOfText(keyOfText(0, 'code-switch'), `${row.locale}\t${row.id}`)) < share;
}

/**
 * A row with the values of its source utterance in place of its own: the carrier stays in the language of the row.
 * Undefined where the source lacks a slot of the row, or where all values are the same.
 */
export function codeSwitched(row: Row, templates: TemplatesByName): Row | undefined {
  const template = templates.get(row.template);
  if (template === undefined) return undefined;
  const { utt, spans } = preparedRow(row, 'train', 'generated');
  const values = spans.map(({ slot }, i) => {
    const nth = spans.slice(0, i).filter((span) => span.slot === slot).length;
    const other = template.spans.filter((span) => span.slot === slot)[nth];
    return other && template.text.slice(other.start, other.end);
  });
  if (values.length === 0 || values.includes(undefined)) return undefined;
  let annotated = '';
  let position = 0;
  for (const [i, { slot, start, end }] of spans.entries()) {
    annotated += `${utt.slice(position, start)}[${slot} : ${values[i]}]`;
    position = end;
  }
  annotated += utt.slice(position);
  if (annotated === row.annot_utt) return undefined;
  const slots = [...new Set(spans.map(({ slot }) => slot))];
  const methods = slots.map((slot) => ({ slot, method: 'unchanged' as const }));
  const said = preparedRow({ ...row, annot_utt: annotated }, 'train', 'code-switched').utt;
  return { ...row, id: `${row.id}+code-switched`, utt: said, annot_utt: annotated, slot_method: methods };
}

/** A source utterance as a row of its own language. */
export function sourceRow(template: StoredTemplate, locale: string, source: string): Row {
  const { name, partition, scenario, intent, text, spans } = template;
  return {
    id: `${name}#source`,
    locale,
    partition,
    scenario,
    intent,
    utt: text,
    annot_utt: annotate(text, spans),
    slot_method: [],
    score: 1,
    tier: 'A',
    template: name,
    sources: [source],
  };
}

/** Of a list as many as asked for, in the order of their hashes. */
export function sampled(templates: readonly StoredTemplate[], wanted: number): StoredTemplate[] {
  const key = keyOfText(0, 'mix-source');
  const ordered = templates.map((template) => ({ template, hash: keyOfText(key, template.name) >>> 0 }));
  ordered.sort((a, b) => a.hash - b.hash || (a.template.name < b.template.name ? -1 : 1));
  return ordered.slice(0, wanted).map(({ template }) => template);
}
