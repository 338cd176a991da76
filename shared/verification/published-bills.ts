import { FUNCTION_BILLS } from "./function-bills.ts";
import { LAMBDA_BILLS } from "./lambda-bills.ts";
import { MACHINE_BILLS } from "./machine-bills.ts";
import { RECORDED_BILLS } from "./recorded-bills.ts";
import type { PublishedBill } from "./published.ts";

/** Every published bill that the engine is held to. */
export const PUBLISHED_BILLS: readonly PublishedBill[] = [
  ...LAMBDA_BILLS,
  ...FUNCTION_BILLS,
  ...MACHINE_BILLS,
  ...RECORDED_BILLS,
];
