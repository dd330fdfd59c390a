import type { Store } from '../store/store.js';

export function keyOfPair({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}\t${to}`;
}

/**
 * Takes out a source, with those that came from the same file in the same way; returns their names, by languages, for
 * what takes their place.
 */
export function takeOut(store: Store, name: string): ReadonlyMap<string, string> {
  const sources = store.sources();
  const old = sources.find((source) => source.name === name);
  const kin = sources.filter(
    ({ sha256, kind, said }) => old && sha256 === old.sha256 && kind === old.kind && said === old.said,
  );
  for (const source of kin) store.removeSource(source.name);
  return new Map(kin.map((source) => [keyOfPair(source), source.name]));
}
