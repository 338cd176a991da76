/**
 * Up to so many are put in their places one by one. Beyond, where it would grow with their square, halves are
 * merged: a sort, which asks a function for every two, takes three times as long.
 */
const FEW = 20;

/** Sorts by load, in place; what is at the same load stays in its order. */
export function inOrderOfLoad<Item extends { readonly at: number }>(items: Item[]): Item[] {
  if (items.length > FEW) mergeHalves(items);
  else insertEach(items);
  return items;
}

function mergeHalves(items: { readonly at: number }[]): void {
  const middle = Math.floor(items.length / 2);
  const low = inOrderOfLoad(items.slice(0, middle));
  const high = inOrderOfLoad(items.slice(middle));
  let taken = 0;
  for (let index = 0; index < items.length; index += 1) {
    const first = low[taken];
    const second = high[index - taken];
    if (first !== undefined && (second === undefined || first.at <= second.at)) {
      items[index] = first;
      taken += 1;
    } else if (second !== undefined) items[index] = second;
  }
}

function insertEach(items: { readonly at: number }[]): void {
  for (let index = 1; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    let place = index;
    for (; place > 0; place -= 1) {
      const before = items[place - 1];
      if (before === undefined || before.at <= item.at) break;
      items[place] = before;
    }
    items[place] = item;
  }
}
