import type { Rejection } from './source.js';

/** A labelled stretch of an utterance: half-open character offsets (UTF-16) into the text without brackets. */
export interface SlotSpan {
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

/** A labelled utterance. */
export interface Template {
  /** The id as its file has it. */
  readonly id: string;
  readonly scenario: string;
  readonly intent: string;
  readonly partition: string;
  readonly text: string;
  readonly spans: readonly SlotSpan[];
}

export interface TemplateRecord extends Template {
  readonly line: number;
}

export type TemplateItem = TemplateRecord | Rejection;

/** A template as the store holds it, with its source. */
export interface StoredTemplate extends Template {
  /** The name that rows carry: the id, or `<source>/<id>` where an earlier source has the same id. */
  readonly name: string;
  readonly source: number;
  readonly scheme: string;
}

/** Reads `wake me up at [time : nine am]`; returns undefined with no guess when brackets are not well-formed. */
export function parseAnnotated(annotated: string): { text: string; spans: SlotSpan[] } | undefined {
  const spans: SlotSpan[] = [];
  let text = '';
  let position = 0;
  while (position < annotated.length) {
    const open = annotated.indexOf('[', position);
    const plain = open < 0 ? annotated.slice(position) : annotated.slice(position, open);
    if (plain.includes(']')) return undefined;
    text += plain;
    if (open < 0) break;
    const close = annotated.indexOf(']', open);
    if (close < 0) return undefined;
    const inside = annotated.slice(open + 1, close);
    const colon = inside.indexOf(' : ');
    if (colon <= 0 || inside.includes('[')) return undefined;
    const value = inside.slice(colon + 3);
    if (value.trim() === '') return undefined;
    spans.push({ slot: inside.slice(0, colon).trim(), start: text.length, end: text.length + value.length });
    text += value;
    position = close + 1;
  }
  return { text, spans };
}

/** The inverse of parseAnnotated. */
export function annotate(text: string, spans: readonly SlotSpan[]): string {
  let out = '';
  let position = 0;
  for (const span of spans) {
    out += `${text.slice(position, span.start)}[${span.slot} : ${text.slice(span.start, span.end)}]`;
    position = span.end;
  }
  return out + text.slice(position);
}
