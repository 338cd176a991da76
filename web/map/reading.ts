import type { Offer } from "../../shared/offer.ts";
import { nameOf } from "../elements/offer-parts.ts";
import type { Formatter } from "../format.ts";
import type { OfferTexts } from "../messages/offer-texts.ts";
import type { Answer } from "../state/simulation.ts";
import { hereOf, type MapPlace } from "./place.ts";
import type { MapTexts } from "./texts.ts";
import { timeText } from "./time-text.ts";

/** A place of the map, and what the offers that carry its load cost there. */
export interface Reading {
  readonly place: MapPlace;
  readonly costs: readonly { readonly offer: Offer; readonly cost: number }[];
}

/** What there is to read at the workload's own place: the bills of the answer. */
export function readingHere(answer: Answer): Reading {
  const place = hereOf(answer);
  const costs = answer.offers.flatMap(({ offer, monthlyCost: cost, capacity }) =>
    cost === null || capacity?.carriesLoad === false ? [] : [{ offer, cost }],
  );
  return { place, costs };
}

/** What is read at a place, in one sentence: who is cheapest there and by how much. */
export function readingText(
  { place, costs }: Reading,
  words: { readonly map: MapTexts; readonly texts: OfferTexts; readonly format: Formatter },
): string {
  const { map, texts, format } = words;
  const [first, second] = costs.toSorted((a, b) => a.cost - b.cost);
  const at = map.at(
    format.count(place.requestsPerMonth),
    timeText(place.durationMs, texts.page, format),
  );
  if (first === undefined) return `${at}${map.join}${map.none}`;
  const cheapest = map.cheapest(nameOf(first.offer, texts), format.money(first.cost));
  if (second === undefined) return `${at}${map.join}${cheapest}`;
  const more = format.money(second.cost - first.cost);
  const name = nameOf(second.offer, texts);
  const next =
    more === format.money(0) ? map.same(name) : map.next(name, format.money(second.cost), more);
  return `${at}${map.join}${cheapest}${map.and}${next}`;
}
