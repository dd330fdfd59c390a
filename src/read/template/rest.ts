import type { Remarks } from '../remarks.js';
import { MOST_SENTENCES, type Sentences } from './expand.js';

/** Tells of a template that says more than is taken of it. */
export function tellRest(remarks: Remarks, line: number, { count, taken }: Sentences): void {
  if (count > taken.length) {
    remarks.add(
      line,
      `lines that say more than ${MOST_SENTENCES} sentences: ${MOST_SENTENCES} of each were taken, spread evenly`,
    );
  }
}
