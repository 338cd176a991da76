/**
 * Up to so many are put in their places one by one: at the most it takes a sixth of a sort's time, which asks a
 * function for every two. Beyond, it would grow with their square.
 */
const FEW = 40;

/** Sorts by load, in place; what is at the same load stays in its order. */
export function inOrderOfLoad<Item extends { readonly at: number }>(items: Item[]): Item[] {
  if (items.length > FEW) return items.sort((a, b) => a.at - b.at);
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
  return items;
}
