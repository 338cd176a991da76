import type * as z from "zod/mini";
import { driverRegimes } from "../../../shared/drivers/driver-regimes.ts";
import { DRIVER_DEFINITIONS } from "../../../shared/drivers/driver.ts";
import { priceRegimes } from "../../../shared/drivers/price-regimes.ts";
import { FIELDS } from "../../../shared/fields.ts";
import type { BreakEvenAnswer } from "../../../shared/schema/answers/break-even.ts";
import { BreakEvenRequest } from "../../../shared/schema/analysis/break-even.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { assertFollowed, assertWithin } from "../../mapping/driver-input.ts";
import { pricesUsedBy, withCompared } from "../../mapping/compared.ts";

/** Who is cheapest along any driver: a time, a size, a price, the exchange rate. */
export const breakEven = defineRoute({
  method: "POST",
  path: "/api/v1/break-even",
  input: BreakEvenRequest,
  handle: ({ range, driver, price, ...body }, context) =>
    withCompared(body, context, ({ input, offers, comparison, catalog }) => {
      if (driver !== "price") assertFollowed(driver, input, "driver");
      if (driver !== "price" && range !== undefined) assertWithin(driver, range);
      const regimes =
        driver === "price"
          ? price && range && priceRegimes(input, offers, toPlace(price), catalog, range)
          : driverRegimes(input, offers, driver, catalog, range);
      if (!regimes) throw new Error(`no regimes along ${driver}`);
      const idOf = (index: number | null) =>
        index === null ? null : (comparison.offers[index]?.id ?? null);
      const named = regimes.map(({ cheapest, ...rest }) => ({ ...rest, cheapest: idOf(cheapest) }));
      const answer: BreakEvenAnswer = {
        driver,
        unit:
          driver === "price"
            ? `${price?.currency ?? ""}/unit`
            : FIELDS[DRIVER_DEFINITIONS[driver].field].unit,
        value: driver === "price" ? null : DRIVER_DEFINITIONS[driver].read(input),
        regimes: named,
        break_even_points: named.slice(1).flatMap((regime, index) => {
          const below = named[index]?.cheapest ?? null;
          if (below === regime.cheapest) return [];
          return [{ value: regime.from, cheaper_below: below, cheaper_above: regime.cheapest }];
        }),
        ...pricesUsedBy(comparison, context),
      };
      return success(answer);
    }),
});

type PriceBody = NonNullable<z.infer<typeof BreakEvenRequest>["price"]>;

function toPlace({ instance_type: instanceType, ...place }: PriceBody) {
  return { ...place, instanceType };
}
