import { resolveLanguage } from '../../languages/languages.js';
import type { LexiconItem, Rejection } from '../../model/model.js';
import { isEnglishName } from '../name.js';

/** ISO 639 for a language that nobody has determined. */
const UNDETERMINED = 'und';

/** Items of one pair of languages. */
export interface ItemsPart<Item> {
  readonly from: string;
  readonly to: string;
  readonly items: readonly (Item | Rejection)[];
}

/** Items of a file of several languages, sorted into parts; an entry that yields nothing belongs to one of them too. */
export class ItemsByLanguage<Item = LexiconItem> {
  private readonly items = new Map<string, (Item | Rejection)[]>();
  private readonly homeless: Rejection[] = [];
  private home: string | undefined;

  /** `to` is the only language asked for; without it, all are. */
  constructor(
    private readonly from: string,
    private readonly to: string | undefined,
  ) {
    this.home = to;
  }

  /** Items of a language to append to; undefined for a language that nobody asked for. */
  of(to: string): (Item | Rejection)[] | undefined {
    if (this.to !== undefined && to !== this.to) return undefined;
    this.home ??= to;
    let items = this.items.get(to);
    if (!items) {
      items = [];
      this.items.set(to, items);
    }
    return items;
  }

  /** An entry without a translation: listed with its language, where one is known. */
  reject(rejection: Rejection, to = this.home): void {
    if (to === undefined) this.homeless.push(rejection);
    else this.of(to)?.push(rejection);
  }

  /** What has come in since the last time; rejections wait for the first language. */
  *parts(): Generator<ItemsPart<Item>> {
    if (this.home !== undefined && this.homeless.length > 0) this.of(this.home)?.unshift(...this.homeless.splice(0));
    for (const [to, items] of this.items) yield { from: this.from, to, items };
    this.items.clear();
  }

  /** The rest. */
  *end(): Generator<ItemsPart<Item>> {
    if (this.homeless.length > 0) this.home ??= UNDETERMINED;
    yield* this.parts();
  }
}

const known = new Map<string, string | undefined>();

/**
 * The language of text that a file labels so; undefined where it is no spelling of a language (sounds, transcriptions)
 * or no known language.
 */
export function writtenLanguage(label: string): string | undefined {
  if (!known.has(label)) known.set(label, resolveLabel(label.trim()));
  return known.get(label);
}

function resolveLabel(label: string): string | undefined {
  const tag = label.replaceAll('_', '-');
  if (label === '' || /-(fonipa|fonapa|zxxx)(-|$)|-x-(etic|emic|audio|pron)/i.test(tag)) return undefined;
  // Older versions of FieldWorks wrote every language as a private one; extended subtags name it more closely.
  if (/^x-[a-z]+$/i.test(tag) && isEnglishName(tag.slice(2))) return 'en';
  return resolveLanguage(tag) ?? resolveLanguage(tag.replace(/^[a-z]{2,3}-([a-z]{3})(?=-|$)/i, '$1'));
}
