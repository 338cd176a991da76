import type { CatalogReader } from "../../shared/catalog/lazy-catalog.ts";
import { LazyCatalog } from "../../shared/catalog/lazy-catalog.ts";
import type { PlacesFile } from "../../shared/catalog/catalog-index.ts";
import { cardsFor } from "../../shared/cards-for.ts";
import { FUNCTION_BILLS } from "../../shared/verification/function-bills.ts";
import { LAMBDA_BILLS } from "../../shared/verification/lambda-bills.ts";
import { MACHINE_BILLS } from "../../shared/verification/machine-bills.ts";
import { PUBLISHED_FIGURES } from "../../shared/verification/published-figures.ts";
import { RECORDED_BILLS } from "../../shared/verification/recorded-bills.ts";
import { loadWholeEngine } from "../held-back/whole-engine.ts";
import {
  checkBill,
  checkFigure,
  offersOf,
  type CheckedBill,
  type CheckedFigure,
} from "../../shared/verification/verify.ts";

/** Everything that was published, computed anew. */
export interface Verification {
  readonly lambda: readonly CheckedBill[];
  readonly functions: readonly CheckedBill[];
  readonly machines: readonly CheckedBill[];
  readonly recorded: readonly CheckedBill[];
  readonly figures: readonly CheckedFigure[];
  /** How long computing took, without loading. */
  readonly tookMs: number;
}

/** Loads the rate cards that are needed and computes all. */
export async function verifyAll(reader: CatalogReader<PlacesFile>): Promise<Verification> {
  const cards = await new LazyCatalog(reader).open();
  const published = [
    ...LAMBDA_BILLS,
    ...FUNCTION_BILLS,
    ...MACHINE_BILLS,
    ...RECORDED_BILLS,
    ...PUBLISHED_FIGURES,
  ];
  await Promise.all([cards.load(cardsFor(published.flatMap(offersOf), cards)), loadWholeEngine()]);
  const startMs = performance.now();
  const checked = {
    lambda: LAMBDA_BILLS.map((bill) => checkBill(bill, cards)),
    functions: FUNCTION_BILLS.map((bill) => checkBill(bill, cards)),
    machines: MACHINE_BILLS.map((bill) => checkBill(bill, cards)),
    recorded: RECORDED_BILLS.map((bill) => checkBill(bill, cards)),
    figures: PUBLISHED_FIGURES.map((figure) => checkFigure(figure, cards)),
  };
  return { ...checked, tookMs: performance.now() - startMs };
}
