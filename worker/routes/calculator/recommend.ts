import type * as z from "zod/mini";
import type { RateCard } from "../../../shared/catalog/card.ts";
import type { Machine } from "../../../shared/catalog/machine.ts";
import { RecommendRequest } from "../../../shared/schema/calculator-v1.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { listedMachine, PricesListed, type ListedMachine } from "./listed-machine.ts";
import { machineAnswer } from "./machine-answer.ts";
import { withMachineCards } from "./machine-cards.ts";
import { MB_PER_GB } from "../../../shared/units.ts";

type RecommendBody = z.infer<typeof RecommendRequest>;

interface Recommendation extends ListedMachine {
  readonly instance_type: string;
  /** The machine's memory over the function's. */
  readonly memory_ratio: number;
}

/** Per provider, the machine types that have at least the function's memory, nearest first. */
export const recommend = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/recommend`,
  input: RecommendRequest,
  handle: (body, { catalog, today }) =>
    withMachineCards(catalog, body.region, body.provider, (cards) => {
      const prices = new PricesListed(today());
      const data = cards.map(({ service, card }) => [
        service,
        recommendations(card, body).map((fitting) => toAnswer(fitting, body, prices)),
      ]);
      return success(Object.fromEntries(data), prices.used());
    }),
});

interface Fitting {
  readonly machine: Machine;
  readonly monthlyUsd: number;
}

/** The machines that fit, nearest first. */
function recommendations(card: RateCard, body: RecommendBody): Fitting[] {
  const { lambda_memory_mb: memoryMb, architecture, exchange_rate: exchangeRate } = body;
  const fitting: Fitting[] = [];
  for (const name of card.machineNames.flatMap((shape) => sizesFor(card, shape, memoryMb))) {
    const machine = card.machine(name);
    if (machine === undefined || machine.memoryMb < memoryMb) continue;
    if (architecture !== undefined && machine.architecture !== architecture) continue;
    const monthlyUsd = machineAnswer(machine, exchangeRate)?.monthly_cost_usd;
    if (monthlyUsd !== undefined) fitting.push({ machine, monthlyUsd });
  }
  return fitting
    .sort(
      (a, b) =>
        a.machine.memoryMb - b.machine.memoryMb ||
        a.monthlyUsd - b.monthlyUsd ||
        (a.machine.name < b.machine.name ? -1 : 1),
    )
    .slice(0, body.limit);
}

/** A flexible shape in the least size that has the memory; other types are their own only size. */
function sizesFor(card: RateCard, shape: string, memoryMb: number): string[] {
  if (!card.flexibleShapes.includes(shape)) return [shape];
  return [`${shape}_1_${Math.ceil(memoryMb / MB_PER_GB)}`];
}

function toAnswer({ machine }: Fitting, body: RecommendBody, prices: PricesListed): Recommendation {
  const listed = listedMachine(machine, body.exchange_rate, prices);
  if (listed === null) throw new Error("a machine that was priced on demand is sold so");
  return {
    instance_type: machine.name,
    memory_ratio: machine.memoryMb / body.lambda_memory_mb,
    ...listed,
  };
}
