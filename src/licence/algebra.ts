import { byCodeUnit } from '../model/model.js';
import { canonicalLicence } from './names.js';
import {
  LIKE,
  type LicenceRule,
  type Obligation,
  OUTPUTS,
  type OutputLicence,
  RULES,
  UNREAD,
  UNSTATED,
} from './rules.js';

export type Verdict = 'yes' | 'open' | 'no';

/** What a whole may carry that was adapted from several sources. */
export interface Mix {
  readonly yes: readonly OutputLicence[];
  readonly open: readonly OutputLicence[];
  readonly owed: readonly Obligation[];
}

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
for (const [id, like, why] of LIKE) BY_ID.set(id, { ...(BY_ID.get(like) as LicenceRule), id, why });

/** The rule for one licence; one that is not known, or not stated, allows nothing. */
export function ruleOf(licence: string): LicenceRule {
  const id = canonicalLicence(licence);
  return id === '' ? UNSTATED : (BY_ID.get(id) ?? UNREAD);
}

const MARKS = ['.', '?', 'y'] as const;
const VERDICTS: readonly Verdict[] = ['no', 'open', 'yes'];

/** Whether a whole with this licence may hold a source with that one. `A OR B` is the better of both, `A AND B` the worse. */
export function admits(licence: string, output: OutputLicence): Verdict {
  const place = OUTPUTS.indexOf(output);
  const rank = (id: string) => MARKS.indexOf(ruleOf(id).may[place] as '.');
  const choices = expression(licence).map((parts) => Math.min(...parts.map(rank)));
  return VERDICTS[Math.max(...choices)] as Verdict;
}

export function mixOf(licences: readonly string[]): Mix {
  const worst = (output: OutputLicence) =>
    Math.min(...licences.map((each) => VERDICTS.indexOf(admits(each, output))), 2);
  const owed = licences.flatMap((licence) => expression(licence).flat()).flatMap((id) => ruleOf(id).owed);
  return {
    yes: OUTPUTS.filter((output) => worst(output) === 2),
    open: OUTPUTS.filter((output) => worst(output) === 1),
    owed: [...new Set(owed)].sort(byCodeUnit),
  };
}

/** From what leaves most to those who receive it; of two versions that are as free, the one that leaves the choice. */
const PREFERENCE: readonly OutputLicence[] = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-SA-3.0',
  'ODbL-1.0',
  'GPL-2.0-or-later',
  'GPL-3.0-or-later',
  'GPL-3.0-only',
  'GPL-2.0-only',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
];

/** The freest of some outputs; undefined where there is none. */
export function freest(outputs: readonly OutputLicence[]): OutputLicence | undefined {
  return PREFERENCE.find((output) => outputs.includes(output));
}

/** Alternatives, each a list of what holds at once; brackets are left to a person, as a licence that is not known. */
function expression(licence: string): string[][] {
  return licence.split(/\s+OR\s+/).map((choice) => choice.split(/\s+AND\s+/));
}
