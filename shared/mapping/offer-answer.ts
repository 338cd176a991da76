import type { LineItem } from "../engine/bill.ts";
import type { LoadRange } from "../engine/load-range.ts";
import { curveSegments } from "../engine/curve-segments.ts";
import type { Messages } from "../messages/messages.ts";
import { offerLabel } from "../offer-label.ts";
import { priceFlags } from "../price-flags.ts";
import type { CompareAnswer } from "../schema/answers/compare.ts";
import type { FleetCapacity, PricedOffer } from "../simulate.ts";
import { problemOf, toFieldName } from "./field-names.ts";
import { toSource } from "./prices-used.ts";

type OfferAnswer = CompareAnswer["offers"][number];

/** An offer with its bill, capacity and curve; `today`, `YYYY-MM-DD`, tells which prices are old. */
export function toOfferAnswer(
  priced: PricedOffer,
  range: LoadRange,
  today: string,
  words: Messages,
): OfferAnswer {
  const { unavailable } = priced;
  return {
    id: priced.id,
    kind: priced.offer.kind,
    provider: priced.offer.service,
    region: priced.region,
    label: offerLabel(priced.offer, words),
    monthly_cost: priced.monthlyCost,
    line_items: priced.lineItems.map((line) => toLineItemAnswer(line, today)),
    capacity: priced.capacity && toCapacityAnswer(priced.capacity),
    unavailable: unavailable && {
      code: unavailable.code,
      field: unavailable.path.map(toFieldName).join("."),
      message: problemOf(unavailable, words),
    },
    curve: priced.curve === null ? [] : curveSegments(priced.curve, range),
  };
}

/** A line of a bill, with what is to be said of its price. */
export function toLineItemAnswer(line: LineItem, today: string): OfferAnswer["line_items"][number] {
  return {
    meter: line.meter,
    quantity: line.quantity,
    unit: line.unit,
    free: line.free,
    billable: line.billable,
    tiers: line.tiers.map(({ from, upTo, quantity, unitPrice, amount }) => ({
      from,
      up_to: upTo === Infinity ? null : upTo,
      quantity,
      unit_price: unitPrice,
      amount,
    })),
    amount: line.amount,
    source: line.provenance && toSource(line.provenance),
    flags: priceFlags(line.provenance, today),
  };
}

function toCapacityAnswer(capacity: FleetCapacity): OfferAnswer["capacity"] {
  return {
    requests_per_second: capacity.requestsPerSecond,
    cpu_requests_per_second: capacity.cpuRequestsPerSecond,
    memory_requests_per_second: capacity.memoryRequestsPerSecond,
    binding_resource: capacity.bindingResource,
    executions_per_machine: capacity.requestsPerMachine,
    machines: capacity.machines,
    carries_load: capacity.carriesLoad,
  };
}
