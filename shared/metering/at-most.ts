import type { ServiceId } from "../catalog/providers.ts";
import { PricingError } from "../engine/errors.ts";

/** Holds a value to what a service allows; more is a `PricingError` that names the field, the most and its unit. */
export function atMost(
  { service }: { readonly service: ServiceId },
  field: string | readonly (string | number)[],
  value: number,
  limit: number,
  unit: string,
): void {
  if (value <= limit) return;
  const path = typeof field === "string" ? [field] : field;
  throw new PricingError("over_service_limit", path, { service, value, limit, unit });
}
