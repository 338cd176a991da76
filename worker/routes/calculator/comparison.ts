import { crossings } from "../../../shared/engine/crossings.ts";
import { buildCurve, costAt } from "../../../shared/engine/curve.ts";
import { ComparisonAnswer, ComparisonRequest } from "../../../shared/schema/calculator-v1.ts";
import { toRequestsPerSecond } from "../../../shared/units.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH, pricesAsOf } from "./calculator.ts";
import { pricedComparison } from "./comparison-input.ts";

/** AWS Lambda against machines over a range of executions, in US dollars. */
export const comparison = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/comparison`,
  summary: "AWS Lambda against machines over a range of executions",
  input: ComparisonRequest,
  answer: ComparisonAnswer,
  handle: async (body, { cards }) => {
    const { execution_range: range, lambda_config: config } = body;
    const priced = await pricedComparison(
      { ...body, lambda_config: { ...config, monthly_executions: range.max } },
      cards,
    );
    const lambdaCurve = buildCurve(priced.lambda.charges, null);
    const machines = priced.machines.map(({ config: vm, pricing }) => ({
      key: `${vm.provider}_${vm.instance_type}`,
      vm,
      curve: buildCurve(pricing.charges, pricing.fleet),
    }));
    return success({
      comparison_data: evenlySpaced(range).map((load) => ({
        executions_per_month: load,
        lambda_cost_usd: costAt(lambdaCurve, load),
        vm_costs: Object.fromEntries(machines.map(({ key, curve }) => [key, costAt(curve, load)])),
      })),
      break_even_points: machines.flatMap(({ vm, curve }) =>
        crossings(lambdaCurve, curve, range).points.map(({ requestsPerMonth }) => ({
          vm_provider: vm.provider,
          vm_instance: vm.instance_type,
          executions_per_month: requestsPerMonth,
          executions_per_second: toRequestsPerSecond(requestsPerMonth),
        })),
      ),
      lambda_configuration: { ...config, region: priced.lambdaRegion },
      vm_configurations: priced.machines.map(({ config: vm, region }) => ({ ...vm, region })),
      prices_as_of: pricesAsOf(priced.charges),
    });
  },
});

/** `steps` loads from `min` to `max`, both included, cut to whole numbers. */
function evenlySpaced({ min, max, steps }: ComparisonRequest["execution_range"]): number[] {
  return Array.from({ length: steps }, (_, index) =>
    Math.floor(min + ((max - min) * index) / (steps - 1)),
  );
}
