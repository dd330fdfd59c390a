import { CalqueError, type LexiconItem } from '../../model/model.js';
import { parseJsonObject, textOf } from '../json.js';
import { depthOfRecords, type RecordText, recordTexts, Scanner } from '../json-records.js';
import { languageOf, privateTag } from '../name.js';
import { type Input, type LexiconPart, type LexiconReader, type ReadOptions, SILENT } from '../reader.js';
import { rejection } from '../reject.js';
import { categoryOf } from './category.js';
import { likenessToCldf } from './cldf.js';
import { isJsonGlossary } from './json-glossary.js';
import { type JsonMapping, languageNamed, mappingOf, wordsOf } from './json-mapping.js';
import { likenessToKaikki } from './kaikki.js';
import { classOf, labelsOf } from './marks.js';
import { takePair } from './pair.js';
import { annotatedTerm } from './wide.js';
import { correctCodes } from './wide-columns.js';

/** Objects with a field for each language, or one for English and one for the other: JSON as people make it. */
export const json: LexiconReader = {
  id: 'json',
  title: 'List of objects in JSON or JSON lines: a field for English, one or several for other languages',
  extensions: ['json', 'jsonl'],
  specification: 'https://www.rfc-editor.org/rfc/rfc8259',
  carries: ['translations', 'many languages', 'part of speech'],
  sniff: likenessToJson,
  async open(input, options) {
    const record = firstRecord(input);
    const mapping = record ? mappingOf(record, options) : undefined;
    if (!record || !mapping) throw noMapping(input, record ? Object.keys(record) : []);
    const file = fileLanguage(input, options);
    if (file === undefined && mapping.targets.has('') && mapping.language === '') throw noLanguage(input);
    return {
      ...SILENT,
      kind: 'lexicon',
      direction: 'said',
      understood: understoodOf(mapping),
      parts: readParts(input, { mapping, file: file ?? 'und', options }),
    };
  },
};

function understoodOf({ english, targets, pos }: JsonMapping): string[] {
  const words = [...targets].map(([tag, names]) => `${names.join(', ')} → words${tag === '' ? '' : ` (${tag})`}`);
  return [`${english.join(', else ')} → English`, ...words, ...(pos === '' ? [] : [`${pos} → part of speech`])];
}

/** What has fields by languages is a lexicon; a list of other objects may be one that a mapping explains. */
export function likenessToJson(input: Input): number {
  if (!/^\s*[[{]/.test(input.head) || likenessToKaikki(input) > 0 || likenessToCldf(input) > 0) return 0;
  if (isJsonGlossary(input)) return 0;
  const record = firstRecord(input);
  if (!record) return 0;
  return mappingOf(record, {}) ? 0.8 : 0.15;
}

function firstRecord({ head }: Input) {
  const [first] = new Scanner(depthOfRecords(head)).push(head);
  return first ? parseJsonObject(first.text) : undefined;
}

function noMapping(input: Input, names: readonly string[]): CalqueError {
  return new CalqueError('input', 'its objects show no field for English and none for another language', {
    place: { file: input.file },
    suggestions: [
      '--columns english,word names the field with English and the other',
      '--mapping gloss=gloss.en,word=lemma.sw,kind=pos says what fields hold',
      ...(names.length === 0 ? [] : [`the fields are: ${names.slice(0, 40).join(', ')}`]),
    ],
  });
}

function noLanguage(input: Input): CalqueError {
  return new CalqueError('input', 'neither its content nor its name tells the language', {
    place: { file: input.file },
    suggestions: ['name it: --to sw'],
  });
}

/** What the user says, what stands before the list, or the file's name. */
function fileLanguage(input: Input, { to }: ReadOptions): string | undefined {
  if (to !== undefined) return to;
  const [preface = ''] = input.head.split('[', 1);
  const stated = /"lang(?:uage)?(?:Code|_code|Name)?"\s*:\s*"([^"]{2,60})"/i.exec(preface)?.[1];
  return (stated === undefined ? undefined : languageNamed(stated)) ?? languageOf(input);
}

interface Task {
  readonly mapping: JsonMapping;
  readonly file: string;
  readonly options: ReadOptions;
}

async function* readParts(input: Input, task: Task): AsyncGenerator<LexiconPart> {
  for await (const records of recordTexts(input)) {
    const byLanguage = new Map<string, LexiconItem[]>();
    for (const record of records) takeRecord(byLanguage, record, task);
    for (const [to, items] of byLanguage) yield { from: 'en', to, items };
  }
}

function takeRecord(byLanguage: Map<string, LexiconItem[]>, { line, text }: RecordText, task: Task): void {
  const itemsOf = (tag: string) => {
    const items = byLanguage.get(tag) ?? [];
    byLanguage.set(tag, items);
    return items;
  };
  const record = parseJsonObject(text);
  const { mapping, options } = task;
  const reject = (reason: string) =>
    itemsOf(firstTarget(task)).push(rejection(line, reason, text.replace(/\s+/g, ' ')));
  if (!record) return void reject('not well-formed JSON');
  // Later objects may have fields that the first one lacks.
  const fixed = options.mapping !== undefined || mapping.targets.has('');
  const { english, targets } = fixed ? mapping : (mappingOf(record, options) ?? mapping);
  const described = english.map((name) => wordsOf(record, name)).find((words) => words.length > 0) ?? [];
  const pos = categoryOf(textOf(record, mapping.pos));
  const nounClass = classOf(textOf(record, mapping.nounClass));
  const labels = labelsOf([textOf(record, mapping.label)]);
  let taken = 0;
  for (const [tag, names] of correctCodes(targets)) {
    const to = tag === '' ? languageOfRecord(textOf(record, mapping.language), task) : tag;
    if (options.to !== undefined && to !== options.to) continue;
    const words = names.flatMap((name) => wordsOf(record, name));
    for (const from of described) {
      const term = annotatedTerm(from);
      for (const [index, word] of words.entries()) {
        taken++;
        const facts = { line, from: term.text, to: annotatedTerm(word).text, pos: pos || term.pos, rank: index + 1 };
        takePair(itemsOf(to), { ...facts, nounClass, labels, text: `${from}\t${word}` });
      }
    }
  }
  if (taken === 0 && options.to === undefined) reject(described.length === 0 ? 'a side is empty' : 'no translation');
}

function firstTarget({ mapping, file, options }: Task): string {
  const [tag = ''] = correctCodes(mapping.targets).keys();
  return options.to ?? (tag === '' ? file : tag);
}

function languageOfRecord(stated: string, { file, options }: Task): string {
  if (stated === '' || options.to !== undefined) return file;
  return languageNamed(stated) ?? privateTag(stated.replace(/^.*\/(?=[^/]+\/?$)/, '')) ?? file;
}
