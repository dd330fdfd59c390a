import { CalqueError } from '../../model/model.js';
import type { Input } from '../reader.js';

/** The slot that a user names for values whose file knows no slots. */
export function saidSlot(input: Input, slot: string | undefined): string {
  if (slot !== undefined && slot !== '') return slot;
  throw new CalqueError('input', 'does not say which slot its values are for', {
    place: { file: input.file },
    suggestions: ['name it: --slot place_name'],
  });
}
