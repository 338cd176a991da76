import * as z from "zod/mini";
import { FUNCTION_SERVICE_IDS, MACHINE_SERVICE_IDS, type ServiceId } from "../catalog/providers.ts";
import { number } from "./primitives.ts";

/** The region that is priced when none is named. */
export const DEFAULT_REGION = "ap-northeast-1";

const egressRate = z.optional(number("egress_rate"));

/** Flat egress rates in USD per GB by service; services without one keep their provider's tiers. */
export const CustomEgressRates = z.object(
  Object.fromEntries(
    [...FUNCTION_SERVICE_IDS, ...MACHINE_SERVICE_IDS].map((service) => [service, egressRate]),
  ) as Record<ServiceId, typeof egressRate>,
);

export const CurrencyCode = z.enum(["USD", "JPY"]);
