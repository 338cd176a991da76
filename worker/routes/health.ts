import * as z from "zod/mini";
import { countsOf } from "../../shared/catalog/catalog-index.ts";
import { ageInDays } from "../../shared/price-flags.ts";
import { selfTest, type SelfTest } from "../../shared/self-test.ts";
import { DEFAULT_REGION } from "../../shared/schema/terms.ts";
import type { HealthAnswer } from "../../shared/schema/answers/health.ts";
import { json } from "../http/respond.ts";
import { defineRoute, type RouteContext } from "../http/route.ts";
import { VERSION } from "../version.ts";

const HEALTH = "/health";
const HealthRequest = z.object({ ready: z.optional(z.string()) });

/**
 * Whether the service can do its work: each part prices a known case. 503 when one fails, and with
 * `?ready` also while the process is about to leave: balancers ask so, and send it nothing new.
 */
export const health = defineRoute({
  method: "GET",
  path: HEALTH,
  input: HealthRequest,
  keepSeconds: 0,
  handle: async ({ ready }, context) => {
    const tested = runSelfTest(context);
    const condition = context.condition?.();
    const components = {
      lambda_calculator: toStatus(tested.functions),
      vm_calculator: toStatus(tested.machines),
      egress_calculator: toStatus(tested.egress),
      catalog: toStatus(await isCatalogReadable(context)),
    };
    const isHealthy = Object.values(components).every((status) => status === "healthy");
    const isStoreReachable = condition?.isStoreReachable ?? null;
    const body: HealthAnswer = {
      status: toStatus(isHealthy),
      version: VERSION,
      timestamp: context.now().toISOString(),
      components: {
        ...components,
        ...(isStoreReachable === null ? {} : { store: toStatus(isStoreReachable) }),
      },
      ...(condition === undefined ? {} : { draining: condition.isDraining }),
      catalog: catalogAge(context),
    };
    const isSentMore = ready === undefined || condition?.isDraining !== true;
    return json(body, isHealthy && isSentMore ? 200 : 503, { "cache-control": "no-store" });
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
    context.logError(error, HEALTH);
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
    logError(error, HEALTH);
    return false;
  }
}
