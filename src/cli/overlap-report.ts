import { type LabelledUtterance, type Overlap, overlapOf } from '../evaluate/evaluate.js';
import type { Utterances } from './utterances.js';

/** How far the test rows are known from training, and how that is to be taken. */
export interface OverlapReport extends Omit<Overlap, 'ids'> {
  /** Test rows that bear the id of a training row, or of the template of one, and its intent. */
  readonly sameTemplate: number;
  /** Both files are parts of MASSIVE's own split: its overlap is in every figure ever published on it. */
  readonly ownSplit: boolean;
}

export function reportOverlap(train: Utterances, test: Utterances): OverlapReport {
  const { ids: _, ...overlap } = overlapOf(train.rows, test.rows);
  return { ...overlap, sameTemplate: sameTemplates(train.rows, test.rows), ownSplit: isOwnSplit(train, test) };
}

function isOwnSplit(train: Utterances, test: Utterances): boolean {
  const own = ({ files, rows }: Utterances) =>
    files.every(({ format }) => format === 'massive') && rows.every(({ template }) => template === undefined);
  const parted = [...train.partitions].every((name) => name !== '' && !test.partitions.has(name));
  return own(train) && own(test) && parted;
}

/** Less than this share of rows with one id and one intent is what files have that count from 1. */
const CHANCE = 0.5;

/** Ids of different data sets may agree by chance; their intents then do not. */
function sameTemplates(train: readonly LabelledUtterance[], test: readonly LabelledUtterance[]): number {
  const intents = new Map(train.map(({ id, template, intent }) => [template ?? id, intent]));
  const shared = test.filter(({ id, template }) => intents.has(template ?? id));
  const same = shared.filter(({ id, template, intent }) => intents.get(template ?? id) === intent).length;
  return same > shared.length * CHANCE ? same : 0;
}

/** What there is to say of it, one line each; the first is loud unless the overlap is MASSIVE's own. */
export function overlapText(overlap: OverlapReport): { readonly warning: boolean; readonly text: string } {
  const { testRows, slotRows, exact, sameCarrier, sameTemplate, ownSplit } = overlap;
  const found = exact + sameCarrier + sameTemplate > 0;
  if (!found) return { warning: false, text: 'No test row is also a training row, with or without its slot values.' };
  const parts = [
    `${share(exact, testRows)} of the test rows stand word for word in the training rows`,
    `${share(sameCarrier, slotRows)} of those with slots differ from one in slot values alone`,
    ...(sameTemplate > 0 ? [`${share(sameTemplate, testRows)} are what training rows were made from`] : []),
  ].join('; ');
  if (ownSplit && sameTemplate === 0) {
    return { warning: false, text: `${parts}. So it is with MASSIVE's own split, for all who use it.` };
  }
  return { warning: true, text: `Overlap: ${parts}. Such rows test memory, not learning.` };
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} % (${part})`;
}
