import type { SlotSpan, StoredTemplate } from '../model/model.js';
import type { Connection } from './connection.js';

export interface TemplateFilter {
  /** Name of a source. */
  readonly source?: string | undefined;
  readonly scheme?: string | undefined;
  readonly partition?: string | undefined;
}

const TEMPLATES = `
  select t.id as id, t.source as source, t.scenario as scenario, t.intent as intent, t.partition as partition,
         t.text as text, t.spans as spans, t.scheme as scheme, s.name as sourceName,
         exists (select 1 from template e where e.id = t.id and e.source < t.source) as isTaken
  from template t join source s on s.id = t.source`;

type TemplateRow = Omit<StoredTemplate, 'name' | 'spans'> & {
  readonly spans: string;
  readonly sourceName: string;
  readonly isTaken: number;
};

/** Templates as they were imported; a filter changes which are given, never what they are called. */
export function storedTemplates(connection: Connection, filter: TemplateFilter): StoredTemplate[] {
  const wanted: [string, string | undefined][] = [
    ['s.name', filter.source],
    ['t.scheme', filter.scheme],
    ['t.partition', filter.partition],
  ];
  const given = wanted.filter(([, value]) => value !== undefined);
  const where = given.length === 0 ? '' : `where ${given.map(([column]) => `${column} = ?`).join(' and ')}`;
  const values = given.map(([, value]) => value);
  return connection
    .rows<TemplateRow>(`${TEMPLATES} ${where} order by t.source, t.ordinal`, ...values)
    .map(({ sourceName, isTaken, spans, ...template }) => ({
      ...template,
      spans: JSON.parse(spans) as SlotSpan[],
      name: isTaken ? `${sourceName}/${template.id}` : template.id,
    }));
}

/** What data sets say of a language; where several say different things, the source imported first. */
export function typologyOf(connection: Connection, iso: string): Map<string, string> {
  const rows = connection.rows<{ parameter: string; value: string }>(
    'select parameter, value from typology where language = ? order by parameter, source, line',
    iso,
  );
  const values = new Map<string, string>();
  for (const { parameter, value } of rows) if (!values.has(parameter)) values.set(parameter, value);
  return values;
}
