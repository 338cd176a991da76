import type { LoadedCards } from "../catalog/catalog.ts";
import type { Offer } from "../offer.ts";
import { simulate } from "../simulate.ts";
import { BASE_TERMS, BASE_WORKLOAD } from "./base-question.ts";
import type { Ask, PublishedBill, PublishedFigure } from "./published.ts";

/** A printed amount beside the computed one. */
export interface CheckedAmount {
  /** A meter, or `total`. */
  readonly meter: string;
  readonly printed: number;
  /** In whole cents, as vendors print it. */
  readonly computed: number;
  readonly agrees: boolean;
}

/** A published bill and what the engine makes of the same question. */
export interface CheckedBill {
  readonly bill: PublishedBill;
  readonly amounts: readonly CheckedAmount[];
  readonly agrees: boolean;
}

/** A published figure and what the engine makes of it. */
export interface CheckedFigure {
  readonly figure: PublishedFigure;
  readonly computed: number;
  readonly agrees: boolean;
}

const RANGE = { min: 0, max: 1e12 };

/** The offers whose rate cards must be loaded before `checkBill` or `checkFigure`. */
export function offersOf(published: PublishedBill | PublishedFigure): readonly Offer[] {
  return "offer" in published ? [published.offer] : published.offers;
}

/** Computes a bill anew and compares each amount that is printed, to the cent. */
export function checkBill(bill: PublishedBill, cards: LoadedCards): CheckedBill {
  const { offers } = askWith(cards)(bill.workload, [bill.offer], bill.terms);
  const computed: Record<string, number> = {};
  for (const { meter, amount } of offers[0]?.lineItems ?? []) {
    // Vendors round each line to cents and then add.
    computed[meter] = inCents((computed[meter] ?? 0) + inCents(amount));
  }
  const total = inCents(Object.values(computed).reduce((sum, each) => sum + each, 0));
  const amounts = Object.entries(bill.printed).map(([meter, printed]): CheckedAmount => {
    const amount = meter === "total" ? total : (computed[meter] ?? Number.NaN);
    return { meter, printed, computed: amount, agrees: amount === printed };
  });
  return { bill, amounts, agrees: amounts.every(({ agrees }) => agrees) };
}

/** Computes a figure anew. */
export function checkFigure(figure: PublishedFigure, cards: LoadedCards): CheckedFigure {
  const computed = figure.compute(askWith(cards), cards);
  return { figure, computed, agrees: Math.abs(computed - figure.printed) <= figure.within };
}

function askWith(cards: LoadedCards): Ask {
  return (workload, offers, terms = {}) =>
    simulate(
      {
        workload: { ...BASE_WORKLOAD, ...workload },
        offers,
        range: RANGE,
        terms: { ...BASE_TERMS, ...terms },
      },
      cards,
    );
}

/** Half up: what is a hair below the half by rounding counts as the half. */
function inCents(amount: number): number {
  return Math.round(amount * CENTS + HAIR) / CENTS;
}

const CENTS = 100;
const HAIR = 1e-7;
