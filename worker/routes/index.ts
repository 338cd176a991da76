import type { Route } from "../http/route.ts";
import { batch } from "./batch.ts";
import { breakEven } from "./analysis/break-even.ts";
import { budget } from "./analysis/budget.ts";
import { decisionMap } from "./analysis/decision-map.ts";
import { growth } from "./analysis/growth.ts";
import { uncertainty } from "./analysis/uncertainty.ts";
import { comparison } from "./calculator/comparison.ts";
import { currencyConvert } from "./calculator/currency-convert.ts";
import { exportCsv } from "./calculator/export-csv.ts";
import { instances } from "./calculator/instances.ts";
import { lambda } from "./calculator/lambda.ts";
import { recommend } from "./calculator/recommend.ts";
import { serverless } from "./calculator/serverless.ts";
import { serverlessProviders } from "./calculator/serverless-providers.ts";
import { vm } from "./calculator/vm.ts";
import { catalog } from "./catalog/catalog.ts";
import { catalogRegion } from "./catalog/catalog-region.ts";
import { chart } from "./chart.ts";
import { compare } from "./compare.ts";
import { health } from "./health.ts";
import { search } from "./search.ts";

/** Every endpoint, in the order of the API document. */
export const ROUTES: readonly Route[] = [
  health,
  compare,
  chart,
  search,
  breakEven,
  decisionMap,
  budget,
  growth,
  uncertainty,
  batch,
  catalog,
  catalogRegion,
  lambda,
  vm,
  serverless,
  serverlessProviders,
  comparison,
  exportCsv,
  instances,
  recommend,
  currencyConvert,
];
