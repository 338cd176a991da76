import { convert } from "../../../shared/currency.ts";
import { CurrencyConvertRequest } from "../../../shared/schema/calculator-v1.ts";
import { success } from "../../http/respond.ts";
import { defineRoute } from "../../http/route.ts";
import { CALCULATOR_PATH } from "./calculator.ts";

/** An amount of dollars in yen, or of yen in dollars. */
export const currencyConvert = defineRoute({
  method: "POST",
  path: `${CALCULATOR_PATH}/currency/convert`,
  input: CurrencyConvertRequest,
  handle: ({ amount, from_currency: from, to_currency: to, exchange_rate: rate }) =>
    success({
      original_amount: amount,
      converted_amount: convert(amount, from, to, rate),
      from_currency: from,
      to_currency: to,
      exchange_rate: rate,
    }),
});
