import { byCodeUnit } from '../model/model.js';
import { admits, freest, mixOf } from './algebra.js';
import { OUTPUTS, type OutputLicence } from './rules.js';

export interface LicensedSource {
  readonly name: string;
  /** As the source states it; '' where it states none. */
  readonly licence: string;
}

/** Rows that were made of the same sources. */
export interface RowGroup {
  readonly sources: readonly LicensedSource[];
  readonly rows: number;
}

/** A licence that a part of the rows could carry. */
export interface WayOut {
  readonly licence: OutputLicence;
  readonly rows: number;
  readonly leftOut: readonly LicensedSource[];
}

/** The fewest sources that no licence lets stand together: one, two, else all; none where some licence does. */
export function conflictOf(sources: readonly LicensedSource[]): readonly LicensedSource[] {
  const clash = (some: readonly LicensedSource[]) => mixOf(some.map(({ licence }) => licence)).yes.length === 0;
  if (sources.length === 0 || !clash(sources)) return [];
  const alone = sources.find((source) => clash([source]));
  if (alone) return [alone];
  for (const [index, first] of sources.entries()) {
    const second = sources.slice(index + 1).find((source) => clash([first, source]));
    if (second) return [first, second];
  }
  return sources;
}

/** What could be published instead, most rows first. Of licences that leave out the same sources, the freest. */
export function waysOut(groups: readonly RowGroup[]): WayOut[] {
  const all = distinctSources(groups.flatMap(({ sources }) => sources));
  const ways = new Map<string, WayOut>();
  for (const licence of OUTPUTS) {
    const fits = (source: LicensedSource) => admits(source.licence, licence) === 'yes';
    const rows = groups.reduce((sum, group) => sum + (group.sources.every(fits) ? group.rows : 0), 0);
    if (rows === 0) continue;
    const leftOut = all.filter((source) => !fits(source));
    const key = JSON.stringify(leftOut.map(({ name }) => name));
    const known = ways.get(key);
    const freer = freest(known ? [known.licence, licence] : [licence]) as OutputLicence;
    ways.set(key, { licence: freer, rows, leftOut });
  }
  return [...ways.values()].sort((a, b) => b.rows - a.rows || OUTPUTS.indexOf(a.licence) - OUTPUTS.indexOf(b.licence));
}

/** Each source once, by name. */
export function distinctSources(sources: readonly LicensedSource[]): LicensedSource[] {
  const byName = new Map(sources.map((source) => [source.name, source]));
  return [...byName.values()].sort((a, b) => byCodeUnit(a.name, b.name));
}
