/**
 * Labels of slots that one sentence names: a list that stands twice in a sentence fills slots of two names, of which the
 * second is written `time__2` (`{time:time__2}`); both are `time`.
 */
export function slotLabels(names: readonly string[]): string[] {
  const all = new Set(names);
  return names.map((name) => {
    const [, base = ''] = /^(.+)__(?:[2-9]|[1-9]\d+)$/.exec(name) ?? [];
    return base !== '' && all.has(base) ? base : name;
  });
}
