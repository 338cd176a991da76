import { offersWithCurve } from "../../shared/cheapest-by-load.ts";
import type { PricedOffer } from "../../shared/simulate.ts";
import { nameOf } from "../elements/offer-parts.ts";
import { sentenceOf } from "../elements/sentence.ts";
import type { Formatter } from "../format.ts";
import type { BreakEvenTexts } from "../messages/break-even-texts.ts";
import type { Texts } from "../messages/messages.ts";
import type { ShareTexts } from "../messages/share-texts.ts";
import { breakEvenPairs } from "../state/break-even-pairs.ts";
import { rankedOffers } from "../state/ranking.ts";
import type { Answer } from "../state/simulation.ts";

/** The answer, the ranking and the break-even points as Markdown, in the words of the page. */
export function markdownOf(
  answer: Answer,
  texts: Texts,
  format: Formatter,
  words: Pick<ShareTexts, "difference" | "machines" | "openHere"> & {
    readonly breakEven: BreakEvenTexts;
  },
  url: string,
): string {
  const { page } = texts;
  const sentence = sentenceOf(answer, texts, format)
    .map((part) => (typeof part === "string" ? escaped(part) : `**${escaped(part.figure)}**`))
    .join("");
  const points = breakEvenRows(answer, texts, format);
  return [
    sentence,
    table(
      [page.offer, page.costPerMonth, words.difference, words.machines],
      [false, true, true, true],
      rankingRows(answer, texts, format),
    ),
    ...(points.length === 0
      ? []
      : [
          `**${words.breakEven.title}**`,
          table(
            [
              words.breakEven.pairColumn,
              words.breakEven.requestsColumn,
              words.breakEven.rateColumn,
              words.breakEven.costColumn,
            ],
            [false, true, true, true],
            points,
          ),
        ]),
    `[${escaped(words.openHere)}](${url})`,
  ].join("\n\n");
}

function rankingRows(answer: Answer, texts: Texts, format: Formatter): string[][] {
  const offers = rankedOffers(answer);
  const least = offers[0]?.monthlyCost ?? 0;
  const rows = offers.map(({ offer, monthlyCost, capacity }: PricedOffer) => {
    const more = (monthlyCost ?? 0) - least;
    return [
      nameOf(offer, texts),
      format.money(monthlyCost ?? 0),
      more > 0 ? texts.page.costsMore(format.money(more)) : "",
      capacity === null ? "" : format.count(capacity.machines),
    ];
  });
  const missing = answer.unavailable.map(({ offer }) => [
    nameOf(offer, texts),
    texts.page.unavailable,
    "",
    "",
  ]);
  return [...rows, ...missing];
}

function breakEvenRows(answer: Answer, texts: Texts, format: Formatter): string[][] {
  const offers = offersWithCurve(answer.comparison);
  return breakEvenPairs(answer, offers).flatMap(({ functions, machine, points }) =>
    points.map(({ requestsPerMonth, monthlyCost }) => [
      `${nameOf(functions.offer, texts)} / ${nameOf(machine.offer, texts)}`,
      format.count(requestsPerMonth),
      format.rate(requestsPerMonth),
      format.money(monthlyCost),
    ]),
  );
}

function table(
  head: readonly string[],
  isNumber: readonly boolean[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `| ${isNumber.map((number) => (number ? "---:" : "---")).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Text that Markdown leaves as it is. */
function escaped(text: string): string {
  // An underscore within a word is one to Markdown, too.
  return text.replaceAll(/[\\`*[\]<>|]|(?<!\w)_|_(?!\w)/gu, String.raw`\$&`);
}
