import { crossings } from "../../../shared/engine/crossings.ts";
import { costAt, type CostCurve } from "../../../shared/engine/curve.ts";
import { buildCurve } from "../../../shared/engine/build-curve.ts";
import { ComparisonRequest } from "../../../shared/schema/calculator-v1.ts";
import { toRequestsPerSecond } from "../../../shared/units.ts";
import { pricesUsed } from "../../../shared/mapping/prices-used.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { withComparison, type PricedComparison } from "./comparison-input.ts";

/** AWS Lambda against machines over a range of executions, in US dollars. */
export const comparison = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/comparison`,
  input: ComparisonRequest,
  handle: (body, { catalog, today }) => {
    const { execution_range: range, lambda_config: config } = body;
    const atMost = { ...body, lambda_config: { ...config, monthly_executions: range.max } };
    return withComparison(atMost, catalog, (priced) => {
      const lambdaCurve = buildCurve(priced.lambda.charges, null);
      const keys = costKeys(priced.machines);
      const machines = priced.machines.map(({ service, instanceType, region, pricing }, index) => ({
        key: keys[index] ?? "",
        service,
        instanceType,
        region,
        curve: buildCurve(pricing.charges, pricing.fleet),
      }));
      return success({
        comparison_data: evenlySpaced(range).map((load) => ({
          executions_per_month: load,
          lambda_cost_usd: costAt(lambdaCurve, load),
          vm_costs: costsAt(load, machines),
        })),
        break_even_points: machines.flatMap(({ service, instanceType, region, curve }) =>
          crossings(lambdaCurve, curve, range).points.map(({ requestsPerMonth }) => ({
            vm_provider: service,
            vm_instance: instanceType,
            vm_region: region,
            executions_per_month: requestsPerMonth,
            executions_per_second: toRequestsPerSecond(requestsPerMonth),
          })),
        ),
        lambda_configuration: { ...config, region: priced.lambdaRegion },
        vm_configurations: priced.machines.map(({ service, instanceType, region }) => ({
          provider: service,
          instance_type: instanceType,
          region,
        })),
        ...pricesUsed(priced.lines, today()),
      });
    });
  },
});

/** Costs by key; filled one by one, for there are as many of these objects as steps, and a list of pairs costs more. */
function costsAt(
  load: number,
  machines: readonly { readonly key: string; readonly curve: CostCurve }[],
): Record<string, number> {
  const costs: Record<string, number> = {};
  for (const { key, curve } of machines) costs[key] = costAt(curve, load);
  return costs;
}

/** `steps` loads from `min` to `max`, both included, cut to whole numbers; of one step `min` alone. */
function evenlySpaced({ min, max, steps }: ComparisonRequest["execution_range"]): number[] {
  return Array.from({ length: steps }, (_, index) =>
    Math.floor(min + ((max - min) * index) / Math.max(1, steps - 1)),
  );
}

/** `<provider>_<instance_type>`, and the region behind it where that type is there from another region. */
function costKeys(machines: PricedComparison["machines"]): string[] {
  const regions = new Map<string, string>();
  return machines.map(({ service, instanceType, region }) => {
    const name = `${service}_${instanceType}`;
    const first = regions.get(name) ?? region;
    regions.set(name, first);
    return first === region ? name : `${name}_${region}`;
  });
}
