import {
  CALCULATOR_FUNCTION_SERVICE_IDS,
  FUNCTION_SERVICES,
} from "../../../shared/catalog/providers.ts";
import type { CardKey, LoadedCards } from "../../../shared/catalog/catalog.ts";
import type { RateCard } from "../../../shared/catalog/card.ts";
import type { FunctionServiceId } from "../../../shared/catalog/providers.ts";
import { en } from "../../../shared/messages/en.ts";
import { METERING_RULES } from "../../../shared/metering/index.ts";
import { DEFAULT_REGION } from "../../../shared/schema/terms.ts";
import { MS_PER_SECOND } from "../../../shared/units.ts";
import { success, type Answer } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";
import { PRICING_MODELS } from "./serverless.ts";

/** The function services that can be priced, with their limits and free tiers. */
export const serverlessProviders = defineRoute({
  method: "GET",
  path: `${CALCULATOR_PATH}/serverless/providers`,
  input: null,
  handle: (_input, { catalog }) => catalog.with(keysOf, toAnswer),
});

function keyOf(service: FunctionServiceId, { resolveRegion }: LoadedCards): CardKey {
  const provider = FUNCTION_SERVICES[service];
  return { provider, region: resolveRegion(provider, DEFAULT_REGION) };
}

function keysOf(catalog: LoadedCards): CardKey[] {
  return CALCULATOR_FUNCTION_SERVICE_IDS.map((service) => keyOf(service, catalog));
}

function toAnswer(catalog: LoadedCards): Answer {
  const info = CALCULATOR_FUNCTION_SERVICE_IDS.map((service) => {
    const { limits } = METERING_RULES[service];
    const about = {
      name: en.services[service],
      pricing_model: PRICING_MODELS[service],
      free_tier: freeTier(catalog.card(keyOf(service, catalog)), service),
      max_execution_time: limits.durationMs / MS_PER_SECOND,
      max_memory: limits.memoryMb,
    };
    return [service, about] as const;
  });
  return success({
    supported_providers: CALCULATOR_FUNCTION_SERVICE_IDS,
    provider_info: Object.fromEntries(info),
  });
}

/** Free usage a month, by meter; of meters with a price per architecture, that of the first. */
function freeTier(card: RateCard, service: FunctionServiceId): Record<string, number> {
  const free: Record<string, number> = {};
  for (const name of card.meterNames(service)) {
    const meter = name.split(".", 1)[0] ?? name;
    const allowance = card.price(service, name).free;
    if (allowance > 0) free[meter] ??= allowance;
  }
  return free;
}
