import { resolveLanguage } from '../../languages/languages.js';
import type { Field } from './sfm-fields.js';

/** What a Toolbox type file says of a marker: `\+mkr ge`, `\nam Gloss`, `\lng Spanish`. */
interface TypeGloss {
  readonly marker: string;
  readonly language: string;
}

/** Markers that a type file calls glosses or definitions, with the languages that it states. */
function typeGlosses(type: readonly Field[]): TypeGloss[] {
  const glosses: TypeGloss[] = [];
  let name = '';
  let gloss = false;
  for (const { marker, text } of type) {
    if (marker === '+mkr') [name, gloss] = [text, false];
    else if (marker === 'nam') gloss = /gloss|definition/i.test(text);
    else if (marker === 'lng' && gloss && name !== '') {
      const language = resolveLanguage(text.split(/[\s(]/)[0] as string);
      if (language !== undefined) glosses.push({ marker: name, language });
    }
  }
  return glosses;
}

export function glossMarkersOf(type: readonly Field[], language: string): string[] {
  return typeGlosses(type).flatMap((gloss) => (gloss.language === language ? [gloss.marker] : []));
}

/** The language that a type file states of the words: of all markers, else of the one that opens a record. */
export function wordLanguage(type: readonly Field[], record: string): string | undefined {
  const stated = type.find(({ marker }) => marker === 'lngDefault')?.text ?? '';
  const from = type.findIndex(({ marker, text }) => marker === '+mkr' && text === record);
  const own = from < 0 ? undefined : type.slice(from).find(({ marker }) => marker === 'lng' || marker === '-mkr');
  return resolveLanguage(stated) ?? (own?.marker === 'lng' ? resolveLanguage(own.text) : undefined);
}

/** The language of a type file's glosses, where none of them is English. */
export function foreignGlossLanguage(type: readonly Field[]): string | undefined {
  const glosses = typeGlosses(type);
  return glosses.some(({ language }) => language === 'en') ? undefined : glosses[0]?.language;
}
