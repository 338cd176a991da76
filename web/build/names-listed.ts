/** The names before and after `as`, of each thing that a script imports or exports. */
export function namesListed(list = ""): [before: string, after: string][] {
  const things = list.split(",").filter((thing) => thing !== "");
  return things.map((thing) => {
    const [before = "", after = before] = thing.trim().split(" as ");
    return [before, after];
  });
}
