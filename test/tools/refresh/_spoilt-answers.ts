/** What can be wrong in an answer that comes whole and says that all is well. */
export const SPOILS = ["truncated", "wrong types", "price of 0", "missing region"] as const;
export type Spoil = (typeof SPOILS)[number];

/** A price as the sources write it: by its key, or as an attribute; in quotation marks or not. */
const PRICE = /("(?:retailPrice|value|USD|nanos|Monthly)":\s*|\brate=)(["']?)([\d.]+)\2/gu;
const WRONG = ["{}", "null", '"many"', "[1]", "true"];

/** An answer with a fault; its place is drawn. An answer without such a place is as it was. */
export function spoilt(text: string | null, spoil: Spoil, random: () => number): string | null {
  if (text === null) return null;
  if (spoil === "truncated") return text.slice(0, Math.floor(text.length * random()));
  if (spoil === "missing region") return withoutRegion(text, random);
  const prices = [...text.matchAll(PRICE)];
  const price = prices[Math.floor(random() * prices.length)];
  if (price === undefined) return text;
  const [whole, key = "", quote = ""] = price;
  const wrong = WRONG[Math.floor(random() * WRONG.length)] ?? "{}";
  // An attribute is a text, whatever it says.
  const spoiltPrice = key.startsWith("rate") ? `'${wrong.replaceAll(/\W/gu, "x")}'` : wrong;
  const found = spoil === "price of 0" ? `${quote}0${quote}` : spoiltPrice;
  const end = price.index + whole.length;
  return text.slice(0, price.index) + key + found + text.slice(end);
}

/** The answer as if a region, or what it sells, were not there: `null` for a list of one region. */
function withoutRegion(text: string, random: () => number): string | null {
  if (!text.startsWith("{")) return text;
  const answer = JSON.parse(text) as Record<string, unknown>;
  if (isObject(answer["regions"])) {
    const names = Object.keys(answer["regions"]);
    delete answer["regions"][names[Math.floor(random() * names.length)] ?? ""];
  } else if ("Items" in answer) {
    answer["Items"] = [];
    answer["NextPageLink"] = null;
  } else if (Array.isArray(answer["skus"])) {
    answer["skus"] = answer["skus"].map((sku: object) => ({ ...sku, serviceRegions: [] }));
  } else return null;
  return JSON.stringify(answer);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
