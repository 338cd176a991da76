import { DRIVER_DEFINITIONS } from "../drivers/driver.ts";
import type { DriverFlips, Flip } from "../drivers/flips.ts";
import { FIELDS } from "../fields.ts";
import type { CompareAnswer } from "../schema/answers/compare.ts";
import type { Comparison, SimulationInput, Turn, Verdict } from "../simulate.ts";
import type { Messages } from "../messages/messages.ts";
import { toRequestsPerSecond } from "../units.ts";
import { capacityDemandOf } from "../workload.ts";
import { toOfferAnswer } from "./offer-answer.ts";
import { pricesUsed } from "./prices-used.ts";

/** The answer of `/compare`; `today`, `YYYY-MM-DD`, tells which prices are old. */
export function toComparisonAnswer(
  { workload, range, terms }: SimulationInput,
  comparison: Comparison,
  flips: readonly DriverFlips[],
  today: string,
  words: Messages,
): CompareAnswer {
  const demand = capacityDemandOf(workload);
  return {
    currency: comparison.currency,
    offers: comparison.offers.map((offer) => toOfferAnswer(offer, range, today, words)),
    break_even_points: comparison.breakEvenPoints.map((point) => ({
      between: point.between,
      executions_per_month: point.requestsPerMonth,
      executions_per_second: toRequestsPerSecond(point.requestsPerMonth),
      monthly_cost: point.monthlyCost,
      kind: point.kind,
      cheaper_below: point.cheaperBelow,
      cheaper_above: point.cheaperAbove,
    })),
    alternations: comparison.alternations.map(({ between, from, to }) => ({ between, from, to })),
    regimes: comparison.regimes.map(({ from, to, cheapest, alternating }) => ({
      from,
      to,
      cheapest,
      alternating,
    })),
    verdict: {
      ...toVerdictAnswer(comparison.verdict),
      would_change: flips.map((flip) => toFlipAnswer(flip, comparison)),
    },
    assumptions: {
      peak_to_average: workload.peakToAverage,
      cpu_ms: demand.cpuMs,
      memory_per_request_mb: demand.memoryPerRequestMb,
      target_utilisation: demand.targetUtilisation,
      memory_reserve_mb: demand.memoryReserveMb,
      exchange_rate: terms.exchangeRate,
    },
    ...pricesUsed(
      comparison.offers.flatMap(({ lineItems }) => lineItems),
      today,
    ),
  };
}

type VerdictAnswer = CompareAnswer["verdict"];

function toFlipAnswer(
  { driver, value, below, above }: DriverFlips,
  { offers }: Comparison,
): VerdictAnswer["would_change"][number] {
  const toTurn = (flip: Flip | null) =>
    flip && { value: flip.value, cheapest: offers[flip.cheapest]?.id ?? "" };
  const { unit } = FIELDS[DRIVER_DEFINITIONS[driver].field];
  return { driver, unit, value, below: toTurn(below), above: toTurn(above) };
}

function toVerdictAnswer(verdict: Verdict): Omit<VerdictAnswer, "would_change"> {
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
