import { curveSegments } from "../../shared/engine/curve-segments.ts";
import type { LineItem } from "../../shared/engine/bill.ts";
import type { Provenance } from "../../shared/engine/price.ts";
import type { LoadRange } from "../../shared/engine/crossings.ts";
import { en } from "../../shared/messages/en.ts";
import type { Offer } from "../../shared/offer.ts";
import { offerLabel } from "../../shared/offer-label.ts";
import type { PricingTerms } from "../../shared/price-offer.ts";
import { CompareAnswer, CompareRequest, type OfferBody } from "../../shared/schema/compare.ts";
import {
  cardsFor,
  simulate,
  type Comparison,
  type FleetCapacity,
  type PricedOffer,
  type SimulationInput,
  type Turn,
  type Verdict,
} from "../../shared/simulate.ts";
import { toRequestsPerSecond, toWholeNanoseconds } from "../../shared/units.ts";
import { capacityDemandOf, type Workload } from "../../shared/workload.ts";
import { success } from "../http/respond.ts";
import { defineRoute } from "../http/route.ts";

/** Any offers against each other: bills, curves, break-even points, regimes. */
export const compare = defineRoute({
  method: "POST",
  path: "/api/v1/compare",
  summary: "Bills, cost curves, break-even points and regimes of any offers",
  input: CompareRequest,
  answer: CompareAnswer,
  handle: (body, { catalog }) => {
    const input: SimulationInput = {
      workload: toWorkload(body.workload),
      offers: body.offers.map(toOffer),
      range: body.range,
      terms: toTerms(body),
    };
    return catalog.with(
      (opened) => cardsFor(input.offers, opened),
      (opened) => success(toAnswer(input, simulate(input, opened))),
    );
  },
});

function toAnswer(input: SimulationInput, comparison: Comparison): CompareAnswer {
  const { workload, range, terms } = input;
  const demand = capacityDemandOf(workload);
  return {
    currency: comparison.currency,
    offers: comparison.offers.map((offer) => toOfferAnswer(offer, range)),
    break_even_points: comparison.breakEvenPoints.map((point) => ({
      between: [...point.between],
      executions_per_month: point.requestsPerMonth,
      executions_per_second: toRequestsPerSecond(point.requestsPerMonth),
      monthly_cost: point.monthlyCost,
      kind: point.kind,
      cheaper_below: point.cheaperBelow,
      cheaper_above: point.cheaperAbove,
    })),
    alternations: comparison.alternations.map(({ between, from, to }) => ({
      between: [...between],
      from,
      to,
    })),
    regimes: comparison.regimes.map(({ from, to, cheapest, alternating }) => ({
      from,
      to,
      cheapest,
      alternating,
    })),
    verdict: toVerdictAnswer(comparison.verdict),
    assumptions: {
      peak_to_average: workload.peakToAverage,
      cpu_ms: demand.cpuMs,
      memory_per_request_mb: demand.memoryPerRequestMb,
      target_utilisation: demand.targetUtilisation,
      memory_reserve_mb: demand.memoryReserveMb,
      exchange_rate: terms.exchangeRate,
    },
    prices_as_of: comparison.pricesAsOf,
  };
}

function toWorkload(body: CompareRequest["workload"]): Workload {
  return {
    requestsPerMonth: body.monthly_executions,
    durationMs: toWholeNanoseconds(body.execution_time_ms),
    memoryMb: body.memory_mb,
    egressPerRequestKb: body.egress_per_request_kb,
    internetTransferRatio: body.internet_transfer_ratio,
    peakToAverage: body.peak_to_average,
    cpuMs: body.cpu_ms ?? null,
    memoryPerRequestMb: body.memory_per_request_mb ?? null,
    targetUtilisation: body.target_utilisation,
    memoryReserveMb: body.memory_reserve_mb,
  };
}

function toOffer(body: OfferBody): Offer {
  const id = body.id === undefined ? {} : { id: body.id };
  if (body.kind === "function") {
    return {
      ...id,
      kind: "function",
      service: body.provider,
      region: body.region,
      architecture: body.architecture,
      ephemeralStorageMb: body.ephemeral_storage_mb,
      cpuCount: body.cpu_count,
    };
  }
  return {
    ...id,
    kind: "machine",
    service: body.provider,
    region: body.region,
    instanceType: body.instance_type,
    purchase: body.purchase,
    sizing:
      body.sizing === "fixed"
        ? { kind: "fixed", machines: body.machines }
        : { kind: "peak", minimumMachines: body.minimum_machines },
  };
}

function toTerms(body: CompareRequest): PricingTerms {
  return {
    includeFreeTier: body.include_free_tier,
    includeEgressFreeTier: body.include_egress_free_tier,
    customEgressRates: body.custom_egress_rates ?? {},
    currency: body.currency,
    exchangeRate: body.exchange_rate,
  };
}

function toOfferAnswer(priced: PricedOffer, range: LoadRange): CompareAnswer["offers"][number] {
  return {
    id: priced.id,
    kind: priced.offer.kind,
    provider: priced.offer.service,
    region: priced.region,
    label: offerLabel(priced.offer, en),
    monthly_cost: priced.monthlyCost,
    line_items: priced.lineItems.map(toLineItemAnswer),
    capacity: priced.capacity && toCapacityAnswer(priced.capacity),
    curve: priced.curve === null ? [] : curveSegments(priced.curve, range),
  };
}

function toLineItemAnswer(line: LineItem): CompareAnswer["offers"][number]["line_items"][number] {
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
    source: line.provenance && toSourceAnswer(line.provenance),
  };
}

function toSourceAnswer({ source, url, date, confidence, note }: Provenance) {
  return { title: source, url, date, confidence, ...(note === undefined ? {} : { note }) };
}

function toCapacityAnswer(capacity: FleetCapacity): CompareAnswer["offers"][number]["capacity"] {
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

function toVerdictAnswer(verdict: Verdict): CompareAnswer["verdict"] {
  return {
    cheapest: verdict.cheapest,
    monthly_cost: verdict.monthlyCost,
    carries_load: verdict.carriesLoad,
    runner_up: verdict.runnerUp,
    savings: verdict.savings,
    next_break_even_below: toTurnAnswer(verdict.nextBelow),
    next_break_even_above: toTurnAnswer(verdict.nextAbove),
  };
}

function toTurnAnswer(turn: Turn | null): CompareAnswer["verdict"]["next_break_even_below"] {
  return (
    turn && {
      executions_per_month: turn.requestsPerMonth,
      executions_per_second: toRequestsPerSecond(turn.requestsPerMonth),
      cheapest: turn.cheapest,
    }
  );
}
