/**
 * Makes sure that no two draws of a carrier's options say the same: as codes do, a row of choices must be uniquely
 * decodable. After Sardinas and Patterson (1953), restricted to choices that are made in a fixed order.
 */

/** A choice seen as words: holes are words of their own that equal no text. */
export interface Worded {
  readonly key: readonly string[];
}

interface Ahead {
  readonly at: number;
  /** What one reading has said more than the other. */
  readonly surplus: string;
}

/** The first stretch [start, end) of choices that two different draws can read the same, or undefined. */
export function ambiguousStretch(choices: readonly (readonly Worded[])[]): { start: number; end: number } | undefined {
  const texts = choices.map((options) => options.map(({ key }) => key.map((word) => `${word} `).join('')));
  for (let start = 0; start < texts.length; start++) {
    const end = firstMeeting(start, texts);
    if (end !== undefined) return { start, end };
  }
  return undefined;
}

function firstMeeting(start: number, texts: readonly (readonly string[])[]): number | undefined {
  const seen = new Set<string>();
  const open: Ahead[] = differences(texts[start] as readonly string[], texts[start] as readonly string[], start + 1);
  for (let ahead = open.pop(); ahead !== undefined; ahead = open.pop()) {
    const behind = texts[ahead.at];
    if (behind === undefined) continue;
    const { at, surplus } = ahead;
    const longer = behind.map((text) => surplus + text);
    if (longer.some((text) => behind.includes(text))) return at + 1;
    for (const next of differences(longer, behind, at + 1)) {
      const state = `${next.at}\t${next.surplus}`;
      if (!seen.has(state)) open.push(next);
      seen.add(state);
    }
  }
  return undefined;
}

/** Pairs of one text of each side where one begins with the other and goes on. */
function differences(left: readonly string[], right: readonly string[], at: number): Ahead[] {
  return [...beginnings(left, right, at), ...(left === right ? [] : beginnings(right, left, at))];
}

/** Texts of `long` that begin with a whole text of `short`. */
function beginnings(long: readonly string[], short: readonly string[], at: number): Ahead[] {
  const known = new Set(short);
  const found: Ahead[] = [];
  for (const text of long) {
    for (let cut = -1; ; ) {
      const head = text.slice(0, cut + 1);
      if (head.length < text.length && known.has(head)) found.push({ at, surplus: text.slice(head.length) });
      cut = text.indexOf(' ', cut + 1);
      if (cut < 0) break;
    }
  }
  return found;
}
