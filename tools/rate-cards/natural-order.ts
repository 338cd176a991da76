/** Compares names so that the numbers in them count as numbers: `n2-standard-4` before `n2-standard-16`. */
export function compareNaturally(a: string, b: string): number {
  const partsOfA = parts(a);
  const partsOfB = parts(b);
  for (let i = 0; i < Math.min(partsOfA.length, partsOfB.length); i += 1) {
    const order = comparePart(partsOfA[i] ?? "", partsOfB[i] ?? "");
    if (order !== 0) return order;
  }
  return partsOfA.length - partsOfB.length;
}

function parts(name: string): string[] {
  return name.match(/\d+|\D+/gu) ?? [];
}

function comparePart(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference)) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
