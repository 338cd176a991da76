import type { Plugin } from "vite";

/**
 * Properties that the scripts of an edition name among themselves alone. None is of a comparison, which
 * pages of others read, of an element, or in a file that is read, nor asked for by its name in a text: the
 * build makes sure of the last, tests of the others. The most used come first; a new one goes to
 * the end, so that two editions on a page have the same short names.
 */
export const SHORT_PROPERTIES = [
  "nextStep",
  "costAt",
  "stretches",
  "perRequest",
  "rise",
  "card",
  "decided",
  "written",
  "createRenderRoot",
  "isCompared",
  "startAt",
  "terms",
  "walkTo",
  "within",
  "answerInputs",
  "begin",
  "comparison",
  "hostConnected",
  "placeOf",
  "renderRoot",
  "resolveRegion",
  "scheduleUpdate",
  "addController",
  "compactCount",
  "elementStyles",
  "everyFleetGrowsAt",
  "fleet",
  "fromMachines",
  "hostUpdate",
  "isLevel",
  "needsWholeCards",
  "partMonth",
  "renderBefore",
  "shouldUpdate",
  "walk",
  "wholeCard",
  "alternatesTo",
  "alwaysCheaper",
  "answerTo",
  "carriesUpTo",
  "compareOffers",
  "endOf",
  "firstUpdated",
  "hostDisconnected",
  "hostUpdated",
  "includesInit",
  "largestRequestMb",
  "leaveOut",
  "loadFor",
  "loadWhole",
  "meterNames",
  "params",
  "partAt",
  "requestsViewed",
  "responseKb",
  "shadowRootOptions",
  "slopeIn",
  "slotOf",
  "stepMs",
  "willUpdate",
  "allowance",
  "alwaysEqual",
  "beyondCapacity",
  "billedTime",
  "comparesLater",
  "costColumn",
  "ephemeralStorageWithSnapStartMb",
  "flexibleShape",
  "flexibleShapes",
  "hasArchitectures",
  "jumpsAt",
  "leastMs",
  "machineNames",
  "moreCrossings",
  "neverCross",
  "notTogether",
  "nothingToCross",
  "pairColumn",
  "purchases",
  "rateColumn",
  "requestsColumn",
  "serviceNames",
  "sharesAllowance",
  "soldAtMost",
  "streamed",
  "takeStep",
  "firstPath",
  "secondPath",
] as const;

/** Letters that no property has for its name. */
const LETTERS = "acefilqvwzABDEFGHJKLMNPQRSUVWXYZ";

/** `a`, …, `Z`, `a1`, … */
function shortName(index: number): string {
  const [letter, more] = [index % LETTERS.length, Math.floor(index / LETTERS.length)];
  return `${LETTERS[letter] ?? ""}${more === 0 ? "" : more}`;
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  SHORT_PROPERTIES.map((name, index) => [name, shortName(index)]),
);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
}

interface Place {
  readonly name: Node;
  readonly isShorthand: boolean;
}

/** Gives properties short names in all scripts. */
export function shortProperties(): Plugin {
  return {
    name: "short-properties",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        chunk.code = withShortProperties(chunk.code, (code) => this.parse(code));
      }
    },
  };
}

/** A script with short names for its properties; `parse` reads it. */
export function withShortProperties(code: string, parse: (code: string) => unknown): string {
  for (const name of SHORT_PROPERTIES) {
    if (new RegExp(`["'\`.?@]${name}(?:["'\`]|=[$"])`, "u").test(code)) {
      throw new Error(`"${name}" is asked for by its name, and must keep it`);
    }
  }
  const places = placesIn(parse(code));
  const taken = new Set(SHORT_NAMES.values());
  const other = places.find(({ name }) => taken.has(name.name ?? ""));
  if (other !== undefined) throw new Error(`${other.name.name ?? ""} is a name already`);
  return shortened(code, places);
}

function shortened(code: string, places: readonly Place[]): string {
  let text = "";
  let done = 0;
  for (const { name, isShorthand } of places.toSorted((a, b) => a.name.start - b.name.start)) {
    const short = SHORT_NAMES.get(name.name ?? "");
    // The key of a shorthand stands for its value, too, and is found twice.
    if (short === undefined || name.start < done) continue;
    text += code.slice(done, name.start) + short + (isShorthand ? `:${name.name}` : "");
    done = name.end;
  }
  return text + code.slice(done);
}

/** Where properties are named. */
function placesIn(tree: unknown): Place[] {
  if (Array.isArray(tree)) return tree.flatMap(placesIn);
  if (typeof tree !== "object" || tree === null) return [];
  const node = tree as Node & { readonly key?: Node; readonly property?: Node };
  const own: Place[] = [];
  if (node.computed !== true) {
    const name = node.type === "MemberExpression" ? node.property : node.key;
    if (name?.type === "Identifier") own.push({ name, isShorthand: node.shorthand === true });
  }
  return [...own, ...Object.values(node).flatMap(placesIn)];
}
