import type { RateCard } from "../../../shared/catalog/card.ts";
import { RecommendAnswer, RecommendRequest } from "../../../shared/schema/calculator-v1.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { machineAnswer, type MachineAnswer } from "./machine-answer.ts";
import { withMachineCards } from "./machine-cards.ts";
import { MB_PER_GB } from "../../../shared/units.ts";

interface Recommendation extends MachineAnswer {
  readonly instance_type: string;
  /** The machine's memory over the function's. */
  readonly memory_ratio: number;
}

/** Per provider, the machine types that have at least the function's memory, nearest first. */
export const recommend = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/recommend`,
  summary: "Machine types with at least a function's memory, nearest first",
  input: RecommendRequest,
  answer: RecommendAnswer,
  handle: (body, { catalog }) =>
    withMachineCards(catalog, body.region, undefined, (cards) => {
      const data = cards.map(({ service, card }) => [
        service,
        recommendations(card, body.lambda_memory_mb, body.exchange_rate).slice(0, body.limit),
      ]);
      return success(Object.fromEntries(data));
    }),
});

function recommendations(card: RateCard, memoryMb: number, exchangeRate: number): Recommendation[] {
  const fitting: Recommendation[] = [];
  for (const name of card.machineNames) {
    const machine = card.machine(name);
    if (machine === undefined || machine.memoryMb < memoryMb) continue;
    const answer = machineAnswer(machine, exchangeRate);
    if (answer === null) continue;
    const ratio = (answer.specs.memory_gb * MB_PER_GB) / memoryMb;
    fitting.push({ instance_type: name, memory_ratio: ratio, ...answer });
  }
  return fitting.sort(
    (a, b) =>
      a.memory_ratio - b.memory_ratio ||
      a.monthly_cost_usd - b.monthly_cost_usd ||
      (a.instance_type < b.instance_type ? -1 : 1),
  );
}
