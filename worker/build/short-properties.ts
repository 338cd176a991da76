import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WORKER = fileURLToPath(new URL("..", import.meta.url));

/**
 * Properties of one word that stand in no question, no answer and no file. Nor may one be listed or written
 * out as it is (`Object.keys`, `JSON.stringify`): that the build does not see.
 */
const SINGLE_WORDS = [
  "allowance",
  "around",
  "asked",
  "bought",
  "buffered",
  "candidates",
  "charge",
  "charges",
  "cheaper",
  "comparison",
  "curves",
  "decided",
  "demand",
  "divided",
  "effort",
  "figure",
  "fleet",
  "fleets",
  "found",
  "jumps",
  "likeness",
  "limits",
  "listed",
  "monthly",
  "offsets",
  "orders",
  "packed",
  "pairs",
  "pieces",
  "priced",
  "pricing",
  "provenance",
  "question",
  "rise",
  "slot",
  "slots",
  "stairs",
  "starts",
  "streamed",
  "stretches",
  "terms",
  "today",
  "usage",
  "uses",
  "wanted",
  "worst",
];

const CAMEL_CASE = /\b[a-z]+[A-Z]\w*/gu;

/**
 * Properties that have short names in the worker's script: those in camelCase, which no question, no answer
 * and no file of the catalog has, and some words more. What the platforms have keeps its name, and what is
 * asked for by its name in a text. Throws when a text has one of the words.
 */
export function propertiesToShorten(code: string): readonly string[] {
  const texts = new Set(code.match(/(?<=(["'`]))\w+(?=\\?\1)/gu));
  const word = SINGLE_WORDS.find((name) => texts.has(name));
  if (word !== undefined) {
    throw new Error(`${word} is a text of the bundle, and must keep its name`);
  }
  const kept = namesOfPlatforms();
  return [
    ...SINGLE_WORDS,
    ...camelCaseIn([code]).filter((name) => !texts.has(name) && !kept.has(name)),
  ];
}

/** Names of JavaScript and of the web, as TypeScript declares them, and what stands in Cloudflare's own files. */
function namesOfPlatforms(): ReadonlySet<string> {
  const typescript = createRequire(
    createRequire(import.meta.url).resolve("typescript/package.json"),
  );
  const compiler = typescript.resolve(
    `@typescript/typescript-${process.platform}-${process.arch}/package.json`,
  );
  const files = [
    ...filesIn(join(dirname(compiler), "lib"), /^lib\..*\.d\.ts$/u),
    ...filesIn(WORKER, /^cloudflare\.ts$/u),
    ...filesIn(join(WORKER, "cloudflare"), /\.ts$/u),
  ];
  return new Set(camelCaseIn(files.map((file) => readFileSync(file, "utf8"))));
}

function filesIn(folder: string, named: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => named.test(name))
    .map((name) => join(folder, name));
}

function camelCaseIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(CAMEL_CASE) ?? []))];
}
