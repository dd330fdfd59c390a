import { CalqueError } from '../model/model.js';
import { CODE_ALIASES, GROUP_CODES, MEMBERS } from './aliases.js';
import { cldrName, foldName, knownNames, registry, tagOfName } from './registry.js';
import { nearest } from './suggest.js';

/** The tag that the project uses for a language however it is spelt, or undefined: `swh`, `sw_KE`, `Swahili` → `sw`. */
export function resolveLanguage(text: string): string | undefined {
  const spelling = text.trim();
  const code = spelling.replaceAll('_', '-').toLowerCase();
  if (/^x(-[a-z0-9]{1,8})+$/.test(code)) return code;
  const known = CODE_ALIASES.get(code);
  if (known !== undefined) return known;
  return resolveTag(code) ?? tagOfName(spelling);
}

/** The same, for what a user must have typed right. */
export function requireLanguage(text: string): string {
  const tag = resolveLanguage(text);
  if (tag !== undefined) return tag;
  const byName = knownNames();
  const close = nearest(foldName(text), [...byName.keys()]).map((name) => {
    const tag = byName.get(name) as string;
    return `${tag} (${languageName(tag)})`;
  });
  const suggestions = close.length > 0 ? [`did you mean ${[...new Set(close)].join(', ')}?`] : [];
  throw new CalqueError('usage', `unknown language ${JSON.stringify(text)}`, {
    suggestions: [...suggestions, 'give an ISO 639 code, a BCP 47 tag or an English name: sw, swh, Swahili'],
  });
}

/** The English name of a tag: CLDR's, else ISO 639-3's, else the tag. */
export function languageName(tag: string): string {
  const [code = '', ...rest] = tag.split('-');
  const name = plainName(code);
  if (name === undefined) return tag;
  const cut = rest.indexOf('x');
  const details = cut < 0 ? rest : [...rest.slice(0, cut), rest.slice(cut).join('-')];
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

/** The ISO 639-3 code of a tag, or undefined for private ones. */
export function iso6393(tag: string): string | undefined {
  const [code = ''] = tag.toLowerCase().split('-');
  if (GROUP_CODES.has(code)) return undefined;
  return registry().codes.get(code);
}

/**
 * All ISO 639-3 codes that a tag stands for: its own, and those of the members that it takes in. Data sets of grammars
 * code the member (`swh`) where dictionaries code the macrolanguage (`swa`).
 */
export function isoCodes(tag: string): string[] {
  const [code = ''] = tag.toLowerCase().split('-');
  const own = iso6393(tag);
  const members = [...MEMBERS].filter(([, target]) => target === code);
  return [...new Set([...(own === undefined ? [] : [own]), ...members.map(([member]) => member)])];
}

function plainName(code: string): string | undefined {
  const name = code.length < 2 ? undefined : cldrName(code);
  if (name !== undefined) return name;
  const { codes, names } = registry();
  return names.get(codes.get(code) ?? '')?.replace(/\s*\((macrolanguage|individual language)\)$/, '');
}

/** language[-script][-region][-variant…][-x-private]: the script and the private part stay, the others go. */
const TAG =
  /^([a-z]{2,3})(?:-([a-z]{4}))?((?:-(?:[a-z]{2}|\d{3}|[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)(-x(?:-[a-z0-9]{1,8})+)?$/;

function resolveTag(text: string): string | undefined {
  const match = TAG.exec(text);
  if (!match) return undefined;
  const [, code = '', script, , privateUse = ''] = match;
  const base = resolveCode(code);
  if (base === undefined) return undefined;
  const scriptPart = script === undefined ? '' : `-${(script[0] as string).toUpperCase()}${script.slice(1)}`;
  return `${base}${scriptPart}${privateUse}`;
}

function resolveCode(code: string): string | undefined {
  const known = CODE_ALIASES.get(code);
  if (known !== undefined) return known;
  // Reserved for private use by ISO 639-3.
  if (/^q[a-t][a-z]$/.test(code)) return code;
  // The common case costs no look at the full list.
  if (code.length === 2 && cldrName(code) !== undefined) return code;
  const { codes, short } = registry();
  const full = codes.get(code);
  return full === undefined ? undefined : (CODE_ALIASES.get(full) ?? short.get(full) ?? full);
}
