/** What dictionaries write after a note and do not mean as a translation: names of species, and other entries. */

/** Notes of the sciences that name species (`bot.`, `zool.`), and of Latin. */
const SPECIES =
  /\(\s*(?:[Bb]ot|[Zz]ool?|[Bb]iol|[Oo]rnith|[Ll]at|[Ll]atin)\.?\s*\)+\s*([A-Z][a-z]{2,}(?: [a-z-]{3,}){0,2})\s*\.?\s*(?=$|[,;/])/g;
const GENUS = /(?:us|um|is|a|es|on|as|ys|os|ops|x|yx|er|e)$/;

/** "See" as dictionaries abbreviate it (`bak.`, `bkz.`: Turkish; `vgl.`: German); without its dot it is a word. */
const REFERENCE = /\(\s*(?:see|cf\.|vgl\.|bak\.|bkz\.|q\. ?v\.)\s*\)+\s*[^,;()]*/gi;

/** The text without its asides. */
export function withoutAsides(text: string): string {
  const bare = text
    .replace(SPECIES, (whole, name: string) => (name.includes(' ') || GENUS.test(name) ? '' : whole))
    .replace(REFERENCE, '');
  return bare === text ? text : bare.replace(/^[\s,;]+|[\s,;]+$/g, '');
}

/** Why a text that is nothing but an aside is left out. */
export function faultOfAside(text: string): string {
  return text.search(REFERENCE) >= 0 ? 'refers to another entry' : 'a scientific name, not a translation';
}
