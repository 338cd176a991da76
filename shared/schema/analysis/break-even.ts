import * as z from "zod/mini";
import { PROVIDERS } from "../../catalog/providers.ts";
import { PURCHASES } from "../../catalog/purchase.ts";
import { DRIVERS } from "../../drivers/driver-names.ts";
import { comparedFields, minimumBeforeMaximum } from "../compare.ts";
import { choice, name, number } from "../primitives.ts";
import { CurrencyCode } from "../terms.ts";

/** Which price is looked along; what is left out stands for all. */
const DrivenPriceBody = z.object({
  provider: choice(PROVIDERS),
  region: z.optional(name()),
  service: z.optional(name()),
  meter: z.optional(name()),
  instance_type: z.optional(name()),
  purchase: z.optional(choice(PURCHASES)),
  currency: z.prefault(CurrencyCode, "USD"),
});

const DriverRangeBody = z
  .object({ min: number("driver_value"), max: number("driver_value") })
  .check(minimumBeforeMaximum());

/** `POST /api/v1/break-even`: the question. */
export const BreakEvenRequest = z
  .object({
    ...comparedFields,
    driver: choice([...DRIVERS, "price"]),
    price: z.optional(DrivenPriceBody),
    range: z.optional(DriverRangeBody),
  })
  .check(
    z.refine(({ driver, price }) => (driver === "price") === (price !== undefined), {
      path: ["price"],
      error: "must be given with driver price, and with no other",
    }),
    z.refine(({ driver, range }) => driver !== "price" || range !== undefined, {
      path: ["range"],
      error: "is required with driver price",
    }),
  );
