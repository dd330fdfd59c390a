import { byCodeUnit, type Profile, parseBundle } from '../model/model.js';

/** A lemma as the table would cite it, and in words what was changed; '' for nothing. */
export interface CitedLemma {
  readonly lemma: string;
  readonly how: string;
}

/** A row of the table that cites a verb by another form than its lemma: `fika`, `kufika`. */
export interface InfinitiveRow {
  readonly lemma: string;
  readonly form: string;
}

/** Rows from which an affix of infinitives is believed, and the share of them that must have it. */
const FEWEST_ROWS = 8;
const MOST_OF = 0.6;
/** What is left of a verb without its affix has at least this many letters. */
const SHORTEST_STEM = 3;
/** A stem that is not in the table must begin (or end) with as many letters as some stem there does: `kumbuka` stays. */
const EDGE = 2;

type Side = 'prefix' | 'suffix';

/** Brings lemmas of a lexicon to the table's convention: without hyphens, and verbs without the infinitive's affix. */
export class Citation {
  private readonly lemmaOf = new Map<string, string>();
  private readonly affix: { readonly side: Side; readonly text: string } | undefined;
  private readonly edges = new Set<string>();

  constructor(infinitives: readonly InfinitiveRow[], verbs: readonly string[], profile: Profile) {
    for (const { lemma, form } of infinitives) if (!this.lemmaOf.has(form)) this.lemmaOf.set(form, lemma);
    this.affix = commonAffix(infinitives) ?? affixOfProfile(profile);
    const { affix } = this;
    if (affix !== undefined) for (const verb of verbs) this.edges.add(edgeOf(verb, affix.side));
  }

  /** Ways in which the table may cite a lemma, the likeliest last: whoever asks takes the first that the table knows. */
  spellings(lemma: string, isVerb: boolean): CitedLemma[] {
    const plain = lemma.replace(/^-|-$/gu, '');
    const spellings: CitedLemma[] = [{ lemma, how: '' }];
    if (plain !== lemma && plain !== '') spellings.push({ lemma: plain, how: 'without its hyphen' });
    if (!isVerb) return spellings;
    const known = this.lemmaOf.get(plain);
    if (known !== undefined && known !== plain)
      spellings.push({ lemma: known, how: `the table's infinitive of ${known}` });
    const stem = this.stemOf(plain);
    if (stem !== undefined) spellings.push(stem);
    return spellings;
  }

  private stemOf(lemma: string): CitedLemma | undefined {
    const { affix } = this;
    if (affix === undefined) return undefined;
    const { side, text } = affix;
    const has = side === 'prefix' ? lemma.startsWith(text) : lemma.endsWith(text);
    const cut = side === 'prefix' ? lemma.slice(text.length) : lemma.slice(0, -text.length);
    const stem = cut.replace(/^-|-$/gu, '');
    if (!has || stem.length < SHORTEST_STEM || !this.edges.has(edgeOf(stem, side))) return undefined;
    return { lemma: stem, how: `without the infinitive's ${side === 'prefix' ? `${text}-` : `-${text}`}` };
  }
}

function edgeOf(word: string, side: Side): string {
  return side === 'prefix' ? word.slice(0, EDGE) : word.slice(-EDGE);
}

/** What most infinitives have and their lemmas lack. */
function commonAffix(rows: readonly InfinitiveRow[]): { side: Side; text: string } | undefined {
  const counts = new Map<string, number>();
  for (const { lemma, form } of rows) {
    const affix = form.endsWith(lemma)
      ? `prefix ${form.slice(0, form.length - lemma.length)}`
      : form.startsWith(lemma)
        ? `suffix ${form.slice(lemma.length)}`
        : '';
    counts.set(affix, (counts.get(affix) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]));
  if (best === undefined || best[0] === '' || best[1] < FEWEST_ROWS || best[1] < rows.length * MOST_OF)
    return undefined;
  const [side, text] = best[0].split(/ (.*)/s) as [Side, string];
  return text === '' ? undefined : { side, text };
}

/** The profile's own rule for infinitives, where it puts the same letters before every verb. */
function affixOfProfile({ endings, infinitive }: Profile): { side: Side; text: string } | undefined {
  const features = parseBundle(infinitive ?? 'V;NFIN').filter((atom) => Object.hasOwn(endings ?? {}, atom));
  const rules = features.length === 1 ? endings?.[features[0] as string] : undefined;
  const prefix = rules?.[0]?.prefix;
  return rules?.length === 1 && prefix !== undefined && prefix !== '' ? { side: 'prefix', text: prefix } : undefined;
}
