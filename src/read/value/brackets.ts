/** Why a value cannot stand in an utterance, '' where it can: rows mark slots with square brackets, as MASSIVE does. */
export function bracketFault(text: string): string {
  return /[[\]]/.test(text) ? 'holds a square bracket, which marks slots' : '';
}
