import * as z from "zod/mini";
import { customPriceFields, eitherPriceOrDiscount } from "./terms.ts";

/** `custom-prices.json` of a self-hoster's catalog: prices of their own, and who agreed to them. */
export const CustomPricesFileSchema = z.strictObject({
  schema: z.literal(1),
  source: z.strictObject({
    title: z.string().check(z.minLength(1)),
    url: z.url({ protocol: /^https$/u }),
    date: z.iso.date(),
  }),
  prices: z.array(z.strictObject(customPriceFields).check(eitherPriceOrDiscount())),
});
