/** What is not seen, or not printed. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\uffff]/g;

/**
 * A string as JSON with everything escaped that is not to stand as it is: that is also a scalar of YAML 1.1 and 1.2,
 * which no reader takes for a number, a date or `false`.
 */
export function quoted(text: string, escaped = UNSEEN): string {
  return JSON.stringify(text).replace(
    escaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Names of files for names that come from data: letters and digits of ASCII, each name its own. */
export class FileNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const safe = name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80) || '-';
    let candidate = safe;
    // Some file systems do not tell capitals from small letters.
    for (let i = 2; this.#taken.has(candidate.toLowerCase()); i++) candidate = `${safe}-${i}`;
    this.#taken.add(candidate.toLowerCase());
    this.#names.set(name, candidate);
    return candidate;
  }
}
