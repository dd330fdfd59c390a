import type { Carrier, Plan } from '../model/model.js';
import { GENERATOR_VERSION, keyOfNumber, keyOfText } from '../model/model.js';

/** What all rows of a language share: names only, so that no carrier's rows depend on the carriers around it. */
export function languageKey(plan: Pick<Plan, 'language'>, seed: number): number {
  return keyOfText(keyOfText(keyOfNumber(0, GENERATOR_VERSION), String(seed)), plan.language);
}

export function carrierKey(key: number, carrier: Pick<Carrier, 'template'>): number {
  return keyOfText(key, carrier.template);
}
