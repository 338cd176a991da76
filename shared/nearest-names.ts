const NAMED = 5;

/** The names that begin most like the one asked for: at most five, for an error that helps. */
export function nearestNames(names: readonly string[], wanted: string): string[] {
  const lower = wanted.toLowerCase();
  return names
    .map((name) => ({ name, likeness: likeness(name.toLowerCase(), lower) }))
    .sort((a, b) => b.likeness - a.likeness || a.name.length - b.name.length)
    .slice(0, NAMED)
    .map(({ name }) => name);
}

/** Length of the longest common beginning of the two, wherever the wanted name begins in the other. */
function likeness(name: string, wanted: string): number {
  const start = Math.max(0, name.indexOf(wanted.slice(0, 2)));
  let length = 0;
  while (length < wanted.length && name[start + length] === wanted[length]) length += 1;
  return length;
}
