/**
 * Books of the Bible in the order of the Protestant canon, then the deuterocanonical ones, as USFM names them, each with
 * the names that OSIS and the Corpus Encoding Standard have for it.
 * USFM: https://ubsicap.github.io/usfm/identification/books.html; OSIS: OSIS 2.1.1 User's Manual, appendix C.
 */
const BOOKS = `
GEN Gen|EXO Exod|LEV Lev|NUM Num|DEU Deut|JOS Josh|JDG Judg|RUT Ruth|1SA 1Sam|2SA 2Sam|1KI 1Kgs|2KI 2Kgs|1CH 1Chr
2CH 2Chr|EZR Ezra|NEH Neh|EST Esth|JOB Job|PSA Ps|PRO Prov|ECC Eccl|SNG Song SON|ISA Isa|JER Jer|LAM Lam|EZK Ezek EZE
DAN Dan|HOS Hos|JOL Joel JOE|AMO Amos|OBA Obad|JON Jonah|MIC Mic|NAM Nah NAH|HAB Hab|ZEP Zeph|HAG Hag|ZEC Zech|MAL Mal
MAT Matt|MRK Mark MAR|LUK Luke|JHN John JOH|ACT Acts|ROM Rom|1CO 1Cor|2CO 2Cor|GAL Gal|EPH Eph|PHP Phil PHI|COL Col
1TH 1Thess|2TH 2Thess|1TI 1Tim|2TI 2Tim|TIT Titus|PHM Phlm|HEB Heb|JAS Jas JAM|1PE 1Pet|2PE 2Pet|1JN 1John 1JO
2JN 2John 2JO|3JN 3John 3JO|JUD Jude|REV Rev
TOB Tob|JDT Jdt|ESG AddEsth EsthGr|WIS Wis|SIR Sir|BAR Bar|LJE EpJer|S3Y PrAzar|SUS Sus|BEL Bel|1MA 1Macc|2MA 2Macc
3MA 3Macc|4MA 4Macc|1ES 1Esd|2ES 2Esd|MAN PrMan|PS2 AddPs
`
  .trim()
  .split(/[|\n]/)
  .map((names) => names.split(' '));

const byName: ReadonlyMap<string, string> = new Map(
  BOOKS.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0] as string] as const)),
);

/** USFM's name of a book; undefined where it is none that is known. */
export function bookNamed(name: string): string | undefined {
  return byName.get(name.trim().toLowerCase());
}

/** The same by its number in the Protestant canon, from 1. */
export function bookNumbered(number: string): string | undefined {
  const index = Number(number) - 1;
  return Number.isInteger(index) && index < 66 ? BOOKS[index]?.[0] : undefined;
}
