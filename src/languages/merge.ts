import type { Order, Profile, ProfileOrigin, ResolvedProfile } from '../model/model.js';

type Origin = ProfileOrigin[string];

/**
 * One profile out of three, line by line: what the file says wins, then what the inflection table shows, then what
 * typology knows. The lines of `order` are taken one by one, since typology and file often know different ones.
 */
export function mergeProfiles(
  file: Profile | undefined,
  table: Profile | undefined,
  typology: Profile | undefined,
): ResolvedProfile {
  const merged = new Map<string, unknown>();
  const order = new Map<string, unknown>();
  const origin = new Map<string, Origin>();
  const layers: [Origin, Profile | undefined][] = [
    ['file', file],
    ['table', table],
    ['typology', typology],
  ];
  const take = (into: Map<string, unknown>, [key, value]: [string, unknown], path: string, from: Origin) => {
    if (value === undefined || into.has(key)) return;
    into.set(key, value);
    origin.set(path, from);
  };
  for (const [from, profile] of layers) {
    for (const line of Object.entries(profile ?? {})) {
      if (line[0] === 'language') continue;
      if (line[0] !== 'order') take(merged, line, line[0], from);
      else for (const part of Object.entries(line[1] as Order)) take(order, part, `order.${part[0]}`, from);
    }
  }
  if (order.size > 0) merged.set('order', Object.fromEntries(order));
  const language = file?.language || table?.language || typology?.language || '';
  return { profile: { language, ...Object.fromEntries(merged) }, origin: Object.fromEntries(origin) };
}
