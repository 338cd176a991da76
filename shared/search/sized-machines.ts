import type { RateCard } from "../catalog/card.ts";
import type { CardKey } from "../catalog/catalog.ts";
import { chargeFor } from "../engine/price.ts";
import { inTerms } from "../pricing-terms.ts";
import type { Candidates, MachineRow } from "./candidates.ts";
import { containerFleetsFor } from "./container-fleets.ts";
import type { CostAround } from "./cost-around.ts";
import { BELOW, type FleetNeed } from "./fleet-need.ts";
import { flexibleFleetsFor } from "./flexible-fleets.ts";
import { once } from "./once.ts";
import type { SearchQuestion } from "./question.ts";
import type { SizedFleet } from "./sized-fleets.ts";

/** Goes through machines whose size the buyer chooses: flexible shapes, and containers all month. */
export function sizedMachinesFor(
  question: SearchQuestion,
  need: FleetNeed,
  costAround: CostAround,
  found: Candidates,
): (key: CardKey, card: RateCard) => void {
  const { best } = found;
  const { terms } = question;
  const kinds = [flexibleFleetsFor(question, need), containerFleetsFor(question, need)];
  const fleetsOf = once((card: RateCard) =>
    kinds
      .flatMap((fleetsIn) => fleetsIn(card))
      .map((alike) => ({
        ...alike,
        prices: alike.prices.map((price) => inTerms(price, terms.includeFreeTier, terms)),
      })),
  );
  /** Of every size that can be among the cheapest, the last row. */
  const lastRows = new Map<SizedFleet, MachineRow>();

  return (key, card) => {
    for (const { service, prices, sizes, carrying } of fleetsOf(card)) {
      found.considered += sizes;
      const around = costAround(card, service);
      if (around === null) continue;
      found.carrying += carrying.length;
      for (const fleet of carrying) {
        const [first = 0, ...others] = prices.map(
          (price, place) => chargeFor(price, fleet.units[place] ?? 0) * BELOW,
        );
        let cost = around + first;
        // Those that follow use as much of it or more.
        if (cost > best.worst) {
          best.leaveOut(cost);
          break;
        }
        for (const other of others) cost += other;
        const last = lastRows.get(fleet) ?? null;
        const row = found.add(last, cost, key, service, fleet.name, "on_demand");
        if (row !== null) lastRows.set(fleet, row);
      }
    }
  };
}
