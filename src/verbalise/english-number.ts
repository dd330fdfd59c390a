/** English number words, read off a list of tokens. */

const SMALL = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .split(/\s+/u)
    .map((word, value): [string, number] => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i): [string, number] => [word, 10 * (i + 2)]),
);
const ORDINALS = new Map([
  ...`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
      sixteenth seventeenth eighteenth nineteenth twentieth`
    .split(/\s+/u)
    .map((word, i): [string, number] => [word, i + 1]),
  ['thirtieth', 30],
  // Frequent misspellings.
  ['twelveth', 12],
  ['twelth', 12],
]);

/** A number, and the index of the first token after it. */
export interface Reading {
  readonly value: number;
  readonly next: number;
}

function digits(token: string | undefined): number | undefined {
  return token !== undefined && /^\d{1,4}$/u.test(token) ? Number(token) : undefined;
}

/** 0 to 99: `seven`, `forty`, `forty five`. */
export function readSmall(tokens: readonly string[], at: number): Reading | undefined {
  const token = tokens[at] ?? '';
  const plain = SMALL.get(token) ?? digits(token);
  if (plain !== undefined) return { value: plain, next: at + 1 };
  const tens = TENS.get(token);
  if (tens === undefined) return undefined;
  const units = SMALL.get(tokens[at + 1] ?? '');
  return units !== undefined && units > 0 && units < 10
    ? { value: tens + units, next: at + 2 }
    : { value: tens, next: at + 1 };
}

/** Any number up to the thousands: `two thousand and seventeen`, `five hundred and thirty`. */
export function readCardinal(tokens: readonly string[], at: number): Reading | undefined {
  const first = readSmall(tokens, at);
  if (!first) return undefined;
  if (tokens[first.next] !== 'thousand') return readBelowThousand(tokens, at);
  const value = first.value * 1000;
  const next = first.next + 1;
  const rest = readBelowThousand(tokens, tokens[next] === 'and' ? next + 1 : next);
  return rest ? { value: value + rest.value, next: rest.next } : { value, next };
}

function readBelowThousand(tokens: readonly string[], at: number): Reading | undefined {
  const first = readSmall(tokens, at);
  if (!first || tokens[first.next] !== 'hundred') return first;
  const hundreds = first.value * 100;
  const next = first.next + 1;
  const rest = readSmall(tokens, tokens[next] === 'and' ? next + 1 : next);
  return rest && rest.value > 0 ? { value: hundreds + rest.value, next: rest.next } : { value: hundreds, next };
}

/** 1st to 31st: `third`, `twenty first`, `31st`. */
export function readOrdinal(tokens: readonly string[], at: number): Reading | undefined {
  const token = tokens[at] ?? '';
  const written = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(token);
  if (written) return { value: Number(written[1]), next: at + 1 };
  const plain = ORDINALS.get(token);
  if (plain !== undefined) return { value: plain, next: at + 1 };
  const tens = TENS.get(token);
  const units = ORDINALS.get(tokens[at + 1] ?? '');
  return tens !== undefined && units !== undefined && units < 10 ? { value: tens + units, next: at + 2 } : undefined;
}

/** 1000 to 2100: `two thousand and seventeen`, `nineteen seventy two`, `twenty seventeen`, `2017`. */
export function readYear(tokens: readonly string[], at: number): Reading | undefined {
  const whole = readCardinal(tokens, at);
  if (whole && whole.value >= 1000 && whole.value <= 2100 && tokens[at + 1] !== 'hundred') {
    // `two thousand and seventeenth` is said of years too.
    const last = whole.value === 2000 && tokens[whole.next] === 'and' ? readOrdinal(tokens, whole.next + 1) : undefined;
    return last ? { value: 2000 + last.value, next: last.next } : whole;
  }
  const century = readSmall(tokens, at);
  if (!century || (century.value !== 19 && century.value !== 20)) return undefined;
  const rest = readSmall(tokens, century.next);
  return rest && rest.value >= 10 && rest.value < 100
    ? { value: century.value * 100 + rest.value, next: rest.next }
    : undefined;
}
