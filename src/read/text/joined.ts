import { openInput } from '../input.js';
import { moses } from './moses.js';
import { isVerseIndex, verses } from './verses.js';

/** What a file is that is read together with this one: verses with their index, or one language of a pair. */
export async function joinedFormat(file: string): Promise<string> {
  return isVerseIndex((await openInput(file)).head) ? verses.id : moses.id;
}
