import { licenceAddress } from '../../licence/licence.js';
import { summary, total } from './card.js';
import { isAddress } from './citation.js';
import { columnsOf } from './columns.js';
import { splitName } from './front-matter.js';
import type { FileRecord, PackageRecord } from './record.js';

/** The terms of Croissant 1.0, as its reference loader wants them: with `https` for schema.org, each one spelled out. */
const TERMS = [
  'citeAs column extract field fileProperty fileObject fileSet format includes isLiveDataset jsonPath key md5 parentField',
  'path recordSet references regex repeated replace samplingRate separator source subField transform equivalentProperty',
]
  .join(' ')
  .split(' ');

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  rai: 'http://mlcommons.org/croissant/RAI/',
  sc: 'https://schema.org/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(TERMS.map((term) => [term, `cr:${term}`])),
};

/** Media types that the reference loader reads; `application/jsonl` is valid there, and cannot be loaded. */
const LOADED = new Set([
  'application/jsonlines',
  'application/json',
  'application/x-parquet',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
]);

const SPLITS = new Map([
  ['train', 'cr:TrainingSplit'],
  ['validation', 'cr:ValidationSplit'],
  ['test', 'cr:TestSplit'],
]);

const TYPES = new Map([
  ['string', 'sc:Text'],
  ['int32', 'sc:Integer'],
  ['int64', 'sc:Integer'],
  ['float64', 'sc:Float'],
]);

/** The package as Croissant 1.0 (JSON-LD) describes data sets to programs that load them. */
export function croissant(record: PackageRecord): string {
  const { licence, creators, url, sources, languages, date, release, title } = record;
  const splits = [...new Set(record.files.map(({ partition }) => splitName(partition)))].filter((name) =>
    SPLITS.has(name),
  );
  const document = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: ['http://mlcommons.org/croissant/1.0', 'http://mlcommons.org/croissant/RAI/1.0'],
    name: title,
    description: summary(record).replaceAll('**', ''),
    license: licenceAddress(licence.carries) || 'not stated',
    url: isAddress(url) ? url : 'https://example.invalid/not-stated',
    version: release,
    datePublished: date,
    creator: (creators.length > 0 ? creators : ['not stated']).map((name) => ({ '@type': 'Organization', name })),
    citeAs: `@misc{${record.name}, title={${texText(title)}}, year={${date.slice(0, 4)}}}`,
    inLanguage: languages.map(({ locale }) => locale),
    keywords: ['synthetic', 'intent classification', 'slot filling'],
    isLiveDataset: false,
    distribution: record.files.map(fileObject),
    recordSet: [...(splits.length > 0 ? [splitSet(splits)] : []), ...record.files.flatMap((file) => recordSet(file))],
    ...aboutMaking(record),
    'prov:wasDerivedFrom': sources.map((source) => ({
      '@id': `#source/${identifier(source.name)}`,
      'prov:label': source.title || source.name,
      ...(licenceAddress(source.licence) !== '' && { license: licenceAddress(source.licence) }),
      ...(source.sha256 !== '' && { 'prov:value': `sha256:${source.sha256}` }),
    })),
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:label': `Calque ${record.version}: ${record.commands.join(' && ')}`,
      'prov:wasAssociatedWith': { '@type': 'prov:SoftwareAgent', 'prov:label': `Calque ${record.version}` },
    },
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function aboutMaking(record: PackageRecord): object {
  return {
    'rai:dataCollection':
      'Made by machine from templates, a bilingual lexicon and inflection tables; no person wrote or checked the rows.',
    'rai:dataCollectionType': ['Software Collection'],
    'rai:dataLimitations': [
      'Labels are those of the templates; rows follow them word for word.',
      `${record.split?.syntheticTest ? 'The test split is synthetic: a' : 'A'} score on these rows says nothing of natural text.`,
      ...(total(record, 'source') > 0 ? ['Rows of the source language are mixed in.'] : []),
    ],
    'rai:machineAnnotationTools': [`Calque ${record.version}`],
    'rai:personalSensitiveInformation': ['Names in slot values come from lists and templates.'],
  };
}

function fileObject({ file, mediaType, bytes, sha256 }: FileRecord): object {
  return {
    '@type': 'cr:FileObject',
    '@id': identifier(file),
    name: file,
    contentUrl: file,
    contentSize: `${bytes} B`,
    encodingFormat: file.endsWith('.gz') ? 'application/gzip' : loadedAs(mediaType),
    sha256,
  };
}

function loadedAs(mediaType: string): string {
  return LOADED.has(mediaType) ? mediaType : 'text/plain';
}

function splitSet(splits: readonly string[]): object {
  const field = (name: string, dataType: string) => ({ '@type': 'cr:Field', '@id': `splits/${name}`, name, dataType });
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    description: 'The splits.',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: [field('name', 'sc:Text'), field('url', 'sc:URL')],
    data: splits.map((name) => ({ 'splits/name': name, 'splits/url': SPLITS.get(name) })),
  };
}

/** The rows of one table file. */
function recordSet(file: FileRecord): object[] {
  const columns = columnsOf(file);
  if (columns === undefined || !LOADED.has(file.mediaType)) return [];
  const id = `rows/${identifier(file.file)}`;
  return [
    {
      '@type': 'cr:RecordSet',
      '@id': id,
      name: file.file,
      description: `${file.rows} rows${file.locale === '' ? '' : ` in ${file.locale}`}${file.partition === '' ? '' : `, ${splitName(file.partition)}`}.`,
      key: { '@id': `${id}/id` },
      // Lists of objects stand aside: there is no column to take them from that all loaders agree on.
      field: columns
        .filter(({ fields }) => fields === undefined)
        .map(({ name, dtype, list }) => ({
          '@type': 'cr:Field',
          '@id': `${id}/${name}`,
          name,
          description: DESCRIPTIONS.get(name) ?? name,
          dataType: name === 'intent' ? ['sc:Text', 'cr:Label'] : (TYPES.get(dtype) ?? 'sc:Text'),
          source: { fileObject: { '@id': identifier(file.file) }, extract: { column: name } },
          ...(list && { repeated: true }),
        })),
    },
  ];
}

const DESCRIPTIONS = new Map([
  ['id', 'Template and number of the row; unique in a language.'],
  ['locale', 'BCP 47 tag.'],
  ['partition', 'train, dev or test.'],
  ['scenario', 'Domain of the intent.'],
  ['intent', 'Intent label.'],
  ['utt', 'The utterance.'],
  ['text', 'The utterance.'],
  ['input', 'The task and the words of the utterance.'],
  ['target', 'A label a word, then the intent.'],
  ['annot_utt', 'The utterance with its slots in brackets.'],
  ['tokens', 'Words of the utterance.'],
  ['ner_tags', 'A BIO tag a word.'],
  ['score', 'How far the row can be trusted, 0 to 1.'],
  ['tier', 'A, B or C, from the score.'],
  ['template', 'Id of the template that the row was made from.'],
  ['sources', 'Sources whose entries are in the row.'],
  ['origin', 'generated, source or code-switched.'],
]);

/** An identifier without blanks; what is no plain character is written by its number, so that two names stay two. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9./-]/gu, (mark) => `_${(mark.codePointAt(0) as number).toString(16)}_`);
}

function texText(text: string): string {
  return text.replace(/[{}\\\n]/g, ' ');
}
