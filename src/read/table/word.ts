import { NEEDS, needsOf } from '../lexicon/tidy.js';

/** Table forms are data to be learnt from: composed and trimmed, nothing else. */
export function tableWord(field: string | undefined): string {
  if (field === undefined) return '';
  const needs = needsOf(field);
  const composed = needs & NEEDS.composition ? field.normalize('NFC') : field;
  return needs & NEEDS.blanks ? composed.replace(/\s+/g, ' ').trim() : composed;
}

/** Why lemma and form make no cell, or ''. */
export function faultOfCell(lemma: string, form: string): string {
  if (lemma === '' || form === '') return 'lemma or form is missing';
  return /^[-–—]+$/.test(form) ? 'the form is a dash: the table says that there is none' : '';
}
