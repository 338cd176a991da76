import { FUNCTION_SERVICE_IDS, type FunctionServiceId } from "../../shared/catalog/providers.ts";
import { awsLambda } from "../../shared/metering/aws-lambda.ts";
import type { MeteringRule } from "../../shared/metering/rule.ts";

/** Stands for a rule until it is loaded; nothing is priced by it. */
const NOT_LOADED: MeteringRule = {
  limits: { memoryMb: 0, durationMs: 0 },
  options: [],
  usage: () => {
    throw new Error("the metering rules are not loaded");
  },
};

/** In the place of `shared/metering/index.ts`: the rule of the default question, and soon all. */
export const METERING_RULES = {
  ...Object.fromEntries(FUNCTION_SERVICE_IDS.map((service) => [service, NOT_LOADED])),
  aws_lambda: awsLambda,
} as Record<FunctionServiceId, MeteringRule>;

/** Takes the rules that this lacks out of the rest. */
export function take(rest: { readonly METERING_RULES: Readonly<typeof METERING_RULES> }): void {
  Object.assign(METERING_RULES, rest.METERING_RULES);
}
