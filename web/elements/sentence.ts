import type { PricedOffer } from "../../shared/simulate.ts";
import type { Formatter } from "../format.ts";
import type { SentencePart } from "../messages/en.ts";
import type { Texts } from "../messages/messages.ts";
import type { Answer } from "../state/simulation.ts";
import { nameOf } from "./offer-parts.ts";

/** The answer in one sentence, its figures marked. */
export function sentenceOf(
  { verdict, inputs }: Answer,
  texts: Texts,
  format: Formatter,
): readonly SentencePart[] {
  const { page } = texts;
  const { functions, machine, cheaper, upTo, limit } = verdict;
  const requests = format.count(inputs.requestsPerMonth);
  const nameAndCost = ({ id, offer, monthlyCost }: PricedOffer) =>
    [nameOf(offer, texts), { figure: format.money(monthlyCost ?? 0), bill: id }] as const;
  if (functions === null && machine === null) return [page.nothing];
  if (machine === null || functions === null || cheaper === null) {
    if (functions !== null) {
      const [functionName, functionCost] = nameAndCost(functions);
      return page.onlyFunctions({ requests, functionName, functionCost });
    }
    if (machine === null) return [page.nothing];
    const [machineName, machineCost] = nameAndCost(machine);
    return page.onlyMachines({ requests, machineName, machineCost });
  }
  const [functionName, functionCost] = nameAndCost(functions);
  const [machineName, machineCost] = nameAndCost(machine);
  return page.both({
    requests,
    functionName,
    functionCost,
    machineName,
    machineCost,
    cheaper,
    upTo: upTo === null ? null : format.count(Math.floor(upTo)),
    limit,
  });
}
