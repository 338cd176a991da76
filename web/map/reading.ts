import { costsOnMap } from "../../shared/decision-map.ts";
import { nameOf } from "../elements/offer-parts.ts";
import type { Formatter } from "../format.ts";
import type { OfferTexts } from "../messages/offer-texts.ts";
import type { Answer, Simulation } from "../state/simulation.ts";
import type { MapPlace } from "./plane.ts";
import type { MapTexts } from "./texts.ts";
import { timeText } from "./time-text.ts";

/** What the map says of a place, in one sentence: who is cheapest there and by how much. */
export function readingAt(
  place: MapPlace,
  { question }: Answer,
  { cards }: Simulation,
  words: { readonly map: MapTexts; readonly texts: OfferTexts; readonly format: Formatter },
): string {
  const { map, texts, format } = words;
  const { offers } = question;
  const costs = costsOnMap(question, offers, place, cards);
  const ranked = offers
    .flatMap((offer, index) => {
      const cost = costs[index] ?? null;
      return cost === null ? [] : [{ offer, cost }];
    })
    .sort((a, b) => a.cost - b.cost);
  const at = map.at(
    format.count(place.requestsPerMonth),
    timeText(place.durationMs, texts.page, format),
  );
  const [first, second] = ranked;
  if (first === undefined) return `${at}${map.join}${map.none}`;
  const cheapest = map.cheapest(nameOf(first.offer, texts), format.money(first.cost));
  if (second === undefined) return `${at}${map.join}${cheapest}`;
  const more = format.money(second.cost - first.cost);
  const name = nameOf(second.offer, texts);
  const next =
    more === format.money(0) ? map.same(name) : map.next(name, format.money(second.cost), more);
  return `${at}${map.join}${cheapest}${map.and}${next}`;
}
