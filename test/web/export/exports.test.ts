import { describe, expect, test } from "vitest";
import { en } from "../../../shared/messages/en.ts";
import { curlCommand } from "../../../web/export/api-call.ts";
import { billsCsv } from "../../../web/export/bills-csv.ts";
import { comparisonJson } from "../../../web/export/comparison-json.ts";
import { embedSnippet } from "../../../web/export/embed-snippet.ts";
import { markdownOf } from "../../../web/export/markdown.ts";
import { requestBody } from "../../../web/export/request-body.ts";
import { formatterFor, type Language } from "../../../web/format.ts";
import { breakEvenTexts } from "../../../web/messages/break-even-texts.ts";
import { loadTexts, textsIn } from "../../../web/messages/messages.ts";
import { shareTexts } from "../../../web/messages/share-texts.ts";
import { DEFAULT_INPUTS } from "../../../web/state/default-inputs.ts";
import { fromFragment } from "../../../web/state/link/link.ts";
import { answeredSimulation } from "../_simulation.ts";

const HOME = new URL("https://example.org/costs/");

/** Fields of a row whose text has no commas and quotes of its own. */
function cells(row: string): string[] {
  return row.split(",");
}

describe("the CSV of every bill", () => {
  test("has a row for every line, whose amounts add up to the offer's cost", async () => {
    const { answer } = await answeredSimulation();
    const [header = "", ...rows] = billsCsv(answer, en).split("\n");
    const lines = answer.comparison.offers.flatMap(({ lineItems }) => lineItems);
    expect(rows.length).toBe(lines.length + answer.unavailable.length);
    const columns = cells(header);
    const at = (row: string, column: string) => cells(row)[columns.indexOf(column)] ?? "";
    for (const { offer, monthlyCost } of answer.comparison.offers) {
      if (offer.kind !== "machine") continue;
      const own = rows.filter((row) => at(row, "offer").endsWith(offer.instanceType));
      const sum = own.reduce((total, row) => total + Number(at(row, "amount")), 0);
      expect(sum).toBe(monthlyCost);
      expect(Number(at(own[0] ?? "", "monthly_cost"))).toBe(monthlyCost);
    }
  });

  test("writes small prices in plain decimals, and names sources", async () => {
    const { answer } = await answeredSimulation({ includeFreeTier: false });
    const text = billsCsv(answer, en);
    expect(text).toContain("2628000 x 0.0000002");
    expect(text).not.toMatch(/\de-\d/u);
    expect(text).toContain("https://");
  });

  test("keeps the sign of a negative amount and neutralises what would run as a formula", async () => {
    const { answer } = await answeredSimulation();
    const [priced] = answer.comparison.offers;
    if (priced === undefined) throw new Error("nothing is priced");
    const [line] = priced.lineItems;
    if (line === undefined || line.provenance === null) throw new Error("no line has a source");
    const credit = {
      ...line,
      amount: -12.5,
      provenance: { ...line.provenance, source: '=HYPERLINK("http://evil")', url: "@evil" },
    };
    const offers = [{ ...priced, lineItems: [credit] }];
    const text = billsCsv({ ...answer, comparison: { ...answer.comparison, offers } }, en);
    expect(text).toContain(",-12.5,USD,");
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")",'@evil,`);
  });

  test("names what cannot be bought, and why", async () => {
    const { answer } = await answeredSimulation({ memoryMb: 20_000 });
    expect(billsCsv(answer, en)).toMatch(
      /^AWS Lambda arm64,function,aws_lambda,[^\n]*over_service_limit/mu,
    );
  });
});

describe("JSON", () => {
  test("holds the question and the answer as the API has them, unavailable offers too", async () => {
    const { simulation, answer } = await answeredSimulation({ memoryMb: 20_000 });
    const { request, answer: given } = JSON.parse(
      comparisonJson(answer, simulation.cards, "2026-11-01", en),
    ) as {
      request: object;
      answer: { offers: { label: string; unavailable: { code: string } | null }[] };
    };
    expect(request).toEqual(requestBody(answer.inputs, answer.requestsViewed));
    expect(given.offers.map(({ label }) => label)).toContain("AWS Lambda arm64");
    expect(given.offers[0]?.unavailable?.code).toBe("over_service_limit");
  });
});

describe("the API call", () => {
  test("is one command for a shell, whatever the names", () => {
    expect(curlCommand(HOME, { region: "it's" })).toBe(
      [
        "curl -s https://example.org/costs/api/v1/compare \\",
        "  -H 'content-type: application/json' \\",
        "  -d '{",
        String.raw`  "region": "it'\''s"`,
        "}'",
      ].join("\n"),
    );
  });
});

describe("the embed snippet", () => {
  test("has attributes where they say everything", () => {
    expect(embedSnippet(HOME, { ...DEFAULT_INPUTS, memoryMb: 1024 }, "ja")).toBe(
      [
        '<script type="module" src="https://example.org/costs/embed/cost-simulator.js"></script>',
        "<cost-simulator",
        '  lang="ja"',
        '  currency="USD"',
        '  region="ap-northeast-1"',
        '  memory-mb="1024"',
        '  execution-time-ms="120"',
        '  monthly-executions="2628000"',
        "></cost-simulator>",
      ].join("\n"),
    );
  });

  test("has the state of a link where there is more, which brings it all back", () => {
    const inputs = {
      ...DEFAULT_INPUTS,
      memoryMb: 1024,
      sizing: "fixed",
      peakToAverage: 5,
    } as const;
    const snippet = embedSnippet(HOME, inputs, "en");
    const [, state = ""] = /state="([^"]*)"/u.exec(snippet) ?? [];
    expect(fromFragment(state.replaceAll("&amp;", "&"))).toEqual(inputs);
    expect(snippet).not.toContain("memory-mb");
  });
});

const load = (language: Language) =>
  Promise.all([loadTexts(language), shareTexts.load(language), breakEvenTexts.load(language)]);
const wordsIn = (language: Language) => ({
  ...shareTexts.in(language),
  breakEven: breakEvenTexts.in(language),
});

describe.each(["en", "ja"] as const)("Markdown in %s", (language) => {
  test("is the ranking and the break-even points in the words of the page", async () => {
    await load(language);
    const { answer } = await answeredSimulation();
    const format = formatterFor(language, "USD");
    const text = markdownOf(
      answer,
      textsIn(language),
      format,
      wordsIn(language),
      "https://example.org/#v=1",
    );
    const tables = text.split("\n\n").filter((part) => part.startsWith("| "));
    expect(tables.length).toBe(2);
    const [ranking = "", points = ""] = tables;
    expect(ranking.split("\n").length).toBe(2 + answer.comparison.offers.length);
    expect(points.split("\n").length).toBeGreaterThan(3);
    for (const row of text.split("\n").filter((line) => line.startsWith("|"))) {
      expect(row.split(" | ").length).toBe(4);
    }
    expect(ranking).toContain(format.money(answer.verdict.functions?.monthlyCost ?? Number.NaN));
    expect(ranking).toContain("AWS Lambda x86_64");
  });

  test("leaves nothing that Markdown would read", async () => {
    await load(language);
    const { answer } = await answeredSimulation({
      machines: [{ service: "aws_ec2", instanceType: "a|b*c_", purchase: "on_demand" }],
    });
    const words = wordsIn(language);
    const text = markdownOf(answer, textsIn(language), formatterFor(language, "USD"), words, "#");
    expect(text).toContain(String.raw`a\|b\*c\_`);
  });
});
