import { describe, expect, test } from "vitest";
import { en as domainEn } from "../../shared/messages/en.ts";
import { ja as domainJa } from "../../shared/messages/ja.ts";
import { en } from "../../web/messages/en.ts";
import { texts as flipsEn } from "../../web/messages/flips-en.ts";
import { texts as flipsJa } from "../../web/messages/flips-ja.ts";
import { texts as formEn } from "../../web/messages/form-en.ts";
import { texts as formJa } from "../../web/messages/form-ja.ts";
import { texts as importEn } from "../../web/messages/import-en.ts";
import { texts as importJa } from "../../web/messages/import-ja.ts";
import { ja } from "../../web/messages/ja.ts";
import { meters as metersEn } from "../../web/messages/meters-en.ts";
import { meters as metersJa } from "../../web/messages/meters-ja.ts";
import { languageOf } from "../../web/messages/language-of.ts";
import { texts as billEn } from "../../web/messages/bill-en.ts";
import { texts as billJa } from "../../web/messages/bill-ja.ts";
import { texts as assumptionsEn } from "../../web/messages/assumptions-en.ts";
import { texts as assumptionsJa } from "../../web/messages/assumptions-ja.ts";
import { texts as scenariosEn } from "../../web/messages/scenarios-en.ts";
import { texts as scenariosJa } from "../../web/messages/scenarios-ja.ts";
import { texts as shareEn } from "../../web/messages/share-en.ts";
import { texts as shareJa } from "../../web/messages/share-ja.ts";
import { texts as breakEvenEn } from "../../web/messages/break-even-en.ts";
import { texts as breakEvenJa } from "../../web/messages/break-even-ja.ts";
import { texts as chartEn } from "../../web/chart/texts-en.ts";
import { texts as chartJa } from "../../web/chart/texts-ja.ts";
import { texts as mapEn } from "../../web/map/texts-en.ts";
import { texts as mapJa } from "../../web/map/texts-ja.ts";
import { texts as barsEn } from "../../web/bars/texts-en.ts";
import { texts as barsJa } from "../../web/bars/texts-ja.ts";
import { texts as projectionEn } from "../../web/projection/texts-en.ts";
import { texts as projectionJa } from "../../web/projection/texts-ja.ts";
import { texts as verificationEn } from "../../web/verify/texts-en.ts";
import { texts as verificationJa } from "../../web/verify/texts-ja.ts";

/** Names and symbols that are the same in both languages. */
const SAME_IN_BOTH =
  /^(?:units\.(?:mb|kb|gb|vcpu|usd)|priceUnits\.(?:GB|GiB|MiB)$|sizes\.|tier$|providers\.|services\.|ocpu_hours|api_gateway|groups\.lambda|examples\.webhook|json$|markdown$)/u;

describe.each([
  ["the page", en, ja],
  ["what changes the answer", flipsEn, flipsJa],
  ["the form", formEn, formJa],
  ["what is imported", importEn, importJa],
  ["the domain", domainEn, domainJa],
  ["meters", metersEn, metersJa],
  ["assumptions", assumptionsEn, assumptionsJa],
  ["scenarios", scenariosEn, scenariosJa],
  ["“Share & export”", shareEn, shareJa],
  ["the chart", chartEn, chartJa],
  ["the decision map", mapEn, mapJa],
  ["the bill bars", barsEn, barsJa],
  ["the projection", projectionEn, projectionJa],
  ["a bill", billEn, billJa],
  ["the break-even table", breakEvenEn, breakEvenJa],
  ["the verification page", verificationEn, verificationJa],
])("the texts of %s", (_name, english, japanese) => {
  const inEnglish = textsOf(english);
  const inJapanese = textsOf(japanese);

  test("have the same keys in both languages", () => {
    expect([...inJapanese.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  test("are not left untranslated", () => {
    const equal = [...inEnglish].filter(
      ([key, text]) => inJapanese.get(key) === text && !SAME_IN_BOTH.test(key),
    );
    expect(equal).toEqual([]);
  });

  test("are never empty", () => {
    const empty = [...inEnglish, ...inJapanese].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });
});

test("a language is known by its tag", () => {
  expect([languageOf("ja-JP"), languageOf("en-GB"), languageOf("fr")]).toEqual(["ja", "en", "en"]);
});

type Say = (...params: unknown[]) => unknown;

/** Every text by its path; of functions, what they say of stand-ins. */
function textsOf(texts: object, path = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const name = `${path}${key}`;
    if (typeof value === "string") all.set(name, value);
    else if (typeof value === "function") all.set(name, sayOf(value as Say));
    else for (const [inner, text] of textsOf(value as object, `${name}.`)) all.set(inner, text);
  }
  return all;
}

/** A stand-in for any parameter: text, list and facts at once. */
const ANY = Object.assign(["n"], {
  cheaper: "function",
  requests: "n",
  upTo: "n",
  limit: "turn",
});

function sayOf(text: Say): string {
  return JSON.stringify(text(...Array.from({ length: text.length }, () => ANY)));
}
