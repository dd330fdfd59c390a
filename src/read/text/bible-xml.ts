import { resolveLanguage } from '../../languages/languages.js';
import { licenceWithin } from '../licence.js';
import { type Input, SILENT, type TextPart, type TextReader } from '../reader.js';
import { makeXmlParser, rootName, xmlChunks } from '../xml.js';
import { attributeOf, elementsWithin, textOf, type XmlElement, xmlRoot } from '../xml-element.js';
import { MARKERS } from './bible-marks.js';
import { VerseCutter } from './bible-verses.js';
import { textLanguage } from './language.js';

/** Names of the elements that verses are, or begin with. */
const VERSES = ['seg', 'verse', 'v', 'VERS'];

/** Bibles in the XML of those who distribute them. */
export const bibleXml: TextReader = {
  id: 'bible-xml',
  title: 'Bible in XML: CES, OSIS, USFX, USX, Zefania',
  extensions: ['xml', 'usx', 'osis'],
  specification: 'https://crosswire.org/osis/',
  carries: ['verses', 'ranges of verses', 'title', 'licence'],
  sniff: ({ head }) => (isBible(head) ? 0.95 : 0),
  async open(input, options) {
    const root = xmlRoot(input, VERSES);
    const to = textLanguage(input, options, statedLanguage(root));
    const [title] = elementsWithin(root, 'h.title', 'title');
    const licences = elementsWithin(root, 'rights', 'availability', 'copyright').map((element) => textOf(element));
    return {
      ...SILENT,
      title: textOf(title).slice(0, 200),
      licence: licenceWithin(licences.join(' ')),
      parts: readParts(input, to),
    };
  },
};

/** `bible` is a name that others have, too: there a numbered book must follow. */
function isBible(head: string): boolean {
  const root = rootName(head);
  return MARKERS.has(root) && (root !== 'bible' || /<book number=/.test(head));
}

function statedLanguage(root: XmlElement | undefined): string | undefined {
  const work = elementsWithin(root, 'osisText')[0];
  const elements = elementsWithin(root, 'language', 'languageCode', 'LANGUAGE');
  const labels = [
    ...elements.flatMap((each) => [attributeOf(each, 'iso639'), attributeOf(each, 'id'), textOf(each)]),
    attributeOf(work, 'xml:lang'),
    attributeOf(root, 'xml:lang', 'lang'),
  ];
  return labels.map((label) => (label === '' ? undefined : resolveLanguage(label))).find((tag) => tag !== undefined);
}

async function* readParts(input: Input, to: string): AsyncGenerator<TextPart> {
  const marker = MARKERS.get(rootName(input.head));
  if (!marker) return;
  const cutter: VerseCutter = new VerseCutter(marker, () => parser.line);
  const parser = makeXmlParser(input.file, cutter);
  for await (const _ of xmlChunks(input, parser)) {
    yield { from: '', to, items: cutter.done };
    cutter.done = [];
  }
  cutter.finish();
  yield { from: '', to, items: cutter.done };
}
