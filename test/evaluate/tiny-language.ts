import type { LabelledUtterance } from '../../src/evaluate/evaluate.js';
import { parseAnnotated } from '../../src/model/model.js';

export function utterance(
  id: string,
  intent: string,
  annotated: string,
  more: Partial<LabelledUtterance> = {},
): LabelledUtterance {
  const parsed = parseAnnotated(annotated);
  if (parsed === undefined) throw new Error(annotated);
  return { id, intent, ...parsed, ...more };
}

const TIMES = ['saa moja', 'saa mbili', 'saa tatu', 'saa nne', 'kesho asubuhi'];
const NAMES = ['asha', 'juma', 'neema', 'baraka', 'zawadi wa moshi'];

/** Fifty rows with three intents and two slots, in which every word says what it is. */
export function tinyLanguage(): LabelledUtterance[] {
  return TIMES.flatMap((time, t) =>
    NAMES.flatMap((name, n) => [
      utterance(`wake-${t}-${n}`, 'alarm_set', `niamshe [time : ${time}] na [person : ${name}] tafadhali`),
      n % 2 === 0
        ? utterance(`call-${t}-${n}`, 'call', `pigia [person : ${name}] simu`)
        : utterance(`joke-${t}-${n}`, 'joke', `nichekeshe mara ${t} ${n}`),
    ]),
  );
}
