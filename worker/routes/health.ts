import { countsOf } from "../../shared/catalog/catalog-index.ts";
import { ageInDays } from "../../shared/price-flags.ts";
import { selfTest, type SelfTest } from "../../shared/self-test.ts";
import { DEFAULT_REGION } from "../../shared/schema/terms.ts";
import { HealthAnswer } from "../../shared/schema/health.ts";
import { json } from "../http/respond.ts";
import { defineRoute, type RouteContext } from "../http/route.ts";
import { VERSION } from "../version.ts";

/** Whether the service can do its work: each part prices a known case. 503 when one fails. */
export const health = defineRoute({
  method: "GET",
  path: "/health",
  summary: "Whether the service can do its work",
  input: null,
  answer: HealthAnswer,
  handle: async (_input, context) => {
    const tested = runSelfTest(context);
    const components = {
      lambda_calculator: toStatus(tested.functions),
      vm_calculator: toStatus(tested.machines),
      egress_calculator: toStatus(tested.egress),
      catalog: toStatus(await isCatalogReadable(context)),
    };
    const isHealthy = Object.values(components).every((status) => status === "healthy");
    const body = {
      status: toStatus(isHealthy),
      version: VERSION,
      timestamp: context.now().toISOString(),
      components,
      catalog: catalogAge(context),
    };
    return json(body, isHealthy ? 200 : 503, { "cache-control": "no-store" });
  },
});

function catalogAge({ catalog: { opened }, today }: RouteContext): HealthAnswer["catalog"] {
  if (opened === null) return null;
  const { as_of, oldest } = opened.index.file;
  const { regions, prices } = countsOf(opened.index);
  return { as_of, oldest, age_days: ageInDays(as_of, today()), regions, prices };
}

function toStatus(works: boolean): "healthy" | "unhealthy" {
  return works ? "healthy" : "unhealthy";
}

function runSelfTest(context: RouteContext): SelfTest {
  try {
    return selfTest();
  } catch (error) {
    context.logError(error);
    return { functions: false, machines: false, egress: false };
  }
}

async function isCatalogReadable({ catalog, logError }: RouteContext): Promise<boolean> {
  try {
    const key = { provider: "aws", region: DEFAULT_REGION } as const;
    return await catalog.with(
      () => [key],
      ({ card }) => card(key).machineNames.length > 0,
    );
  } catch (error) {
    logError(error);
    return false;
  }
}
