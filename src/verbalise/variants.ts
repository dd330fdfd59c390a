/** Ways to say one thing, with weights; combined, then cut to the likeliest. */

export interface Variant {
  readonly text: string;
  /** Shares of the ways found: they sum to one. */
  readonly weight: number;
  /** False when a word was kept in English, or a part of the meaning was left unsaid. */
  readonly complete: boolean;
}

export const MOST_VARIANTS = 12;

/** One way. */
export function say(text: string, complete = true): Variant {
  return { text, weight: 1, complete };
}

/** All pairs, joined by `join`. */
export function combine(
  left: readonly Variant[],
  right: readonly Variant[],
  join: (left: string, right: string) => string,
): Variant[] {
  const out: Variant[] = [];
  for (const a of left) {
    for (const b of right) {
      out.push({ text: join(a.text, b.text), weight: a.weight * b.weight, complete: a.complete && b.complete });
    }
  }
  return settle(out);
}

/** Puts variants into the place that a pattern names: `{x} ijayo`. */
export function fill(patterns: readonly Variant[], name: string, values: readonly Variant[]): Variant[] {
  return combine(patterns, values, (pattern, value) => pattern.split(`{${name}}`).join(value));
}

/** Equal texts become one; the heaviest are kept; weights sum to one. */
export function settle(variants: readonly Variant[]): Variant[] {
  const merged = new Map<string, Variant>();
  for (const variant of variants) {
    const text = variant.text.replace(/\s+/gu, ' ').trim();
    const earlier = merged.get(text);
    if (text === '' || !(variant.weight > 0)) continue;
    const weight = variant.weight + (earlier?.weight ?? 0);
    merged.set(text, { text, weight, complete: variant.complete || (earlier?.complete ?? false) });
  }
  const kept = [...merged.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_VARIANTS);
  const total = kept.reduce((sum, variant) => sum + variant.weight, 0);
  return kept.map((variant) => ({ ...variant, weight: variant.weight / total }));
}

export function spaced(left: string, right: string): string {
  return `${left} ${right}`;
}
