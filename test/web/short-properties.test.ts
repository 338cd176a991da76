import { readdirSync, readFileSync } from "node:fs";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { customElementsManifest } from "../../tools/custom-elements.ts";
import { SHORT_PROPERTIES, withShortProperties } from "../../web/build/short-properties.ts";
import { DEFAULT_INPUTS } from "../../web/state/default-inputs.ts";
import { answeredSimulation, readStarterCards } from "./_simulation.ts";

const CARDS = new URL("../../shared/rate-cards/", import.meta.url);

const short = (code: string) => withShortProperties(code, parseAst);

/** All names of properties in a value, and the texts that are names somewhere else. */
function namesIn(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value === "string") names.add(value);
  if (typeof value !== "object" || value === null) return names;
  for (const [name, part] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(name);
    namesIn(part, names);
  }
  return names;
}

function shortOf(names: ReadonlySet<string>): string[] {
  return SHORT_PROPERTIES.filter((name) => names.has(name));
}

describe("properties with short names", () => {
  test("have them wherever they are named as properties", () => {
    const code =
      "class X{card(){}}const x=({card,walk:y,terms=1})=>x.card?.(card).rise(y,{card,terms})";
    const [card, walk, terms, rise] = ["card", "walk", "terms", "rise"].map((name) =>
      short(`x.${name}`).slice("x.".length),
    );
    expect(short(code)).toBe(
      `class X{${card}(){}}const x=({${card}:card,${walk}:y,${terms}:terms=1})=>` +
        `x.${card}?.(card).${rise}(y,{${card}:card,${terms}:terms})`,
    );
  });

  test("are no other names, nor those of computed properties", () => {
    const code = "let card=1;x[card].y(card);x.cards";
    expect(short(code)).toBe(code);
  });

  test.each(['a["card"]', "a[`walk`]", "html`<b .terms=${a}></b>`", "html`<b @rise=${a}></b>`"])(
    "are not asked for by a text: %s",
    (code) => {
      expect(() => short(code)).toThrow("asked for by its name");
    },
  );

  test("have names that nothing else has", () => {
    expect(() => short("x.a")).toThrow("is a name already");
    const names = SHORT_PROPERTIES.map((name) => short(`x.${name}`));
    expect(new Set(names).size).toBe(names.length);
  });

  test("are none of a comparison, which pages of others read", async () => {
    const { answer } = await answeredSimulation();
    const names = namesIn(answer.comparison);
    expect([...names]).toEqual(expect.arrayContaining(["cheapest", "pieces", "lineItems"]));
    expect(shortOf(names)).toEqual([]);
  });

  test("are none of an element, and no input", () => {
    const names = namesIn(customElementsManifest());
    expect([...names]).toEqual(expect.arrayContaining(["memoryMb", "cost-change"]));
    expect(shortOf(names)).toEqual([]);
    expect(shortOf(namesIn(DEFAULT_INPUTS))).toEqual([]);
  });

  test("are in no file that scripts read", async () => {
    const files = readdirSync(CARDS, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => JSON.parse(readFileSync(new URL(path, CARDS), "utf8")) as unknown);
    expect(files.length).toBeGreaterThan(50);
    expect(shortOf(namesIn([...files, await readStarterCards()]))).toEqual([]);
  });
});
