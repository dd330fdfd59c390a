import { decodeReferences } from './tidy.js';

/** A line of a formatted text, with what stands in it in italics or colour apart: part of speech and labels. */
export interface HtmlLine {
  readonly text: string;
  readonly labels: readonly string[];
}

const BLOCKS = /<\/?(?:br|hr|p|div|li|ol|ul|dl|dt|dd|tr|td|table|h\d|blockquote|def|dtrn)\b[^>]*>/gi;
const LABELS = /<(i|em|font|small|abbr|abr|gr)\b[^>]*>((?:(?!<\1\b)[\s\S])*?)<\/\1>/gi;
const IGNORED = /<(a|script|style|sup|ex|k|kref|co|tr|rref)\b[^>]*>(?:(?!<\1\b)[\s\S])*?<\/\1>/gi;
const LONGEST = 40_000;

/** The lines that a reader of HTML, Pango markup or XDXF sees; references, examples and transcriptions left out. */
export function linesOfHtml(html: string): HtmlLine[] {
  const bare = html
    .slice(0, LONGEST)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(IGNORED, ' ');
  return bare
    .replace(BLOCKS, '\n')
    .split('\n')
    .flatMap((line) => {
      const labels: string[] = [];
      const text = line.replace(LABELS, (_, _name, label: string) => {
        labels.push(plain(label));
        return ' ';
      });
      const said = { text: plain(text), labels: labels.filter((label) => label !== '') };
      return said.text === '' && said.labels.length === 0 ? [] : [said];
    });
}

function plain(text: string): string {
  return decodeReferences(text.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
