import type { BATCH_CALCULATIONS } from "../../shared/schema/batch.ts";
import type { Route } from "../http/route.ts";
import { breakEven } from "./analysis/break-even.ts";
import { budget } from "./analysis/budget.ts";
import { decisionMap } from "./analysis/decision-map.ts";
import { growth } from "./analysis/growth.ts";
import { uncertainty } from "./analysis/uncertainty.ts";
import { comparison } from "./calculator/comparison.ts";
import { currencyConvert } from "./calculator/currency-convert.ts";
import { lambda } from "./calculator/lambda.ts";
import { recommend } from "./calculator/recommend.ts";
import { serverless } from "./calculator/serverless.ts";
import { vm } from "./calculator/vm.ts";
import { compare } from "./compare.ts";
import { search } from "./search.ts";

/** The endpoints that a batch can ask, by the names that it gives them. */
export const CALCULATIONS: Readonly<Record<(typeof BATCH_CALCULATIONS)[number], Route>> = {
  compare,
  search,
  "break-even": breakEven,
  "decision-map": decisionMap,
  budget,
  growth,
  uncertainty,
  "calculator/lambda": lambda,
  "calculator/vm": vm,
  "calculator/serverless": serverless,
  "calculator/comparison": comparison,
  "calculator/recommend": recommend,
  "calculator/currency/convert": currencyConvert,
};
