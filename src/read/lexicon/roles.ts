import { resolveLanguage } from '../../languages/languages.js';
import { CalqueError } from '../../model/model.js';

/** What a field of a dictionary may hold, as `--mapping` names it; glosses and lemmas may name a language after a dot. */
export const ROLES = [
  'lemma',
  'citation',
  'gloss',
  'pos',
  'class',
  'label',
  'sense',
  'subentry',
  'language',
  'none',
] as const;
export type Role = (typeof ROLES)[number];

export interface MappedField {
  readonly field: string;
  readonly role: Role;
  /** BCP 47 tag, '' where none is said. */
  readonly language: string;
}

const KNOWN: ReadonlySet<string> = new Set(ROLES);

/** `ge → gloss.en` as a user writes it, understood; what is no role is refused with those that are. */
export function mappedFields(mapping: ReadonlyMap<string, string>): MappedField[] {
  return [...mapping].map(([field, said]) => {
    const [role = '', label = ''] = said.trim().split(/\.(.*)/);
    const language = label === '' ? '' : resolveLanguage(label);
    if (!KNOWN.has(role)) {
      throw new CalqueError('usage', `${field}=${said}: a field cannot hold ${JSON.stringify(role)}`, {
        suggestions: [`it may hold ${ROLES.join(', ')}; with a language after a dot: gloss.en, lemma.sw`],
      });
    }
    if (language === undefined)
      throw new CalqueError('usage', `${field}=${said}: there is no language ${JSON.stringify(label)}`);
    return { field: field.trim().replace(/^\\/, ''), role: role as Role, language };
  });
}

/** Fields of one role, those of the language that is asked for before those of none. */
export function fieldsWith(fields: readonly MappedField[], role: Role, language = ''): string[] {
  const own = fields.filter((each) => each.role === role);
  const named = own.filter((each) => each.language !== '' && each.language === language);
  return [...named, ...own.filter((each) => each.language === '')].map(({ field }) => field);
}

/** The language of glosses: English where any is English or none is said. */
export function glossLanguage(fields: readonly MappedField[]): string {
  const said = fields.filter(({ role }) => role === 'gloss').map(({ language }) => language);
  return said.includes('en') || said.includes('') ? 'en' : (said[0] ?? 'en');
}

/** The language of lemmas, where the mapping says one. */
export function lemmaLanguage(fields: readonly MappedField[]): string | undefined {
  return fields.find(({ role, language }) => (role === 'lemma' || role === 'citation') && language !== '')?.language;
}
