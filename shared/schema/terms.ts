import * as z from "zod/mini";
import { FUNCTION_SERVICE_IDS, MACHINE_SERVICE_IDS, type ServiceId } from "../catalog/providers.ts";
import { FIELDS } from "../fields.ts";
import { number } from "./primitives.ts";

/** The region that is priced when none is named. */
export const DEFAULT_REGION = "ap-northeast-1";

/** Flat egress rates in USD per GB by service; services without one keep their provider's tiers. */
export const CustomEgressRates = z.partialRecord(
  z.enum([...FUNCTION_SERVICE_IDS, ...MACHINE_SERVICE_IDS] as [ServiceId, ...ServiceId[]]),
  number(FIELDS.egress_rate),
);

export const CurrencyCode = z.enum(["USD", "JPY"]);
