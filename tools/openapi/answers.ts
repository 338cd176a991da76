import type * as z from "zod/mini";
import { BatchAnswer } from "../../shared/schema/answers/batch.ts";
import { BreakEvenAnswer } from "../../shared/schema/answers/break-even.ts";
import { BudgetAnswer } from "../../shared/schema/answers/budget.ts";
import {
  BesideMachines,
  ComparisonAnswer,
  CurrencyConvertAnswer,
  InstancesAnswer,
  LambdaAnswer,
  RecommendAnswer,
  ServerlessAnswer,
  ServerlessProvidersAnswer,
  VmAnswer,
} from "../../shared/schema/answers/calculator-v1.ts";
import { CatalogAnswer, CatalogRegionAnswer } from "../../shared/schema/answers/catalog.ts";
import { CompareAnswer } from "../../shared/schema/answers/compare.ts";
import { DecisionMapAnswer } from "../../shared/schema/answers/decision-map.ts";
import { GrowthAnswer } from "../../shared/schema/answers/growth.ts";
import { HealthAnswer } from "../../shared/schema/answers/health.ts";
import { SearchAnswer } from "../../shared/schema/answers/search.ts";
import { UncertaintyAnswer } from "../../shared/schema/answers/uncertainty.ts";

/** What a route answers, as the API document says it and the contract tests check it. */
export interface DocumentedAnswer {
  readonly data: z.core.$ZodType;
  /** What stands beside the data, where something does. */
  readonly beside?: z.core.$ZodObject;
}

/**
 * The JSON answer of each route by its path; `null` where it is not JSON. They stand here and not
 * in the routes because the worker never checks its own answers, and need not carry their schemas.
 */
export const ANSWERS: Readonly<Record<string, DocumentedAnswer | null>> = {
  "/health": { data: HealthAnswer },
  "/api/v1/compare": { data: CompareAnswer },
  "/api/v1/chart.svg": null,
  "/api/v1/search": { data: SearchAnswer },
  "/api/v1/break-even": { data: BreakEvenAnswer },
  "/api/v1/decision-map": { data: DecisionMapAnswer },
  "/api/v1/budget": { data: BudgetAnswer },
  "/api/v1/growth": { data: GrowthAnswer },
  "/api/v1/uncertainty": { data: UncertaintyAnswer },
  "/api/v1/batch": { data: BatchAnswer },
  "/api/v1/catalog": { data: CatalogAnswer },
  "/api/v1/catalog/:provider/:region": { data: CatalogRegionAnswer },
  "/api/v1/calculator/lambda": { data: LambdaAnswer },
  "/api/v1/calculator/vm": { data: VmAnswer },
  "/api/v1/calculator/serverless": { data: ServerlessAnswer },
  "/api/v1/calculator/serverless/providers": { data: ServerlessProvidersAnswer },
  "/api/v1/calculator/comparison": { data: ComparisonAnswer },
  "/api/v1/calculator/export_csv": null,
  "/api/v1/calculator/instances": { data: InstancesAnswer, beside: BesideMachines },
  "/api/v1/calculator/recommend": { data: RecommendAnswer, beside: BesideMachines },
  "/api/v1/calculator/currency/convert": { data: CurrencyConvertAnswer },
};
