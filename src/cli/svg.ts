/** The few marks that pictures are made of; text is escaped. */
export function line(
  x1: number,
  y1: number,
  { x2, y2, style }: { readonly x2: number; readonly y2: number; readonly style: string },
): string {
  return `<line class="${style}" x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"/>`;
}

export function text(x: number, y: number, said: string, anchor = 'start'): string {
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}">${escaped(said)}</text>`;
}

export function heading(x: number, y: number, said: string): string {
  return `<text class="heading" x="${short(x)}" y="${short(y)}">${escaped(said)}</text>`;
}

export function short(number: number): string {
  return String(Math.round(number * 10) / 10);
}

export function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
