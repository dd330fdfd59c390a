import { scaleBand, scaleLinear, scaleLog } from 'd3-scale';
import { line as pathThrough } from 'd3-shape';
import { type Evaluation, type Figures, figuresOf, type LabelScore } from './evaluation-result.js';
import { escaped, heading, line, short, text } from './svg.js';
import { count } from './text.js';

/** Sizes in pixels. */
const WIDTH = 960;
const MARGIN = 44;
const PANEL = { width: 250, height: 200, gap: 56, top: 84 } as const;
const BAR = { step: 20, padding: 0.15, left: 190, top: 350 } as const;

/** By how many gold spans a slot has: the rest of a scheme's slots hardly count. */
const MOST_SLOTS = 15;

/** Colours that differ for the colour-blind too (Okabe and Ito 2008), in a pair of shades for light and dark paper. */
const STYLE = `
svg { color: #1c2024; background: #ffffff; font: 12px system-ui, sans-serif }
text { fill: currentColor } .axis { stroke: currentColor; opacity: .35 } .grid { stroke: currentColor; opacity: .12 }
.own, .human, .published, .floor { fill: currentColor; stroke: currentColor } .heading { font-weight: 600 }
.own { color: #0072b2 } .human { color: #009e73 } .published { color: #d55e00 } .floor { color: #7a7f85 }
.line { fill: none; stroke-width: 2 } .level { stroke-dasharray: 5 4; stroke-width: 1.5 } rect { stroke: none }
@media (prefers-color-scheme: dark) {
  svg { color: #e6e8ea; background: #15181b }
  .own { color: #56b4e9 } .human { color: #2fcb9c } .published { color: #f08c4a } .floor { color: #9aa0a6 }
}`;

interface Point {
  readonly size: number;
  readonly score: number;
}

interface Series {
  readonly name: string;
  readonly style: string;
  readonly points: readonly (Figures & { readonly size: number })[];
}

interface Level {
  readonly name: string;
  readonly style: string;
  readonly figures: Figures;
}

/** Learning curves with what they are held against, and F1 by slot: an SVG that reads on light and dark paper. */
export function plotEvaluation(evaluation: Evaluation): string {
  const slots = [...evaluation.bySlot].sort((a, b) => b.support - a.support).slice(0, MOST_SLOTS);
  const height = BAR.top + 24 + slots.length * BAR.step + 16;
  const [series, levels] = [seriesOf(evaluation), levelsOf(evaluation)];
  const panels = (['intent', 'slots', 'exact'] as const).map((key, i) => panel(key, i, { series, levels }));
  const title = `Trained on ${count(evaluation.train.rows)} rows, tested on ${count(evaluation.test.rows)}`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}\n</style>`,
    legend(series, levels),
    ...panels,
    bars(slots),
    '</svg>',
  ].join('\n')}\n`;
}

function seriesOf({ train, curve, human, ...scores }: Evaluation): Series[] {
  const own = curve?.rows ?? [{ size: train.rows, ...figuresOf(scores) }];
  const all = [
    { name: 'these rows', style: 'own', points: own },
    { name: 'human rows', style: 'human', points: human?.curve ?? [] },
  ];
  return all.filter(({ points }) => points.length > 0);
}

function levelsOf({ baselines, human }: Evaluation): Level[] {
  const ceiling = human?.curve.at(-1);
  return [
    ...(ceiling ? [{ name: 'ceiling: all human rows', style: 'human', figures: ceiling }] : []),
    ...(baselines ? [{ name: 'published baseline', style: 'published', figures: baselines.published.mean }] : []),
    ...(baselines ? [{ name: 'floor: source language', style: 'floor', figures: figuresOf(baselines.floor) }] : []),
  ];
}

function legend(series: readonly Series[], levels: readonly Level[]): string {
  const entries = [
    ...series.map(({ name, style }) => ({ name, style: `${style} line` })),
    ...levels.map(({ name, style }) => ({ name, style: `${style} level` })),
  ];
  const place = (i: number) => MARGIN + i * 178;
  return entries
    .map(
      ({ name, style }, i) =>
        `${line(place(i), 24, { x2: place(i) + 22, y2: 24, style })}${text(place(i) + 28, 28, name)}`,
    )
    .join('\n');
}

const TITLES = { intent: 'Intent accuracy, %', slots: 'Slot F1, %', exact: 'Exact match, %' };

interface Drawn {
  readonly series: readonly Series[];
  readonly levels: readonly Level[];
}

function panel(key: keyof Figures, index: number, { series, levels }: Drawn): string {
  const left = MARGIN + index * (PANEL.width + PANEL.gap);
  const right = left + PANEL.width;
  const bottom = PANEL.top + PANEL.height;
  const sizes = series.flatMap(({ points }) => points.map(({ size }) => size));
  const x = scaleLog([Math.min(100, ...sizes), Math.max(1000, ...sizes)], [left, right]);
  const y = scaleLinear([0, 1], [bottom, PANEL.top]);
  const grid = y
    .ticks(5)
    .map(
      (score) =>
        line(left, y(score), { x2: right, y2: y(score), style: score === 0 ? 'axis' : 'grid' }) +
        text(left - 6, y(score) + 4, String(Math.round(100 * score)), 'end'),
    );
  const ticks = x
    .ticks()
    .filter((size) => Number.isInteger(Math.log10(size)))
    .map((size) => text(x(size), bottom + 16, count(size), 'middle'));
  return [
    heading(left, PANEL.top - 12, TITLES[key]),
    ...grid,
    ...ticks,
    text(right, bottom + 32, 'training rows', 'end'),
    ...levels.map(({ style, figures }) =>
      line(left, y(figures[key]), { x2: right, y2: y(figures[key]), style: `${style} level` }),
    ),
    ...series.map(({ style, points }) =>
      curve(
        points.map((point) => ({ size: point.size, score: point[key] })),
        { x, y, style },
      ),
    ),
  ].join('\n');
}

interface Scale {
  readonly x: (size: number) => number;
  readonly y: (score: number) => number;
  readonly style: string;
}

function curve(points: readonly Point[], { x, y, style }: Scale): string {
  const path = pathThrough<Point>(
    ({ size }) => x(size),
    ({ score }) => y(score),
  ).digits(1);
  const dots = points.map(({ size, score }) => {
    const said = `${count(size)} rows: ${(100 * score).toFixed(1)} %`;
    return `<circle class="${style}" cx="${short(x(size))}" cy="${short(y(score))}" r="3"><title>${said}</title></circle>`;
  });
  return `<path class="${style} line" d="${path(points) ?? ''}"/>${dots.join('')}`;
}

function bars(slots: readonly LabelScore[]): string {
  const x = scaleLinear([0, 1], [BAR.left, WIDTH - 100]);
  const y = scaleBand(
    slots.map(({ label }) => label),
    [BAR.top + 20, BAR.top + 20 + slots.length * BAR.step],
  ).padding(BAR.padding);
  const rows = slots.map(({ label, f1, support }) => {
    const top = y(label) ?? 0;
    const middle = top + y.bandwidth() - 3;
    return [
      text(BAR.left - 8, middle, label, 'end'),
      `<rect class="own" x="${BAR.left}" y="${short(top)}" width="${short(x(f1) - BAR.left)}" height="${short(y.bandwidth())}"/>`,
      text(x(f1) + 8, middle, `${(100 * f1).toFixed(1)}  (${count(support)})`),
    ].join('');
  });
  return [heading(MARGIN, BAR.top, 'F1 by slot, % (gold spans)'), ...rows].join('\n');
}
